using MentoringPortal.Data;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Orders;

/// <summary>GET /orders/{orderId}: the paper, its files, to whom it is addressed, and what of it is one obligation with rows of the roadmap.</summary>
public sealed record OrderDetails(
    OrderContent Content, IReadOnlyList<OrderFile> Files, IReadOnlyList<string> Recipients, ILookup<int, ClauseJoin> Joins, IReadOnlyList<HistoryLine> History)
{
    public bool MayRegister => Content.State is OrderState.Draft or OrderState.Prepared;

    public static async Task<OrderDetails?> Load(PortalDb db, MunicipalClock clock, int orderId, CancellationToken cancel)
    {
        if (await OrderContent.Load(db, orderId, cancel) is not { } content)
            return null;
        var files = await db.Files.Where(f => f.OrderId == orderId && f.RemovedAt == null).OrderBy(f => f.UploadedAt)
            .Select(f => new OrderFile(f.Id, f.Name, f.Size)).ToListAsync(cancel);
        var recipients = await db.Organizations.Where(o => db.Set<OrderRecipient>().Any(r => r.OrderId == orderId && r.OrganizationId == o.Id))
            .InOrder().Select(o => o.ShortName).ToListAsync(cancel);
        var joins = await JoinsOf(db, orderId, cancel);
        var history = await Shared.History.Of(db, clock, cancel, (nameof(Order), orderId));
        return new OrderDetails(content, files, recipients, joins.ToLookup(j => j.ClauseId), history);
    }

    /// <summary>Two commands instead of one with APPLY, which SQLite lacks.</summary>
    private static async Task<IEnumerable<ClauseJoin>> JoinsOf(PortalDb db, int orderId, CancellationToken cancel)
    {
        var clauses = await db.Set<ObligationPart>().Where(p => p.Clause!.OrderId == orderId)
            .Select(p => new { p.ObligationId, p.Obligation!.Subject, ClauseId = p.ClauseId!.Value }).ToListAsync(cancel);
        var obligations = clauses.Select(c => c.ObligationId).Distinct().ToList();
        var rows = await db.Set<ObligationPart>().Where(p => obligations.Contains(p.ObligationId) && p.RoadmapItemId != null)
            .Select(p => new { p.ObligationId, p.RoadmapItem!.RoadmapId, ItemId = p.RoadmapItemId!.Value, p.RoadmapItem.Number }).ToListAsync(cancel);
        return clauses.Join(rows, c => c.ObligationId, r => r.ObligationId, (c, r) => new ClauseJoin(c.ClauseId, c.Subject, r.RoadmapId, r.ItemId, r.Number));
    }
}

public sealed record OrderFile(Guid Id, string Name, long Size);

/// <summary>A row of the roadmap that asks for the same as the clause.</summary>
public sealed record ClauseJoin(int ClauseId, string Subject, int RoadmapId, int ItemId, string Number);
