using System.Security.Claims;
using MentoringPortal.Data;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Admin;

/// <summary>A link that was just made; its code is shown this once and kept nowhere.</summary>
public sealed record FreshLink(string Url, string Letter);

/// <summary>GET /admin/users/{userId}</summary>
public sealed record UserCard(int Id, string Email, AccountState State, bool IsSelf, bool HasPassword, DateTime? LastSignInAt, DateTime? LinkUntil, int Sessions,
    UserForm Form, IReadOnlyList<HistoryLine> History)
{
    public FreshLink? Link { get; init; }

    public static async Task<UserCard?> Load(PortalDb db, int userId, UserForm? typed, ClaimsPrincipal reader, MunicipalClock clock, CancellationToken cancel)
    {
        var actor = reader.Actor();
        if (await db.Users.AsNoTracking().ManagedBy(actor).SingleOrDefaultAsync(u => u.Id == userId, cancel) is not { } user)
            return null;
        var now = clock.UtcNow;
        var form = typed ?? new UserForm { Version = user.Version, Name = user.DisplayName, Role = user.Role, OrganizationId = user.OrganizationId };
        await form.Offer(db, actor, clock.Today, cancel);
        var link = await db.AccountLinks.Where(l => l.UserId == userId && l.UsedAt == null && l.ExpiresAt > now)
            .Select(l => (DateTime?)l.ExpiresAt).MaxAsync(cancel);
        var idle = now - SignInStore.Idle;
        var key = $"{userId}";
        return new(userId, user.Email!, AccountStates.Of(user.IsDisabled, user.LockoutEnd, user.PasswordHash is not null, now), userId == actor.UserId,
            user.PasswordHash is not null, user.LastSignInAt, link,
            await db.UserSessions.CountAsync(s => s.UserId == userId && s.EndedAt == null && s.SeenAt > idle, cancel), form,
            await Shared.History.Load(db, clock, a => a.Entity == nameof(PortalUser) && a.EntityId == key, cancel));
    }
}
