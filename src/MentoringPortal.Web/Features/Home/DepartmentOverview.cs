using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Data.Requests;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Coverage;
using MentoringPortal.Web.Features.Enquiries;
using MentoringPortal.Web.Features.Executions;
using MentoringPortal.Web.Features.Roadmaps;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Home;

/// <summary>The department's first screen: what is late, what waits, who lags, what is new.</summary>
public sealed record DepartmentOverview(
    CoverageBoard Coverage, int Overdue, int Submitted, int Returned, int Asks, IReadOnlyList<RoadmapLine> Roadmaps, IReadOnlyList<LaggardLine> Laggards,
    IReadOnlyList<NewsLine> News, DateTime? Since, RoadmapMatrix? Matrix, DueEnquiries? Enquiries, int AnswersToReview, int AnswersOverdue, NewsCounts Counts)
{
    private const int NewsShown = 15, LaggardsShown = 5;

    public static async Task<DepartmentOverview> Load(PortalDb db, CoverageCounts counts, MunicipalClock clock, DateTime? previousVisit, CancellationToken cancel)
    {
        var today = clock.Today;
        var found = await db.Roadmaps.Where(r => !r.IsArchived).OrderByDescending(r => r.PeriodEnd).ThenBy(r => r.Id)
            .Select(r => new { r.Id, r.Title, r.PeriodStart, r.PeriodEnd, HasOrganizations = r.Items.Any(i => i.Executions.Any(x => x.OrganizationId != null)) }).ToListAsync(cancel);
        // One count by all that the screen tells: of each roadmap, of each organization, of each state.
        var states = await db.Executions.OfLiveRoadmaps().Where(x => x.RoadmapItem!.TargetPercent == null)
            .GroupBy(x => new { x.RoadmapId, x.OrganizationId, Name = x.Organization!.ShortName, x.State, x.AsksRelease, IsPast = x.RoadmapItem!.DueOn < today })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var overdue = states.FindAll(s => s.Key.IsPast && Execution.IsOverdue(s.Key.State, today.AddDays(-1), today));
        var roadmaps = found.ConvertAll(r => new RoadmapLine(r.Id, r.Title,
            states.Where(s => s.Key.RoadmapId == r.Id && s.Key.State != ExecutionState.NotApplicable).Sum(s => s.Count),
            states.Where(s => s.Key.RoadmapId == r.Id && s.Key.State == ExecutionState.Done).Sum(s => s.Count),
            overdue.Where(s => s.Key.RoadmapId == r.Id).Sum(s => s.Count)));
        var laggards = overdue.Where(s => s.Key.OrganizationId is not null).GroupBy(s => (Id: s.Key.OrganizationId!.Value, s.Key.Name))
            .Select(g => new LaggardLine(g.Key.Id, g.Key.Name, g.Sum(s => s.Count))).OrderByDescending(l => l.Overdue).ThenBy(l => l.OrganizationId).Take(LaggardsShown).ToList();
        var current = found.Find(r => r.PeriodStart <= today && r.PeriodEnd >= today && r.HasOrganizations);
        var since = previousVisit ?? clock.UtcNow.AddDays(-7);
        var news = await db.Set<ExecutionEvent>().Where(e => e.At > since).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(NewsShown)
            .Select(e => new NewsLine(e.ExecutionId, e.At, e.ByName, e.Execution!.Organization!.ShortName, e.Execution.RoadmapItem!.Number, e.Execution.RoadmapItem.Activity, e.To, e.Execution.Executor))
            .ToListAsync(cancel);
        var (sinceDay, isDepartment) = (DateOnly.FromDateTime(clock.Local(since)), db.Scope.IsDepartment);
        var enquiries = DueEnquiries.Open(db, today);
        var (handedIn, owed) = (db.Submissions.OfOpenRequests().Where(s => s.State == SubmissionState.Submitted), db.Submissions.Owed());
        // The settings are one row: what is asked beside it is one command.
        var waits = await db.Settings.Select(_ => new
        {
            Enquiries = enquiries.Count(),
            OverdueEnquiries = enquiries.Count(due => due < today),
            ToReview = handedIn.Count(),
            Overdue = owed.Count(s => s.Request!.Due < today),
            Answers = db.Submissions.Count(s => s.SubmittedAt > since),
            Headcounts = db.Headcounts.Count(h => h.OrganizationId != null && h.EnteredAt > since),
            Reviews = db.ProgrammeReviews.Count(r => r.WrittenOn >= sinceDay),
            Fixed = isDepartment ? db.Pairs.Count(p => p.State == PairState.Active && p.OrderDate >= sinceDay) : 0,
            Ended = isDepartment ? db.Pairs.Count(p => p.State == PairState.Ended && p.EndedOn >= sinceDay) : 0,
        }).SingleAsync(cancel);
        int Count(ExecutionState state) => states.Where(s => s.Key.State == state).Sum(c => c.Count);
        return new DepartmentOverview(
            await CoverageBoard.Load(db, counts, new CoverageFilter(), today, cancel, withForms: false),
            roadmaps.Sum(r => r.Overdue),
            Count(ExecutionState.Submitted),
            Count(ExecutionState.Returned),
            states.Where(s => s.Key is { State: ExecutionState.Submitted, AsksRelease: true }).Sum(c => c.Count),
            roadmaps, laggards, [.. news.Select(n => n with { At = clock.Local(n.At) })], previousVisit is null ? null : clock.Local(since),
            current is null ? null : await MatrixOf(db, current.Id, today, cancel),
            db.Scope.IsDepartment ? new DueEnquiries(waits.OverdueEnquiries, waits.Enquiries - waits.OverdueEnquiries) : null, waits.ToReview, waits.Overdue,
            new(waits.Answers, waits.Headcounts, waits.Reviews, waits.Fixed, waits.Ended));
    }

    /// <summary>Schools × rows of the roadmap that runs today (the one that ends last, if several do).</summary>
    private static async Task<RoadmapMatrix?> MatrixOf(PortalDb db, int roadmapId, DateOnly today, CancellationToken cancel) =>
        await RoadmapBoard.Load(db, roadmapId, today, cancel, organizationsOnly: true) is { } board ? RoadmapMatrix.OfOrganizations(board) : null;
}

public sealed record RoadmapLine(int Id, string Title, int Total, int Done, int Overdue)
{
    public double Share => Total == 0 ? 0 : 100.0 * Done / Total;
}

public sealed record LaggardLine(int OrganizationId, string Name, int Overdue);

/// <summary>What else is new, as numbers. Pairs are for the department alone: few pairs are few people.</summary>
public sealed record NewsCounts(int Answers, int Headcounts, int Reviews, int PairsFixed, int PairsEnded)
{
    public IEnumerable<(string Words, int Count, string Url)> Lines => new[]
    {
        ("отправлено ответов на запросы", Answers, "/requests"), ("сообщили численность", Headcounts, "/headcounts"), ("оценили процесс", Reviews, "/reviews"),
        ("пар закреплено приказом", PairsFixed, "/pairs"), ("пар прекращено досрочно", PairsEnded, "/pairs?State=Ended"),
    }.Where(l => l.Item2 > 0);
}

public sealed record NewsLine(int ExecutionId, DateTime At, string By, string? Organization, string Number, string Activity, ExecutionState To, ExecutorKind Executor);
