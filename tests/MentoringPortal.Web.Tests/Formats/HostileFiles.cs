using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using static MentoringPortal.Web.Tests.Formats.TestFiles;

namespace MentoringPortal.Web.Tests.Formats;

/// <summary>Files to be sent to every place that takes one: ten that are what they say, fifty that are not, and archives that unpack without end.</summary>
internal static class HostileFiles
{
    public static readonly byte[] Pdf = Latin("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R >>\nstartxref\n50\n%%EOF\n");
    public static readonly byte[] Docx = TestFiles.Docx(Paragraph("Приказ"));
    public static readonly byte[] Xlsx = TestFiles.Xlsx("""<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Приказ</t></is></c></row></sheetData>""");
    public static readonly byte[] Jpeg = JpegOf(100, 50);
    public static readonly byte[] Png = PngOf(100, 50);

    /// <summary>Start of an OLE compound file, with the name of the stream that holds an encrypted document.</summary>
    public static readonly byte[] EncryptedOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1024], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[512]];

    private static readonly byte[] Exe = [(byte)'M', (byte)'Z', 0x90, 0, 3, .. new byte[200]];
    private static readonly byte[] Html = Latin("<!DOCTYPE html><html><script>alert(1)</script></html>");

    public static IReadOnlyList<(string Name, byte[] Content)> Accepted =>
    [
        ("приказ.pdf", Pdf),
        ("Приказ № 94-1 от 20.08.2020 (скан).PDF", Pdf),
        ("скан.jpg", Jpeg),
        ("скан.jpeg", [0xFF, 0xD8, .. ExifWithPlace(6), .. Jpeg[2..]]),
        ("скан с телефона.JPG", [.. Jpeg, .. Jpeg]),
        ("скан.png", Png),
        ("план.docx", Docx),
        ("план.docx.pdf", Pdf),
        ("сводка.xlsx", Xlsx),
        ("Положени\u0438\u0306.pdf", Pdf),
    ];

    public static IReadOnlyList<(string Name, byte[] Content)> Rejected =>
    [
        // Something else under an allowed extension: 12.
        ("a.pdf", Exe), ("a.jpg", Exe), ("a.png", Exe), ("a.docx", Exe), ("a.xlsx", Exe),
        ("a.pdf", Html), ("a.jpg", Html),
        ("a.png", Latin("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")),
        ("a.docx", Latin("<hta:application/><script>x</script>")),
        ("a.xlsx", Latin("alert(1)")), ("a.pdf", Latin("<%@ Page Language='C#' %>")), ("a.jpg", Latin("<?php system($_GET[0]); ?>")),
        // An extension that is not taken: 9.
        ("a.exe", Exe), ("a.html", Html), ("a.svg", Html), ("a.hta", Html), ("a.js", Html), ("a.aspx", Html), ("a.php", Html), ("a.docm", Docx), ("приказ", Pdf),
        // One allowed kind under the name of another: 4.
        ("a.docx", Xlsx), ("a.png", Jpeg), ("a.jpg", Png), ("a.xlsx", Zip(("a.txt", "text"))),
        // Two formats at once: 5.
        ("a.pdf", [.. Pdf, .. Html]), ("a.pdf", [.. Pdf[..9], .. Html, .. Pdf[9..]]), ("a.jpg", [.. Jpeg, .. Zip(("a.js", "alert(1)"))]),
        ("a.jpg", Latin("GIF89a/*...*/=1;alert(1)//")), ("a.docx", [.. Pdf, .. Docx]),
        // Names: 11.
        ("a.php.pdf", Pdf), ("a.exe.docx", Docx), ("a.pdf.exe", Pdf), ("a.pdf.", Pdf), ("a.pdf ", Pdf), ("a.pdf::$DATA", Pdf), ("CON.pdf", Pdf), ("a.exe\0.pdf", Pdf),
        (new string('я', 300) + ".pdf", Pdf), ("a\u202Efdp.exe.pdf", Pdf), (".pdf", Pdf),
        // Nothing, or a part: 5.
        ("a.pdf", []), ("a.pdf", Pdf[..40]), ("a.jpg", Jpeg[..^4]), ("a.png", Png[..^4]), ("a.docx", Docx[..^30]),
        // Macros and passwords: 4.
        ("a.docx", TestFiles.Docx(Paragraph("x"), contentType: "application/vnd.ms-word.document.macroEnabled.main+xml")),
        ("a.docx", TestFiles.Docx(Paragraph("x"), more: ("word/vbaProject.bin", "macro"))),
        ("a.docx", EncryptedOffice),
        ("a.pdf", Latin(Encoding.Latin1.GetString(Pdf).Replace("/Root", "/Encrypt 2 0 R /Root", StringComparison.Ordinal))),
    ];

    /// <summary>Archives and XML that grow when opened; a limit must stop each of them.</summary>
    public static IReadOnlyDictionary<string, Func<(string Name, byte[] Content)>> Bombs { get; } = new Dictionary<string, Func<(string, byte[])>>(StringComparer.Ordinal)
    {
        ["xlsx: 200 MB of rows"] = () => ("a.xlsx", WithPart(Xlsx, "xl/worksheets/sheet1.xml", Repeat("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>", "<row><c><v>1</v></c></row>", 200_000_000, "</sheetData></worksheet>"))),
        ["xlsx: a cell of 200 MB"] = () => ("a.xlsx", WithPart(Xlsx, "xl/worksheets/sheet1.xml", Repeat("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row><c t=\"str\"><v>", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 200_000_000, "</v></c></row></sheetData></worksheet>"))),
        ["xlsx: shared strings"] = () => ("a.xlsx", WithPart(Xlsx, "xl/sharedStrings.xml", Repeat("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">", "<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>", 200_000_000, "</sst>"))),
        ["xlsx: 10,000 entries"] = () => ("a.xlsx", TestFiles.Xlsx("<sheetData/>", more: [.. Enumerable.Range(0, 10_000).Select(i => ($"xl/media/{i}.xml", "x"))])),
        ["xlsx: 20,001 short rows"] = () => ("a.xlsx", TestFiles.Xlsx($"<sheetData>{string.Concat(Enumerable.Range(1, 20_001).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\"><v>{i * 7919}</v></c></row>"))}</sheetData>")),
        ["xlsx: declared size is a lie"] = () => ("a.xlsx", DeclareSize(WithPart(Xlsx, "xl/worksheets/sheet1.xml", Repeat("<worksheet>", "<row/>", 200_000_000, "</worksheet>")), "xl/worksheets/sheet1.xml", 1000)),
        ["xlsx: archive in archive"] = () => ("a.xlsx", TestFiles.Xlsx("<sheetData/>", more: ("xl/embeddings/a.zip", "PK"))),
        ["docx: 200 MB of paragraphs"] = () => ("a.docx", WithPart(Docx, "word/document.xml", Repeat("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>", "<w:p><w:r><w:t>aaaa</w:t></w:r></w:p>", 200_000_000, "</w:body></w:document>"))),
        ["docx: a word of 200 MB"] = () => ("a.docx", WithPart(Docx, "word/document.xml", Repeat("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 200_000_000, "</w:t></w:r></w:p></w:body></w:document>"))),
        ["docx: 200 MB of attributes"] = () => ("a.docx", WithPart(Docx, "word/document.xml", Repeat("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" ", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 200_000_000, "=\"1\"/>"))),
        ["docx: elements in elements"] = () => ("a.docx", WithPart(Docx, "word/document.xml", Repeat("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>", "<w:ins>", 900_000, "</w:body></w:document>"))),
        ["docx: billion laughs"] = () => ("a.docx", WithPart(Docx, "word/document.xml", [BillionLaughs])),
        ["docx: external entity"] = () => ("a.docx", WithPart(Docx, "word/document.xml", [Latin("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>")])),
        ["docx: same name twice"] = () => ("a.docx", TestFiles.Docx(Paragraph("x"), more: ("word/document.xml", "<x/>"))),
    };

    private static byte[] BillionLaughs => Latin(
        "<!DOCTYPE x [<!ENTITY a0 \"ha\">" + string.Concat(Enumerable.Range(1, 30).Select(i => $"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};\">"))
        + "]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&a30;</w:t></w:r></w:p></w:body></w:document>");

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    private static IEnumerable<byte[]> Repeat(string start, string unit, int bytes, string end)
    {
        yield return Latin(start);
        var chunk = Latin(string.Concat(Enumerable.Repeat(unit, 1 + Math.Min(bytes, 1_000_000) / unit.Length)));
        for (long written = 0; written < bytes; written += chunk.Length)
            yield return chunk;
        yield return Latin(end);
    }

    /// <summary>The package with one part replaced by these bytes.</summary>
    private static byte[] WithPart(byte[] package, string name, IEnumerable<byte[]> content)
    {
        var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            zip.GetEntry(name)!.Delete();
        stream.Position = 0;
        var output = new MemoryStream();
        using (var old = new ZipArchive(stream, ZipArchiveMode.Read))
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in old.Entries)
            {
                using var from = entry.Open();
                using var to = zip.CreateEntry(entry.FullName).Open();
                from.CopyTo(to);
            }
            using var part = zip.CreateEntry(name).Open();
            foreach (var chunk in content)
                part.Write(chunk);
        }
        return output.ToArray();
    }

    /// <summary>Writes another unpacked size into the directory of the archive.</summary>
    private static byte[] DeclareSize(byte[] package, string name, uint size)
    {
        var at = package.AsSpan().LastIndexOf(Latin(name)) - 46;
        BinaryPrimitives.WriteUInt32LittleEndian(package.AsSpan(at + 24), size);
        return package;
    }

    /// <summary>A JPEG of these dimensions, whole by its structure; its scan is a few bytes of zeros.</summary>
    public static byte[] JpegOf(ushort width, ushort height) =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0,
        0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD9,
    ];

    /// <summary>An EXIF segment with an orientation and the words of a place.</summary>
    public static byte[] ExifWithPlace(byte orientation)
    {
        byte[] body = [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0, .. "GPS-CANARY"u8];
        return [0xFF, 0xE1, 0, (byte)(body.Length + 2), .. body];
    }

    public static byte[] PngOf(uint width, uint height) =>
    [
        0x89, .. "PNG\r\n\u001A\n"u8, .. Chunk("IHDR", [.. Big(width), .. Big(height), 8, 0, 0, 0, 0]), .. Chunk("tEXt", "Comment\0GPS-CANARY"u8.ToArray()),
        .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", []),
    ];

    private static byte[] Chunk(string type, byte[] data) => [.. Big((uint)data.Length), .. Latin(type), .. data, 0, 0, 0, 0];

    private static byte[] Big(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
