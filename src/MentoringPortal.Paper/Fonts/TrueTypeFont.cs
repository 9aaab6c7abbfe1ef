using System.Text;

namespace MentoringPortal.Paper.Fonts;

/// <summary>
/// What a PDF needs of a TrueType file (OpenType 1.9, tables head, hhea, hmtx, maxp, cmap format 4, loca, glyf, post, OS/2, name, GPOS).
/// Immutable and shared by all threads. Widths and heights are in 1/1000 of the type size, as PDF counts them.
/// </summary>
internal sealed class TrueTypeFont
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _tables = [];
    private readonly ushort[] _glyphs = new ushort[0x10000];
    private readonly int _unitsPerEm;
    private readonly int _widthCount;
    private readonly bool _longOffsets;
    private readonly BigEndian _widths;
    private readonly BigEndian _offsets;

    public TrueTypeFont(ReadOnlyMemory<byte> file)
    {
        var header = new BigEndian(file);
        for (var i = 0; i < header.UInt16(4); i++)
        {
            var entry = 12 + 16 * i;
            var tag = Encoding.ASCII.GetString(file.Span.Slice(entry, 4));
            _tables[tag] = file.Slice((int)header.UInt32(entry + 8), (int)header.UInt32(entry + 12));
        }
        var head = Table("head");
        _unitsPerEm = head.UInt16(18);
        _longOffsets = head.Int16(50) == 1;
        Box = [.. Enumerable.Range(0, 4).Select(i => Scale(head.Int16(36 + 2 * i)))];
        var hhea = Table("hhea");
        (Ascent, Descent, LineGap) = (Scale(hhea.Int16(4)), Scale(hhea.Int16(6)), Scale(hhea.Int16(8)));
        _widthCount = hhea.UInt16(34);
        GlyphCount = Table("maxp").UInt16(4);
        CapHeight = Scale(Table("OS/2").Int16(88));
        ItalicAngle = (int)Table("post").UInt32(4) / 65536.0;
        _widths = Table("hmtx");
        _offsets = Table("loca");
        PostScriptName = ReadPostScriptName(Table("name"));
        ReadCharacterMap(Table("cmap"));
        Kerning = _tables.TryGetValue("GPOS", out var gpos) ? PairKerning.Read(new(gpos), GlyphCount) : PairKerning.None;
    }

    public string PostScriptName { get; }

    public int[] Box { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int LineGap { get; }

    public int CapHeight { get; }

    public double ItalicAngle { get; }

    public int GlyphCount { get; }

    public PairKerning Kerning { get; }

    /// <summary>0 when the font lacks the character.</summary>
    public int Glyph(int codePoint) => codePoint < _glyphs.Length ? _glyphs[codePoint] : 0;

    public int Width(int glyph) => Scale(WidthInUnits(glyph));

    public int Kern(int left, int right) => Scale(Kerning.Between(left, right));

    public int WidthInUnits(int glyph) => _widths.UInt16(4 * Math.Min(glyph, _widthCount - 1));

    public int LeftSideBearing(int glyph) =>
        glyph < _widthCount ? _widths.Int16(4 * glyph + 2) : _widths.Int16(4 * _widthCount + 2 * (glyph - _widthCount));

    public ReadOnlyMemory<byte> Outline(int glyph)
    {
        var (start, end) = (Offset(glyph), Offset(glyph + 1));
        return _tables["glyf"][start..end];
    }

    public ReadOnlyMemory<byte> RawTable(string tag) => _tables[tag];

    private int Offset(int glyph) => _longOffsets ? (int)_offsets.UInt32(4 * glyph) : 2 * _offsets.UInt16(2 * glyph);

    private BigEndian Table(string tag) =>
        _tables.TryGetValue(tag, out var table) ? new(table) : throw new InvalidDataException($"The font has no table '{tag}'.");

    private int Scale(int units) => (int)Math.Round(units * 1000.0 / _unitsPerEm, MidpointRounding.AwayFromZero);

    private static string ReadPostScriptName(BigEndian name)
    {
        const int PostScriptNameId = 6, Windows = 3;
        for (var i = 0; i < name.UInt16(2); i++)
        {
            var entry = 6 + 12 * i;
            if (name.UInt16(entry) == Windows && name.UInt16(entry + 6) == PostScriptNameId)
                return Encoding.BigEndianUnicode.GetString(name.Slice(name.UInt16(4) + name.UInt16(entry + 10), name.UInt16(entry + 8)).Span);
        }
        throw new InvalidDataException("The font has no PostScript name.");
    }

    private void ReadCharacterMap(BigEndian cmap)
    {
        const int Windows = 3, UnicodeBmp = 1, SegmentMap = 4;
        for (var i = 0; i < cmap.UInt16(2); i++)
        {
            var entry = 4 + 8 * i;
            var table = cmap.From((int)cmap.UInt32(entry + 4));
            if (cmap.UInt16(entry) == Windows && cmap.UInt16(entry + 2) == UnicodeBmp && table.UInt16(0) == SegmentMap)
            {
                ReadSegments(table);
                return;
            }
        }
        throw new InvalidDataException("The font has no Unicode character map of format 4.");
    }

    private void ReadSegments(BigEndian map)
    {
        var doubleCount = map.UInt16(6);
        for (var s = 0; s < doubleCount; s += 2)
        {
            var (end, start) = (map.UInt16(14 + s), map.UInt16(16 + doubleCount + s));
            var delta = map.UInt16(16 + 2 * doubleCount + s);
            var rangeAt = 16 + 3 * doubleCount + s;
            var range = map.UInt16(rangeAt);
            for (var c = start; c <= end && c != 0xFFFF; c++)
            {
                var glyph = range == 0 ? c : map.UInt16(rangeAt + range + 2 * (c - start));
                _glyphs[c] = (ushort)(glyph == 0 && range != 0 ? 0 : glyph + delta);
            }
        }
    }
}
