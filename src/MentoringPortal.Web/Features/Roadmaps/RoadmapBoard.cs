using MentoringPortal.Data;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Domain.Roadmaps;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Roadmaps;

public sealed record BoardSection(int Id, string Number, string Title)
{
    public string Heading => Number.Length == 0 ? Title : $"{Number}. {Title}";
}

/// <summary>An executor of the roadmap; the key stands in addresses and is unique within the roadmap.</summary>
public sealed record BoardExecutor(string Key, string Name, ExecutorKind Kind, int? OrganizationId);

public sealed record BoardCell(int Id, BoardExecutor Executor, ExecutionState State, bool IsOverdue);

/// <summary>A row of the roadmap with the executions that the reader may see.</summary>
public sealed record BoardItem(
    int Id, int Ordinal, int? SectionId, string Number, string Activity, string? Result, IReadOnlyList<ReadParty> Responsible,
    Deadline Deadline, DateOnly? DueOn, decimal? TargetPercent)
{
    public IReadOnlyList<BoardCell> Cells { get; init; } = [];

    public bool IsCounted => TargetPercent is not null;
    public int Total => IsCounted ? 0 : Cells.Count(c => c.State != ExecutionState.NotApplicable);
    public int Done => IsCounted ? 0 : Cells.Count(c => c.State == ExecutionState.Done);
    public int Overdue => Cells.Count(c => c.IsOverdue);
    public int Submitted => Cells.Count(c => c.State == ExecutionState.Submitted);
    public int Returned => Cells.Count(c => c.State == ExecutionState.Returned);

    public string ResponsibleWords => string.Join(", ", Responsible.Select(p => p.Text));
}

/// <summary>One roadmap whole: what the list, the matrix, the timeline and the exports are drawn from. Seven commands, whatever its size.</summary>
public sealed record RoadmapBoard(
    RoadmapHead Head, IReadOnlyList<BoardSection> Sections, IReadOnlyList<BoardItem> Items, IReadOnlyList<BoardExecutor> Executors, DateOnly Today)
{
    private sealed record Row(int Id, int ItemId, ExecutorKind Kind, int? OrganizationId, int? UnitId, string? OutsideBody, ExecutionState State);

    /// <param name="organizationsOnly">Without the department, its units and outside bodies.</param>
    /// <returns>Null where the reader sees no such roadmap.</returns>
    public static async Task<RoadmapBoard?> Load(PortalDb db, int roadmapId, DateOnly today, CancellationToken cancel, bool organizationsOnly = false)
    {
        if (await RoadmapHead.Find(db, roadmapId, cancel) is not { } head)
            return null;
        var sections = await db.Set<RoadmapSection>().Where(s => s.RoadmapId == roadmapId).OrderBy(s => s.Ordinal)
            .Select(s => new BoardSection(s.Id, s.Number, s.Title)).ToListAsync(cancel);
        var items = await db.RoadmapItems.Where(i => i.RoadmapId == roadmapId).OrderBy(i => i.Ordinal)
            .Select(i => new BoardItem(i.Id, i.Ordinal, i.SectionId, i.Number, i.Activity, i.Result, i.Responsible, i.Deadline, i.DueOn, i.TargetPercent))
            .ToListAsync(cancel);
        var rows = await db.Executions.Where(x => x.RoadmapId == roadmapId && (!organizationsOnly || x.OrganizationId != null))
            .Select(x => new Row(x.Id, x.RoadmapItemId, x.Executor, x.OrganizationId, x.DepartmentUnitId, x.OutsideBody, x.State))
            .ToListAsync(cancel);
        var executors = await ExecutorsOf(db, rows, cancel);
        var byKey = executors.ToDictionary(e => e.Key);
        var order = executors.Select((e, i) => (e.Key, i)).ToDictionary(p => p.Key, p => p.i);
        var cells = rows.ToLookup(r => r.ItemId);
        return new RoadmapBoard(head, sections,
        [
            .. items.Select(i => i with
            {
                Cells =
                [
                    .. cells[i.Id].OrderBy(r => order[Key(r)])
                        .Select(r => new BoardCell(r.Id, byKey[Key(r)], r.State, !i.IsCounted && Execution.IsOverdue(r.State, i.DueOn, today))),
                ],
            }),
        ], executors, today);
    }

    private static string Key(Row row) => row.Kind switch
    {
        ExecutorKind.Department => "department",
        ExecutorKind.Unit => $"unit-{row.UnitId}",
        ExecutorKind.Outside => $"outside-{row.OutsideBody}",
        _ => $"organization-{row.OrganizationId}",
    };

    /// <summary>The department, its units, outside bodies, then organizations in the order of their names.</summary>
    private static async Task<IReadOnlyList<BoardExecutor>> ExecutorsOf(PortalDb db, IReadOnlyList<Row> rows, CancellationToken cancel)
    {
        var department = !rows.Any(r => r.Kind == ExecutorKind.Department) ? "" : await db.Departments.Select(d => d.ShortName.Length > 0 ? d.ShortName : d.Name).SingleAsync(cancel);
        var units = !rows.Any(r => r.Kind == ExecutorKind.Unit) ? [] : await db.DepartmentUnits.InOrder().Select(u => new { u.Id, Name = u.Abbreviation.Length > 0 ? u.Abbreviation : u.Name }).ToListAsync(cancel);
        var organizations = await db.Organizations.InOrder().Select(o => new { o.Id, o.ShortName }).ToListAsync(cancel);
        var present = rows.Select(Key).ToHashSet();
        IEnumerable<BoardExecutor> all =
        [
            new("department", department, ExecutorKind.Department, null),
            .. units.Select(u => new BoardExecutor($"unit-{u.Id}", u.Name, ExecutorKind.Unit, null)),
            .. rows.Where(r => r.Kind == ExecutorKind.Outside).Select(r => r.OutsideBody!).Distinct().Order()
                .Select(name => new BoardExecutor($"outside-{name}", name, ExecutorKind.Outside, null)),
            .. organizations.Select(o => new BoardExecutor($"organization-{o.Id}", o.ShortName, ExecutorKind.Organization, o.Id)),
        ];
        return [.. all.Where(e => present.Contains(e.Key))];
    }
}
