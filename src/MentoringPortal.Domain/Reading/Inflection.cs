using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading;

/// <summary>The case in which a phrase stands in the source.</summary>
internal enum SourceCase { Genitive, Dative, Accusative }

/// <summary>
/// Puts the words of office, of offices and of people back into the nominative. It knows the words these papers use; a word it does not know stays as written.
/// </summary>
internal static partial class Inflection
{
    private static readonly Dictionary<string, string> Nouns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["отделу"] = "отдел",
        ["отдела"] = "отдел",
        ["управлению"] = "управление",
        ["управления"] = "управление",
        ["департаменту"] = "департамент",
        ["департамента"] = "департамент",
        ["комитету"] = "комитет",
        ["комитета"] = "комитет",
        ["министерства"] = "министерство",
        ["министерству"] = "министерство",
        ["администрации"] = "администрация",
        ["правительства"] = "правительство",
        ["президента"] = "президент",
        ["центру"] = "центр",
        ["центра"] = "центр",
        ["кабинету"] = "кабинет",
        ["кабинета"] = "кабинет",
        ["службе"] = "служба",
        ["службы"] = "служба",
        ["группы"] = "группа",
        ["группе"] = "группа",
        ["институту"] = "институт",
        ["института"] = "институт",
        ["учреждения"] = "учреждение",
        ["учреждению"] = "учреждение",
        ["думы"] = "дума",
        ["сектору"] = "сектор",
        ["сектора"] = "сектор",
        ["совета"] = "совет",
        ["собрания"] = "собрание",
        ["совету"] = "совет",
        ["мэрии"] = "мэрия",
        ["специалисту"] = "специалист",
        ["специалиста"] = "специалист",
        ["методисту"] = "методист",
        ["методиста"] = "методист",
        ["директору"] = "директор",
        ["директора"] = "директор",
        ["начальнику"] = "начальник",
        ["начальника"] = "начальник",
        ["заместителю"] = "заместитель",
        ["заместителя"] = "заместитель",
        ["руководителю"] = "руководитель",
        ["руководителя"] = "руководитель",
        ["инспектору"] = "инспектор",
        ["инспектора"] = "инспектор",
        ["заведующей"] = "заведующая",
        ["заведующую"] = "заведующая",
        ["заведующему"] = "заведующий",
        ["заведующего"] = "заведующий",
        ["консультанту"] = "консультант",
        ["консультанта"] = "консультант",
        ["координатору"] = "координатор",
        ["координатора"] = "координатор",
        ["председателю"] = "председатель",
        ["председателя"] = "председатель",
        ["эксперту"] = "эксперт",
        ["эксперта"] = "эксперт",
        ["педагогу"] = "педагог",
        ["педагога"] = "педагог",
        ["психологу"] = "психолог",
        ["психолога"] = "психолог",
        ["куратору"] = "куратор",
        ["куратора"] = "куратор",
        ["кураторам"] = "кураторы",
        ["секретарю"] = "секретарь",
        ["секретаря"] = "секретарь",
        ["делопроизводителю"] = "делопроизводитель",
        ["руководителям"] = "руководители",
        ["директорам"] = "директора",
        ["заведующим"] = "заведующие",
        ["членам"] = "члены",
        ["организациям"] = "организации",
        ["учреждениям"] = "учреждения",
        ["школам"] = "школы",
        ["методистам"] = "методисты",
        ["специалистам"] = "специалисты",
        ["заместителям"] = "заместители",
        ["педагогам"] = "педагоги",
        ["наставникам"] = "наставники",
        ["начальникам"] = "начальники",
        ["исполняющему"] = "исполняющий",
        ["программисту"] = "программист",
        ["главе"] = "глава",
        ["главы"] = "глава",
        ["лицам"] = "лица",
        ["органам"] = "органы",
        ["отделам"] = "отделы",
    };

    /// <summary>The phrase with its leading adjectives and its head noun in the nominative; what depends on the head stays.</summary>
    public static string Nominative(string phrase, SourceCase from = SourceCase.Genitive)
    {
        var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var head = Array.FindIndex(words, w => Nouns.ContainsKey(w.Trim('«', '"', ',')));
        if (head is < 0 or > 5) return phrase;
        var noun = Nouns[words[head].Trim('«', '"', ',')];
        for (var i = 0; i < head; i++)
            if (AdjectiveEnding().IsMatch(words[i])) words[i] = Adjective(words[i], noun, from);
        words[head] = Match(words[head], noun);
        return string.Join(' ', words);
    }

    /// <summary>A surname with initials, or a full name, in the nominative.</summary>
    /// <param name="name">As written.</param>
    /// <param name="from">The case it stands in.</param>
    /// <param name="woman">Known from the position («заведующей»); the patronymic tells it too.</param>
    public static string Person(string name, SourceCase from, bool woman = false)
    {
        var words = name.Replace(",", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        woman |= words.Any(w => WomanPatronymic().IsMatch(w));
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Contains('.', StringComparison.Ordinal) && !Joined().IsMatch(words[i])) continue;
            words[i] = Joined().IsMatch(words[i])
                ? Joined().Replace(words[i], m => m.Groups[1].Value + Surname(m.Groups[2].Value, from, woman))
                : Surname(words[i], from, woman);
        }

        return string.Join(' ', words);
    }

    private static string Surname(string word, SourceCase from, bool woman) => word switch
    {
        _ when PatronymicDative().Match(word) is { Success: true } p => p.Groups[1].Value + (p.Groups[2].Value[0] == 'в' && p.Groups[2].Value.Contains('н', StringComparison.Ordinal) ? "вна" : p.Groups[2].Value.StartsWith("ичн", StringComparison.Ordinal) ? "ична" : "вич"),
        _ when PossessiveWoman().Match(word) is { Success: true } s => s.Groups[1].Value + "а",
        _ when from == SourceCase.Accusative && PossessiveAccusative().Match(word) is { Success: true } a => a.Groups[1].Value + "а",
        _ when from == SourceCase.Accusative && PossessiveMan().Match(word) is { Success: true } m => m.Groups[1].Value,
        _ when !woman && from == SourceCase.Dative && PossessiveAccusative().Match(word) is { Success: true } d => d.Groups[1].Value,
        _ when woman && word.Length > 4 && word.EndsWith("ой", StringComparison.Ordinal) => word[..^2] + "ая",
        _ when word.EndsWith("ской", StringComparison.Ordinal) || word.EndsWith("цкой", StringComparison.Ordinal) => word[..^2] + "ая",
        _ when from == SourceCase.Accusative && word.EndsWith("ую", StringComparison.Ordinal) => word[..^2] + "ая",
        _ when word.EndsWith("скому", StringComparison.Ordinal) || word.EndsWith("цкому", StringComparison.Ordinal) || word.EndsWith("ского", StringComparison.Ordinal) || word.EndsWith("цкого", StringComparison.Ordinal) => word[..^3] + "ий",
        _ => word,
    };

    private static string Adjective(string word, string noun, SourceCase from)
    {
        var stem = AdjectiveEnding().Replace(word, "");
        var soft = word.EndsWith("ему", StringComparison.Ordinal) || word.EndsWith("его", StringComparison.Ordinal) || word.EndsWith("ей", StringComparison.Ordinal) || stem[^1] is 'к' or 'г' or 'х' or 'щ' or 'ш';
        if (noun.EndsWith("ая", StringComparison.Ordinal) || noun.EndsWith('а') && !noun.EndsWith("ктора", StringComparison.Ordinal) || noun.EndsWith("ия", StringComparison.Ordinal))
            return stem + (stem[^1] == 'н' && word.EndsWith("ей", StringComparison.Ordinal) ? "яя" : "ая");
        if (noun.EndsWith("ие", StringComparison.Ordinal) || noun.EndsWith("во", StringComparison.Ordinal)) return stem + (soft && stem[^1] is not ('к' or 'г' or 'х') ? "ее" : "ое");
        if (word.EndsWith("ым", StringComparison.Ordinal) || word.EndsWith("им", StringComparison.Ordinal) || word.EndsWith("ых", StringComparison.Ordinal) || word.EndsWith("их", StringComparison.Ordinal)) return stem + (soft ? "ие" : "ые");
        return from is SourceCase.Genitive or SourceCase.Dative or SourceCase.Accusative ? stem + (soft ? "ий" : "ый") : word;
    }

    private static string Match(string written, string noun)
    {
        var prefix = written[..^written.TrimStart('«', '"').Length];
        var suffix = written[written.TrimEnd(',').Length..];
        var bare = written.Trim('«', '"', ',');
        if (bare.Length > 1 && bare.All(char.IsUpper)) noun = noun.ToUpperInvariant();
        else if (char.IsUpper(bare[0])) noun = char.ToUpperInvariant(noun[0]) + noun[1..];
        return prefix + noun + suffix;
    }

    [GeneratedRegex(@"(?<=\p{L}{2})(?:ому|ему|ого|его|ой|ей|ым|им|ых|их|ую|юю)$", RegexOptions.CultureInvariant)]
    private static partial Regex AdjectiveEnding();

    [GeneratedRegex(@"(?:вн[аеуы]|ичн[аеуы])$", RegexOptions.CultureInvariant)]
    private static partial Regex WomanPatronymic();

    [GeneratedRegex(@"^((?:\p{Lu}\.)+)(\p{Lu}\p{L}+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Joined();

    [GeneratedRegex(@"^(\p{Lu}\p{L}+?)(вне|вну|вны|ичне|ичну|вичу|вича)$", RegexOptions.CultureInvariant)]
    private static partial Regex PatronymicDative();

    [GeneratedRegex(@"^(\p{Lu}\p{L}*(?:ов|ев|ёв|ин|ын))ой$", RegexOptions.CultureInvariant)]
    private static partial Regex PossessiveWoman();

    [GeneratedRegex(@"^(\p{Lu}\p{L}*(?:ов|ев|ёв|ин|ын))у$", RegexOptions.CultureInvariant)]
    private static partial Regex PossessiveAccusative();

    [GeneratedRegex(@"^(\p{Lu}\p{L}*(?:ов|ев|ёв|ин|ын))а$", RegexOptions.CultureInvariant)]
    private static partial Regex PossessiveMan();
}
