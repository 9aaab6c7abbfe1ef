using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Features.Orders;

/// <summary>The order's clauses as a table, with real dates.</summary>
public static class OrderWorkbook
{
    public static byte[] Of(OrderContent order) => Workbooks.Table(
        order.Clauses.Count > 0 ? "Пункты" : "Запросы",
        $"{order.Caption}. {order.Title}",
        [
            order.Issuer ?? "",
            order.Preamble ?? string.Join("\n", order.Paragraphs),
            order.SignatoryName is null ? "" : $"Подписал: {order.SignatoryPosition} {order.SignatoryName}",
        ],
        [
            new WorkbookColumn<Line>("Пункт", l => l.Number, 10),
            new WorkbookColumn<Line>("Поручение", l => l.Text, 80),
            new WorkbookColumn<Line>("Кому", l => l.Who, 35),
            new WorkbookColumn<Line>("Срок, как в документе", l => l.Deadline, 25),
            new WorkbookColumn<Line>("Срок, дата", l => l.Due, 14),
            new WorkbookColumn<Line>("Документы", l => l.Documents, 40),
        ],
        Lines(order));

    private static IEnumerable<Line> Lines(OrderContent order) =>
    [
        .. order.Clauses.Select(c => new Line(
            c.Number, c.Text, string.Join(", ", c.Responsible.Select(p => p.Text)), c.Deadline?.Text, c.Deadline?.End, string.Join("\n", c.Documents))),
        .. order.Requests.Select((q, i) => new Line(
            $"{i + 1}", q.What, order.Addressee, q.Due is { } due ? $"до {due:dd.MM.yyyy}" : null, q.Due, string.Join("\n", q.Documents))),
    ];

    private sealed record Line(string Number, string Text, string? Who, string? Deadline, DateOnly? Due, string Documents);
}
