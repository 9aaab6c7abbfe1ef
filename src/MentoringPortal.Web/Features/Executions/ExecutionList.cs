using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Executions;

public sealed class ExecutionFilter
{
    /// <summary>What waits for review, what a school owes, what is overdue, what went back to be mended, what the department owes itself, what is closed.</summary>
    public const string Review = "review", Open = "open", Overdue = "overdue", Returned = "returned", Own = "own", Closed = "closed";

    public string? View { get; set; }

    [Display(Name = "Организация")]
    public int? Organization { get; set; }

    [Display(Name = "Дорожная карта")]
    public int? Roadmap { get; set; }

    [StringLength(200), Display(Name = "Слова или номер")]
    public string? Q { get; set; }

    [BindNever]
    public IReadOnlyList<SelectListItem> Organizations { get; set; } = [];

    [BindNever]
    public IReadOnlyList<SelectListItem> Roadmaps { get; set; } = [];
}

public sealed record ExecutionListRow(
    int Id, int RoadmapId, string RoadmapTitle, string Number, string Activity, Deadline Deadline, DateOnly? DueOn, ExecutorKind Executor, string? Name,
    ExecutionState State, bool AsksRelease, string? Comment, string? Reason, DateTime? ChangedAt, bool IsOverdue);

public sealed record ExecutionTab(string View, string Text, int Count);

/// <summary>GET /executions: a school's «что мы должны», the department's inbox of reports.</summary>
public sealed record ExecutionList(ExecutionFilter Filter, Paged<ExecutionListRow> Rows, IReadOnlyList<ExecutionTab> Tabs, string View, Role Reader, string Department)
{
    public bool CanAccept => Reader == Role.Department && View == ExecutionFilter.Review;

    public static async Task<ExecutionList> Load(PortalDb db, ExecutionFilter filter, PageRequest page, Role reader, DateOnly today, CancellationToken cancel)
    {
        var all = db.Executions.OfLiveRoadmaps();
        var tabs = await TabsOf(all, reader, today, cancel);
        var view = tabs.FirstOrDefault(t => t.View == filter.View)?.View ?? tabs[0].View;
        var found = Filtered(db, Of(all, view, today), filter);
        var rows = await found
            // Returned first, then what is overdue or due next; what has no date comes last.
            .OrderBy(x => x.State == ExecutionState.Returned ? 0 : 1)
            .ThenBy(x => x.RoadmapItem!.DueOn == null).ThenBy(x => x.RoadmapItem!.DueOn).ThenBy(x => x.RoadmapItem!.Ordinal).ThenBy(x => x.Id)
            .Select(x => new ExecutionListRow(
                x.Id, x.RoadmapId, x.Roadmap!.Title, x.RoadmapItem!.Number, x.RoadmapItem.Activity, x.RoadmapItem.Deadline, x.RoadmapItem.DueOn, x.Executor,
                x.Organization!.ShortName ?? (x.DepartmentUnit!.Abbreviation != "" ? x.DepartmentUnit.Abbreviation : x.DepartmentUnit.Name) ?? x.OutsideBody,
                x.State, x.AsksRelease, x.Comment,
                x.State == ExecutionState.Returned ? x.Events.OrderByDescending(e => e.Id).Select(e => e.Text).FirstOrDefault() : null,
                x.ChangedAt,
                x.RoadmapItem.TargetPercent == null && x.RoadmapItem.DueOn < today
                    && (x.State == ExecutionState.NotStarted || x.State == ExecutionState.InProgress || x.State == ExecutionState.Returned)))
            .ToPageAsync(page, cancel);
        filter.Roadmaps = [.. (await db.Roadmaps.Where(r => !r.IsArchived).InOrder().Select(r => new { r.Id, r.Title }).ToListAsync(cancel)).Select(r => new SelectListItem(r.Title, $"{r.Id}"))];
        filter.Organizations = [.. (await db.Organizations.InOrder().Select(o => new { o.Id, o.ShortName }).ToListAsync(cancel)).Select(o => new SelectListItem(o.ShortName, $"{o.Id}"))];
        var department = await db.Departments.Select(d => d.ShortName.Length > 0 ? d.ShortName : d.Name).SingleAsync(cancel);
        return new ExecutionList(filter, rows, tabs, view, reader, department);
    }

    private static IQueryable<Execution> Of(IQueryable<Execution> rows, string view, DateOnly today) => view switch
    {
        ExecutionFilter.Review => rows.AwaitingReview(),
        ExecutionFilter.Overdue => rows.Overdue(today),
        ExecutionFilter.Returned => rows.Where(x => x.State == ExecutionState.Returned),
        ExecutionFilter.Own => rows.Open().Where(x => x.OrganizationId == null),
        ExecutionFilter.Closed => rows.Where(x => x.State == ExecutionState.Done || x.State == ExecutionState.NotApplicable),
        _ => rows.Open(),
    };

    private static async Task<IReadOnlyList<ExecutionTab>> TabsOf(IQueryable<Execution> all, Role reader, DateOnly today, CancellationToken cancel)
    {
        (string View, string Text)[] tabs = reader == Role.Curator
            ? [(ExecutionFilter.Open, "Что мы должны"), (ExecutionFilter.Review, "На проверке"), (ExecutionFilter.Closed, "Закрыто")]
            : [(ExecutionFilter.Review, "Ждут проверки"), (ExecutionFilter.Overdue, "Просрочено"), (ExecutionFilter.Returned, "Возвращено"), (ExecutionFilter.Own, "Задания управления"), (ExecutionFilter.Closed, "Закрыто")];
        var counted = new List<ExecutionTab>();
        foreach (var (view, text) in tabs)
            counted.Add(new ExecutionTab(view, text, await Of(all, view, today).CountAsync(cancel)));
        return counted;
    }

    private static IQueryable<Execution> Filtered(PortalDb db, IQueryable<Execution> rows, ExecutionFilter filter)
    {
        if (filter.Organization is { } organization)
            rows = rows.Where(x => x.OrganizationId == organization);
        if (filter.Roadmap is { } roadmap)
            rows = rows.Where(x => x.RoadmapId == roadmap);
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var items = db.RoadmapItems.Matching(filter.Q).Select(i => i.Id);
            rows = rows.Where(x => items.Contains(x.RoadmapItemId));
        }
        return rows;
    }
}
