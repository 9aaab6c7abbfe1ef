using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Coverage;
using MentoringPortal.Web.Features.Roadmaps;
using MentoringPortal.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Executions;

public sealed record ExecutionEventRow(ExecutionState From, ExecutionState To, string? Text, string ByName, DateTime At);

public sealed record ExecutionFileRow(Guid Id, string Name, long Size, DateTime UploadedAt, string UploadedByName, int ExecutionId)
{
    public string SizeWords => Size < 1024 * 1024 ? $"{Math.Max(1, Size / 1024)} КБ" : $"{Size / 1024m / 1024m:0.#} МБ";
}

public sealed record ExecutionRow(
    int Id, int RoadmapId, int ItemId, string Number, string Activity, string? Result, IReadOnlyList<ReadParty> Responsible, Deadline Deadline,
    DateOnly? DueOn, decimal? TargetPercent, ExecutorKind Executor, int? OrganizationId, string? ExecutorName, ExecutionState State,
    string? Comment, string? ProofKind, string? ProofNumber, DateOnly? ProofDate, bool AsksRelease, int Version);

/// <summary>GET /executions/{executionId}: one executor's task.</summary>
public sealed record ExecutionPage(
    ExecutionRow Row, RoadmapHead Head, string ExecutorName, IReadOnlyList<ExecutionEventRow> Events, IReadOnlyList<ExecutionFileRow> Files,
    IReadOnlyList<ObligationPartRow> Joined, IReadOnlyList<HistoryLine> History, DateOnly Today, Role Reader)
{
    public string Url => $"/executions/{Row.Id}";

    public bool IsCounted => Row.TargetPercent is not null;

    /// <summary>Where the row is counted by coverage: how it stands at this executor.</summary>
    public TargetState? Target { get; init; }

    public bool IsOverdue => !IsCounted && Execution.IsOverdue(Row.State, Row.DueOn, Today);

    public ProofRequest? Proof => ProofRequest.Of(Row.Result);

    /// <summary>The organization reports for itself, the department for itself, its units and outside bodies.</summary>
    public bool IsReporter => Reporter(Row.Executor) == Reader;

    public bool IsReviewer => Reader == Role.Department;

    /// <summary>The reason of the last return, while it stands.</summary>
    public ExecutionEventRow? LastReturn => Row.State == ExecutionState.Returned ? Events.LastOrDefault(e => e.To == ExecutionState.Returned) : null;

    public ReportForm Report { get; init; } = new();

    public ReturnForm Return { get; init; } = new();

    public ReleaseForm Release { get; init; } = new();

    public bool Allows(ExecutionStep step) => !Head.IsArchived && Row.State.Allows(step) && step switch
    {
        ExecutionStep.Start or ExecutionStep.Save or ExecutionStep.Report => IsReporter && !IsCounted,
        ExecutionStep.AskRelease => IsReporter && !IsCounted && Row.Executor == ExecutorKind.Organization,
        ExecutionStep.Withdraw => IsReporter,
        _ => IsReviewer,
    };

    public static Role Reporter(ExecutorKind executor) => executor == ExecutorKind.Organization ? Role.Curator : Role.Department;

    public static async Task<ExecutionPage?> Load(PortalDb db, CoverageCounts counts, MunicipalClock clock, Actor reader, int executionId, CancellationToken cancel)
    {
        var row = await db.Executions.Where(x => x.Id == executionId)
            .Select(x => new ExecutionRow(x.Id, x.RoadmapId, x.RoadmapItemId, x.RoadmapItem!.Number, x.RoadmapItem.Activity, x.RoadmapItem.Result,
                x.RoadmapItem.Responsible, x.RoadmapItem.Deadline, x.RoadmapItem.DueOn, x.RoadmapItem.TargetPercent, x.Executor, x.OrganizationId,
                x.Organization!.ShortName ?? (x.DepartmentUnit!.Abbreviation != "" ? x.DepartmentUnit.Abbreviation : x.DepartmentUnit.Name) ?? x.OutsideBody,
                x.State, x.Comment, x.ProofKind, x.ProofNumber, x.ProofDate, x.AsksRelease, x.Version))
            .SingleOrDefaultAsync(cancel);
        if (row is null || await RoadmapHead.Find(db, row.RoadmapId, cancel) is not { } head)
            return null;
        var name = row.ExecutorName ?? await db.Departments.Select(d => d.ShortName.Length > 0 ? d.ShortName : d.Name).SingleAsync(cancel);
        var events = await db.Set<ExecutionEvent>().Where(e => e.ExecutionId == executionId).OrderBy(e => e.Id)
            .Select(e => new ExecutionEventRow(e.From, e.To, e.Text, e.ByName, e.At)).ToListAsync(cancel);
        var joined = await ObligationPartRow.Of(db, row.ItemId, cancel);
        var files = await FilesOf(db, row, [.. joined.Select(j => j.ItemId).OfType<int>()], cancel);
        var history = await Shared.History.Of(db, clock, cancel, [("Execution", row.Id), .. files.Select(f => ("StoredFile", (object)f.Id))]);
        return new ExecutionPage(row, head, name, events, files, joined, history, clock.Today, reader.Role)
        {
            Target = row.TargetPercent is null ? null : await TargetState.Of(db, counts, row.ItemId, row.OrganizationId, clock.Today, cancel),
            Report = new ReportForm
            {
                Comment = row.Comment,
                ProofKind = row.ProofKind ?? ProofRequest.Of(row.Result)?.Kind,
                ProofNumber = row.ProofNumber,
                ProofDate = row.ProofDate,
                Version = row.Version,
            },
        };
    }

    /// <summary>Its own files, and those that the same executor attached to the same task from another row.</summary>
    private static Task<List<ExecutionFileRow>> FilesOf(PortalDb db, ExecutionRow row, IReadOnlyList<int> joinedItems, CancellationToken cancel) => db.Files
        .Where(f => f.RemovedAt == null && (f.ExecutionId == row.Id
            || (joinedItems.Contains(f.Execution!.RoadmapItemId) && row.OrganizationId != null && f.Execution.OrganizationId == row.OrganizationId)))
        .OrderBy(f => f.UploadedAt).ThenBy(f => f.Name)
        .Select(f => new ExecutionFileRow(f.Id, f.Name, f.Size, f.UploadedAt, f.UploadedByName, f.ExecutionId!.Value))
        .ToListAsync(cancel);
}
