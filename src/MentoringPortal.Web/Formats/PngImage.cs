using System.Buffers.Binary;

namespace MentoringPortal.Web.Formats;

/// <summary>A PNG file (W3C PNG, third edition) copied chunk by chunk: text, time and EXIF stay behind.</summary>
internal static class PngImage
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly HashSet<string> KeptChunks =
        new(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "bKGD", "pHYs"], StringComparer.Ordinal);

    public static byte[] Clean(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith(Signature))
            throw UploadedFile.NotWhatItSays(".png");
        var output = new MemoryStream(content.Length);
        output.Write(Signature);
        var (at, hasData, type) = (Signature.Length, false, "");
        while (type != "IEND")
        {
            if (at + 12 > content.Length)
                throw UploadedFile.Broken();
            var length = BinaryPrimitives.ReadUInt32BigEndian(content[at..]);
            if (length > content.Length - at - 12)
                throw UploadedFile.Broken();
            var chunk = content.Slice(at, 12 + (int)length);
            type = System.Text.Encoding.Latin1.GetString(chunk.Slice(4, 4));
            if (at == Signature.Length)
                CheckHeader(type, chunk);
            hasData |= type == "IDAT";
            if (KeptChunks.Contains(type))
                output.Write(chunk);
            at += chunk.Length;
        }
        if (!hasData)
            throw UploadedFile.Broken();
        if (ForeignContent.IsIn(content))
            throw UploadedFile.NotWhatItSays(".png");
        return output.ToArray();
    }

    private static void CheckHeader(string type, ReadOnlySpan<byte> chunk)
    {
        if (type != "IHDR" || chunk.Length != 25)
            throw UploadedFile.Broken();
        ImageSize.Check(BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadUInt32BigEndian(chunk[12..]));
    }
}
