using CsCheck;
using MentoringPortal.Paper.Fonts;
using MentoringPortal.Paper.Layout;

namespace MentoringPortal.Paper.Tests;

public class LineBreakerTests
{
    private static readonly Gen<string> Texts = Gen.Char["абвщ ЖШ  -–—/\u00A0«»№159\n.,ӀĂ\u0301"].Array[0, 120].Select(letters => new string(letters));
    private static readonly Gen<double> Widths = Gen.Double[1, 300];

    [Fact]
    public void Break_AnyText_PutsEveryGlyphInOneLineInOrder() => Gen.Select(Texts, Widths, Widths).Sample((text, first, rest) =>
    {
        var (shaped, lines) = Break(text, first, rest);
        var next = 0;
        foreach (var line in lines)
        {
            line.Start.ShouldBe(next);
            line.End.ShouldBeGreaterThanOrEqualTo(line.Start);
            next = line.End;
        }
        next.ShouldBe(shaped.Glyphs.Length);
    });

    [Fact]
    public void Break_AnyText_KeepsLinesWithinTheirWidth() => Gen.Select(Texts, Widths, Widths).Sample((text, first, rest) =>
    {
        var (shaped, lines) = Break(text, first, rest);
        foreach (var (i, line) in lines.Index())
        {
            var limit = i == 0 ? first : rest;
            var inked = Inked(shaped, line);
            (line.Width <= limit + 0.01 || inked.Count(glyph => !glyph.Has(GlyphTraits.Combining)) == 1)
                .ShouldBeTrue($"line {i} of «{text}» is {line.Width} wide, allowed {limit}");
        }
    });

    [Fact]
    public void Break_AnyText_EndsLinesOnlyWhereItMay_UnlessAWordIsTooLong() => Gen.Select(Texts, Widths).Sample((text, width) =>
    {
        var (shaped, lines) = Break(text, width, width);
        foreach (var line in lines.SkipLast(1))
        {
            var last = shaped.Glyphs[line.End - 1];
            var isCut = !last.Has(GlyphTraits.BreakAfter) && !last.Has(GlyphTraits.NewLine);
            if (isCut)
                shaped.Glyphs[line.Start..(line.End - 1)].ShouldAllBe(glyph => !glyph.Has(GlyphTraits.BreakAfter), $"«{text}» was cut though it could end earlier");
        }
    });

    [Fact]
    public void Break_AnyText_WastesNoLine() => Gen.Select(Texts, Widths).Sample((text, width) =>
    {
        var (shaped, lines) = Break(text, width, width);
        foreach (var (line, next) in lines.Zip(lines.Skip(1)).Where(pair => !pair.First.EndsParagraph && !IsCut(shaped, pair.First) && !IsCut(shaped, pair.Second)))
        {
            var end = next.Start;
            while (end < next.End && !shaped.Glyphs[end].Has(GlyphTraits.BreakAfter) && !shaped.Glyphs[end].Has(GlyphTraits.NewLine))
                end++;
            var word = Inked(shaped, new Line(next.Start, Math.Min(end + 1, next.End), 0, EndsParagraph: false)).Sum(glyph => glyph.Width + glyph.Kern) * shaped.Scale;
            (shaped.Measure(line.Start, line.End) + word + 2).ShouldBeGreaterThan(width, $"the next word of «{text}» would have fitted");
        }
    });

    [Theory]
    [InlineData("учитель-ученик", "учитель-|ученик")]
    [InlineData("№\u00A0172 от", "№\u00A0172 |от")]
    [InlineData("75-2 о/д", "75-2 |о/д")]
    [InlineData("2020–2021 год", "2020–2021 |год")]
    [InlineData("а\nб\n", "а\n|б\n")]
    [InlineData("", "")]
    public void Break_ToTheNarrowest_EndsLinesAt(string text, string expected)
    {
        var shaped = Shape(text);
        var longest = expected.Split('|').Max(part => Shape(part.TrimEnd(' ', '\n')).Measure(0, part.TrimEnd(' ', '\n').Length));

        var lines = LineBreaker.Break(shaped, longest + 0.1, longest + 0.1);

        string.Join('|', lines.Select(line => text[line.Start..line.End])).ShouldBe(expected);
    }

    /// <summary>The line ends inside a word that is longer than a line.</summary>
    private static bool IsCut(ShapedText text, Line line) =>
        !text.Glyphs[line.End - 1].Has(GlyphTraits.BreakAfter) && !text.Glyphs[line.End - 1].Has(GlyphTraits.NewLine);

    private static List<ShapedGlyph> Inked(ShapedText text, Line line)
    {
        var glyphs = text.Glyphs[line.Start..line.End].Where(glyph => !glyph.Has(GlyphTraits.NewLine)).ToList();
        while (glyphs.Count > 0 && glyphs[^1].Has(GlyphTraits.Hanging))
            glyphs.RemoveAt(glyphs.Count - 1);
        return glyphs;
    }

    private static (ShapedText Text, List<Line> Lines) Break(string text, double first, double rest)
    {
        var shaped = Shape(text);
        return (shaped, LineBreaker.Break(shaped, first, rest));
    }

    private static ShapedText Shape(string text) => ShapedText.Shape(text, new TextStyle(12), new DocumentFonts());
}
