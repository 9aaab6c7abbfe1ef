using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Domain;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data.Mail;

/// <summary>
/// The outbox as the system keeps it: letters asked for by somebody who is nobody yet, and those that the sender takes. Several instances of the
/// portal may send at once: a letter belongs to the one whose conditional update has moved it.
/// </summary>
public sealed class MailQueue(PortalDbFactory factory, SignInStore accounts, TimeProvider time)
{
    /// <summary>RL1: a password is asked for again three times an hour and no more.</summary>
    public const int ResetsPerHour = 3;

    /// <summary>Whoever took a letter and died has it taken from him after so long.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Letters that need no hand any more are forgotten after so long.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Somebody says that he has forgotten the password. Whether there is such an account nobody looks at here: a known and an unknown address do the
    /// same work and get the same answer (AU3). The sender looks.
    /// </summary>
    public async Task AskReset(string email, CancellationToken cancel)
    {
        await using var db = factory.System("забытый пароль");
        var address = email.Trim().ToLowerInvariant();
        var hour = $"reset:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)))[..32]}:{Now.ToString("yyyyMMddHH", CultureInfo.InvariantCulture)}:";
        var asked = await db.Mails.CountAsync(m => m.Key!.StartsWith(hour), cancel);
        if (asked >= ResetsPerHour)
            return;
        db.Mails.Add(new OutboxMail { Kind = MailKind.PasswordReset, Recipient = address, Subject = "Новый пароль", Key = $"{hour}{asked}", QueuedAt = Now, NextAttemptAt = Now });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DomainException)
        {
            // Of two that ask in the same moment the first has asked for both.
            return;
        }
    }

    /// <summary>Letters whose time has come, the oldest first.</summary>
    public async Task<IReadOnlyList<int>> Due(int most, CancellationToken cancel)
    {
        await using var db = factory.System("отправка почты");
        return await db.Mails.Where(m => m.State == MailState.Waiting && m.NextAttemptAt <= Now).OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Id)
            .Select(m => m.Id).Take(most).ToListAsync(cancel);
    }

    /// <summary>Takes a letter, or answers null where somebody else has taken it.</summary>
    public async Task<OutboxMail?> Take(int mailId, CancellationToken cancel)
    {
        await using var db = factory.System("отправка почты");
        if (await db.Mails.AsNoTracking().SingleOrDefaultAsync(m => m.Id == mailId && m.State == MailState.Waiting && m.NextAttemptAt <= Now, cancel) is not { } seen)
            return null;
        var taken = await db.Mails.Where(m => m.Id == mailId && m.State == MailState.Waiting && m.Attempts == seen.Attempts && m.NextAttemptAt == seen.NextAttemptAt)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Attempts, seen.Attempts + 1).SetProperty(m => m.NextAttemptAt, Now + Lease), cancel);
        return taken == 1 ? await db.Mails.AsNoTracking().SingleAsync(m => m.Id == mailId, cancel) : null;
    }

    public Task Sent(OutboxMail mail, CancellationToken cancel) => Finish(mail, MailState.Sent, null, cancel);

    /// <summary>There is no such account: nothing was ever to be sent.</summary>
    public Task Drop(OutboxMail mail, CancellationToken cancel) => Finish(mail, MailState.Dropped, null, cancel);

    /// <summary>The letter waits longer each time, and is given up in the end.</summary>
    public async Task Failed(OutboxMail mail, string error, TimeSpan patience, CancellationToken cancel)
    {
        await using var db = factory.System("отправка почты");
        var next = MailDelays.Next(mail.Kind, mail.QueuedAt, mail.Attempts, patience, Now);
        await Own(db, mail).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, next is null ? MailState.Failed : MailState.Waiting)
            .SetProperty(m => m.NextAttemptAt, next ?? Now)
            .SetProperty(m => m.LastError, error), cancel);
    }

    /// <summary>An address is kept no longer than the letter is of use to anybody.</summary>
    public async Task Forget(CancellationToken cancel)
    {
        await using var db = factory.System("уборка почты");
        var since = Now - Kept;
        await db.Mails.Where(m => (m.State != MailState.Waiting && m.QueuedAt < since) || (m.State == MailState.Dropped && m.QueuedAt < Now.AddDays(-1)))
            .ExecuteDeleteAsync(cancel);
    }

    /// <summary>Writes one letter to each active account of these roles, as that person himself sees the portal. What has been written is not written twice.</summary>
    /// <param name="roles">Whom to write to.</param>
    /// <param name="key">Names the occasion; with the account it is unique.</param>
    /// <param name="write">The letter, or null where there is nothing to say.</param>
    /// <param name="cancel">Stops between two letters.</param>
    public async Task WriteOnce(IReadOnlyCollection<Role> roles, string key, Func<PortalDb, Task<(string Subject, string Body)?>> write, CancellationToken cancel)
    {
        List<PortalUser> people;
        await using (var db = factory.System("рассылка"))
        {
            var written = (await db.Mails.Where(m => m.Key!.StartsWith(key + ":")).Select(m => m.Key!).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
            people = await db.Users.AsNoTracking().Where(u => roles.Contains(u.Role) && !u.IsDisabled && u.PasswordHash != null).ToListAsync(cancel);
            people.RemoveAll(p => written.Contains($"{key}:{p.Id}"));
        }
        foreach (var person in people)
        {
            await using var own = factory.For(await accounts.ActorOf(person, cancel));
            if (await write(own) is { } letter)
                await Write(new OutboxMail
                {
                    Kind = MailKind.Digest,
                    Recipient = person.Email!.ToLowerInvariant(),
                    Subject = letter.Subject,
                    Body = letter.Body,
                    Key = $"{key}:{person.Id}",
                    QueuedAt = Now,
                    NextAttemptAt = Now,
                }, cancel);
        }
    }

    /// <summary>One letter to each active curator of these organizations; the occasion is written once. Returns to how many.</summary>
    public async Task<int> WriteToCurators(IReadOnlyCollection<int> organizationIds, string key, string subject, string body, CancellationToken cancel)
    {
        List<PortalUser> people;
        await using (var db = factory.System("рассылка"))
        {
            var written = (await db.Mails.Where(m => m.Key!.StartsWith(key + ":")).Select(m => m.Key!).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
            people = await db.Users.AsNoTracking()
                .Where(u => u.Role == Role.Curator && organizationIds.Contains(u.OrganizationId!.Value) && !u.IsDisabled && u.PasswordHash != null).ToListAsync(cancel);
            people.RemoveAll(p => written.Contains($"{key}:{p.Id}"));
        }
        foreach (var person in people)
            await Write(new OutboxMail
            {
                Kind = MailKind.Request,
                Recipient = person.Email!.ToLowerInvariant(),
                Subject = subject,
                Body = body,
                Key = $"{key}:{person.Id}",
                QueuedAt = Now,
                NextAttemptAt = Now,
            }, cancel);
        return people.Count;
    }

    private async Task Write(OutboxMail mail, CancellationToken cancel)
    {
        await using var db = factory.System("рассылка");
        db.Mails.Add(mail);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DomainException)
        {
            // The other instance was faster with the same letter.
            return;
        }
    }

    private async Task Finish(OutboxMail mail, MailState state, string? error, CancellationToken cancel)
    {
        await using var db = factory.System("отправка почты");
        DateTime? at = state == MailState.Sent ? Now : null;
        await Own(db, mail).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, state).SetProperty(m => m.Body, (string?)null).SetProperty(m => m.LastError, error).SetProperty(m => m.SentAt, at), cancel);
    }

    /// <summary>The letter as it was taken: one whose lease has run out meanwhile is somebody else's.</summary>
    private static IQueryable<OutboxMail> Own(PortalDb db, OutboxMail mail) =>
        db.Mails.Where(m => m.Id == mail.Id && m.State == MailState.Waiting && m.Attempts == mail.Attempts);
}
