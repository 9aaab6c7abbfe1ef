namespace MentoringPortal.Web.Features.Roadmaps;

/// <summary>How much of a line is done: «5 из 8».</summary>
public sealed record MatrixTotal(int Done, int Total, int Overdue)
{
    public override string ToString() => Total == 0 ? "–" : $"{Done} из {Total}";
}

public sealed record MatrixRow(BoardExecutor Executor, IReadOnlyList<BoardCell?> Cells, MatrixTotal Total);

/// <summary>GET /roadmaps/{roadmapId}/matrix: executors × items. Released executions and rows counted by coverage are in no total.</summary>
public sealed record RoadmapMatrix(
    RoadmapBoard Board, RoadmapFilter Filter, IReadOnlyList<BoardItem> Items, IReadOnlyList<MatrixRow> Rows, IReadOnlyList<MatrixTotal> ItemTotals, MatrixTotal Total)
{
    /// <summary>Of rows that coverage counts, where they were asked for: the overview has coverage above.</summary>
    public IReadOnlyDictionary<(int ItemId, int OrganizationId), TargetCell> Targets { get; init; } = new Dictionary<(int, int), TargetCell>();

    public TargetCell? TargetOf(BoardItem item, BoardExecutor executor) => Targets.GetValueOrDefault((item.Id, executor.OrganizationId ?? MatrixTargets.Municipality));

    public static RoadmapMatrix Of(RoadmapBoard board, RoadmapFilter filter)
    {
        filter.Choices = RoadmapChoices.Of(board);
        var items = board.Items.Where(i => filter.Section is null || i.SectionId == filter.Section).ToList();
        var cells = items.Select(i => i.Cells.ToDictionary(c => c.Executor.Key)).ToList();
        var rows = board.Executors
            .Select(e => (Executor: e, Cells: cells.Select(c => c.GetValueOrDefault(e.Key)).ToList()))
            .Where(r => r.Cells.Exists(c => c is not null))
            .Select(r => new MatrixRow(r.Executor, r.Cells, Sum(items.Zip(r.Cells).Where(p => p.Second is not null && !p.First.IsCounted).Select(p => p.Second!))))
            .ToList();
        return new RoadmapMatrix(board, filter, items, rows,
            [.. items.Select(i => new MatrixTotal(i.Done, i.Total, i.Overdue))],
            new MatrixTotal(items.Sum(i => i.Done), items.Sum(i => i.Total), items.Sum(i => i.Overdue)));
    }

    /// <summary>The part that organizations owe: what the first screen of the department shows.</summary>
    public static RoadmapMatrix OfOrganizations(RoadmapBoard board)
    {
        var executors = board.Executors.Where(e => e.OrganizationId is not null).ToList();
        var items = board.Items
            .Select(i => i with { Cells = [.. i.Cells.Where(c => c.Executor.OrganizationId is not null)] })
            .Where(i => i.Cells.Count > 0).ToList();
        return Of(board with { Executors = executors, Items = items }, new RoadmapFilter());
    }

    private static MatrixTotal Sum(IEnumerable<BoardCell> cells)
    {
        var counted = cells.Where(c => c.State != Domain.Roadmaps.ExecutionState.NotApplicable).ToList();
        return new MatrixTotal(counted.Count(c => c.State == Domain.Roadmaps.ExecutionState.Done), counted.Count, counted.Count(c => c.IsOverdue));
    }
}
