using System.Text.RegularExpressions;
using MentoringPortal.Paper.Blocks;

namespace MentoringPortal.Paper.Tests;

/// <summary>Requisite 31 of ГОСТ Р 7.0.97-2025 stands at the lower right of the first sheet, and nothing is printed over it.</summary>
public partial class CornerTests
{
    private const double Side = 71, Millimetre = 72 / 25.4;

    private static readonly Figure Code = new(Side, Side, "Код проверки", "https://portal.example/v/x", [new FigureBox(FigureTone.Ink, 0, 0, Side, Side)]);

    [Fact]
    public void Corner_StandsAtTheLowerRight_AndTheTextOfThatPageEndsAboveIt()
    {
        var bytes = Pdf.Render(Document());
        var words = Tool.Read(bytes, "pdftotext", "-bbox", "FILE", "-");
        var pages = words.Split("<page ").Skip(1).ToList();
        pages.Count.ShouldBeGreaterThan(1);
        var lowest = pages.ConvertAll(page => Bottom().Matches(page).Max(m => double.Parse(m.Groups["y"].Value, System.Globalization.CultureInfo.InvariantCulture)));
        var upperEdge = (297 - 20) * Millimetre - Side;
        lowest[0].ShouldBeLessThanOrEqualTo(upperEdge);
        lowest[1].ShouldBeGreaterThan(upperEdge, "the next pages are whole");

        var box = Box().Match(Tool.Read(bytes, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-"));
        box.Success.ShouldBeTrue();
        double At(string name) => double.Parse(box.Groups[name].Value, System.Globalization.CultureInfo.InvariantCulture);
        (At("x") + At("w")).ShouldBe((210 - 10) * Millimetre, 0.05);
        At("y").ShouldBe(20 * Millimetre, 0.05);
    }

    /// <summary>A row that the first page has no room for beside the corner goes to the next one whole.</summary>
    [Fact]
    public void Corner_IsNotDrawnOver_ByARowAlmostAPageHigh()
    {
        var words = string.Join('\n', Enumerable.Range(1, 54).Select(i => $"строка {i}"));
        var table = new Table { Columns = [new("Графа", 1)], Rows = [new TableRow(words)], TextSize = 11 };
        var pages = Tool.Read(Pdf.Render(new PaperDocument { Title = "Приказ", Sections = [new PaperSection(table) { Corner = Code }] }), "pdftotext", "-bbox", "FILE", "-").Split("<page ").Skip(1).ToList();
        var upperEdge = (297 - 20) * Millimetre - Side;
        Bottom().Matches(pages[0]).Select(m => double.Parse(m.Groups["y"].Value, System.Globalization.CultureInfo.InvariantCulture)).ShouldAllBe(y => y <= upperEdge);
        pages[1].ShouldContain(">54<");
        pages[1].ShouldContain(">1<", customMessage: "the row is whole");
    }

    [Fact]
    public void Corner_IsReadAfterTheText()
    {
        var structure = Tool.Read(Pdf.Render(Document()), "pdfinfo", "-struct", "FILE");
        structure.IndexOf("Figure", StringComparison.Ordinal).ShouldBeGreaterThan(structure.LastIndexOf("P (block)", StringComparison.Ordinal));
    }

    [Fact]
    public void Corner_IsInTheFirstFooterOfWord_AndAfterTheTextOfHtml()
    {
        using var package = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(Docx.Render(Document())), isEditable: false);
        package.MainDocumentPart!.FooterParts.Single().Footer.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Single().Description!.Value!.ShouldContain("https://portal.example/v/x");
        new DocumentFormat.OpenXml.Validation.OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(package).Select(e => e.Description).ShouldBeEmpty();
        Html.Render(Document()).ShouldContain("<figure class=\"paper-corner\">");
    }

    private static PaperDocument Document() => new()
    {
        Title = "Приказ",
        Sections = [new PaperSection([.. Enumerable.Range(1, 150).Select(i => new Paragraph($"Абзац номер {i}"))]) { Corner = Code }],
    };

    [GeneratedRegex("yMax=\"(?<y>[\\d.]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bottom();

    [GeneratedRegex(@"(?<x>[\d.]+) (?<y>[\d.]+) (?<w>[\d.]+) (?<h>[\d.]+) re f", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Box();
}
