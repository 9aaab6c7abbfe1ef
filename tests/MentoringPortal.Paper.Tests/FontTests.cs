using MentoringPortal.Paper.Fonts;

namespace MentoringPortal.Paper.Tests;

public class FontTests
{
    public static TheoryData<int> Faces => [.. Enumerable.Range(0, FontLibrary.FaceCount)];

    [Theory]
    [MemberData(nameof(Faces))]
    public void Face_HasTheLettersOfRussianPapers(int face)
    {
        var font = FontLibrary.Face(face);

        foreach (var letter in "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя0123456789 \u00A0№«»—–-§%()/.,;:!?+Ӏӏ₽")
            font.Glyph(letter).ShouldBeGreaterThan(0, $"{font.PostScriptName} lacks «{letter}»");
    }

    [Fact]
    public void MainFace_HasTheMetricsOfTimes()
    {
        var font = DocumentFonts.Main(FontStyle.Regular);

        font.PostScriptName.ShouldBe("Tinos-Regular");
        font.Width(font.Glyph('0')).ShouldBe(500);
        font.Width(font.Glyph(' ')).ShouldBe(250);
        (font.Ascent - font.Descent + font.LineGap).ShouldBe(1149);
    }

    [Theory]
    [InlineData("AV")]
    [InlineData("ГА")]
    [InlineData("Та")]
    public void Kerning_DrawsLettersTogether(string pair)
    {
        var font = DocumentFonts.Main(FontStyle.Regular);

        font.Kern(font.Glyph(pair[0]), font.Glyph(pair[1])).ShouldBeInRange(-200, -10);
        font.Kern(font.Glyph('н'), font.Glyph('н')).ShouldBe(0);
    }

    [Fact]
    public void Subset_ReadsBackWithTheSameOutlinesAndWidths()
    {
        var font = DocumentFonts.Main(FontStyle.Regular);
        var subset = new FontSubset(font);
        const string Letters = "Щёй№é";
        foreach (var letter in Letters)
            subset.Add(letter, font.Glyph(letter));

        var file = new SubsetReader(subset.ToTrueType());

        foreach (var (i, letter) in Letters.Index())
        {
            file.Width(i + 1).ShouldBe(font.WidthInUnits(font.Glyph(letter)));
            file.HasOutline(i + 1).ShouldBeTrue();
        }
        file.Checksum().ShouldBe(0xB1B0AFBA);
        file.Length.ShouldBeLessThan(4000);
    }

    [Fact]
    public void Find_UnknownLetters_FallsBackAndNeverThrows()
    {
        var fonts = new DocumentFonts();
        for (var codePoint = 1; codePoint <= 0x10FFFF; codePoint += 37)
        {
            var character = fonts.Find(codePoint, FontStyle.Bold);
            (character.Code > 0 && character.Glyph > 0).ShouldBeTrue();
        }
    }

    [Fact]
    public void Find_SpaceAndNoBreakSpace_StayTwoCharacters()
    {
        var fonts = new DocumentFonts();

        fonts.Find(' ', FontStyle.Regular).Code.ShouldNotBe(fonts.Find('\u00A0', FontStyle.Regular).Code);
        fonts.Find(' ', FontStyle.Regular).ShouldBe(fonts.Find(' ', FontStyle.Regular));
    }

    /// <summary>Reads the cut-down file by itself, without the reader under test.</summary>
    private sealed class SubsetReader(byte[] file)
    {
        public int Length => file.Length;

        public int Width(int glyph) => Number(Table("hmtx") + 4 * glyph, 2);

        public bool HasOutline(int glyph) => Number(Table("loca") + 4 * glyph + 4, 4) > Number(Table("loca") + 4 * glyph, 4);

        public uint Checksum()
        {
            var sum = 0u;
            for (var i = 0; i < file.Length; i += 4)
                sum += (uint)Number(i, 4);
            return sum;
        }

        private int Table(string tag)
        {
            var entry = Enumerable.Range(0, Number(4, 2)).Select(i => 12 + 16 * i).Single(at => System.Text.Encoding.ASCII.GetString(file, at, 4) == tag);
            return Number(entry + 8, 4);
        }

        private int Number(int offset, int bytes) => file.Skip(offset).Take(bytes).Aggregate(0, (number, value) => number << 8 | value);
    }
}
