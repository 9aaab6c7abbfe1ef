using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading;

/// <summary>Misspellings, look-alike letters and names that a paper writes in two ways.</summary>
internal static partial class TextDefects
{
    private static readonly (Regex Wrong, Func<Match, string> Right)[] Spellings =
    [
        (InExecution(), m => m.Value[..^1] + "е"),
        (AccordingTo(), m => m.Groups["word"].Value + " " + Dative(m.Groups["act"].Value)),
        (GluedAbout(), m => m.Groups["about"].Value + " " + m.Groups["rest"].Value),
    ];

    public static void Find(string text, ReadSignatory? signatory, IEnumerable<ReadSignatory> others, IEnumerable<ReadAct> basis, Remarks remarks)
    {
        foreach (var (wrong, right) in Spellings)
            foreach (Match m in wrong.Matches(text).Take(20)) Spelling(m.Value, right(m), remarks);
        foreach (var act in basis.Where(a => a.Number is not null && MixedNumber().IsMatch(a.Number)))
            remarks.Add(RemarkPart.Document, act.Number, "spelling", $"В номере акта «{act.Number}» латинская буква вместо русской", Cyrillic(act.Number!));
        foreach (Match m in MixedWord().Matches(text).Take(20)) Spelling(m.Value, Cyrillic(m.Value), remarks);
        Names(signatory, others, remarks);
        Districts(text, remarks);
    }

    private static void Spelling(string wrong, string right, Remarks remarks) =>
        remarks.Add(RemarkPart.Document, wrong, "spelling", $"Написано «{wrong}», правильно «{right}»", right);

    /// <summary>One surname with different initials under one paper.</summary>
    private static void Names(ReadSignatory? signatory, IEnumerable<ReadSignatory> others, Remarks remarks)
    {
        if (signatory?.Name is not { } name) return;
        foreach (var other in others.Select(o => o.Name).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (Key(other) != Key(name) && Surname(other) is { Length: > 2 } surname && Near(surname, Surname(name)))
                remarks.Add(RemarkPart.Document, "signatory", "name-variants", $"Подписавший назван по-разному: «{name}» и «{other}»");
        }
    }

    private static string Key(string name) => string.Concat(name.Where(char.IsLetter)).ToUpperInvariant();

    private static string Surname(string name) => LongWord().Match(name).Value.ToUpperInvariant();

    /// <summary>One district with two spellings that differ by a letter.</summary>
    private static void Districts(string text, Remarks remarks)
    {
        var names = DistrictName().Matches(text).Take(400)
            .Select(m => m.Groups["name"].Value)
            .GroupBy(Stem, StringComparer.Ordinal)
            .Select(g => (Stem: g.Key, Name: g.First(), Count: g.Count()))
            .OrderByDescending(n => n.Count).Take(30).ToList();
        for (var i = 0; i < names.Count; i++)
        {
            foreach (var other in names.Skip(i + 1).Where(o => o.Stem.Length > 4 && o.Stem[0] == names[i].Stem[0] && o.Stem != names[i].Stem && Near(o.Stem, names[i].Stem)))
                remarks.Add(RemarkPart.Document, other.Name, "name-variants", $"Название написано по-разному: «{other.Name}» и «{names[i].Name}»", names[i].Name);
        }
    }

    private static string Stem(string name) => Ending().Replace(name.ToUpperInvariant().Replace('Ё', 'Е'), "");

    /// <summary>Equal, or one letter changed, lost or added.</summary>
    private static bool Near(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start]) start++;
        var end = 0;
        while (end < a.Length - start && end < b.Length - start && a[^(end + 1)] == b[^(end + 1)]) end++;
        return Math.Max(a.Length, b.Length) - start - end <= 1;
    }

    private static string Dative(string genitive) => genitive switch
    {
        _ when genitive.EndsWith("ия", StringComparison.OrdinalIgnoreCase) => genitive[..^1] + "ю",
        _ when genitive.EndsWith('а') => genitive[..^1] + "у",
        _ => genitive,
    };

    private static string Cyrillic(string text) => string.Concat(text.Select(c => "ABCEHKMOPTXaceopxy".IndexOf(c) is >= 0 and var i ? "АВСЕНКМОРТХасеорху"[i] : c));

    [GeneratedRegex(@"(?<!\p{L})во исполнении(?=\s+(?:приказ|распоряжени|письм|постановлени|закон|указ|решени|поручени|протокол|положени))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InExecution();

    [GeneratedRegex(@"(?<!\p{L})(?<word>согласно)\s+(?<act>приказа|приложения|плана|письма|графика|распоряжения|постановления|положения|закона|перечня)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AccordingTo();

    [GeneratedRegex(@"(?<!\p{L})(?<about>Об|О)(?<rest>(?:утвержд|внедрен|организаци|реализац|проведен|назначен)\p{L}+)", RegexOptions.CultureInvariant)]
    private static partial Regex GluedAbout();

    [GeneratedRegex(@"[A-Z](?=[-–]?\d)|(?<=\d[-–]?)[ABCEHKMOPTX]", RegexOptions.CultureInvariant)]
    private static partial Regex MixedNumber();

    [GeneratedRegex(@"(?<![\p{L}\d@.])(?=[а-яёА-ЯЁ]*[ABCEHKMOPTXaceopxy])(?=[A-Za-z]*[а-яёА-ЯЁ])[а-яёА-ЯЁABCEHKMOPTXaceopxy]{4,}(?![\p{L}\d@])", RegexOptions.CultureInvariant)]
    private static partial Regex MixedWord();

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex LongWord();

    [GeneratedRegex(@"(?<!\p{L})(?<name>\p{Lu}[\p{L}-]{3,}?(?:СК|ск|ЦК|цк)(?:ИЙ|ий|ого|ОГО|ом|ОМ|ому|ОМУ))(?=\s+(?:\p{L}+\s+)?(?:район|округ|муниципальн|городск|сельск))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DistrictName();

    [GeneratedRegex(@"(?:ИЙ|ОГО|ОМУ|ОМ)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
