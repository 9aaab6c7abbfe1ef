namespace MentoringPortal.Web.Formats;

/// <summary>How much of a file is taken in. All are counted while the file is read: what it says of itself is not believed.</summary>
public static class FileLimits
{
    public const int MaxFileBytes = 10 * 1024 * 1024;
    public const int MaxNameLength = 255;

    /// <summary>All parts of a ZIP archive, unpacked.</summary>
    public const long MaxUnpackedBytes = 100 * 1024 * 1024;
    public const int MaxUnpackedRatio = 100;
    /// <summary>The ratio is not asked of what unpacks to less than this.</summary>
    public const long SmallUnpackedBytes = 1024 * 1024;
    public const int MaxArchiveEntries = 2_000;

    /// <summary>Bytes from one tag of an XML part to the next: bounds a cell, and the attributes of an element.</summary>
    public const int MaxXmlRunBytes = 1024 * 1024;
    /// <summary>Characters of one XML part.</summary>
    public const long MaxXmlCharacters = 30_000_000;
    public const int MaxXmlDepth = 200;

    /// <summary>What is read out of one document.</summary>
    public const int MaxTextCharacters = 2_000_000;
    public const int MaxLines = 50_000;
    public const int MaxRows = 20_000;
    public const int MaxCells = 400_000;
    public const int MaxColumns = 200;

    /// <summary>Tables inside tables of an HTML page.</summary>
    public const int MaxTableDepth = 50;
    /// <summary>Fields that the rules of one table draw on a page.</summary>
    public const int MaxFields = 10_000;
    public const int MaxPdfPages = 300;
    public const long MaxPixels = 100_000_000;
}
