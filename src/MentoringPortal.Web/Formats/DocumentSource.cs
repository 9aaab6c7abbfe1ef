using System.Xml;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Web.Formats.Ooxml;
using MentoringPortal.Web.Formats.Pdf;

namespace MentoringPortal.Web.Formats;

/// <summary>
/// The one door from a file or a pasted text to the lines and tables that <see cref="SourceDocument"/> holds. What cannot be read throws
/// <see cref="DomainException"/> with one Russian sentence; time and memory are bounded by <see cref="FileLimits"/>.
/// </summary>
public static class DocumentSource
{
    public static SourceDocument Open(string? fileName, Stream content) => Open(UploadedFile.Document(fileName, content));

    public static SourceDocument Open(UploadedFile file)
    {
        var content = file.Content.ToArray();
        try
        {
            return file.Kind switch
            {
                FileKind.Docx => DocxReader.Read(content),
                FileKind.Xlsx => XlsxReader.Read(content),
                FileKind.Pdf => PdfReader.Read(content),
                FileKind.Html => HtmlReader.Read(TextReading.Decode(content)),
                _ => FromText(TextReading.Decode(content)),
            };
        }
        catch (XmlException)
        {
            throw UploadedFile.Broken();
        }
    }

    /// <summary>Lines of a plain text; a form feed ends a line too.</summary>
    public static SourceDocument FromText(string text)
    {
        if (text.Length > FileLimits.MaxTextCharacters)
            throw SourceBuilder.TooLong();
        var builder = new SourceBuilder();
        builder.AddText(text.ReplaceLineEndings("\n").TrimEnd());
        return builder.Build("В тексте нет ни одного слова.");
    }
}
