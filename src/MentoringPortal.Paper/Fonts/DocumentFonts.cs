using System.Runtime.InteropServices;

namespace MentoringPortal.Paper.Fonts;

/// <summary>A character as it will be shown: the face that has it, its code in that face's subset, its glyph and width (1/1000 em).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Character(byte Face, ushort Code, ushort Glyph, short Width);

/// <summary>The faces one document uses and the characters it takes from each. Not for several threads.</summary>
internal sealed class DocumentFonts
{
    private const int Replacement = 0xFFFD;

    private readonly FontSubset?[] _subsets = new FontSubset?[FontLibrary.FaceCount];

    /// <summary>Characters already met, by style and by blocks of 256 code points: looking one up is the hottest path of a long table.</summary>
    private readonly Character[]?[]?[] _met = new Character[]?[]?[FontLibrary.StyleCount];

    public IEnumerable<(int Face, FontSubset Subset)> Used =>
        _subsets.Index().Where(face => face.Item is not null).Select(face => (face.Index, face.Item!));

    /// <summary>The face that sets a style's usual text and gives its line height.</summary>
    public static TrueTypeFont Main(FontStyle style) => FontLibrary.Face((int)style);

    public Character Find(int codePoint, FontStyle style)
    {
        var blocks = _met[(int)style] ??= new Character[]?[0x1100];
        ref var block = ref blocks[codePoint >> 8];
        block ??= new Character[256];
        ref var character = ref block[codePoint & 0xFF];
        if (character.Code == 0)
            character = Add(codePoint, style);
        return character;
    }

    private Character Add(int codePoint, FontStyle style)
    {
        for (var face = (int)style; face < FontLibrary.FaceCount; face += FontLibrary.StyleCount)
        {
            if (FontLibrary.Face(face).Glyph(codePoint) is > 0 and var glyph)
                return Add(face, codePoint, glyph);
        }
        // A visible sign instead of the letter; the text under it stays the letter, so copying and reading aloud lose nothing.
        return Add((int)style, codePoint, Main(style).Glyph(Replacement));
    }

    private Character Add(int face, int codePoint, int glyph)
    {
        var subset = _subsets[face] ??= new FontSubset(FontLibrary.Face(face));
        return new((byte)face, subset.Add(codePoint, glyph), (ushort)glyph, (short)subset.Font.Width(glyph));
    }
}
