using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Features.Roadmaps;

/// <summary>The roadmap as an Excel table: what the screen shows, with real dates and numbers to filter and count by.</summary>
public static class RoadmapWorkbook
{
    public static byte[] Of(RoadmapDetails shown, DateTime made)
    {
        var headings = shown.Board.Sections.ToDictionary(s => s.Id, s => s.Heading);
        return Workbooks.Table("Дорожная карта", shown.Board.Head.Title,
            [shown.Board.Head.OrderWords ?? "", $"Составлено {made:dd.MM.yyyy HH:mm}. {RoadmapPaper.Shown(shown)}"],
            [
                new WorkbookColumn<BoardItem>("Раздел", i => i.SectionId is { } id ? headings[id] : null, 25),
                new WorkbookColumn<BoardItem>("№ п/п", i => i.Number, 8),
                new WorkbookColumn<BoardItem>("Мероприятие", i => i.Activity, 70),
                new WorkbookColumn<BoardItem>("Срок, как в документе", i => i.Deadline.Text, 24),
                new WorkbookColumn<BoardItem>("Понято как", i => DeadlineFormatter.Format(i.Deadline), 28),
                new WorkbookColumn<BoardItem>("Начало", i => i.Deadline.Start, 12),
                new WorkbookColumn<BoardItem>("Последний день", i => i.DueOn, 14),
                new WorkbookColumn<BoardItem>("Ответственные", i => i.ResponsibleWords, 30),
                new WorkbookColumn<BoardItem>("Результат", i => i.Result, 30),
                new WorkbookColumn<BoardItem>("Исполнение", RoadmapPaper.Progress, 26),
                new WorkbookColumn<BoardItem>("Исполнителей", i => i.Total, 13),
                new WorkbookColumn<BoardItem>("Выполнено", i => i.Done, 11),
                new WorkbookColumn<BoardItem>("Просрочено", i => i.Overdue, 12),
            ],
            shown.Rows);
    }
}
