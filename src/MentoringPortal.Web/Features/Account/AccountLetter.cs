using MentoringPortal.Data.Accounts;
using MentoringPortal.Domain.Time;

namespace MentoringPortal.Web.Features.Account;

/// <summary>Letters with one-time links. Their host is the portal's own setting, whatever a request says (AU8).</summary>
public static class AccountLetter
{
    public static string Url(string publicUrl, string code) => $"{publicUrl.TrimEnd('/')}/account/link?code={code}";

    public static string Reset(ResetLink link, string publicUrl, MunicipalClock clock) =>
        Of(link.Name, "Вы просили новый пароль для портала наставничества.", Url(publicUrl, link.Code), clock.Local(link.ExpiresAt), link.Email);

    /// <param name="name">Whom it greets.</param>
    /// <param name="occasion">Why he gets it, a sentence.</param>
    /// <param name="url">The one-time link.</param>
    /// <param name="until">In the municipality's time.</param>
    /// <param name="email">The name for signing in.</param>
    public static string Of(string name, string occasion, string url, DateTime until, string email) => $"""
        Здравствуйте, {name}!

        {occasion}
        Перейдите по ссылке и придумайте пароль:
        {url}

        Ссылка одноразовая и действует до {until:d MMMM yyyy 'г.', HH:mm}. Имя для входа: {email}.
        Если письмо пришло вам по ошибке, просто удалите его.
        """;
}
