using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;

namespace MentoringPortal.Domain.Consents;

/// <summary>Which consents a pair's people still owe.</summary>
public static class ConsentCheck
{
    /// <summary>«Иванов И. И. – согласие на обработку данных» for each consent that the rules demand and that does not hold on the day.</summary>
    /// <param name="people">People of the pair with their consents.</param>
    /// <param name="rules">The ground of each activity.</param>
    /// <param name="hasOutsideMentor">Data are handed to a mentor from outside.</param>
    /// <param name="day">The day on which they must hold.</param>
    public static IReadOnlyList<string> Missing(IEnumerable<(Person Person, IReadOnlyCollection<Consent> Consents)> people, IReadOnlyList<ConsentRule> rules, bool hasOutsideMentor, DateOnly day)
    {
        var needed = hasOutsideMentor ? ConsentRule.Needed(rules, ConsentActivity.Pair, ConsentActivity.OutsideMentor) : ConsentRule.Needed(rules, ConsentActivity.Pair);
        return [.. from one in people
                   from kind in needed
                   where !one.Consents.Any(c => c.Kind == kind && c.HoldsOn(day, one.Person.BirthDate))
                   select $"{one.Person.Name.Short} – согласие {Words(kind)}"];
    }

    /// <summary>
    /// The same of a pair as it is now. An outside mentor's own consent is his organization's to keep; his coming from outside asks the mentees for one
    /// more.
    /// </summary>
    /// <param name="pair">With its people and their consents, an outside mentor's left out.</param>
    /// <param name="rules">The ground of each activity.</param>
    /// <param name="day">The day on which they must hold.</param>
    /// <param name="lacking">Keys of outside mentors whose own consent does not hold.</param>
    public static IReadOnlyList<string> Missing(Pair pair, IReadOnlyList<ConsentRule> rules, DateOnly day, IReadOnlySet<int> lacking)
    {
        var mentor = pair.CurrentMentor?.Mentor;
        var isOutside = mentor is not null && mentor.OrganizationId != pair.OrganizationId;
        var people = pair.CurrentMentees.Select(m => m.Mentee!.Person!);
        if (mentor is not null && !isOutside)
            people = people.Append(mentor.Person!);
        var missing = Missing(people.Select(p => (p, (IReadOnlyCollection<Consent>)p.Consents)), rules, isOutside, day);
        return isOutside && lacking.Contains(mentor!.Id) ? [.. missing, $"{mentor.Person!.Name.Short} – собственное согласие, его берёт организация наставника"] : missing;
    }

    /// <summary>The same of a pair that begins, or takes somebody in, on a day: the consents hold then, and where the day has passed, none has been withdrawn since.</summary>
    public static IReadOnlyList<string> MissingFrom(Pair pair, IReadOnlyList<ConsentRule> rules, DateOnly day, DateOnly today, IReadOnlySet<int> lacking) =>
        day >= today ? Missing(pair, rules, day, lacking) : [.. Missing(pair, rules, day, lacking).Union(Missing(pair, rules, today, lacking), StringComparer.Ordinal)];

    /// <summary>The mentor himself has not given what a pair needs.</summary>
    /// <param name="mentor">With his person and consents.</param>
    public static bool LacksOwn(Mentor mentor, IReadOnlyList<ConsentRule> rules, DateOnly day) => Missing([(mentor.Person!, mentor.Person!.Consents)], rules, hasOutsideMentor: false, day).Count > 0;

    /// <summary>What the consent is to; the department may ask for any kind, for publication too.</summary>
    private static string Words(ConsentKind kind) => kind switch
    {
        ConsentKind.Processing => "на обработку данных",
        ConsentKind.Transfer => "на передачу данных наставнику извне",
        ConsentKind.Publication => "на публикацию",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
