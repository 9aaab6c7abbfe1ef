using System.Globalization;
using System.Text.RegularExpressions;

namespace MentoringPortal.Web.Formats.Ooxml;

/// <summary>What a number in a cell means by the number format of its style (ECMA-376 part 1, 18.8.30): a date, a month, a time, a percent.</summary>
internal sealed partial class ExcelFormats
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    private enum Meaning { Number, Date, DayMonth, MonthYear, Time, Percent }

    private readonly List<Meaning> _styles = [];
    private readonly bool _since1904;

    public ExcelFormats(OoxmlPackage package, bool since1904)
    {
        _since1904 = since1904;
        if (package.RelatedPart("styles") is not { } part)
            return;
        var codes = new Dictionary<int, string>();
        using var xml = package.OpenPart(part);
        while (xml.Read())
        {
            if (xml.IsElement && xml.Name == "numFmt" && xml.Number("numFmtId") is { } id && xml.Attribute("formatCode") is { } code)
                codes[id] = code;
            else if (xml.IsElement && xml.Name == "cellXfs")
                xml.Within(() =>
                {
                    if (xml.Name == "xf")
                        _styles.Add(MeaningOf(xml.Number("numFmtId") ?? 0, codes));
                });
        }
    }

    /// <summary>The value as a Russian reader sees it. In the first column «1.1» is a number of a row that Excel took for a date or a fraction.</summary>
    public string Show(string value, int? style, bool isFirstColumn)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return value;
        var meaning = style is >= 0 and var at && at < _styles.Count ? _styles[at] : Meaning.Number;
        if (meaning is Meaning.Number or Meaning.Percent || Moment(number) is not { } moment)
        {
            return meaning == Meaning.Percent ? Math.Round(number * 100, 6).ToString("0.######", Russian) + "%"
                : Math.Round(number, 10).ToString("0.##########", isFirstColumn ? CultureInfo.InvariantCulture : Russian);
        }
        return meaning switch
        {
            Meaning.DayMonth => moment.ToString(isFirstColumn ? "d.M" : "d MMMM", Russian),
            Meaning.MonthYear => moment.ToString("MMMM yyyy", Russian),
            Meaning.Time => moment.ToString("HH:mm", Russian),
            _ => moment.ToString("dd.MM.yyyy", Russian),
        };
    }

    private DateTime? Moment(double serial)
    {
        // Excel believes in 29.02.1900: its days before that date are one less than those of OLE Automation.
        var days = _since1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
        return days is >= 0 and < 2_958_466 ? DateTime.FromOADate(days) : null;
    }

    private static Meaning MeaningOf(int id, Dictionary<int, string> codes) => id switch
    {
        9 or 10 => Meaning.Percent,
        14 or 15 or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) => Meaning.Date,
        16 => Meaning.DayMonth,
        17 => Meaning.MonthYear,
        (>= 18 and <= 21) or (>= 45 and <= 47) => Meaning.Time,
        _ => codes.TryGetValue(id, out var code) ? MeaningOf(code) : Meaning.Number,
    };

    private static Meaning MeaningOf(string code)
    {
        // Of «positive;negative;zero» the first; without texts in quotes, escaped characters, and [colours] or [$-419].
        var letters = Literals().Replace(code.Split(';')[0], "").ToLowerInvariant();
        var (hasDay, hasYear) = (letters.Contains('d', StringComparison.Ordinal), letters.Contains('y', StringComparison.Ordinal));
        var hasTime = letters.AsSpan().ContainsAny("hs");
        var hasMonth = letters.Contains('m', StringComparison.Ordinal) && (hasDay || hasYear || !hasTime);
        return letters.Contains('%', StringComparison.Ordinal) ? Meaning.Percent
            : letters == "general" ? Meaning.Number
            : hasDay && hasYear ? Meaning.Date
            : hasDay && hasMonth ? Meaning.DayMonth
            : hasMonth || hasYear ? Meaning.MonthYear
            : hasTime ? Meaning.Time : Meaning.Number;
    }

    [GeneratedRegex("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]", RegexOptions.None, 1000)]
    private static partial Regex Literals();
}
