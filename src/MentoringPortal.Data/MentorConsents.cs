using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data;

/// <summary>
/// Mentors of other organizations have papers of their own, and their organization keeps them: whoever makes a pair with such a mentor learns whether his
/// consent holds, and nothing else of the paper.
/// </summary>
public sealed class MentorConsents(PortalDbFactory factory)
{
    /// <summary>Of these mentors, those from outside who lack a consent that a pair needs on the day.</summary>
    /// <param name="mentors">Of one organization's pairs.</param>
    /// <param name="organizationId">The organization of the pairs: its own mentors are not asked about here.</param>
    public async Task<IReadOnlySet<int>> Lacking(IEnumerable<Mentor> mentors, int? organizationId, DateOnly day, CancellationToken cancel)
    {
        var outside = mentors.Where(m => m.OrganizationId != organizationId).Select(m => m.Id).ToHashSet();
        if (outside.Count == 0)
            return outside;
        await using var db = factory.System("согласия наставников из других организаций");
        var rules = await db.ConsentRules.AsNoTracking().ToListAsync(cancel);
        var rows = await db.Mentors.AsNoTrackingWithIdentityResolution().Include(m => m.Person!.Consents).Where(m => outside.Contains(m.Id)).ToListAsync(cancel);
        return rows.Where(m => ConsentCheck.LacksOwn(m, rules, day)).Select(m => m.Id).ToHashSet();
    }
}
