using MailKit.Security;
using MentoringPortal.Web.Security;
using MentoringPortal.Web.Setup;

namespace MentoringPortal.Web.Features.Mail;

/// <summary>Settings <c>Mail__*</c>. Without <c>Mail__Host</c> the portal sends no mail, and everything else works.</summary>
/// <param name="Host">The mail server; null where mail is off.</param>
/// <param name="GiveUp">How long a letter is tried.</param>
/// <param name="Timeout">How long the server may be silent; shorter than the lease of a letter.</param>
public sealed record MailSettings(string? Host, int Port, string From, string? User, string? Password, SecureSocketOptions Security, TimeSpan GiveUp, TimeSpan Timeout, string PublicUrl)
{
    private const int SubmissionPort = 587, DefaultGiveUpDays = 3, DefaultTimeoutSeconds = 20;

    public bool IsOn => Host is not null;

    /// <exception cref="PortalSettingException">A setting cannot be read.</exception>
    public static MailSettings Read(IConfiguration settings)
    {
        var url = settings["Portal:PublicUrl"]!.TrimEnd('/');
        var mail = settings.GetSection("Mail");
        var host = mail["Host"];
        if (string.IsNullOrWhiteSpace(host))
            return new(null, 0, "", null, null, SecureSocketOptions.Auto, TimeSpan.Zero, TimeSpan.Zero, url);
        var from = mail["From"] ?? "";
        if (EmailRules.Complaint(from) is { } complaint)
            throw new PortalSettingException($"Настройка Mail__From: {complaint}");
        var security = mail["Security"] ?? nameof(SecureSocketOptions.Auto);
        if (!Enum.TryParse<SecureSocketOptions>(security, ignoreCase: true, out var option) || !Enum.IsDefined(option))
            throw new PortalSettingException($"Настройка Mail__Security: «{security}» не поддерживается, возможны {string.Join(", ", Enum.GetNames<SecureSocketOptions>())}.");
        return new(host, Number(mail, "Port", SubmissionPort, 65_535), from, NullIfEmpty(mail["User"]), mail["Password"], option,
            TimeSpan.FromDays(Number(mail, "GiveUpDays", DefaultGiveUpDays, 30)), TimeSpan.FromSeconds(Number(mail, "TimeoutSeconds", DefaultTimeoutSeconds, 120)), url);
    }

    private static int Number(IConfigurationSection mail, string name, int usual, int most) => mail[name] switch
    {
        null or "" => usual,
        var text when int.TryParse(text, out var number) && number >= 1 && number <= most => number,
        var text => throw new PortalSettingException($"Настройка Mail__{name}: «{text}» – не число от 1 до {most}."),
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
