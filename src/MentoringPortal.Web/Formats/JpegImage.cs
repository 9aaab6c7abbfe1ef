using System.Buffers.Binary;
using MentoringPortal.Domain;

namespace MentoringPortal.Web.Formats;

/// <summary>A JPEG file (ITU-T T.81) copied segment by segment, without a decoder: what tells of place, camera and author stays behind.</summary>
internal static class JpegImage
{
    private const byte StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA, Comment = 0xFE;

    /// <summary>The image without EXIF, XMP, IPTC and comments; the orientation alone is kept, or a photographed page would lie on its side.</summary>
    public static byte[] Clean(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith<byte>([0xFF, StartOfImage, 0xFF]))
            throw UploadedFile.NotWhatItSays(".jpg");
        var output = new MemoryStream(content.Length);
        output.Write([0xFF, StartOfImage]);
        var (at, hasFrame) = (2, false);
        while (true)
        {
            while (at + 1 < content.Length && content[at] == 0xFF && content[at + 1] == 0xFF)
                at++;
            if (at + 4 > content.Length || content[at] != 0xFF)
                throw UploadedFile.Broken();
            var marker = content[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            if (marker < 0xC0 || marker is >= 0xD0 and <= EndOfImage || length < 2 || at + 2 + length > content.Length)
                throw UploadedFile.Broken();
            var segment = content.Slice(at, 2 + length);
            if (IsFrame(marker))
            {
                CheckFrame(segment);
                hasFrame = true;
            }
            if (marker == 0xE1 && Orientation(segment) is { } orientation)
                WriteOrientation(output, orientation);
            else if (IsKept(marker, segment))
                output.Write(segment);
            at += segment.Length;
            if (marker != StartOfScan)
                continue;
            if (!hasFrame)
                throw UploadedFile.Broken();
            var end = EndOfScan(content, at);
            output.Write(content[at..end]);
            at = end;
            if (content[at + 1] == EndOfImage)
                break;
        }
        output.Write([0xFF, EndOfImage]);
        // What a phone appends after the image (a second, smaller image) is dropped; another format is refused.
        if (ForeignContent.IsIn(content))
            throw UploadedFile.NotWhatItSays(".jpg");
        return output.ToArray();
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static void CheckFrame(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 9)
            throw UploadedFile.Broken();
        ImageSize.Check(BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]));
    }

    /// <summary>Of the application segments only JFIF, the colour profile and Adobe's colour transform change what is seen.</summary>
    private static bool IsKept(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        0xE0 => segment[4..].StartsWith("JFIF\0"u8),
        0xE2 => segment[4..].StartsWith("ICC_PROFILE\0"u8),
        0xEE => segment[4..].StartsWith("Adobe"u8),
        >= 0xE0 and <= 0xEF or Comment => false,
        _ => true,
    };

    /// <summary>Index of the marker that follows the entropy-coded data; stuffed zeros and restart markers belong to the data.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> content, int at)
    {
        while (true)
        {
            var next = content[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= content.Length)
                throw UploadedFile.Broken();
            at += next;
            if (content[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7)))
                return at;
            at += content[at + 1] == 0xFF ? 1 : 2;
        }
    }

    /// <summary>Value of the orientation tag (0x0112) in the first directory of an EXIF segment, 2–8; null when absent or upright.</summary>
    private static ushort? Orientation(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 18 || !segment[4..].StartsWith("Exif\0\0"u8))
            return null;
        var tiff = segment[10..];
        var little = tiff[0] == 'I';
        var directory = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2)
            return null;
        var count = Short(tiff, (int)directory, little);
        for (var i = 0; i < count; i++)
        {
            var entry = (int)directory + 2 + i * 12;
            if (entry + 12 > tiff.Length)
                return null;
            if (Short(tiff, entry, little) == 0x0112)
                return Short(tiff, entry + 8, little) is >= 2 and <= 8 and var value ? value : null;
        }
        return null;
    }

    private static ushort Short(ReadOnlySpan<byte> tiff, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(tiff[at..]) : BinaryPrimitives.ReadUInt16BigEndian(tiff[at..]);

    /// <summary>An EXIF segment of one directory with one entry: the orientation.</summary>
    private static void WriteOrientation(MemoryStream output, ushort orientation) => output.Write(
    [
        0xFF, 0xE1, 0, 34, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0, (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ]);
}

internal static class ImageSize
{
    public static void Check(long width, long height)
    {
        if (width == 0 || height == 0)
            throw UploadedFile.Broken();
        if (width * height > FileLimits.MaxPixels)
            throw new DomainException("Изображение слишком велико: больше 100 мегапикселей. Сохраните его с меньшим разрешением.");
    }
}
