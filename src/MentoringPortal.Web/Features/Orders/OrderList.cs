using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Orders;

/// <summary>What of the papers is shown; all of it stands in the address.</summary>
public sealed class OrderFilter
{
    [StringLength(200), Display(Name = "Слова или номер")]
    public string? Q { get; set; }

    [Display(Name = "Вид")]
    public OrderKind? Kind { get; set; }

    [Display(Name = "Год"), Range(1990, 2100)]
    public int? Year { get; set; }

    public string? Sort { get; set; }

    [BindNever]
    public IReadOnlyList<SelectListItem> Years { get; set; } = [];
}

/// <summary>GET /orders.</summary>
public sealed record OrderList(OrderFilter Filter, Paged<OrderRow> Rows, int All)
{
    public static readonly IReadOnlyList<SelectListItem> Kinds =
        [new(OrderWords.Of(OrderKind.Order), nameof(OrderKind.Order)), new(OrderWords.Of(OrderKind.Letter), nameof(OrderKind.Letter))];

    public IReadOnlyList<FilterPill> Pills =>
    [
        .. new (string Key, string? Value, string Text)[]
        {
            ("Q", Filter.Q, $"Слова: {Filter.Q}"),
            ("Kind", $"{Filter.Kind}", Filter.Kind is { } kind ? $"Вид: {OrderWords.Of(kind).ToLowerInvariant()}" : ""),
            ("Year", $"{Filter.Year}", $"Год: {Filter.Year}"),
        }.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => new FilterPill(p.Text, p.Key, p.Value!)),
    ];

    public static async Task<OrderList> Load(PortalDb db, OrderFilter filter, PageRequest page, CancellationToken cancel)
    {
        var orders = db.Orders.Matching(filter.Q)
            .Where(o => (filter.Kind == null || o.Kind == filter.Kind) && (filter.Year == null || o.Year == filter.Year));
        var rows = await Sorted(orders, filter.Sort)
            .Select(o => new OrderRow(o.Id, o.Kind, o.State, o.Number, o.Date, o.Title, o.Roadmaps.Select(r => (int?)r.Id).FirstOrDefault(), o.Requests.Count))
            .ToPageAsync(page, cancel);
        var years = await db.Orders.Where(o => o.Year != null).Select(o => o.Year!.Value).Distinct().OrderDescending().ToListAsync(cancel);
        filter.Years = [.. years.Select(y => new SelectListItem($"{y}", $"{y}"))];
        return new OrderList(filter, rows, await db.Orders.CountAsync(cancel));
    }

    private static IQueryable<Order> Sorted(IQueryable<Order> orders, string? sort) => sort switch
    {
        "title" => orders.InOrder().ThenBy(o => o.Id),
        "-title" => orders.InOrder(descending: true).ThenBy(o => o.Id),
        "date" => orders.OrderBy(o => o.Date).ThenBy(o => o.Id),
        _ => orders.OrderByDescending(o => o.Date).ThenByDescending(o => o.Id),
    };
}

public sealed record OrderRow(int Id, OrderKind Kind, OrderState State, string? Number, DateOnly? Date, string Title, int? RoadmapId, int Requests)
{
    public string Caption => OrderWords.Caption(Kind, Number, Date);
}
