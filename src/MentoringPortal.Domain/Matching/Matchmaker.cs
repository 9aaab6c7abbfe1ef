using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Settings;

namespace MentoringPortal.Domain.Matching;

/// <summary>Suggests mentors for mentees, each with its reasons in words. Only those with a free place and a form that fits both.</summary>
/// <param name="weights">The department's points.</param>
/// <param name="forms">Forms of mentoring in their order.</param>
/// <param name="chosenForms">Forms that the organization has chosen for its year; none chosen means all.</param>
/// <param name="topics">Names of the directory's topics.</param>
public sealed class Matchmaker(MatchWeights weights, IReadOnlyList<MentoringForm> forms, IReadOnlySet<int> chosenForms, IReadOnlyDictionary<int, string> topics)
{
    private readonly Dictionary<(PersonKind Mentor, PersonKind Mentee), MentoringForm?> _formOf = FormsByKinds(forms, chosenForms);

    /// <summary>Mentors for one mentee, best first; among equals those of the own organization, then by id, so that the order never jumps.</summary>
    public IReadOnlyList<Suggestion> Suggest(Seeker mentee, IEnumerable<Candidate> mentors) =>
    [
        .. mentors.Where(m => m.Free > 0).Select(m => Weigh(mentee, m)).OfType<Suggestion>()
            .OrderByDescending(s => s.Points).ThenBy(s => s.Mentor.Origin).ThenBy(s => s.Mentor.MentorId),
    ];

    /// <summary>One assignment over all at once: as many mentees as possible get a mentor, and the points together are high. No mentor gets more than his places.</summary>
    public IReadOnlyList<Suggestion> Assign(IReadOnlyList<Seeker> mentees, IReadOnlyList<Candidate> mentors)
    {
        var points = mentees.Select(e => mentors.Select(m => m.Free > 0 && Facts(e, m) is { } facts ? facts.PointsBeforeLoad(weights) : PairAssignment.Unfit).ToArray()).ToArray();
        var mentorOf = PairAssignment.Solve(points, [.. mentors.Select(m => m.Free)], [.. mentors.Select(m => m.Taken)], weights.Load);
        // Each sees the load of the mentor with those assigned before him.
        var given = new int[mentors.Count];
        var pairs = new List<Suggestion>();
        for (var i = 0; i < mentees.Count; i++)
            if (mentorOf[i] is var m and not PairAssignment.Nobody)
                pairs.Add(Weigh(mentees[i], mentors[m] with { Taken = mentors[m].Taken + given[m]++ })!);
        return pairs;
    }

    private Suggestion? Weigh(Seeker mentee, Candidate mentor)
    {
        if (Facts(mentee, mentor) is not { } facts)
            return null;
        var reasons = facts.Reasons(weights, topics);
        return new(mentee, mentor, facts.Form.Id, reasons.Sum(r => r.Points), reasons, facts.SharedTopics > 0);
    }

    /// <summary>Null where no form fits, or mentor and mentee are one person.</summary>
    private MatchFacts? Facts(Seeker mentee, Candidate mentor) =>
        mentor.PersonId == mentee.PersonId || _formOf[(mentor.Kind, mentee.Kind)] is not { } form
            ? null
            : new MatchFacts(mentee, mentor, form, chosenForms.Contains(form.Id));

    private static Dictionary<(PersonKind, PersonKind), MentoringForm?> FormsByKinds(IReadOnlyList<MentoringForm> forms, IReadOnlySet<int> chosen) =>
        (from mentor in Enum.GetValues<PersonKind>()
         from mentee in Enum.GetValues<PersonKind>()
         let fitting = forms.Where(f => (f.MentorKind ?? mentor) == mentor && (f.MenteeKind ?? mentee) == mentee)
         select ((mentor, mentee), fitting.OrderByDescending(f => chosen.Contains(f.Id)).FirstOrDefault())).ToDictionary(f => f.Item1, MentoringForm? (f) => f.Item2);
}
