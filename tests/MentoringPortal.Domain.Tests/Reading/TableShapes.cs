using System.Text;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Tests.Reading;

/// <summary>Draws the roadmap of a document anew in every shape a table comes in.</summary>
internal static class TableShapes
{
    private const int Wrapped = 26;

    public static readonly IReadOnlyDictionary<string, Func<List<List<string>>, IEnumerable<SourceBlock>>> All = new Dictionary<string, Func<List<List<string>>, IEnumerable<SourceBlock>>>(StringComparer.Ordinal)
    {
        ["tabs"] = rows => Lines(rows.Select(r => string.Join('\t', r))),
        ["pipes"] = rows => Lines(rows.Select((r, i) => "| " + string.Join(" | ", r) + " |" + (i == 0 ? "\n|" + string.Concat(Enumerable.Repeat("---|", r.Count)) : ""))),
        ["box"] = rows => Lines(Box(rows)),
        ["spaces"] = rows => Lines(Aligned(rows)),
        ["cells"] = rows => Lines(rows.SelectMany(r => Section(r) ? [r[0], ""] : r.Append(""))),
        ["html"] = rows => Lines(["<table>" + string.Concat(rows.Select(r => "<tr>" + string.Concat(r.Select(c => $"<td>{c}</td>")) + "</tr>")) + "</table>"]),
        ["table"] = rows => [new SourceTable([.. rows.Select(r => new SourceRow(Section(r) ? [r[0]] : r))])],
    };

    /// <summary>The document with its first table drawn in the shape; null if it has no table with tabs.</summary>
    public static SourceDocument? Redraw(string text, string shape)
    {
        var lines = text.Split('\n').ToList();
        var start = lines.FindIndex(l => l.Contains('\t', StringComparison.Ordinal));
        if (start < 0) return null;
        var end = start;
        var rows = new List<List<string>>();
        for (; end < lines.Count && (lines[end].Contains('\t', StringComparison.Ordinal) || string.IsNullOrWhiteSpace(lines[end])); end++)
        {
            if (string.IsNullOrWhiteSpace(lines[end])) continue;
            var cells = lines[end].TrimEnd('\r').Split('\t').Select(c => c.Trim()).ToList();
            if (cells[0].Length > 0) rows.Add(cells);
            else for (var c = 0; c < cells.Count; c++) rows[^1][c] = (rows[^1][c] + " " + cells[c]).Trim();
        }

        return new SourceDocument([.. Lines(lines.Take(start)), .. All[shape](rows), .. Lines(["", .. lines.Skip(end)])]);
    }

    private static bool Section(List<string> row) => row.Skip(1).All(c => c.Length == 0);

    private static IEnumerable<SourceBlock> Lines(IEnumerable<string> lines) => lines.Select(l => new SourceLine(l));

    private static IEnumerable<string> Aligned(List<List<string>> rows)
    {
        var widths = Widths(rows);
        return rows.Select(r => Section(r) ? r[0] : string.Concat(r.Select((c, i) => c.PadRight(widths[i] + 3))).TrimEnd());
    }

    private static IEnumerable<string> Box(List<List<string>> rows)
    {
        var widths = Widths(rows).Select(w => Math.Min(w, Wrapped)).ToList();
        var rule = "+" + string.Concat(widths.Select(w => new string('-', w + 2) + "+"));
        yield return rule;
        foreach (var row in rows)
        {
            if (Section(row))
            {
                yield return "| " + row[0] + " |";
            }
            else
            {
                var cells = row.Select((c, i) => Wrap(c, widths[i])).ToList();
                for (var l = 0; l < cells.Max(c => c.Count); l++)
                    yield return "|" + string.Concat(cells.Select((c, i) => " " + (l < c.Count ? c[l] : "").PadRight(widths[i]) + " |"));
            }

            yield return rule;
        }
    }

    private static List<int> Widths(List<List<string>> rows) => [.. Enumerable.Range(0, rows[0].Count).Select(i => rows.Where(r => !Section(r)).Max(r => r[i].Length))];

    private static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }
}
