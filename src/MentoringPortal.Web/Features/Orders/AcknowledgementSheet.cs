using MentoringPortal.Data;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Time;
using MentoringPortal.Paper;
using MentoringPortal.Paper.Blocks;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Orders;

/// <summary>An organization that was sent the paper; without a day, it has not acknowledged it.</summary>
/// <param name="At">Local time.</param>
public sealed record Acknowledgement(string Organization, DateTime? At, string? By)
{
    public static async Task<IReadOnlyList<Acknowledgement>> Load(PortalDb db, MunicipalClock clock, int orderId, CancellationToken cancel)
    {
        var rows = await db.Organizations.InOrder().SelectMany(o => db.Set<OrderRecipient>().Where(r => r.OrderId == orderId && r.OrganizationId == o.Id), (o, r) => new { o.ShortName, r.AcknowledgedAt, r.AcknowledgedByName }).ToListAsync(cancel);
        return rows.ConvertAll(r => new Acknowledgement(r.ShortName, r.AcknowledgedAt is { } at ? clock.Local(at) : null, r.AcknowledgedByName));
    }
}

/// <summary>Лист ознакомления.</summary>
public static class AcknowledgementSheet
{
    public static PaperDocument Of(OrderContent order, IReadOnlyList<Acknowledgement> rows) => new()
    {
        Title = $"Лист ознакомления. {order.Caption}",
        Author = order.Issuer,
        Sections =
        [
            new PaperSection(
                new Heading(1, "Лист ознакомления"),
                new Paragraph(Typography.Nbsp($"{order.Caption} «{order.Title}»")) { Alignment = Alignment.Center, FirstLineIndent = false },
                new Table
                {
                    Summary = "Кто и когда ознакомлен",
                    Columns = [new("№ п/п", 1, Alignment.Right), new("Организация", 5), new("Кто ознакомлен", 5), new("Дата", 3), new("Подпись", 3)],
                    Rows = [.. rows.Select((r, i) => new TableRow($"{i + 1}", new Cell(r.Organization) { IsRowHead = true }, r.By ?? "", r.At is { } at ? $"{at:dd.MM.yyyy HH:mm}" : "", r.At is null ? "" : "отмечено в портале"))],
                    EmptyText = "Документ никому не направлен",
                }),
        ],
    };
}
