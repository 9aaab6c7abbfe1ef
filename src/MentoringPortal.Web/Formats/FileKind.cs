namespace MentoringPortal.Web.Formats;

public enum FileKind { Pdf, Jpeg, Png, Docx, Xlsx, Text, Html, Csv, Calendar, Zip }

/// <summary>Our own table of types: what a client says about a file's type is never used.</summary>
public static class FileKinds
{
    /// <summary>Type to serve a file with. HTML is served as bytes, so that no browser ever renders it from our address.</summary>
    public static string ContentType(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Text => "text/plain",
        FileKind.Html => "application/octet-stream",
        FileKind.Csv => "text/csv",
        FileKind.Calendar => "text/calendar; charset=utf-8",
        FileKind.Zip => "application/zip",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The kind that an extension (with its dot, any case) promises, or null for one that is not taken.</summary>
    public static FileKind? FromExtension(string extension) => extension.ToLowerInvariant() switch
    {
        ".pdf" => FileKind.Pdf,
        ".jpg" or ".jpeg" => FileKind.Jpeg,
        ".png" => FileKind.Png,
        ".docx" => FileKind.Docx,
        ".xlsx" => FileKind.Xlsx,
        ".txt" => FileKind.Text,
        ".csv" => FileKind.Csv,
        ".html" or ".htm" => FileKind.Html,
        _ => null,
    };
}
