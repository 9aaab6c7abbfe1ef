namespace MentoringPortal.Domain.Reading;

/// <summary>Understands an order, a letter or a roadmap: structured data, and remarks on what is wrong with the paper.</summary>
public static class DocumentReader
{
    /// <summary>Never throws; what found no place stands in <see cref="DocumentReading.Unused"/>.</summary>
    public static DocumentReading Read(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new PaperReading(PaperParts.From(document, out var cut), cut).Read();
    }
}
