using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.People;
using MentoringPortal.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Coverage;

public sealed record CoveredPerson(int Id, string Name, PersonKind Kind, string? ClassName, string? Position);

/// <summary>GET /coverage/people?organizationId=: who is behind the number of one organization; a curator's own always.</summary>
public sealed record CoveredPeople(CoverageFilter Filter, int OrganizationId, string Organization, Population Population, DateOnly On, Paged<CoveredPerson> Rows)
{
    public static async Task<CoveredPeople?> Load(PortalDb db, CoverageCounts counts, CoverageFilter filter, int? organizationId, PageRequest page, DateOnly today, CancellationToken cancel)
    {
        var actor = db.Scope.Actor!;
        var id = db.Scope.IsCurator ? organizationId ?? db.Scope.OrganizationId : organizationId;
        // Marks of children are the school's alone: the department has their number from five on.
        if (await db.Organizations.Where(o => o.Id == id).Select(o => o.ShortName).SingleOrDefaultAsync(cancel) is not { } name || (filter.Category is not null && !db.Scope.IsCurator))
            return null;
        var (population, on) = (filter.Of ?? Population.Pupils, filter.DayIn(today));
        var ids = await counts.People(filter.Question(population, id), on, cancel);
        var rows = await db.People.Where(p => ids.Contains(p.Id) && p.OrganizationId == id).InOrder()
            .Select(p => new { p.Id, p.OrganizationId, p.Surname, p.Given, p.Patronymic, p.Kind, p.BirthDate, p.Grade, p.ClassLetter, p.Position }).ToPageAsync(page, cancel);
        return new(filter, id!.Value, name, population, on, new([.. rows.Rows.Select(p => new CoveredPerson(p.Id,
            Sight.Of(actor, p.OrganizationId, p.Kind, p.BirthDate).NameOf(new PersonName(p.Surname, p.Given, p.Patronymic)), p.Kind,
            p.Grade is null ? null : $"{p.Grade} {p.ClassLetter}".TrimEnd(), p.Position))], rows.Total, rows.Page, rows.Size));
    }
}
