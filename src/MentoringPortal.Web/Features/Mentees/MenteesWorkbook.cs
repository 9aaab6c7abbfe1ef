using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Features.Mentees;

/// <summary>GET /mentees/export.xlsx: what the list shows, whole.</summary>
public static class MenteesWorkbook
{
    /// <param name="isOwn">The organization's own file has requests; the department's has organizations instead.</param>
    public static byte[] Render(IReadOnlyList<MenteeRow> rows, int all, string filter, DateOnly today, bool isOwn)
    {
        List<WorkbookColumn<MenteeRow>> columns = [new("Наставляемый", r => r.Name, 34), new("Кто", r => PersonWords.Of(r.Kind), 16), new("Класс", r => r.ClassName, 8), new("Должность", r => r.Position, 24)];
        if (isOwn)
            columns.AddRange([new("Темы запроса", r => string.Join("; ", r.Topics), 34), new("Запрос", r => r.Request, 40)]);
        else
            columns.Insert(0, new("Организация", r => r.Organization, 26));
        columns.AddRange(
        [
            new("В базе с", r => r.EnteredOn, 12),
            new("Выбыл", r => r.LeftOn, 12),
            new("Наставник", r => r.Pair?.Mentor, 34),
            new("Форма", r => r.Pair?.Form, 22),
            new("Состояние пары", r => r.Pair is { } pair ? PairWords.Of(pair.State) : "без наставника", 20),
        ]);
        return Workbooks.Table("Наставляемые", "База наставляемых", [$"Показано {rows.Count} из {all}: {filter}", $"По состоянию на {today:dd.MM.yyyy}"], columns, rows);
    }
}
