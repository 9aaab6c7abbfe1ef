using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using MentoringPortal.Paper.Blocks;
using GridRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;
using GridTable = DocumentFormat.OpenXml.Wordprocessing.Table;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace MentoringPortal.Paper.Word;

/// <summary>A table with a repeated head and whole rows.</summary>
internal sealed class WordTable
{
    private readonly Blocks.Table _table;
    private readonly int[] _widths;

    public WordTable(Blocks.Table table, int width)
    {
        _table = table;
        var weight = table.Columns.Sum(column => column.Width);
        _widths = [.. table.Columns.Select(column => (int)(width * column.Width / weight))];
    }

    /// <summary>Cells side by side without borders: two letterheads, a position and a name.</summary>
    public static GridTable Unruled(IReadOnlyList<(int Width, WordParagraph Content)> cells, TableVerticalAlignmentValues alignment)
    {
        var row = new GridRow(new TableRowProperties(new CantSplit()));
        foreach (var (width, content) in cells)
            row.Append(new TableCell(new TableCellProperties(Width(width), new TableCellVerticalAlignment { Val = alignment }), content));
        return new(
            new TableProperties(
                Whole(cells.Sum(cell => cell.Width)),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            new TableGrid(cells.Select(cell => new GridColumn { Width = $"{cell.Width}" })),
            row);
    }

    /// <summary>After the table comes a low empty line: without it Word joins it with a table that follows.</summary>
    public IEnumerable<OpenXmlElement> Compose(bool keepNext)
    {
        var properties = new TableProperties(
            new TableStyle { Val = WordStyles.Grid },
            Whole(_widths.Sum()),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook { Val = "0020", FirstRow = true, NoHorizontalBand = true, NoVerticalBand = true });
        if (_table.Summary is not null)
            properties.Append(new TableDescription { Val = new Blocks.Run(_table.Summary).Text });
        var table = new GridTable(properties, new TableGrid(_widths.Select(width => new GridColumn { Width = $"{width}" })));
        table.Append(Row([.. _table.Columns.Select(column => new Cell(column.Head) { Alignment = Alignment.Center })], WordStyles.CellHead, isHead: true));
        if (_table.Rows.Count == 0)
            table.Append(Row([WholeLine(_table.EmptyText)], WordStyles.Cell));
        foreach (var (i, row) in _table.Rows.Index())
        {
            table.Append(row.IsSection
                ? Row([WholeLine(row.Cells[0].Text)], WordStyles.CellHead)
                : Row(row.Cells, WordStyles.Cell, keepNext: keepNext && i == _table.Rows.Count - 1));
        }
        yield return table;
        yield return WordBlocks.Space(twips: 120, keepNext);
    }

    private Cell WholeLine(RichText text) => new(text) { ColumnSpan = _widths.Length, Alignment = Alignment.Center };

    private GridRow Row(IReadOnlyList<Cell> cells, string style, bool isHead = false, bool keepNext = false)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead)
            properties.Append(new TableHeader());
        var row = new GridRow(properties);
        var column = 0;
        foreach (var cell in _table.Fill(cells))
        {
            var alignment = cell.Alignment ?? _table.Columns[column].Alignment;
            var cellProperties = new TableCellProperties(Width(_widths.Skip(column).Take(cell.ColumnSpan).Sum()));
            if (cell.ColumnSpan > 1)
                cellProperties.Append(new GridSpan { Val = cell.ColumnSpan });
            row.Append(new TableCell(cellProperties, Text(cell.Text, style, alignment, keepNext)));
            column += cell.ColumnSpan;
        }
        return row;
    }

    private WordParagraph Text(RichText text, string style, Alignment alignment, bool keepNext)
    {
        var paragraph = WordText.Paragraph(style, text, alignment, keepNext);
        if (_table.TextSize is not { } size)
            return paragraph;
        foreach (var run in paragraph.Elements<WordRun>())
            (run.RunProperties ??= new()).FontSize = new() { Val = WordUnits.HalfPoints(size) };
        return paragraph;
    }

    private static TableWidth Whole(int twips) => new() { Type = TableWidthUnitValues.Dxa, Width = $"{twips}" };

    private static TableCellWidth Width(int twips) => new() { Type = TableWidthUnitValues.Dxa, Width = $"{twips}" };
}
