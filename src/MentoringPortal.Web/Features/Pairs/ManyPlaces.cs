using MentoringPortal.Domain;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;

namespace MentoringPortal.Web.Features.Pairs;

/// <summary>Mentors and mentees of many drafts at once, as <see cref="PairPlaces.Many"/> has read them.</summary>
/// <param name="from">First day of all the drafts.</param>
/// <param name="taken">Mentees of each mentor in the organization; counted on with each draft.</param>
/// <param name="paired">Mentees who have a pair already: the tick list was for those without one.</param>
/// <param name="partners">Partners whose agreement holds on the first day.</param>
/// <param name="takePlace">Moves the version of the mentor's places, so that two at once meet on it.</param>
/// <param name="takeMentee">The same for the mentee.</param>
public sealed class ManyPlaces(DateOnly from, IReadOnlyDictionary<int, MentorAvailability> mentors, Dictionary<int, int> taken, IReadOnlyDictionary<int, Mentee> mentees,
    HashSet<int> paired, IReadOnlySet<int> partners, IReadOnlyDictionary<int, MentoringForm> forms, Action<MentorAvailability> takePlace, Action<Mentee> takeMentee)
{
    /// <exception cref="DomainException">A rule of pairs refuses it; in words for the curator.</exception>
    public Pair Open(int mentorId, int menteeId, int formId, DateOnly to)
    {
        if (!mentors.TryGetValue(mentorId, out var place) || !mentees.TryGetValue(menteeId, out var mentee) || !forms.TryGetValue(formId, out var form))
            throw new DomainException("Такого наставника, наставляемого или формы уже нет: откройте страницу снова.");
        if (paired.Contains(menteeId))
            throw new DomainException($"{mentee.Person!.Name.Short}: наставник уже есть.");
        var now = taken.GetValueOrDefault(mentorId);
        var hasAgreement = place.Mentor!.PartnerFor(place.OrganizationId!.Value) is not { } partner || partners.Contains(partner);
        var pair = Pair.Open(form, from, to, new MentorPlace(place.Mentor, place.Places, now, hasAgreement), [new MenteePlace(mentee, [])]);
        taken[mentorId] = now + 1;
        paired.Add(menteeId);
        takePlace(place);
        takeMentee(mentee);
        return pair;
    }
}
