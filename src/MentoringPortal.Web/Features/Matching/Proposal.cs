using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Matching;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Pairs;

namespace MentoringPortal.Web.Features.Matching;

/// <summary>Drafts for all who are ticked: the curator has looked at each before it is saved.</summary>
public sealed class ProposalForm
{
    /// <summary>Ticked rows, each «mentee-mentor-form».</summary>
    [Display(Name = "Предложенные пары")]
    public string[] Pairs { get; set; } = [];

    [Required, Display(Name = "Первый день")]
    public DateOnly? From { get; set; }

    [Required, Display(Name = "Последний день")]
    public DateOnly? To { get; set; }

    public static ProposalForm On(DateOnly today) => new() { From = today, To = SchoolYear.Of(today).End };

    /// <summary>Saves what may be saved together; answers how many, and why the others were left.</summary>
    public async Task<(int Made, IReadOnlyList<string> Left)> Save(PortalDb db, int organizationId, DateOnly today, CancellationToken cancel)
    {
        var chosen = Pairs.Select(ProposedRow.Read).OfType<ProposedKey>().DistinctBy(k => k.MenteeId).ToList();
        if (chosen.Count == 0)
            throw new DomainException("Отметьте хотя бы одну пару.", nameof(Pairs));
        if (To <= From)
            throw new DomainException("Окончание периода должно быть позже начала.", nameof(To));
        var places = new PairPlaces(db, organizationId, today);
        var many = await places.Many([.. chosen.Select(k => k.MentorId)], [.. chosen.Select(k => k.MenteeId)], From!.Value, cancel);
        var left = new List<string>();
        var made = 0;
        foreach (var key in chosen)
            try
            {
                db.Pairs.Add(many.Open(key.MentorId, key.MenteeId, key.FormId, To!.Value));
                made++;
            }
            catch (DomainException refusal)
            {
                left.Add(refusal.Message);
            }
        if (made == 0)
            throw new DomainException(string.Join(" ", left.Distinct()), nameof(Pairs));
        await places.Save(cancel);
        return (made, [.. left.Distinct()]);
    }
}

public sealed record ProposedKey(int MenteeId, int MentorId, int FormId);

/// <summary>A row of the tick list.</summary>
public sealed record ProposedRow(Suggestion Suggestion, PoolMentee Mentee, PoolMentor Mentor, string Form)
{
    public string Key => $"{Suggestion.Mentee.MenteeId}-{Suggestion.Mentor.MentorId}-{Suggestion.FormId}";

    /// <summary>Null for what no page of the portal has sent.</summary>
    internal static ProposedKey? Read(string key) => key.Split('-') is [var mentee, var mentor, var form]
        && int.TryParse(mentee, out var menteeId) && int.TryParse(mentor, out var mentorId) && int.TryParse(form, out var formId) ? new(menteeId, mentorId, formId) : null;
}

/// <summary>GET /matching/proposal: one assignment over all the unmatched, for review.</summary>
/// <param name="Waiting">Mentees without a mentor, all of them.</param>
/// <param name="Hidden">Proposed pairs that did not fit the page: they come when these are saved.</param>
public sealed record Proposal(ProposalForm Form, IReadOnlyList<ProposedRow> Rows, int Waiting, int Hidden)
{
    /// <summary>A form sends each tick as a value, and a thousand values are the most it takes; nobody reviews more at once either.</summary>
    private const int Most = 300;

    /// <param name="form">What was ticked and typed; null for the first look, where those with a shared topic are ticked.</param>
    public static async Task<Proposal> Load(PortalDb db, ProposalForm? form, DateOnly today, CancellationToken cancel)
    {
        var pool = await MatchingPool.Load(db, today, cancel);
        var mentees = (await MatchingPool.Unpaired(db, today, cancel)).ToDictionary(m => m.Seeker.MenteeId);
        var all = pool.Maker.Assign([.. mentees.Values.Select(m => m.Seeker)], pool.AtHand);
        var rows = all.OrderByDescending(s => s.Points).ThenBy(s => s.Mentee.MenteeId).Take(Most)
            .Select(s => new ProposedRow(s, mentees[s.Mentee.MenteeId], pool.Mentors[s.Mentor.MentorId], pool.Forms[s.FormId])).ToList();
        form ??= ProposalForm.On(today);
        if (form.Pairs.Length == 0)
            form.Pairs = [.. rows.Where(r => r.Suggestion.HasSharedTopic).Select(r => r.Key)];
        return new(form, rows, mentees.Count, all.Count - rows.Count);
    }
}
