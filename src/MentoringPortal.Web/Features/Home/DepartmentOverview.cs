using MentoringPortal.Data;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Enquiries;
using MentoringPortal.Web.Features.Executions;
using MentoringPortal.Web.Features.Roadmaps;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Home;

/// <summary>The department's first screen: what is late, what waits, who lags, what is new.</summary>
public sealed record DepartmentOverview(
    int Overdue, int Submitted, int Returned, int Asks, IReadOnlyList<RoadmapLine> Roadmaps, IReadOnlyList<LaggardLine> Laggards,
    IReadOnlyList<NewsLine> News, DateTime? Since, RoadmapMatrix? Matrix, DueEnquiries? Enquiries)
{
    private const int NewsShown = 15, LaggardsShown = 5;

    public static async Task<DepartmentOverview> Load(PortalDb db, MunicipalClock clock, DateTime? previousVisit, CancellationToken cancel)
    {
        var today = clock.Today;
        var live = db.Executions.OfLiveRoadmaps().Where(x => x.RoadmapItem!.TargetPercent == null);
        var overdue = live.Overdue(today);
        var roadmaps = await db.Roadmaps.Where(r => !r.IsArchived).OrderByDescending(r => r.PeriodEnd).ThenBy(r => r.Id)
            .Select(r => new RoadmapLine(r.Id, r.Title,
                live.Count(x => x.RoadmapId == r.Id && x.State != ExecutionState.NotApplicable),
                live.Count(x => x.RoadmapId == r.Id && x.State == ExecutionState.Done),
                overdue.Count(x => x.RoadmapId == r.Id)))
            .ToListAsync(cancel);
        var worst = await overdue.Where(x => x.OrganizationId != null).GroupBy(x => x.OrganizationId!.Value)
            .Select(g => new { Id = g.Key, Overdue = g.Count() })
            .OrderByDescending(g => g.Overdue).ThenBy(g => g.Id).Take(LaggardsShown).ToListAsync(cancel);
        var ids = worst.Select(w => w.Id).ToList();
        var names = await db.Organizations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShortName, cancel);
        var laggards = worst.Select(w => new LaggardLine(w.Id, names[w.Id], w.Overdue)).ToList();
        var since = previousVisit ?? clock.UtcNow.AddDays(-7);
        var news = await db.Set<ExecutionEvent>().Where(e => e.At > since).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(NewsShown)
            .Select(e => new NewsLine(e.ExecutionId, e.At, e.ByName, e.Execution!.Organization!.ShortName, e.Execution.RoadmapItem!.Number, e.Execution.RoadmapItem.Activity, e.To, e.Execution.Executor))
            .ToListAsync(cancel);
        var counts = await live.GroupBy(x => new { x.State, x.AsksRelease }).Select(g => new { g.Key.State, g.Key.AsksRelease, Count = g.Count() }).ToListAsync(cancel);
        int Count(ExecutionState state) => counts.Where(c => c.State == state).Sum(c => c.Count);
        return new DepartmentOverview(
            roadmaps.Sum(r => r.Overdue),
            Count(ExecutionState.Submitted),
            Count(ExecutionState.Returned),
            counts.Where(c => c is { State: ExecutionState.Submitted, AsksRelease: true }).Sum(c => c.Count),
            roadmaps, laggards, [.. news.Select(n => n with { At = clock.Local(n.At) })], previousVisit is null ? null : clock.Local(since),
            await MatrixOf(db, today, cancel),
            db.Scope.IsDepartment ? await DueEnquiries.Load(db, today, cancel) : null);
    }

    /// <summary>Schools × rows of the roadmap that runs today (the one that ends last, if several do); null without one.</summary>
    private static async Task<RoadmapMatrix?> MatrixOf(PortalDb db, DateOnly today, CancellationToken cancel)
    {
        var current = await db.Roadmaps
            .Where(r => !r.IsArchived && r.PeriodStart <= today && r.PeriodEnd >= today && r.Items.Any(i => i.Executions.Any(x => x.OrganizationId != null)))
            .OrderByDescending(r => r.PeriodEnd).ThenBy(r => r.Id).Select(r => (int?)r.Id).FirstOrDefaultAsync(cancel);
        return current is { } roadmapId && await RoadmapBoard.Load(db, roadmapId, today, cancel) is { } board ? RoadmapMatrix.OfOrganizations(board) : null;
    }
}

public sealed record RoadmapLine(int Id, string Title, int Total, int Done, int Overdue)
{
    public double Share => Total == 0 ? 0 : 100.0 * Done / Total;
}

public sealed record LaggardLine(int OrganizationId, string Name, int Overdue);

public sealed record NewsLine(int ExecutionId, DateTime At, string By, string? Organization, string Number, string Activity, ExecutionState To, ExecutorKind Executor);
