using MentoringPortal.Data;
using MentoringPortal.Domain.Orders;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Roadmaps;

/// <summary>What every page of one roadmap shows at its top.</summary>
public sealed record RoadmapHead(
    int Id, string Title, int? OrderId, OrderKind? OrderKind, string? OrderNumber, DateOnly? OrderDate,
    DateOnly PeriodStart, DateOnly PeriodEnd, bool IsArchived, int? CopiedFromId)
{
    public string Url => $"/roadmaps/{Id}";

    public string? OrderWords => OrderId is null ? null : OrderWordsOf(OrderKind, OrderNumber, OrderDate);

    public string Period => $"{PeriodStart:dd.MM.yyyy} – {PeriodEnd:dd.MM.yyyy}";

    public static string OrderWordsOf(OrderKind? kind, string? number, DateOnly? date) =>
        (kind == Domain.Orders.OrderKind.Letter ? "Письмо" : "Приказ") + (number is null ? "" : $" № {number}") + (date is null ? "" : $" от {date:dd.MM.yyyy}");

    public static Task<RoadmapHead?> Find(PortalDb db, int roadmapId, CancellationToken cancel) => db.Roadmaps
        .Where(r => r.Id == roadmapId)
        .Select(r => new RoadmapHead(r.Id, r.Title, (int?)r.Order!.Id, r.Order.Kind, r.Order.Number, r.Order.Date, r.PeriodStart, r.PeriodEnd, r.IsArchived, r.CopiedFromId))
        .SingleOrDefaultAsync(cancel);
}
