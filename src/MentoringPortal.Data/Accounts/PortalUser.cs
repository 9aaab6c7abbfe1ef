using MentoringPortal.Domain;
using Microsoft.AspNetCore.Identity;

namespace MentoringPortal.Data.Accounts;

/// <summary>An account: one person, one role, and for curators and mentors one organization.</summary>
public sealed class PortalUser : IdentityUser<int>, IVersioned, ISearchable
{
    [Personal] public string DisplayName { get; set; } = "";
    public Role Role { get; set; }
    public int? OrganizationId { get; set; }
    public Domain.Organizations.Organization? Organization { get; private set; }
    public bool IsDisabled { get; set; }
    /// <summary>Signed in with a one-time password: nothing opens but the page that changes it.</summary>
    public bool MustChangePassword { get; set; }
    /// <summary>End of the one-time password (24 h), or null for a password of the person's own.</summary>
    public DateTime? PasswordExpiresAt { get; set; }
    public DateTime? LastSignInAt { get; set; }
    /// <summary>The visit before this one: «что изменилось с прошлого раза» counts from it.</summary>
    public DateTime? PreviousSignInAt { get; set; }
    /// <summary>A demo account: exempt from the password word list.</summary>
    public bool IsDemo { get; set; }

    public int Version { get; private set; }

    [Personal] public string SearchSource => $"{DisplayName} {Email}";
    [Personal] public string SortSource => DisplayName;
}

/// <summary>One signed-in browser. The cookie names it; ended here, it ends everywhere on the next request.</summary>
public sealed class UserSession
{
    public Guid Id { get; init; }
    public int UserId { get; init; }
    public PortalUser? User { get; private set; }
    public DateTime StartedAt { get; init; }
    public DateTime SeenAt { get; set; }
    public DateTime? EndedAt { get; set; }
}

public enum AccountLinkPurpose { Invitation, PasswordReset }

/// <summary>A one-time link to set a password: made by the admin or the department, kept as a hash of its 256-bit code.</summary>
public sealed class AccountLink
{
    public int Id { get; private set; }
    public int UserId { get; init; }
    public PortalUser? User { get; private set; }
    public AccountLinkPurpose Purpose { get; init; }
    [NotPersonal] public required string CodeHash { get; init; }
    /// <summary>The account's stamp when the link was made: a password set meanwhile puts the link out (AU8).</summary>
    [NotPersonal] public string? SecurityStamp { get; init; }
    public DateTime CreatedAt { get; init; }
    public DateTime ExpiresAt { get; init; }
    public DateTime? UsedAt { get; set; }
}
