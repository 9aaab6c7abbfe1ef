using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading.Tables;

/// <summary>Tables copied out cell by cell, one a line, as they fall out of a PDF or a web page.</summary>
internal static partial class CellPerLineTables
{
    private const int MostColumns = 9;

    public static Grid? Find(IReadOnlyList<Line> lines, int start, out int next)
    {
        next = start;
        var head = Head(lines, start, out var from);
        if (head is null) return null;
        var roles = head.Select(ColumnHeads.Role).ToList();
        var rows = roles[0] == ColumnRole.Number ? Numbered(lines, from, roles, out next) : Unnumbered(lines, from, roles, out next);
        if (rows.Count == 0) return null;
        rows.Insert(0, new GridRow(head));
        return new Grid(rows);
    }

    private static List<string>? Head(IReadOnlyList<Line> lines, int start, out int next)
    {
        next = start;
        if (!IsHeadCell(lines[start])) return null;
        var head = new List<string>();
        var i = start;
        for (; i >= 0 && i < lines.Count && head.Count <= MostColumns; i = TextTables.NextFilled(lines, i + 1, 3))
        {
            if (head.Count == 1 && head[0] == "№" && lines[i].Text is "п/п" or "п\\п" or "п.п.") head[0] = "№ п/п";
            else if (IsHeadCell(lines[i])) head.Add(Bare(lines[i]));
            else break;
        }

        if (i < 0 || i >= lines.Count || head.Count < 3 || head.Count > MostColumns || !ColumnHeads.IsHead(head)) return null;
        next = SkipColumnNumbers(lines, i, head.Count);
        return head;
    }

    private static int SkipColumnNumbers(IReadOnlyList<Line> lines, int start, int count)
    {
        var i = start;
        for (var n = 1; n <= count; n++)
        {
            if (i < 0 || i >= lines.Count || Bare(lines[i]) != n.ToString(System.Globalization.CultureInfo.InvariantCulture)) return start;
            i = TextTables.NextFilled(lines, i + 1, 3);
        }

        return i < 0 ? start : i;
    }

    private static List<GridRow> Numbered(IReadOnlyList<Line> lines, int from, List<ColumnRole> roles, out int next)
    {
        var rows = new List<GridRow>();
        var i = from;
        while (i < lines.Count)
        {
            i = TextTables.NextFilled(lines, i);
            if (i < 0) break;
            if (RowNumber().Match(Bare(lines[i])) is { Success: true } number)
            {
                var end = RowEnd(lines, i + 1, number.Groups[1].Value);
                var last = end < 0;
                if (last) end = LastRowEnd(lines, i + 1, roles.Count - 1);
                rows.Add(Row(number.Value, lines, i + 1, end, roles));
                i = end;
                if (last) break;
            }
            else if (SectionRow().IsMatch(lines[i].Text) && RowEnd(lines, i + 1, null) is >= 0 and var close)
            {
                rows.Add(new GridRow([string.Join(' ', lines.Skip(i).Take(close - i).Select(l => l.Text))]));
                i = close;
            }
            else
            {
                break;
            }
        }

        next = i < 0 ? lines.Count : i;
        return rows;
    }

    private static GridRow Row(string number, IReadOnlyList<Line> lines, int from, int to, List<ColumnRole> roles)
    {
        var cells = lines.Skip(from).Take(to - from).Select(Bare).ToList();
        while (cells.Count > roles.Count - 1 && cells[^1].Length == 0) cells.RemoveAt(cells.Count - 1);
        return new GridRow([number, .. CellFitting.Fit(cells, roles.GetRange(1, roles.Count - 1))]);
    }

    /// <summary>Where the next row or section begins; −1 if this row is the last.</summary>
    private static int RowEnd(IReadOnlyList<Line> lines, int from, string? number)
    {
        var to = Math.Min(lines.Count, from + 80);
        for (var i = from; i < to; i++)
        {
            var text = Bare(lines[i]);
            if (text.Length == 0) continue;
            if (Appendices.IsLabel(text)) return -1;
            if (RowNumber().Match(text) is { Success: true } row && (number is null || Follows(number, row.Groups[1].Value))) return i;
            if (SectionRow().IsMatch(text) && number is not null && i > from && NextRowNumber(lines, i + 1) is { } first && first.StartsWith(LeadingNumber(text) + ".", StringComparison.Ordinal)) return i;
        }

        return -1;
    }

    private static string? NextRowNumber(IReadOnlyList<Line> lines, int from)
    {
        for (var i = from; i < lines.Count && i < from + 6; i++)
            if (RowNumber().Match(Bare(lines[i])) is { Success: true } row) return row.Groups[1].Value;
        return null;
    }

    private static bool Follows(string number, string next)
    {
        var a = number.Split('.');
        var b = next.Split('.');
        var same = a.Length == b.Length && a.AsSpan(0, a.Length - 1).SequenceEqual(b.AsSpan(0, b.Length - 1)) && int.Parse(b[^1]) is var n && int.Parse(a[^1]) is var m && n > m && n <= m + 3;
        return same || (b.Length > 1 && b[^1] == "1") || (a.Length > b.Length && b.Length == 1 && int.Parse(b[0]) == int.Parse(a[0]) + 1);
    }

    private static int LastRowEnd(IReadOnlyList<Line> lines, int from, int cells)
    {
        var i = from;
        for (var taken = 0; i < lines.Count && i < from + 40; i++)
        {
            if (Appendices.IsLabel(lines[i].Text) || ColumnHeads.Role(lines[i].Text) == ColumnRole.Number) break;
            if (lines[i].IsBlank && taken >= cells) break;
            if (!lines[i].IsBlank && ++taken == cells && (i + 1 >= lines.Count || !char.IsLower(lines[i + 1].Text.FirstOrDefault('A')))) return i + 1;
        }

        return i;
    }

    /// <summary>Without numbers the rows are told by blank lines, or by counting cells.</summary>
    private static List<GridRow> Unnumbered(IReadOnlyList<Line> lines, int from, List<ColumnRole> roles, out int next)
    {
        var rows = new List<GridRow>();
        var run = new List<string>();
        var i = from;
        for (; i < lines.Count; i++)
        {
            if (Appendices.IsLabel(lines[i].Text)) break;
            if (lines[i].IsBlank)
            {
                if (run.Count >= roles.Count - 1 && run.Count < 2 * roles.Count) Flush();
                continue;
            }

            run.Add(Bare(lines[i]));
            if (run.Count == roles.Count && FitsInOrder(run, roles)) Flush();
            else if (run.Count > roles.Count + 3) break;
        }

        if (run.Count >= roles.Count - 1) Flush();
        next = i - run.Count;
        return rows;

        void Flush()
        {
            rows.Add(new GridRow(CellFitting.Fit(run, roles)));
            run.Clear();
        }
    }

    private static bool FitsInOrder(List<string> cells, List<ColumnRole> roles) =>
        !roles.Where((role, c) => role is ColumnRole.Deadline && !Shapes.IsTerm(cells[c])).Any();

    private static bool IsHeadCell(Line line) => line.Text.Length is > 0 and < 60 && (ColumnHeads.Role(Bare(line)) != ColumnRole.Other || line.Text is "п/п") && !line.Text.EndsWith(':');

    private static string Bare(Line line) => line.Text.TrimEnd('|', ' ').TrimStart('|', ' ');

    private static string LeadingNumber(string text) => new([.. text.TakeWhile(char.IsAsciiDigit)]);

    [GeneratedRegex(@"^(\d{1,3}(?:\.\d{1,3})*)[.)]?$", RegexOptions.CultureInvariant)]
    private static partial Regex RowNumber();

    [GeneratedRegex(@"^(?:(?:раздел|этап|блок|направление)\s)?(?:\d{1,2}|[IVXХ]+)[.)]\s+\p{L}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SectionRow();
}
