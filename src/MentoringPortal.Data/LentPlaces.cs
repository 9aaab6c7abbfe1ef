using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data;

/// <summary>How many of the places that an organization has lent are used: their number alone, for it sees no pair of another organization.</summary>
public sealed class LentPlaces(PortalDbFactory factory)
{
    /// <summary>Mentees whom these mentors have outside their own organization now, by mentor and organization.</summary>
    public async Task<IReadOnlyDictionary<(int MentorId, int OrganizationId), int>> Taken(IReadOnlyCollection<int> mentorIds, CancellationToken cancel)
    {
        if (mentorIds.Count == 0)
            return new Dictionary<(int, int), int>();
        await using var db = factory.System("отданные места");
        var rows = await db.PairMentors.Where(x => x.To == null && mentorIds.Contains(x.MentorId) && x.OrganizationId != x.Mentor!.OrganizationId)
            .Select(x => new { x.MentorId, OrganizationId = x.OrganizationId!.Value, Mentees = x.Pair!.Mentees.Count(m => m.To == null) }).ToListAsync(cancel);
        return rows.GroupBy(r => (r.MentorId, r.OrganizationId), r => r.Mentees).ToDictionary(g => g.Key, g => g.Sum());
    }

    /// <summary>The mentor has, or had, a pair in that organization.</summary>
    public async Task<bool> WereUsed(int mentorId, int organizationId, CancellationToken cancel)
    {
        await using var db = factory.System("отданные места");
        return await db.PairMentors.AnyAsync(x => x.MentorId == mentorId && x.OrganizationId == organizationId, cancel);
    }
}
