using System.Buffers.Binary;
using System.Text;

namespace MentoringPortal.Paper.Fonts;

/// <summary>
/// The characters a document takes from one face. Each gets a code of its own, which is also its glyph number in the cut-down font:
/// so the space and the non-breaking space come out of the PDF as the characters they were.
/// </summary>
internal sealed class FontSubset(TrueTypeFont font)
{
    private const int HasInstructions = 0x100, MoreComponents = 0x20, WordArguments = 1, Scaled = 8, ScaledXy = 0x40, Matrix = 0x80;

    private readonly List<(int CodePoint, int Glyph)> _characters = [(0, 0)];

    public TrueTypeFont Font { get; } = font;

    /// <summary>By code; code 0 is the font's «missing» glyph and no character.</summary>
    public IReadOnlyList<(int CodePoint, int Glyph)> Characters => _characters;

    public ushort Add(int codePoint, int glyph)
    {
        _characters.Add((codePoint, glyph));
        return (ushort)(_characters.Count - 1);
    }

    /// <summary>A TrueType file of the used glyphs alone, without hinting programs (printers and screens of today do not need them).</summary>
    public byte[] ToTrueType()
    {
        var glyphs = _characters.Select(character => character.Glyph).ToList();
        var renumbered = new Dictionary<int, int>();
        var outlines = new MemoryStream();
        var offsets = new List<uint> { 0 };
        // Composite glyphs add their parts at the end of the list, so the count grows while it is walked.
        for (var i = 0; i < glyphs.Count; i++)
        {
            outlines.Write(CopyOutline(Font.Outline(glyphs[i]), glyphs, renumbered));
            while (outlines.Length % 4 != 0)
                outlines.WriteByte(0);
            offsets.Add((uint)outlines.Length);
        }
        return WriteFile(new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines.ToArray(),
            ["head"] = Head(),
            ["hhea"] = WithCount(Font.RawTable("hhea"), 34, glyphs.Count),
            ["hmtx"] = Widths(glyphs),
            ["loca"] = Offsets(offsets),
            ["maxp"] = WithCount(Font.RawTable("maxp"), 4, glyphs.Count),
        });
    }

    private static byte[] CopyOutline(ReadOnlyMemory<byte> outline, List<int> glyphs, Dictionary<int, int> renumbered)
    {
        if (outline.IsEmpty)
            return [];
        var reader = new BigEndian(outline);
        var contours = reader.Int16(0);
        if (contours >= 0)
        {
            var lengthAt = 10 + 2 * contours;
            var program = reader.UInt16(lengthAt);
            return [.. outline.Span[..lengthAt], 0, 0, .. outline.Span[(lengthAt + 2 + program)..]];
        }
        var copy = outline.ToArray();
        var at = 10;
        int flags;
        do
        {
            flags = reader.UInt16(at);
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), (ushort)(flags & ~HasInstructions));
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at + 2), (ushort)Renumber(reader.UInt16(at + 2), glyphs, renumbered));
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2);
            at += (flags & Scaled) != 0 ? 2 : (flags & ScaledXy) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0;
        }
        while ((flags & MoreComponents) != 0);
        return copy[..at];
    }

    private static int Renumber(int glyph, List<int> glyphs, Dictionary<int, int> renumbered)
    {
        if (!renumbered.TryGetValue(glyph, out var number))
        {
            renumbered[glyph] = number = glyphs.Count;
            glyphs.Add(glyph);
        }
        return number;
    }

    private byte[] Head()
    {
        var head = Font.RawTable("head").ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        return head;
    }

    private static byte[] WithCount(ReadOnlyMemory<byte> table, int at, int count)
    {
        var copy = table.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), (ushort)count);
        return copy;
    }

    private byte[] Widths(List<int> glyphs)
    {
        var widths = new byte[4 * glyphs.Count];
        for (var i = 0; i < glyphs.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(widths.AsSpan(4 * i), (ushort)Font.WidthInUnits(glyphs[i]));
            BinaryPrimitives.WriteInt16BigEndian(widths.AsSpan(4 * i + 2), (short)Font.LeftSideBearing(glyphs[i]));
        }
        return widths;
    }

    private static byte[] Offsets(List<uint> offsets)
    {
        var loca = new byte[4 * offsets.Count];
        for (var i = 0; i < offsets.Count; i++)
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * i), offsets[i]);
        return loca;
    }

    private static byte[] WriteFile(SortedDictionary<string, byte[]> tables)
    {
        var headerLength = 12 + 16 * tables.Count;
        var file = new byte[headerLength + tables.Values.Sum(table => Padded(table.Length))];
        var searchable = 1 << (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 * searchable));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)Math.Log2(searchable));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)(16 * (tables.Count - searchable)));
        var (entry, offset, headAt) = (12, headerLength, 0);
        foreach (var (tag, table) in tables)
        {
            headAt = tag == "head" ? offset : headAt;
            table.CopyTo(file, offset);
            Encoding.ASCII.GetBytes(tag, file.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), Checksum(file.AsSpan(offset, Padded(table.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 8), (uint)offset);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 12), (uint)table.Length);
            entry += 16;
            offset += Padded(table.Length);
        }
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(headAt + 8), 0xB1B0AFBA - Checksum(file));
        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        var sum = 0u;
        for (var i = 0; i < data.Length; i += 4)
            sum += BinaryPrimitives.ReadUInt32BigEndian(data[i..]);
        return sum;
    }
}
