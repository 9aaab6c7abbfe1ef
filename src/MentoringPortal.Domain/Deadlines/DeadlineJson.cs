using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MentoringPortal.Domain.Deadlines;

/// <summary>The JSON of the contract: camel case, Cyrillic readable, unknown values null, empty parts empty lists.</summary>
public static class DeadlineJson
{
    /// <summary>Serves every answer of the verbs: recurrences are printed as «two-weeks», other enumerations in camel case.</summary>
    public static readonly JsonSerializerOptions Options = MakeOptions();

    /// <summary>One line.</summary>
    public static string Serialize(Deadline deadline) => JsonSerializer.Serialize(deadline, Options);

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            // Cyrillic and guillemets stay readable; the output is a file or a terminal, never HTML.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new JsonStringEnumConverter<Recurrence>(JsonNamingPolicy.KebabCaseLower));
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
