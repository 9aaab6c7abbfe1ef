using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Admin;

/// <summary>Who an account belongs to and what it may do; the password is nobody's business but the person's.</summary>
public class UserForm
{
    public int Version { get; set; }

    [Required, StringLength(Lengths.Name), Display(Name = "Фамилия, имя, отчество")]
    public string Name { get; set; } = "";

    [Required, Display(Name = "Роль")]
    public Role? Role { get; set; }

    [Display(Name = "Организация")]
    public int? OrganizationId { get; set; }

    [BindNever]
    public IReadOnlyList<SelectListItem> Roles { get; private set; } = [];

    [BindNever]
    public IReadOnlyList<SelectListItem> Organizations { get; private set; } = [];

    /// <summary>A curator gives one role in one organization: there is nothing to choose.</summary>
    public bool HasChoice => Roles.Count > 1;

    public async Task Offer(PortalDb db, Actor actor, DateOnly today, CancellationToken cancel)
    {
        Roles = [.. actor.RolesToGive().Select(r => new SelectListItem(RoleNames.Of(r), r.ToString()))];
        Organizations = await db.Organizations.Where(o => o.ClosedOn == null || o.ClosedOn >= today).InOrder()
            .Select(o => new SelectListItem(o.ShortName, o.Id.ToString())).ToListAsync(cancel);
        if (actor.Role == Data.Role.Curator)
            (Role, OrganizationId) = (Data.Role.Mentor, OrganizationId ?? actor.OrganizationId);
    }

    /// <summary>False where the role or the organization is not the actor's to give: answered like an absent one.</summary>
    public async Task<bool> IsAllowed(PortalDb db, Actor actor, CancellationToken cancel) =>
        (OrganizationId is not { } id || await db.Organizations.AnyAsync(o => o.Id == id, cancel))
        && (Role is not { } role || actor.MayManage(role, OrganizationId));

    /// <exception cref="DomainException">A curator or mentor without an organization.</exception>
    public int? CheckedOrganization()
    {
        if (!Role!.Value.NeedsOrganization())
            return null;
        return OrganizationId ?? throw new DomainException($"Роль «{RoleNames.Of(Role.Value)}» – всегда в одной организации: выберите её.", nameof(OrganizationId));
    }
}

/// <summary>POST /admin/users/new</summary>
public sealed class NewUserForm : UserForm
{
    [Required, StringLength(256), Display(Name = "Электронная почта")]
    public string Email { get; set; } = "";

    /// <exception cref="DomainException">A bad or taken address.</exception>
    public async Task<PortalUser> Create(PortalDb db, ILookupNormalizer normalizer, CancellationToken cancel)
    {
        var email = Email.Trim();
        if (EmailRules.Complaint(email) is { } complaint)
            throw new DomainException(complaint, nameof(Email));
        var normalized = normalizer.NormalizeEmail(email);
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == normalized, cancel))
            throw new DomainException("Учётная запись с этой почтой уже есть.", nameof(Email));
        var user = new PortalUser
        {
            UserName = email,
            NormalizedUserName = normalizer.NormalizeName(email),
            Email = email,
            NormalizedEmail = normalized,
            DisplayName = Name.Trim(),
            Role = Role!.Value,
            OrganizationId = CheckedOrganization(),
            SecurityStamp = Guid.NewGuid().ToString(),
        };
        db.Users.Add(user);
        return user;
    }
}
