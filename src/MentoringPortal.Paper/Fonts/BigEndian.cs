using System.Buffers.Binary;

namespace MentoringPortal.Paper.Fonts;

/// <summary>Reads the numbers of an OpenType table: all are big-endian, offsets are counted from the table's start.</summary>
internal readonly struct BigEndian(ReadOnlyMemory<byte> data)
{
    public int Length => data.Length;

    public int UInt16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(data.Span[offset..]);

    public int Int16(int offset) => BinaryPrimitives.ReadInt16BigEndian(data.Span[offset..]);

    public uint UInt32(int offset) => BinaryPrimitives.ReadUInt32BigEndian(data.Span[offset..]);

    public BigEndian From(int offset) => new(data[offset..]);

    public ReadOnlyMemory<byte> Slice(int offset, int length) => data.Slice(offset, length);
}
