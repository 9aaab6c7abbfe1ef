using MentoringPortal.Data;
using MentoringPortal.Domain.Matching;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.People;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Matching;

/// <summary>A mentee as the pages of matching show him.</summary>
public sealed record PoolMentee(Seeker Seeker, string Name, string? Note, string? Request, DateOnly EnteredOn, bool IsPaired, string? SupportedBy, DateOnly? SupportedSince, int Version);

/// <param name="From">Short name of the mentor's organization, where it is another one.</param>
public sealed record PoolMentor(Candidate Candidate, string Name, string? Note, string? From, bool IsPaired);

/// <summary>Mentees and mentors of one organization, with those of the municipal base, and who suggests one to the other. Read in a fixed number of queries.</summary>
public sealed record MatchingPool(Matchmaker Maker, IReadOnlyDictionary<int, PoolMentor> Mentors, IReadOnlyDictionary<int, string> Topics, IReadOnlyDictionary<int, string> Forms)
{
    /// <summary>Mentors who may enter a pair at once: the organization's own and those lent to it.</summary>
    public IReadOnlyList<Candidate> AtHand => [.. Mentors.Values.Select(m => m.Candidate).Where(c => c.Origin != MentorOrigin.Municipal)];

    public IReadOnlyList<Suggestion> SuggestFor(PoolMentee mentee) => Maker.Suggest(mentee.Seeker, Mentors.Values.Select(m => m.Candidate));

    public static async Task<MatchingPool> Load(PortalDb db, DateOnly today, CancellationToken cancel)
    {
        var year = SchoolYear.Of(today).StartYear;
        var weights = (await db.Settings.AsNoTracking().SingleAsync(cancel)).Weights;
        var forms = await db.MentoringForms.AsNoTracking().OrderBy(f => f.Id).ToListAsync(cancel);
        var chosen = await db.Participations.Where(p => p.OrganizationId == db.Scope.OrganizationId && p.SchoolYear == year).SelectMany(p => p.Forms.Select(f => f.MentoringFormId)).ToListAsync(cancel);
        var topics = await db.Topics.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Name, cancel);
        return new(new Matchmaker(weights, forms, chosen.ToHashSet(), topics), await LoadMentors(db, today, cancel), topics, forms.ToDictionary(f => f.Id, f => f.Name));
    }

    /// <summary>Mentees without a mentor, who waits longest first.</summary>
    public static Task<IReadOnlyList<PoolMentee>> Unpaired(PortalDb db, DateOnly today, CancellationToken cancel) =>
        Mentees(db.Mentees.OfReader(db.Scope).Where(m => (m.LeftOn == null || m.LeftOn >= today) && m.Person!.LeftOn == null && !m.Pairs.Any(p => p.To == null)), today, cancel);

    public static async Task<PoolMentee?> Mentee(PortalDb db, int menteeId, DateOnly today, CancellationToken cancel) =>
        (await Mentees(db.Mentees.Where(m => m.Id == menteeId), today, cancel)).SingleOrDefault();

    private static async Task<IReadOnlyList<PoolMentee>> Mentees(IQueryable<Mentee> mentees, DateOnly today, CancellationToken cancel)
    {
        var rows = await mentees.OrderBy(m => m.EnteredOn).ThenBy(m => m.Id).Select(m => new
        {
            m.Id,
            m.PersonId,
            m.Person!.Surname,
            m.Person.Given,
            m.Person.Patronymic,
            m.Person.Kind,
            m.Person.BirthDate,
            m.Person.Grade,
            m.Person.ClassLetter,
            m.Person.Position,
            m.Request,
            m.EnteredOn,
            m.SupportedBy,
            m.SupportedSince,
            m.Version,
            m.Time,
            Topics = m.Topics.OrderBy(t => t.TopicId).Select(t => t.TopicId).ToList(),
            IsPaired = m.Pairs.Any(p => p.To == null),
        }).AsSplitQuery().ToListAsync(cancel);
        return
        [
            .. rows.Select(m => new PoolMentee(new Seeker(m.Id, m.PersonId, m.Kind, m.BirthDate is { } born ? Ages.On(born, today) : null, m.Time, m.Topics),
                new PersonName(m.Surname, m.Given, m.Patronymic).Full, Note(m.Grade, m.ClassLetter, m.Position), m.Request, m.EnteredOn, m.IsPaired, m.SupportedBy, m.SupportedSince, m.Version)),
        ];
    }

    private static async Task<IReadOnlyDictionary<int, PoolMentor>> LoadMentors(PortalDb db, DateOnly today, CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        var partners = await db.PartnerAgreements.InForceOn(today).Select(a => a.PartnerId).Distinct().ToListAsync(cancel);
        // From the few who are lent or offered to the people, not from all people to these few.
        var within = db.MentorAvailabilities.Where(a => a.OrganizationId == own).Select(a => a.MentorId).Union(db.MentorOffers.Where(o => o.WithdrawnOn == null).Select(o => o.MentorId));
        var people = db.Mentors.Where(m => within.Contains(m.Id) && (m.LeftOn == null || m.LeftOn >= today) && (m.PartnerId == null || m.PartnerId == own || partners.Contains(m.PartnerId.Value))).Select(m => m.PersonId);
        var rows = await db.People.Where(p => p.LeftOn == null && people.Contains(p.Id))
            .InOrder().Select(p => new
            {
                p.Mentor!.Id,
                PersonId = p.Id,
                p.OrganizationId,
                p.Surname,
                p.Given,
                p.Patronymic,
                p.Kind,
                p.BirthDate,
                p.Grade,
                p.ClassLetter,
                p.Position,
                p.Mentor.AgeFrom,
                p.Mentor.AgeTo,
                p.Mentor.Time,
                p.Mentor.PartnerId,
                Topics = p.Mentor.Topics.OrderBy(t => t.TopicId).Select(t => t.TopicId).ToList(),
                Places = p.Mentor.Availabilities.Where(a => a.OrganizationId == own).Select(a => (int?)a.Places).FirstOrDefault(),
                Taken = p.Mentor.Pairs.Where(m => m.To == null && m.OrganizationId == own).SelectMany(m => m.Pair!.Mentees.Where(e => e.To == null)).Count(),
                Offered = p.Mentor.Offers.Where(o => o.WithdrawnOn == null).Select(o => (int?)o.Places).FirstOrDefault(),
                Owner = p.Mentor.Offers.OrderByDescending(o => o.Id).Select(o => o.OwnerName).FirstOrDefault(),
            }).AsSplitQuery().ToListAsync(cancel);
        return rows.Select(m =>
        {
            var isOwn = m.OrganizationId == own;
            // Whoever has no place left of those lent may still be asked for.
            var isLent = !isOwn && m.Places > m.Taken;
            var candidate = new Candidate(m.Id, m.PersonId, m.Kind, m.AgeFrom, m.AgeTo, m.Time, m.Topics,
                isOwn ? MentorOrigin.Own : isLent ? MentorOrigin.Lent : MentorOrigin.Municipal, m.PartnerId is not null,
                isOwn || isLent ? m.Places ?? 0 : m.Offered ?? 0, isOwn || isLent ? m.Taken : 0);
            return new PoolMentor(candidate, Sight.Of(db.Scope.Actor!, m.OrganizationId, m.Kind, m.BirthDate).NameOf(new PersonName(m.Surname, m.Given, m.Patronymic)),
                Note(m.Grade, m.ClassLetter, m.Position), isOwn ? null : m.Owner, m.Taken > 0);
        }).ToDictionary(m => m.Candidate.MentorId);
    }

    private static string? Note(int? grade, string? letter, string? position) => grade is null ? position : $"{grade} {letter}".TrimEnd();
}
