using MentoringPortal.Data;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Account;
using MentoringPortal.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Admin;

/// <summary>What is done to accounts: links, disabling, another role, ended sessions.</summary>
public sealed class AccountOffice(PortalDb db, MunicipalClock clock, IConfiguration settings)
{
    public static readonly TimeSpan InvitationTerm = TimeSpan.FromDays(7);

    /// <summary>Makes a one-time link and puts out those made before: an invitation for who never had a password, else a new password.</summary>
    /// <returns>The link and a letter with it. Its host is the portal's own setting, whatever the request says (AU8).</returns>
    public async Task<FreshLink> NewLink(PortalUser user, CancellationToken cancel)
    {
        if (user.IsDisabled)
            throw new DomainException("Учётная запись отключена. Сначала включите её.");
        await PutOutLinks(user, cancel);
        var invites = user.PasswordHash is null;
        var (code, hash) = SignInStore.NewLinkCode();
        var link = new AccountLink
        {
            UserId = user.Id,
            Purpose = invites ? AccountLinkPurpose.Invitation : AccountLinkPurpose.PasswordReset,
            CodeHash = hash,
            SecurityStamp = user.SecurityStamp,
            CreatedAt = clock.UtcNow,
            ExpiresAt = clock.UtcNow + (invites ? InvitationTerm : SignInStore.ResetTerm),
        };
        db.AccountLinks.Add(link);
        await db.SaveChangesAsync(cancel);
        var url = AccountLetter.Url(settings["Portal:PublicUrl"]!, code);
        var occasion = invites ? "Для вас открыта учётная запись на портале наставничества." : "Вы просили новый пароль для портала наставничества.";
        return new FreshLink(url, AccountLetter.Of(user.DisplayName, occasion, url, clock.Local(link.ExpiresAt), user.Email!));
    }

    /// <exception cref="DomainException">One's own account, or the last active admin's.</exception>
    public async Task Disable(PortalUser user, Actor actor, CancellationToken cancel)
    {
        if (user.Id == actor.UserId)
            throw new DomainException("Свою учётную запись отключить нельзя.");
        user.IsDisabled = true;
        await PutOutLinks(user, cancel);
        await EndSessions(user, cancel);
        await SaveKeepingAnAdmin(cancel);
    }

    /// <summary>Another name, role or organization; a change of rights ends the person's sessions at once (AU5).</summary>
    /// <exception cref="DomainException">One's own role, or the last active admin's.</exception>
    public async Task Change(PortalUser user, UserForm form, Actor actor, CancellationToken cancel)
    {
        db.Expect(user, form.Version);
        var organizationId = form.CheckedOrganization();
        if (user.Role != form.Role || user.OrganizationId != organizationId)
        {
            if (user.Id == actor.UserId)
                throw new DomainException("Свою роль изменить нельзя: попросите другого администратора.", nameof(form.Role));
            (user.Role, user.OrganizationId) = (form.Role!.Value, organizationId);
            await EndSessions(user, cancel);
        }
        user.DisplayName = form.Name.Trim();
        await SaveKeepingAnAdmin(cancel);
    }

    public async Task EndAllSessions(PortalUser user, CancellationToken cancel)
    {
        var ended = await EndSessions(user, cancel);
        await db.SaveWith(() => db.Record(AuditAction.SessionsEnded, nameof(PortalUser), $"{user.Id}", $"сеансов: {ended}", cancel: cancel), cancel);
    }

    private async Task<int> EndSessions(PortalUser user, CancellationToken cancel)
    {
        var sessions = await db.UserSessions.Where(s => s.UserId == user.Id && s.EndedAt == null).ToListAsync(cancel);
        sessions.ForEach(s => s.EndedAt = clock.UtcNow);
        return sessions.Count;
    }

    private async Task PutOutLinks(PortalUser user, CancellationToken cancel)
    {
        foreach (var link in await db.AccountLinks.Where(l => l.UserId == user.Id && l.UsedAt == null).ToListAsync(cancel))
            link.UsedAt = clock.UtcNow;
    }

    /// <summary>Saves first and counts after, in one transaction: of two admins who disable each other at once, one is refused.</summary>
    private async Task SaveKeepingAnAdmin(CancellationToken cancel)
    {
        if (!await db.SaveIf(() => db.Users.AnyAsync(u => u.Role == Role.Admin && !u.IsDisabled && u.PasswordHash != null, cancel), cancel))
            throw new DomainException("Это последний действующий администратор: назначьте сначала другого.");
    }
}
