using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Imports;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Reading;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace MentoringPortal.Web.Features.Import;

/// <summary>What was understood of a paper, in words for people.</summary>
public static class PaperWords
{
    private static readonly IReadOnlyList<(OrganizationKind Kind, string Name)> Kinds =
    [
        (OrganizationKind.School, "школы"),
        (OrganizationKind.SupplementaryEducation, "организации дополнительного образования"),
        (OrganizationKind.Kindergarten, "детские сады"),
        (OrganizationKind.College, "колледжи"),
        (OrganizationKind.MethodicalCentre, "методические центры"),
        (OrganizationKind.Enterprise, "предприятия"),
        (OrganizationKind.University, "вузы"),
    ];

    public static readonly IReadOnlyList<SelectListItem> KindChoices = [.. Kinds.Select(k => new SelectListItem(k.Name, k.Kind.ToString()))];

    public static IEnumerable<SelectListItem> DocumentKinds => Enum.GetValues<DocumentKind>().Select(k => new SelectListItem(Of(k), k.ToString()));

    public static IEnumerable<SelectListItem> AppendixKinds => Enum.GetValues<AppendixKind>().Select(k => new SelectListItem(Of(k), k.ToString()));

    /// <summary>«пункт 4, строка 1 → дорожная карта ОО до 01.09.2020»</summary>
    public static string Of(ReadJoin join) =>
        $"{string.Join(", ", join.Parts.Select(OfPart))} → {join.Object}{(join.Due is { } due ? $" до {due:dd.MM.yyyy}" : "")}";

    public static string Of(IEnumerable<OrganizationKind> kinds) => string.Join(", ", Kinds.Where(k => kinds.Contains(k.Kind)).Select(k => k.Name));

    public static string Of(DocumentKind kind) => kind switch
    {
        DocumentKind.Order => "Приказ",
        DocumentKind.Letter => "Письмо",
        DocumentKind.Roadmap => "Дорожная карта без приказа",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(AppendixKind kind) => kind switch
    {
        AppendixKind.Roadmap => "дорожная карта",
        AppendixKind.Indicators => "показатели",
        AppendixKind.Form => "форма",
        AppendixKind.Text => "текст",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>«понято как» of a party.</summary>
    public static string Of(ReadParty party)
    {
        var name = party.Understood ?? party.Text;
        return party.Kind switch
        {
            PartyKind.Department => "управление образования",
            PartyKind.Unit => $"подразделение: {name}",
            PartyKind.Organizations when party.OrganizationKinds.Count == 0 => "все образовательные организации",
            PartyKind.Organizations => Of(party.OrganizationKinds),
            PartyKind.Outside => $"внешняя организация: {name}",
            PartyKind.Person => $"должностное лицо: {name}",
            PartyKind.Role => $"роль: {name}",
            _ => throw new ArgumentOutOfRangeException(nameof(party)),
        };
    }

    public static string Of(Deadline? deadline) => deadline is null ? "без срока" : DeadlineFormatter.Format(deadline);

    /// <summary>A part of a join: «clause 4» is «пункт 4».</summary>
    public static string OfPart(string part) => part.Split(' ', 2) switch
    {
        ["clause", var number] => $"пункт {number}",
        ["item", var number] => $"строка {number}",
        ["request", var number] => $"запрос {number}",
        _ => part,
    };

    /// <summary>Where a remark belongs: «Строка 3.1», «Приложение 3».</summary>
    public static string Place(ReadRemark remark) => remark.Part switch
    {
        RemarkPart.Item => $"Строка {remark.Where}",
        RemarkPart.Clause => $"Пункт {remark.Where}",
        RemarkPart.Section => $"Раздел {remark.Where}",
        RemarkPart.Target => $"Показатель охвата {remark.Where}",
        RemarkPart.Indicator => $"Индикатор {remark.Where}",
        RemarkPart.Request => $"Запрос {remark.Where}",
        RemarkPart.Appendix => $"Приложение {remark.Where}",
        _ => "Документ",
    };

    public static string Rows(IReadOnlyList<string> numbers) => $"{(numbers.Count == 1 ? "строка" : "строки")} {string.Join(", ", numbers)}";

    /// <summary>What else the head says, where it says it.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(DocumentHead head)
    {
        (string, string?)[] facts =
        [
            ("Кем издан", head.Issuer),
            ("Место", head.Place),
            ("Кому", head.Addressee),
            ("На письмо", head.InReplyTo is { Number: { } number } reply ? $"№ {number}{(reply.Date is { } day ? $" от {day:dd.MM.yyyy}" : "")}" : null),
            ("Преамбула", head.Preamble),
            ("Основания", head.Basis.Count == 0 ? null : string.Join('\n', head.Basis.Select(Of))),
            ("Подписал", head.Signatory is { } s ? $"{s.Position} {s.Name}".Trim() : null),
            ("Контроль", head.Control),
        ];
        return facts.Where(f => !string.IsNullOrWhiteSpace(f.Item2)).Select(f => (f.Item1, f.Item2!));
    }

    private static string Of(ReadAct act) =>
        string.Join(' ', new[] { act.Kind, act.Issuer, act.Date is { } day ? $"от {day:dd.MM.yyyy}" : null, act.Number is { } n ? $"№ {n}" : null, act.Title is { } t ? $"«{t}»" : null }
            .Where(w => !string.IsNullOrWhiteSpace(w)));

    /// <summary>How many parts of each sort a paper has; what it has none of is left out.</summary>
    public static IEnumerable<(string Name, int Count)> Contents(DocumentReading reading) =>
        new[]
        {
            ("Пунктов", reading.Clauses.Count), ("Разделов", reading.Sections.Count), ("Мероприятий", reading.Items.Count),
            ("Показателей охвата", reading.Targets.Count), ("Индикаторов", reading.Indicators.Count), ("Запросов сведений", reading.Requests.Count),
            ("Строк без места", reading.Unused.Count),
        }.Where(c => c.Item2 > 0);

    public static readonly IReadOnlyList<SelectListItem> RecipientChoices =
    [
        new("организациям, которым в нём что-то поручено", nameof(RecipientsBy.Executors)),
        new("организациям по видам", nameof(RecipientsBy.Kinds)),
        new("отдельным организациям", nameof(RecipientsBy.Chosen)),
    ];

    /// <summary>1 строка, 2 строки, 5 строк.</summary>
    public static string Count(int n, string one, string few, string many) =>
        (n % 100 is >= 11 and <= 14 ? 0 : n % 10) switch { 1 => $"{n} {one}", 2 or 3 or 4 => $"{n} {few}", _ => $"{n} {many}" };
}

/// <summary>Who is meant by a party, as one value of a select: a kind, for units with the name, for organizations with their kinds.</summary>
public static class PartyWho
{
    private static readonly IReadOnlyList<IReadOnlyList<OrganizationKind>> OfferedKinds =
    [
        [],
        [OrganizationKind.School],
        [OrganizationKind.School, OrganizationKind.SupplementaryEducation],
        [OrganizationKind.SupplementaryEducation],
        [OrganizationKind.Kindergarten],
        [OrganizationKind.College],
        [OrganizationKind.Enterprise],
    ];

    public static string Of(ReadParty party) => party.Kind switch
    {
        PartyKind.Unit => $"{party.Kind}:{party.Understood ?? party.Text}",
        PartyKind.Organizations => $"{party.Kind}:{string.Join(',', party.OrganizationKinds.Order())}",
        _ => party.Kind.ToString(),
    };

    /// <param name="party">As understood now.</param>
    /// <param name="units">Names of the register.</param>
    /// <param name="chosen">What was chosen in the form; null – what is understood.</param>
    public static IEnumerable<SelectListItem> Choices(ReadParty party, IEnumerable<string> units, string? chosen)
    {
        chosen ??= Of(party);
        List<SelectListItem> choices =
        [
            new("управление образования", nameof(PartyKind.Department)),
            .. units.Select(name => new SelectListItem($"подразделение: {name}", $"{nameof(PartyKind.Unit)}:{name}")),
            new($"подразделение, которого нет в списке: {party.Understood ?? party.Text}", $"{nameof(PartyKind.Unit)}:{party.Understood ?? party.Text}"),
            .. OfferedKinds.Append(party.OrganizationKinds).Select(kinds => party with { Kind = PartyKind.Organizations, OrganizationKinds = kinds })
                .Select(p => new SelectListItem(PaperWords.Of(p), Of(p))),
            new("внешняя организация", nameof(PartyKind.Outside)),
            new("должностное лицо", nameof(PartyKind.Person)),
            new("роль в организациях", nameof(PartyKind.Role)),
        ];
        foreach (var choice in choices)
            choice.Selected = choice.Value == chosen;
        return choices.DistinctBy(c => c.Value);
    }

    /// <summary>What a value of the select means; null for what is no choice.</summary>
    public static PartyChoice? Choice(string? who)
    {
        var parts = (who ?? "").Split(':', 2);
        if (!Enum.TryParse<PartyKind>(parts[0], out var kind) || !Enum.IsDefined(kind))
            return null;
        var rest = parts.ElementAtOrDefault(1);
        return new PartyChoice(kind, kind == PartyKind.Unit && rest is { Length: > 0 and <= 300 } ? rest : null, kind == PartyKind.Organizations ? KindsOf(rest) : []);
    }

    private static List<OrganizationKind> KindsOf(string? list) =>
        [.. (list ?? "").Split(',').Select(name => Enum.TryParse<OrganizationKind>(name, out var kind) && Enum.IsDefined(kind) ? kind : (OrganizationKind?)null).OfType<OrganizationKind>()];
}
