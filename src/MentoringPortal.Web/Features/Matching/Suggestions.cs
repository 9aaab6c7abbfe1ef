using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain.Matching;

namespace MentoringPortal.Web.Features.Matching;

/// <summary>GET /matching/{menteeId}: mentors for one mentee, best first, each with its reasons.</summary>
public sealed record Suggestions(PoolMentee Mentee, SupportForm Form, IReadOnlyList<string> Topics, IReadOnlyList<(Suggestion Suggestion, PoolMentor Mentor)> Shown, int All)
{
    private const int Most = 20;

    /// <param name="form">What was typed and refused; null for the first look.</param>
    public static async Task<Suggestions?> Load(PortalDb db, int menteeId, SupportForm? form, DateOnly today, CancellationToken cancel)
    {
        if (await MatchingPool.Mentee(db, menteeId, today, cancel) is not { } mentee)
            return null;
        var pool = await MatchingPool.Load(db, today, cancel);
        var found = pool.SuggestFor(mentee);
        return new(mentee, form ?? new SupportForm { Version = mentee.Version, SupportedBy = mentee.SupportedBy, SupportedSince = mentee.SupportedSince ?? today }, [.. mentee.Seeker.Topics.Select(id => pool.Topics[id])], [.. found.Take(Most).Select(s => (s, pool.Mentors[s.Mentor.MentorId]))], found.Count);
    }
}

/// <summary>Who supports a mentee while he has no mentor.</summary>
public sealed class SupportForm
{
    public int Version { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Кто поддерживает")]
    public string? SupportedBy { get; set; }

    [Display(Name = "С какого дня")]
    public DateOnly? SupportedSince { get; set; }
}
