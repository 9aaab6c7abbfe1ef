using MentoringPortal.Data;
using MentoringPortal.Domain.Matching;

namespace MentoringPortal.Web.Features.Matching;

/// <summary>GET /matching/{menteeId}: mentors for one mentee, best first, each with its reasons.</summary>
public sealed record Suggestions(PoolMentee Mentee, IReadOnlyList<string> Topics, IReadOnlyList<(Suggestion Suggestion, PoolMentor Mentor)> Shown, int All)
{
    private const int Most = 20;

    public static async Task<Suggestions?> Load(PortalDb db, int menteeId, DateOnly today, CancellationToken cancel)
    {
        if (await MatchingPool.Mentee(db, menteeId, today, cancel) is not { } mentee)
            return null;
        var pool = await MatchingPool.Load(db, today, cancel);
        var found = pool.SuggestFor(mentee);
        return new(mentee, [.. mentee.Seeker.Topics.Select(id => pool.Topics[id])], [.. found.Take(Most).Select(s => (s, pool.Mentors[s.Mentor.MentorId]))], found.Count);
    }
}
