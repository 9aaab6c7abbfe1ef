using System.IO.Compression;

namespace MentoringPortal.Web.Formats.Pdf;

/// <summary>
/// Unpacks the streams of a PDF into nothing before the library does it into memory: what unpacks beyond the limits of an archive is refused.
/// </summary>
internal static class PdfStreams
{
    public static void Check(byte[] content)
    {
        long unpacked = 0;
        var chunk = new byte[81_920];
        foreach (var start in Starts(content))
        {
            using var stream = new ZLibStream(new MemoryStream(content, start, content.Length - start, writable: false), CompressionMode.Decompress);
            try
            {
                int read;
                while ((read = stream.Read(chunk)) > 0)
                {
                    unpacked += read;
                    if (unpacked > FileLimits.MaxUnpackedBytes)
                        throw SourceBuilder.TooLong();
                }
            }
            catch (InvalidDataException)
            {
                // Not a deflated stream, or one broken midway: the library will get no further with it either.
                continue;
            }
        }
    }

    /// <summary>Places where stream data begin and look like zlib (RFC 1950: method 8, header a multiple of 31).</summary>
    private static List<int> Starts(ReadOnlySpan<byte> content)
    {
        var starts = new List<int>();
        for (var at = 0; content[at..].IndexOf("stream"u8) is >= 0 and var found;)
        {
            at += found + "stream".Length;
            var data = at;
            while (data < content.Length && content[data] is (byte)'\r' or (byte)'\n')
                data++;
            if (data + 2 < content.Length && (content[data] & 0x0F) == 8 && (content[data] << 8 | content[data + 1]) % 31 == 0)
                starts.Add(data);
        }
        return starts;
    }
}
