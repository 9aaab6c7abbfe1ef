using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using MentoringPortal.Paper.Blocks;

namespace MentoringPortal.Paper.Tests;

/// <summary>A drawing is the same in all three: its shapes, its words, and what is said to whoever does not see it.</summary>
public partial class FigureTests
{
    private const string Attack = "<script>&\"'\u0001";

    [Fact]
    public void Html_IsAnImageWithTitleAndDescription()
    {
        var svg = new HtmlParser().ParseDocument(Html.Render(Samples.Of(Samples.Chart(Attack)))).QuerySelector("figure.chart svg[role=img]")!;

        var named = svg.GetAttribute("aria-labelledby")!.Split(' ').Select(id => svg.QuerySelector("#" + id)!.TextContent);
        named.ShouldBe(["Охват по годам", "01.09.2025 – 45,5 %"]);
        svg.QuerySelectorAll("rect").Select(r => r.GetAttribute("class")).ShouldBe(["chart-column", "chart-other"]);
        svg.QuerySelectorAll("line.chart-target").Length.ShouldBe(1);
        svg.QuerySelector("text.chart-value")!.TextContent.ShouldBe(Attack);
        svg.QuerySelector("script").ShouldBeNull();
    }

    [Fact]
    public void Pdf_DrawsInsideAFigureWithItsAlternative()
    {
        var pdf = Uncompressed(Samples.Of(Samples.Chart()));

        // 640 units on 170 mm of text: a box of 56 × 120 is that much smaller.
        var scale = 170 * 72 / 25.4 / 640;
        var boxes = Box().Matches(pdf).Select(m => (Width: Number(m, "w"), Height: Number(m, "h"))).ToList();
        boxes.Count.ShouldBe(2);
        boxes[0].Width.ShouldBe(56 * scale, 0.01);
        boxes[0].Height.ShouldBe(120 * scale, 0.01);
        pdf.ShouldContain("/S /Figure");
        pdf.ShouldContain("/BBox");
        var structure = Tool.Read(Pdf.Render(Samples.Of(Samples.Chart())), "pdfinfo", "-struct", "FILE");
        structure.ShouldContain("Figure");
    }

    [Fact]
    public void Pdf_KeepsADrawingWholeOnThePage()
    {
        var pages = Tool.Read(Pdf.Render(Samples.Of([.. Enumerable.Repeat(0, 9).Select(_ => Samples.Chart())])), "pdfinfo", "FILE");

        // 240 units are 64 mm and some space: three on each sheet of 257 mm.
        pages.ShouldMatch("Pages: +3");
    }

    [Fact]
    public void Docx_HasTheAlternativeAndOneNumberADrawing()
    {
        using var package = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(Docx.Render(Samples.Of(Samples.Chart(Attack), Samples.Chart()))), isEditable: false);
        var body = package.MainDocumentPart!.Document.Body!;

        var drawings = body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().ToList();
        drawings.Select(d => d.Id!.Value).ShouldBe([1u, 2u]);
        drawings[0].Description!.Value.ShouldBe("Охват по годам. 01.09.2025 – 45,5 %");
        body.InnerText.ShouldContain("<script>&\"'");
    }

    private static string Uncompressed(PaperDocument document) => Tool.Read(Pdf.Render(document), "qpdf", "--qdf", "--object-streams=disable", "FILE", "-");

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\S+ \S+ \S+ rg \S+ \S+ (?<w>\S+) (?<h>\S+) re f", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Box();
}
