using System.Text;
using ClosedXML.Excel;

namespace MentoringPortal.Web.Formats;

/// <summary>A column of a workbook: its head, what it shows of a row, its width in characters. Dates and numbers stay dates and numbers.</summary>
/// <param name="Value">Text, a number, <see cref="DateOnly"/>, <see cref="DateTime"/> (local), <see cref="bool"/> («да»/«нет») or null.</param>
public sealed record WorkbookColumn<T>(string Head, Func<T, object?> Value, double Width = 20);

/// <summary>A sheet of a workbook of several.</summary>
public sealed class WorkbookSheet
{
    internal WorkbookSheet(string name, Action<IXLWorksheet> fill) => (Name, Fill) = (name, fill);

    internal string Name { get; }
    internal Action<IXLWorksheet> Fill { get; }
}

/// <summary>
/// Simple tables as Excel workbooks: title and notes above, a frozen head with a filter, printed on landscape pages with the head repeated.
/// Widths are given: measuring text (<c>AdjustToContents</c>) needs System.Drawing, which does not run here.
/// </summary>
public static class Workbooks
{
    /// <summary>Excel's limit for the text of a cell.</summary>
    private const int LongestText = 32_767;

    /// <param name="title">First row, and the document's title.</param>
    /// <param name="notes">What the table shows, and as of when: one row each.</param>
    /// <param name="totals">A last row below the filter's range, or null.</param>
    public static byte[] Table<T>(string sheetName, string title, IReadOnlyList<string> notes,
        IReadOnlyList<WorkbookColumn<T>> columns, IEnumerable<T> rows, IReadOnlyList<object?>? totals = null)
        => Book(title, [Sheet(sheetName, title, notes, columns, rows, totals)]);

    public static byte[] Book(string title, IReadOnlyList<WorkbookSheet> sheets)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = title;
        foreach (var sheet in sheets)
            sheet.Fill(workbook.Worksheets.Add(sheet.Name));
        return Bytes(workbook);
    }

    /// <summary>The same table as a sheet among others.</summary>
    public static WorkbookSheet Sheet<T>(string sheetName, string title, IReadOnlyList<string> notes,
        IReadOnlyList<WorkbookColumn<T>> columns, IEnumerable<T> rows, IReadOnlyList<object?>? totals = null)
        => new(sheetName, sheet => Fill(sheet, title, notes, columns, rows, totals));

    private static void Fill<T>(IXLWorksheet sheet, string title, IReadOnlyList<string> notes, IReadOnlyList<WorkbookColumn<T>> columns, IEnumerable<T> rows, IReadOnlyList<object?>? totals)
    {
        Put(sheet.Cell(1, 1), title);
        sheet.Row(1).Style.Font.Bold = true;
        for (var i = 0; i < notes.Count; i++)
            Put(sheet.Cell(2 + i, 1), notes[i]);

        var head = notes.Count + 3;
        PutHead(sheet, head, columns);
        var last = head;
        foreach (var row in rows)
        {
            last++;
            for (var c = 0; c < columns.Count; c++)
                Put(sheet.Cell(last, c + 1), columns[c].Value(row));
        }
        var table = sheet.Range(head, 1, last, columns.Count);
        table.Style.Border.InsideBorder = table.Style.Border.OutsideBorder = XLBorderStyleValues.Thin;
        table.Style.Alignment.WrapText = true;
        table.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        table.SetAutoFilter();
        if (totals is not null)
            PutTotals(sheet, last + 1, totals);
        SetUpPages(sheet, head);
    }

    private static void PutHead<T>(IXLWorksheet sheet, int head, IReadOnlyList<WorkbookColumn<T>> columns)
    {
        for (var c = 0; c < columns.Count; c++)
        {
            Put(sheet.Cell(head, c + 1), columns[c].Head);
            sheet.Column(c + 1).Width = columns[c].Width;
        }
        var cells = sheet.Range(head, 1, head, columns.Count);
        cells.Style.Font.Bold = true;
        cells.Style.Fill.BackgroundColor = XLColor.FromHtml("#E8EEF4");
        sheet.SheetView.FreezeRows(head);
    }

    private static void PutTotals(IXLWorksheet sheet, int row, IReadOnlyList<object?> totals)
    {
        for (var c = 0; c < totals.Count; c++)
            Put(sheet.Cell(row, c + 1), totals[c]);
        sheet.Row(row).Style.Font.Bold = true;
    }

    private static void SetUpPages(IXLWorksheet sheet, int head)
    {
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.FitToPages(1, 0);
        sheet.PageSetup.SetRowsToRepeatAtTop(head, head);
        sheet.PageSetup.Footer.Center.AddText(XLHFPredefinedText.PageNumber);
    }

    internal static void Put(IXLCell cell, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                // As text whatever it begins with: «=», «+», «-» and «@» are letters here, not formulas.
                cell.SetValue(Printable(text));
                cell.DataType = XLDataType.Text;
                break;
            case DateOnly day:
                cell.SetValue(day.ToDateTime(TimeOnly.MinValue));
                cell.Style.DateFormat.Format = "dd.mm.yyyy";
                break;
            case DateTime at:
                cell.SetValue(at);
                cell.Style.DateFormat.Format = "dd.mm.yyyy hh:mm";
                break;
            case bool yes:
                cell.SetValue(yes ? "да" : "нет");
                break;
            default:
                cell.SetValue(Convert.ToDouble(value));
                break;
        }
    }

    /// <summary>Without the control characters and lone surrogates that XML cannot hold.</summary>
    private static string Printable(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, LongestText));
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is '\n' or '\t' || (rune.Value >= ' ' && rune.Value is not (0xFFFE or 0xFFFF)))
                clean.Append(rune.ToString());
        return clean.Length <= LongestText ? clean.ToString() : clean.ToString(0, LongestText - 1) + "…";
    }

    internal static byte[] Bytes(XLWorkbook workbook)
    {
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }
}
