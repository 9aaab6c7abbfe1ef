using MentoringPortal.Domain.Organizations;

namespace MentoringPortal.Domain.Coverage;

/// <summary>Entered «На подтверждении» → Confirmed «Подтверждено», or Returned «Возвращено» with a reason.</summary>
public enum HeadcountState { Entered, Confirmed, Returned }

/// <summary>
/// Численность: what one organization, or the department for the municipality's enterprises, states about a day of a school year. A changed figure is a
/// new statement, the old one stays: coverage of a past day is counted by what was stated for it.
/// </summary>
public sealed class Headcount : IOwnedByOrganization, IVersioned
{
    /// <summary>More than lives in any municipality's schools: a slip of the keyboard.</summary>
    public const int Most = 1_000_000;

    private Headcount() { }

    /// <param name="organization">Whose figures; null for the municipality's.</param>
    /// <param name="asOf">The day they are true of.</param>
    /// <param name="figures">A figure that is not known is absent, never 0.</param>
    /// <param name="by">Who states it and when.</param>
    /// <param name="today">The municipality's today.</param>
    /// <exception cref="DomainException">No figure, an impossible one, a day to come, or one on which the organization did not work.</exception>
    public Headcount(Organization? organization, DateOnly asOf, IReadOnlyDictionary<Population, int> figures, Roadmaps.Signature by, DateOnly today)
    {
        CheckDay(organization, asOf, today);
        Check(figures);
        (Organization, OrganizationId, AsOf, SchoolYear) = (organization, organization?.Id, asOf, Time.SchoolYear.Of(asOf).StartYear);
        (Pupils, PupilsInBand, PupilsInProgrammes) = (Figure(Population.Pupils), Figure(Population.PupilsInBand), Figure(Population.PupilsInProgrammes));
        (Teachers, YoungTeachers, Enterprises) = (Figure(Population.Teachers), Figure(Population.YoungTeachers), Figure(Population.Enterprises));
        (EnteredAt, EnteredByName) = (by.At, by.Name);

        int? Figure(Population population) => figures.TryGetValue(population, out var figure) ? figure : null;
    }

    public int Id { get; private set; }
    public int? OrganizationId { get; private set; }
    public Organization? Organization { get; private set; }
    /// <summary>First calendar year of the school year in which <see cref="AsOf"/> lies.</summary>
    public int SchoolYear { get; private set; }
    public DateOnly AsOf { get; private set; }
    public int? Pupils { get; private set; }
    public int? PupilsInBand { get; private set; }
    public int? PupilsInProgrammes { get; private set; }
    public int? Teachers { get; private set; }
    public int? YoungTeachers { get; private set; }
    public int? Enterprises { get; private set; }
    public DateTime EnteredAt { get; private set; }
    [Personal] public string EnteredByName { get; private set; } = "";
    public HeadcountState State { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    [Personal] public string? DecidedByName { get; private set; }
    /// <summary>Why it was returned.</summary>
    [NotPersonal] public string? Reason { get; private set; }
    public int Version { get; private set; }

    public int? this[Population population] => population switch
    {
        Population.Pupils => Pupils,
        Population.PupilsInBand => PupilsInBand,
        Population.PupilsInProgrammes => PupilsInProgrammes,
        Population.Teachers => Teachers,
        Population.YoungTeachers => YoungTeachers,
        Population.Enterprises => Enterprises,
        _ => throw new ArgumentOutOfRangeException(nameof(population)),
    };

    public void Confirm(Roadmaps.Signature by) => Decide(HeadcountState.Confirmed, by, null);

    public void Return(string? reason, Roadmaps.Signature by) =>
        Decide(HeadcountState.Returned, by, string.IsNullOrWhiteSpace(reason) ? throw new DomainException("Укажите, что исправить.", nameof(Reason)) : reason.Trim());

    private void Decide(HeadcountState state, Roadmaps.Signature by, string? reason)
    {
        if (State != HeadcountState.Entered)
            throw new DomainException("По этим сведениям решение уже принято.");
        (State, DecidedAt, DecidedByName, Reason) = (state, by.At, by.Name, reason);
    }

    /// <summary>
    /// The statement that speaks for the day: of its school year, of a day not later; a confirmed one before those that wait, of these the latest. Null is «нет данных».
    /// </summary>
    /// <param name="ofOne">Statements of one organization.</param>
    /// <param name="day">The day asked about.</param>
    public static Headcount? InForce(IEnumerable<Headcount> ofOne, DateOnly day) => ofOne
        .Where(h => h.State != HeadcountState.Returned && h.AsOf <= day && h.SchoolYear == Time.SchoolYear.Of(day).StartYear)
        .OrderByDescending(h => h.State == HeadcountState.Confirmed).ThenByDescending(h => h.AsOf).ThenByDescending(h => h.Id).FirstOrDefault();

    private static void CheckDay(Organization? organization, DateOnly asOf, DateOnly today)
    {
        if (asOf > today)
            throw new DomainException("Сведения на день, который ещё не наступил, не принимаются.", nameof(AsOf));
        if (organization?.OpenedOn is { } opened && asOf < opened)
            throw new DomainException($"Организация открыта {opened:dd.MM.yyyy}: на более ранний день у неё нет численности.", nameof(AsOf));
        if (organization?.ClosedOn is { } closed && asOf > closed)
            throw new DomainException($"Организация закрыта {closed:dd.MM.yyyy}: на более поздний день у неё нет численности.", nameof(AsOf));
    }

    /// <exception cref="DomainException">The figures contradict one another.</exception>
    public static void Check(IReadOnlyDictionary<Population, int> figures)
    {
        if (figures.Count == 0)
            throw new DomainException("Впишите хотя бы одно число.", nameof(Pupils));
        foreach (var (population, figure) in figures)
            if (figure is < 0 or > Most)
                throw new DomainException($"«{Populations.Of(population)}»: нужно целое число от 0 до {Most:N0}.", population.ToString());
        foreach (var (part, whole) in new[] { (Population.PupilsInBand, Population.Pupils), (Population.PupilsInProgrammes, Population.Pupils), (Population.YoungTeachers, Population.Teachers) })
            if (figures.TryGetValue(part, out var some) && figures.TryGetValue(whole, out var all) && some > all)
                throw new DomainException($"«{Populations.Of(part)}»: {some}, а всего «{Populations.Of(whole)}» – {all}.", part.ToString());
    }
}

public static class HeadcountWords
{
    public static string Of(HeadcountState state) => state switch
    {
        HeadcountState.Entered => "На подтверждении",
        HeadcountState.Confirmed => "Подтверждено",
        HeadcountState.Returned => "Возвращено",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
