using System.Globalization;
using System.Text;
using MentoringPortal.Domain;

namespace MentoringPortal.Web.Formats;

/// <summary>
/// The name a person gave a file. It is kept in a database column and offered again at download; no path is ever made of it.
/// What would harm the one who downloads it (devices, streams, hidden or reversed extensions) is refused all the same.
/// </summary>
public static class UploadName
{
    private static readonly HashSet<string> DeviceNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>Extensions that some program runs; one of them anywhere in the name is a disguise («приказ.exe.pdf»).</summary>
    private static readonly HashSet<string> ActiveExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        "exe", "com", "scr", "pif", "bat", "cmd", "ps1", "msi", "dll", "cpl", "lnk", "jar", "sh", "elf", "apk", "reg",
        "js", "mjs", "jse", "vbs", "vbe", "wsf", "hta", "htm", "html", "xhtml", "shtml", "svg", "mht", "swf", "xml", "xsl",
        "php", "php5", "phtml", "phar", "asp", "aspx", "ashx", "asmx", "cshtml", "jsp", "jspx", "cgi", "pl", "py",
        "docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "zip", "rar", "7z", "iso", "img",
    };

    /// <summary>The last segment of a raw name, in NFC. Throws <see cref="DomainException"/> with the reason when the name is refused.</summary>
    public static string Normalize(string? raw)
    {
        var name = (raw ?? "")[((raw ?? "").LastIndexOfAny(['/', '\\']) + 1)..];
        if (name.Length > FileLimits.MaxNameLength)
            throw new DomainException($"Имя файла длиннее {FileLimits.MaxNameLength} знаков. Сократите его и загрузите файл ещё раз.");
        // A lone surrogate has no NFC form: Normalize would throw.
        if (HasLoneSurrogate(name) || name.Any(IsForbidden) || name.EndsWith('.') || name.EndsWith(' '))
            throw Refused();
        name = string.Concat(name.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)).Trim().Normalize(NormalizationForm.FormC);

        var parts = name.Split('.');
        if (parts.Length < 2 || parts[0].Length == 0)
            throw new DomainException("У файла нет имени или расширения. Назовите его, например, «приказ.pdf».");
        if (DeviceNames.Contains(parts[0].TrimEnd()) || parts[1..^1].Any(part => ActiveExtensions.Contains(part.Trim())))
            throw Refused();
        return name;
    }

    private static DomainException Refused() =>
        new("Такое имя файла не принимается. Переименуйте файл: буквы, цифры, пробелы, дефисы и одно расширение.");

    private static bool HasLoneSurrogate(string name) => name.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar);

    /// <summary>Controls (NUL, CR, LF), what Windows forbids (a colon also opens an NTFS stream), and marks that turn the writing direction.</summary>
    private static bool IsForbidden(char c) =>
        char.IsControl(c) || "<>:\"|?*".Contains(c, StringComparison.Ordinal)
        || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
