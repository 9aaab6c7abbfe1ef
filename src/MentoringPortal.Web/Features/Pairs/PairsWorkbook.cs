using MentoringPortal.Domain.Pairs;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Features.Pairs;

/// <summary>GET /pairs/export.xlsx: what the list shows, whole.</summary>
public static class PairsWorkbook
{
    /// <param name="isMunicipal">The department's file names organizations.</param>
    public static byte[] Render(IReadOnlyList<PairRow> rows, int all, string filter, DateOnly today, bool isMunicipal)
    {
        List<WorkbookColumn<PairRow>> columns =
        [
            new("Наставник", r => r.Mentor, 34), new("Наставляемые", r => string.Join("; ", r.Mentees), 40), new("Класс", r => r.Class, 10), new("Форма", r => r.Form, 22),
            new("Состояние", r => PairWords.Of(r.State), 20), new("Согласие", r => r.UnconfirmedUntil is { } until ? $"не подтверждено, срок {until:dd.MM.yyyy}" : null, 20),
            new("Начало", r => r.From, 12), new("Окончание", r => r.To, 12), new("Приказ", r => r.OrderNumber, 12), new("Дата приказа", r => r.OrderDate, 12),
            new("Последняя встреча", r => r.LastMeeting, 14), new("Следующая встреча", r => r.NextMeeting, 14), new("Есть план", r => r.HasPlan, 10),
            new("Внесено задним числом", r => r.IsBackdated, 14),
        ];
        if (isMunicipal)
            columns.Insert(0, new("Организация", r => r.Organization, 26));
        return Workbooks.Table("Пары", "Наставнические пары и группы", [$"Показано {rows.Count} из {all}: {filter}", $"По состоянию на {today:dd.MM.yyyy}"], columns, rows);
    }
}
