using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;

namespace MentoringPortal.Data.Demo;

/// <summary>How far an invented pair has come.</summary>
internal enum PairStage { Meeting, Draft, Completed, Stuck, Ended, Unconfirmed }

/// <summary>Makes invented people and their pairs by the rules of the domain; all dates relative to the day.</summary>
internal sealed class InventedPeople(DateOnly today, InventedNames names, IReadOnlyList<Topic> topics)
{
    private const int OfTeachers = 4;
    private readonly SchoolYear _year = SchoolYear.Of(today);

    public List<Person> People { get; } = [];
    public List<Pair> Pairs { get; } = [];

    public Person Pupil(Organization school, int grade)
    {
        var person = new Person(school.Id, PersonKind.Pupil, names.Next());
        // About 6 years and 8 months old on the first day of the first class.
        person.Describe(PersonKind.Pupil, _year.Start.AddYears(-6 - grade).AddDays(-names.Random.Next(20, 380)), null, today);
        person.PutInClass($"{Math.Min(grade, 11)} {names.Pick(["А", "Б"])}");
        person.ParentName = names.Next().Full;
        person.ParentContact = Phone();
        People.Add(person);
        return person;
    }

    public Person Teacher(Organization school, DateOnly since)
    {
        var person = Adult(school, PersonKind.Teacher, names.Pick(["учитель математики", "учитель русского языка", "учитель истории", "педагог-психолог"]));
        person.Describe(PersonKind.Teacher, null, since, today);
        return person;
    }

    public Person Adult(Organization organization, PersonKind kind, string position)
    {
        var person = new Person(organization.Id, kind, names.Next()) { Position = position, Contact = Phone() };
        People.Add(person);
        return person;
    }

    public Mentor PartnerMentor(Organization partner)
    {
        var kind = partner.Kind == OrganizationKind.Enterprise ? PersonKind.Specialist : PersonKind.Student;
        var mentor = MentorOf(Adult(partner, kind, kind == PersonKind.Student ? "студент 3 курса" : "ведущий инженер"), 3, _year.Start.AddMonths(-3));
        mentor.Workplace = partner.ShortName;
        mentor.PartnerId = partner.Id;
        Agree(mentor.Person!, _year.Start);
        return mentor;
    }

    public Mentee MenteeOf(Person person, DateOnly enteredOn)
    {
        var mentee = new Mentee(person, enteredOn)
        {
            Request = names.Pick(person.Kind == PersonKind.Teacher
                ? ["Первый год веду класс", "Хочу увидеть хороший урок", "Трудно с документами", "Как говорить с родителями"]
                : (string[])["Хочу подтянуть предмет", "Нужна помощь с проектом", "Хочу понять, кем быть", "Трудно в новом классе"]),
            Time = names.Pick([TimeSlots.AfterLessons, TimeSlots.AfterLessons | TimeSlots.Online, TimeSlots.Weekends]),
            Categories = names.Random.Next(8) == 0 ? MenteeCategories.Gifted : MenteeCategories.None,
        };
        mentee.Choose(SomeTopics(person));
        return mentee;
    }

    public Mentor MentorOf(Person person, int capacity, DateOnly enteredOn)
    {
        var mentor = new Mentor(person, enteredOn, capacity)
        {
            Competences = names.Pick(["Ведёт кружок", "Победитель олимпиад", "Опыт проектной работы", "Умеет слушать"]),
            Time = TimeSlots.AfterLessons | TimeSlots.Online,
        };
        mentor.Choose(SomeTopics(person));
        return mentor;
    }

    /// <summary>A pair of a mentor who has <paramref name="taken"/> mentees already, brought to its stage with the consents and meetings that belong to it.</summary>
    public void AddPair(MentoringForm form, Mentor mentor, int taken, IReadOnlyList<Mentee> mentees, DateOnly from, DateOnly to, string orderNumber, PairStage stage)
    {
        var pair = Pair.Open(form, from, to, new MentorPlace(mentor, mentor.Capacity, taken, true), [.. mentees.Select(m => new MenteePlace(m, []))]);
        Pairs.Add(pair);
        if (stage == PairStage.Draft)
            return;
        var order = new FixingOrder(orderNumber, from, from);
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
            pair.EndEarly(Earlier(today.AddDays(-3), to), "Наставник перешёл на обучение в другую школу.");
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

    private string Phone() => $"8 (000) 000-{names.Random.Next(10, 99)}-{names.Random.Next(10, 99)}";

    /// <summary>The last four of the directory are a teacher's work; a teacher may help with any, a pupil asks for and offers the others.</summary>
    private List<int> SomeTopics(Person person)
    {
        var fitting = person.Kind == PersonKind.Teacher ? topics : [.. topics.Take(topics.Count - OfTeachers)];
        return [names.Pick(fitting).Id, names.Pick(fitting).Id];
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
