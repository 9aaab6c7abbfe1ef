using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Text;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace MentoringPortal.Web.Features.Roadmaps;

/// <summary>What of a roadmap is shown; all of it stands in the address.</summary>
public sealed class RoadmapFilter
{
    public const string OverdueView = "overdue", ReviewView = "review", MonthFormat = "yyyy-MM";

    [StringLength(200), Display(Name = "Слова или номер")]
    public string? Q { get; set; }

    /// <summary><see cref="OverdueView"/>, or <see cref="ReviewView"/>: what waits for the reader himself.</summary>
    public string? View { get; set; }

    [Display(Name = "Организация")]
    public int? Organization { get; set; }

    [StringLength(500), Display(Name = "Ответственный")]
    public string? Responsible { get; set; }

    [StringLength(7), Display(Name = "Месяц")]
    public string? Month { get; set; }

    [Display(Name = "Состояние")]
    public ExecutionState? State { get; set; }

    [Display(Name = "Раздел")]
    public int? Section { get; set; }

    public string? Sort { get; set; }

    [BindNever]
    public RoadmapChoices Choices { get; set; } = RoadmapChoices.None;
}

public sealed record RoadmapChoices(
    IReadOnlyList<SelectListItem> Organizations, IReadOnlyList<SelectListItem> Responsible, IReadOnlyList<SelectListItem> Months,
    IReadOnlyList<SelectListItem> States, IReadOnlyList<SelectListItem> Sections)
{
    public static readonly RoadmapChoices None = new([], [], [], [], []);

    public static RoadmapChoices Of(RoadmapBoard board) => new(
        [.. board.Executors.Where(e => e.OrganizationId is not null).Select(e => new SelectListItem(e.Name, $"{e.OrganizationId}"))],
        [.. board.Items.SelectMany(i => i.Responsible).Select(p => p.Text).Distinct().Order(StringComparer.CurrentCulture).Select(t => new SelectListItem(t, t))],
        [.. board.Items.SelectMany(MonthsOf).Distinct().Order().Select(m => new SelectListItem($"{m:MMMM yyyy}", m.ToString(RoadmapFilter.MonthFormat, CultureInfo.InvariantCulture)))],
        [.. Enum.GetValues<ExecutionState>().Select(s => new SelectListItem(ExecutionWords.Of(s, ExecutorKind.Organization), $"{s}"))],
        [.. board.Sections.Select(s => new SelectListItem(s.Heading, $"{s.Id}"))]);

    /// <summary>First days of the months in which the row is due or goes on; never more than five years of them.</summary>
    private static IEnumerable<DateOnly> MonthsOf(BoardItem item)
    {
        if ((item.Deadline.Start ?? item.Deadline.End) is not { } first)
            yield break;
        var last = item.Deadline.End ?? first;
        for (var (month, n) = (new DateOnly(first.Year, first.Month, 1), 0); month <= last && n < 60; month = month.AddMonths(1), n++)
            yield return month;
    }
}

/// <summary>GET /roadmaps/{roadmapId}: the rows that the filter leaves. The export draws the same rows.</summary>
public sealed record RoadmapDetails(RoadmapBoard Board, RoadmapFilter Filter, IReadOnlyList<BoardItem> Rows, bool IsOwn, int Overdue, int Waiting)
{
    /// <param name="isOwn">The reader is an executor himself: what waits for him is what was returned.</param>
    public static RoadmapDetails Of(RoadmapBoard board, RoadmapFilter filter, bool isOwn)
    {
        filter.Choices = RoadmapChoices.Of(board);
        var rows = board.Items.Where(i => MatchesItem(i, filter) && MatchesExecutions(i, filter, isOwn));
        return new RoadmapDetails(board, filter, [.. Sorted(rows, filter.Sort)], isOwn,
            board.Items.Count(i => i.Overdue > 0), board.Items.Count(i => i.Cells.Any(c => c.State == WaitingState(isOwn))));
    }

    public IReadOnlyList<HistoryLine> History { get; init; } = [];

    public IReadOnlyList<FilterPill> Pills =>
    [
        .. new (string Name, string Key, string? Value, IReadOnlyList<SelectListItem>? Items)[]
        {
            ("Слова", "Q", Filter.Q, null),
            ("Организация", "Organization", $"{Filter.Organization}", Filter.Choices.Organizations),
            ("Ответственный", "Responsible", Filter.Responsible, null),
            ("Месяц", "Month", Filter.Month, Filter.Choices.Months),
            ("Состояние", "State", $"{Filter.State}", Filter.Choices.States),
            ("Раздел", "Section", $"{Filter.Section}", Filter.Choices.Sections),
        }
        .Where(p => !string.IsNullOrEmpty(p.Value))
        .Select(p => new FilterPill($"{p.Name}: {p.Items?.FirstOrDefault(i => i.Value == p.Value)?.Text ?? p.Value}", p.Key, p.Value!)),
    ];

    private static ExecutionState WaitingState(bool isOwn) => isOwn ? ExecutionState.Returned : ExecutionState.Submitted;

    private static bool MatchesItem(BoardItem item, RoadmapFilter filter) =>
        (filter.Section is null || item.SectionId == filter.Section)
        && (string.IsNullOrEmpty(filter.Responsible) || item.Responsible.Any(p => p.Text == filter.Responsible))
        && Words(item, filter.Q)
        && InMonth(item, filter.Month);

    private static bool Words(BoardItem item, string? words)
    {
        var key = SearchKey.Of($"{item.Number} {item.Activity} {item.Result} {item.ResponsibleWords}");
        return SearchKey.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(key.Contains);
    }

    private static bool InMonth(BoardItem item, string? month)
    {
        if (!DateOnly.TryParseExact(month, RoadmapFilter.MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
            return true;
        var (start, end) = (item.Deadline.Start ?? item.Deadline.End, item.Deadline.End ?? item.Deadline.Start);
        return start < first.AddMonths(1) && end >= first;
    }

    /// <summary>One and the same execution must meet everything that is asked of executions.</summary>
    private static bool MatchesExecutions(BoardItem item, RoadmapFilter filter, bool isOwn) =>
        (filter.Organization is null && filter.State is null && filter.View is not (RoadmapFilter.OverdueView or RoadmapFilter.ReviewView))
        || item.Cells.Any(c =>
            (filter.Organization is null || c.Executor.OrganizationId == filter.Organization)
            && (filter.State is null || c.State == filter.State)
            && filter.View switch
            {
                RoadmapFilter.OverdueView => c.IsOverdue,
                RoadmapFilter.ReviewView => c.State == WaitingState(isOwn),
                _ => true,
            });

    private static IEnumerable<BoardItem> Sorted(IEnumerable<BoardItem> rows, string? sort) => sort switch
    {
        "due" => rows.OrderBy(i => i.DueOn ?? DateOnly.MaxValue).ThenBy(i => i.Ordinal),
        "-due" => rows.OrderByDescending(i => i.DueOn ?? DateOnly.MinValue).ThenBy(i => i.Ordinal),
        "-number" => rows.OrderByDescending(i => i.Ordinal),
        _ => rows.OrderBy(i => i.Ordinal),
    };
}
