using System.Net.Mail;

namespace MentoringPortal.Web.Security;

/// <summary>
/// An e-mail that names an account is ASCII throughout (UN4): «аdmin» with a Cyrillic «а» must not stand beside «admin», and no domain may
/// mix alphabets to look like another. Domains in other alphabets are written in their ASCII form (xn--…), as mail programs send them.
/// </summary>
public static class EmailRules
{
    /// <summary>Null for a good address, else what to tell the person.</summary>
    public static string? Complaint(string email)
    {
        foreach (var rune in email.EnumerateRunes())
            if (!rune.IsAscii)
                return $"Адрес почты пишут латинскими буквами, а в нём есть знак «{rune}»{(rune.Value is >= 0x0400 and <= 0x052F ? " русской раскладки" : "")}.";
        return MailAddress.TryCreate(email, out var address) && address.Address == email && address.Host.Contains('.', StringComparison.Ordinal)
            ? null
            : "Напишите адрес почты целиком, например ivanova@school7.ru.";
    }
}
