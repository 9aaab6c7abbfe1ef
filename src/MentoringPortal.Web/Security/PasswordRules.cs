using MentoringPortal.Data.Accounts;

namespace MentoringPortal.Web.Security;

/// <summary>
/// ASVS 5.0 6.2: length instead of composition, nothing truncated, and no password that stands in lists of common ones or is made of the
/// words at hand. The judgement of likeness is zxcvbn's.
/// </summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 200;

    /// <summary>zxcvbn's scale 0–4; 3 is «safely unguessable» for an account with a lock.</summary>
    private const int ScoreNeeded = 3;

    private static readonly string[] Words =
    [
        "пароль", "парольпароль", "привет", "йцукен", "йцукенгшщзхъ", "фывапролд", "ячсмить", "qwerty", "любовь", "школа", "лицей", "гимназия", "наставник",
        "наставничество", "куратор", "учитель", "директор", "образование", "управление", "департамент", "администратор", "портал", "mentoring",
        "mentor", "portal", "nastavnik", "parol", "россия", "москва", "солнышко", "максим", "наташа", "сергей", "александр", "зайчик",
    ];

    /// <summary>Null for a good password, else what to tell the person.</summary>
    public static string? Complaint(string password, PortalUser user, IEnumerable<string> placeNames)
    {
        if (password.Length < Shortest)
            return $"Пароль короче {Shortest} знаков. Удобны три-четыре несвязанных слова.";
        if (password.Length > Longest)
            return $"Пароль длиннее {Longest} знаков.";
        if (user.IsDemo)
            return null;
        var known = Words.Concat(placeNames.SelectMany(n => n.Split([' ', '«', '»', '„', '“', '"', '.', ','], StringSplitOptions.RemoveEmptyEntries))).Concat(user.DisplayName.Split(' ')).Append(user.Email!.Split('@')[0])
            .Select(w => w.ToLowerInvariant()).Where(w => w.Length > 2);
        // Beyond a hundred characters likeness no longer matters and its search would take long.
        var head = password[..Math.Min(password.Length, 100)];
        return Zxcvbn.Zxcvbn.MatchPassword(head, known).Score >= ScoreNeeded
            ? null
            : "Такой пароль легко подобрать: он похож на распространённый или составлен из известных слов. Придумайте другой.";
    }
}
