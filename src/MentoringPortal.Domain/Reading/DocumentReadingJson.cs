using System.Text.Json;
using MentoringPortal.Domain.Deadlines;

namespace MentoringPortal.Domain.Reading;

/// <summary>The answer of <c>read-order</c>: the contract's JSON, indented, Cyrillic readable.</summary>
public static class DocumentReadingJson
{
    private static readonly JsonSerializerOptions Indented = new(DeadlineJson.Options) { WriteIndented = true };

    public static string Serialize(DocumentReading reading) => JsonSerializer.Serialize(reading, Indented);
}
