using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading;

/// <summary>What the abbreviations of a paper mean: those the paper explains itself first, then those every school official knows.</summary>
internal sealed partial class Glossary
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["ИМК"] = "информационно-методический кабинет",
        ["ИМЦ"] = "информационно-методический центр",
        ["РМК"] = "районный методический кабинет",
        ["ММС"] = "муниципальная методическая служба",
        ["ГМК"] = "городской методический кабинет",
        ["МЦН"] = "муниципальный центр наставничества",
        ["УМЦ"] = "учебно-методический центр",
        ["ММЦ"] = "муниципальный методический центр",
        ["НМЦ"] = "научно-методический центр",
        ["ЦРО"] = "центр развития образования",
        ["ОО"] = "образовательные организации",
        ["ОУ"] = "образовательные учреждения",
        ["ООО"] = "общеобразовательные организации",
        ["ОДО"] = "организации дополнительного образования",
        ["УДО"] = "учреждения дополнительного образования",
        ["УДОД"] = "учреждения дополнительного образования детей",
        ["ДОУ"] = "дошкольные образовательные учреждения",
        ["ДОО"] = "дошкольные образовательные организации",
        ["СОШ"] = "средние общеобразовательные школы",
        ["ООШ"] = "основные общеобразовательные школы",
        ["МБОУ"] = "муниципальные бюджетные общеобразовательные учреждения",
        ["МКОУ"] = "муниципальные казённые общеобразовательные учреждения",
        ["МОУ"] = "муниципальные общеобразовательные учреждения",
        ["МАОУ"] = "муниципальные автономные общеобразовательные учреждения",
        ["МБДОУ"] = "муниципальные бюджетные дошкольные образовательные учреждения",
        ["УО"] = "управление образования",
        ["ГУО"] = "городское управление образования",
        ["РУО"] = "районное управление образования",
        ["РОО"] = "районный отдел образования",
        ["МОУО"] = "муниципальный орган управления образованием",
        ["ИРО"] = "институт развития образования",
        ["ЦНППМ"] = "центр непрерывного повышения профессионального мастерства педагогических работников",
        ["ПОО"] = "профессиональные образовательные организации",
        ["СПО"] = "организации среднего профессионального образования",
        ["ЦМН"] = "целевая модель наставничества",
    };

    /// <summary>So many words are searched for an explanation: a paper has fewer, a heap of text stays quick.</summary>
    private const int MostWords = 60_000;

    /// <summary>So many different abbreviations are looked up in the paper itself.</summary>
    private const int MostLookups = 100;

    private readonly string text;
    private readonly Lazy<List<string>> words;
    private readonly Dictionary<string, string?> resolved = new(StringComparer.Ordinal);

    /// <param name="text">The whole paper.</param>
    public Glossary(string text)
    {
        this.text = text;
        words = new(() => [.. Words().Matches(text).Take(MostWords).Select(m => m.Value)]);
    }

    public static bool IsAbbreviation(string word) => AbbreviationShape().IsMatch(word);

    /// <summary>Full name in the nominative, or null if neither the paper nor common use explains it.</summary>
    public string? Resolve(string abbreviation)
    {
        if (resolved.TryGetValue(abbreviation, out var known)) return known;
        var own = resolved.Count < MostLookups ? Defined(abbreviation) ?? ByInitials(abbreviation) : null;
        var found = own ?? Known.GetValueOrDefault(abbreviation);
        resolved[abbreviation] = found;
        return found;
    }

    /// <summary>Abbreviations that officials use without explaining them.</summary>
    public static string? Common(string abbreviation) => Known.GetValueOrDefault(abbreviation);

    /// <summary>«Х (далее – А)»: the words before the bracket whose initials give А.</summary>
    private string? Defined(string abbreviation)
    {
        foreach (Match definition in Definition().Matches(text))
        {
            if (definition.Groups["short"].Value != abbreviation) continue;
            var before = Words().Matches(text[Math.Max(0, definition.Index - 250)..definition.Index]).Select(m => m.Value).ToList();
            for (var take = Math.Min(before.Count, abbreviation.Length + 4); take >= 2; take--)
            {
                var phrase = before.GetRange(before.Count - take, take);
                if (Spells(phrase, abbreviation, out var used) && used == take) return Inflection.Nominative(string.Join(' ', phrase));
            }
        }

        return null;
    }

    /// <summary>A run of words anywhere in the paper whose initials give the abbreviation («Отделу мониторинга и …» for ОМи…).</summary>
    private string? ByInitials(string abbreviation)
    {
        if (abbreviation.Length < 3) return null;
        var all = words.Value;
        for (var i = 0; i < all.Count; i++)
        {
            if (!Same(all[i][0], abbreviation[0]) || all[i].Length < 3) continue;
            var phrase = all.GetRange(i, Math.Min(all.Count - i, abbreviation.Length + 3));
            if (Spells(phrase, abbreviation, out var used) && used > 1) return Inflection.Nominative(string.Join(' ', phrase.Take(used)));
        }

        return null;
    }

    /// <summary>Letter by letter; «и» and prepositions may stand in the abbreviation or be left out of it, a hyphenated word may give two letters.</summary>
    private static bool Spells(List<string> words, string abbreviation, out int used)
    {
        used = 0;
        var letter = 0;
        foreach (var word in words)
        {
            if (letter >= abbreviation.Length) break;
            used++;
            var parts = word.Split('-');
            if (Same(word[0], abbreviation[letter]))
            {
                letter++;
                if (parts.Length == 2 && parts[1].Length > 0 && letter < abbreviation.Length && Same(parts[1][0], abbreviation[letter])) letter++;
            }
            else if (word.Length > 3 || used == 1)
            {
                return false;
            }
        }

        return letter == abbreviation.Length;
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);

    [GeneratedRegex(@"^\p{Lu}[\p{L}]{0,10}\p{Lu}\p{L}{0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex AbbreviationShape();

    [GeneratedRegex(@"\(\s*далее(?:\s+по тексту)?\s*[-–—:]?\s*(?:именуем\p{L}+\s+|соответственно\s+)?[«""]?(?<short>\p{Lu}\p{L}{1,11})[»""]?\s*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\p{L}[\p{L}-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
