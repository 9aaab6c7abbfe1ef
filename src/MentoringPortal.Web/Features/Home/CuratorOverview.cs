using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Data.Requests;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Coverage;
using MentoringPortal.Web.Features.Executions;
using MentoringPortal.Web.Features.Orders;
using MentoringPortal.Web.Features.Pairs;
using MentoringPortal.Web.Features.Reminders;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Home;

/// <summary>The curator's first screen: what the school owes, the nearest day, the papers addressed to it.</summary>
public sealed record CuratorOverview(string Organization, CoverageBoard Coverage, IReadOnlyList<TaskLine> Tasks, IReadOnlyList<OwedRequest> Requests, int Overdue, int Returned, int Waiting, IReadOnlyList<PaperLine> Papers, bool NeedsYear, string Year, int Applications, int Coming, PairFigures Pairs, PairLadder Ladder)
{
    private const int PapersShown = 5;

    /// <summary>The nearest deadline ahead, or null.</summary>
    public TaskLine? Next => Tasks.Where(t => !t.IsOverdue && t.DueOn is not null).MinBy(t => t.DueOn);

    public static async Task<CuratorOverview> Load(PortalDb db, CoverageCounts counts, DateOnly today, CancellationToken cancel)
    {
        var own = db.Executions.OfLiveRoadmaps().Where(x => x.RoadmapItem!.TargetPercent == null);
        var rows = await own.Open()
            .Select(x => new TaskLine(x.Id, x.RoadmapItem!.Number, x.RoadmapItem.Activity, x.RoadmapItem.Result, x.RoadmapItem.DueOn, x.RoadmapItem.StartsOn, x.State, false))
            .ToListAsync(cancel);
        var tasks = rows.Select(t => t with { IsOverdue = Execution.IsOverdue(t.State, t.DueOn, today) })
            .OrderByDescending(t => t.State == ExecutionState.Returned).ThenByDescending(t => t.IsOverdue).ThenBy(t => t.DueOn ?? DateOnly.MaxValue).ThenBy(t => t.Id)
            .ToList();
        var papers = await db.Orders.OrderByDescending(o => o.SentAt != null && o.Recipients.Any(r => r.AcknowledgedAt == null)).ThenByDescending(o => o.Date).ThenByDescending(o => o.Id).Take(PapersShown)
            .Select(o => new PaperLine(o.Id, o.Kind, o.Number, o.Date, o.Title, o.SentAt != null && o.Recipients.Any(r => r.AcknowledgedAt == null))).ToListAsync(cancel);
        var settings = await db.Settings.AsNoTracking().SingleAsync(cancel);
        var year = SchoolYear.Of(today);
        var awaiting = own.AwaitingReview();
        var owed = db.Submissions.Owed().OrderBy(s => s.Request!.Due).ThenBy(s => s.Id);
        var school = await db.Organizations.Select(o => new { o.ShortName, Requests = owed.Where(s => s.OrganizationId == o.Id).Select(s => new OwedRequest(s.RequestId, s.Request!.What, s.Request.Due!.Value, s.State, s.Request.Due < today)).ToList(), HasYear = db.Participations.Any(p => p.SchoolYear == year.StartYear && p.Forms.Count > 0), Applications = db.Applications.Count(), Coming = db.Transfers.Count(t => t.ToOrganizationId == o.Id && !t.IsRefused), Awaiting = awaiting.Count() }).SingleAsync(cancel);
        return new CuratorOverview(
            school.ShortName,
            await CoverageBoard.Load(db, counts, new CoverageFilter(), today, cancel, withForms: false),
            tasks,
            school.Requests,
            tasks.Count(t => t.IsOverdue),
            tasks.Count(t => t.State == ExecutionState.Returned),
            school.Awaiting,
            papers,
            !school.HasYear,
            year.ToString(),
            school.Applications,
            school.Coming,
            await PairFigures.Load(db, today, cancel, settings),
            await PairLadder.Load(db, today, cancel, settings));
    }
}

public sealed record TaskLine(int Id, string Number, string Activity, string? Result, DateOnly? DueOn, DateOnly? StartsOn, ExecutionState State, bool IsOverdue);

/// <summary>A request for information that the school has not answered.</summary>
public sealed record OwedRequest(int Id, string What, DateOnly Due, SubmissionState State, bool IsOverdue);

/// <param name="Waits">The school has not said that it has read it.</param>
public sealed record PaperLine(int Id, OrderKind Kind, string? Number, DateOnly? Date, string Title, bool Waits)
{
    public string Caption => OrderWords.Caption(Kind, Number, Date);
}
