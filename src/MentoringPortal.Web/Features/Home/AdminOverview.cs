using MentoringPortal.Data;
using MentoringPortal.Data.Mail;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Home;

/// <summary>The admin's first screen: accounts that need a hand.</summary>
public sealed record AdminOverview(int Active, int Locked, int Disabled, int NeverSignedIn, int OpenLinks, int UnsentMails)
{
    public static async Task<AdminOverview> Load(PortalDb db, DateTime now, CancellationToken cancel)
    {
        var moment = new DateTimeOffset(now, TimeSpan.Zero);
        // A lock is compared in memory: DateTimeOffset does not compare on every database.
        var locks = await db.Users.Where(u => u.LockoutEnd != null).Select(u => u.LockoutEnd!.Value).ToListAsync(cancel);
        return new AdminOverview(
            await db.Users.CountAsync(u => !u.IsDisabled, cancel),
            locks.Count(end => end > moment),
            await db.Users.CountAsync(u => u.IsDisabled, cancel),
            await db.Users.CountAsync(u => !u.IsDisabled && u.LastSignInAt == null, cancel),
            await db.AccountLinks.CountAsync(l => l.UsedAt == null && l.ExpiresAt > now, cancel),
            await db.Mails.CountAsync(m => m.State == MailState.Failed, cancel));
    }
}
