using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data.Coverage;

/// <summary>Which places in pairs are looked at.</summary>
public record PlaceFilter
{
    /// <summary>In one role alone; null counts either.</summary>
    public ParticipantRole? Role { get; init; }
    /// <summary>In this form, with the local ones that reports count under it; null counts all.</summary>
    public int? FormId { get; init; }
    public Contour? Contour { get; init; }
    /// <summary>Of mentees with one of these marks alone.</summary>
    public MenteeCategories Category { get; init; }
    public OrganizationKind? Kind { get; init; }
    public int? OrganizationId { get; init; }
}

/// <summary>Who is to be counted.</summary>
/// <param name="Population">Of these.</param>
public sealed record CoverageQuestion(Population Population) : PlaceFilter
{
    /// <summary>Of <see cref="Population.Pupils"/>: those of this age on the day alone.</summary>
    public AgeBand? Band { get; init; }
}

/// <param name="People">Distinct records of people of the organization.</param>
/// <param name="Participations">Places in pairs: who is in two pairs has two.</param>
public sealed record OrganizationCount(DateOnly On, int OrganizationId, int People, int Participations);

/// <summary>Two records of participants, in two organizations, which the curators take or may take for one human being.</summary>
public sealed record JoinedPeople(DateOnly On, int First, int FirstOrganizationId, int Second, int SecondOrganizationId, bool IsConfirmed);

/// <summary>The answer for several days.</summary>
public sealed record CoverageAnswer(IReadOnlyList<OrganizationCount> Counts, IReadOnlyList<JoinedPeople> Joined)
{
    /// <summary>Distinct human beings of these organizations: whoever stands in several of them is one.</summary>
    public int People(DateOnly on, Func<int, bool> isCounted) => PersonMatch.Distinct(
        Counts.Where(c => c.On == on && isCounted(c.OrganizationId)).Sum(c => c.People),
        Joined.Where(j => j.IsConfirmed && j.On == on && isCounted(j.FirstOrganizationId) && isCounted(j.SecondOrganizationId)).Select(j => (j.First, j.Second)));

    public int Participations(DateOnly on, Func<int, bool> isCounted) => Counts.Where(c => c.On == on && isCounted(c.OrganizationId)).Sum(c => c.Participations);

    /// <summary>Pairs of records that nobody has judged yet: one human being perhaps counted twice.</summary>
    public int Possible(DateOnly on) => Joined.Count(j => !j.IsConfirmed && j.On == on);
}

/// <summary>
/// Counts participants as of any day, by what was true then. A participant is a person with a pair that is active on the day, or was completed in its school
/// year while he was in it (Р-145 counts both roles). With the system's scope: a teacher who mentors in another school is counted in his own, whose curator does not
/// see that pair; numbers leave, and keys of people, which the reader's own scope resolves.
/// </summary>
public sealed class CoverageCounts(PortalDbFactory factory)
{
    private const MenteeCategories AllCategories = MenteeCategories.Disabilities | MenteeCategories.Gifted | MenteeCategories.HardLife | MenteeCategories.Orphan;

    public async Task<CoverageAnswer> Count(CoverageQuestion question, IReadOnlyCollection<DateOnly> days, CancellationToken cancel)
    {
        await using var db = factory.System("подсчёт охвата");
        if (question.Population == Population.Enterprises)
            return new(await Enterprises(db, question, days, cancel), []);
        var counted = Counted(db, question, days);
        var counts = await counted.GroupBy(p => new { p.On, p.OrganizationId })
            .Select(g => new OrganizationCount(g.Key.On, g.Key.OrganizationId, g.Select(p => p.PersonId).Distinct().Count(), g.Count())).ToListAsync(cancel);
        // Nobody stands twice in one organization.
        return new(counts, question.OrganizationId is null ? await Joined(db, counted, cancel) : []);
    }

    /// <summary>The people behind a number, for who may see them: the caller reads their names in his own scope.</summary>
    public async Task<IReadOnlyList<int>> People(CoverageQuestion question, DateOnly on, CancellationToken cancel)
    {
        await using var db = factory.System("люди в подсчёте охвата");
        return await Counted(db, question, [on]).Select(p => p.PersonId).Distinct().ToListAsync(cancel);
    }

    private static Task<List<OrganizationCount>> Enterprises(PortalDb db, CoverageQuestion question, IReadOnlyCollection<DateOnly> days, CancellationToken cancel) =>
        Places(db, days, question with { Role = ParticipantRole.Mentor })
            .Join(db.People, p => p.PersonId, p => p.Id, (place, person) => new { place.On, person.OrganizationId })
            .Where(p => db.Organizations.Any(o => o.Id == p.OrganizationId && o.Kind == OrganizationKind.Enterprise
                && (o.OpenedOn == null || o.OpenedOn <= p.On) && (o.ClosedOn == null || o.ClosedOn >= p.On)))
            .GroupBy(p => new { p.On, p.OrganizationId })
            .Select(g => new OrganizationCount(g.Key.On, g.Key.OrganizationId!.Value, 1, g.Count())).ToListAsync(cancel);

    private static async Task<List<JoinedPeople>> Joined(PortalDb db, IQueryable<CountedPlace> counted, CancellationToken cancel)
    {
        var people = counted.Select(p => new { p.On, p.PersonId }).Distinct();
        return await (from m in db.PersonMatches
                      where m.FirstAnswer != false && m.SecondAnswer != false
                      join first in people on m.FirstPersonId equals first.PersonId
                      join second in people on new { Id = m.SecondPersonId, first.On } equals new { Id = second.PersonId, second.On }
                      select new JoinedPeople(first.On, m.FirstPersonId, m.FirstOrganizationId, m.SecondPersonId, m.SecondOrganizationId, m.FirstAnswer == true && m.SecondAnswer == true))
            .ToListAsync(cancel);
    }

    /// <summary>The places in pairs of those who belong to the population, by the organization that each person is of.</summary>
    internal static IQueryable<CountedPlace> Counted(PortalDb db, CoverageQuestion question, IReadOnlyCollection<DateOnly> days)
    {
        var counted = Everybody(db, question, days);
        return question.Population switch
        {
            Population.Pupils => InBand(counted.Where(p => p.Kind == PersonKind.Pupil), question.Band),
            Population.PupilsInBand => InBand(counted.Where(p => p.Kind == PersonKind.Pupil), Populations.Band),
            // Whoever stands in a supplementary institution is in its programme.
            Population.PupilsInProgrammes => counted.Where(p => p.Kind == PersonKind.Pupil && (p.OrganizationKind == OrganizationKind.SupplementaryEducation
                || db.Enrolments.Any(e => e.PersonId == p.PersonId && e.From <= p.On && (e.To == null || e.To >= p.On)))),
            Population.Teachers => counted.Where(p => p.Kind == PersonKind.Teacher),
            Population.YoungTeachers => counted.Where(p => p.Kind == PersonKind.Teacher && p.TeachingSince <= p.On
                && p.On.Year * 10000 + p.On.Month * 100 + p.On.Day - (p.TeachingSince!.Value.Year * 10000 + p.TeachingSince.Value.Month * 100 + p.TeachingSince.Value.Day) < db.Settings.Select(s => s.YoungTeacherYears).First() * 10000),
            _ => throw new ArgumentOutOfRangeException(nameof(question)),
        };
    }

    // Full years by year, month and day, as Ages has it: databases disagree what day is a year before 29 February.
    private static IQueryable<CountedPlace> InBand(IQueryable<CountedPlace> pupils, AgeBand? band) => band is null ? pupils : pupils.Where(p => p.BirthDate != null
        && p.On.Year * 10000 + p.On.Month * 100 + p.On.Day - (p.BirthDate!.Value.Year * 10000 + p.BirthDate.Value.Month * 100 + p.BirthDate.Value.Day) >= band.From * 10000
        && p.On.Year * 10000 + p.On.Month * 100 + p.On.Day - (p.BirthDate.Value.Year * 10000 + p.BirthDate.Value.Month * 100 + p.BirthDate.Value.Day) < (band.To + 1) * 10000);

    /// <summary>The places of whoever belongs to an organization that was open on the day.</summary>
    internal static IQueryable<CountedPlace> Everybody(PortalDb db, PlaceFilter filter, IReadOnlyCollection<DateOnly> days)
    {
        var counted = from place in Places(db, days, filter)
                      join person in db.People on place.PersonId equals person.Id
                      join organization in db.Organizations on person.OrganizationId equals organization.Id
                      where (organization.OpenedOn == null || organization.OpenedOn <= place.On) && (organization.ClosedOn == null || organization.ClosedOn >= place.On)
                      select new CountedPlace
                      {
                          On = place.On,
                          PersonId = person.Id,
                          PairId = place.PairId,
                          OrganizationId = organization.Id,
                          OrganizationKind = organization.Kind,
                          Kind = person.Kind,
                          BirthDate = person.BirthDate,
                          TeachingSince = person.TeachingSince,
                      };
        if (filter.OrganizationId is { } organizationId)
            counted = counted.Where(p => p.OrganizationId == organizationId);
        if (filter.Kind is { } kind)
            counted = counted.Where(p => p.OrganizationKind == kind);
        return counted;
    }

    /// <summary>Places of mentees and mentors in pairs that count on each of the days.</summary>
    internal static IQueryable<Place> Places(PortalDb db, IReadOnlyCollection<DateOnly> days, PlaceFilter filter)
    {
        var pairs = db.Pairs.Where(p => p.OrderNumber != null);
        if (filter.FormId is { } formId)
            pairs = pairs.Where(p => p.FormId == formId || p.Form!.CountsAsId == formId);
        if (filter.Contour is { } contour)
            pairs = contour == Contour.Teachers ? pairs.Where(p => p.Form!.MenteeKind == PersonKind.Teacher) : pairs.Where(p => p.Form!.MenteeKind != PersonKind.Teacher);
        // Marks are stored as words: every combination that has one of those asked for. Mentors have none.
        var isMarked = filter.Category != MenteeCategories.None;
        var marked = Enumerable.Range(0, (int)AllCategories + 1).Select(c => (MenteeCategories)c).Where(c => (c & filter.Category) != MenteeCategories.None).ToList();
        // Of one organization: from its own people to their pairs, not from all pairs.
        var own = filter.OrganizationId;
        var mentees = from m in db.PairMentees
                      join p in pairs on m.PairId equals p.Id
                      join mentee in db.Mentees on m.MenteeId equals mentee.Id
                      where (!isMarked || marked.Contains(mentee.Categories)) && (own == null || mentee.OrganizationId == own)
                      select new Member { PairId = p.Id, PersonId = mentee.PersonId, From = m.From, To = m.To, State = p.State, EndedOn = p.EndedOn, Last = p.To };
        var mentors = from m in db.PairMentors
                      join p in pairs on m.PairId equals p.Id
                      join mentor in db.Mentors on m.MentorId equals mentor.Id
                      where !isMarked && (own == null || mentor.OrganizationId == own)
                      select new Member { PairId = p.Id, PersonId = mentor.PersonId, From = m.From, To = m.To, State = p.State, EndedOn = p.EndedOn, Last = p.To };
        return filter.Role switch
        {
            ParticipantRole.Mentee => OnDays(mentees, days),
            ParticipantRole.Mentor => OnDays(mentors, days),
            _ => OnDays(mentees, days).Concat(OnDays(mentors, days)),
        };
    }

    // Every place with every day, and then a condition: a condition inside would be an APPLY, which SQLite does not know.
    private static IQueryable<Place> OnDays(IQueryable<Member> members, IReadOnlyCollection<DateOnly> days) =>
        from m in members
        join day in days on 1 equals 1
        where m.From <= day && ((m.To ?? m.EndedOn ?? m.Last) >= day
            || (m.State == PairState.Completed && m.To == m.EndedOn && (m.EndedOn!.Value.Year * 12 + m.EndedOn.Value.Month - 9) / 12 == (day.Year * 12 + day.Month - 9) / 12))
        select new Place { On = day, PersonId = m.PersonId, PairId = m.PairId };

    private sealed class Member
    {
        public int PersonId { get; init; }
        public int PairId { get; init; }
        public DateOnly From { get; init; }
        public DateOnly? To { get; init; }
        public PairState State { get; init; }
        public DateOnly? EndedOn { get; init; }
        public DateOnly Last { get; init; }
    }

    internal sealed class Place
    {
        public DateOnly On { get; init; }
        public int PersonId { get; init; }
        public int PairId { get; init; }
    }

    internal sealed class CountedPlace
    {
        public DateOnly On { get; init; }
        public int PersonId { get; init; }
        public int PairId { get; init; }
        public int OrganizationId { get; init; }
        public OrganizationKind OrganizationKind { get; init; }
        public PersonKind Kind { get; init; }
        public DateOnly? BirthDate { get; init; }
        public DateOnly? TeachingSince { get; init; }
    }
}
