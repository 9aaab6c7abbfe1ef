using System.Buffers.Text;
using System.Text;

namespace MentoringPortal.Paper.Objects;

/// <summary>Growing bytes with the few ways PDF writes things.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>The bytes as the ASCII that they are.</summary>
    public override string ToString() => Encoding.ASCII.GetString(Written);

    public void Clear() => Length = 0;

    public ByteBuffer Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Space(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    /// <summary>Characters of ASCII.</summary>
    public ByteBuffer Append(string text)
    {
        Length += Encoding.ASCII.GetBytes(text, Space(text.Length));
        return this;
    }

    public ByteBuffer Append(byte value)
    {
        Space(1)[0] = value;
        Length++;
        return this;
    }

    public ByteBuffer Append(int value)
    {
        Utf8Formatter.TryFormat(value, Space(11), out var written);
        Length += written;
        return this;
    }

    /// <summary>With at most two digits after the point: a hundredth of a point is 3.5 µm.</summary>
    public ByteBuffer Append(double value)
    {
        var hundredths = (int)Math.Round(value * 100, MidpointRounding.AwayFromZero);
        if (hundredths < 0)
            Append((byte)'-');
        var (whole, rest) = Math.DivRem(Math.Abs(hundredths), 100);
        Append(whole);
        if (rest == 0)
            return this;
        Append((byte)'.').Append((byte)('0' + rest / 10));
        return rest % 10 == 0 ? this : Append((byte)('0' + rest % 10));
    }

    /// <summary>A text string of the document level (ISO 32000-1, 7.9.2.2): UTF-16 with a byte order mark, in hexadecimal.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public ByteBuffer AppendText(string text) => Append(Text(text));

    private Span<byte> Space(int count)
    {
        if (Length + count > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(Length + count, 2 * _bytes.Length));
        return _bytes.AsSpan(Length);
    }
}
