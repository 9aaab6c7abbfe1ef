using MentoringPortal.Paper.Blocks;
using MentoringPortal.Paper.Fonts;
using MentoringPortal.Paper.Objects;
using MentoringPortal.Paper.Tags;

namespace MentoringPortal.Paper.Layout;

/// <summary>A table as slabs: the head, which stays with the first row, then row after row, made as the flow asks for them.</summary>
internal sealed class TableLayout
{
    private const double PaddingX = 1.5 * Flow.Millimetre;
    private const double PaddingY = 0.7 * Flow.Millimetre;

    private readonly Table _table;
    private readonly DocumentFonts _fonts;
    private readonly double[] _edges;
    private readonly TextStyle _text;
    private readonly TextStyle _bold;

    public TableLayout(Table table, DocumentFonts fonts, double width, double bodySize)
    {
        (_table, _fonts) = (table, fonts);
        var size = table.TextSize ?? bodySize - 1;
        (_text, _bold) = (new(size), new(size, 1, FontStyle.Bold));
        var weight = table.Columns.Sum(column => column.Width);
        _edges = new double[table.Columns.Count + 1];
        for (var i = 0; i < table.Columns.Count; i++)
            _edges[i + 1] = _edges[i] + width * table.Columns[i].Width / weight;
    }

    public static StructureNode Element(Table table) => new("Table")
    {
        Attributes = table.Summary is null ? null : $"<</O/Table/Summary {ByteBuffer.Text(new Run(table.Summary).Text)}>>",
    };

    public IEnumerable<Slab> Compose(StructureNode node)
    {
        var headRow = node.Add("THead").Add("TR");
        var head = Row(headRow, [.. _table.Columns.Select(column => new Cell(column.Head) { Alignment = Alignment.Center })], head: null, headScope: "Column");
        (head.KeepWithNext, head.SpaceBefore) = (true, 6);
        yield return head;
        var body = node.Add("TBody");
        if (_table.Rows.Count == 0)
            yield return Last(Row(body.Add("TR"), [WholeLine(_table.EmptyText)], head));
        for (var i = 0; i < _table.Rows.Count; i++)
        {
            var slab = _table.Rows[i] is { IsSection: true } section
                ? Section(body.Add("TR"), section, head)
                : Row(body.Add("TR"), _table.Rows[i].Cells, head);
            yield return i == _table.Rows.Count - 1 ? Last(slab) : slab;
        }
    }

    private static Slab Last(Slab slab)
    {
        (slab.KeepWithNext, slab.SpaceAfter) = (false, 6);
        return slab;
    }

    private Slab Section(StructureNode node, TableRow row, Slab head)
    {
        var slab = Row(node, [WholeLine(row.Cells[0].Text)], head, headScope: "Row");
        slab.KeepWithNext = true;
        return slab;
    }

    private Cell WholeLine(RichText text) => new(text) { ColumnSpan = _table.Columns.Count, Alignment = Alignment.Center };

    private Slab Row(StructureNode node, IReadOnlyList<Cell> cells, Slab? head, string? headScope = null)
    {
        var lines = new List<PlacedLine>();
        var edges = new List<double> { 0 };
        var column = 0;
        foreach (var cell in _table.Fill(cells))
        {
            var next = column + cell.ColumnSpan;
            var scope = cell.IsRowHead ? "Row" : headScope;
            var element = node.Add(scope is null ? "TD" : "TH", Attributes(scope, cell.ColumnSpan));
            var width = _edges[next] - _edges[column] - 2 * PaddingX;
            var box = new TextBox(_edges[column] + PaddingX, width, cell.Text, headScope is null ? _text : _bold, element)
            {
                Alignment = cell.Alignment ?? _table.Columns[column].Alignment,
            };
            foreach (var line in LinePlacer.Place(box, _fonts, PaddingY))
                lines.AddRange(line);
            edges.Add(_edges[next]);
            column = next;
        }
        return new() { Height = lines.Max(line => line.Bottom) + PaddingY, Lines = lines, Edges = edges, Padding = PaddingY, Head = head };
    }

    private static string? Attributes(string? scope, int span) => (scope, span) switch
    {
        (null, 1) => null,
        (null, _) => $"<</O/Table/ColSpan {span}>>",
        (_, 1) => $"<</O/Table/Scope/{scope}>>",
        _ => $"<</O/Table/Scope/{scope}/ColSpan {span}>>",
    };
}
