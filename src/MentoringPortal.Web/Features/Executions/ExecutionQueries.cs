using MentoringPortal.Domain.Roadmaps;

namespace MentoringPortal.Web.Features.Executions;

/// <summary>What several screens count alike. A row that coverage counts is nobody's debt; an archived roadmap asks for nothing.</summary>
public static class ExecutionQueries
{
    public static IQueryable<Execution> OfLiveRoadmaps(this IQueryable<Execution> rows) => rows.Where(x => !x.Roadmap!.IsArchived);

    /// <summary>Due before <paramref name="today"/> and still open; the same rule as <see cref="Execution.IsOverdue"/>, for the database.</summary>
    public static IQueryable<Execution> Overdue(this IQueryable<Execution> rows, DateOnly today) => rows.Where(x =>
        x.RoadmapItem!.TargetPercent == null && x.RoadmapItem.DueOn < today
        && (x.State == ExecutionState.NotStarted || x.State == ExecutionState.InProgress || x.State == ExecutionState.Returned));

    public static IQueryable<Execution> AwaitingReview(this IQueryable<Execution> rows) => rows.Where(x => x.State == ExecutionState.Submitted);

    /// <summary>Work that the executor has still to do.</summary>
    public static IQueryable<Execution> Open(this IQueryable<Execution> rows) => rows.Where(x =>
        x.RoadmapItem!.TargetPercent == null
        && (x.State == ExecutionState.NotStarted || x.State == ExecutionState.InProgress || x.State == ExecutionState.Returned));
}
