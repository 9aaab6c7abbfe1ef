namespace MentoringPortal.Web.Formats.Ooxml;

/// <summary>Parts a sheet into titles and tables, and gives each table its grid with what is merged.</summary>
internal sealed class SheetLayout
{
    private readonly IReadOnlyDictionary<int, SortedDictionary<int, string>> _rows;
    /// <summary>For each cell that a merge covers: the merge's first cell and its columns.</summary>
    private readonly Dictionary<(int Row, int Column), (int Top, int Left, int Right)> _merged = [];

    /// <summary>Rows that a merge reaches from above.</summary>
    private readonly HashSet<int> _continued = [];

    public SheetLayout(IReadOnlyDictionary<int, SortedDictionary<int, string>> rows, IReadOnlyList<(int Top, int Left, int Bottom, int Right)> merges)
    {
        _rows = rows;
        var covered = 0;
        foreach (var (top, left, bottom, right) in merges)
        {
            var lastColumn = Math.Min(right, FileLimits.MaxColumns);
            // Only rows that show something, or stand inside such a merge, are ever asked for.
            for (var row = top; row <= Math.Min(bottom, top + FileLimits.MaxRows); row++)
            {
                for (var column = left; column <= lastColumn; column++)
                    if (_merged.TryAdd((row, column), (top, left, right)) && row > top)
                        _continued.Add(row);
                covered += lastColumn - left + 1;
                if (covered > FileLimits.MaxCells)
                    throw SourceBuilder.TooLong();
            }
        }
    }

    public void AddTo(SourceBuilder builder)
    {
        var block = new List<int>();
        foreach (var row in _rows.Keys)
        {
            if (block.Count > 0 && row > block[^1] + 1 && !_continued.Contains(block[^1] + 1))
            {
                AddBlock(builder, block);
                builder.AddText("");
                block.Clear();
            }
            block.Add(row);
        }
        AddBlock(builder, block);
    }

    private void AddBlock(SourceBuilder builder, List<int> block)
    {
        // Titles above the head of the table, one cell in each row.
        var titles = block.TakeWhile(row => _rows[row].Count == 1).ToList();
        foreach (var row in titles)
            builder.AddText(_rows[row].Values.First());
        var rows = block[titles.Count..];
        if (rows.Count == 0)
            return;
        var (first, last) = (rows.Min(row => _rows[row].Keys.First()), rows.Max(row => _rows[row].Keys.Last()));
        builder.AddTable([.. rows.Select(row => Grid(row, first, last))]);
    }

    private List<TableCell> Grid(int row, int first, int last)
    {
        var cells = new List<TableCell>();
        for (var column = first; column <= last;)
        {
            var text = _rows[row].GetValueOrDefault(column, "");
            var right = column;
            var continues = false;
            if (_merged.TryGetValue((row, column), out var merge) && merge.Left == column)
                (right, continues) = (Math.Min(merge.Right, last), merge.Top < row);
            cells.Add(new TableCell(column, right - column + 1, continues, text));
            column = right + 1;
        }
        return cells;
    }
}
