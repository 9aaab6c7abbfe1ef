using MentoringPortal.Data;
using MentoringPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.People;

/// <summary>Whose people one may write: a curator his organization's; the department those of partners, who have no account of their own.</summary>
public static class PeopleRights
{
    public static bool IsPartner(OrganizationKind kind) => kind is OrganizationKind.Enterprise or OrganizationKind.University or OrganizationKind.College;

    public static async Task<bool> MayWrite(PortalDb db, int? organizationId, CancellationToken cancel) => db.Scope.Actor! switch
    {
        { Role: Role.Curator } curator => curator.OrganizationId == organizationId,
        { Role: Role.Department } => await db.Organizations.AnyAsync(o => o.Id == organizationId
            && (o.Kind == OrganizationKind.Enterprise || o.Kind == OrganizationKind.University || o.Kind == OrganizationKind.College), cancel),
        _ => false,
    };
}
