using MentoringPortal.Paper;
using MentoringPortal.Paper.Blocks;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Features.Indicators;

/// <summary>GET /indicators/export.*: what the page shows.</summary>
public static class IndicatorFiles
{
    public static byte[] Workbook(IndicatorBoard board)
    {
        List<WorkbookColumn<IndicatorRow>> columns =
        [
            new("№", r => r.Head.Number, 8),
            new("Показатель", r => r.Head.Name, 50),
            new("Единица", r => r.Head.Unit, 14),
            new("Что считается", r => r.Head.Formula?.ToString() ?? "не выбрано", 50),
            new("План на год", r => r.Plan?.Year, 12),
            new("План", r => r.Plan?.Value, 10),
            new("Числитель", r => r.IsHidden ? r.FactWords : r.Fact?.Counted, 12),
            new("Знаменатель", r => r.Fact?.Of, 12),
            new("Факт", r => r.Fact?.Value is { } value ? Math.Truncate(value * 10) / 10 : r.FactWords, 14),
            new("Примечание", r => r.Head.Note, 30),
        ];
        return Workbooks.Table("Показатели", Title(board), [], columns, board.Rows);
    }

    public static PaperDocument Paper(IndicatorBoard board, DateTime made) => new()
    {
        Title = "Показатели наставничества",
        Sections =
        [
            new PaperSection(
                new Heading(1, Typography.Nbsp(Title(board))),
                new Table
                {
                    Summary = "Показатели",
                    EmptyText = "Показателей нет",
                    Columns = [new("№", 1), new("Показатель", 6), new("Что считается", 6), new("План", 2.4), new("Факт", 4)],
                    Rows = [.. board.Rows.Select(r => new TableRow(r.Head.Number, Typography.Nbsp(r.Head.Name), Typography.Nbsp(r.Head.Formula?.ToString() ?? "не выбрано"),
                        r.Plan is { } plan ? $"{plan.Value:0.##} ({plan.Year})" : "не задан", r.FactWords))],
                },
                new Note($"Составлено на портале {made:dd.MM.yyyy HH:mm}.")) { Orientation = Orientation.Landscape },
        ],
    };

    private static string Title(IndicatorBoard board) => $"Показатели наставничества{(board.Organization is null ? "" : $": {board.Organization}")}, на {board.On:dd.MM.yyyy}";
}
