using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace MentoringPortal.Browser.Tests.Hosting;

/// <summary>Files taken by a click and opened again by readers that know nothing of the portal.</summary>
internal static class Downloads
{
    /// <summary>The name that the browser would give the file, and all its words with single spaces.</summary>
    public static async Task<(string Name, string Words)> Take(this IPage page, string button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = button, Exact = true }).ClickAsync());
        using var file = new MemoryStream();
        await using (var content = await download.CreateReadStreamAsync())
            await content.CopyToAsync(file);
        file.Position = 0;
        var text = Path.GetExtension(download.SuggestedFilename) switch
        {
            ".pdf" => Pdf(file),
            ".docx" => Docx(file),
            ".xlsx" => Xlsx(file),
            var other => throw new InvalidOperationException($"unexpected file {other}"),
        };
        return (download.SuggestedFilename, string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    private static string Pdf(MemoryStream file)
    {
        using var pdf = PdfDocument.Open(file.ToArray());
        return string.Join('\n', pdf.GetPages().Select(p => ContentOrderTextExtractor.GetText(p)));
    }

    private static string Docx(MemoryStream file)
    {
        using var docx = WordprocessingDocument.Open(file, isEditable: false);
        return string.Join('\n', docx.MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(p => p.InnerText));
    }

    private static string Xlsx(MemoryStream file)
    {
        using var book = new XLWorkbook(file);
        return string.Join('\n', book.Worksheets.SelectMany(sheet => sheet.CellsUsed()).Select(cell => cell.GetFormattedString()));
    }
}
