using System.Globalization;
using System.Text.RegularExpressions;
using MentoringPortal.Domain.Reading.Tables;

namespace MentoringPortal.Domain.Reading;

/// <summary>Reads a table of target indicators: what is divided by what, in which form of mentoring, with a plan by year.</summary>
internal static partial class IndicatorReader
{
    /// <summary>The five forms of the methodology (распоряжение Минпросвещения № Р-145).</summary>
    private static readonly string[] Canonical = ["ученик–ученик", "учитель–учитель", "студент–ученик", "работодатель–ученик", "работодатель–студент"];

    public static IReadOnlyList<ReadIndicator> Read(Grid grid, int already, Remarks remarks)
    {
        var head = Math.Max(0, TableKinds.HeadRow(grid));
        var heads = grid.Rows[head].Cells.ToList();
        var first = head + 1;
        if (first < grid.Rows.Count && grid.Rows[first].Cells is var below && below.Exists(c => ColumnHeads.Role(c) == ColumnRole.Year) && below.TrueForAll(c => c.Length == 0 || ColumnHeads.Role(c) == ColumnRole.Year))
        {
            heads = Spread(heads, below);
            first++;
        }

        var roles = heads.Select(ColumnHeads.Role).ToList();
        var found = new List<ReadIndicator>();
        foreach (var row in Whole(grid.Rows.Skip(first), roles))
        {
            if (Indicator(row, heads, roles, already + found.Count + 1) is not { } indicator) continue;
            found.Add(indicator);
            if (indicator.Plan.Count > 0 && indicator.Plan.Values.All(v => v is null))
                remarks.Add(RemarkPart.Indicator, indicator.Number, "indicator-empty", $"У показателя не указаны плановые значения: {string.Join(", ", indicator.Plan.Keys)}");
            else foreach (var year in indicator.Plan.Where(p => p.Value is null).Select(p => p.Key))
                remarks.Add(RemarkPart.Indicator, indicator.Number, "indicator-empty", $"У показателя не указано плановое значение на {year} год");
            if (indicator.Form is { } form && !Canonical.Contains(form, StringComparer.Ordinal))
                remarks.Add(RemarkPart.Indicator, indicator.Number, "form-unknown", $"Форма «{form}» не входит в пять форм целевой модели");
        }

        return found;
    }

    private static List<string> Spread(List<string> upper, List<string> lower)
    {
        if (upper.Count >= lower.Count) return [.. upper.Select((h, i) => i < lower.Count && lower[i].Length > 0 ? lower[i] : h)];
        var years = lower.Where(c => c.Length > 0).ToList();
        return [.. upper.Take(upper.Count - 1), .. years];
    }

    /// <summary>Rows torn by a page are whole again: without a number and in lower case they go on.</summary>
    private static List<List<string>> Whole(IEnumerable<GridRow> rows, List<ColumnRole> roles)
    {
        var whole = new List<List<string>>();
        var name = Math.Max(0, roles.FindIndex(r => r is ColumnRole.Indicator or ColumnRole.Activity));
        foreach (var row in rows.Where(r => !r.IsBlank && !ColumnHeads.IsColumnNumbers(r.Cells)))
        {
            var text = row.Cell(name);
            var rest = whole.Count > 0 && roles[0] == ColumnRole.Number && row.Cell(0).Length == 0 && (text.Length == 0 || char.IsLower(text[0]));
            if (!rest) whole.Add([.. Enumerable.Range(0, roles.Count).Select(row.Cell)]);
            else for (var c = 0; c < roles.Count; c++) whole[^1][c] = (whole[^1][c] + " " + row.Cell(c)).Trim();
        }

        return whole;
    }

    private static ReadIndicator? Indicator(List<string> cells, List<string> heads, List<ColumnRole> roles, int ordinal)
    {
        string At(ColumnRole role) => roles.IndexOf(role) is >= 0 and var i ? Cleaning.Flat(cells[i]) : "";
        var name = At(ColumnRole.Indicator);
        if (name.Length == 0) name = At(ColumnRole.Activity);
        if (!name.Any(char.IsLetter)) return null;
        var number = At(ColumnRole.Number).Trim(' ', '.', ')');
        var unit = At(ColumnRole.Unit);
        var ratio = Ratio().Match(unit) is { Success: true } inUnit ? inUnit : Ratio().Match(name);
        var plan = new Dictionary<string, decimal?>(StringComparer.Ordinal);
        for (var c = 0; c < roles.Count; c++)
            if (ColumnHeads.Year(heads[c]) is { } year && roles[c] is ColumnRole.Year or ColumnRole.Other or ColumnRole.Indicator) plan[ColumnHeads.Year(heads[c])!] = Value(cells[c]);
        return new ReadIndicator
        {
            Number = number.Length > 0 ? number : ordinal.ToString(CultureInfo.InvariantCulture),
            Name = name,
            Unit = Unit(unit, name),
            Form = Form(name),
            Numerator = ratio.Success ? Nominative(ratio.Groups["over"].Value) : null,
            Denominator = ratio.Success ? Nominative(ratio.Groups["under"].Value) : null,
            Plan = plan,
        };
    }

    /// <summary>The form of mentoring that a text names, with an en dash and no spaces; null if it names none.</summary>
    public static string? Form(string text)
    {
        var form = FormOfMentoring().Match(text);
        if (!form.Success) return null;
        var mentor = Side(form.Groups["mentor"].Value);
        var mentee = Side(form.Groups["mentee"].Value);
        return $"{mentor}–{mentee}";
    }

    private static string Side(string word)
    {
        var lower = word.ToLowerInvariant();
        return lower is "обучающийся" or "школьник" ? "ученик" : lower;
    }

    private static string? Unit(string cell, string name)
    {
        if (cell.Contains('%', StringComparison.Ordinal) || (cell.Length == 0 && name.Contains('%', StringComparison.Ordinal)) || cell.StartsWith("процент", StringComparison.OrdinalIgnoreCase)) return "%";
        var bare = cell.Split('(')[0].Trim(' ', '.', ',');
        return bare.Length == 0 ? null : bare;
    }

    private static decimal? Value(string cell)
    {
        var number = AnyNumber().Match(cell);
        return number.Success && decimal.TryParse(number.Value.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static string Nominative(string phrase) => Cleaning.Flat(phrase).Trim(' ', '.', ',')
        .Replace("общего количества", "общее количество", StringComparison.OrdinalIgnoreCase).Replace("общего числа", "общее число", StringComparison.OrdinalIgnoreCase)
        .Replace("общему числу", "общее число", StringComparison.OrdinalIgnoreCase).Replace("общему количеству", "общее количество", StringComparison.OrdinalIgnoreCase)
        .Replace("общей численности", "общая численность", StringComparison.OrdinalIgnoreCase)
        is var text && Genitive().Match(text) is { Success: true } head ? head.Groups[1].Value.ToLowerInvariant() switch
        {
            "числа" or "числу" => "число" + text[head.Length..],
            "численности" => "численность" + text[head.Length..],
            _ => "количество" + text[head.Length..],
        } : text;

    [GeneratedRegex(@"отношени[еяю]\s+(?<over>[^()]{3,240}?)\s+к\s+(?<under>(?:общ\p{L}+\s+)?(?:числу|количеству|численности)[^()]{2,240})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ratio();

    [GeneratedRegex(@"^(числа|числу|численности|количества|количеству)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Genitive();

    [GeneratedRegex(@"(?<!\p{L})(?<mentor>ученик|учитель|студент|работодатель|педагог|обучающийся|школьник|руководитель|выпускник|наставник)\s*[-–—]\s*(?<mentee>ученик|учитель|студент|педагог|обучающийся|школьник|наставляемый)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FormOfMentoring();

    [GeneratedRegex(@"\d+(?:[.,]\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex AnyNumber();
}
