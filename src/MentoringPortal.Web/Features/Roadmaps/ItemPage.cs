using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Coverage;
using MentoringPortal.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Roadmaps;

public sealed record ItemExecution(
    int Id, ExecutorKind Executor, string? Name, ExecutionState State, bool AsksRelease, string? Comment,
    string? ProofKind, string? ProofNumber, DateOnly? ProofDate, int Files, bool IsUntouched)
{
    public bool IsOverdue { get; init; }

    public string? ProofWords => ProofKind is null && ProofNumber is null && ProofDate is null
        ? null
        : string.Join(' ', new[] { ProofKind, ProofNumber is null ? null : $"№ {ProofNumber}", ProofDate is null ? null : $"от {ProofDate:dd.MM.yyyy}" }.Where(w => w is not null));
}

public sealed record DeadlineChangeRow(string OldText, DateOnly? OldDueOn, string NewText, DateOnly? NewDueOn, DateTime ChangedAt, string ChangedByName, string Reason);

/// <summary>A part of the obligation: another row of the roadmap, or a clause of the order.</summary>
public sealed record ObligationPartRow(string Subject, int? ItemId, string? ItemNumber, string? ClauseNumber, string? Document)
{
    public string Words => string.Join(", ", new[]
    {
        ItemNumber is null ? null : $"строка {ItemNumber}", ClauseNumber is null ? null : $"пункт {ClauseNumber} приказа", Document,
    }.Where(w => w is not null));

    public static Task<List<ObligationPartRow>> Of(PortalDb db, int itemId, CancellationToken cancel) => db.Set<ObligationPart>()
        .Where(p => p.RoadmapItemId != itemId && p.Obligation!.Parts.Any(q => q.RoadmapItemId == itemId))
        .OrderBy(p => p.Id)
        .Select(p => new ObligationPartRow(p.Obligation!.Subject, p.RoadmapItemId, p.RoadmapItem!.Number, p.Clause!.Number, p.Document))
        .ToListAsync(cancel);
}

/// <summary>GET /roadmaps/{roadmapId}/items/{itemId}: the row whole.</summary>
public sealed record ItemPage(
    int Id, RoadmapHead Head, string Number, string? Section, string Activity, string? Result, IReadOnlyList<ReadParty> Responsible,
    Deadline Deadline, DateOnly? DueOn, decimal? TargetPercent, int Version, IReadOnlyList<DeadlineChangeRow> Changes,
    IReadOnlyList<ItemExecution> Executions, IReadOnlyList<ObligationPartRow> Joined, IReadOnlyList<HistoryLine> History, DateOnly Today)
{
    public string Url => $"{Head.Url}/items/{Id}";

    public bool IsCounted => TargetPercent is not null;

    /// <summary>Where the row is counted by coverage: how it stands.</summary>
    public TargetState? Target { get; init; }

    public ProofRequest? Proof => ProofRequest.Of(Result);

    public int Submitted => Executions.Count(x => x.State == ExecutionState.Submitted);

    public static async Task<ItemPage?> Load(PortalDb db, CoverageCounts counts, MunicipalClock clock, int roadmapId, int itemId, CancellationToken cancel)
    {
        if (await RoadmapHead.Find(db, roadmapId, cancel) is not { } head)
            return null;
        var changes = await db.Set<DeadlineChange>().Where(c => c.RoadmapItemId == itemId).OrderByDescending(c => c.Id)
            .Select(c => new DeadlineChangeRow(c.OldText, c.OldDueOn, c.NewText, c.NewDueOn, c.ChangedAt, c.ChangedByName, c.Reason)).ToListAsync(cancel);
        var executions = await db.Executions.Where(x => x.RoadmapItemId == itemId && x.RoadmapId == roadmapId)
            .OrderBy(x => x.Executor == ExecutorKind.Organization).ThenBy(x => EF.Property<byte[]>(x.Organization!, "SortKey")).ThenBy(x => x.Id)
            .Select(x => new ItemExecution(x.Id, x.Executor,
                x.Organization!.ShortName ?? (x.DepartmentUnit!.Abbreviation != "" ? x.DepartmentUnit.Abbreviation : x.DepartmentUnit.Name) ?? x.OutsideBody,
                x.State, x.AsksRelease, x.Comment, x.ProofKind, x.ProofNumber, x.ProofDate,
                x.Files.Count(f => f.RemovedAt == null), x.State == ExecutionState.NotStarted && !x.Events.Any()))
            .ToListAsync(cancel);
        var department = await db.Departments.Select(d => d.ShortName.Length > 0 ? d.ShortName : d.Name).SingleAsync(cancel);
        var joined = await ObligationPartRow.Of(db, itemId, cancel);
        var history = await Shared.History.Of(db, clock, cancel, ("RoadmapItem", itemId));
        var today = clock.Today;
        var page = await db.RoadmapItems.Where(i => i.Id == itemId && i.RoadmapId == roadmapId)
            .Select(i => new ItemPage(i.Id, head, i.Number, i.Section!.Title, i.Activity, i.Result, i.Responsible, i.Deadline, i.DueOn, i.TargetPercent, i.Version,
                changes, executions, joined, history, today))
            .SingleOrDefaultAsync(cancel);
        return page is null ? null : page with
        {
            Target = page.IsCounted ? await TargetState.Of(db, counts, itemId, null, today, cancel) : null,
            Executions =
            [
                .. executions.Select(x => x with
                {
                    Name = x.Name ?? department,
                    IsOverdue = !page.IsCounted && Execution.IsOverdue(x.State, page.DueOn, today),
                }),
            ],
        };
    }
}
