using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Paper;
using MentoringPortal.Paper.Blocks;

namespace MentoringPortal.Web.Features.Coverage;

/// <summary>Coverage as a paper to be read and signed: the answer, the years, the organizations, each drawing with its table.</summary>
public static class CoveragePaper
{
    public static PaperDocument Of(CoverageBoard board, DateTime made)
    {
        var of = Populations.Of(board.Population);
        return new PaperDocument
        {
            Title = "Охват наставничеством",
            Sections =
            [
                new PaperSection([
                    new Heading(1, Typography.Nbsp($"Охват наставничеством: {of}{(board.Organization is null ? "" : $", {board.Organization}")}\nна {board.On:dd.MM.yyyy}")),
                    .. Answer(board).Select(line => new Paragraph(Typography.Nbsp(line))),
                    .. Trend(board, of),
                    .. Organizations(board, of),
                    new Note($"Составлено на портале {made:dd.MM.yyyy HH:mm}. {string.Join("; ", board.Filter.Pills(board.Forms).Select(p => p.Text))}".TrimEnd()),
                ]),
            ],
        };
    }

    private static IEnumerable<string> Answer(CoverageBoard board)
    {
        yield return $"Охвачено: {board.Total?.ToString() ?? SmallGroups.Words}.{(board.Total is null ? "" : $" Участий: {board.Participations:N0}.")}";
        if (board.Target is { } target)
            yield return $"Цель: не менее {CoverageShare.PercentWords(target.Percent)} к {target.By:dd.MM.yyyy}{(target.Source is null ? "" : $" ({target.Source})")}. "
                + (board.Missing switch { null => "Сравнить не с чем: нет численности.", 0 => "Цель достигнута.", var n => $"До цели не хватает {n:N0} чел." });
        if (board.Before is { Total: { } earlier } before)
            yield return $"На {before.On:dd.MM.yyyy}: {earlier}. Изменение: {CoverageWords.Change(board.Total, earlier)}";
        if (board.WithoutFigures.Count > 0)
            yield return $"Нет численности, в охват не вошли: {string.Join(", ", board.WithoutFigures)}.";
    }

    private static IEnumerable<Block> Trend(CoverageBoard board, string of) => board.Trend.All(p => p.Share.Percent is null) ? [] :
    [
        new Heading(2, "По годам"),
        CoverageChart.Years($"Охват по годам: {of}", board.Trend, board.Targets),
        new Table
        {
            Summary = "Охват по годам",
            Columns = [new("На дату", 2), new("Охват", 4), new("Цель", 4)],
            Rows = [.. board.Trend.Select(p => new TableRow($"{p.On:dd.MM.yyyy}", p.Share.ToString(),
                CoverageTarget.Current(board.Targets, t => t.By, p.On) is { } goal ? $"{CoverageShare.PercentWords(goal.Percent)} к {goal.By:dd.MM.yyyy}" : "–"))],
        },
    ];

    private static IEnumerable<Block> Organizations(CoverageBoard board, string of)
    {
        if (board.Organization is not null || board.Population == Population.Enterprises)
            yield break;
        yield return new Heading(2, "По организациям");
        var rows = board.Rows.OrderByDescending(r => r.Missing ?? -1).ToList();
        // More bars than a page has room for would be no picture but a second table.
        if (rows.Count is > 1 and <= CoverageChart.MostBars)
            yield return CoverageChart.Bars($"Охват по организациям: {of}", rows, board.Target?.Percent);
        yield return new Table
        {
            Summary = "Охват по организациям",
            Columns = [new("Организация", 5), new("Охват", 4), new("Не хватает до цели", 2.4, Alignment.Right), .. board.Before is { } head ? [new Column($"На {head.On:dd.MM.yyyy}", 4), new("Изменение", 3)] : Array.Empty<Column>()],
            Rows = [.. rows.Select(r => new TableRow([r.Name, r.Share?.ToString() ?? HiddenNumbers.Words, r.Missing switch { null => "–", 0 => "достигнуто", var n => $"{n:N0}" },
                .. board.Before is null ? Array.Empty<Cell>() : [r.Share is null ? HiddenNumbers.Words : r.Earlier?.ToString() ?? "не работала", CoverageWords.Change(r.Share, r.Earlier)]]))],
        };
    }
}
