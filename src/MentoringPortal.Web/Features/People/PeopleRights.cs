using MentoringPortal.Data;
using MentoringPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.People;

/// <summary>Whose people one may write: a curator his organization's; the department those of partners, who have no account of their own.</summary>
public static class PeopleRights
{
    public static async Task<bool> MayWrite(PortalDb db, int? organizationId, CancellationToken cancel) => db.Scope.Actor! switch
    {
        { Role: Role.Curator } curator => curator.OrganizationId == organizationId,
        { Role: Role.Department } => await db.Organizations.AnyAsync(o => o.Id == organizationId && OrganizationKinds.Partners.Contains(o.Kind), cancel),
        _ => false,
    };
}
