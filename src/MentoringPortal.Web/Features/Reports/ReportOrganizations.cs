using MentoringPortal.Data;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Reports;

/// <summary>An organization as a row of a report.</summary>
public sealed record ReportOrganization(int Id, string Name, OrganizationKind Kind, DateOnly? OpenedOn, DateOnly? ClosedOn)
{
    public ReportCell Cell => new(Name, $"/organizations/{Id}");

    /// <summary>In order; where a report counts nothing of it, it has a row of zeros all the same while it works on the day and teaches somebody.</summary>
    public static async Task<List<ReportOrganization>> Load(PortalDb db, ReportFilter filter, DateOnly day, IReadOnlySet<int> counted, CancellationToken cancel)
    {
        var own = db.Scope.IsCurator ? db.Scope.OrganizationId : (int?)null;
        var all = await db.Organizations.Where(o => (own == null || o.Id == own) && (filter.Kind == null || o.Kind == filter.Kind)).InOrder()
            .Select(o => new ReportOrganization(o.Id, o.ShortName, o.Kind, o.OpenedOn, o.ClosedOn)).ToListAsync(cancel);
        return all.FindAll(o => counted.Contains(o.Id) || o.Id == own || (Populations.AskedOf(o.Kind).Count > 0 && (o.OpenedOn is null || o.OpenedOn <= day) && (o.ClosedOn is null || o.ClosedOn >= day)));
    }
}
