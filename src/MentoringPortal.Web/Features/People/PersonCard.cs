using MentoringPortal.Data;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.People;

/// <summary>GET /people/{personId}: only what this reader may see is in it; a null says «not for you» or «not known» alike.</summary>
public sealed record PersonCard(int Id, string Name, PersonKind Kind, string? ClassName, string? Position, string? Organization, DateOnly? LeftOn, Sight Sight)
{
    /// <summary>Shown to the organization's own curator, and only while the person is under age.</summary>
    public DateOnly? BirthDate { get; init; }
    /// <summary>The register told the year alone.</summary>
    public bool IsBirthYearOnly { get; init; }
    public DateOnly? TeachingSince { get; init; }
    public string? Contact { get; init; }
    public string? ParentName { get; init; }
    public string? ParentContact { get; init; }
    public bool IsParentContactShared { get; init; }
    public MenteeCard? Mentee { get; init; }
    public MentorCard? Mentor { get; init; }
    public IReadOnlyList<PersonPair> Pairs { get; init; } = [];
    public IReadOnlyList<PersonConsent> Consents { get; init; } = [];
    public IReadOnlyList<PersonEnrolment> Enrolments { get; init; } = [];
    public IReadOnlyList<HistoryLine> History { get; init; } = [];
    public bool MayWrite { get; init; }
    public bool IsRevealed { get; init; }
    public bool IsErased { get; init; }
    public required DateOnly Today { get; init; }

    /// <param name="db">The reader's database.</param>
    /// <param name="personId">Whose card.</param>
    /// <param name="isRevealed">The department has given a reason for the full name.</param>
    /// <param name="clock">The municipality's clock.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<PersonCard?> Load(PortalDb db, int personId, bool isRevealed, MunicipalClock clock, CancellationToken cancel)
    {
        var actor = db.Scope.Actor!;
        var today = clock.Today;
        var person = await db.People.AsNoTracking().AsSplitQuery()
            .Include(p => p.Mentee!.Topics).ThenInclude(t => t.Topic)
            .Include(p => p.Mentor!.Topics).ThenInclude(t => t.Topic)
            .Include(p => p.Mentor!.Offers.Where(o => o.WithdrawnOn == null))
            .Include(p => p.Consents).Include(p => p.Enrolments)
            .SingleOrDefaultAsync(p => p.Id == personId, cancel);
        // A mentor of the municipal base is shown to others in its list, not by his card.
        if (person is null || (actor.Role == Role.Curator && person.OrganizationId != actor.OrganizationId))
            return null;
        var sight = Sight.Of(actor, person.OrganizationId, person.Kind, person.BirthDate);
        return new PersonCard(person.Id, isRevealed ? person.Name.Full : sight.NameOf(person.Name), person.Kind, person.ClassName, person.Position,
            await db.Organizations.Where(o => o.Id == person.OrganizationId).Select(o => o.ShortName).SingleOrDefaultAsync(cancel), person.LeftOn, sight)
        {
            IsBirthYearOnly = person.IsBirthYearOnly,
            BirthDate = sight.Private && person.IsMinorOn(today) && !person.IsErased ? person.BirthDate : null,
            TeachingSince = person.IsErased ? null : person.TeachingSince,
            Contact = sight.Contact ? person.Contact : null,
            ParentName = sight.Private ? person.ParentName : null,
            ParentContact = sight.Private ? person.ParentContact : null,
            IsParentContactShared = sight.Private && person.IsParentContactShared,
            Mentee = person.Mentee is { } mentee ? MenteeCard.Of(mentee, sight) : null,
            Mentor = person.Mentor is { } mentor ? MentorCard.Of(mentor, hasWords: sight.Private || person.Kind != PersonKind.Pupil) : null,
            Pairs = await PairsOf(db, person, actor, cancel),
            Consents = [.. person.Consents.OrderByDescending(c => c.SignedOn).Select(c => new PersonConsent(c.Id, c.Kind, c.Signer, c.SignedOn, c.LastDay(person.BirthDate), c.WithdrawnOn,
                c.HoldsOn(today, person.BirthDate), sight.Private ? c.PaperNumber : null, sight.Private ? c.FileId : null))],
            Enrolments = sight.Private ? [.. person.Enrolments.OrderByDescending(e => e.From).Select(e => new PersonEnrolment(e.Id, e.Programme, e.From, e.To))] : [],
            History = sight.Private ? await HistoryOf(db, person, clock, cancel) : [],
            MayWrite = !person.IsErased && await PeopleRights.MayWrite(db, person.OrganizationId, cancel),
            IsErased = person.IsErased,
            IsRevealed = isRevealed,
            Today = today,
        };
    }

    private static async Task<IReadOnlyList<PersonPair>> PairsOf(PortalDb db, Person person, Actor actor, CancellationToken cancel)
    {
        var (mentorId, menteeId) = (person.Mentor?.Id, person.Mentee?.Id);
        var own = db.PairMentors.Where(m => m.MentorId == mentorId).Select(m => m.PairId).Union(db.PairMentees.Where(m => m.MenteeId == menteeId).Select(m => m.PairId));
        var pairs = await db.Pairs.Where(p => own.Contains(p.Id))
            .OrderByDescending(p => p.From).ThenByDescending(p => p.Id)
            .Select(p => new
            {
                p.Id,
                p.State,
                p.From,
                To = p.EndedOn ?? p.To,
                Form = p.Form!.Name,
                p.OrganizationId,
                Mentors = p.Mentors.OrderBy(m => m.From).Select(m => new { m.Mentor!.Person!.Surname, m.Mentor.Person.Given, m.Mentor.Person.Patronymic, m.Mentor.Person.Kind, m.Mentor.Person.BirthDate, m.Mentor.PersonId }).ToList(),
                Mentees = p.Mentees.OrderBy(m => m.Id).Select(m => new { m.Mentee!.Person!.Surname, m.Mentee.Person.Given, m.Mentee.Person.Patronymic, m.Mentee.Person.Kind, m.Mentee.Person.BirthDate, m.Mentee.PersonId }).ToList(),
            }).AsSplitQuery().ToListAsync(cancel);
        return [.. pairs.Select(p => new PersonPair(p.Id, p.State, p.Form, p.From, p.To,
            [.. p.Mentors.Concat(p.Mentees).Where(x => x.PersonId != person.Id).Select(x => Sight.Of(actor, p.OrganizationId, x.Kind, x.BirthDate).NameOf(new PersonName(x.Surname, x.Given, x.Patronymic)))],
            p.Mentors.Exists(m => m.PersonId == person.Id)))];
    }

    private static Task<IReadOnlyList<HistoryLine>> HistoryOf(PortalDb db, Person person, MunicipalClock clock, CancellationToken cancel)
    {
        List<(string, object)> rows = [(nameof(Person), person.Id)];
        if (person.Mentee is { } mentee)
            rows.Add((nameof(Domain.People.Mentee), mentee.Id));
        if (person.Mentor is { } mentor)
            rows.Add((nameof(Domain.People.Mentor), mentor.Id));
        rows.AddRange(person.Consents.Select(c => (nameof(Consent), (object)c.Id)));
        rows.AddRange(person.Enrolments.Select(e => (nameof(Enrolment), (object)e.Id)));
        return Shared.History.Of(db, clock, cancel, [.. rows]);
    }
}

/// <summary>Request, topics and categories are the organization's own; others see that the place exists, and since when.</summary>
public sealed record MenteeCard(int Id, DateOnly EnteredOn, DateOnly? LeftOn, IReadOnlyList<string> Topics, string? Request, TimeSlots Time, MenteeCategories Categories,
    string? SupportedBy, DateOnly? SupportedSince)
{
    public static MenteeCard Of(Mentee mentee, Sight sight) => new(mentee.Id, mentee.EnteredOn, mentee.LeftOn,
        sight.Private ? [.. mentee.Topics.Select(t => t.Topic!.Name)] : [], sight.Private ? mentee.Request : null, mentee.Time,
        sight.Private ? mentee.Categories : MenteeCategories.None, sight.Private ? mentee.SupportedBy : null, sight.Private ? mentee.SupportedSince : null);
}

public sealed record MentorCard(int Id, DateOnly EnteredOn, DateOnly? LeftOn, IReadOnlyList<string> Topics, string? Competences, string? Workplace, string? Achievements, string? Interests,
    int? AgeFrom, int? AgeTo, TimeSlots Time, int Capacity, DateOnly? TrainedOn, string? Certificate, DateOnly? EmployeeConsentOn, string? ContractAddition, int? Offered)
{
    /// <param name="hasWords">What is written of him in free words; of a pupil it is his school's alone.</param>
    public static MentorCard Of(Mentor m, bool hasWords) => new(m.Id, m.EnteredOn, m.LeftOn, [.. m.Topics.Select(t => t.Topic!.Name)],
        hasWords ? m.Competences : null, hasWords ? m.Workplace : null, hasWords ? m.Achievements : null, hasWords ? m.Interests : null,
        m.AgeFrom, m.AgeTo, m.Time, m.Capacity, m.TrainedOn, hasWords ? m.Certificate : null, m.EmployeeConsentOn, m.ContractAddition, m.Offers.Count > 0 ? m.Offers[0].Places : null);
}

/// <param name="Others">The other people of the pair, as the reader may name them.</param>
public sealed record PersonPair(int Id, PairState State, string Form, DateOnly From, DateOnly To, IReadOnlyList<string> Others, bool IsMentor);

public sealed record PersonConsent(int Id, ConsentKind Kind, ConsentSigner Signer, DateOnly SignedOn, DateOnly? LastDay, DateOnly? WithdrawnOn, bool Holds, string? PaperNumber, Guid? FileId);

public sealed record PersonEnrolment(int Id, string Programme, DateOnly From, DateOnly? To);
