using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Time;

namespace MentoringPortal.Web.Features.Roadmaps;

/// <summary>A stretch of months in a row: empty, or a bar with words. It spans <see cref="Months"/> columns.</summary>
public sealed record TimelineCell(int Months, string? Css, string Words)
{
    public bool IsBar => Css is not null;
}

public sealed record TimelineRow(BoardItem Item, IReadOnlyList<TimelineCell> Cells);

/// <summary>
/// GET /roadmaps/{roadmapId}/timeline. Months of the plan; a plan of more than two years is shown by school years. Rows whose words hold no
/// date stand apart, honestly.
/// </summary>
public sealed record RoadmapTimeline(
    RoadmapBoard Board, IReadOnlyList<DateOnly> Months, IReadOnlyList<TimelineRow> Rows, IReadOnlyList<BoardItem> Undated,
    IReadOnlyList<SchoolYear> Years, SchoolYear? Year)
{
    private const int LongestWhole = 24;

    /// <param name="board">The roadmap.</param>
    /// <param name="year">School year to show of a long plan; anything else is the year of today, or the nearest.</param>
    public static RoadmapTimeline Of(RoadmapBoard board, int? year)
    {
        var dated = board.Items.Select(i => (Item: i, Spans: Spans(i, board))).ToList();
        var spans = dated.SelectMany(d => d.Spans).ToList();
        var first = Month(spans.Select(s => s.Start).Append(board.Head.PeriodStart).Min());
        var last = Month(spans.Select(s => s.End).Append(board.Head.PeriodEnd).Max());
        var years = new List<SchoolYear>();
        SchoolYear? shown = null;
        if (Between(first, last) > LongestWhole)
        {
            years.AddRange(Enumerable.Range(SchoolYear.Of(first).StartYear, SchoolYear.Of(last).StartYear - SchoolYear.Of(first).StartYear + 1).Select(y => new SchoolYear(y)));
            var wanted = Math.Clamp(year ?? SchoolYear.Of(board.Today).StartYear, years[0].StartYear, years[^1].StartYear);
            shown = new SchoolYear(wanted);
            (first, last) = (shown.Value.Start, Month(shown.Value.End));
        }
        List<DateOnly> months = [.. Enumerable.Range(0, Between(first, last)).Select(first.AddMonths)];
        return new RoadmapTimeline(board, months,
            [.. dated.Where(d => d.Spans.Exists(s => s.Start < last.AddMonths(1) && s.End >= first)).Select(d => new TimelineRow(d.Item, Cells(d.Item, d.Spans, first, months.Count)))],
            [.. dated.Where(d => d.Spans.Count == 0).Select(d => d.Item)], years, shown);
    }

    /// <summary>What to draw: one span, or one for each period; «до X» begins with the order, or with the plan (C1).</summary>
    private static List<(DateOnly Start, DateOnly End)> Spans(BoardItem item, RoadmapBoard board)
    {
        var deadline = item.Deadline;
        var begin = board.Head.OrderDate ?? board.Head.PeriodStart;
        var periods = deadline.Kind is DeadlineKind.List or DeadlineKind.Recurring && deadline.Periods.Count > 0
            ? deadline.Periods.Select(p => (Start: p.Start ?? p.End, End: p.End ?? p.Start))
            : [(deadline.Start ?? (deadline.End < begin ? deadline.End : deadline.End is null ? null : begin), deadline.End ?? (deadline.Start is null ? null : Later(deadline.Start.Value, board.Head.PeriodEnd)))];
        return [.. periods.Where(p => p is { Start: not null, End: not null }).Select(p => (p.Start!.Value, p.End!.Value)).OrderBy(p => p.Item1)];
    }

    private static List<TimelineCell> Cells(BoardItem item, List<(DateOnly Start, DateOnly End)> spans, DateOnly first, int count)
    {
        var cells = new List<TimelineCell>();
        var at = 0;
        foreach (var (start, end) in spans)
        {
            var (from, to) = (Math.Max(Between(first, start) - 1, at), Math.Min(Between(first, end) - 1, count - 1));
            if (to < from)
                continue;
            if (from > at)
                cells.Add(new TimelineCell(from - at, null, ""));
            cells.Add(new TimelineCell(to - from + 1, Css(item), Words(item, spans.Count > 1 ? (start, end) : null)));
            at = to + 1;
        }
        if (at < count)
            cells.Add(new TimelineCell(count - at, null, ""));
        return cells;
    }

    private static string Css(BoardItem item)
    {
        var hatched = item.Deadline.Kind is DeadlineKind.Ongoing or DeadlineKind.OnDemand ? " throughout" : "";
        return item.Overdue > 0 ? "bar overdue" + hatched
            : item.Total > 0 && item.Done == item.Total ? "bar done" + hatched
            : "bar" + hatched;
    }

    private static string Words(BoardItem item, (DateOnly Start, DateOnly End)? part)
    {
        var when = part is { } p ? (p.Start == p.End ? $"{p.End:dd.MM.yy}" : $"{p.Start:dd.MM}–{p.End:dd.MM.yy}") : DeadlineFormatter.Format(item.Deadline);
        return item.Overdue > 0 ? $"{ExecutionWords.OverdueSign} {when}" : item.Total > 0 && item.Done == item.Total ? $"{ExecutionWords.Sign(ExecutionState.Done)} {when}" : when;
    }

    private static DateOnly Later(DateOnly left, DateOnly right) => left > right ? left : right;

    private static DateOnly Month(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>Months from the month of one day to the month of another, both counted; zero or less where the second lies before.</summary>
    private static int Between(DateOnly first, DateOnly last) => (last.Year - first.Year) * 12 + last.Month - first.Month + 1;
}
