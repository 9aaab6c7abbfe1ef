using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using MentoringPortal.Paper.Blocks;
using MentoringPortal.Paper.Fonts;

namespace MentoringPortal.Paper.Layout;

[Flags]
internal enum GlyphTraits : byte
{
    None = 0,

    /// <summary>Stretches when a line is justified.</summary>
    Space = 1,

    /// <summary>The line may end after it.</summary>
    BreakAfter = 2,

    /// <summary>Ends the line and is not drawn.</summary>
    NewLine = 4,

    /// <summary>Sits on the letter before it and never begins a line.</summary>
    Combining = 8,

    /// <summary>Vanishes at the end of a line: an ordinary space.</summary>
    Hanging = 16,
}

/// <summary>A placed character; <see cref="Kern"/> is what the pair with the next one adds to the width (both 1/1000 em).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ShapedGlyph(byte Face, GlyphTraits Traits, ushort Code, short Width, short Kern)
{
    public bool Has(GlyphTraits trait) => (Traits & trait) != GlyphTraits.None;
}

/// <summary>Text measured and marked with the places where a line may end, all in one size.</summary>
internal sealed class ShapedText
{
    private ShapedText(ShapedGlyph[] glyphs, TextStyle style) => (Glyphs, Style) = (glyphs, style);

    public ShapedGlyph[] Glyphs { get; }

    public TextStyle Style { get; }

    /// <summary>Points per 1/1000 em.</summary>
    public double Scale => Style.Size / 1000;

    public static ShapedText Shape(RichText text, TextStyle style, DocumentFonts fonts)
    {
        var glyphs = new ShapedGlyph[text.Runs.Sum(run => run.Text.Length)];
        var count = 0;
        Rune previous = default;
        ushort previousGlyph = 0;
        foreach (var run in text.Runs)
        {
            var face = style.Face | (run.Bold ? FontStyle.Bold : FontStyle.Regular) | (run.Italic ? FontStyle.Italic : FontStyle.Regular);
            foreach (var rune in run.Text.EnumerateRunes())
            {
                var character = fonts.Find(rune.Value == '\n' ? ' ' : rune.Value, face);
                if (count > 0)
                {
                    ref var last = ref glyphs[count - 1];
                    var kern = last.Face == character.Face ? FontLibrary.Face(last.Face).Kern(previousGlyph, character.Glyph) : 0;
                    var breaks = MayBreakBetween(previous, rune) ? GlyphTraits.BreakAfter : GlyphTraits.None;
                    last = last with { Kern = (short)kern, Traits = last.Traits | breaks };
                }
                glyphs[count++] = new(character.Face, Traits(rune), character.Code, character.Width, 0);
                (previous, previousGlyph) = (rune, character.Glyph);
            }
        }
        return new(count == glyphs.Length ? glyphs : glyphs[..count], style);
    }

    /// <summary>Width in points of the glyphs from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public double Measure(int start, int end)
    {
        var width = 0;
        for (var i = start; i < end; i++)
            width += Glyphs[i].Width + Glyphs[i].Kern;
        return width * Scale;
    }

    public int CountSpaces(int start, int end)
    {
        var spaces = 0;
        for (var i = start; i < end; i++)
            spaces += Glyphs[i].Has(GlyphTraits.Space) ? 1 : 0;
        return spaces;
    }

    private static GlyphTraits Traits(Rune rune) => rune.Value switch
    {
        '\n' => GlyphTraits.NewLine,
        ' ' => GlyphTraits.Space | GlyphTraits.Hanging | GlyphTraits.BreakAfter,
        '\u00A0' => GlyphTraits.Space,
        < 0x300 => GlyphTraits.None,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? GlyphTraits.Combining : GlyphTraits.None,
    };

    /// <summary>«учитель-ученик» may be parted after the dash; «75-2», «2020–2021» and «о/д» may not.</summary>
    private static bool MayBreakBetween(Rune left, Rune right) => left.Value is '-' or '\u2010' or '–' or '—' && Rune.IsLetter(right);
}
