using MentoringPortal.Domain;

namespace MentoringPortal.Web.Formats.Pdf;

/// <summary>Checks that bytes are one whole, open PDF file and nothing else (ISO 32000-1, 7.5).</summary>
internal static class PdfCheck
{
    public static void Check(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith("%PDF-"u8))
            throw UploadedFile.NotWhatItSays(".pdf");
        var end = content.LastIndexOf("%%EOF"u8);
        if (end < 0 || content.LastIndexOf("startxref"u8) < 0)
            throw UploadedFile.Broken();
        if (content[(end + 5)..].IndexOfAnyExcept("\r\n\t \0"u8) >= 0 || ForeignContent.IsIn(content))
            throw UploadedFile.NotWhatItSays(".pdf");
        if (IsEncrypted(content))
            throw new DomainException("Файл PDF защищён паролем. Снимите защиту и загрузите файл ещё раз.");
    }

    /// <summary>The trailer names an encryption dictionary: «/Encrypt 12 0 R» or «/Encrypt &lt;&lt;».</summary>
    private static bool IsEncrypted(ReadOnlySpan<byte> content)
    {
        for (var rest = content; rest.IndexOf("/Encrypt"u8) is >= 0 and var at;)
        {
            rest = rest[(at + 8)..];
            if (!rest.IsEmpty && " \r\n\t<0123456789"u8.Contains(rest[0]))
                return true;
        }
        return false;
    }
}
