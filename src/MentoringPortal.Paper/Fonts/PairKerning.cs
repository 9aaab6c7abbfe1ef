using System.Numerics;

namespace MentoringPortal.Paper.Fonts;

/// <summary>The pair kerning of a font: feature «kern» of GPOS, lookup type 2 in both formats. Values are font units.</summary>
internal sealed class PairKerning
{
    private const int PairAdjustment = 2, Extension = 9;

    /// <summary>Of each lookup the first subtable that knows the left glyph (format 2) or the pair (format 1) decides; lookups add up.</summary>
    private readonly List<List<ISubtable>> _lookups = [];

    public static PairKerning None { get; } = new();

    public static PairKerning Read(BigEndian gpos, int glyphCount)
    {
        var kerning = new PairKerning();
        var lookupList = gpos.From(gpos.UInt16(8));
        foreach (var index in KernLookups(gpos.From(gpos.UInt16(6))))
        {
            var lookup = lookupList.From(lookupList.UInt16(2 + 2 * index));
            var subtables = new List<ISubtable>();
            for (var i = 0; i < lookup.UInt16(4); i++)
            {
                var (type, table) = (lookup.UInt16(0), lookup.From(lookup.UInt16(6 + 2 * i)));
                if (type == Extension)
                    (type, table) = (table.UInt16(2), table.From((int)table.UInt32(4)));
                if (type == PairAdjustment)
                    subtables.Add(table.UInt16(0) == 1 ? new PairSubtable(table) : new ClassSubtable(table, glyphCount));
            }
            kerning._lookups.Add(subtables);
        }
        return kerning;
    }

    public int Between(int left, int right)
    {
        var sum = 0;
        foreach (var lookup in _lookups)
        {
            foreach (var subtable in lookup)
            {
                if (subtable.TryGet(left, right, out var value))
                {
                    sum += value;
                    break;
                }
            }
        }
        return sum;
    }

    private static SortedSet<int> KernLookups(BigEndian features)
    {
        var lookups = new SortedSet<int>();
        for (var i = 0; i < features.UInt16(0); i++)
        {
            if (!features.Slice(2 + 6 * i, 4).Span.SequenceEqual("kern"u8))
                continue;
            var feature = features.From(features.UInt16(6 + 6 * i));
            for (var k = 0; k < feature.UInt16(2); k++)
                lookups.Add(feature.UInt16(4 + 2 * k));
        }
        return lookups;
    }

    private static int RecordSize(int format) => 2 * BitOperations.PopCount((uint)format);

    /// <summary>The horizontal advance inside a value record; the placements before it are optional.</summary>
    private static int Advance(BigEndian table, int record, int format) =>
        (format & 4) == 0 ? 0 : table.Int16(record + RecordSize(format & 3));

    private static IEnumerable<(int Glyph, int Index)> Coverage(BigEndian table)
    {
        for (var i = 0; i < table.UInt16(2); i++)
        {
            if (table.UInt16(0) == 1)
            {
                yield return (table.UInt16(4 + 2 * i), i);
                continue;
            }
            var range = 4 + 6 * i;
            for (var glyph = table.UInt16(range); glyph <= table.UInt16(range + 2); glyph++)
                yield return (glyph, table.UInt16(range + 4) + glyph - table.UInt16(range));
        }
    }

    private interface ISubtable
    {
        bool TryGet(int left, int right, out int value);
    }

    private sealed class PairSubtable : ISubtable
    {
        private readonly Dictionary<int, int> _values = [];

        public PairSubtable(BigEndian table)
        {
            var (first, second) = (table.UInt16(4), table.UInt16(6));
            foreach (var (left, index) in Coverage(table.From(table.UInt16(2))))
            {
                var set = table.From(table.UInt16(10 + 2 * index));
                for (var i = 0; i < set.UInt16(0); i++)
                {
                    var record = 2 + i * (2 + RecordSize(first) + RecordSize(second));
                    _values[left << 16 | set.UInt16(record)] = Advance(set, record + 2, first);
                }
            }
        }

        public bool TryGet(int left, int right, out int value) => _values.TryGetValue(left << 16 | right, out value);
    }

    private sealed class ClassSubtable : ISubtable
    {
        private readonly bool[] _covered;
        private readonly ushort[] _left;
        private readonly ushort[] _right;
        private readonly short[] _values;
        private readonly int _rightClasses;

        public ClassSubtable(BigEndian table, int glyphCount)
        {
            var (first, second) = (table.UInt16(4), table.UInt16(6));
            _covered = new bool[glyphCount];
            foreach (var (glyph, _) in Coverage(table.From(table.UInt16(2))))
                _covered[glyph] = true;
            _left = Classes(table.From(table.UInt16(8)), glyphCount);
            _right = Classes(table.From(table.UInt16(10)), glyphCount);
            _rightClasses = table.UInt16(14);
            _values = new short[table.UInt16(12) * _rightClasses];
            for (var i = 0; i < _values.Length; i++)
                _values[i] = (short)Advance(table, 16 + i * (RecordSize(first) + RecordSize(second)), first);
        }

        public bool TryGet(int left, int right, out int value)
        {
            value = _covered[left] ? _values[_left[left] * _rightClasses + _right[right]] : 0;
            return _covered[left];
        }

        private static ushort[] Classes(BigEndian table, int glyphCount)
        {
            var classes = new ushort[glyphCount];
            if (table.UInt16(0) == 1)
            {
                for (var i = 0; i < table.UInt16(4); i++)
                    classes[table.UInt16(2) + i] = (ushort)table.UInt16(6 + 2 * i);
                return classes;
            }
            for (var i = 0; i < table.UInt16(2); i++)
            {
                var range = 4 + 6 * i;
                for (var glyph = table.UInt16(range); glyph <= table.UInt16(range + 2); glyph++)
                    classes[glyph] = (ushort)table.UInt16(range + 4);
            }
            return classes;
        }
    }
}
