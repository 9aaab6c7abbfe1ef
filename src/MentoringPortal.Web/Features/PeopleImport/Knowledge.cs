using MentoringPortal.Data;
using MentoringPortal.Domain.Exchange;
using MentoringPortal.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.PeopleImport;

/// <summary>Reads what the portal knows of an organization, as a table that comes in needs it.</summary>
public static class Knowledge
{
    /// <param name="isTracked">The rows will be written; else the objects are thrown away after the preview.</param>
    public static async Task<ExchangeKnowledge> Load(PortalDb db, int organizationId, DateOnly today, bool isTracked, CancellationToken cancel)
    {
        // Those who have left too: nobody gets a second card.
        var people = await Rows(db, organizationId, isTracked).Where(p => p.NameKey != "").ToListAsync(cancel);
        var mentees = await db.PairMentees.Where(m => m.OrganizationId == organizationId && (m.To == null || m.Pair!.OrderNumber != null))
            .Select(m => new { m.PairId, m.MenteeId, m.Pair!.FormId, m.From, To = m.To ?? m.Pair.To, IsCurrent = m.To == null }).ToListAsync(cancel);
        var mentors = (await db.PairMentors.Where(m => m.OrganizationId == organizationId).Select(m => new { m.PairId, m.MentorId, IsCurrent = m.To == null }).ToListAsync(cancel)).ToLookup(m => m.PairId);
        var pairs = mentees.SelectMany(m => mentors[m.PairId].Select(x => new KnownPair(m.MenteeId, x.MentorId, m.FormId, m.From, m.To))).ToList();
        var taken = mentees.Where(m => m.IsCurrent).SelectMany(m => mentors[m.PairId].Where(x => x.IsCurrent)).CountBy(x => x.MentorId).ToDictionary(x => x.Key, x => x.Value);
        // A new pair points to its form: the very row that is tracked.
        var forms = await (isTracked ? db.MentoringForms : db.MentoringForms.AsNoTracking()).OrderBy(f => f.Id).ToListAsync(cancel);
        return new ExchangeKnowledge(organizationId, people, taken, pairs, forms,
            await db.Topics.Where(t => t.IsActive).ToListAsync(cancel), await db.ConsentRules.AsNoTracking().ToListAsync(cancel), await db.PartnerAgreements.AsNoTracking().ToListAsync(cancel),
            await db.Settings.Select(s => s.UnconfirmedDays).SingleAsync(cancel), today);
    }

    /// <summary>An organization's own people with both places in the bank, in order of names.</summary>
    public static IQueryable<Person> People(PortalDb db, int organizationId, bool isTracked) => Rows(db, organizationId, isTracked).Where(p => p.LeftOn == null);

    private static IQueryable<Person> Rows(PortalDb db, int organizationId, bool isTracked)
    {
        var rows = db.People.Where(p => p.OrganizationId == organizationId)
            .Include(p => p.Mentee!.Topics).ThenInclude(t => t.Topic).Include(p => p.Mentor!.Topics).ThenInclude(t => t.Topic)
            .Include(p => p.Mentor!.Availabilities).Include(p => p.Consents).InOrder().ThenBy(p => p.Id).AsSplitQuery();
        return isTracked ? rows : rows.AsNoTrackingWithIdentityResolution();
    }
}
