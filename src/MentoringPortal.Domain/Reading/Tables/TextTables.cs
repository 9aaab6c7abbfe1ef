namespace MentoringPortal.Domain.Reading.Tables;

/// <summary>Finds the tables that a plain text holds, whatever way they are drawn.</summary>
internal static class TextTables
{
    private delegate Grid? Finder(IReadOnlyList<Line> lines, int start, out int next);

    private static readonly Finder[] Finders = [HtmlTables.Find, PipeTables.Find, TabTables.Find, SpacedTables.Find, CellPerLineTables.Find];

    public static IReadOnlyList<Part> Split(IReadOnlyList<Line> lines)
    {
        var parts = new List<Part>(lines.Count);
        for (var i = 0; i < lines.Count;)
        {
            if (FindAt(lines, i) is var (grid, next) && grid is not null)
            {
                parts.Add(grid);
                i = next;
            }
            else
            {
                parts.Add(lines[i++]);
            }
        }

        return parts;
    }

    /// <summary>Index of the next line that is not blank, at most <paramref name="within"/> lines on; −1 if there is none.</summary>
    public static int NextFilled(IReadOnlyList<Line> lines, int from, int within = 12)
    {
        for (var i = from; i < lines.Count && i < from + within; i++)
        {
            if (!lines[i].IsBlank) return i;
        }

        return -1;
    }

    private static (Grid? Grid, int Next) FindAt(IReadOnlyList<Line> lines, int start)
    {
        if (lines[start].IsBlank) return default;
        foreach (var find in Finders)
        {
            if (find(lines, start, out var next) is { } grid && next > start) return (grid, next);
        }

        return default;
    }
}
