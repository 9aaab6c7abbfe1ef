using MentoringPortal.Data;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Surveys;

/// <summary>Writes of questionnaires over pairs with the people whom one may ask: who is in the pair, or was to its end.</summary>
internal sealed class Askable
{
    private readonly IReadOnlyList<Survey> _surveys;

    private Askable(IReadOnlyList<Pair> pairs, IReadOnlyList<Survey> surveys) => (Pairs, _surveys) = (pairs, surveys);

    internal IReadOnlyList<Pair> Pairs { get; }

    public static async Task<Askable> Load(PortalDb db, IReadOnlyCollection<int> pairIds, CancellationToken cancel) => new(
        await db.Pairs.Include(p => p.Form).Include(p => p.Mentors).ThenInclude(m => m.Mentor!.Person).Include(p => p.Mentees).ThenInclude(m => m.Mentee!.Person)
            .Include(p => p.Surveys).ThenInclude(s => s.Answers).Where(p => pairIds.Contains(p.Id)).AsSplitQuery().ToListAsync(cancel),
        await db.Surveys.Include(s => s.Questions).ToListAsync(cancel));

    /// <summary>The person's side of the pair; null for one who is not, or is no more, in it.</summary>
    public static (Person Person, SurveySide Side)? Find(Pair pair, int personId)
    {
        var mentee = pair.Mentees.Find(m => m.Mentee!.PersonId == personId && (m.To is null || m.To == pair.EndedOn));
        var mentor = pair.Mentors.Find(m => m.Mentor!.PersonId == personId && (m.To is null || m.To == pair.EndedOn));
        return mentee is not null ? (mentee.Mentee!.Person!, SurveySide.Mentee) : mentor is not null ? (mentor.Mentor!.Person!, SurveySide.Mentor) : null;
    }

    /// <summary>What the person was or will be asked by: the row that is there, or a new one that nobody has saved yet.</summary>
    /// <exception cref="DomainException">Nothing is asked of this side, or nobody of this pair is asked.</exception>
    public SurveyInvitation Invitation(Pair pair, Person person, SurveySide side, SurveyStage stage, DateOnly today)
    {
        if (pair.Surveys.Find(s => s.PersonId == person.Id && s.Stage == stage) is { } known)
            return known;
        var survey = Survey.For(_surveys, side, pair.FormId, pair.Form!.Contour) ?? throw new DomainException($"Для формы «{pair.Form.Name}» анкеты нет: её составляет управление.");
        var asked = SurveyInvitation.Ask(pair, person, survey, stage, today);
        pair.Surveys.Add(asked);
        return asked;
    }
}
