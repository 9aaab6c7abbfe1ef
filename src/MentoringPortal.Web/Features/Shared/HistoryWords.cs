using System.Globalization;
using System.Text.Json;
using MentoringPortal.Domain.Roadmaps;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>Russian names of the journal's fields and values. A field that does not stand here is not shown in «История».</summary>
public static class HistoryWords
{
    /// <summary>«Entity.Field» first, then «Field» for all entities alike.</summary>
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["Title"] = "Название", ["Name"] = "Название", ["Number"] = "Номер", ["Date"] = "Дата", ["Kind"] = "Вид", ["State"] = "Состояние",
        ["PeriodStart"] = "Начало периода", ["PeriodEnd"] = "Конец периода", ["IsArchived"] = "В архиве",
        ["Activity"] = "Мероприятие", ["Result"] = "Результат", ["Responsible"] = "Ответственные", ["Deadline"] = "Срок",
        ["TargetPercent"] = "Целевой охват, %", ["Comment"] = "Комментарий", ["ProofKind"] = "Вид документа", ["ProofNumber"] = "Номер документа",
        ["ProofDate"] = "Дата документа", ["AsksRelease"] = "Просит освободить", ["RemovedAt"] = "Файл убран", ["StoredFile.Name"] = "Файл",
        ["Place"] = "Место", ["Issuer"] = "Кто издал", ["Preamble"] = "Преамбула", ["Operative"] = "Распорядительное слово", ["Text"] = "Текст",
        ["Addressee"] = "Адресат", ["Control"] = "Контроль", ["SignatoryPosition"] = "Должность подписавшего", ["SignatoryName"] = "Подписал",
        ["Documents"] = "Документы", ["ShortName"] = "Краткое название", ["FullName"] = "Полное название", ["HeadPosition"] = "Должность руководителя",
        ["HeadName"] = "Руководитель", ["Phone"] = "Телефон", ["Email"] = "Электронная почта", ["Address"] = "Адрес", ["ClosedOn"] = "Закрыта с",
        ["Abbreviation"] = "Сокращение", ["NameGenitive"] = "Название в родительном падеже", ["NameDative"] = "Название в дательном падеже",
        ["Municipality"] = "Муниципалитет", ["Letterhead"] = "Бланк", ["Letterhead2"] = "Бланк на втором языке",
        ["Letterhead2Language"] = "Второй язык", ["Okpo"] = "ОКПО", ["Ogrn"] = "ОГРН", ["Inn"] = "ИНН", ["Kpp"] = "КПП",
        ["PersonName"] = "Фамилия, имя, отчество", ["Position"] = "Должность", ["Role"] = "Обязанность", ["OrderNumber"] = "Номер приказа",
        ["OrderDate"] = "Дата приказа", ["From"] = "С какого дня", ["To"] = "По какой день", ["ConfirmedFor"] = "Подтверждено на учебный год с",
        ["TakesPart"] = "Участвует", ["SchoolYear"] = "Учебный год с", ["Planned"] = "Плановая численность",
    };

    private static readonly Dictionary<string, string> CreatedWords = new(StringComparer.Ordinal)
    {
        ["StoredFile"] = "приложен файл", ["Execution"] = "назначен исполнитель", ["Roadmap"] = "карта создана", ["RoadmapItem"] = "строка создана",
        ["Order"] = "документ создан", ["Organization"] = "организация добавлена", ["Appointment"] = "назначение внесено",
    };

    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["True"] = "да", ["False"] = "нет",
        ["NotStarted"] = ExecutionWords.Of(ExecutionState.NotStarted, ExecutorKind.Organization),
        ["InProgress"] = ExecutionWords.Of(ExecutionState.InProgress, ExecutorKind.Organization),
        ["Submitted"] = ExecutionWords.Of(ExecutionState.Submitted, ExecutorKind.Organization),
        ["Returned"] = ExecutionWords.Of(ExecutionState.Returned, ExecutorKind.Organization),
        ["Done"] = "Принято (выполнено)",
        ["NotApplicable"] = ExecutionWords.Of(ExecutionState.NotApplicable, ExecutorKind.Organization),
        ["Draft"] = "Черновик", ["Prepared"] = "Подготовлен", ["Registered"] = "Зарегистрирован", ["Amended"] = "Изменён", ["Repealed"] = "Утратил силу",
        ["Order"] = "Приказ", ["Letter"] = "Письмо", ["School"] = "Школа", ["SupplementaryEducation"] = "Дополнительное образование",
        ["Kindergarten"] = "Детский сад", ["College"] = "Колледж", ["MethodicalCentre"] = "Методический центр", ["Enterprise"] = "Предприятие",
        ["University"] = "Вуз", ["Curator"] = "Куратор", ["DataKeeper"] = "Ответственный за данные", ["WorkingGroupHead"] = "Руководитель рабочей группы",
        ["WorkingGroupMember"] = "Член рабочей группы", ["UnitHead"] = "Руководитель подразделения", ["UnitMember"] = "Сотрудник подразделения",
    };

    public static string Created(string entity) => CreatedWords.GetValueOrDefault(entity, "создано");

    public static string? Field(string entity, string field) => Fields.GetValueOrDefault($"{entity}.{field}") ?? Fields.GetValueOrDefault(field);

    /// <summary>A value of the journal as people write it: days, instants, words of states, the text of a deadline, names of a list.</summary>
    public static string? Value(string? raw)
    {
        if (string.IsNullOrEmpty(raw))
            return null;
        if (Values.TryGetValue(raw, out var word))
            return word;
        if (DateOnly.TryParseExact(raw, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        if (raw.Length > 20 && DateTime.TryParseExact(raw, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _))
            return "да";
        return raw[0] is '{' or '[' ? Json(raw) : raw;
    }

    private static string Json(string raw)
    {
        try
        {
            using var json = JsonDocument.Parse(raw);
            return Words(json.RootElement);
        }
        catch (JsonException)
        {
            // A person's own words may begin with a bracket.
            return raw;
        }
    }

    private static string Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(Words)),
        JsonValueKind.Object => value.TryGetProperty("Text", out var text) ? Words(text) : string.Join("; ", value.EnumerateObject().Select(p => Words(p.Value))),
        JsonValueKind.Null => "",
        _ => value.ToString(),
    };
}
