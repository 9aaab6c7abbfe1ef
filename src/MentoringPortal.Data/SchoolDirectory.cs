using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data;

/// <summary>The schools of the municipality by name, for a curator who sees no row of another organization: their names hang on their doors.</summary>
public sealed class SchoolDirectory(PortalDbFactory factory, MunicipalClock clock)
{
    /// <summary>Open schools but the own one, in order.</summary>
    public async Task<IReadOnlyList<Organization>> Others(int organizationId, CancellationToken cancel)
    {
        await using var db = factory.System("перечень школ");
        return await db.Organizations.AsNoTracking().Where(o => o.Kind == OrganizationKind.School && o.Id != organizationId && (o.ClosedOn == null || o.ClosedOn > clock.Today)).InOrder().ToListAsync(cancel);
    }
}
