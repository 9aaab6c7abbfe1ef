using MentoringPortal.Data;
using MentoringPortal.Domain.Matching;
using MentoringPortal.Web.Features.Shared;

namespace MentoringPortal.Web.Features.Matching;

/// <param name="Best">The first suggestion, or null where nobody fits or has a place.</param>
/// <param name="BestName">Who it is.</param>
public sealed record WaitingMentee(PoolMentee Mentee, IReadOnlyList<string> Topics, Suggestion? Best, string? BestName);

/// <summary>GET /matching: who has nobody, on both sides.</summary>
/// <param name="Idle">Mentors of the organization without mentees who have a place, the first of them.</param>
public sealed record Unmatched(Paged<WaitingMentee> Waiting, IReadOnlyList<PoolMentor> Idle, int AllIdle, IReadOnlyDictionary<int, string> Topics)
{
    private const int IdleShown = 25;

    public static async Task<Unmatched> Load(PortalDb db, PageRequest page, DateOnly today, CancellationToken cancel)
    {
        var pool = await MatchingPool.Load(db, today, cancel);
        var waiting = await MatchingPool.Unpaired(db, today, cancel);
        var number = Math.Clamp(page.Page, 1, Math.Max(1, (waiting.Count + page.Size - 1) / page.Size));
        var shown = waiting.Skip((number - 1) * page.Size).Take(page.Size).Select(m =>
        {
            var best = pool.SuggestFor(m) is [var first, ..] ? first : null;
            return new WaitingMentee(m, [.. m.Seeker.Topics.Select(id => pool.Topics[id])], best, best is null ? null : pool.Mentors[best.Mentor.MentorId].Name);
        });
        var idle = pool.Mentors.Values.Where(m => m.Candidate is { Origin: MentorOrigin.Own, Free: > 0 } && !m.IsPaired).ToList();
        return new(new([.. shown], waiting.Count, number, page.Size), [.. idle.Take(IdleShown)], idle.Count, pool.Topics);
    }
}
