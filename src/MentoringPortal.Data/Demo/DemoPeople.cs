using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;

namespace MentoringPortal.Data.Demo;

/// <summary>Several hundred invented people of the demo's schools, with pairs in every state; all dates relative to the day it is made.</summary>
internal sealed class DemoPeople(DateOnly today, IReadOnlyList<Organization> organizations, IReadOnlyList<MentoringForm> forms, IReadOnlyList<Topic> topics)
{
    private const int PupilsPerSchool = 44;
    private const int TeachersPerSchool = 6;
    private readonly InventedNames _names = new(2026);
    private readonly SchoolYear _year = SchoolYear.Of(today);

    public List<Person> People { get; } = [];
    public List<Pair> Pairs { get; } = [];
    public List<MentorOffer> Offers { get; } = [];
    public List<PartnerAgreement> Agreements { get; } = [];

    /// <summary>The two mentors who have accounts; the caller links them.</summary>
    public List<Mentor> OfAccounts { get; } = [];

    public void AddSchools()
    {
        foreach (var school in organizations.Where(o => o.Kind is OrganizationKind.School))
            AddSchool(school);
    }

    /// <summary>Mentors of partners, kept by the department and offered to all, with the agreements without which none of them enters a pair.</summary>
    public void AddPartners()
    {
        foreach (var partner in organizations.Where(o => OrganizationKinds.Partners.Contains(o.Kind)))
        {
            Agreements.Add(new PartnerAgreement
            {
                PartnerId = partner.Id,
                PartnerName = partner.ShortName,
                Subject = "Наставничество обучающихся округа",
                Number = $"{Agreements.Count + 1}-С",
                Date = _year.Start,
                ValidTo = _year.Next.End,
            });
            for (var i = 0; i < 3; i++)
            {
                var kind = partner.Kind == OrganizationKind.Enterprise ? PersonKind.Specialist : PersonKind.Student;
                var mentor = MentorOf(Adult(partner, kind, kind == PersonKind.Student ? "студент 3 курса" : "ведущий инженер"), 3);
                mentor.Workplace = partner.ShortName;
                mentor.PartnerId = partner.Id;
                Offers.Add(new MentorOffer(mentor, partner.ShortName, 2, "Готов встречаться в школе или по видеосвязи.", today.AddDays(-40)));
            }
        }
    }

    private void AddSchool(Organization school)
    {
        var teachers = Enumerable.Range(0, TeachersPerSchool).Select(i => Teacher(school, i)).ToList();
        var pupils = Enumerable.Range(0, PupilsPerSchool).Select(i => Pupil(school, 5 + (i % 7))).ToList();
        var young = pupils.Where(p => p.Grade is < 9).Take(20).Select(MenteeOf).ToList();
        var old = pupils.Where(p => p.Grade is >= 9).Take(10).Select(p => MentorOf(p, 2)).ToList();
        var experienced = teachers.Take(3).Select(t => MentorOf(t, 2)).ToList();
        var beginners = teachers.Skip(4).Select(MenteeOf).ToList();
        if (OfAccounts.Count == 0)
            OfAccounts.AddRange(experienced.Take(2));

        var number = 0;
        for (var i = 0; i < 9; i++)
            AddPair(forms[0], old[i], [young[i]], ++number, (PairStage)(i % 6));
        // A teacher with a group, and teachers with a colleague at the beginning of his work.
        AddPair(forms[5], experienced[0], [young[10], young[11]], ++number, PairStage.Meeting);
        AddPair(forms[1], experienced[1], [beginners[0]], ++number, PairStage.Meeting);
        AddPair(forms[1], experienced[2], [beginners[1]], ++number, PairStage.Draft);
    }

    private enum PairStage { Meeting, Draft, Completed, Stuck, Ended, Unconfirmed }

    private void AddPair(MentoringForm form, Mentor mentor, IReadOnlyList<Mentee> mentees, int number, PairStage stage)
    {
        var from = stage == PairStage.Completed ? today.AddDays(-70) : Later(today.AddDays(-50), _year.Start);
        var to = stage == PairStage.Completed ? today.AddDays(-5) : Later(_year.End, today.AddDays(60));
        var pair = Pair.Open(form, from, to, new MentorPlace(mentor, mentor.Capacity, 0, true), [.. mentees.Select(m => new MenteePlace(m, []))]);
        Pairs.Add(pair);
        if (stage == PairStage.Draft)
            return;
        var order = new FixingOrder($"{40 + number}", from, from);
        if (stage == PairStage.Unconfirmed)
        {
            pair.FixBackdated(order, isConsentRecorded: false, 30, null, today);
            return;
        }
        foreach (var person in mentees.Select(m => m.Person!).Append(mentor.Person!))
            Agree(person, from.AddDays(-7));
        pair.Fix(order, [], today);
        if (stage == PairStage.Stuck)
            return;
        AddMeetings(pair, from);
        if (stage == PairStage.Completed)
            pair.Complete(to, "Цель достигнута: оценки выровнены, наставляемый ведёт свой проект.");
        else if (stage == PairStage.Ended)
            pair.EndEarly(today.AddDays(-3), "Наставник перешёл на обучение в другую школу.");
    }

    private void AddMeetings(Pair pair, DateOnly from)
    {
        MeetingNotes Notes(string topic) => new(45, topic, "Договорились о следующем шаге.", 0, "Куратор");
        pair.Meetings.Add(Meeting.Hold(pair, MeetingKind.Trial, Earlier(from.AddDays(3), today), Notes("Знакомство"), today));
        pair.Meetings.Add(Meeting.Hold(pair, MeetingKind.Organisational, Earlier(from.AddDays(10), today), Notes("План работы"), today));
        pair.Meetings.Add(Meeting.Hold(pair, MeetingKind.Regular, Earlier(from.AddDays(24), today), Notes("Разбор трудной темы"), today));
        if (today.AddDays(5) <= pair.To)
            pair.Meetings.Add(Meeting.Plan(pair, MeetingKind.Regular, today.AddDays(5), "Проверка плана"));
        pair.Plan.Add(new PlanTask(pair.OrganizationId) { Ordinal = 1, Goal = "Уверенность в предмете", Task = "Разобрать пробелы по темам четверти", DueOn = from.AddDays(30), DoneOn = Earlier(from.AddDays(28), today) });
        pair.Plan.Add(new PlanTask(pair.OrganizationId) { Ordinal = 2, Goal = "Уверенность в предмете", Task = "Подготовить небольшое выступление", DueOn = pair.To.AddDays(-10) });
    }

    private void Agree(Person person, DateOnly day)
    {
        if (person.Consents.Count == 0)
            person.Consents.Add(new Consent(person, ConsentKind.Processing, day, hasOwnLine: true, today) { PaperNumber = "папка 4" });
    }

    private Person Pupil(Organization school, int grade)
    {
        var person = new Person(school.Id, PersonKind.Pupil, _names.Next());
        // About 6 years and 8 months old on the first day of the first class.
        person.Describe(PersonKind.Pupil, _year.Start.AddYears(-6 - grade).AddDays(-_names.Random.Next(20, 380)), null, today);
        person.PutInClass($"{grade} {_names.Pick(["А", "Б"])}");
        person.ParentName = _names.Next().Full;
        person.ParentContact = Phone();
        People.Add(person);
        return person;
    }

    private Person Teacher(Organization school, int i)
    {
        var person = Adult(school, PersonKind.Teacher, _names.Pick(["учитель математики", "учитель русского языка", "учитель истории", "педагог-психолог"]));
        person.Describe(PersonKind.Teacher, null, i < 4 ? today.AddYears(-12 - i) : today.AddMonths(-8 - i), today);
        return person;
    }

    private Person Adult(Organization organization, PersonKind kind, string position)
    {
        var person = new Person(organization.Id, kind, _names.Next()) { Position = position, Contact = Phone() };
        People.Add(person);
        return person;
    }

    private string Phone() => $"8 (000) 000-{_names.Random.Next(10, 99)}-{_names.Random.Next(10, 99)}";

    private Mentee MenteeOf(Person person)
    {
        var mentee = new Mentee(person, _year.Start)
        {
            Request = _names.Pick(["Хочу подтянуть предмет", "Нужна помощь с проектом", "Хочу понять, кем быть", "Трудно в новом классе"]),
            Time = _names.Pick([TimeSlots.AfterLessons, TimeSlots.AfterLessons | TimeSlots.Online, TimeSlots.Weekends]),
            Categories = _names.Random.Next(8) == 0 ? MenteeCategories.Gifted : MenteeCategories.None,
        };
        mentee.Choose(SomeTopics());
        return mentee;
    }

    private Mentor MentorOf(Person person, int capacity)
    {
        var mentor = new Mentor(person, _year.Start.AddMonths(-3), capacity)
        {
            Competences = _names.Pick(["Ведёт кружок", "Победитель олимпиад", "Опыт проектной работы", "Умеет слушать"]),
            Time = TimeSlots.AfterLessons | TimeSlots.Online,
        };
        mentor.Choose(SomeTopics());
        return mentor;
    }

    private List<int> SomeTopics() => [_names.Pick(topics).Id, _names.Pick(topics).Id];

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
