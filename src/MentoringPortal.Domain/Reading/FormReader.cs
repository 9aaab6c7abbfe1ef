using System.Text.RegularExpressions;
using MentoringPortal.Domain.Reading.Tables;

namespace MentoringPortal.Domain.Reading;

/// <summary>Reads a counting form: heads of rows and columns word for word, and the fields below it.</summary>
internal static partial class FormReader
{
    public static ReadForm Read(Grid grid)
    {
        var rows = grid.Rows.Where(r => !r.IsBlank && !ColumnHeads.IsColumnNumbers(r.Cells)).ToList();
        var fixedColumns = rows.Count > 0 && ColumnHeads.Role(rows[0].Cell(0)) == ColumnRole.Number ? 2 : 1;
        var (heads, first) = Heads(rows, fixedColumns);
        var body = new List<string>();
        var tail = new List<string>();
        foreach (var row in rows.Skip(first))
        {
            var text = Cleaning.Flat(string.Join(' ', row.Cells.Where(c => c.Length > 0).Distinct(StringComparer.Ordinal)));
            var fields = Fields(text);
            var label = Cleaning.Flat(row.Cell(fixedColumns - 1).Length > 0 ? row.Cell(fixedColumns - 1) : row.Cell(0));
            if (fields.Count > 0) tail.AddRange(fields);
            else if (label.Length > 0 && !RowNumber().IsMatch(label)) body.Add(label);
        }

        return new ReadForm(body, heads, tail);
    }

    /// <summary>Fields of a line: «ФИО: ____ тел.: ____» gives ФИО and тел.</summary>
    public static List<string> Fields(string text) => [.. Field().Matches(text).Select(m => m.Groups["name"].Value.Trim(' ', ',', ';'))];

    /// <summary>The lowest row of heads; the head above a group of columns is no column.</summary>
    private static (List<string> Heads, int First) Heads(List<GridRow> rows, int fixedColumns)
    {
        if (rows.Count == 0) return ([], 0);
        var upper = rows[0].Cells.Skip(fixedColumns).ToList();
        var second = rows.Count > 1 && rows[1].Cells.Take(fixedColumns).All(c => c.Length == 0) && rows[1].Cells.Exists(c => c.Length > 0);
        if (!second && rows.Count > 1 && rows[1].Cell(0) == rows[0].Cell(0) && rows[1].Cells.Skip(fixedColumns).All(c => c.Length > 0)) second = true;
        if (!second) return ([.. upper.Where(c => c.Length > 0).Select(Cleaning.Flat)], 1);
        var lower = rows[1].Cells.Skip(rows[1].Cells.Count < rows[0].Cells.Count ? 0 : fixedColumns).ToList();
        return ([.. lower.Select((c, i) => c.Length > 0 ? c : i < upper.Count ? upper[i] : "").Where(c => c.Length > 0).Select(Cleaning.Flat)], 2);
    }

    [GeneratedRegex(@"(?:^|[\s:_,;])(?<name>[^:_,;\s][^:_,;]{0,60}?)\s*:?\s*_{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex(@"^\d{1,3}[.)]?$|^…$|^\.\.\.$", RegexOptions.CultureInvariant)]
    private static partial Regex RowNumber();
}
