using System.Text.RegularExpressions;
using MentoringPortal.Paper.Blocks;

namespace MentoringPortal.Paper.Tests;

/// <summary>What independent readers say of the PDF: qpdf, poppler.</summary>
public partial class PdfReadersTests
{
    public static TheoryData<string> Papers => ["order", "blocks", "registry", "hard"];

    [Theory]
    [MemberData(nameof(Papers))]
    public void Check_ByQpdf_FindsNothing(string paper) =>
        Tool.Read(Render(paper), "qpdf", "--check", "FILE").ShouldContain("No syntax or stream encoding errors found");

    [Theory]
    [MemberData(nameof(Papers))]
    public void Fonts_AreEmbeddedSubsetsWithUnicode(string paper)
    {
        var fonts = Tool.Read(Render(paper), "pdffonts", "FILE").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();

        fonts.ShouldNotBeEmpty();
        fonts.ShouldAllBe(line => FontLine().IsMatch(line));
    }

    [Fact]
    public void Information_NamesTitleAuthorAndTags()
    {
        var information = Tool.Read(Render("order"), "pdfinfo", "FILE");

        information.ShouldContain("Приказ от 03.09.2026 № 172/1 «О внедрении целевой модели наставничества»");
        information.ShouldContain("Author:          Управление образования Заречного района");
        information.ShouldMatch("Tagged: +yes");
        information.ShouldMatch("PDF version: +1.7");
    }

    [Fact]
    public void Metadata_ClaimsUniversalAccessibility()
    {
        var metadata = Tool.Read(Render("order"), "pdfinfo", "-meta", "FILE");

        metadata.ShouldContain("<pdfuaid:part>1</pdfuaid:part>");
        metadata.ShouldContain("<rdf:li>ru-RU</rdf:li>");
        metadata.ShouldContain("2026-09-03T09:00:00Z");
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void StructureText_EqualsTheDocumentInOrder(string paper)
    {
        var structure = Tool.Read(Render(paper), "pdfinfo", "-struct-text", "FILE");

        var read = string.Concat(QuotedText().Matches(structure).Select(match => match.Groups["text"].Value));

        Squeeze(read).ShouldBe(Squeeze(string.Concat(Sample(paper).Sections.SelectMany(section => section.Blocks).SelectMany(Texts))));
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void PlainText_HasEveryWord(string paper)
    {
        var words = Tool.Read(Render(paper), "pdftotext", "FILE", "-").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

        var expected = Sample(paper).Sections.SelectMany(section => section.Blocks).SelectMany(Texts)
            .SelectMany(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.Length < 20 && !word.Contains('-', StringComparison.Ordinal) && !word.Contains('–', StringComparison.Ordinal));
        expected.ShouldAllBe(word => words.Contains(word));
    }

    [Fact]
    public void Structure_OfClauses_NestsAsTheirNumbersDo()
    {
        var lines = Tool.Read(Render("order"), "pdfinfo", "-struct-text", "FILE").Split('\n');

        Depth("1.").ShouldBe(Depth("2."));
        Depth("5.").ShouldBe(Depth("2."));
        Depth("2.1.").ShouldBeGreaterThan(Depth("2."));
        Depth("2.2.1.").ShouldBeGreaterThan(Depth("2.1."));
        Depth("–").ShouldBe(Depth("2.1."));
        lines.Count(line => line.Trim() == "/ListNumbering /Decimal").ShouldBe(3);
        lines.Count(line => line.Trim() == "/ListNumbering /Disc").ShouldBe(1);

        int Depth(string label) => lines.First(line => line.Trim() == $"\"{label}\u00A0\"" || line.Trim() == $"\"{label} \"").TakeWhile(c => c == ' ').Count();
    }

    [Fact]
    public void Structure_OfTheRoadmap_ScopesHeadsAndSpansSections()
    {
        var structure = Squeeze(Tool.Read(Render("order"), "pdfinfo", "-struct-text", "FILE"));

        structure.ShouldContain("THeadTRTH:/Scope/Column\"№п/п\"");
        structure.ShouldContain("TH:/Scope/Row/ColSpan5\"1.Раздел:");
        structure.Split("\"Наименованиемероприятия\"").Length.ShouldBe(2, "the repeated heads are artifacts");
    }

    [Fact]
    public void Structure_OfHeadings_SkipsNoLevel()
    {
        var structure = Tool.Read(Pdf.Render(Samples.Of(new Heading(1, "а"), new Heading(3, "б"), new Heading(3, "в"), new Heading(2, "г"))), "pdfinfo", "-struct-text", "FILE");

        HeadingTag().Matches(structure).Select(match => match.Value).ShouldBe(["H1", "H2", "H3", "H2"]);
    }

    [Fact]
    public void SecondLetterhead_SaysItsLanguage()
    {
        var plain = Uncompressed(Render("order"));

        plain.ShouldContain("/Lang <FEFF00630065>");
        plain.ShouldContain("/Lang <FEFF00720075002D00520055>");
        plain.ShouldContain("/DisplayDocTitle true");
        plain.ShouldContain("/Tabs /S");
    }

    [Fact]
    public void Fallback_TakesTheSecondFontAndThenAVisibleSign()
    {
        var pdf = Pdf.Render(Samples.Of(new Paragraph("Буквы ЍӀ и знаки ☃😀⅛ вместе")));

        Tool.Read(pdf, "pdftotext", "FILE", "-").ShouldContain("Буквы ЍӀ и знаки ☃😀⅛ вместе");
    }

    [Fact]
    public void Render_Twice_GivesEqualBytes() => Render("order").ShouldBe(Render("order"));

    [Fact]
    public void Render_ToAStreamThatCannotSeek_GivesTheSameBytes()
    {
        using var buffer = new MemoryStream();
        using (var zip = new System.IO.Compression.GZipStream(buffer, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            Pdf.Render(Samples.Order(), zip);

        buffer.Position = 0;
        using var unzip = new System.IO.Compression.GZipStream(buffer, System.IO.Compression.CompressionMode.Decompress);
        using var read = new MemoryStream();
        unzip.CopyTo(read);
        read.ToArray().ShouldBe(Render("order"));
    }

    [Fact]
    public void Render_RowWithMoreCellsThanColumns_IsRefused() =>
        Should.Throw<ArgumentException>(() => Pdf.Render(Samples.Of(new Table { Columns = [new("А", 1)], Rows = [new("1", "2")] })));

    private static byte[] Render(string paper) => Pdf.Render(Sample(paper));

    private static PaperDocument Sample(string paper) => paper switch
    {
        "order" => Samples.Order(),
        "blocks" => Samples.EveryBlock(),
        "registry" => Samples.Registry(120),
        "hard" => Samples.Hard(),
        _ => throw new ArgumentOutOfRangeException(nameof(paper), paper, message: null),
    };

    private static IEnumerable<string> Texts(Block block) => block switch
    {
        Letterhead letterhead => [.. letterhead.Lines, .. letterhead.SecondLines, .. letterhead.Details],
        DocumentKind kind => [kind.Text],
        RegistrationLine line => [line.Date + " ", line.Place + " ", line.Number],
        DocumentTitle title => [title.Text.PlainText],
        Heading heading => [heading.Text.PlainText],
        Paragraph paragraph => [paragraph.Text.PlainText],
        Clause clause => [clause.Number, clause.Text.PlainText],
        Bullet bullet => ["–", bullet.Text.PlainText],
        Table table =>
        [
            .. table.Columns.Select(column => column.Head.PlainText),
            .. table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Text.PlainText),
            .. table.Rows.Count == 0 ? [table.EmptyText] : Array.Empty<string>(),
        ],
        Signature signature => [signature.Position, signature.Name],
        AppendixMark mark => mark.Lines,
        Note note => [note.Text.PlainText],
        Figure figure => figure.Marks.OfType<FigureText>().Select(text => text.Text),
        PageBreak or Spacer => [],
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Uncompressed(byte[] pdf) => Tool.Read(pdf, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-");

    [GeneratedRegex(@"^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FontLine();

    [GeneratedRegex(@"\bH\d", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeadingTag();

    [GeneratedRegex("""^\s*"(?<text>.*)"$""", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuotedText();
}
