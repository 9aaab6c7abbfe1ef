using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Features.Reports;

/// <summary>A report as Excel: a sheet a table, numbers and days as such.</summary>
public static class ReportWorkbook
{
    public static byte[] Of(ReportPage page) => Workbooks.Book(page.Title, [.. page.Result.Tables.Select(table => Sheet(page, table))]);

    private static WorkbookSheet Sheet(ReportPage page, ReportTable table) => Workbooks.Sheet(table.Title, page.Title,
        [.. page.Parameters, .. page.Result.Answer, .. page.Result.Notes, $"Составлено на портале {page.Made:dd.MM.yyyy HH:mm}."],
        [.. table.Columns.Select((column, i) => new WorkbookColumn<ReportRow>(column.Head, row => row.Cells[i].Value, Math.Max(10, column.Width * 9)))],
        table.Rows, table.Total is null ? null : [.. table.Total.Cells.Select(c => c.Value)]);
}
