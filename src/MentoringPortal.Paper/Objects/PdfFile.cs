using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace MentoringPortal.Paper.Objects;

/// <summary>
/// Writes a PDF 1.7 file front to back: streams as they come, all other objects gathered in compressed object streams, a cross-reference
/// stream at the end (ISO 32000-1, 7.5.7 and 7.5.8). The file's identifier is a hash of its bytes, so equal documents are equal files.
/// </summary>
internal sealed class PdfFile : IDisposable
{
    private const int ObjectsPerStream = 200;

    private readonly Stream _output;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    /// <summary>By object number; number 0 heads the list of free objects, with generation 65535.</summary>
    private readonly List<Place> _places = [new(0, 0, ushort.MaxValue)];
    private readonly ByteBuffer _gatheredIndex = new();
    private readonly ByteBuffer _gathered = new();
    private readonly ByteBuffer _scratch = new();
    private int _gatheredCount;
    private int _gatheredStream;
    private long _position;

    public PdfFile(Stream output)
    {
        _output = output;
        // The comment of four high bytes tells transfer programs that the file is binary.
        Emit([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    /// <summary>Where an object lies: at an offset, or inside an object stream.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(byte Kind, long Value, int Index);

    public int Reserve()
    {
        _places.Add(default);
        return _places.Count - 1;
    }

    public int Write(ByteBuffer body)
    {
        var id = Reserve();
        Write(id, body.Written);
        return id;
    }

    public void Write(int id, ReadOnlySpan<byte> body)
    {
        if (_gatheredCount == 0)
            _gatheredStream = Reserve();
        _places[id] = new(2, _gatheredStream, _gatheredCount++);
        _gatheredIndex.Append(id).Append((byte)' ').Append(_gathered.Length).Append((byte)' ');
        _gathered.Append(body).Append((byte)'\n');
        if (_gatheredCount == ObjectsPerStream)
            FlushGathered();
    }

    /// <param name="id">A reserved number.</param>
    /// <param name="entries">Entries of the stream's dictionary besides length and filter.</param>
    /// <param name="data">The bytes before compression.</param>
    /// <param name="compress">False where readers want to find the bytes as they are (XMP).</param>
    public void WriteStream(int id, string entries, ReadOnlySpan<byte> data, bool compress = true)
    {
        _places[id] = new(1, _position, 0);
        var packed = compress ? Deflate(data) : data;
        _scratch.Clear();
        _scratch.Append(id).Append(" 0 obj\n<<"u8).Append(entries).Append(compress ? "/Filter/FlateDecode"u8 : ""u8)
            .Append("/Length "u8).Append(packed.Length).Append(">>\nstream\n"u8);
        Emit(_scratch.Written);
        Emit(packed);
        Emit("\nendstream\nendobj\n"u8);
    }

    public void Finish(int catalog, int information)
    {
        FlushGathered();
        var id = Reserve();
        var start = _position;
        _places[id] = new(1, start, 0);
        var table = new ByteBuffer();
        foreach (var place in _places)
            table.Append([place.Kind, (byte)(place.Value >> 24), (byte)(place.Value >> 16), (byte)(place.Value >> 8), (byte)place.Value, (byte)(place.Index >> 8), (byte)place.Index]);
        var fingerprint = Convert.ToHexString(_hash.GetHashAndReset().AsSpan(0, 16));
        WriteStream(id, $"/Type/XRef/Size {_places.Count}/W[1 4 2]/Root {catalog} 0 R/Info {information} 0 R/ID[<{fingerprint}><{fingerprint}>]", table.Written);
        Emit(Encoding.ASCII.GetBytes($"startxref\n{start}\n%%EOF\n"));
    }

    public void Dispose() => _hash.Dispose();

    private static ReadOnlySpan<byte> Deflate(ReadOnlySpan<byte> data)
    {
        var packed = new MemoryStream(data.Length / 3 + 64);
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(data);
        return packed.GetBuffer().AsSpan(0, (int)packed.Length);
    }

    private void FlushGathered()
    {
        if (_gatheredCount == 0)
            return;
        var first = _gatheredIndex.Length;
        _gatheredIndex.Append(_gathered.Written);
        WriteStream(_gatheredStream, $"/Type/ObjStm/N {_gatheredCount}/First {first}", _gatheredIndex.Written);
        _gatheredIndex.Clear();
        _gathered.Clear();
        _gatheredCount = 0;
    }

    private void Emit(ReadOnlySpan<byte> bytes)
    {
        _output.Write(bytes);
        _hash.AppendData(bytes);
        _position += bytes.Length;
    }
}
