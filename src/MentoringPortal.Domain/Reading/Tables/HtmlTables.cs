using System.Text;
using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading.Tables;

/// <summary>A table left as HTML in a text: <c>&lt;tr&gt;</c> and <c>&lt;td&gt;</c>, on one line or on many.</summary>
internal static partial class HtmlTables
{
    /// <summary>The longest table that is gathered, in characters.</summary>
    private const int LongestTable = 1_000_000;

    public static Grid? Find(IReadOnlyList<Line> lines, int start, out int next)
    {
        next = start;
        if (!OpenTag().IsMatch(lines[start].Raw)) return null;
        var text = new StringBuilder();
        var end = start;
        for (; end < lines.Count && text.Length < LongestTable; end++)
        {
            text.Append(lines[end].Raw).Append(' ');
            if (lines[end].Raw.Contains("</table", StringComparison.OrdinalIgnoreCase)) break;
        }

        var rows = RowTag().Split(text.ToString())
            .Select(row => CellTag().Split(row).Skip(1).ToList())
            .Where(cells => cells.Count > 0)
            .Select(cells => new GridRow(cells))
            .ToList();
        if (rows.Count < 2) return null;
        next = Math.Min(end + 1, lines.Count);
        return new Grid(rows);
    }

    [GeneratedRegex(@"<\s*(?:table|tr)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpenTag();

    [GeneratedRegex(@"<\s*tr\b[^<>]{0,300}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RowTag();

    [GeneratedRegex(@"<\s*t[dh]\b[^<>]{0,300}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CellTag();
}
