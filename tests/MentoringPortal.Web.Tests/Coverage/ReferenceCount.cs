using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Coverage;

/// <summary>The same numbers by plain loops over the rows, written from the words of the methodology and not from the query.</summary>
internal sealed class ReferenceCount(IReadOnlyList<Person> people, IReadOnlyList<Pair> pairs, IReadOnlyList<Enrolment> enrolments, IReadOnlyList<Organization> organizations, IReadOnlyList<PersonMatch> matches)
{
    public static async Task<ReferenceCount> Load(PortalDb db) => new(
        await db.People.ToListAsync(),
        await db.Pairs.Include(p => p.Form).Include(p => p.Mentees).ThenInclude(m => m.Mentee).Include(p => p.Mentors).ThenInclude(m => m.Mentor).ToListAsync(),
        await db.Enrolments.ToListAsync(), await db.Organizations.ToListAsync(), await db.PersonMatches.ToListAsync());

    public (int People, int Participations) Count(CoverageQuestion question, DateOnly on)
    {
        var found = new List<int>();
        var participations = 0;
        foreach (var person in people)
        {
            if (!Belongs(person, question, on))
                continue;
            var places = 0;
            foreach (var pair in pairs)
                places += PlacesOf(person, pair, question, on);
            participations += places;
            if (places > 0)
                found.Add(question.Population == Population.Enterprises ? person.OrganizationId!.Value : person.Id);
        }
        return question.Population == Population.Enterprises ? (found.Distinct().Count(), participations) : (Humans(found), participations);
    }

    /// <summary>A measure in a column, over organizations where it is counted in each: who stands in two of them is one in the second number.</summary>
    public (int Sum, int Distinct) Measure(CountedMeasure measure, IReadOnlyCollection<int> forms, int formId, DateOnly on)
    {
        var found = new HashSet<(int OrganizationId, int Key)>();
        foreach (var pair in pairs)
        {
            if (pair.OrderNumber is null || (forms.Count > 0 && (forms.Contains(pair.FormId) ? pair.FormId : pair.Form!.CountsAsId) != formId))
                continue;
            var isCounted = Counts(pair, pair.From, pair.EndedOn, on) && (measure.Measure != Domain.Coverage.Measure.CompletedPairs || (pair.State == PairState.Completed && pair.EndedOn <= on));
            if (measure.Measure is Domain.Coverage.Measure.Pairs or Domain.Coverage.Measure.CompletedPairs && isCounted)
                found.Add((pair.OrganizationId!.Value, pair.Id));
            foreach (var m in pair.Mentees.Where(m => Counts(pair, m.From, m.To, on)))
                Add(pair, m.Mentee!.PersonId, ParticipantRole.Mentee);
            foreach (var m in pair.Mentors.Where(m => Counts(pair, m.From, m.To, on)))
                Add(pair, m.Mentor!.PersonId, ParticipantRole.Mentor);
        }
        return Measures.IsOfPair(measure.Measure) ? (found.Count, found.Select(f => f.Key).Distinct().Count()) : (found.Count, Humans([.. found.Select(f => f.Key)]));

        void Add(Pair pair, int personId, ParticipantRole role)
        {
            var person = people.Single(p => p.Id == personId);
            var organization = organizations.Single(o => o.Id == person.OrganizationId);
            var isOpen = !(organization.OpenedOn > on || organization.ClosedOn < on);
            var isMentor = role == ParticipantRole.Mentor;
            if (measure.Measure == Domain.Coverage.Measure.Enterprises && isMentor && organization.Kind == OrganizationKind.Enterprise)
                found.Add((pair.OrganizationId!.Value, organization.Id));
            if (isMentor && measure.Measure == (person.Kind switch { PersonKind.Student => Domain.Coverage.Measure.StudentMentors, PersonKind.Specialist => Domain.Coverage.Measure.SpecialistMentors, _ => (Measure?)null }))
                found.Add((pair.OrganizationId!.Value, personId));
            if (!isOpen || Measures.IsOfPair(measure.Measure))
                return;
            var isPupil = person.Kind == PersonKind.Pupil && (measure.Band is not { } band || (person.BirthDate is { } born && band.Holds(born, on)));
            if (measure.Measure switch
            {
                Domain.Coverage.Measure.PupilMentees => isPupil && !isMentor,
                Domain.Coverage.Measure.PupilMentors => isPupil && isMentor,
                Domain.Coverage.Measure.Pupils => isPupil,
                Domain.Coverage.Measure.PupilsInProgrammes => Belongs(person, new(Population.PupilsInProgrammes), on),
                Domain.Coverage.Measure.TeacherMentees => person.Kind == PersonKind.Teacher && !isMentor,
                Domain.Coverage.Measure.TeacherMentors => person.Kind == PersonKind.Teacher && isMentor,
                Domain.Coverage.Measure.Teachers => person.Kind == PersonKind.Teacher,
                Domain.Coverage.Measure.YoungTeacherMentees => person.IsYoungTeacherOn(on, 3) && !isMentor,
                Domain.Coverage.Measure.YoungTeachers => person.IsYoungTeacherOn(on, 3),
                Domain.Coverage.Measure.Mentees => !isMentor,
                Domain.Coverage.Measure.Mentors => isMentor,
                Domain.Coverage.Measure.Participants => true,
                _ => false,
            })
                found.Add((organization.Id, personId));
        }
    }

    private bool Belongs(Person person, CoverageQuestion question, DateOnly on)
    {
        var organization = organizations.Single(o => o.Id == person.OrganizationId);
        if (question.OrganizationId is { } only && only != organization.Id)
            return false;
        if (organization.OpenedOn > on || organization.ClosedOn < on)
            return false;
        if (question.Population == Population.Enterprises)
            return organization.Kind == OrganizationKind.Enterprise;
        if (question.Kind is { } kind && kind != organization.Kind)
            return false;
        return question.Population switch
        {
            Population.Pupils => person.Kind == PersonKind.Pupil,
            Population.PupilsInBand => person.Kind == PersonKind.Pupil && Ages.On(person.BirthDate!.Value, on) is >= 10 and <= 18,
            Population.PupilsInProgrammes => person.Kind == PersonKind.Pupil && (organization.Kind == OrganizationKind.SupplementaryEducation || enrolments.Any(e => e.PersonId == person.Id && e.IsOn(on))),
            Population.Teachers => person.Kind == PersonKind.Teacher,
            Population.YoungTeachers => person.IsYoungTeacherOn(on, 3),
            _ => false,
        };
    }

    private static int PlacesOf(Person person, Pair pair, CoverageQuestion question, DateOnly on)
    {
        if (pair.OrderNumber is null || (question.FormId is { } form && pair.FormId != form && pair.Form!.CountsAsId != form) || (question.Contour is { } contour && pair.Form!.Contour != contour))
            return 0;
        var places = 0;
        if (question.Role != ParticipantRole.Mentor && question.Population != Population.Enterprises)
            foreach (var m in pair.Mentees)
                if (m.Mentee!.PersonId == person.Id && Counts(pair, m.From, m.To, on) && (question.Category == MenteeCategories.None || (m.Mentee.Categories & question.Category) != MenteeCategories.None))
                    places++;
        if (question.Role != ParticipantRole.Mentee && question.Category == MenteeCategories.None)
            foreach (var m in pair.Mentors)
                if (m.Mentor!.PersonId == person.Id && Counts(pair, m.From, m.To, on))
                    places++;
        return places;
    }

    /// <summary>In the pair on the day; or in it to its completion, which was earlier in the same school year.</summary>
    private static bool Counts(Pair pair, DateOnly from, DateOnly? to, DateOnly on)
    {
        if (on < from)
            return false;
        if (on <= (to ?? pair.EndedOn ?? pair.To))
            return true;
        return pair.State == PairState.Completed && to == pair.EndedOn && SchoolYear.Of(pair.EndedOn!.Value) == SchoolYear.Of(on);
    }

    /// <summary>Records joined by both curators' word are one human being, however long the chain.</summary>
    private int Humans(List<int> records)
    {
        var groups = records.Distinct().Select(r => new HashSet<int> { r }).ToList();
        foreach (var match in matches.Where(m => m.State == MatchState.Confirmed))
        {
            var (one, other) = (groups.Find(g => g.Contains(match.FirstPersonId)), groups.Find(g => g.Contains(match.SecondPersonId)));
            if (one is null || other is null || one == other)
                continue;
            one.UnionWith(other);
            groups.Remove(other);
        }
        return groups.Count;
    }
}
