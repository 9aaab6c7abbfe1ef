using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Web.Formats;

/// <summary>A cell as a file format marks it. <paramref name="Column"/> and <paramref name="Span"/> count columns of the table's grid.</summary>
/// <param name="Continues">The cell is the lower part of one merged downwards; its own text is not shown.</param>
internal readonly record struct TableCell(int Column, int Span, bool Continues, string Text);

/// <summary>
/// Turns cells with spans into rows whose cells stand under their heads. Grids drawn by hand have more columns than the eye sees, so columns
/// are taken from the rows that have the usual number of cells, and only shorter rows are laid out by the grid.
/// </summary>
internal static class TableShape
{
    public static List<SourceRow> ToRows(IReadOnlyList<IReadOnlyList<TableCell>> rows)
    {
        var usual = rows.Where(row => row.Count > 1).GroupBy(row => row.Count)
            .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).FirstOrDefault();
        var starts = usual?.First().Select(cell => cell.Column).ToList() ?? [0];
        var shown = new Dictionary<int, string>();
        var result = new List<SourceRow>(rows.Count);
        foreach (var row in rows.Where(row => row.Count > 0))
        {
            // A value merged downwards holds for each row. But where the first cell itself is merged, the row goes on with the record above.
            var goesOn = row[0].Continues;
            var texts = new List<string>(row.Count);
            foreach (var cell in row)
            {
                if (!cell.Continues)
                    shown[cell.Column] = cell.Text;
                texts.Add(cell.Continues ? goesOn ? "" : shown.GetValueOrDefault(cell.Column, "") : cell.Text);
            }
            result.Add(new SourceRow(row.Count == 1 || row.Count >= starts.Count ? texts : UnderHeads(row, texts, starts)));
        }
        return result;
    }

    private static string[] UnderHeads(IReadOnlyList<TableCell> row, List<string> texts, List<int> starts)
    {
        var cells = new string[starts.Count];
        Array.Fill(cells, "");
        var next = 0;
        for (var i = 0; i < row.Count; i++)
        {
            var head = starts.FindLastIndex(start => start <= row[i].Column);
            // Never past the place that the cells to the right still need.
            next = Math.Min(Math.Max(head, next), starts.Count - (row.Count - i));
            cells[next++] = texts[i];
        }
        return cells;
    }
}
