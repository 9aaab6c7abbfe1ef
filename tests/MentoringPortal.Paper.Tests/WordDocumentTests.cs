using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using MentoringPortal.Paper.Blocks;
using Table = MentoringPortal.Paper.Blocks.Table;
using WordTable = DocumentFormat.OpenXml.Wordprocessing.Table;
using WordTableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace MentoringPortal.Paper.Tests;

public class WordDocumentTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    public void Render_Order_IsValidOpenXml(int rows) => Errors(Samples.Order(rows)).ShouldBeEmpty();

    [Fact]
    public void Render_EveryBlock_IsValidOpenXml() => Errors(Samples.EveryBlock()).ShouldBeEmpty();

    [Fact]
    public void Render_ControlCharactersAndMarkup_ComeOutAsText()
    {
        var text = BodyText(Samples.Of(new Blocks.Paragraph("a\u0001b <b>&{{7*7}} =1+1 \uD800")));

        text.ShouldBe("ab <b>&{{7*7}} =1+1 \uFFFD");
    }

    [Fact]
    public void Render_Order_KeepsEveryClauseAndCell()
    {
        var document = Samples.Order();

        var text = BodyText(document);

        foreach (var clause in document.Sections[0].Blocks.OfType<Clause>())
            text.ShouldContain(clause.Number + "\u00A0" + clause.Text.PlainText);
        var cells = document.Sections[1].Blocks.OfType<Table>().Single().Rows.SelectMany(row => row.Cells);
        foreach (var cell in cells)
            text.ShouldContain(cell.Text.PlainText.Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Render_Roadmap_RepeatsItsHeadAndKeepsRowsWhole()
    {
        using var package = Open(Samples.Order());
        var table = package.MainDocumentPart!.Document.Body!.Elements<WordTable>().Single(table => table.Elements<WordTableRow>().Count() > 40);

        var rows = table.Elements<WordTableRow>().ToList();

        rows.Count(row => row.TableRowProperties!.Elements<TableHeader>().Any()).ShouldBe(1);
        rows[0].TableRowProperties!.Elements<TableHeader>().ShouldNotBeEmpty();
        rows.ShouldAllBe(row => row.TableRowProperties!.Elements<CantSplit>().Any());
    }

    [Fact]
    public void Render_Order_HasMarginsOrientationAndPageNumbersOfTheStandard()
    {
        using var package = Open(Samples.Order());
        var sections = package.MainDocumentPart!.Document.Descendants<SectionProperties>().ToList();

        var margins = sections[0].Elements<PageMargin>().Single();
        (margins.Left!.Value, margins.Right!.Value, margins.Top!.Value, margins.Bottom!.Value).ShouldBe((1701u, 567u, 1134, 1134));
        sections[0].Elements<TitlePage>().ShouldNotBeEmpty();
        sections[1].Elements<TitlePage>().ShouldBeEmpty();
        sections[1].Elements<PageSize>().Single().Orient!.Value.ShouldBe(PageOrientationValues.Landscape);
        var header = (HeaderPart)package.MainDocumentPart.GetPartById(
            sections[1].Elements<HeaderReference>().Single(reference => reference.Type! == HeaderFooterValues.Default).Id!);
        header.Header.Descendants<SimpleField>().Single().Instruction!.Value.ShouldBe("PAGE");
    }

    [Fact]
    public void Render_Order_IsMarkedAsRussianWithATitle()
    {
        using var package = Open(Samples.Order());

        package.PackageProperties.Title.ShouldBe(Samples.Order().Title);
        package.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single().Val!.Value.ShouldBe("ru-RU");
        package.MainDocumentPart.Document.Descendants<Languages>().Select(language => language.Val!.Value).Distinct().ShouldBe(["ce"]);
    }

    private static WordprocessingDocument Open(PaperDocument document) => WordprocessingDocument.Open(new MemoryStream(Docx.Render(document)), isEditable: false);

    private static string BodyText(PaperDocument document)
    {
        using var package = Open(document);
        return package.MainDocumentPart!.Document.Body!.InnerText;
    }

    private static List<string> Errors(PaperDocument document)
    {
        using var package = Open(document);
        var validator = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013);
        return [.. validator.Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}")];
    }
}
