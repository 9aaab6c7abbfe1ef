using System.Text.RegularExpressions;
using MentoringPortal.Domain.Reading.Tables;

namespace MentoringPortal.Domain.Reading;

/// <summary>A row of the roadmap before its words are understood.</summary>
internal sealed class RowDraft
{
    public string Number { get; set; } = "";
    public string Stage { get; set; } = "";
    public string Activity { get; set; } = "";
    public string Deadline { get; set; } = "";
    public string Start { get; set; } = "";
    public string End { get; set; } = "";
    public string Responsible { get; set; } = "";
    public string Result { get; set; } = "";
    /// <summary>Title of the section that begins here; the row itself holds nothing else.</summary>
    public string? Section { get; init; }

    public bool HasTerm => Deadline.Length > 0 || Start.Length > 0 || End.Length > 0;

    public void Append(RowDraft rest)
    {
        Stage = Join(Stage, rest.Stage);
        Activity = Join(Activity, rest.Activity);
        Deadline = Join(Deadline, rest.Deadline);
        Start = Join(Start, rest.Start);
        End = Join(End, rest.End);
        Responsible = Join(Responsible, rest.Responsible);
        Result = Join(Result, rest.Result);
    }

    private static string Join(string a, string b) => a.Length == 0 ? b : b.Length == 0 ? a : a + "\n" + b;
}

/// <summary>The columns of a roadmap table, by what they are for.</summary>
internal sealed class RoadmapColumns
{
    private readonly List<ColumnRole> roles;

    public RoadmapColumns(Grid grid, int head)
    {
        var heads = grid.Rows[head].Cells.ToList();
        FirstRow = head + 1;
        if (FirstRow < grid.Rows.Count && IsSecondHead(grid.Rows[FirstRow].Cells))
        {
            heads = WithSecond(heads, grid.Rows[FirstRow].Cells);
            FirstRow++;
        }

        if (FirstRow < grid.Rows.Count && ColumnHeads.IsColumnNumbers(grid.Rows[FirstRow].Cells)) FirstRow++;
        Heads = heads;
        roles = [.. heads.Select(ColumnHeads.Role)];
        if (!roles.Contains(ColumnRole.Activity)) Promote();
    }

    public IReadOnlyList<string> Heads { get; }
    public int FirstRow { get; }
    public int Count => roles.Count;
    public IReadOnlyList<ColumnRole> Roles => roles;
    public bool Has(ColumnRole role) => roles.Contains(role);

    /// <summary>A table without a column for measures names them otherwise: by stage, by indicator, or by nothing we know.</summary>
    private void Promote()
    {
        foreach (var role in new[] { ColumnRole.Stage, ColumnRole.Indicator, ColumnRole.Other })
        {
            var at = roles.IndexOf(role);
            if (at < 0) continue;
            roles[at] = ColumnRole.Activity;
            return;
        }
    }

    private static bool IsSecondHead(List<string> cells) =>
        cells.Exists(c => ColumnHeads.Role(c) is ColumnRole.Start or ColumnRole.End)
        && cells.TrueForAll(c => c.Length == 0 || ColumnHeads.Role(c) != ColumnRole.Other);

    /// <summary>«Сроки» over «начало | окончание»: the lower heads take the place of the upper one.</summary>
    private static List<string> WithSecond(List<string> upper, List<string> lower)
    {
        if (upper.Count >= lower.Count) return [.. upper.Select((h, i) => i < lower.Count && lower[i].Length > 0 ? lower[i] : h)];
        var heads = new List<string>();
        var u = 0;
        foreach (var cell in lower)
        {
            var split = cell.Length > 0 && ColumnHeads.Role(cell) is ColumnRole.Start or ColumnRole.End;
            heads.Add(split ? cell : u < upper.Count ? upper[u] : "");
            if (!split || ColumnHeads.Role(cell) == ColumnRole.End) u++;
        }

        return heads;
    }
}

/// <summary>Turns the table of a roadmap into rows: sections told from measures, rows torn by a page whole again.</summary>
internal static partial class RoadmapRows
{
    public static List<RowDraft> Read(Grid grid, RoadmapColumns columns)
    {
        var rows = new List<RowDraft>();
        var head = string.Join(' ', columns.Heads);
        var numbered = IsNumbered(grid, columns);
        for (var i = columns.FirstRow; i < grid.Rows.Count; i++)
        {
            var row = grid.Rows[i];
            if (row.IsBlank || ColumnHeads.IsColumnNumbers(row.Cells) || string.Equals(row.Joined, Cleaning.Flat(head), StringComparison.OrdinalIgnoreCase)) continue;
            if (Section(row, columns, rows.Count > 0 ? rows[^1] : null, Next(grid, i + 1), numbered) is { } title)
            {
                rows.Add(new RowDraft { Section = title });
                continue;
            }

            var draft = Map(row, columns);
            if (rows.Count > 0 && rows[^1].Section is null && IsRest(draft, rows[^1], columns, numbered)) rows[^1].Append(draft);
            else rows.Add(draft);
        }

        return rows;
    }

    private static bool IsNumbered(Grid grid, RoadmapColumns columns)
    {
        var at = columns.Roles.ToList().IndexOf(ColumnRole.Number);
        if (at < 0) return false;
        var body = grid.Rows.Skip(columns.FirstRow).Where(r => r.Cells.Count > 1).ToList();
        return body.Count(r => RowNumber().IsMatch(r.Cell(at))) * 3 >= body.Count;
    }

    private static GridRow? Next(Grid grid, int from) => grid.Rows.Skip(from).FirstOrDefault(r => !r.IsBlank);

    /// <summary>The title if the row is the head of a section, else null.</summary>
    private static string? Section(GridRow row, RoadmapColumns columns, RowDraft? before, GridRow? next, bool numbered)
    {
        var filled = row.Cells.Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var text = Cleaning.Flat(filled[0]);
        if (filled.Count == 2 && row.Cell(2).Length == 0 && SectionNumber().IsMatch(filled[0]) && filled[0] == row.Cell(0))
        {
            var number = filled[0].Trim(' ', '.', ')');
            var roman = !char.IsAsciiDigit(number[0]);
            var first = next?.Cell(0).Trim(' ', '.', ')') ?? "";
            return roman || first.StartsWith(number + ".", StringComparison.Ordinal) || (first == "1" && next is not null) ? $"{number}. {Cleaning.Flat(filled[1])}" : null;
        }

        if (filled.Count != 1 || RowNumber().IsMatch(text) || !text.Any(char.IsLetter)) return null;
        var at = row.Cells.IndexOf(filled[0]);
        var numberColumn = columns.Roles[0] == ColumnRole.Number && at == 0;
        if (row.Cells.Count == 1 && columns.Count > 1 || numberColumn) return char.IsLower(text[0]) || text[0] is '-' or '–' ? null : text;
        if (at == 0 && columns.Roles[0] is ColumnRole.Result && char.IsUpper(text[0]) && (before is null || before.Section is not null || before.HasTerm)) return text;
        if (at >= columns.Count || columns.Roles[at] is ColumnRole.Deadline or ColumnRole.Responsible or ColumnRole.Result or ColumnRole.Start or ColumnRole.End) return null;
        if (columns.Has(ColumnRole.Stage) && columns.Roles[at] != ColumnRole.Stage) return null;
        if (SectionTitle().IsMatch(text)) return text;
        if (text.Length > 3 && text.Where(char.IsLetter).All(char.IsUpper)) return text;
        var complete = before is null || before.Section is not null || (before.HasTerm && before.Responsible.Length > 0 && !OpenEnd().IsMatch(before.Activity));
        return (numbered || columns.Roles[0] != ColumnRole.Number) && complete && char.IsUpper(text[0]) && text.Length < 200 && next is not null && next.Cells.Count(c => c.Length > 0) > 2 && !text.EndsWith('.') && at <= 1 ? text : null;
    }

    private static RowDraft Map(GridRow row, RoadmapColumns columns)
    {
        var cells = row.Cells.ToList();
        while (cells.Count > columns.Count && cells.Remove("")) { }
        var draft = new RowDraft();
        for (var i = 0; i < cells.Count; i++)
        {
            var part = new RowDraft();
            var value = cells[i];
            switch (i < columns.Count ? columns.Roles[i] : columns.Roles[^1])
            {
                case ColumnRole.Number: draft.Number = Cleaning.Flat(value).Trim(' ', '.', ')'); break;
                case ColumnRole.Stage: part.Stage = value; break;
                case ColumnRole.Activity: part.Activity = value; break;
                case ColumnRole.Deadline: part.Deadline = value; break;
                case ColumnRole.Start: part.Start = value; break;
                case ColumnRole.End: part.End = value; break;
                case ColumnRole.Responsible: part.Responsible = value; break;
                case ColumnRole.Result: part.Result = value; break;
                default: break;
            }

            draft.Append(part);
        }

        TakeLeadingNumber(draft, columns);
        return draft;
    }

    /// <summary>A number that stands before the text because there is no column for it, or in the number's own cell with the text.</summary>
    private static void TakeLeadingNumber(RowDraft draft, RoadmapColumns columns)
    {
        if (draft.Number.Length > 0 && !RowNumber().IsMatch(draft.Number) && NumberAndText().Match(draft.Number) is { Success: true } both && draft.Activity.Length == 0)
        {
            draft.Number = both.Groups[1].Value.TrimEnd('.');
            draft.Activity = both.Groups[2].Value;
        }

        if (draft.Number.Length > 0 || columns.Has(ColumnRole.Stage)) return;
        var inText = Shapes.Numbered(draft.Activity);
        if (!inText.Success || SubItems.Split(draft.Activity).Texts.Count > 1) return;
        draft.Number = inText.Groups["number"].Value;
        draft.Activity = inText.Groups["text"].Value.Trim();
    }

    /// <summary>A row that only goes on with the one before it.</summary>
    private static bool IsRest(RowDraft row, RowDraft before, RoadmapColumns columns, bool numbered)
    {
        if (row.Number.Length > 0 || row.Stage.Length > 0 && before.Stage.Length > 0 && char.IsUpper(row.Stage[0])) return false;
        var startsLow = row.Activity.Length == 0 || char.IsLower(row.Activity[0]) || row.Activity[0] is '(' or '-' or '–' or ',' or '»';
        if (columns.Has(ColumnRole.Stage)) return startsLow || !row.HasTerm || SubNumber().IsMatch(row.Activity) || !before.HasTerm;
        var ownTerm = row.HasTerm && Shapes.IsTerm(Cleaning.Flat(row.Deadline + row.Start + row.End));
        var termWhole = before.HasTerm && Shapes.IsTerm(Cleaning.Flat(before.Deadline + before.Start + before.End)) && !OpenEnd().IsMatch(before.Deadline);
        if (ownTerm && termWhole && !startsLow) return false;
        return numbered ? true : startsLow || (!row.HasTerm && row.Responsible.Length == 0 && OpenEnd().IsMatch(before.Activity));
    }

    [GeneratedRegex(@"^\s*\d{1,3}(?:\.\d{1,3})*\s*[.)]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex RowNumber();

    [GeneratedRegex(@"^\s*(?:\d{1,2}|[IVXХ]{1,5})\s*[.)]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex SectionNumber();

    [GeneratedRegex(@"^(?:(?:раздел|этап|блок|направление|модуль)\s*(?:№\s*)?)?(?:\d{1,2}|[IVXХ]{1,5})\s*[.):]\s*\p{L}|^(?:раздел|этап|блок|направление|модуль)\s+(?:№\s*)?(?:\d|[IVX])|^[IVX]{1,5}\s+(?:этап|раздел)|^(?:\d|перв|втор|трет|подготовит|основн|заключит|организацион|внедренч|практическ|аналитич)\p{L}*(?:-\p{L}+)?\s+этап", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SectionTitle();

    [GeneratedRegex(@"^(\d{1,3}(?:\.\d{1,3})*\.?)\s+(\p{L}.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NumberAndText();

    [GeneratedRegex(@"(?:[,:(–-]|(?<!\p{L})(?:и|в|на|по|с|для|о|об|от|из|к|всего|их|или|за|при))\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex OpenEnd();

    [GeneratedRegex(@"^\s*\d{1,2}\s*[.)]", RegexOptions.CultureInvariant)]
    private static partial Regex SubNumber();
}
