using System.Text.RegularExpressions;

namespace MentoringPortal.Web.Formats.Pdf;

/// <summary>A table without rules: consecutive lines whose words leave the same white strips free.</summary>
internal sealed partial class ColumnTable
{
    private const double MinStrip = 5;
    private const int MaxLead = 3;

    private readonly List<PdfLine> _lines;
    /// <summary>Middles of the strips between the columns.</summary>
    private readonly List<double> _bounds;

    private ColumnTable(List<PdfLine> lines, List<double> bounds) => (_lines, _bounds) = (lines, bounds);

    public int Count => _lines.Count;

    /// <summary>
    /// The table that begins at this line, or null: at least three columns over four lines, a third of which have wide gaps. Lines of the first row
    /// may come before the one that shows the gaps («№» above «п/п»).
    /// </summary>
    public static ColumnTable? At(IReadOnlyList<PdfLine> lines, int start)
    {
        if (!BeginsHere(lines, start))
            return null;
        var covered = Spans(lines[start]);
        var taken = 1;
        for (var next = start + 1; next < lines.Count; next++)
        {
            var more = Union(covered, Spans(lines[next]));
            if (Strips(more).Count >= 2 || next <= start + MaxLead && Strips(more).Count >= Strips(covered).Count)
            {
                covered = more;
                taken = next - start + 1;
            }
            else if (!IsRowAcross(lines, next))
            {
                break;
            }
        }
        var table = lines.Skip(start).Take(taken).ToList();
        return taken >= 4 && Strips(covered).Count >= 2 && table.Count(line => line.HasGap) * 3 >= taken
            ? new ColumnTable(table, [.. Strips(covered).Select(strip => (strip.From + strip.To) / 2)]) : null;
    }

    private static bool BeginsHere(IReadOnlyList<PdfLine> lines, int start)
    {
        for (var at = start; at < Math.Min(start + MaxLead + 1, lines.Count); at++)
        {
            if (lines[at].HasGap)
                return true;
            if (at + 1 < lines.Count && lines[at].Baseline - lines[at + 1].Baseline > 1.35 * lines[at].Size)
                return false;
        }
        return false;
    }

    public List<List<TableCell>> Rows()
    {
        var rows = new List<List<TableCell>>();
        var row = new List<PdfLine>();
        foreach (var line in _lines)
        {
            if (row.Count > 0 && BeginsRow(line, row))
            {
                rows.Add(ToCells(row));
                row = [];
            }
            row.Add(line);
        }
        rows.Add(ToCells(row));
        return rows;
    }

    /// <summary>A title of a section runs across the strips, and the columns go on below it.</summary>
    private static bool IsRowAcross(IReadOnlyList<PdfLine> lines, int at) =>
        !lines[at].HasGap && at + 1 < lines.Count && lines[at + 1].HasGap && RowNumber().IsMatch(lines[at + 1].Text);

    private bool BeginsRow(PdfLine line, List<PdfLine> row)
    {
        var gap = row[^1].Baseline - line.Baseline;
        if (gap < 0 || gap > 1.7 * line.Size || IsAcross(line) || IsAcross(row[^1]))
            return true;
        // Rows set tightly: a number in the first column opens one, unless numbers stand in the middle of their rows.
        return line.Words[0].Right < _bounds[0] && RowNumber().IsMatch(line.Text) && row.Any(above => above.Words[0].Right < _bounds[0]);
    }

    private bool IsAcross(PdfLine line) => line.Words.Any(word => _bounds.Any(bound => word.Left < bound && word.Right > bound));

    private List<TableCell> ToCells(List<PdfLine> row)
    {
        if (row is [var only] && IsAcross(only))
            return [new TableCell(0, _bounds.Count + 1, false, only.Text)];
        var (left, right) = (_lines.Min(line => line.Left), _lines.Max(line => line.Right));
        List<double> edges = [left, .. _bounds, right];
        var words = row.SelectMany(line => line.Words).ToLookup(word => _bounds.Count(bound => bound < word.Middle));
        return [.. Enumerable.Range(0, _bounds.Count + 1).Select(column => new TableCell(column, 1, false, Text(column)))];

        string Text(int column)
        {
            // The room of a cell ends where its widest line ends, in any row.
            var widest = _lines.SelectMany(line => line.Words).Where(word => word.Middle > edges[column] && word.Middle < edges[column + 1])
                .Select(word => word.Right).DefaultIfEmpty(edges[column + 1]).Max();
            return RuledTable.TextOf(words[column], edges[column], widest);
        }
    }

    private static List<(double From, double To)> Spans(PdfLine line) => Union([], [.. line.Words.Select(word => (word.Left, word.Right))]);

    private static List<(double From, double To)> Union(List<(double From, double To)> a, List<(double From, double To)> b)
    {
        var union = new List<(double From, double To)>();
        foreach (var span in a.Concat(b).OrderBy(span => span.From))
        {
            if (union.Count > 0 && span.From < union[^1].To + MinStrip)
                union[^1] = (union[^1].From, Math.Max(union[^1].To, span.To));
            else
                union.Add(span);
        }
        return union;
    }

    private static List<(double From, double To)> Strips(List<(double From, double To)> covered) =>
        [.. covered.Zip(covered.Skip(1), (before, after) => (before.To, after.From))];

    [GeneratedRegex(@"^\d{1,3}(\.\d{1,2})*\.?(\s|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RowNumber();
}
