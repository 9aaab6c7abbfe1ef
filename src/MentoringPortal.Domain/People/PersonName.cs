using MentoringPortal.Domain.Text;

namespace MentoringPortal.Domain.People;

/// <summary>Фамилия, имя, отчество as typed, without stray spaces; stored in NFC. What is typed in capitals or small letters alone gets a name's own.</summary>
public sealed record PersonName
{
    public PersonName(string surname, string given, string? patronymic)
    {
        Surname = Tidy(surname) ?? throw new DomainException("Укажите фамилию.", nameof(Surname));
        Given = Tidy(given) ?? throw new DomainException("Укажите имя.", nameof(Given));
        Patronymic = Tidy(patronymic);
    }

    public string Surname { get; }
    public string Given { get; }
    public string? Patronymic { get; }

    public string Full => string.Join(' ', new[] { Surname, Given, Patronymic }.Where(part => part is not null));

    /// <summary>Surname with initials: «Иванова А. П.».</summary>
    public string Short => Patronymic is null ? $"{Surname} {Given[0]}." : $"{Surname} {Given[0]}. {Patronymic[0]}.";

    /// <summary>Initials alone, where the full name is not shown: «И. А. П.».</summary>
    public string Initials => string.Join(' ', new[] { Surname, Given, Patronymic }.Where(part => part is not null).Select(part => part![0] + "."));

    /// <summary>What makes two spellings one name: neither case, nor Ё, nor the palochka's look-alikes tell people apart.</summary>
    public string Key => SearchKey.Of(Full);

    /// <summary>Reads «Фамилия Имя Отчество»; what follows the second word is the patronymic («Аль-Мухаммад оглы»).</summary>
    /// <exception cref="DomainException">Fewer than two words.</exception>
    public static PersonName Parse(string? text)
    {
        var words = (text ?? "").Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2
            ? new PersonName(words[0], words[1], words.Length > 2 ? words[2] : null)
            : throw new DomainException("Укажите фамилию и имя полностью.", "Name");
    }

    /// <summary>«Г.А. Ветров», as ГОСТ Р 7.0.97-2025 has it under a paper; what is no full name stays as it was typed.</summary>
    public static string Signed(string? text)
    {
        var words = (text ?? "").Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        return words.Length switch
        {
            0 => "",
            1 => words[0],
            // Typed with initials already: «Ветров Г.А.», «Г.А. Ветров».
            _ when words.Any(w => w.Contains('.', StringComparison.Ordinal)) => string.Join(' ', words.OrderByDescending(w => w.Contains('.', StringComparison.Ordinal))),
            _ => $"{words[1][0]}.{(words.Length > 2 ? $"{words[2][0]}." : "")} {words[0]}",
        };
    }

    private static string? Tidy(string? part)
    {
        var words = (part ?? "").Normalize(System.Text.NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : Cased(string.Join(' ', words));
    }

    /// <summary>«ИВАНОВА-ПЕТРОВА» and «иванова-петрова» are «Иванова-Петрова»; whoever typed both kinds of letters meant them.</summary>
    private static string Cased(string part)
    {
        if (Particles.Contains(part))
            return part;
        // The Latin letter stands for the palochka among Cyrillic letters alone: «MARIANI» has an ordinary one.
        var isCyrillic = part.Any(c => c is >= '\u0400' and <= '\u04BF' or >= '\u04D0' and <= '\u052F');
        bool IsPalochka(char c) => c is '\u04C0' or '\u04CF' || (c is 'I' && isCyrillic);
        var letters = part.Where(c => char.IsLetter(c) && !IsPalochka(c)).ToList();
        if (!letters.TrueForAll(char.IsLower) && (letters.Count < 2 || !letters.TrueForAll(char.IsUpper)))
            return part;
        var cased = part.ToCharArray();
        for (var i = 0; i < cased.Length; i++)
            if (!IsPalochka(cased[i]))
                cased[i] = BeginsName(part, i) ? char.ToUpperInvariant(part[i]) : char.ToLowerInvariant(part[i]);
        var words = new string(cased).Split(' ');
        return string.Join(' ', words.Select((word, i) => i > 0 && Particles.Contains(word) ? word.ToLowerInvariant() : word));
    }

    /// <summary>«Петрова» in «Иванова-Петрова», «Артаньян» in «Д'Артаньян»; the apostrophe of «Мар'яненко» stands inside a word.</summary>
    private static bool BeginsName(string part, int at) =>
        at == 0 || part[at - 1] is ' ' or '-' || (part[at - 1] is '\'' or '’' && (at == 2 || (at > 2 && part[at - 3] is ' ' or '-')));

    /// <summary>«Сын», «дочь» after a patronymic: written small.</summary>
    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase) { "оглы", "оглу", "кызы", "гызы", "кзы", "улы", "уулу", "угли" };
}
