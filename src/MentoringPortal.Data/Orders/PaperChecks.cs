using MentoringPortal.Domain.Orders;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data.Orders;

public sealed record ChangingPaper(OrderKind Kind, string? Number, DateOnly? Date);

/// <summary>What the check of a paper tells to everybody: no person, no text.</summary>
public sealed record CheckedPaper(OrderKind Kind, OrderState State, string? Number, DateOnly? Date, string Title, string? Issuer, string? Hash, IReadOnlyList<ChangingPaper> ChangedBy);

/// <summary>Finds a paper by the code printed on it, for somebody who has not signed in.</summary>
public sealed class PaperChecks(PortalDbFactory factory)
{
    public async Task<CheckedPaper?> Find(string code, CancellationToken cancel)
    {
        await using var db = factory.System("проверка документа по коду");
        return await db.Orders.Where(o => o.CheckCode == code).Select(o => new CheckedPaper(o.Kind, o.State, o.Number, o.Date, o.Title, o.Issuer, o.IssuedHash,
            db.Orders.Where(c => c.ChangesId == o.Id && c.IssuedHash != null).OrderBy(c => c.Date).Select(c => new ChangingPaper(c.Kind, c.Number, c.Date)).ToList())).SingleOrDefaultAsync(cancel);
    }
}
