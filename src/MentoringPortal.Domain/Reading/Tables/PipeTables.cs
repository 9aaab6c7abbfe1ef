using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading.Tables;

/// <summary>Tables drawn with bars: markdown, ASCII boxes, box-drawing characters.</summary>
internal static partial class PipeTables
{
    public static Grid? Find(IReadOnlyList<Line> lines, int start, out int next)
    {
        next = start;
        if (!IsBars(lines[start].Raw) && !IsRule(lines[start].Raw)) return null;
        var groups = new List<List<List<string>>> { new() };
        var rules = 0;
        var i = start;
        for (; i < lines.Count; i++)
        {
            var raw = lines[i].Raw;
            if (IsRule(raw))
            {
                rules++;
                if (groups[^1].Count > 0) groups.Add([]);
            }
            else if (IsBars(raw))
            {
                groups[^1].Add(Cells(raw));
            }
            else if (!lines[i].IsBlank || TextTables.NextFilled(lines, i) is var later && (later < 0 || !(IsBars(lines[later].Raw) || IsRule(lines[later].Raw))))
            {
                break;
            }
        }

        groups.RemoveAll(g => g.Count == 0);
        var rows = Rows(groups, rules).ToList();
        if (rows.Count < 2 || rows.Max(r => r.Cells.Count) < 2) return null;
        next = i;
        return new Grid(rows);
    }

    private static IEnumerable<GridRow> Rows(List<List<List<string>>> groups, int rules)
    {
        var boxed = rules > 3 && groups.Skip(1).All(g => g.Count(line => line.Count > 0 && RowStart().IsMatch(line[0])) <= 1);
        for (var g = 0; g < groups.Count; g++)
        {
            var wrappedHead = g == 0 && groups.Count > 1 && groups[0].Count is > 1 and < 5;
            if (boxed || wrappedHead) yield return Join(groups[g]);
            else foreach (var line in groups[g]) yield return new GridRow(line);
        }
    }

    private static GridRow Join(List<List<string>> lines)
    {
        var width = lines.Max(l => l.Count);
        return new GridRow(Enumerable.Range(0, width).Select(c => string.Join('\n', lines.Select(l => c < l.Count ? l[c] : ""))));
    }

    private static List<string> Cells(string raw)
    {
        var text = Bars().Replace(raw.Trim(), "|");
        if (text.StartsWith('|')) text = text[1..];
        if (text.EndsWith('|')) text = text[..^1];
        return [.. text.Split('|').Select(c => c.Trim())];
    }

    private static bool IsBars(string raw)
    {
        var bars = raw.Count(c => c is '|' or '│' or '┃' or '║' or '¦');
        if (bars == 0) return false;
        var first = raw.AsSpan().TrimStart();
        return bars > 1 || (first.Length > 1 && first[0] is '|' or '│' or '┃' or '║' or '¦');
    }

    private static bool IsRule(string raw) => raw.Length > 4 && Rule().IsMatch(raw);

    [GeneratedRegex(@"[│┃║¦]", RegexOptions.CultureInvariant)]
    private static partial Regex Bars();

    [GeneratedRegex(@"^\s*[+|:│┃║┌├└╔╠╚┏┣┗╒╞╘]\s*[-=─═━][-=─═━+|:\s│┃║┬┼┴┐┤┘╦╬╩╗╣╝┳╋┻┓┫┛╤╪╧╕╡╛]*$|^\s*[-:]{3,}(?:\s*\|\s*[-:]{2,})+\s*\|?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s*(?:\d+(?:\.\d+)*|[IVXLХ]+)[.)]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex RowStart();
}
