using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MentoringPortal.Domain.Deadlines;

namespace MentoringPortal.Domain.Reading;

/// <summary>The answer of <c>read-order</c>: the contract's JSON, indented, Cyrillic readable.</summary>
public static class DocumentReadingJson
{
    /// <summary>The reading's own keys of rows mean nothing outside of a draft: the contract names rows by their numbers.</summary>
    private static readonly HashSet<(Type, string)> Inner = [(typeof(ReadItem), "id"), (typeof(ReadTarget), "row"), (typeof(ReadJoin), "rows"), (typeof(ReadRemark), "row")];

    private static readonly JsonSerializerOptions Indented = new(DeadlineJson.Options)
    {
        WriteIndented = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutInner } },
    };

    public static string Serialize(DocumentReading reading) => JsonSerializer.Serialize(reading, Indented);

    private static void LeaveOutInner(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
            if (Inner.Contains((type.Type, type.Properties[i].Name)))
                type.Properties.RemoveAt(i);
    }
}
