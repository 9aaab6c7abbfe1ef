using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading;

/// <summary>Parts a letterhead into its Russian lines and those of a second language, and finds the issuer in it.</summary>
internal sealed partial class LetterheadReader
{
    private readonly List<List<string>> blocks = [[]];

    public void Add(string raw) => blocks[^1].AddRange(Cells(raw));

    /// <summary>Pieces of a line that tabs or runs of spaces keep apart.</summary>
    public static List<string> Cells(string raw) => [.. Columns().Split(raw.Trim()).Select(Cleaning.Flat).Where(s => s.Length > 0)];

    public void EndBlock()
    {
        if (blocks[^1].Count > 0) blocks.Add([]);
    }

    public void Split(List<string> russian, List<string> second)
    {
        var anyRussian = blocks.Exists(b => b.Exists(IsRussian));
        foreach (var block in blocks)
        {
            // A block without one Russian word beside a block that has them is the other language, even if its letters are all Russian.
            var foreign = anyRussian && block.Count > 0 && !block.Exists(IsRussian) && block.Sum(l => l.Count(char.IsLetter)) > 8 && !Quoted().IsMatch(block[0]);
            foreach (var line in block)
                (ForeignLetters().IsMatch(line) || (foreign && line.Any(char.IsLetter)) ? second : russian).Add(line);
        }
    }

    /// <summary>The office that issues the paper: from the last line that begins with an office in the nominative to the end of its name.</summary>
    public static string? Issuer(IReadOnlyList<string> letterhead)
    {
        var start = Last(letterhead, Office());
        if (start < 0) start = Last(letterhead, Administration());
        if (start < 0) return letterhead.Count == 0 ? null : Trimmed(string.Join(' ', letterhead));
        if (start > 0 && Institution().IsMatch(letterhead[start - 1]) && letterhead[start].StartsWith('«')) start--;
        return Trimmed(string.Join(' ', letterhead.Skip(start).TakeWhile((l, i) => i == 0 || !Country().IsMatch(l))));
    }

    private static string Trimmed(string text) => text.Trim(' ', '*', ',', '.', '-', '–');

    private static int Last(IReadOnlyList<string> lines, Regex pattern)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
            if (pattern.IsMatch(lines[i])) return i;
        return -1;
    }

    private static bool IsRussian(string line) => !ForeignLetters().IsMatch(line) && RussianWords().IsMatch(line);

    [GeneratedRegex(@"\t|\s{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Columns();

    [GeneratedRegex(@"[ӀӏӘәӨөҮүҖҗҢңҺһӔӕҚқҒғҠҡҪҫҘҙӲӳӐӑӖӗӦӧҤҥӒӓӰӱӸӹІіЇїЄєҐґ]|(?<=\p{L})I(?=\p{L})|(?<!\p{L})[ГКХЦЧгкхцч]I", RegexOptions.CultureInvariant)]
    private static partial Regex ForeignLetters();

    [GeneratedRegex(@"образовани[еяюй]|администраци[яию]|муниципальн(?:ое|ый|ого|ая|ой)(?!\p{L})|район(?:а|ный|ного)?(?!\p{L})|округ(?:а)?(?!\p{L})|город(?:а|ской|ского)?(?!\p{L})|(?<!\p{L})отдел(?:а)?(?!\p{L})|управлени[ея](?!\p{L})|учреждени[ея](?!\p{L})|област(?:ь|и)(?!\p{L})|республика(?!\p{L})|кра[йя](?!\p{L})|министерство|российск|федераци[яи](?!\p{L})|комитет(?!\p{L})|школ[аы]|центр(?!\p{L})|сельск|поселени|мэрия|совет(?!\p{L})|проект(?!\p{L})|герб|наук|молод[её]жн|политик|культур|казенн|казённ|бюджетн", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RussianWords();

    [GeneratedRegex(@"^[«""]?(?:(?:муниципальное|государственное|казённое|казенное|бюджетное|финансовое|районное|городское|главное)\s+){0,4}(?:отдел|управление|департамент|комитет|министерство)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Office();

    [GeneratedRegex(@"^[«""]?(?:администрация|мэрия|правительство|дума|совет|глава|муниципальное (?:казённое |казенное |бюджетное )?учреждение)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Administration();

    [GeneratedRegex(@"учреждение$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Institution();

    [GeneratedRegex(@"^российская федерация|^проект$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Country();

    [GeneratedRegex(@"^(?:им\.|имени)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
