using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Paper;
using MentoringPortal.Paper.Blocks;

namespace MentoringPortal.Web.Features.Roadmaps;

/// <summary>The roadmap as a printed table with how far it is carried out: landscape, head repeated, rows whole.</summary>
public static class RoadmapPaper
{
    public static PaperDocument Of(RoadmapDetails shown, DateTime made)
    {
        var head = shown.Board.Head;
        var hasResults = shown.Rows.Any(r => !string.IsNullOrEmpty(r.Result));
        return new PaperDocument
        {
            Title = head.Title,
            Sections =
            [
                new PaperSection([
                    .. head.OrderId is null ? Array.Empty<Block>() : [Mark(head)],
                    new Heading(1, Typography.Nbsp(head.Title)),
                    Table(shown, hasResults),
                    new Note($"Составлено на портале {made:dd.MM.yyyy HH:mm}. {Shown(shown)}"),
                ]) { Orientation = Orientation.Landscape },
            ],
        };
    }

    /// <summary>What of the roadmap is in the file, in words.</summary>
    public static string Shown(RoadmapDetails shown) =>
        $"Показано строк: {shown.Rows.Count} из {shown.Board.Items.Count}."
        + (shown.Pills.Count == 0 ? "" : $" Отбор – {string.Join("; ", shown.Pills.Select(p => p.Text))}.");

    /// <summary>How far a row is carried out: one's own state, or «12 из 15, просрочено 3».</summary>
    public static string Progress(BoardItem item) =>
        item.IsCounted ? "считается по охвату"
        : item.Cells.Count == 0 ? "задания не розданы"
        : item.Cells is [var only] ? only.IsOverdue ? ExecutionWords.Overdue : ExecutionWords.Of(only.State, only.Executor.Kind)
        : $"принято {item.Done} из {item.Total}{(item.Overdue > 0 ? $", просрочено {item.Overdue}" : "")}";

    private static AppendixMark Mark(RoadmapHead head) => new(
        "Приложение", head.OrderKind == Domain.Orders.OrderKind.Letter ? "к письму" : "к приказу",
        Typography.Nbsp($"от {(head.OrderDate is { } date ? $"{date:dd.MM.yyyy}" : "___________")} № {head.OrderNumber ?? "______"}"));

    private static Table Table(RoadmapDetails shown, bool hasResults) => new()
    {
        Summary = shown.Board.Head.Title,
        EmptyText = "По этому отбору строк нет",
        Columns =
        [
            new("№ п/п", 1.2), new("Мероприятия", 8), new("Сроки", 3), new("Ответственные", 4),
            .. hasResults ? [new Column("Результат", 4)] : Array.Empty<Column>(),
            new("Исполнение", 3),
        ],
        Rows = [.. Rows(shown, hasResults)],
    };

    private static IEnumerable<TableRow> Rows(RoadmapDetails shown, bool hasResults)
    {
        var headings = shown.Board.Sections.ToDictionary(s => s.Id, s => s.Heading);
        var section = (int?)null;
        foreach (var row in shown.Rows)
        {
            if (row.SectionId != section && row.SectionId is { } id)
                yield return TableRow.Section(Typography.Nbsp(headings[id]));
            section = row.SectionId;
            yield return new TableRow([
                row.Number, Typography.Nbsp(row.Activity), Typography.Nbsp(row.Deadline.Text), row.ResponsibleWords,
                .. hasResults ? [(Cell)(row.Result ?? "")] : Array.Empty<Cell>(), Progress(row)]);
        }
    }
}
