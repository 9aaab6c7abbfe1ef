using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Coverage;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Coverage;

/// <summary>The state of a roadmap row that is counted by coverage: on the target's day, or today while it is ahead.</summary>
public sealed record TargetState(CoverageShare Share, Population Counted, decimal Percent, DateOnly By, DateOnly On)
{
    public bool? Meets => Share.Meets(Percent);

    /// <param name="organizationId">Of one organization; null for the municipality, and a curator has his own alone.</param>
    /// <returns>Null where no target hangs on the row, or nobody has said whom it counts.</returns>
    public static async Task<TargetState?> Of(PortalDb db, CoverageCounts counts, int itemId, int? organizationId, DateOnly today, CancellationToken cancel)
    {
        var target = await db.CoverageTargets.Where(t => t.RoadmapItemId == itemId && t.Counted != null && t.By != null).OrderByDescending(t => t.By)
            .Select(t => new { Counted = t.Counted!.Value, t.Role, t.Percent, By = t.By!.Value }).FirstOrDefaultAsync(cancel);
        if (target is null)
            return null;
        var own = db.Scope.IsCurator ? db.Scope.OrganizationId : organizationId;
        var on = target.By < today ? target.By : today;
        var view = await CoverageView.Load(db, counts, new(target.Counted) { Role = target.Role, OrganizationId = own }, own, [on], cancel);
        return new(view.Total(on), target.Counted, target.Percent, target.By, on);
    }
}
