using System.Security.Cryptography;
using System.Text;
using MentoringPortal.Data.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data.Accounts;

/// <summary>What the cookie's session is worth now.</summary>
public sealed record LiveSession(Actor Actor, bool MustChangePassword, DateTime? PreviousSignInAt);

/// <summary>
/// Sign-in, sessions and one-time links: the only doors through which somebody who is nobody yet touches the database, therefore in Data with
/// the system's scope. Every refusal of a password looks alike and costs one hash evaluation (AU3).
/// </summary>
public sealed class SignInStore(PortalDbFactory factory, IPasswordHasher<PortalUser> hasher, ILookupNormalizer normalizer, TimeProvider time)
{
    /// <summary>AU2: five wrong passwords close the account for a quarter of an hour.</summary>
    public const int AttemptsAllowed = 5;
    public static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);
    /// <summary>AU4: a session ends after half an hour of silence and after twelve hours in any case.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Absolute = TimeSpan.FromHours(12);
    /// <summary>AU1: a one-time password lives a day.</summary>
    public static readonly TimeSpan OneTimePassword = TimeSpan.FromHours(24);
    /// <summary>A seen-mark is written once a minute at the most, not at every request.</summary>
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);

    private static readonly PortalUser Stranger = new();
    private readonly Lazy<string> _strangersHash = new(() => hasher.HashPassword(Stranger, Guid.NewGuid().ToString()));

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Starts a session, or returns null; why it was refused is told to nobody but the journal.</summary>
    public async Task<UserSession?> SignIn(string email, string password, CancellationToken cancel)
    {
        await using var db = factory.System("sign-in");
        var name = normalizer.NormalizeEmail(email.Trim());
        var user = await db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == name, cancel);
        // The slot is taken before the password is looked at: two hundred parallel guesses find five slots.
        if (user is null || user.IsDisabled || user.PasswordHash is null || !await TakeAttempt(db, user.Id, cancel))
        {
            hasher.VerifyHashedPassword(Stranger, _strangersHash.Value, password);
            await db.Record(AuditAction.SignInFailed, nameof(PortalUser), user?.Id.ToString(), cancel: cancel);
            return null;
        }
        var verdict = hasher.VerifyHashedPassword(user, user.PasswordHash, password);
        await db.Entry(user).ReloadAsync(cancel);
        if (verdict == PasswordVerificationResult.Failed || user.PasswordExpiresAt < Now)
            return await Refuse(db, user, cancel);
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
            user.PasswordHash = hasher.HashPassword(user, password);
        return await Start(db, user, cancel);
    }

    private async Task<bool> TakeAttempt(PortalDb db, int userId, CancellationToken cancel)
    {
        var now = new DateTimeOffset(Now, TimeSpan.Zero);
        var user = await db.Users.AsNoTracking().Where(u => u.Id == userId).Select(u => new { u.LockoutEnd }).SingleAsync(cancel);
        // A lock that has run out gives five new attempts.
        if (user.LockoutEnd is { } end && end <= now)
            await db.Users.Where(u => u.Id == userId && u.LockoutEnd == end)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.LockoutEnd, (DateTimeOffset?)null).SetProperty(u => u.AccessFailedCount, 0), cancel);
        return await db.Users.Where(u => u.Id == userId && u.LockoutEnd == null && u.AccessFailedCount < AttemptsAllowed)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.AccessFailedCount, u => u.AccessFailedCount + 1), cancel) == 1;
    }

    private async Task<UserSession?> Refuse(PortalDb db, PortalUser user, CancellationToken cancel)
    {
        var locked = user.AccessFailedCount >= AttemptsAllowed;
        if (locked)
        {
            user.LockoutEnd = new DateTimeOffset(Now + Lockout, TimeSpan.Zero);
            await db.SaveChangesAsync(cancel);
        }
        await db.Record(locked ? AuditAction.LockedOut : AuditAction.SignInFailed, nameof(PortalUser), user.Id.ToString(), cancel: cancel);
        return null;
    }

    private async Task<UserSession> Start(PortalDb db, PortalUser user, CancellationToken cancel)
    {
        var session = new UserSession { Id = Guid.NewGuid(), UserId = user.Id, StartedAt = Now, SeenAt = Now };
        db.UserSessions.Add(session);
        user.AccessFailedCount = 0;
        (user.PreviousSignInAt, user.LastSignInAt) = (user.LastSignInAt, Now);
        await db.SaveChangesAsync(cancel);
        await db.Record(AuditAction.SignedIn, nameof(PortalUser), user.Id.ToString(), cancel: cancel);
        return session;
    }

    /// <summary>Asked at every request, so that an ended session, a disabled account or a changed role is obeyed at once (AU4, AU5).</summary>
    public async Task<LiveSession?> Find(Guid sessionId, CancellationToken cancel)
    {
        await using var db = factory.System("session");
        var session = await db.UserSessions.Include(s => s.User).SingleOrDefaultAsync(s => s.Id == sessionId, cancel);
        if (session is not { EndedAt: null, User: { IsDisabled: false } user } || Now - session.SeenAt > Idle || Now - session.StartedAt > Absolute)
            return null;
        if (Now - session.SeenAt > SeenStep)
            await db.UserSessions.Where(s => s.Id == sessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, Now), cancel);
        return new LiveSession(new Actor(user.Id, user.DisplayName, user.Role, user.OrganizationId), user.MustChangePassword, user.PreviousSignInAt);
    }

    public async Task SignOut(Guid sessionId, CancellationToken cancel)
    {
        await using var db = factory.System("sign-out");
        if (await db.UserSessions.SingleOrDefaultAsync(s => s.Id == sessionId && s.EndedAt == null, cancel) is not { } session)
            return;
        session.EndedAt = Now;
        await db.SaveChangesAsync(cancel);
        await db.Record(AuditAction.SignedOut, nameof(PortalUser), session.UserId.ToString(), cancel: cancel);
    }

    /// <summary>Who may set a password by this link; null for a link that is unknown, used or out of date.</summary>
    public async Task<AccountLink?> FindLink(string code, CancellationToken cancel)
    {
        await using var db = factory.System("account link");
        return await Usable(db, code).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Uses the link once: sets the password, ends all sessions and all other links of the person.</summary>
    public async Task<bool> UseLink(string code, string password, CancellationToken cancel)
    {
        await using var db = factory.System("account link");
        if (await Usable(db, code).SingleOrDefaultAsync(cancel) is not { User: { } user })
            return false;
        SetPassword(user, password);
        (user.AccessFailedCount, user.LockoutEnd) = (0, null);
        foreach (var link in await db.AccountLinks.Where(l => l.UserId == user.Id && l.UsedAt == null).ToListAsync(cancel))
            link.UsedAt = Now;
        await EndSessions(db, user.Id, cancel);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Changes the person's own password; false where the current one is wrong.</summary>
    public async Task<bool> ChangePassword(int userId, string current, string password, CancellationToken cancel)
    {
        await using var db = factory.System("own password");
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        if (!await TakeAttempt(db, userId, cancel))
            return false;
        await db.Entry(user).ReloadAsync(cancel);
        if (hasher.VerifyHashedPassword(user, user.PasswordHash!, current) == PasswordVerificationResult.Failed)
        {
            await Refuse(db, user, cancel);
            return false;
        }
        user.AccessFailedCount = 0;
        SetPassword(user, password);
        await EndSessions(db, userId, cancel);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>256 random bits for a link; only their hash is stored.</summary>
    public static (string Code, string Hash) NewLinkCode()
    {
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (code, HashOf(code));
    }

    private void SetPassword(PortalUser user, string password)
    {
        user.PasswordHash = hasher.HashPassword(user, password);
        user.SecurityStamp = Guid.NewGuid().ToString();
        user.MustChangePassword = false;
        user.PasswordExpiresAt = null;
    }

    private async Task EndSessions(PortalDb db, int userId, CancellationToken cancel)
    {
        foreach (var session in await db.UserSessions.Where(s => s.UserId == userId && s.EndedAt == null).ToListAsync(cancel))
            session.EndedAt = Now;
    }

    private IQueryable<AccountLink> Usable(PortalDb db, string code)
    {
        var hash = HashOf(code);
        return db.AccountLinks.Include(l => l.User).Where(l => l.CodeHash == hash && l.UsedAt == null && l.ExpiresAt > Now && !l.User!.IsDisabled);
    }

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
