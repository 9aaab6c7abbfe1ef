using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading.Tables;

internal enum TableKind
{
    /// <summary>A table that only places words on the page.</summary>
    Layout,
    Roadmap,
    Indicators,
    /// <summary>A form to be filled in: heads with blank cells.</summary>
    Form,
}

internal static partial class TableKinds
{
    /// <summary>The head of a table stands in one of its first rows.</summary>
    private const int HeadWithin = 4;

    public static TableKind Of(Grid grid)
    {
        var head = HeadRow(grid);
        if (head >= 0)
        {
            var roles = grid.Rows[head].Cells.Select(ColumnHeads.Role).ToList();
            var terms = roles.Exists(r => r is ColumnRole.Deadline or ColumnRole.Responsible or ColumnRole.Start or ColumnRole.End);
            if (roles.Contains(ColumnRole.Indicator) && roles.Exists(r => r is ColumnRole.Unit or ColumnRole.Year) && !(terms && roles.Contains(ColumnRole.Activity))) return TableKind.Indicators;
            if (IsForm(grid, head)) return TableKind.Form;
            if (terms) return TableKind.Roadmap;
        }

        return IsForm(grid, 0) ? TableKind.Form : TableKind.Layout;
    }

    /// <summary>Index of the row that holds the column heads; −1 if none does.</summary>
    public static int HeadRow(Grid grid)
    {
        for (var i = 0; i < Math.Min(HeadWithin, grid.Rows.Count); i++)
            if (ColumnHeads.IsHead(grid.Rows[i].Cells)) return i;
        return -1;
    }

    /// <summary>Two tables that are parts of one: the second repeats the head, or has none and the same width.</summary>
    public static bool SameTable(Grid before, Grid after)
    {
        if (Of(before) is not (TableKind.Roadmap or TableKind.Indicators)) return false;
        var head = HeadRow(after);
        var width = before.Rows[HeadRow(before)].Cells.Count;
        if (head < 0) return after.Rows.Max(r => r.Cells.Count) == width;
        return head == 0 && string.Equals(after.Rows[0].Joined, before.Rows[HeadRow(before)].Joined, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Most cells under the head, but for the first columns, wait to be filled in.</summary>
    private static bool IsForm(Grid grid, int head)
    {
        if (grid.Rows.Count < head + 2) return false;
        var heads = grid.Rows[head].Cells;
        if (heads.Count < 2 || heads.Count(c => c.Length > 0) < 2) return false;
        var fixedColumns = ColumnHeads.Role(heads[0]) == ColumnRole.Number ? 2 : 1;
        var body = grid.Rows.Skip(head + 1).Where(r => r.Cells.Count > fixedColumns).ToList();
        if (body.Count == 0 || (heads.Count < 3 && body.Count < 2)) return false;
        var cells = body.SelectMany(r => r.Cells.Skip(fixedColumns)).ToList();
        var blank = cells.Count(c => Blank().IsMatch(c));
        return blank * 3 >= cells.Count * 2 && (grid.Rows.Count > 2 || heads.Count > 2);
    }

    [GeneratedRegex(@"^[\s_\-–—…0]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}
