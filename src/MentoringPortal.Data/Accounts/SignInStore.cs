using System.Security.Cryptography;
using System.Text;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Pairs;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data.Accounts;

/// <summary>What the cookie's session is worth now.</summary>
public sealed record LiveSession(Actor Actor, bool MustChangePassword, DateTime? PreviousSignInAt);

/// <summary>
/// Sign-in, sessions and one-time links: the only doors through which somebody who is nobody yet touches the database, therefore in Data with
/// the system's scope. Every refusal of a password looks alike and costs one hash evaluation (AU3).
/// </summary>
public sealed class SignInStore(PortalDbFactory factory, IPasswordHasher<PortalUser> hasher, StrangersPassword stranger, ILookupNormalizer normalizer, TimeProvider time)
{
    /// <summary>AU2: five wrong passwords close the account for a quarter of an hour.</summary>
    public const int AttemptsAllowed = 5;
    public static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);
    /// <summary>AU4: a session ends after half an hour of silence and after twelve hours in any case.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Absolute = TimeSpan.FromHours(12);
    /// <summary>AU1: a one-time password lives a day.</summary>
    public static readonly TimeSpan OneTimePassword = TimeSpan.FromHours(24);
    /// <summary>AU8: a link for a forgotten password lives an hour.</summary>
    public static readonly TimeSpan ResetTerm = TimeSpan.FromHours(1);
    /// <summary>A seen-mark is written once a minute at the most, not at every request.</summary>
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Starts a session, or returns null; why it was refused is told to nobody but the journal.</summary>
    public async Task<UserSession?> SignIn(string email, string password, CancellationToken cancel)
    {
        await using var db = factory.System("вход");
        var name = normalizer.NormalizeEmail(email.Trim());
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == name, cancel);
        // The slot is taken before the password is looked at: two hundred parallel guesses find five slots.
        if (user is not { IsDisabled: false, PasswordHash: { } hash } || await TakeAttempt(db, user.Id, cancel) is not { } attempt)
        {
            hasher.VerifyHashedPassword(StrangersPassword.Owner, stranger.Hash, password);
            await db.Record(AuditAction.SignInFailed, nameof(PortalUser), user?.Id.ToString(), cancel: cancel);
            return null;
        }
        var verdict = hasher.VerifyHashedPassword(user, hash, password);
        var session = verdict == PasswordVerificationResult.Failed || user.PasswordExpiresAt < Now
            ? null
            : await Start(db, user, verdict == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(user, password) : hash, cancel);
        if (session is null)
            await RecordRefusal(db, user.Id, attempt, cancel);
        return session;
    }

    /// <summary>Counts an attempt before it is judged. The last one locks the account at once, so that a request that breaks off leaves it neither open nor locked for good.</summary>
    /// <returns>The number of the attempt, or null where none is allowed.</returns>
    private async Task<int?> TakeAttempt(PortalDb db, int userId, CancellationToken cancel)
    {
        var now = new DateTimeOffset(Now, TimeSpan.Zero);
        while (true)
        {
            var seen = await db.Users.Where(u => u.Id == userId).Select(u => new { u.AccessFailedCount, u.LockoutEnd }).SingleAsync(cancel);
            if (seen.LockoutEnd > now)
                return null;
            // A lock that has run out gives five new attempts.
            var number = seen.LockoutEnd is null ? seen.AccessFailedCount + 1 : 1;
            DateTimeOffset? end = number >= AttemptsAllowed ? now + Lockout : null;
            if (await db.Users.Where(u => u.Id == userId && u.AccessFailedCount == seen.AccessFailedCount && u.LockoutEnd == seen.LockoutEnd)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.AccessFailedCount, number).SetProperty(u => u.LockoutEnd, end), cancel) == 1)
                return number;
        }
    }

    private static Task RecordRefusal(PortalDb db, int userId, int attempt, CancellationToken cancel) => db.Record(
        attempt >= AttemptsAllowed ? AuditAction.LockedOut : AuditAction.SignInFailed, nameof(PortalUser), userId.ToString(), cancel: cancel);

    /// <summary>The program's own notes on the account: no edit of it, so that they move no version. A password changed or an account disabled meanwhile lets nobody in.</summary>
    private async Task<UserSession?> Start(PortalDb db, PortalUser user, string hash, CancellationToken cancel)
    {
        var session = new UserSession { Id = Guid.NewGuid(), UserId = user.Id, StartedAt = Now, SeenAt = Now };
        db.UserSessions.Add(session);
        var isStarted = await db.SaveIf(async () =>
        {
            await db.Record(AuditAction.SignedIn, nameof(PortalUser), user.Id.ToString(), person: ActorOf(user), cancel: cancel);
            return await db.Users.Where(u => u.Id == user.Id && u.PasswordHash == user.PasswordHash && !u.IsDisabled).ExecuteUpdateAsync(set => set
                .SetProperty(u => u.PasswordHash, hash)
                .SetProperty(u => u.AccessFailedCount, 0).SetProperty(u => u.LockoutEnd, (DateTimeOffset?)null)
                .SetProperty(u => u.PreviousSignInAt, u => u.LastSignInAt).SetProperty(u => u.LastSignInAt, Now), cancel) == 1;
        }, cancel);
        return isStarted ? session : null;
    }

    /// <summary>Asked at every request, so that an ended session, a disabled account or a changed role is obeyed at once (AU4, AU5).</summary>
    public async Task<LiveSession?> Find(Guid sessionId, CancellationToken cancel)
    {
        await using var db = factory.System("сеанс");
        var session = await db.UserSessions.Include(s => s.User).SingleOrDefaultAsync(s => s.Id == sessionId, cancel);
        if (session is not { EndedAt: null, User: { IsDisabled: false } user } || Now - session.SeenAt > Idle || Now - session.StartedAt > Absolute)
            return null;
        if (Now - session.SeenAt > SeenStep)
            await db.UserSessions.Where(s => s.Id == sessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, Now), cancel);
        return new LiveSession(await ReachingActor(db, user, cancel), user.MustChangePassword, user.PreviousSignInAt);
    }

    /// <summary>The person as the scope needs him, where it is not his own request.</summary>
    internal async Task<Actor> ActorOf(PortalUser user, CancellationToken cancel)
    {
        await using var db = factory.System("сеанс");
        return await ReachingActor(db, user, cancel);
    }

    /// <summary>Whose calendar a secret address opens; null for one that is unknown or taken back, or whose owner's account is disabled.</summary>
    public async Task<Actor?> FindFeed(string code, CancellationToken cancel)
    {
        await using var db = factory.System("адрес календаря");
        var hash = HashOf(code);
        var user = await db.CalendarFeeds.Where(f => f.CodeHash == hash && !f.User!.IsDisabled).Select(f => f.User!).SingleOrDefaultAsync(cancel);
        return user is null ? null : await ReachingActor(db, user, cancel);
    }

    private static async Task<Actor> ReachingActor(PortalDb db, PortalUser user, CancellationToken cancel) =>
        user.Role == Role.Mentor ? ActorOf(user) with { Reach = await ReachOf(db, user, cancel) } : ActorOf(user);

    /// <summary>A mentor's pairs at work, with their mentees; one whose consents are not confirmed is hidden from him.</summary>
    private static async Task<MentorReach> ReachOf(PortalDb db, PortalUser user, CancellationToken cancel)
    {
        var own = await db.Mentors.Where(m => m.UserId == user.Id && m.OrganizationId == user.OrganizationId)
            .Select(m => new { m.Id, m.PersonId }).SingleOrDefaultAsync(cancel);
        if (own is null)
            return MentorReach.Nothing;
        // From his few pairs to their mentees: at each of his requests. Whom his organization has let go sees none, though another that has him on loan may not have ended its pair yet.
        var mentees = await db.PairMentors
            .Where(x => x.MentorId == own.Id && x.Mentor!.LeftOn == null && x.To == null && x.Pair!.State == PairState.Active && x.Pair.UnconfirmedUntil == null)
            .SelectMany(x => x.Pair!.Mentees.Where(m => m.To == null).Select(m => new { m.PairId, m.MenteeId, m.Mentee!.PersonId })).ToListAsync(cancel);
        return new MentorReach([.. mentees.Select(m => m.PairId).Distinct()], [.. mentees.Select(m => m.MenteeId)], [own.PersonId, .. mentees.Select(m => m.PersonId)]) { OwnPersonId = own.PersonId };
    }

    public async Task SignOut(Guid sessionId, CancellationToken cancel)
    {
        await using var db = factory.System("выход");
        if (await db.UserSessions.Include(s => s.User).SingleOrDefaultAsync(s => s.Id == sessionId && s.EndedAt == null, cancel) is not { User: { } user } session)
            return;
        session.EndedAt = Now;
        await db.SaveWith(() => db.Record(AuditAction.SignedOut, nameof(PortalUser), user.Id.ToString(), person: ActorOf(user), cancel: cancel), cancel);
    }

    /// <summary>Ends every session of the person, this browser's too.</summary>
    public async Task SignOutEverywhere(int userId, CancellationToken cancel)
    {
        await using var db = factory.System("выход");
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        var ended = await EndSessions(db, userId, cancel);
        await db.SaveWith(() => db.Record(AuditAction.SessionsEnded, nameof(PortalUser), userId.ToString(), $"сеансов: {ended}", ActorOf(user), cancel), cancel);
    }

    /// <summary>Who may set a password by this link; null for a link that is unknown, used or out of date.</summary>
    public async Task<AccountLink?> FindLink(string code, CancellationToken cancel)
    {
        await using var db = factory.System("одноразовая ссылка");
        return await Usable(db, code).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Names of this municipality: a password made of them is easily guessed (AU1).</summary>
    public async Task<IReadOnlyList<string>> LocalNames(CancellationToken cancel)
    {
        await using var db = factory.System("слова паролей");
        var card = await db.Departments.AsNoTracking().SingleAsync(cancel);
        return [card.Name, card.ShortName, card.Municipality, card.Place, .. await db.Organizations.Select(o => o.ShortName).ToListAsync(cancel)];
    }

    /// <summary>Uses the link once: sets the password, ends all sessions and all other links of the person.</summary>
    public async Task<bool> UseLink(string code, string password, CancellationToken cancel)
    {
        await using var db = factory.System("одноразовая ссылка");
        if (await Usable(db, code).SingleOrDefaultAsync(cancel) is not { User: { } user })
            return false;
        SetPassword(user, password);
        foreach (var link in await db.AccountLinks.Where(l => l.UserId == user.Id && l.UsedAt == null).ToListAsync(cancel))
            link.UsedAt = Now;
        return await SavePassword(db, user, cancel);
    }

    /// <summary>Changes the person's own password; false where the current one is wrong.</summary>
    public async Task<bool> ChangePassword(int userId, string current, string password, CancellationToken cancel)
    {
        await using var db = factory.System("свой пароль");
        if (await TakeAttempt(db, userId, cancel) is not { } attempt)
            return false;
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        if (hasher.VerifyHashedPassword(user, user.PasswordHash!, current) == PasswordVerificationResult.Failed)
        {
            await RecordRefusal(db, userId, attempt, cancel);
            return false;
        }
        SetPassword(user, password);
        return await SavePassword(db, user, cancel);
    }

    /// <summary>A link for a forgotten password, made at the moment it is sent; null for an address without an open account.</summary>
    public async Task<ResetLink?> NewResetLink(string email, CancellationToken cancel)
    {
        await using var db = factory.System("забытый пароль");
        var name = normalizer.NormalizeEmail(email);
        if (await db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == name && !u.IsDisabled, cancel) is not { } user)
            return null;
        foreach (var former in await db.AccountLinks.Where(l => l.UserId == user.Id && l.UsedAt == null).ToListAsync(cancel))
            former.UsedAt = Now;
        var (code, hash) = NewLinkCode();
        var link = new AccountLink { UserId = user.Id, Purpose = AccountLinkPurpose.PasswordReset, CodeHash = hash, SecurityStamp = user.SecurityStamp, CreatedAt = Now, ExpiresAt = Now + ResetTerm };
        db.AccountLinks.Add(link);
        await db.SaveChangesAsync(cancel);
        return new ResetLink(code, link.ExpiresAt, user.DisplayName, user.Email!);
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
        (user.AccessFailedCount, user.LockoutEnd) = (0, null);
    }

    /// <summary>False where the account was changed in the same moment: a link pressed twice sets one password.</summary>
    private async Task<bool> SavePassword(PortalDb db, PortalUser user, CancellationToken cancel)
    {
        await EndSessions(db, user.Id, cancel);
        try
        {
            await db.SaveWith(() => db.Record(AuditAction.PasswordChanged, nameof(PortalUser), user.Id.ToString(), person: ActorOf(user), cancel: cancel), cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private static Actor ActorOf(PortalUser user) => new(user.Id, user.DisplayName, user.Role, user.OrganizationId);

    private async Task<int> EndSessions(PortalDb db, int userId, CancellationToken cancel)
    {
        var sessions = await db.UserSessions.Where(s => s.UserId == userId && s.EndedAt == null).ToListAsync(cancel);
        sessions.ForEach(s => s.EndedAt = Now);
        return sessions.Count;
    }

    private IQueryable<AccountLink> Usable(PortalDb db, string code)
    {
        var hash = HashOf(code);
        return db.AccountLinks.Include(l => l.User).Where(l => l.CodeHash == hash && l.UsedAt == null && l.ExpiresAt > Now && !l.User!.IsDisabled && l.SecurityStamp == l.User.SecurityStamp);
    }

    internal static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}

/// <summary>A fresh one-time link, for the letter alone: of the code only a hash is stored.</summary>
public sealed record ResetLink(string Code, DateTime ExpiresAt, string Name, string Email);

/// <summary>What is measured where there is no account to sign in to: one evaluation, as for everybody (AU3). Made once, when the portal first needs a sign-in.</summary>
public sealed class StrangersPassword(IPasswordHasher<PortalUser> hasher)
{
    public static readonly PortalUser Owner = new();

    public string Hash { get; } = hasher.HashPassword(Owner, Guid.NewGuid().ToString());
}
