using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Roadmaps;

public sealed class RoadmapListFilter
{
    [StringLength(200), Display(Name = "Название или номер приказа")]
    public string? Q { get; set; }

    [Display(Name = "Показать архив")]
    public bool Archived { get; set; }

    public string? Sort { get; set; }
}

/// <summary>A line of the list; the counts are of the executions that the reader may see.</summary>
public sealed record RoadmapRow(
    int Id, string Title, int? OrderId, OrderKind? OrderKind, string? OrderNumber, DateOnly? OrderDate, DateOnly PeriodStart, DateOnly PeriodEnd,
    bool IsArchived, int Items, int Total, int Done, int Submitted, int Overdue)
{
    public string? OrderWords => OrderId is null ? null : RoadmapHead.OrderWordsOf(OrderKind, OrderNumber, OrderDate);
}

/// <summary>GET /roadmaps</summary>
public sealed record RoadmapList(RoadmapListFilter Filter, Paged<RoadmapRow> Rows, int All)
{
    public static async Task<RoadmapList> Load(PortalDb db, RoadmapListFilter filter, PageRequest page, DateOnly today, CancellationToken cancel)
    {
        var all = db.Roadmaps.Where(r => r.IsArchived == filter.Archived);
        var found = all;
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var titles = db.Roadmaps.Matching(filter.Q).Select(r => r.Id);
            var orders = db.Orders.Matching(filter.Q).Select(o => (int?)o.Id);
            found = found.Where(r => titles.Contains(r.Id) || orders.Contains(r.OrderId));
        }
        var rows = await Sorted(found, filter.Sort)
            .Select(r => new RoadmapRow(
                r.Id, r.Title, r.OrderId, r.Order!.Kind, r.Order.Number, r.Order.Date, r.PeriodStart, r.PeriodEnd, r.IsArchived,
                r.Items.Count,
                r.Executions.Count(x => x.State != ExecutionState.NotApplicable && x.RoadmapItem!.TargetPercent == null),
                r.Executions.Count(x => x.State == ExecutionState.Done && x.RoadmapItem!.TargetPercent == null),
                r.Executions.Count(x => x.State == ExecutionState.Submitted),
                r.Executions.Count(x => x.RoadmapItem!.TargetPercent == null && x.RoadmapItem.DueOn < today
                    && (x.State == ExecutionState.NotStarted || x.State == ExecutionState.InProgress || x.State == ExecutionState.Returned))))
            .ToPageAsync(page, cancel);
        return new RoadmapList(filter, rows, await all.CountAsync(cancel));
    }

    private static IQueryable<Roadmap> Sorted(IQueryable<Roadmap> rows, string? sort) => sort switch
    {
        "title" => rows.InOrder(),
        "-title" => rows.InOrder(descending: true),
        "period" => rows.OrderBy(r => r.PeriodStart).ThenBy(r => r.Id),
        _ => rows.OrderByDescending(r => r.PeriodStart).ThenByDescending(r => r.Id),
    };
}
