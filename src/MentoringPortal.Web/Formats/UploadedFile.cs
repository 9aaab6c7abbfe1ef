using MentoringPortal.Domain;

namespace MentoringPortal.Web.Formats;

/// <summary>
/// A file whose bytes were checked: they are what the name says, whole, and free of what the portal does not take. The only thing the
/// store accepts. Made by <see cref="Attachment"/> and <see cref="Document"/>, which throw <see cref="DomainException"/> with one Russian sentence.
/// </summary>
public sealed class UploadedFile
{
    private UploadedFile(string name, FileKind kind, byte[] content) => (Name, Kind, Content) = (name, kind, content);

    /// <summary>The person's name for it, NFC, without a path.</summary>
    public string Name { get; }
    public FileKind Kind { get; }
    /// <summary>The bytes to keep: an image comes out without its metadata (place, camera, author).</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>A proof or scan: pdf, jpg, png, docx, xlsx.</summary>
    public static UploadedFile Attachment(string? fileName, Stream content) =>
        Check(fileName, content, "Прикрепить можно файлы PDF, JPG, PNG, DOCX и XLSX.", FileKind.Pdf, FileKind.Jpeg, FileKind.Png, FileKind.Docx, FileKind.Xlsx);

    /// <summary>A document to be read: docx, xlsx, txt, html, pdf.</summary>
    public static UploadedFile Document(string? fileName, Stream content) =>
        Check(fileName, content, "Прочитать можно файлы DOCX, XLSX, PDF, TXT и HTML.", FileKind.Docx, FileKind.Xlsx, FileKind.Pdf, FileKind.Text, FileKind.Html);

    /// <summary>A table: xlsx, csv, or rows pasted from Excel as txt.</summary>
    public static UploadedFile Table(string? fileName, Stream content) =>
        Check(fileName, content, "Загрузить можно таблицу XLSX или CSV.", FileKind.Xlsx, FileKind.Csv, FileKind.Text);

    private static UploadedFile Check(string? fileName, Stream stream, string taken, params ReadOnlySpan<FileKind> allowed)
    {
        var name = UploadName.Normalize(fileName);
        var content = ReadLimited(stream);
        if (content.Length == 0)
            throw new DomainException("Файл пустой.");
        RefuseOldFormats(Path.GetExtension(name), content);
        if (FileKinds.FromExtension(Path.GetExtension(name)) is not { } kind || !allowed.Contains(kind))
            throw new DomainException($"Файл такого вида не принимается. {taken}");

        switch (kind)
        {
            case FileKind.Pdf: Pdf.PdfCheck.Check(content); break;
            case FileKind.Jpeg: content = JpegImage.Clean(content); break;
            case FileKind.Png: content = PngImage.Clean(content); break;
            case FileKind.Docx or FileKind.Xlsx: Ooxml.OoxmlPackage.Check(content, kind); break;
            case FileKind.Text or FileKind.Html or FileKind.Csv: TextReading.Check(content, kind); break;
        }
        return new UploadedFile(name, kind, content);
    }

    private static byte[] ReadLimited(Stream stream)
    {
        var buffer = new MemoryStream();
        var chunk = new byte[81_920];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            if (buffer.Length + read > FileLimits.MaxFileBytes)
                throw new DomainException("Файл больше 10 МБ. Уменьшите его: например, сохраните скан с меньшим разрешением.");
            buffer.Write(chunk, 0, read);
        }
        return buffer.ToArray();
    }

    private static void RefuseOldFormats(string extension, ReadOnlySpan<byte> content)
    {
        // OLE compound file: Word and Excel before 2007, or a newer document encrypted with a password.
        if (content.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            throw new DomainException(content.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
                ? "Файл защищён паролем. Снимите пароль и загрузите файл ещё раз."
                : extension.StartsWith(".xls", StringComparison.OrdinalIgnoreCase)
                    ? "Это файл старого Excel. Сохраните документ как .xlsx и загрузите его ещё раз."
                    : "Это файл старого Word. Сохраните документ как .docx и загрузите его ещё раз.");
        }
        if (content.StartsWith("{\\rtf"u8))
            throw new DomainException("Это файл RTF. Сохраните документ как .docx и загрузите его ещё раз.");
    }

    /// <summary>One answer for every file that is not what its extension says.</summary>
    internal static DomainException NotWhatItSays(string extension) =>
        new($"Содержимое файла не соответствует расширению {extension}. Откройте файл и сохраните его заново в нужном виде.");

    internal static DomainException Broken() =>
        new("Файл повреждён или загружен не полностью. Откройте его, сохраните заново и загрузите ещё раз.");
}
