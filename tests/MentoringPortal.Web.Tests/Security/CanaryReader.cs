using System.IO.Compression;
using System.Text;
using MentoringPortal.Web.Tests.Hosting;
using UglyToad.PdfPig;

namespace MentoringPortal.Web.Tests.Security;

/// <summary>All text of an answer, whatever its format: zipped parts of xlsx and docx unpacked, PDF read, headers beside.</summary>
internal static class CanaryReader
{
    public static string TextOf(Answer answer)
    {
        var text = new StringBuilder(Uri.UnescapeDataString(answer.Response.Headers + answer.Response.Content.Headers.ToString()));
        if (answer.Bytes.AsSpan().StartsWith("PK"u8))
        {
            using var zip = new ZipArchive(new MemoryStream(answer.Bytes));
            foreach (var entry in zip.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                text.Append(reader.ReadToEnd());
            }
        }
        else if (answer.Bytes.AsSpan().StartsWith("%PDF-1.7"u8))
        {
            using var pdf = PdfDocument.Open(answer.Bytes);
            foreach (var page in pdf.GetPages())
                text.Append(page.Text);
        }
        else
        {
            text.Append(answer.Text);
        }
        return text.ToString();
    }
}
