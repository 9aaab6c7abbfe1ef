using System.Globalization;
using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading;

/// <summary>Dates, numbers and places of papers in the forms officials write them.</summary>
internal static partial class Requisites
{
    private static readonly string[] MonthStems = ["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];

    /// <summary>The first date in a text with the place where it stands; a date that does not exist is not found.</summary>
    public static (DateOnly Date, int Index, int Length)? FindDate(string text)
    {
        var numeric = First(NumericDate(), text, m => m.Groups["m"].Value);
        var word = First(WordDate(), text, m => Month(m.Groups["m"].Value));
        return numeric is null || word?.Index < numeric.Value.Index ? word : numeric;
    }

    /// <summary>The number of a paper with its slashes, letters and dashes, as written; null where the place is blank («№ ____»).</summary>
    public static Match FindNumber(string text) => NumberSign().Match(text);

    public static string? Number(Match match) => match.Success ? Tight().Replace(match.Groups["n"].Value.Trim(), "$1") : null;

    /// <summary>A line that is a place: «г. Северск», «р.п. Октябрьский», «станица Тихая».</summary>
    public static Match FindPlace(string text) => PlaceName().Match(text);

    private static (DateOnly Date, int Index, int Length)? First(Regex pattern, string text, Func<Match, string> month)
    {
        foreach (Match m in pattern.Matches(text))
            if (Build(m.Groups["y"].Value, month(m), m.Groups["d"].Value) is { } date) return (date, m.Index, m.Length);
        return null;
    }

    private static DateOnly? Build(string year, string month, string day)
    {
        var y = int.Parse(year, CultureInfo.InvariantCulture);
        var m = int.Parse(month, CultureInfo.InvariantCulture);
        var d = int.Parse(day, CultureInfo.InvariantCulture);
        if (y < 100) y += 2000;
        return y is > 1900 and < 2100 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    private static string Month(string word)
    {
        var lower = word.ToLowerInvariant();
        for (var i = 0; i < MonthStems.Length; i++)
            if (lower.StartsWith(MonthStems[i], StringComparison.Ordinal)) return (i + 1).ToString(CultureInfo.InvariantCulture);
        return "0";
    }

    [GeneratedRegex(@"(?<![\d.,/-])(?<!№\s?)[«""“„]?\s?(?<d>\d{1,2})\s?[»""”“]?\s?[./\- ]?\s?(?<=[»""”“./\- ])(?<m>\d{1,2})\s?(?:[./ ]\s?(?<y>\d{4}|\d{2}(?!\d))|-\s?(?<y>\d{4}))(?!\d)(?:\s?г(?:ода|од|\.)?(?!\p{L})(?!\.?\s*\p{Lu}\p{Ll}))?", RegexOptions.CultureInvariant)]
    private static partial Regex NumericDate();

    [GeneratedRegex(@"(?<!\d)[«""“„]?\s?(?<d>\d{1,2})\s?[»""”“]?\s*(?<m>январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья])\s*(?<y>\d{4})(?!\d)(?:\s?г(?:ода|од|\.)?(?!\p{L})(?!\.?\s*\p{Lu}\p{Ll}))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WordDate();

    [GeneratedRegex(@"(?:№|Nº|N°|(?<![A-Za-z])N[oо]?\.?)\s*(?<n>(?:\d|[А-ЯЁA-Zа-я]{1,5}\s?[-–—/]\s?\d)[\dА-Яа-яЁёA-Za-z]*(?:\s?[-–—/.]\s?(?:\d[\dА-Яа-яA-Za-z]*|[А-ЯЁA-Z]{1,4}(?!\p{Ll})|[а-яa-z]{1,3}(?!\p{L})))*(?:\s+(?:о\s?/\s?д|О/Д|о\.д\.|од|ОД|пр|ПР|осн|ОСН|лс|л/с|п|р|к|а)(?![\p{L}./]))?)", RegexOptions.CultureInvariant)]
    private static partial Regex NumberSign();

    [GeneratedRegex(@"\s*([-–—/])\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Tight();

    [GeneratedRegex(@"(?<![\p{L}\d.])(?:г\.\s?о\.|г\.|гор\.|город|с\.|село|р\.\s?п\.|рп|рабочий пос[её]лок|п\.\s?г\.\s?т\.|пгт\.?|пос[её]лок городского типа|пос\.|пос[её]лок|п\.|ст-ца|ст\.|станица|д\.|дер\.|деревня|аул|а\.|х\.|хутор|с/п|слобода|сл\.|улус|у\.)\s?(?:им(?:ени|\.)\s?)?\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,2}", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceName();
}
