using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Coverage;

public sealed record CountedOrganization(int Id, string Name, OrganizationKind Kind, DateOnly? OpenedOn, DateOnly? ClosedOn)
{
    public bool IsOpenOn(DateOnly day) => (OpenedOn is null || OpenedOn <= day) && (ClosedOn is null || ClosedOn >= day);
}

/// <summary>The counts and the headcounts of one question, put together for a day.</summary>
public sealed record CoverageView(CoverageAnswer Answer, Population Population, OrganizationKind? Kind, int? Own, IReadOnlyDictionary<(int OrganizationId, DateOnly On), int> Figures,
    IReadOnlyList<CountedOrganization> Organizations)
{
    private const int Municipality = 0;

    /// <param name="own">The one organization that is asked about; null for all.</param>
    public static async Task<CoverageView> Load(PortalDb db, CoverageCounts counts, CoverageQuestion question, int? own, IReadOnlyList<DateOnly> days, CancellationToken cancel)
    {
        var years = days.Select(d => SchoolYear.Of(d).StartYear).Distinct().ToList();
        var organizations = await db.Organizations.Where(o => own == null || o.Id == own).InOrder().Select(o => new
        {
            Organization = new CountedOrganization(o.Id, o.ShortName, o.Kind, o.OpenedOn, o.ClosedOn),
            Stated = db.Headcounts.Where(h => h.OrganizationId == o.Id && years.Contains(h.SchoolYear)).ToList(),
        }).AsNoTracking().ToListAsync(cancel);
        var stated = organizations.ConvertAll(o => (o.Organization.Id, o.Stated));
        if (question.Population == Population.Enterprises)
            stated.Add((Municipality, await db.Headcounts.AsNoTracking().Where(h => h.OrganizationId == null && years.Contains(h.SchoolYear)).ToListAsync(cancel)));
        var figures = from of in stated
                      from day in days
                      let figure = Headcount.InForce(of.Stated, day)?[question.Population]
                      where figure is not null
                      select (Key: (of.Id, day), Figure: figure.Value);
        return new(await counts.Count(question, days, cancel), question.Population, question.Kind, own, figures.ToDictionary(f => f.Key, f => f.Figure), organizations.ConvertAll(o => o.Organization));
    }

    public CoverageShare Total(DateOnly day)
    {
        if (Population == Population.Enterprises)
            return new(Answer.Counts.Where(c => c.On == day).Sum(c => c.People), Figure(Municipality, day));
        var known = Known(day);
        if (known.Count == 0)
            return new(Answer.People(day, _ => true), null);
        return new(Answer.People(day, known.Contains), known.Sum(id => IsSummed(id) ? Figure(id, day) ?? 0 : 0));
    }

    /// <summary>Of the people of <see cref="Total"/>.</summary>
    public int Participations(DateOnly day) => Answer.Participations(day, Known(day) is { Count: > 0 } known ? known.Contains : _ => true);

    public List<CoverageRow> Rows(DateOnly day, decimal? target)
    {
        var counts = Answer.Counts.Where(c => c.On == day).ToDictionary(c => c.OrganizationId);
        return [.. Organizations.Where(o => counts.ContainsKey(o.Id) || (o.IsOpenOn(day) && (Kind is null || Kind == o.Kind) && Populations.AskedOf(o.Kind).Contains(Population)))
            .Select(o => Row(o, counts.GetValueOrDefault(o.Id), new(counts.GetValueOrDefault(o.Id)?.People ?? 0, Figure(o.Id, day)), target))];
    }

    public IReadOnlyList<string> WithoutFigures(DateOnly day) => [.. Asked(day).Where(o => Figure(o.Id, day) is null).Select(o => o.Name)];

    private static CoverageRow Row(CountedOrganization o, OrganizationCount? count, CoverageShare share, decimal? target) =>
        new(o.Id, o.Name, o.Kind, share, count?.Participations ?? 0, target is { } percent ? share.Missing(percent) : null);

    /// <summary>Organizations with a headcount, and beside them the supplementary institutions: their pupils are people of schools too, and counted once with them.</summary>
    private HashSet<int> Known(DateOnly day)
    {
        var known = Asked(day).Where(o => Figure(o.Id, day) is not null).Select(o => o.Id).ToHashSet();
        if (known.Count > 0 && Own is null && Kind is null)
            known.UnionWith(Organizations.Where(o => o.Kind == OrganizationKind.SupplementaryEducation && !Populations.IsSummed(Population, o.Kind)).Select(o => o.Id));
        return known;
    }

    private IEnumerable<CountedOrganization> Asked(DateOnly day) =>
        Organizations.Where(o => o.IsOpenOn(day) && (Kind is null || Kind == o.Kind) && (Kind is null && Own is null ? Populations.IsSummed(Population, o.Kind) : Populations.AskedOf(o.Kind).Contains(Population)));

    private bool IsSummed(int organizationId) => Kind is not null || Own is not null || Populations.IsSummed(Population, Organizations.First(o => o.Id == organizationId).Kind);

    private int? Figure(int organizationId, DateOnly day) => Figures.TryGetValue((organizationId, day), out var figure) ? figure : null;
}
