namespace MentoringPortal.Domain.Reading;

/// <summary>A line or a table of the paper in reading order; what a reader has understood is marked <see cref="Used"/>, the rest becomes «unused».</summary>
internal abstract class Part
{
    public bool Used { get; set; }
}

/// <param name="raw">The line with its tabs, free of typographic noise, HTML still inside.</param>
internal sealed class Line(string raw) : Part
{
    public string Raw { get; } = raw;

    /// <summary>One space between words, no tags.</summary>
    public string Text { get; } = Cleaning.Flat(raw);

    public bool IsBlank => Text.Length == 0;

    public override string ToString() => Text;
}

/// <summary>A table as rows of cells; a cell's paragraphs are separated by line feeds, a merged row has one cell.</summary>
internal sealed class Grid(IReadOnlyList<GridRow> rows) : Part
{
    public IReadOnlyList<GridRow> Rows { get; } = rows;
}

internal sealed class GridRow(IEnumerable<string> cells)
{
    public List<string> Cells { get; } = [.. cells.Select(Cleaning.Cell)];

    public bool IsBlank => Cells.TrueForAll(string.IsNullOrWhiteSpace);

    public string Cell(int index) => index >= 0 && index < Cells.Count ? Cells[index] : "";

    public string Joined => Cleaning.Flat(string.Join(' ', Cells));
}
