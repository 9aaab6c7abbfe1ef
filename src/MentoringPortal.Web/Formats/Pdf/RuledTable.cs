namespace MentoringPortal.Web.Formats.Pdf;

/// <summary>A straight rule on a page, horizontal or vertical, in points.</summary>
/// <param name="At">The x of a vertical rule, the y of a horizontal one.</param>
internal readonly record struct PdfRule(bool IsVertical, double At, double From, double To);

/// <summary>A table drawn with rules: its columns and rows, and which of its fields are one cell.</summary>
internal sealed class RuledTable
{
    private const double Touch = 3;
    private const int MaxRules = 6_000;

    private readonly List<double> _xs, _ys;
    private readonly List<PdfRule> _rules;

    private RuledTable(List<PdfRule> rules, List<double> xs, List<double> ys) => (_rules, _xs, _ys) = (rules, xs, ys);

    public double Left => _xs[0];
    public double Right => _xs[^1];
    public double Top => _ys[0];
    public double Bottom => _ys[^1];
    public int Columns => _xs.Count - 1;

    /// <summary>The word stands in the table; one that sticks out at the right is its cell's all the same.</summary>
    public bool Holds(PdfWord word) => word.Middle > Left && word.Left < Right + 20 && word.Baseline + word.Size / 4 < Top && word.Baseline + word.Size / 4 > Bottom;

    /// <summary>Every group of touching rules that makes more than one field.</summary>
    public static List<RuledTable> Find(IReadOnlyList<PdfRule> drawn)
    {
        var tables = new List<RuledTable>();
        var left = Merge(drawn);
        while (left.Count is > 0 and < MaxRules)
        {
            var group = new List<PdfRule> { left[^1] };
            left.RemoveAt(left.Count - 1);
            for (var i = 0; i < group.Count; i++)
            {
                var rule = group[i];
                group.AddRange(left.Where(other => Meet(rule, other)));
                left.RemoveAll(other => Meet(rule, other));
            }
            var xs = Positions(group.Where(rule => rule.IsVertical).Select(rule => rule.At));
            // A row torn by the page has no rule below: the ends of the vertical ones are its edge.
            var ys = Positions(group.Where(rule => !rule.IsVertical).Select(rule => rule.At)
                .Concat(group.Where(rule => rule.IsVertical).SelectMany(rule => new[] { rule.From, rule.To })));
            ys.Reverse();
            // More fields than anybody reads are a drawing.
            if (xs.Count >= 2 && ys.Count >= 2 && xs.Count + ys.Count > 4 && xs.Count * ys.Count <= FileLimits.MaxFields)
                tables.Add(new RuledTable(group, xs, ys));
        }
        return tables;
    }

    /// <summary>Rows of cells, from the top, filled with the words that stand in them.</summary>
    public List<List<TableCell>> Rows(IEnumerable<PdfWord> words)
    {
        var cellOf = Cells();
        var inCell = words.ToLookup(word => cellOf[Index(_ys, word.Baseline + word.Size / 4, descending: true)][Index(_xs, word.Middle, descending: false)]);
        var rows = new List<List<TableCell>>();
        for (var row = 0; row < _ys.Count - 1; row++)
        {
            var cells = new List<TableCell>();
            for (var column = 0; column < Columns;)
            {
                var cell = cellOf[row][column];
                var span = cellOf[row].Skip(column).TakeWhile(other => other == cell).Count();
                var continues = row > 0 && cellOf[row - 1][column] == cell;
                cells.Add(new TableCell(column, span, continues, continues ? "" : TextOf(inCell[cell], _xs[column], _xs[column + span])));
                column += span;
            }
            rows.Add(cells);
        }
        return rows;
    }

    internal static string TextOf(IEnumerable<PdfWord> words, double left, double right)
    {
        var lines = PdfLine.Of(words);
        if (lines.Count == 0)
            return "";
        var padding = Math.Clamp(lines.Min(line => line.Left) - left, 0, (right - left) / 4);
        return string.Join('\n', PdfLine.Paragraphs(lines, left + padding, right - Math.Min(padding, 8)));
    }

    /// <summary>For each field of the grid the number of its cell: fields without a rule between them are one cell.</summary>
    private int[][] Cells()
    {
        var cells = new int[_ys.Count - 1][];
        var next = 0;
        for (var row = 0; row < cells.Length; row++)
        {
            cells[row] = new int[Columns];
            var middle = (_ys[row] + _ys[row + 1]) / 2;
            for (var column = 0; column < Columns; column++)
            {
                if (column > 0 && !IsRuled(true, _xs[column], middle))
                    cells[row][column] = cells[row][column - 1];
                else if (row > 0 && !IsRuled(false, _ys[row], (_xs[column] + _xs[column + 1]) / 2))
                    cells[row][column] = cells[row - 1][column];
                else
                    cells[row][column] = next++;
            }
        }
        return cells;
    }

    private bool IsRuled(bool vertical, double at, double across) =>
        _rules.Any(rule => rule.IsVertical == vertical && Math.Abs(rule.At - at) < Touch && rule.From - 1 < across && rule.To + 1 > across);

    private static int Index(List<double> bounds, double at, bool descending)
    {
        var index = bounds.FindLastIndex(bound => descending ? bound >= at : bound <= at);
        return Math.Clamp(index, 0, bounds.Count - 2);
    }

    private static bool Meet(PdfRule a, PdfRule b) => a.IsVertical == b.IsVertical
        ? Math.Abs(a.At - b.At) < Touch && a.From < b.To + Touch && b.From < a.To + Touch
        : a.At > b.From - Touch && a.At < b.To + Touch && b.At > a.From - Touch && b.At < a.To + Touch;

    /// <summary>Browsers draw a rule for each cell: those on one line that touch become one.</summary>
    private static List<PdfRule> Merge(IReadOnlyList<PdfRule> drawn)
    {
        var merged = new List<PdfRule>();
        foreach (var rule in drawn.OrderBy(rule => rule.IsVertical).ThenBy(rule => Math.Round(rule.At)).ThenBy(rule => rule.From))
        {
            if (merged.Count > 0 && merged[^1] is var last && last.IsVertical == rule.IsVertical && Math.Abs(last.At - rule.At) < 1 && rule.From <= last.To + Touch)
                merged[^1] = last with { To = Math.Max(last.To, rule.To) };
            else
                merged.Add(rule);
        }
        return merged;
    }

    /// <summary>Distinct positions, ascending; those closer than a rule is thick are one.</summary>
    private static List<double> Positions(IEnumerable<double> all)
    {
        var positions = new List<double>();
        foreach (var at in all.Order())
            if (positions.Count == 0 || at - positions[^1] > Touch)
                positions.Add(at);
        return positions;
    }
}
