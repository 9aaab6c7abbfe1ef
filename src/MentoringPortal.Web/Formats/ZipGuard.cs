using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using MentoringPortal.Domain;

namespace MentoringPortal.Web.Formats;

/// <summary>
/// A ZIP archive (PKWARE APPNOTE) in memory, read strictly and within <see cref="FileLimits"/>. <see cref="ZipArchive"/> is not used, because
/// it stops silently at the size an entry declares, and lets entries overlap: both are ways to show a checker less than others will unpack.
/// </summary>
internal sealed class ZipGuard
{
    private const int LocalHeaderLength = 30, CentralHeaderLength = 46, EndLength = 22;

    private readonly byte[] _content;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private long _unpacked;

    private readonly record struct Entry(string Name, int Offset, int PackedLength, long DeclaredLength, bool Deflated);

    /// <summary>Reads the directory. Throws <see cref="DomainException"/> for an archive that is broken, encrypted, or beyond the limits.</summary>
    public ZipGuard(byte[] content)
    {
        _content = content;
        ReadDirectory(content);
    }

    public IEnumerable<string> Names => _entries.Keys;

    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>A stream over an entry's unpacked bytes, which throws as soon as a limit is passed, or when the bytes are not as many as declared.</summary>
    public Stream Open(string name)
    {
        if (!_entries.TryGetValue(name, out var entry))
            throw UploadedFile.Broken();
        var packed = new MemoryStream(_content, entry.Offset, entry.PackedLength, writable: false);
        return new CountedStream(this, entry.Deflated ? new DeflateStream(packed, CompressionMode.Decompress) : packed, entry.DeclaredLength);
    }

    /// <summary>Unpacks every entry into nothing: what is kept for others to open is no bomb either.</summary>
    public void CheckAll()
    {
        var chunk = new byte[81_920];
        foreach (var name in _entries.Keys)
        {
            using var stream = Open(name);
            while (stream.Read(chunk) > 0)
            {
                // The counting is the work.
            }
        }
    }

    private void ReadDirectory(ReadOnlySpan<byte> content)
    {
        // No bytes before the first entry, no comment after the end record: a second format could hide there.
        var end = content.Length - EndLength;
        if (end < 0 || !content.StartsWith("PK\x03\x04"u8) || !content[end..].StartsWith("PK\x05\x06"u8))
            throw UploadedFile.Broken();
        var count = BinaryPrimitives.ReadUInt16LittleEndian(content[(end + 10)..]);
        if (count > FileLimits.MaxArchiveEntries)
            throw TooBig();
        long at = BinaryPrimitives.ReadUInt32LittleEndian(content[(end + 16)..]);
        var previousEnd = 0;
        var entries = new List<Entry>(count);
        for (var i = 0; i < count; i++)
        {
            if (at + CentralHeaderLength > end || !content[(int)at..].StartsWith("PK\x01\x02"u8))
                throw UploadedFile.Broken();
            entries.Add(ReadEntry(content[..end], (int)at, out var headerLength));
            at += headerLength;
        }
        foreach (var entry in entries.OrderBy(entry => entry.Offset))
        {
            if (entry.Offset - LocalHeaderLength < previousEnd)
                throw UploadedFile.Broken();
            previousEnd = entry.Offset + entry.PackedLength;
            // A directory, or a name that comes twice, would make readers disagree on what the archive holds.
            if (!entry.Name.EndsWith('/') && !_entries.TryAdd(entry.Name, entry))
                throw UploadedFile.Broken();
        }
    }

    private static Entry ReadEntry(ReadOnlySpan<byte> content, int at, out int headerLength)
    {
        var header = content[at..];
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        var method = BinaryPrimitives.ReadUInt16LittleEndian(header[10..]);
        long packed = BinaryPrimitives.ReadUInt32LittleEndian(header[20..]);
        long declared = BinaryPrimitives.ReadUInt32LittleEndian(header[24..]);
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        var extraLength = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        long local = BinaryPrimitives.ReadUInt32LittleEndian(header[42..]);
        headerLength = CentralHeaderLength + nameLength + extraLength + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        if (at + headerLength > content.Length)
            throw UploadedFile.Broken();
        if ((flags & 1) != 0)
            throw new DomainException("Файл защищён паролем. Снимите пароль и загрузите файл ещё раз.");
        ReadZip64(header.Slice(CentralHeaderLength + nameLength, extraLength), ref declared, ref packed, ref local);

        var name = header.Slice(CentralHeaderLength, nameLength);
        if (method is not (0 or 8) || declared < 0 || local < 0 || local + LocalHeaderLength > content.Length
            || !content[(int)local..].StartsWith("PK\x03\x04"u8))
        {
            throw UploadedFile.Broken();
        }
        var localHeader = content[(int)local..];
        var localNameLength = BinaryPrimitives.ReadUInt16LittleEndian(localHeader[26..]);
        var offset = local + LocalHeaderLength + localNameLength + BinaryPrimitives.ReadUInt16LittleEndian(localHeader[28..]);
        if (packed < 0 || offset + packed > content.Length || !localHeader.Slice(LocalHeaderLength, localNameLength).SequenceEqual(name))
            throw UploadedFile.Broken();
        return new Entry(Encoding.UTF8.GetString(name).Replace('\\', '/'), (int)offset, (int)packed, declared, method == 8);
    }

    /// <summary>Some writers put 64-bit sizes even into small archives (APPNOTE 4.5.3): a field of all ones is followed by its value here.</summary>
    private static void ReadZip64(ReadOnlySpan<byte> extra, ref long declared, ref long packed, ref long local)
    {
        while (extra.Length >= 4)
        {
            var length = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            var values = extra.Slice(4, length);
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == 1)
            {
                Take(ref values, ref declared);
                Take(ref values, ref packed);
                Take(ref values, ref local);
                return;
            }
            extra = extra[(4 + length)..];
        }

        static void Take(ref ReadOnlySpan<byte> values, ref long field)
        {
            if (field != uint.MaxValue || values.Length < 8)
                return;
            field = BinaryPrimitives.ReadInt64LittleEndian(values);
            values = values[8..];
        }
    }

    private void Count(int bytes)
    {
        _unpacked += bytes;
        if (_unpacked > FileLimits.MaxUnpackedBytes
            || _unpacked > FileLimits.SmallUnpackedBytes && _unpacked > (long)_content.Length * FileLimits.MaxUnpackedRatio)
        {
            throw TooBig();
        }
    }

    private static DomainException TooBig() =>
        new("Файл распаковывается в слишком большой документ. Сохраните нужную часть в отдельный файл и загрузите её.");

    private sealed class CountedStream(ZipGuard archive, Stream source, long declared) : Stream
    {
        private long _length;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int read;
            try
            {
                read = source.Read(buffer);
            }
            catch (InvalidDataException)
            {
                throw UploadedFile.Broken();
            }
            archive.Count(read);
            _length += read;
            if (_length > declared || read == 0 && !buffer.IsEmpty && _length != declared)
                throw UploadedFile.Broken();
            return read;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                source.Dispose();
            base.Dispose(disposing);
        }
    }
}
