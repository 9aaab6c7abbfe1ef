using MentoringPortal.Paper.Blocks;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace MentoringPortal.Paper.Tests;

/// <summary>Where things stand on the sheet, read by PdfPig: ГОСТ Р 7.0.97-2025, and that nothing overlaps or is torn.</summary>
public class PageGeometryTests
{
    private const double Millimetre = 72 / 25.4;

    /// <summary>Points that a glyph's box may stick out by: side bearings and kerning.</summary>
    private const double Tolerance = 0.6;

    [Theory]
    [InlineData("order")]
    [InlineData("blocks")]
    [InlineData("hard")]
    [InlineData("registry")]
    public void Text_StaysInsideTheMargins(string paper)
    {
        using var pdf = Open(Sample(paper));

        foreach (var page in pdf.GetPages())
        {
            var body = Body(page);
            body.ShouldNotBeEmpty();
            body.Min(letter => letter.BoundingBox.Left).ShouldBeGreaterThan(30 * Millimetre - Tolerance);
            body.Max(letter => letter.BoundingBox.Right).ShouldBeLessThan(page.Width - 10 * Millimetre + Tolerance);
            body.Max(letter => letter.BoundingBox.Top).ShouldBeLessThan(page.Height - 20 * Millimetre);
            body.Min(letter => letter.StartBaseLine.Y).ShouldBeGreaterThan(20 * Millimetre);
        }
    }

    [Theory]
    [InlineData("order")]
    [InlineData("blocks")]
    [InlineData("hard")]
    [InlineData("registry")]
    public void Letters_NeverOverlap(string paper)
    {
        using var pdf = Open(Sample(paper));

        foreach (var page in pdf.GetPages())
        {
            var letters = page.Letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).ToList();
            letters.Select(letter => (Math.Round(letter.StartBaseLine.X, 1), Math.Round(letter.StartBaseLine.Y, 1))).ShouldBeUnique();
            var baselines = letters.Select(letter => Math.Round(letter.StartBaseLine.Y, 1)).Distinct().Order().ToList();
            foreach (var line in letters.GroupBy(letter => Math.Round(letter.StartBaseLine.Y, 1)))
            {
                var sorted = line.OrderBy(letter => letter.StartBaseLine.X).ToList();
                for (var i = 1; i < sorted.Count; i++)
                    sorted[i].StartBaseLine.X.ShouldBeGreaterThan(sorted[i - 1].EndBaseLine.X - 0.25 * sorted[i].PointSize, $"page {page.Number}: {sorted[i - 1].Value}{sorted[i].Value}");
            }
            ColumnsOf(letters).ShouldAllBe(gap => gap > 8.5, $"lines too close on page {page.Number}");
            baselines.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void PageNumbers_BeginOnTheSecondSheet_CentredTenMillimetresBelowTheEdge()
    {
        using var pdf = Open(Samples.Order());

        var pages = pdf.GetPages().ToList();
        Number(pages[0]).ShouldBeEmpty();
        foreach (var page in pages.Skip(1))
        {
            var digits = Number(page);
            string.Concat(digits.Select(digit => digit.Value)).ShouldBe($"{page.Number}");
            var middle = (digits.Min(digit => digit.BoundingBox.Left) + digits.Max(digit => digit.BoundingBox.Right)) / 2;
            middle.ShouldBe((30 * Millimetre + page.Width - 10 * Millimetre) / 2, tolerance: 1);
            (page.Height - digits.Max(digit => digit.BoundingBox.Top)).ShouldBeGreaterThanOrEqualTo(10 * Millimetre);
        }
    }

    [Fact]
    public void PageNumbers_OfASectionThatRestarts_BeginAgainOnItsSecondSheet()
    {
        using var pdf = Open(Samples.EveryBlock());

        pdf.GetPages().Select(page => string.Concat(Number(page).Select(digit => digit.Value))).ShouldBe(["", "2", "3", "", "2", "3"]);
    }

    [Fact]
    public void Roadmap_LiesOnLandscapeSheets_WithItsHeadOnEach()
    {
        using var pdf = Open(Samples.Order());

        var pages = pdf.GetPages().ToList();
        (pages[0].Width < pages[0].Height).ShouldBeTrue();
        pages.Count.ShouldBeGreaterThan(3);
        pages.Skip(1).ShouldAllBe(page => page.Width > page.Height);
        pages.Skip(1).ShouldAllBe(page => Text(page).Contains("Ответственный исполнитель", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(13)]
    public void Rows_AreNotTornAcrossPages(int linesBefore)
    {
        var rows = Enumerable.Range(1, 90).Select(i => new TableRow($"начало{i}!\nсередина{i}!\nконец{i}!", $"сосед{i}!")).ToList();
        using var pdf = Open(Samples.Of(
            new Paragraph(string.Join('\n', Enumerable.Repeat("строка", linesBefore))),
            new Table { Columns = [new("Текст", 1), new("Сосед", 1)], Rows = rows }));

        var pages = pdf.GetPages().Select(Text).ToList();

        for (var i = 1; i <= 90; i++)
        {
            var page = pages.Single(text => text.Contains($"начало{i}!", StringComparison.Ordinal));
            page.ShouldContain($"середина{i}!");
            page.ShouldContain($"конец{i}!");
            page.ShouldContain($"сосед{i}!");
        }
        pages.Count.ShouldBeGreaterThan(4);
    }

    [Fact]
    public void SectionRows_AreNeverLastOnAPage()
    {
        var rows = Enumerable.Range(1, 200).Select(i => i % 3 == 0 ? TableRow.Section("РАЗДЕЛ") : new TableRow($"{i}"));
        using var pdf = Open(Samples.Of(new Table { Columns = [new("№", 1)], Rows = [.. rows] }));

        pdf.GetPages().ShouldAllBe(page => !Text(page).TrimEnd().EndsWith("РАЗДЕЛ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Fillings))]
    public void Signature_StandsOnThePageOfTheLastLines(int lines)
    {
        var filling = Enumerable.Range(1, lines).Select(i => new Paragraph($"абзац {i}"));
        using var pdf = Open(Samples.Of([.. filling, new Paragraph(Samples.Words(60) + " последнее"), new Spacer(4), new Signature("Начальник\nуправления", Samples.Signer)]));

        var page = Text(pdf.GetPages().Last());

        page.ShouldContain("Образцова");
        page.ShouldContain("управления");
        page.ShouldContain("последнее");
        page.ShouldContain("слово50", customMessage: "a single line beside the signature is not «the last lines»");
    }

    public static TheoryData<int> Fillings => [.. Enumerable.Range(30, 16)];

    [Theory]
    [MemberData(nameof(Fillings))]
    public void Paragraphs_LeaveNoSingleLineBehind(int lines)
    {
        var filling = Enumerable.Range(1, lines).Select(i => new Paragraph($"абзац {i}"));
        using var pdf = Open(Samples.Of([.. filling, new Paragraph(string.Join('\n', Enumerable.Range(1, 6).Select(i => $"висячая{i}")))]));

        var counts = pdf.GetPages().Select(page => Text(page).Split("висячая").Length - 1).Where(count => count > 0).ToList();

        counts.Sum().ShouldBe(6);
        counts.ShouldAllBe(count => count >= 2);
    }

    [Theory]
    [MemberData(nameof(Fillings))]
    public void Heading_StaysWithTheTableUnderIt(int lines)
    {
        var filling = Enumerable.Range(1, lines).Select(i => new Paragraph($"абзац {i}"));
        using var pdf = Open(Samples.Of([.. filling, new Heading(1, "Заголовок"), new Table { Columns = [new("Шапка", 1)], Rows = [new("первая")] }]));

        var page = pdf.GetPages().Select(Text).Single(text => text.Contains("Заголовок", StringComparison.Ordinal));

        page.ShouldContain("Шапка");
        page.ShouldContain("первая");
    }

    [Fact]
    public void Justified_LinesReachTheRightMargin()
    {
        using var pdf = Open(Samples.Of(new Paragraph(Samples.Words(120))));

        var lines = Body(pdf.GetPage(1)).GroupBy(letter => Math.Round(letter.StartBaseLine.Y, 1)).OrderByDescending(line => line.Key).ToList();

        lines.SkipLast(1).ShouldAllBe(line => Math.Abs(line.Max(letter => letter.EndBaseLine.X) - (210 - 10) * Millimetre) < 0.5);
        lines[0].Min(letter => letter.StartBaseLine.X).ShouldBe((30 + 12.5) * Millimetre, tolerance: 0.5);
        lines[1].Min(letter => letter.StartBaseLine.X).ShouldBe(30 * Millimetre, tolerance: 0.5);
    }

    [Fact]
    public void Justified_LineBeforeAnUnbreakableAddress_IsNotTornIntoHoles()
    {
        var address = new string('а', 62);
        using var pdf = Open(Samples.Of(new Paragraph($"Папку с документами просим направить на {address} до десятого сентября этого года, иначе срок пройдёт.")));

        var first = Body(pdf.GetPage(1)).GroupBy(letter => Math.Round(letter.StartBaseLine.Y, 1)).MaxBy(line => line.Key)!.OrderBy(letter => letter.StartBaseLine.X).ToList();

        first.Zip(first.Skip(1)).ShouldAllBe(pair => pair.Second.StartBaseLine.X - pair.First.EndBaseLine.X < 1.5 * 14);
    }

    [Fact]
    public void RowTallerThanAPage_LosesNoWord()
    {
        using var pdf = Open(Samples.Hard());

        var text = string.Join(' ', pdf.GetPages().Select(Text));

        for (var i = 1; i <= 900; i++)
            text.ShouldContain($"слово{i} ");
        pdf.GetPages().Skip(1).SkipLast(1).ShouldAllBe(page => Text(page).Contains("Итог", StringComparison.Ordinal));
    }

    [Fact]
    public void Outline_LeadsToTheHeadings()
    {
        using var pdf = Open(Samples.Order());

        pdf.TryGetBookmarks(out var bookmarks).ShouldBeTrue();
        bookmarks.GetNodes().Select(node => node.Title[..4]).ShouldBe(["Об у", "План"]);
    }

    private static PaperDocument Sample(string paper) => paper switch
    {
        "order" => Samples.Order(),
        "blocks" => Samples.EveryBlock(),
        "registry" => Samples.Registry(120),
        "hard" => Samples.Hard(),
        _ => throw new ArgumentOutOfRangeException(nameof(paper), paper, message: null),
    };

    private static PdfDocument Open(PaperDocument document) => PdfDocument.Open(Pdf.Render(document));

    /// <summary>The letters below the top margin; a space that ends a line may hang over the right one.</summary>
    private static List<Letter> Body(Page page) =>
        [.. page.Letters.Where(letter => letter.StartBaseLine.Y < page.Height - 20 * Millimetre && !string.IsNullOrWhiteSpace(letter.Value))];

    private static List<Letter> Number(Page page) =>
        [.. page.Letters.Where(letter => letter.StartBaseLine.Y > page.Height - 20 * Millimetre && !string.IsNullOrWhiteSpace(letter.Value))];

    private static string Text(Page page) => string.Concat(page.Letters.Select(letter => letter.Value));

    /// <summary>Distances between the baselines of letters that stand under one another.</summary>
    private static IEnumerable<double> ColumnsOf(List<Letter> letters) =>
        letters.GroupBy(letter => (int)(letter.StartBaseLine.X / 6)).SelectMany(column =>
        {
            var baselines = column.Select(letter => Math.Round(letter.StartBaseLine.Y, 1)).Distinct().Order().ToList();
            return baselines.Zip(baselines.Skip(1), (lower, upper) => upper - lower);
        });
}
