using System.Text.RegularExpressions;
using MentoringPortal.Data.Mail;
using MentoringPortal.Web.Features.Mail;
using MentoringPortal.Web.Tests.Account;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MimeKit;

namespace MentoringPortal.Web.Tests.Mail;

[CollectionDefinition(Name)]
public sealed class MailCollection : ICollectionFixture<MailHost>
{
    public const string Name = "mail";
}

/// <summary>A portal whose mail server the test holds in its hand.</summary>
public sealed partial class MailHost : AccountHost
{
    public SmtpListener Smtp { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Mail:Host", "127.0.0.1");
        builder.UseSetting("Mail:Port", $"{Smtp.Port}");
        builder.UseSetting("Mail:From", "portal@demo.example");
        builder.UseSetting("Mail:Security", "None");
        builder.UseSetting("Mail:TimeoutSeconds", "5");
        // The tests make the passes themselves: each move of the clock would start one beside them.
        builder.ConfigureServices(services => services.Remove(services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationFactory is Func<IServiceProvider, MailSender>)));
        builder.UseSetting("Portal:PublicUrl", "https://portal.example");
    }

    /// <summary>One pass of the sender.</summary>
    public Task SendDue() => Services.GetRequiredService<MailSender>().SendDue(CancellationToken.None);

    public Task<List<OutboxMail>> Mails(string recipient) => Admin(db => db.Mails.AsNoTracking().Where(m => m.Recipient == recipient).OrderBy(m => m.Id).ToListAsync());

    /// <summary>Text of the letters that the server has taken for this address.</summary>
    public IReadOnlyList<string> Taken(string recipient) => [.. Smtp.Letters.Where(l => l.Recipient == recipient).Select(l => Read(l.Message))];

    public static string LinkIn(string letter) => Link().Match(letter).Value;

    private static string Read(string message)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(message));
        using var letter = MimeMessage.Load(stream);
        return $"{letter.Subject}\n{letter.TextBody}";
    }

    [GeneratedRegex(@"/account/link\?code=[0-9a-f]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            Smtp.Dispose();
    }
}
