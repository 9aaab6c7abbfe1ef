using System.Globalization;
using System.Text.Json;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Time;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>Events, entities, fields and values of the journal in Russian. A test demands a word for each of them.</summary>
public static partial class AuditWords
{
    public static string Of(AuditAction action) => action switch
    {
        AuditAction.Created => "создание",
        AuditAction.Changed => "изменение",
        AuditAction.Deleted => "удаление",
        AuditAction.SignedIn => "вход",
        AuditAction.SignInFailed => "неудачный вход",
        AuditAction.SignedOut => "выход",
        AuditAction.LockedOut => "вход закрыт после неверных паролей",
        AuditAction.AccessDenied => "отказ в доступе",
        AuditAction.Downloaded => "скачивание файла",
        AuditAction.Exported => "выгрузка",
        AuditAction.SessionsEnded => "завершение сеансов",
        AuditAction.Viewed => "просмотр карточки",
        AuditAction.Revealed => "показ полного имени",
        AuditAction.PasswordChanged => "новый пароль",
        AuditAction.Erased => "уничтожение персональных данных",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    /// <summary>Entities by the names that the journal keeps.</summary>
    public static IReadOnlyDictionary<string, string> EntityNames => Entities;

    public static string Entity(string? name) => name is null ? "" : Entities.GetValueOrDefault(name, name);

    /// <summary>A field of this entity, or of any that has it; the name as it is where there is no word.</summary>
    public static string Field(string? entity, string name) => Fields.GetValueOrDefault($"{entity}.{name}") ?? Fields.GetValueOrDefault(name, name);

    /// <summary>A value as people read it: «да», a date, a word of a list.</summary>
    /// <param name="type">Type of the property, or null where it is no longer known.</param>
    public static string Value(string? text, Type? type, MunicipalClock clock)
    {
        if (string.IsNullOrEmpty(text))
            return "пусто";
        type = Nullable.GetUnderlyingType(type ?? typeof(string)) ?? type;
        if (type is { IsEnum: true })
            return string.Join(", ", text.Split(", ").Select(value => value == "None" ? "нет" : Values.GetValueOrDefault($"{type.Name}.{value}", value)));
        if (type == typeof(bool))
            return text == bool.TrueString ? "да" : "нет";
        if (type == typeof(DateOnly) && DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day))
            return day.ToString("d MMMM yyyy 'г.'");
        if (type == typeof(DateTime) && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at))
            return clock.Local(at).ToString("dd.MM.yyyy HH:mm");
        return text[0] is '{' or '[' ? Json(text) : text;
    }

    /// <summary>Keys and marks of the program's own, which say nothing to the reader of a card; the journal shows them.</summary>
    public static bool IsTechnical(string field) => field.EndsWith("Id", StringComparison.Ordinal)
        || field is "Ordinal" or "CreatedAt" or "StoredName" or "ContentType" or "Sha256" or "Size" or "UploadedAt" or "UploadedByName" or "StartsOn" or "DueOn" or "ChangedAt";

    /// <summary>A list or an object kept as one column: the words of a deadline, the names of a list.</summary>
    private static string Json(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Words(json.RootElement);
        }
        catch (JsonException)
        {
            // A person's own words may begin with a bracket.
            return text;
        }
    }

    private static string Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(Words)),
        JsonValueKind.Object => value.TryGetProperty("Text", out var text) ? Words(text) : string.Join("; ", value.EnumerateObject().Select(p => Words(p.Value))),
        JsonValueKind.Null => "",
        _ => value.ToString(),
    };

    /// <summary>Type of a field, for reading its value.</summary>
    public static Type? TypeOf(IModel model, string? entity, string field) =>
        model.GetEntityTypes().FirstOrDefault(t => t.ClrType.Name == entity)?.FindProperty(field)?.ClrType;
}
