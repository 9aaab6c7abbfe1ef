using MentoringPortal.Data;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Orders;

/// <param name="Changes">The paper it changes, and those that change it.</param>
/// <param name="Own">Of the reader's organization, where it was sent the paper.</param>
/// <param name="Acknowledged">Of all, for the department.</param>
/// <summary>GET /orders/{orderId}: the paper, its files, to whom it is addressed, and what of it is one obligation with rows of the roadmap.</summary>
public sealed record OrderDetails(
    OrderContent Content, IReadOnlyList<OrderFile> Files, IReadOnlyList<string> Recipients, ILookup<int, ClauseJoin> Joins, IReadOnlyList<HistoryLine> History,
    IReadOnlyList<PaperLink> Changes, Acknowledgement? Own, IReadOnlyList<Acknowledgement> Acknowledged)
{
    public bool MayRegister => Content.State is OrderState.Prepared || (Content.State is OrderState.Draft && !Content.IsComposed);

    public static async Task<OrderDetails?> Load(PortalDb db, MunicipalClock clock, int orderId, CancellationToken cancel)
    {
        if (await OrderContent.Load(db, orderId, cancel) is not { } content)
            return null;
        var files = await db.Files.Where(f => f.OrderId == orderId && f.RemovedAt == null && f.Id != content.IssuedPdfId && f.Id != content.IssuedDocxId).OrderBy(f => f.UploadedAt)
            .Select(f => new OrderFile(f.Id, f.Name, f.Size)).ToListAsync(cancel);
        var recipients = await Acknowledgement.Load(db, clock, orderId, cancel);
        var joins = await JoinsOf(db, orderId, cancel);
        var history = await Shared.History.Of(db, clock, cancel, (nameof(Order), orderId));
        var changes = await db.Orders.Where(o => o.Id == content.ChangesId || (o.ChangesId == orderId && o.State != OrderState.Draft && o.State != OrderState.Prepared)).OrderBy(o => o.Date)
            .Select(o => new PaperLink(o.Id, OrderWords.Caption(o.Kind, o.Number, o.Date), o.Id == content.ChangesId ? content.ChangesTo! : o.ChangesTo!, o.Id == content.ChangesId)).ToListAsync(cancel);
        var acknowledged = content.SentAt is null ? [] : recipients;
        return new OrderDetails(content, files, [.. recipients.Select(r => r.Organization)], joins.ToLookup(j => j.ClauseId), history, changes,
            db.Scope.IsCurator ? acknowledged.SingleOrDefault() : null, db.Scope.IsCurator ? [] : acknowledged);
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

/// <param name="To">What was done to the older of the two.</param>
/// <param name="IsOlder">It is changed by this one.</param>
public sealed record PaperLink(int Id, string Caption, OrderState? To, bool IsOlder);

public sealed record OrderFile(Guid Id, string Name, long Size);

/// <summary>A row of the roadmap that asks for the same as the clause.</summary>
public sealed record ClauseJoin(int ClauseId, string Subject, int RoadmapId, int ItemId, string Number);
