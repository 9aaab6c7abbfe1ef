using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using MentoringPortal.Paper.Blocks;
using MentoringPortal.Paper.Objects;
using MentoringPortal.Paper.Word;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace MentoringPortal.Paper;

/// <summary>
/// Renders a document for editing in Word: real styles, repeated table heads, a page number field. What stands in the PDF stands here too,
/// in the same order. Throws <see cref="ArgumentException"/> when a table row has more cells than its table columns.
/// </summary>
public static class Docx
{
    /// <summary>Beyond any number of drawings in the text.</summary>
    private const uint FirstCornerId = 1_000_000;

    private const string Numbered = "numbered", Unnumbered = "unnumbered";

    public static byte[] Render(PaperDocument document)
    {
        using var output = new MemoryStream();
        Render(document, output);
        return output.ToArray();
    }

    /// <param name="document">What to render.</param>
    /// <param name="output">Must be able to seek, as the package format asks.</param>
    public static void Render(PaperDocument document, Stream output)
    {
        using var package = WordprocessingDocument.Create(output, WordprocessingDocumentType.Document);
        var main = package.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>("styles").Styles = WordStyles.Create(document);
        main.AddNewPart<DocumentSettingsPart>("settings").Settings = new Settings(new Compatibility(Compatible()));
        AddHeader(main, Numbered, new SimpleField(new WordRun(new Text("2"))) { Instruction = "PAGE" });
        AddHeader(main, Unnumbered);
        var body = new Body();
        for (var i = 0; i < document.Sections.Count; i++)
        {
            var section = document.Sections[i];
            body.Append(new WordBlocks(document, section).Compose());
            var properties = SectionOf(document, section, isFirst: i == 0);
            if (section.Corner is { } corner)
                AddCorner(main, properties, $"corner{i}", corner, WordUnits.TextWidth(document.Page, section.Orientation));
            body.Append(i == document.Sections.Count - 1 ? properties : new WordParagraph(new ParagraphProperties(properties)));
        }
        // Word repairs a file in which two drawings have one number.
        foreach (var (i, drawing) in body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Index())
            drawing.Id = (uint)i + 1;
        main.Document = new Document(body);
        package.PackageProperties.Title = Metadata.Clean(document.Title);
        package.PackageProperties.Creator = document.Author is { } author ? Metadata.Clean(author) : null;
        package.PackageProperties.Language = document.Language;
        package.PackageProperties.Created = document.CreatedAt?.UtcDateTime;
    }

    /// <summary>Word 2013 and later: without it Word lays tables out as in 2007 and writes «режим совместимости» in the title.</summary>
    private static CompatibilitySetting Compatible() => new()
    {
        Name = CompatSettingNameValues.CompatibilityMode,
        Uri = "http://schemas.microsoft.com/office/word",
        Val = "15",
    };

    private static void AddHeader(MainDocumentPart main, string id, params OpenXmlElement[] content)
    {
        var paragraph = new WordParagraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Header }));
        paragraph.Append(content);
        main.AddNewPart<HeaderPart>(id).Header = new Header(paragraph);
    }

    /// <summary>In the footer of the section's first page, at the right.</summary>
    private static void AddCorner(MainDocumentPart main, SectionProperties section, string id, Figure corner, int width)
    {
        var paragraph = WordFigure.Compose(corner, width);
        paragraph.ParagraphProperties ??= new ParagraphProperties();
        paragraph.ParagraphProperties.Justification = new Justification { Val = JustificationValues.Right };
        foreach (var drawing in paragraph.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>())
            drawing.Id = FirstCornerId;
        main.AddNewPart<FooterPart>(id).Footer = new Footer(paragraph);
        section.PrependChild(new FooterReference { Type = HeaderFooterValues.First, Id = id });
        if (section.GetFirstChild<TitlePage>() is null)
            section.Append(new TitlePage());
    }

    /// <summary>The first page of the document, and of a section that counts anew, bears no number.</summary>
    private static SectionProperties SectionOf(PaperDocument document, PaperSection section, bool isFirst)
    {
        var page = document.Page;
        var isLandscape = section.Orientation == Orientation.Landscape;
        var (width, height) = isLandscape ? (page.Height, page.Width) : (page.Width, page.Height);
        var properties = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = Numbered },
            new HeaderReference { Type = HeaderFooterValues.First, Id = Unnumbered },
            new SectionType { Val = SectionMarkValues.NextPage },
            new PageSize
            {
                Width = (uint)WordUnits.Twips(width),
                Height = (uint)WordUnits.Twips(height),
                Orient = isLandscape ? PageOrientationValues.Landscape : PageOrientationValues.Portrait,
            },
            new PageMargin
            {
                Left = (uint)WordUnits.Twips(page.Left),
                Right = (uint)WordUnits.Twips(page.Right),
                Top = WordUnits.Twips(page.Top),
                Bottom = WordUnits.Twips(page.Bottom),
                Header = (uint)WordUnits.Twips(10),
                Footer = (uint)WordUnits.Twips(10),
                Gutter = 0,
            });
        if (section.RestartsNumbering)
            properties.Append(new PageNumberType { Start = 1 });
        if (isFirst || section.RestartsNumbering)
            properties.Append(new TitlePage());
        return properties;
    }
}
