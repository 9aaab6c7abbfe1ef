using System.Diagnostics;
using MentoringPortal.Data;
using MentoringPortal.Data.Mail;
using MentoringPortal.Web.Features.Mail;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentoringPortal.Web.Tests.Mail;

/// <summary>DF4: a mail server that is down, slow or rude delays letters and nothing else.</summary>
[Collection(MailCollection.Name)]
public sealed class OutboxTests(MailHost host) : IAsyncLifetime
{
    /// <summary>What other scenarios have left in the queue goes first.</summary>
    public Task InitializeAsync()
    {
        host.Smtp.Mood = SmtpMood.Takes;
        host.Time.Advance(MailDelays.After(int.MaxValue));
        return host.SendDue();
    }

    public Task DisposeAsync() => InitializeAsync();

    [Fact]
    public async Task DeadServer_DelaysTheLetterMoreAndMore_AndItArrivesWhenTheServerIsBack()
    {
        var (admin, email) = await NewAdmin();
        host.Smtp.Mood = SmtpMood.HangsUp;
        (await admin.Submit("/mail", [], "/mail/test")).Location.ShouldBe("/mail");
        await host.SendDue();
        var mail = (await host.Mails(email)).Single();
        (mail.State, mail.Attempts).ShouldBe((MailState.Waiting, 1));
        (mail.NextAttemptAt - host.Time.GetUtcNow().UtcDateTime).ShouldBe(MailDelays.After(1));
        await host.SendDue();
        (await host.Mails(email)).Single().Attempts.ShouldBe(1, "not before its time");

        host.Time.Advance(MailDelays.After(1));
        await host.SendDue();
        mail = (await host.Mails(email)).Single();
        (mail.NextAttemptAt - host.Time.GetUtcNow().UtcDateTime).ShouldBe(MailDelays.After(2));
        (await admin.Get("/mail")).Words.ShouldContain("Попыток: 2");

        host.Smtp.Mood = SmtpMood.Takes;
        host.Time.Advance(MailDelays.After(2));
        await host.SendDue();
        (await host.Mails(email)).Single().State.ShouldBe(MailState.Sent);
        host.Taken(email).Single().ShouldContain("Почта портала наставничества работает.");
    }

    [Fact]
    public async Task RefusedLetter_IsGivenUpAfterThreeDays_AndSentAgainByHand()
    {
        var (_, email) = await NewAdmin();
        host.Smtp.Mood = SmtpMood.RefusesRecipients;
        await Queue(email);
        for (var i = 0; i < 20 && (await host.Mails(email)).Single().State == MailState.Waiting; i++)
        {
            await host.SendDue();
            host.Time.Advance(TimeSpan.FromHours(12));
        }
        var mail = (await host.Mails(email)).Single();
        mail.State.ShouldBe(MailState.Failed);
        mail.Attempts.ShouldBeInRange(6, 12);
        mail.LastError.ShouldBe("Сервер не принимает письма для этого адреса (код 550).");

        host.Smtp.Mood = SmtpMood.Takes;
        var admin = await host.In(await host.Admin(db => db.Users.AsNoTracking().SingleAsync(u => u.Email == email)));
        (await admin.Get("/")).Words.ShouldContain("Писем не доставлено");
        (await admin.Submit("/mail?State=Failed", [], $"/mail/{mail.Id}/retry")).Location.ShouldBe("/mail");
        await host.SendDue();
        (await host.Mails(email)).Single().State.ShouldBe(MailState.Sent);
        (await admin.Post($"/mail/{mail.Id}/retry", new Dictionary<string, string>())).Status.ShouldBe(422);
    }

    [Fact]
    public async Task SilentServer_KeepsNoRequestWaiting()
    {
        host.Smtp.Mood = SmtpMood.Silent;
        var (_, email) = await NewAdmin();
        await Queue(email);
        var pass = host.SendDue();
        var watch = Stopwatch.StartNew();
        (await host.Anonymous().Submit("/account/forgot", new() { ["Email"] = email })).Status.ShouldBe(200);
        pass.IsCompleted.ShouldBeFalse("the sender still waits for the server");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15));
        await pass;
        (await host.Mails(email)).First().LastError.ShouldBe("Сервер почты не отвечает.");
    }

    [Fact]
    public async Task TwoSenders_SendALetterOnce()
    {
        var (_, email) = await NewAdmin();
        await Queue(email);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(host.SendDue)));
        host.Taken(email).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Sender_PassesByItself_WhileThePortalRuns()
    {
        var (_, email) = await NewAdmin();
        var sender = host.Services.GetRequiredService<MailSender>();
        await sender.StartAsync(CancellationToken.None);
        await Queue(email);
        var watch = Stopwatch.StartNew();
        while (host.Taken(email).Count == 0 && watch.Elapsed < TimeSpan.FromSeconds(30))
        {
            host.Time.Advance(TimeSpan.FromSeconds(15));
            await Task.Delay(50);
        }
        await sender.StopAsync(CancellationToken.None);
        host.Taken(email).Count.ShouldBe(1);
    }

    [Fact]
    public async Task AddressOfALetterSent_IsForgottenInAMonth()
    {
        var (_, email) = await NewAdmin();
        await Queue(email);
        await host.SendDue();
        host.Time.Advance(MailQueue.Kept + TimeSpan.FromDays(1));
        await host.SendDue();
        (await host.Mails(email)).ShouldBeEmpty();
    }

    private async Task<(Visitor Visitor, string Email)> NewAdmin()
    {
        var admin = await host.Add(Role.Admin);
        return (await host.In(admin), admin.Email!);
    }

    private Task Queue(string email) => host.Admin(db =>
    {
        db.Mails.Add(new OutboxMail
        {
            Kind = MailKind.Test,
            Recipient = email,
            Subject = "Проверка",
            Body = "Проверка",
            QueuedAt = host.Time.GetUtcNow().UtcDateTime,
            NextAttemptAt = host.Time.GetUtcNow().UtcDateTime,
        });
        return db.SaveChangesAsync();
    });
}

/// <summary>Without a mail server in the settings everything else works.</summary>
[Collection(Account.AccountCollection.Name)]
public sealed class MailSwitchedOffTests(Account.AccountHost host)
{
    [Fact]
    public async Task ForgottenPassword_SaysWhomToAsk()
    {
        var page = await host.Anonymous().Get("/account/forgot");
        page.Words.ShouldContain("Наставнику её даёт куратор его организации.");
        page.Html.QuerySelector("main form").ShouldBeNull();
        (await host.Anonymous().Post("/account/forgot", new Dictionary<string, string> { ["Email"] = "anybody@demo.example" })).Status.ShouldBe(200);
        (await host.Admin(db => db.Mails.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task PageOfTheAdministrator_SaysHowToSetItUp()
    {
        var admin = await host.In(await host.Add(Role.Admin));
        (await admin.Get("/mail")).Words.ShouldContain("Почта не настроена: задайте Mail__Host");
        (await admin.Post("/mail/test", new Dictionary<string, string>())).Status.ShouldBe(422);
    }
}
