using MentoringPortal.Domain.Requests;
using MentoringPortal.Paper;
using MentoringPortal.Paper.Blocks;
using MentoringPortal.Web.Features.Shared;

namespace MentoringPortal.Web.Features.Requests;

/// <summary>The consolidated table as a paper: the table with the head's signature, then what it is made of, school by school.</summary>
public static class SummaryPaper
{
    /// <summary>More columns of numbers than this do not fit a landscape sheet.</summary>
    private const int MostColumns = 8;

    public static PaperDocument Of(RequestSummary summary, Signatory signatory) => new()
    {
        Title = $"Сводная информация: {summary.Head.What}",
        Author = signatory.Department,
        Sections =
        [
            new PaperSection([.. Totals(summary, signatory)]) { Orientation = Orientation.Landscape },
            new PaperSection([.. Parts(summary)]) { Orientation = Orientation.Landscape },
        ],
    };

    private static IEnumerable<Block> Totals(RequestSummary summary, Signatory signatory)
    {
        yield return new Letterhead([.. signatory.Letterhead]);
        yield return new DocumentTitle(Typography.Nbsp("Сводная информация"));
        yield return new Paragraph(Typography.Nbsp(summary.Head.What)) { Alignment = Alignment.Center, FirstLineIndent = false };
        yield return new Paragraph(Typography.Nbsp($"По состоянию на {summary.Head.CountedOn(summary.Today):dd.MM.yyyy}. Ответили {summary.Answered.Count} из {summary.Organizations.Count} организаций.")) { Alignment = Alignment.Center, FirstLineIndent = false };
        if (summary.Head.Sheet is { } sheet)
        {
            yield return new Table
            {
                Summary = "Сводная таблица",
                Columns = [new("Наименование показателя", 6), .. sheet.Columns.Select(c => new Column(Typography.Nbsp(c.Head), 2, Alignment.Center))],
                Rows = [.. sheet.Rows.Select((row, r) => new TableRow([new Cell(Typography.Nbsp(row.Head)) { IsRowHead = true }, .. summary.Cells[r].Select(c => (Cell)c.Words)]))],
            };
            yield return new Note($"× – по этой форме показатель невозможен.{(summary.HasRepeats ? " Тот, кого посчитали две организации, в сводной таблице учтён один раз." : "")}");
        }
        yield return new Spacer(6);
        yield return new Signature(signatory.Position, signatory.Name);
    }

    private static IEnumerable<Block> Parts(RequestSummary summary)
    {
        yield return new Heading(1, "Ответы организаций");
        if (summary.Head.Sheet is { } sheet)
            foreach (var part in summary.Filled.Chunk(MostColumns))
                yield return new Table
                {
                    Summary = "Числа по организациям",
                    Columns = [new("Организация", 3), .. part.Select(c => new Column(Typography.Nbsp($"{Shortened(sheet.Rows[c.Row].Head)}; {sheet.Columns[c.Column].Head}"), 2, Alignment.Center))],
                    Rows = [.. summary.Answered.Select(o => new TableRow([new Cell(o.Name) { IsRowHead = true }, .. part.Select(c => (Cell)o.Words(c.Row, c.Column))]))],
                    EmptyText = "Ответов пока нет",
                    TextSize = 9,
                };
        yield return new Spacer(4);
        yield return new Table
        {
            Summary = "Состояние ответов и ответственные",
            Columns = [new("Организация", 3), new("Ответ", 3), new("Документов принято", 2), new("Ответственный", 4), new("Телефон", 3)],
            Rows = [.. summary.Organizations.Select(o => new TableRow(new Cell(o.Name) { IsRowHead = true }, StateOf(o), o.Documents == 0 ? "не запрошены" : $"{o.Accepted} из {o.Documents}", o.Responsible ?? "", o.Phone ?? ""))],
        };
        if (summary.Corrections.Count == 0)
            yield break;
        yield return new Heading(2, "Числа, исправленные организациями") { Alignment = Alignment.Left };
        yield return new Table
        {
            Summary = "Исправленные числа",
            Columns = [new("Организация", 3), new("Показатель", 6), new("В реестре", 1.5, Alignment.Right), new("Указано", 1.5, Alignment.Right), new("Причина", 5)],
            Rows = [.. summary.Corrections.Select(c => new TableRow(new Cell(c.Organization) { IsRowHead = true }, Typography.Nbsp(NameOf(summary.Head.Sheet!, c.Cell)), $"{c.Cell.Counted}", $"{c.Cell.Stated} ({c.Cell.Difference})", c.Cell.Reason ?? ""))],
        };
    }

    public static string StateOf(SummaryOrganization row) => SubmissionWords.Of(row.State) + (row.IsLate ? ", после срока" : "");

    private static string NameOf(CountingForm sheet, StatedCell cell) => $"{sheet.Rows[cell.Row].Head}; {sheet.Columns[cell.Column].Head}";

    private static string Shortened(string head) => head.Length <= 60 ? head : head[..60].TrimEnd() + "…";
}
