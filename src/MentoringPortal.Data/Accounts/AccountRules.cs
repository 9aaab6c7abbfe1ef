namespace MentoringPortal.Data.Accounts;

/// <summary>
/// Whose accounts one manages: the admin everybody's, the department those of officials, curators and mentors, a curator those of the mentors of
/// the own organization. The pages show these alone, and the guard of writes asks again.
/// </summary>
public static class AccountRules
{
    public static bool MayManage(this Actor actor, Role role, int? organizationId) => actor.Role switch
    {
        Role.Admin => true,
        Role.Department => role is Role.Official or Role.Curator or Role.Mentor,
        Role.Curator => role == Role.Mentor && organizationId is not null && organizationId == actor.OrganizationId,
        _ => false,
    };

    /// <summary>Roles that the actor may give.</summary>
    public static IReadOnlyList<Role> RolesToGive(this Actor actor) =>
        [.. Enum.GetValues<Role>().Where(role => actor.MayManage(role, actor.OrganizationId))];

    public static IQueryable<PortalUser> ManagedBy(this IQueryable<PortalUser> users, Actor actor) => actor.Role switch
    {
        Role.Admin => users,
        Role.Department => users.Where(u => u.Role == Role.Official || u.Role == Role.Curator || u.Role == Role.Mentor),
        Role.Curator => users.Where(u => u.Role == Role.Mentor && u.OrganizationId != null && u.OrganizationId == actor.OrganizationId),
        _ => users.Where(u => false),
    };

    /// <summary>Roles of people who belong to one organization.</summary>
    public static bool NeedsOrganization(this Role role) => role is Role.Curator or Role.Mentor;
}
