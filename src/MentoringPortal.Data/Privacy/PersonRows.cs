using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Files;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Domain.Years;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data.Privacy;

/// <summary>
/// Every row that the portal holds of one person (152-ФЗ ст. 14, 21): what the export tells and what erasure empties. A test walks the model, so
/// that a new entity with a way to a person is either here or a red build.
/// </summary>
/// <param name="Pairs">All pairs of the person in either role, with meetings and plan.</param>
/// <param name="Scans">Files of the consents, also those that were replaced.</param>
/// <param name="Moves">Changes of the school year: from which class to what.</param>
/// <param name="Surveys">Questionnaires that the person was asked to answer, with the answers.</param>
/// <param name="Matches">Confirmed or possible matches with the same human being in another organization.</param>
/// <param name="Enquiries">What was asked of the operator about the person's data: that it was, when and how it ended stays, without the names.</param>
public sealed record PersonRows(Person Person, IReadOnlyList<Pair> Pairs, IReadOnlyList<StoredFile> Scans, IReadOnlyList<YearMove> Moves, IReadOnlyList<SurveyInvitation> Surveys,
    IReadOnlyList<PersonMatch> Matches, IReadOnlyList<Transfer> Transfers, IReadOnlyList<Enquiry> Enquiries)
{
    public static readonly IReadOnlyList<Type> Types =
    [
        typeof(Person), typeof(PersonMatch), typeof(Transfer), typeof(Mentee), typeof(MenteeTopic), typeof(Mentor), typeof(MentorTopic), typeof(MentorAvailability), typeof(MentorOffer), typeof(MentorRequest),
        typeof(Enrolment), typeof(Consent), typeof(StoredFile), typeof(Pair), typeof(PairMentee), typeof(PairMentor), typeof(Meeting), typeof(PlanTask), typeof(YearMove), typeof(SurveyInvitation), typeof(SurveyAnswer),
        typeof(Enquiry),
        // Says what became of a pair with the year and has no words.
        typeof(YearPair),
    ];

    /// <summary>The rows that the scope of <paramref name="db"/> lets through; null for a person who is not there.</summary>
    public static async Task<PersonRows?> Load(PortalDb db, int personId, CancellationToken cancel)
    {
        var person = await db.People.AsSplitQuery()
            .Include(p => p.Mentee!.Topics).ThenInclude(t => t.Topic).Include(p => p.Mentee!.Pairs)
            .Include(p => p.Mentor!.Topics).ThenInclude(t => t.Topic).Include(p => p.Mentor!.Pairs)
            .Include(p => p.Mentor!.Availabilities).Include(p => p.Mentor!.Offers).ThenInclude(o => o.Requests)
            .Include(p => p.Consents).Include(p => p.Enrolments)
            .SingleOrDefaultAsync(p => p.Id == personId, cancel);
        if (person is null)
            return null;
        var pairs = PairsOf(person).ToHashSet();
        var current = person.Consents.Select(c => c.FileId).OfType<Guid>().ToList();
        var names = person.Consents.Select(c => c.ScanName).ToHashSet(StringComparer.Ordinal);
        // A scan that another has replaced has lost its consent and keeps its bytes.
        var scans = await db.Files.Where(f => current.Contains(f.Id) || (f.OrganizationId == person.OrganizationId && f.IsConfidential && f.RemovedAt != null)).ToListAsync(cancel);
        return new(person,
            await db.Pairs.Include(p => p.Form).Include(p => p.Meetings).Include(p => p.Plan).AsSplitQuery().Where(p => pairs.Contains(p.Id)).OrderBy(p => p.From).ToListAsync(cancel),
            scans.FindAll(f => current.Contains(f.Id) || names.Contains(Path.GetFileNameWithoutExtension(f.Name))),
            await db.Set<YearMove>().Where(m => m.PersonId == personId).ToListAsync(cancel),
            await db.SurveyInvitations.Include(i => i.Answers).ThenInclude(a => a.Question).AsSplitQuery().Where(i => i.PersonId == personId).OrderBy(i => i.Id).ToListAsync(cancel),
            await db.Set<PersonMatch>().Where(m => m.FirstPersonId == personId || m.SecondPersonId == personId).ToListAsync(cancel),
            await db.Transfers.Where(t => t.PersonId == personId).ToListAsync(cancel),
            await db.Enquiries.Where(e => e.PersonId == personId).OrderBy(e => e.Id).ToListAsync(cancel));
    }

    /// <summary>The rows that stay as rows: all but the scans, the matches and the transfers.</summary>
    public IEnumerable<object> Kept
    {
        get
        {
            var mentee = Person.Mentee;
            var mentor = Person.Mentor;
            IEnumerable<IEnumerable<object>> rows =
            [
                [Person], mentee is null ? [] : [mentee, .. mentee.Topics, .. mentee.Pairs],
                mentor is null ? [] : [mentor, .. mentor.Topics, .. mentor.Availabilities, .. mentor.Offers, .. mentor.Offers.SelectMany(o => o.Requests), .. mentor.Pairs],
                Person.Enrolments, Person.Consents, Moves, Pairs, Meetings, Pairs.SelectMany(p => p.Plan), Surveys, Surveys.SelectMany(s => s.Answers), Enquiries,
            ];
            return rows.SelectMany(r => r);
        }
    }

    /// <summary>Meetings of the pairs while the person was in them.</summary>
    public IEnumerable<Meeting> Meetings => Pairs.SelectMany(p => p.Meetings).Where(m => Periods.Any(x => x.PairId == m.PairId && x.From <= m.Date && (x.To is null || m.Date <= x.To)));

    private IEnumerable<(int PairId, DateOnly From, DateOnly? To)> Periods =>
        (Person.Mentee?.Pairs.Select(p => (p.PairId, p.From, p.To)) ?? []).Concat(Person.Mentor?.Pairs.Select(p => (p.PairId, p.From, p.To)) ?? []);

    private static IEnumerable<int> PairsOf(Person person) =>
        (person.Mentee?.Pairs.Select(p => p.PairId) ?? []).Concat(person.Mentor?.Pairs.Select(p => p.PairId) ?? []);
}
