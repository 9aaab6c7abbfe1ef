using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Features.Requests;

/// <summary>The consolidated table as a workbook: the table, the answers, the corrections.</summary>
public static class SummaryWorkbook
{
    public static byte[] Of(RequestSummary summary)
    {
        var head = summary.Head;
        IReadOnlyList<string> notes = [$"По состоянию на {head.CountedOn(summary.Today):dd.MM.yyyy}", $"Ответили {summary.Answered.Count} из {summary.Organizations.Count}"];
        var sheets = new List<WorkbookSheet>();
        if (head.Sheet is { } sheet)
            sheets.Add(Workbooks.Sheet("Сводная", head.What, notes,
                [new("Наименование показателя", r => sheet.Rows[r].Head, 60), .. sheet.Columns.Select((c, column) => new WorkbookColumn<int>(c.Head, r => Value(summary.Cells[r][column]), 18))],
                Enumerable.Range(0, sheet.Rows.Count)));
        var columns = new List<WorkbookColumn<SummaryOrganization>>
        {
            new("Организация", o => o.Name, 30), new("Ответ", SummaryPaper.StateOf, 22), new("Отправлен", o => o.SubmittedAt, 18),
            new("Документов", o => o.Documents, 12), new("Принято", o => o.Accepted, 12), new("Ответственный", o => o.Responsible, 30), new("Телефон", o => o.Phone, 20),
        };
        if (head.Sheet is { } form)
            columns.AddRange(summary.Filled.Select(c => new WorkbookColumn<SummaryOrganization>($"{form.Rows[c.Row].Head}; {form.Columns[c.Column].Head}",
                o => o.IsAnswered ? o.Hidden.Contains(c) ? o.Words(c.Row, c.Column) : o.Cells.GetValueOrDefault(c)?.Stated : null, 18)));
        sheets.Add(Workbooks.Sheet("Организации", head.What, notes, columns, summary.Organizations));
        if (summary.Corrections.Count > 0)
            sheets.Add(Workbooks.Sheet("Исправления", head.What, notes,
            [
                new("Организация", c => c.Organization, 30), new("Показатель", c => head.Sheet!.Rows[c.Cell.Row].Head, 60), new("Форма", c => head.Sheet!.Columns[c.Cell.Column].Head, 20),
                new("В реестре", c => c.Cell.Counted, 12), new("Указано", c => c.Cell.Stated, 12), new("Причина", c => c.Cell.Reason, 40),
            ], summary.Corrections));
        return Workbooks.Book(head.What, sheets);
    }

    private static object Value(SummaryCell cell) => cell.IsHidden || cell.Answers == 0 || cell.Kind == Domain.Requests.CellKind.Crossed ? cell.Words : cell.Distinct;
}
