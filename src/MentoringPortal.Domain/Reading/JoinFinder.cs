using System.Text.RegularExpressions;
using MentoringPortal.Domain.Deadlines;

namespace MentoringPortal.Domain.Reading;

/// <summary>Finds clauses, rows and requests that ask the organizations for the same thing by the same day.</summary>
internal static partial class JoinFinder
{
    private static readonly (string Object, Regex Words)[] Objects =
    [
        ("дорожная карта ОО", RoadmapWords()),
        ("положение о наставничестве ОО", StatuteWords()),
        ("приказ ОО о внедрении целевой модели", IntroducingOrderWords()),
        ("база наставляемых ОО", MenteeBankWords()),
        ("база наставников ОО", MentorBankWords()),
        ("ответственные лица ОО", ResponsibleWords()),
    ];

    private sealed record Duty(string Kind, string Part, string Text, DateOnly Due, int? Row = null);

    public static IReadOnlyList<ReadJoin> Find(IReadOnlyList<ReadClause> clauses, IReadOnlyList<ReadItem> items, IReadOnlyList<ReadRequest> requests)
    {
        var duties = clauses.Where(c => AsksOrganizations(c.Responsible) && c.Deadline?.End is not null && Making().IsMatch(c.Text))
            .Select(c => new Duty("clause", $"clause {c.Number}", c.Text, c.Deadline!.End!.Value))
            .Concat(items.Where(i => AsksOrganizations(i.Responsible) && HasEnd(i.Deadline) && Making().IsMatch(i.Activity))
                .Select(i => new Duty("item", $"item {i.Number}", i.Activity, i.Deadline.End!.Value, i.Id)))
            .Concat(requests.Where(r => r.Due is not null)
                .Select((r, i) => new Duty("request", $"request {i + 1}", string.Join("; ", r.Documents), r.Due!.Value)))
            .ToList();
        return [.. Objects
            .SelectMany(o => duties.Where(d => o.Words.IsMatch(d.Text)).GroupBy(d => d.Due)
                .Where(g => g.Select(d => d.Kind).Distinct(StringComparer.Ordinal).Skip(1).Any())
                .Select(g => new ReadJoin([.. g.Select(d => d.Part)], o.Object, g.Key) { Rows = [.. g.Select(d => d.Row)] }))];
    }

    private static bool AsksOrganizations(IReadOnlyList<ReadParty> parties) => parties.Any(p => p.Kind == PartyKind.Organizations);

    private static bool HasEnd(Deadline deadline) => deadline is { End: not null, Kind: DeadlineKind.Due or DeadlineKind.Period };

    [GeneratedRegex(@"разработ|утвержд|утвердит|издат|издани|формирован|сформироват|назнач|определ|создат|созда[нт]|представ|направ|подготов", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Making();

    [GeneratedRegex(@"дорожн\p{L}+\s+карт", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RoadmapWords();

    [GeneratedRegex(@"положени\p{L}+\s+о\s+(?:программ|наставнич|целев|систем)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StatuteWords();

    [GeneratedRegex(@"(?:приказ|распорядительн\p{L}+\s+акт)\p{L}*\s+(?:\p{L}+\s+){0,3}о\s+внедрени", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IntroducingOrderWords();

    [GeneratedRegex(@"(?:баз|банк)\p{L}*\s+(?:данных\s+)?наставляемых", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MenteeBankWords();

    [GeneratedRegex(@"(?:баз|банк)\p{L}*\s+(?:данных\s+)?наставников", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MentorBankWords();

    [GeneratedRegex(@"ответственн\p{L}+\s+(?:лиц|за)|куратор\p{L}*\s+(?:внедрения|в\s+образоват)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ResponsibleWords();
}
