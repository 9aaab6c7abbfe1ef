using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data.Coverage;

public sealed record CountedOrganization(int Id, string Name, OrganizationKind Kind, DateOnly? OpenedOn, DateOnly? ClosedOn)
{
    public bool IsOpenOn(DateOnly day) => (OpenedOn is null || OpenedOn <= day) && (ClosedOn is null || ClosedOn >= day);
}

/// <summary>The headcounts in force on some days: what shares are taken of.</summary>
/// <param name="Own">The one organization that is asked about; null for all.</param>
public sealed record CoverageFigures(IReadOnlyList<CountedOrganization> Organizations, IReadOnlyDictionary<(int OrganizationId, Population Of, DateOnly On), int> Numbers, int? Own)
{
    private const int Municipality = 0;

    /// <param name="withEnterprises">The municipality's own figures too.</param>
    public static async Task<CoverageFigures> Load(PortalDb db, int? own, IReadOnlyList<DateOnly> days, bool withEnterprises, CancellationToken cancel)
    {
        var years = days.Select(d => SchoolYear.Of(d).StartYear).Distinct().ToList();
        var organizations = await db.Organizations.Where(o => own == null || o.Id == own).InOrder().Select(o => new
        {
            Organization = new CountedOrganization(o.Id, o.ShortName, o.Kind, o.OpenedOn, o.ClosedOn),
            Stated = db.Headcounts.Where(h => h.OrganizationId == o.Id && years.Contains(h.SchoolYear)).ToList(),
        }).AsNoTracking().ToListAsync(cancel);
        var stated = organizations.ConvertAll(o => (o.Organization.Id, o.Stated));
        if (withEnterprises)
            stated.Add((Municipality, await db.Headcounts.AsNoTracking().Where(h => h.OrganizationId == null && years.Contains(h.SchoolYear)).ToListAsync(cancel)));
        var numbers = from of in stated
                      from day in days
                      let inForce = Headcount.InForce(of.Stated, day)
                      where inForce is not null
                      from population in Populations.All
                      let number = inForce[population]
                      where number is not null
                      select (Key: (of.Id, population, day), Number: number.Value);
        return new(organizations.ConvertAll(o => o.Organization), numbers.ToDictionary(n => n.Key, n => n.Number), own);
    }

    public int? Of(int organizationId, Population population, DateOnly day) => Numbers.TryGetValue((organizationId, population, day), out var number) ? number : null;

    public int? Enterprises(DateOnly day) => Of(Municipality, Population.Enterprises, day);

    /// <summary>The whole of these organizations; null where none of them has a figure.</summary>
    public int? Sum(IReadOnlySet<int> known, Population population, OrganizationKind? kind, DateOnly day) =>
        known.Count == 0 ? null : known.Sum(id => IsSummed(id, population, kind) ? Of(id, population, day) ?? 0 : 0);

    /// <summary>Organizations that state this figure, were open on the day and are of the kind.</summary>
    public IEnumerable<CountedOrganization> Asked(Population population, OrganizationKind? kind, DateOnly day) => Organizations.Where(o => o.IsOpenOn(day) && (kind is null || kind == o.Kind)
        && (kind is null && Own is null ? Populations.IsSummed(population, o.Kind) : Populations.AskedOf(o.Kind).Contains(population)));

    /// <summary>Those with a figure, and beside them the supplementary institutions: their pupils are people of schools too, and counted once with them.</summary>
    public IReadOnlySet<int> Known(Population population, OrganizationKind? kind, DateOnly day)
    {
        var known = Asked(population, kind, day).Where(o => Of(o.Id, population, day) is not null).Select(o => o.Id).ToHashSet();
        if (known.Count > 0 && Own is null && kind is null)
            known.UnionWith(Organizations.Where(o => o.Kind == OrganizationKind.SupplementaryEducation && !Populations.IsSummed(population, o.Kind)).Select(o => o.Id));
        return known;
    }

    /// <summary>Those counted, of those who are there: the people of the organizations whose figure is known.</summary>
    public CoverageShare Share(CoverageAnswer answer, Population population, OrganizationKind? kind, DateOnly day)
    {
        if (population == Population.Enterprises)
            return new(answer.Counts.Where(c => c.On == day).Sum(c => c.People), Enterprises(day));
        var known = Known(population, kind, day);
        return new(answer.People(day, known.Count == 0 ? _ => true : known.Contains), Sum(known, population, kind, day));
    }

    private bool IsSummed(int organizationId, Population population, OrganizationKind? kind) =>
        kind is not null || Own is not null || Populations.IsSummed(population, Organizations.First(o => o.Id == organizationId).Kind);
}
