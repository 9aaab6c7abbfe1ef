using System.Collections.Frozen;

namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>The closed word classes: months, numerals, weekdays, Roman numerals. Words come in lower case with ё as е.</summary>
internal static class Lexicon
{
    /// <summary>Value of «последний».</summary>
    public const int Last = -1;

    private static readonly string[] MonthStems =
        ["январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"];

    private static readonly FrozenSet<string> MonthEndings = Set("", "ь", "я", "е", "ю", "ем", "а", "у", "ом", "й", "и");

    private static readonly string[] CommonMonthEndings = ["", "ь", "я", "е", "а"];

    private static readonly FrozenDictionary<string, int> MonthShortForms = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["янв"] = 1,
        ["фев"] = 2,
        ["февр"] = 2,
        ["мар"] = 3,
        ["апр"] = 4,
        ["июн"] = 6,
        ["июл"] = 7,
        ["авг"] = 8,
        ["сен"] = 9,
        ["сент"] = 9,
        ["сентяб"] = 9,
        ["окт"] = 10,
        ["октяб"] = 10,
        ["ноя"] = 11,
        ["нояб"] = 11,
        ["дек"] = 12,
        ["декаб"] = 12,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Cardinals = Forms(
        (1, "один одна одно одного одной одну одному одним"), (2, "два две двух двум двумя"), (3, "три трех трем тремя"), (4, "четыре четырех четырем"),
        (5, "пять пяти"), (6, "шесть шести"), (7, "семь семи"), (8, "восемь восьми"), (9, "девять девяти"), (10, "десять десяти"),
        (11, "одиннадцать одиннадцати"), (12, "двенадцать двенадцати"), (13, "тринадцать тринадцати"), (14, "четырнадцать четырнадцати"),
        (15, "пятнадцать пятнадцати"), (16, "шестнадцать шестнадцати"), (17, "семнадцать семнадцати"), (18, "восемнадцать восемнадцати"),
        (19, "девятнадцать девятнадцати"), (20, "двадцать двадцати"), (30, "тридцать тридцати"), (40, "сорок сорока"), (45, "сорокапяти"),
        (50, "пятьдесят пятидесяти"), (60, "шестьдесят шестидесяти"), (90, "девяносто девяноста"), (100, "сто ста"));

    private static readonly (string Stem, int Value)[] Ordinals =
    [
        ("перв", 1), ("втор", 2), ("трет", 3), ("четверт", 4), ("пят", 5), ("шест", 6), ("седьм", 7), ("восьм", 8), ("девят", 9), ("десят", 10),
        ("одиннадцат", 11), ("двенадцат", 12), ("тринадцат", 13), ("четырнадцат", 14), ("пятнадцат", 15), ("шестнадцат", 16), ("семнадцат", 17),
        ("восемнадцат", 18), ("девятнадцат", 19), ("двадцат", 20), ("тридцат", 30), ("последн", Last),
    ];

    private static readonly FrozenSet<string> OrdinalEndings =
        Set("ый", "ой", "ий", "ая", "яя", "ое", "ее", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ей", "ую", "юю", "ые", "ие", "ых", "их");

    private static readonly FrozenSet<string> ThirdEndings = Set("ья", "ье", "ьего", "ьему", "ьим", "ьем", "ьей", "ью", "ьи", "ьих", "ий");

    private static readonly FrozenDictionary<string, int> Weekdays = Forms(
        (1, "понедельник понедельника понедельнику понедельникам пн"), (2, "вторник вторника вторнику вторникам вт"),
        (3, "среда среду среды среде средам ср"), (4, "четверг четверга четвергу четвергам чт"), (5, "пятница пятницу пятницы пятнице пятницам пт"),
        (6, "суббота субботу субботы субботе субботам сб"), (7, "воскресенье воскресенья воскресеньям вс"));

    private static readonly FrozenDictionary<string, int> Romans = Forms(
        (1, "i"), (2, "ii"), (3, "iii"), (4, "iv iiii"), (5, "v"), (6, "vi"), (7, "vii"), (8, "viii"), (9, "ix"), (10, "x"), (11, "xi"), (12, "xii"));

    /// <summary>Endings that may be glued to a number: «2020года», «5го».</summary>
    public static readonly FrozenSet<string> AfterNumber =
        Set("г", "гг", "год", "года", "году", "годы", "годов", "годом", "го", "ого", "е", "й", "я", "ой", "ый", "ая", "ое", "м", "му", "х", "ти", "и");

    /// <summary>The month that the word names in any case form or as an abbreviation, else 0.</summary>
    public static int Month(string word)
    {
        if (MonthShortForms.TryGetValue(word, out var month)) return month;
        for (var i = 0; i < MonthStems.Length; i++)
            if (word.StartsWith(MonthStems[i], StringComparison.Ordinal) && MonthEndings.Contains(word[MonthStems[i].Length..]))
                return i == 4 && word is "ма" or "мау" or "маа" or "маом" or "маь" or "маи" ? 0 : i + 1;
        return 0;
    }

    /// <summary>The month whose name differs by one letter, else 0: a slip of recognition, to be shown with a remark.</summary>
    public static int MisspeltMonth(string word)
    {
        if (word.Length is < 6 or > 9) return 0;
        for (var i = 0; i < MonthStems.Length; i++)
            if (MonthStems[i].Length > 4 && CommonMonthEndings.Any(ending => OneLetterApart(word, MonthStems[i] + ending)))
                return i + 1;
        return 0;
    }

    public static int? Cardinal(string word) => Cardinals.TryGetValue(word, out var value) ? value : null;

    /// <summary>The ordinal in any gender and case, <see cref="Last"/> for «последний»; null for other words.</summary>
    public static int? Ordinal(string word)
    {
        foreach (var (stem, value) in Ordinals)
            if (word.StartsWith(stem, StringComparison.Ordinal) && (value == 3 ? ThirdEndings : OrdinalEndings).Contains(word[stem.Length..]))
                return value;
        return null;
    }

    public static DayOfWeek? Weekday(string word) => Weekdays.TryGetValue(word, out var value) ? (DayOfWeek)(value % 7) : null;

    /// <summary>A Roman numeral up to XII, of Latin letters or their Cyrillic look-alikes, but not of Cyrillic letters alone.</summary>
    public static int? Roman(string chunk)
    {
        if (chunk.Length > 4) return null;
        var latin = chunk.ToLowerInvariant().Replace('х', 'x').Replace('і', 'i').Replace('у', 'v');
        return latin.Any(char.IsAsciiLetter) && chunk.Any(c => c is 'I' or 'V' or 'X' or 'i' or 'v' or 'x' or 'І' or 'і') && Romans.TryGetValue(latin, out var value)
            ? value : null;
    }

    private static bool OneLetterApart(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var head = 0;
        while (head < a.Length && head < b.Length && a[head] == b[head]) head++;
        var tail = 0;
        while (tail < a.Length - head && tail < b.Length - head && a[^(tail + 1)] == b[^(tail + 1)]) tail++;
        return Math.Max(a.Length, b.Length) - head - tail == 1;
    }

    private static FrozenDictionary<string, int> Forms(params (int Value, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Value))).ToFrozenDictionary(p => p.word, p => p.Value, StringComparer.Ordinal);

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
