using MentoringPortal.Data;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Settings;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Coverage;

/// <summary>
/// A small municipality by chance: schools and a supplementary institution that open and close, pupils with birthdays on the days asked about, people in two roles
/// and in two organizations, pairs in every state with leavers and mentors who were replaced.
/// </summary>
internal sealed class RandomMunicipality(int seed)
{
    /// <summary>Bounds of school years, a birthday of the leap day, and days between.</summary>
    public static readonly DateOnly[] Days =
        [new(2023, 12, 31), new(2024, 2, 29), new(2024, 8, 31), new(2024, 9, 1), new(2025, 2, 28), new(2025, 3, 1), new(2025, 12, 31), new(2026, 5, 25), new(2026, 11, 22)];

    private static readonly DateOnly Today = new(2026, 11, 22);
    private readonly Random _random = new(seed);
    private readonly List<Person> _people = [];
    private readonly List<Mentor> _mentors = [];
    private readonly List<Mentee> _mentees = [];
    private readonly List<Pair> _pairs = [];

    public async Task Fill(PortalDb db)
    {
        var organizations = new[] { OrganizationKind.School, OrganizationKind.School, OrganizationKind.School, OrganizationKind.SupplementaryEducation, OrganizationKind.Enterprise }
            .Select((kind, i) => new Organization { Kind = kind, ShortName = $"Организация {i}", FullName = "Организация" }).ToList();
        organizations.FindAll(o => Chance(4)).ForEach(o => o.Open(Day()));
        db.AddRange(organizations);
        db.Add(new MentoringSettings());
        await db.SaveChangesAsync();
        foreach (var organization in organizations)
            AddPeople(organization, db);
        await db.SaveChangesAsync();
        var forms = await db.MentoringForms.ToListAsync();
        for (var i = 0; i < 30; i++)
            AddPair(Of(forms));
        db.AddRange(_pairs);
        foreach (var organization in organizations.Where(o => Chance(6) && (o.OpenedOn is null || o.OpenedOn < Days[^2])))
            organization.Close(Days[^2]);
        Match(db, organizations);
        await db.SaveChangesAsync();
    }

    private void AddPeople(Organization organization, PortalDb db)
    {
        for (var i = 0; i < 9; i++)
        {
            var kind = organization.Kind == OrganizationKind.Enterprise ? PersonKind.Specialist : Chance(4) ? PersonKind.Teacher : PersonKind.Pupil;
            // The same names everywhere: some of them are one human being.
            var person = new Person(organization.Id, kind, new PersonName($"Фамилия{(char)('а' + i)}", "Имя", null));
            person.Describe(kind, kind == PersonKind.Pupil ? Born(i) : null, kind == PersonKind.Teacher && Chance(2) ? Of(Days).AddYears(-_random.Next(0, 5)) : null, Today);
            _people.Add(person);
            if (kind != PersonKind.Specialist && Chance(2))
                _mentees.Add(Marked(new Mentee(person, Days[0].AddYears(-1))));
            if (kind == PersonKind.Specialist || Chance(2))
                _mentors.Add(new Mentor(person, Days[0].AddYears(-1), 9));
            if (kind == PersonKind.Pupil && Chance(2))
                db.Add(Enrolled(person, organization.Id));
            db.Add(person);
        }
    }

    /// <summary>By the place in the list, so that namesakes have one birthday; around the bounds of 10 and 18, some on 29 February.</summary>
    private static DateOnly Born(int i) => i % 3 == 0 ? new DateOnly(2008 + (4 * (i / 3)), 2, 29) : Days[i % Days.Length].AddYears(i % 2 == 0 ? -10 : -18).AddDays(i % 5 == 0 ? 1 : 0);

    private Mentee Marked(Mentee mentee)
    {
        mentee.Categories = Chance(3) ? MenteeCategories.Gifted : MenteeCategories.None;
        return mentee;
    }

    private Enrolment Enrolled(Person person, int providerId)
    {
        var from = Day();
        return new Enrolment(person, "Кружок", providerId, from, Chance(2) ? null : from.AddDays(_random.Next(0, 400)));
    }

    private void AddPair(MentoringForm form)
    {
        var mentors = _mentors.FindAll(m => m.Person!.Kind == form.MentorKind);
        var mentees = _mentees.FindAll(m => m.Person!.Kind == form.MenteeKind);
        if (mentors.Count == 0 || mentees.Count == 0)
            return;
        var (mentor, mentee, from) = (Of(mentors), Of(mentees), Day());
        try
        {
            var pair = Pair.Open(form, from, from.AddDays(_random.Next(30, 400)), PlaceOf(mentor, mentee), [new MenteePlace(mentee, [])]);
            _pairs.Add(pair);
            Live(pair, mentors, mentees);
        }
        catch (DomainException)
        {
            // Chance asked for what the rules forbid: the pair stays as far as it came.
        }
    }

    private void Live(Pair pair, List<Mentor> mentors, List<Mentee> mentees)
    {
        var other = Of(mentees);
        if (other.OrganizationId == pair.OrganizationId && Chance(2))
            pair.Join(new MenteePlace(other, []), PlaceOf(pair.CurrentMentor!.Mentor!, other), pair.From, Today);
        if (Chance(6))
            return;
        pair.FixBackdated(new FixingOrder("1", pair.From, pair.From), Chance(2), 30, null, Today);
        if (pair.State != PairState.Active)
            return;
        var middle = pair.From.AddDays(_random.Next(1, 200));
        if (Chance(3))
            pair.ReplaceMentor(PlaceOf(Of(mentors), pair.Mentees[0].Mentee!), middle, "замена", Today);
        if (Chance(3))
            pair.Remove(pair.Mentees[0].Mentee!.Id, middle, "выбыл");
        if (Chance(3))
            pair.Complete(middle.AddDays(10), null);
        else if (Chance(3))
            pair.EndEarly(middle.AddDays(10), "причина");
    }

    private static MentorPlace PlaceOf(Mentor mentor, Mentee mentee)
    {
        if (mentee.OrganizationId != mentor.OrganizationId && !mentor.Availabilities.Exists(a => a.OrganizationId == mentee.OrganizationId))
            mentor.Lend(mentee.OrganizationId!.Value, 1, 0);
        return new(mentor, 99, 0, true);
    }

    private void Match(PortalDb db, List<Organization> organizations)
    {
        foreach (var (first, second) in _people.SelectMany(first => _people.Select(second => (first, second))).Where(p => p.first.Id < p.second.Id))
        {
            if (first.OrganizationId == second.OrganizationId || first.NameKey != second.NameKey || first.BirthDate != second.BirthDate || !Chance(2))
                continue;
            var match = new PersonMatch(first, KindOf(first), second, KindOf(second));
            if (Chance(2))
                match.Answer(first.OrganizationId!.Value, !Chance(5));
            if (Chance(2))
                match.Answer(second.OrganizationId!.Value, !Chance(5));
            db.Add(match);
        }

        OrganizationKind KindOf(Person person) => organizations.Find(o => o.Id == person.OrganizationId)!.Kind;
    }

    private DateOnly Day() => Chance(3) ? Of(Days) : Days[0].AddDays(_random.Next(0, Days[^1].DayNumber - Days[0].DayNumber));

    private bool Chance(int of) => _random.Next(of) == 0;

    private T Of<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];
}
