namespace MentoringPortal.Paper.Blocks;

/// <summary>
/// A table with a head that is repeated on every page. A row is torn across pages only when it is taller than a page.
/// Columns share the width of the text by their <see cref="Column.Width"/>.
/// </summary>
public sealed record Table : Block
{
    public required IReadOnlyList<Column> Columns { get; init; }

    public required IReadOnlyList<TableRow> Rows { get; init; }

    /// <summary>What the table is about, for those who hear it instead of seeing it; not printed.</summary>
    public string? Summary { get; init; }

    /// <summary>Said in place of the rows when there are none.</summary>
    public string EmptyText { get; init; } = "Записей нет";

    /// <summary>Points; one less than the text by default.</summary>
    public double? TextSize { get; init; }

    /// <summary>The cells of a row with empty ones up to the last column.</summary>
    internal IEnumerable<Cell> Fill(IReadOnlyList<Cell> cells)
    {
        var taken = cells.Sum(cell => cell.ColumnSpan);
        return taken <= Columns.Count
            ? cells.Concat(Enumerable.Repeat(new Cell(""), Columns.Count - taken))
            : throw new ArgumentException($"A row takes {taken} columns of a table that has {Columns.Count}.", nameof(cells));
    }
}

/// <summary>Width is relative: columns of 1 and 3 take a quarter and three quarters.</summary>
public sealed record Column(RichText Head, double Width, Alignment Alignment = Alignment.Left);

/// <summary>Missing cells at the end are printed empty, those beyond the last column are refused by <see cref="ArgumentException"/> when rendering.</summary>
public sealed record TableRow(params IReadOnlyList<Cell> Cells)
{
    /// <summary>A line across all columns that names the rows below it; never the last on a page.</summary>
    public bool IsSection { get; init; }

    public static TableRow Section(RichText text) => new(new Cell(text)) { IsSection = true };
}

public sealed record Cell(RichText Text)
{
    /// <summary>Null takes the column's.</summary>
    public Alignment? Alignment { get; init; }

    public int ColumnSpan { get; init; } = 1;

    /// <summary>The cell names its row (a school in a list of schools): read aloud before each of the row's values.</summary>
    public bool IsRowHead { get; init; }

    public static implicit operator Cell(string? text) => new(text ?? "");

    public static implicit operator Cell(RichText text) => new(text);
}
