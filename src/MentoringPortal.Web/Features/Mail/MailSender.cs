using System.Globalization;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Data.Mail;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Account;
using MentoringPortal.Web.Features.Reminders;
using MentoringPortal.Web.Features.Requests;

namespace MentoringPortal.Web.Features.Mail;

/// <summary>Sends what waits in the outbox, beside all requests: no page ever waits for the mail server.</summary>
public sealed partial class MailSender(IServiceScopeFactory scopes, MailPost post, MailSettings settings, MunicipalClock clock, TimeProvider time, ILogger<MailSender> log) : BackgroundService
{
    private const int LettersInOnePass = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");
    private DateOnly _cleanedOn;
    private DateOnly? _digestOf;
    private DateOnly? _remindedOn;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await SendDue(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // A database that is away, say: the letters wait, and the next pass finds them.
                LogPassFailed(error.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One pass: everything whose time has come, until the server proves to be down.</summary>
    public async Task SendDue(CancellationToken cancel)
    {
        // No request has set it here; the dates of letters are Russian.
        CultureInfo.CurrentCulture = Russian;
        await using var scope = scopes.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<MailQueue>();
        if (_cleanedOn != clock.Today)
        {
            await queue.Forget(cancel);
            _cleanedOn = clock.Today;
        }
        await WriteDigest(scope.ServiceProvider.GetRequiredService<MondayDigest>(), cancel);
        await WriteReminders(scope.ServiceProvider.GetRequiredService<RequestReminders>(), cancel);
        foreach (var mailId in await queue.Due(LettersInOnePass, cancel))
            if (await queue.Take(mailId, cancel) is { } mail && !await Send(mail, queue, scope.ServiceProvider.GetRequiredService<SignInStore>(), cancel))
                return;
    }

    private async Task WriteDigest(MondayDigest digest, CancellationToken cancel)
    {
        if (digest.Due() is not { } monday || monday == _digestOf)
            return;
        try
        {
            await digest.Write(monday, cancel);
            _digestOf = monday;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A digest that cannot be counted holds up nobody's password: the next pass tries again.
            LogDigestFailed(error.GetType().Name);
        }
    }

    private async Task WriteReminders(RequestReminders reminders, CancellationToken cancel)
    {
        if (_remindedOn == clock.Today || !reminders.IsTime)
            return;
        try
        {
            await reminders.Write(cancel);
            _remindedOn = clock.Today;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogRemindersFailed(error.GetType().Name);
        }
    }

    /// <returns>False where the server is down.</returns>
    private async Task<bool> Send(OutboxMail mail, MailQueue queue, SignInStore accounts, CancellationToken cancel)
    {
        var body = mail.Body;
        if (mail.Kind == MailKind.PasswordReset)
            body = await accounts.NewResetLink(mail.Recipient, cancel) is { } link ? AccountLetter.Reset(link, settings.PublicUrl, clock) : null;
        if (body is null)
        {
            await queue.Drop(mail, cancel);
            return true;
        }
        try
        {
            await post.Send(mail.Recipient, mail.Subject, body, cancel);
        }
        catch (MailRefusedException refusal)
        {
            await queue.Failed(mail, refusal.Message, settings.GiveUp, cancel);
            LogRefused(mail.Id, refusal.Message);
            return !refusal.IsServerDown;
        }
        await queue.Sent(mail, cancel);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "Mail {MailId} was not sent: {Reason}")]
    private partial void LogRefused(int mailId, string reason);

    [LoggerMessage(LogLevel.Error, "The Monday digest failed: {Error}")]
    private partial void LogDigestFailed(string error);

    [LoggerMessage(LogLevel.Error, "Reminders of requests failed: {Error}")]
    private partial void LogRemindersFailed(string error);

    [LoggerMessage(LogLevel.Error, "A pass over the outbox failed: {Error}")]
    private partial void LogPassFailed(string error);
}
