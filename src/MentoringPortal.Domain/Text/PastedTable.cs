namespace MentoringPortal.Domain.Text;

/// <summary>A row of a table copied from Excel, with its number in what was pasted.</summary>
public sealed record PastedRow(int Number, IReadOnlyList<string> Cells)
{
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}

/// <summary>
/// Rows copied from Excel: cells between tabs, rows on lines. Excel puts a cell into quotation marks, doubling those inside, only where it holds a
/// line break or a tab; other quotation marks are part of the text («МБОУ "Школа № 7"»).
/// </summary>
public static class PastedTable
{
    public static IReadOnlyList<PastedRow> Read(string text)
    {
        var rows = new List<PastedRow>();
        var source = text.ReplaceLineEndings("\n");
        var number = 0;
        for (var at = 0; at < source.Length;)
        {
            var cells = new List<string>();
            var ends = false;
            while (!ends)
            {
                cells.Add(Cell(source, ref at));
                ends = at >= source.Length || source[at] == '\n';
                at++;
            }
            number++;
            if (cells.Exists(c => c.Length > 0))
                rows.Add(new PastedRow(number, cells));
        }
        return rows;
    }

    private static string Cell(string source, ref int at)
    {
        if (Quoted(source, at) is { } end)
        {
            var inside = source[(at + 1)..end].Replace("\"\"", "\"", StringComparison.Ordinal);
            at = end + 1;
            return Flat(inside);
        }
        var stop = source.AsSpan(at).IndexOfAny('\t', '\n');
        var cell = stop < 0 ? source[at..] : source.Substring(at, stop);
        at += cell.Length;
        return Flat(cell);
    }

    /// <summary>Where the quotation mark opened at <paramref name="at"/> closes a cell of several lines; null where the cell is a plain one.</summary>
    private static int? Quoted(string source, int at)
    {
        if (at >= source.Length || source[at] != '"')
            return null;
        for (var i = at + 1; i < source.Length; i++)
        {
            if (source[i] != '"')
                continue;
            if (i + 1 < source.Length && source[i + 1] == '"')
            {
                i++;
                continue;
            }
            var closes = i + 1 == source.Length || source[i + 1] is '\t' or '\n';
            return closes && source.AsSpan(at, i - at).IndexOfAny('\t', '\n') >= 0 ? i : null;
        }
        return null;
    }

    private static string Flat(string cell) => string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
