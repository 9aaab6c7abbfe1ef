using MentoringPortal.Web.Features.Pairs;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Features.Meetings;

/// <summary>Workbooks of meetings: the register as the screen shows it, and the grid to be filled in and pasted back.</summary>
public static class MeetingsWorkbook
{
    /// <param name="isMunicipal">The department's file names organizations and tells no words.</param>
    public static byte[] Render(IReadOnlyList<MeetingRow> rows, int all, string filter, DateOnly today, bool isMunicipal)
    {
        List<WorkbookColumn<MeetingRow>> columns =
        [
            new("Дата", r => r.Date, 12), new("Пара", r => r.Pair, 44), new("Форма", r => r.Form, 22), new("Встреча", r => MeetingForm.Word(r.Kind), 16),
            new("Состояние", r => MeetingForm.Word(r.State), 16),
        ];
        if (isMunicipal)
            columns.Insert(0, new("Организация", r => r.Organization, 26));
        else
            columns.AddRange([new("Минут", r => r.Minutes, 8), new("Тема", r => r.Topic, 36), new("Результат", r => r.Result, 40), new("Кто записал", r => r.By, 24)]);
        return Workbooks.Table("Встречи", "Встречи наставнических пар", [$"Показано {rows.Count} из {all}: {filter}", $"По состоянию на {today:dd.MM.yyyy}"], columns, rows);
    }

    public static byte[] Grid(GridPage page)
    {
        List<WorkbookColumn<GridRow>> columns =
        [
            new("№ пары", r => r.Pair.Id, 9), new("Наставник", r => r.Pair.Mentor.Full, 30), new("Наставляемые", r => string.Join("; ", r.Pair.Mentees.Select(m => m.Full)), 34),
            .. page.Columns.Select((c, i) => new WorkbookColumn<GridRow>(c.Head, r => r.Held[i] is { Length: > 0 } held ? held : null, c.IsMonth ? 16 : 11)),
        ];
        return Workbooks.Table("Встречи", $"Встречи за {page.Year} учебный год",
            ["Впишите дни через запятую (в столбец дня – «+», минуты или тему), скопируйте таблицу с заголовками и вставьте её на странице «Встречи из журнала». Записанное раньше повторно не запишется."],
            columns, page.Rows.Rows);
    }
}
