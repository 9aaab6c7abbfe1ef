namespace MentoringPortal.Paper.Blocks;

/// <summary>A document as meaning: <see cref="Pdf"/>, <see cref="Docx"/> and <see cref="Html"/> render the same blocks, so they cannot differ.</summary>
public sealed record PaperDocument
{
    /// <summary>Shown in the window's title and kept in the file's properties; every document needs one (ГОСТ Р 7.0.97-2025).</summary>
    public required string Title { get; init; }

    /// <summary>BCP 47 tag of the main language; parts in another one say so themselves.</summary>
    public string Language { get; init; } = "ru-RU";

    public string? Author { get; init; }

    /// <summary>Goes into the file's properties; null leaves them out. Nothing here reads a clock, so equal documents give equal bytes.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    public PageSetup Page { get; init; } = new();

    public TextSetup Text { get; init; } = new();

    public required IReadOnlyList<PaperSection> Sections { get; init; }
}

/// <summary>A run of pages that begins on a new page: the order itself, then each appendix.</summary>
public sealed record PaperSection(params IReadOnlyList<Block> Blocks)
{
    public Orientation Orientation { get; init; }

    /// <summary>Stands at the lower right of the section's first page, such as the QR code of ГОСТ Р 7.0.97-2025 (requisite 31); the text of that page ends above it.</summary>
    public Figure? Corner { get; init; }

    /// <summary>Starts the page numbers at 1 again; page 1 of such a section bears no number.</summary>
    public bool RestartsNumbering { get; init; }
}

public enum Orientation
{
    Portrait,
    Landscape,
}

/// <summary>Sheet and margins in millimetres; the margins of ГОСТ Р 7.0.97-2025 for papers that are kept over ten years. They hold for both orientations.</summary>
public sealed record PageSetup
{
    public double Width { get; init; } = 210;

    public double Height { get; init; } = 297;

    public double Left { get; init; } = 30;

    public double Right { get; init; } = 10;

    public double Top { get; init; } = 20;

    public double Bottom { get; init; } = 20;
}

/// <summary>The body text: size in points (12–14 by the standard), spacing as a multiple of the natural line (1.15 or 1.5), first line in millimetres.</summary>
public sealed record TextSetup
{
    public double Size { get; init; } = 12;

    public double LineSpacing { get; init; } = 1.15;

    public double FirstLineIndent { get; init; } = 12.5;
}
