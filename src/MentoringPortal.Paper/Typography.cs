using System.Text.RegularExpressions;

namespace MentoringPortal.Paper;

/// <summary>The spaces that must not end a line in a Russian paper.</summary>
public static partial class Typography
{
    private const char NoBreakSpace = '\u00A0';

    /// <summary>
    /// Makes the spaces in dates («3 сентября 2024 г.»), numbers («№ 5», «70 %»), initials («И. О. Фамилия», «Фамилия И.О.»), references («п. 2»)
    /// and places («г. Аргун») non-breaking, and those before a dash. Only spaces change: nothing is added or removed.
    /// </summary>
    public static string Nbsp(string text) => BoundSpace().Replace(text, match => match.Value.Replace(' ', NoBreakSpace));

    private const string Months = "(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)";
    private const string Short = "п|пп|подп|ст|ч|гл|с|р|д|пос|пгт|дер|ул|пр|корп|кв|каб|тел|стр|рис|табл|прил|им|млн|тыс";

    [GeneratedRegex(
        @"(?<=№) (?=\S)" +                                                                     // № 5
        @"|(?<=\b\d{1,2}) (?=" + Months + @"\b)|(?<=\b" + Months + @") (?=\d{4}\b)" +         // 3 сентября 2024
        @"|(?<=\d) (?=(?:г|гг|год|года|году|годы|годов)\b)" +                                 // 2024 г.
        @"|(?<=\d) (?=%|₽|руб\b|тыс\b|млн\b)" +                                               // 70 %
        @"|(?<=\b\p{Lu}\.) (?=\p{Lu}\.? ?\p{Lu}?\p{Ll})|(?<=\b\p{Lu}\.) (?=\p{Lu}\.)" +       // И. О. Фамилия
        @"|(?<=\b\p{Lu}\p{L}*\p{Ll}) (?=\p{Lu}\. ?\p{Lu}\.(?! ?\p{Lu}\p{Ll}|\p{L}))" +                         // Фамилия И.О.
        @"|(?<=(?<![\p{L}\d.])(?:(?<!\d )г|" + Short + @")\.) (?=[\p{Lu}\d«])" +                       // п. 2, г. Аргун
        @"|(?<=\b(?:р\.п|п\.г\.т|ст-ца)\.?) (?=\p{Lu})" +                                     // р.п. Каменоломни
        @"|(?<=\bт\.) (?=[едкп]\.)" +                                                         // т. е.
        @"|(?<=\S) (?=[—–] )",                                                                 // слово — слово
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BoundSpace();
}
