using MentoringPortal.Data;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Pairs;

/// <summary>
/// A mentor and mentees as the domain asks for them, read at the moment of the write. The versions of their places move with it: of two who take
/// the last place, or put one mentee into two pairs, the second meets the first (CC4).
/// </summary>
public sealed class PairPlaces(PortalDb db, int organizationId, DateOnly today)
{
    /// <param name="pair">The pair that he already leads or enters: its own mentees are not counted; null for a new one.</param>
    public async Task<MentorPlace> Mentor(int? mentorId, Pair? pair, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var place = await db.MentorAvailabilities.Include(a => a.Mentor!.Person).SingleOrDefaultAsync(a => a.MentorId == mentorId && a.OrganizationId == organizationId, cancel)
            ?? throw new DomainException("Выберите наставника.", "MentorId");
        // A pair of the past takes nobody's place today.
        var taken = to < today ? 0 : await Taken(db, place.MentorId, organizationId, pair?.Id ?? 0, cancel);
        Touch(place);
        return new MentorPlace(place.Mentor!, place.Places, taken, await HasAgreement(place.Mentor!, from, cancel));
    }

    /// <summary>Mentees whom the mentor has now in this organization, those of one pair left out.</summary>
    public static Task<int> Taken(PortalDb db, int mentorId, int? organizationId, int exceptPairId, CancellationToken cancel) =>
        db.PairMentees.CountAsync(m => m.To == null && m.OrganizationId == organizationId && m.PairId != exceptPairId
            && m.Pair!.Mentors.Any(x => x.To == null && x.MentorId == mentorId), cancel);

    public async Task<IReadOnlyList<MenteePlace>> Mentees(IReadOnlyCollection<int> menteeIds, int formId, int pairId, CancellationToken cancel)
    {
        var mentees = await db.Mentees.Include(m => m.Person).Where(m => menteeIds.Contains(m.Id) && m.OrganizationId == organizationId).OrderBy(m => m.Id).ToListAsync(cancel);
        if (mentees.Count == 0 || mentees.Count != menteeIds.Distinct().Count())
            throw new DomainException("Выберите наставляемых.", "Mentees");
        // Those at work and, for a pair of the past, those that an order has fixed and that are over.
        var periods = await db.PairMentees.Where(m => menteeIds.Contains(m.MenteeId) && m.Pair!.FormId == formId && m.PairId != pairId && (m.To == null || m.Pair.OrderNumber != null))
            .Select(m => new { m.MenteeId, m.From, To = m.To ?? m.Pair!.To }).ToListAsync(cancel);
        mentees.ForEach(Touch);
        return [.. mentees.Select(m => new MenteePlace(m, [.. periods.Where(p => p.MenteeId == m.Id).Select(p => (p.From, p.To))]))];
    }

    /// <summary>The same for many drafts of one mentee each that are saved together: a fixed number of queries, and places counted on from draft to draft.</summary>
    public async Task<ManyPlaces> Many(IReadOnlyCollection<int> mentorIds, IReadOnlyCollection<int> menteeIds, DateOnly from, CancellationToken cancel)
    {
        var mentors = await db.MentorAvailabilities.Include(a => a.Mentor!.Person).Where(a => a.OrganizationId == organizationId && mentorIds.Contains(a.MentorId)).ToDictionaryAsync(a => a.MentorId, cancel);
        var taken = await db.PairMentees.Where(m => m.To == null && m.OrganizationId == organizationId)
            .SelectMany(m => m.Pair!.Mentors.Where(x => x.To == null && mentorIds.Contains(x.MentorId)).Select(x => x.MentorId)).ToListAsync(cancel);
        var mentees = await db.Mentees.Include(m => m.Person).Where(m => menteeIds.Contains(m.Id) && m.OrganizationId == organizationId).ToDictionaryAsync(m => m.Id, cancel);
        var paired = await db.PairMentees.Where(m => m.To == null && menteeIds.Contains(m.MenteeId)).Select(m => m.MenteeId).ToListAsync(cancel);
        var partners = await db.PartnerAgreements.InForceOn(from).Select(a => a.PartnerId).ToListAsync(cancel);
        var forms = await db.MentoringForms.ToDictionaryAsync(f => f.Id, cancel);
        return new(from, mentors, taken.CountBy(id => id).ToDictionary(), mentees, paired.ToHashSet(), partners.ToHashSet(), forms, row => Touch(row), row => Touch(row));
    }

    /// <exception cref="DomainException">Somebody else took a place of the same people a moment earlier.</exception>
    public async Task Save(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException conflict) when (conflict.Entries.All(e => e.Entity is MentorAvailability or Domain.People.Mentee))
        {
            throw new DomainException("В эту же минуту наставнику или наставляемому подобрали другую пару. Проверьте выбор и сохраните ещё раз.");
        }
    }

    private void Touch<T>(T row) where T : class, IVersioned => db.Entry(row).Property(r => r.Version).IsModified = true;

    /// <summary>The agreement with the mentor's partner is in force on the day; true for one without a partner.</summary>
    public async Task<bool> HasAgreement(Mentor mentor, DateOnly day, CancellationToken cancel) => mentor.PartnerFor(organizationId) is not { } partner
        || await db.PartnerAgreements.InForceOn(day).AnyAsync(a => a.PartnerId == partner, cancel);
}
