using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading.Tables;

/// <summary>Tables whose cells are separated by tabs, as Word and Excel give them to a text.</summary>
internal static partial class TabTables
{
    public static Grid? Find(IReadOnlyList<Line> lines, int start, out int next)
    {
        next = start;
        var head = Cells(lines, start, out var i);
        if (head.Count < 2 && lines[start].Text is "№" or "№ п/п" && start + 1 < lines.Count)
        {
            // The head of the number column broke off to a line of its own.
            head = Cells(lines, start + 1, out i);
            if (head.Count > 1) head[0] = "№ " + head[0];
        }

        if (!ColumnHeads.IsHead(head)) return null;
        var rows = new List<List<string>> { head };
        var afterBlank = false;
        while (i < lines.Count)
        {
            if (lines[i].IsBlank && !lines[i].Raw.Contains('\t', StringComparison.Ordinal))
            {
                afterBlank = true;
                i++;
                continue;
            }

            var cells = Cells(lines, i, out var after);
            if (cells.Count > 1)
            {
                if (ColumnHeads.IsHead(cells) && !Same(cells, head)) break;
                AddRow(rows, cells, head.Count, afterBlank);
            }
            else if (!AddLoose(rows, lines, i, head))
            {
                break;
            }

            afterBlank = false;
            i = after;
        }

        if (rows.Count < 2) return null;
        next = i;
        return new Grid([.. rows.Select(r => new GridRow(r))]);
    }

    private static void AddRow(List<List<string>> rows, List<string> cells, int width, bool afterBlank)
    {
        var last = rows[^1];
        var broken = rows.Count > 1 && !afterBlank && last.Count > 1 && last.Count < width && last.Count + cells.Count - 1 == width
            && cells[0].Trim().Length > 0 && !RowNumber().IsMatch(cells[0]);
        if (!broken)
        {
            rows.Add(cells);
            return;
        }

        // A line feed inside a cell: the row goes on where it broke.
        last[^1] += "\n" + cells[0];
        last.AddRange(cells.Skip(1));
    }

    /// <summary>A line without tabs between two rows is a merged row or the rest of the last cell; after the last row it ends the table.</summary>
    private static bool AddLoose(List<List<string>> rows, IReadOnlyList<Line> lines, int i, List<string> head)
    {
        var text = lines[i].Text;
        if (Appendices.IsLabel(text)) return false;
        var last = rows[^1];
        var later = NextTabbed(lines, i + 1, head);
        if (later is null) return false;
        if (rows.Count > 1 && !SectionLike().IsMatch(text) && (last.Count < head.Count || char.IsLower(text[0]) || text[0] is '-' or '–' or '•'))
        {
            last[^1] += "\n" + text;
            return true;
        }

        rows.Add([text]);
        return true;
    }

    private static List<string>? NextTabbed(IReadOnlyList<Line> lines, int from, List<string> head)
    {
        var seen = 0;
        for (var i = from; i < lines.Count && seen < 8; i++)
        {
            if (lines[i].IsBlank) continue;
            seen++;
            if (!lines[i].Raw.Contains('\t', StringComparison.Ordinal)) continue;
            var cells = lines[i].Raw.Split('\t').ToList();
            return ColumnHeads.IsHead(cells) && !Same(cells, head) ? null : cells;
        }

        return null;
    }

    /// <summary>Cells of a line; a cell in quotes may hold line feeds, as Excel copies it.</summary>
    private static List<string> Cells(IReadOnlyList<Line> lines, int start, out int next)
    {
        var text = lines[start].Raw;
        next = start + 1;
        if (!text.Contains('\t', StringComparison.Ordinal) && !text.StartsWith('"')) return [text];
        if (QuotedCell().IsMatch(text) && text.Count(c => c == '"') % 2 == 1)
        {
            var end = start + 1;
            var whole = text;
            for (; end < lines.Count && end < start + 40; end++)
            {
                whole += "\n" + lines[end].Raw;
                if (lines[end].Raw.Count(c => c == '"') % 2 == 0) continue;
                next = end + 1;
                return [.. whole.Split('\t').Select(Unquote)];
            }
        }

        return [.. text.Split('\t').Select(Unquote)];
    }

    private static string Unquote(string cell)
    {
        var text = cell.Trim();
        var quoted = text.Length > 1 && text[0] == '"' && text[^1] == '"' && (text.Contains('\n', StringComparison.Ordinal) || text.Contains("\"\"", StringComparison.Ordinal));
        return quoted ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell;
    }

    private static bool Same(IReadOnlyList<string> a, IReadOnlyList<string> b) =>
        string.Equals(string.Join('|', a.Select(Cleaning.Flat)), string.Join('|', b.Select(Cleaning.Flat)), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\s*\d+(?:\.\d+)*[.)]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex RowNumber();

    [GeneratedRegex(@"^(?:\d+|[IVXХ]+)[.)]?\s+\p{Lu}|^(?:раздел|этап|блок|направление|модуль)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SectionLike();

    [GeneratedRegex(@"(?:^|\t)\s*""", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedCell();
}
