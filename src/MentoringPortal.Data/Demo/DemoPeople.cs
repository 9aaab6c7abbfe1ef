using MentoringPortal.Domain.Applications;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Settings;
using MentoringPortal.Domain.Time;

namespace MentoringPortal.Data.Demo;

/// <summary>Several hundred invented people of the demo's schools, with pairs in every state; all dates relative to the day it is made.</summary>
internal sealed class DemoPeople(DateOnly today, IReadOnlyList<Organization> organizations, IReadOnlyList<MentoringForm> forms, IReadOnlyList<Topic> topics)
{
    private const int PupilsPerSchool = 44;
    private const int TeachersPerSchool = 6;
    private readonly InventedPeople _invented = new(today, new InventedNames(2026), topics);
    private readonly SchoolYear _year = SchoolYear.Of(today);

    public IReadOnlyList<Person> People => _invented.People;
    public IReadOnlyList<Pair> Pairs => _invented.Pairs;
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
            Agreements.Add(AgreementWith(partner, $"{Agreements.Count + 1}-С", _year));
            for (var i = 0; i < 3; i++)
                Offers.Add(OfferOf(_invented.PartnerMentor(partner), partner, today));
        }
    }

    internal static PartnerAgreement AgreementWith(Organization partner, string number, SchoolYear year) => new()
    {
        PartnerId = partner.Id,
        PartnerName = partner.ShortName,
        Subject = "Наставничество обучающихся округа",
        Number = number,
        Date = year.Start,
        ValidTo = year.Next.End,
    };

    internal static MentorOffer OfferOf(Mentor mentor, Organization partner, DateOnly today) =>
        new(mentor, partner, 2, "Готов встречаться в школе или по видеосвязи.", today.AddDays(-40));

    /// <summary>Two who want to take part, of the first school: the curator decides.</summary>
    public IEnumerable<Application> Applications()
    {
        var school = organizations.First(o => o.Kind == OrganizationKind.School);
        var pupil = _invented.Pupil(school, 8);
        var teacher = _invented.Teacher(school, today.AddYears(-9));
        // They are in no bank until the curator accepts them.
        _invented.People.RemoveAll(p => p == pupil || p == teacher);
        yield return new(school.Id, ApplicantRole.Mentee, pupil, new([1], "Хочу подтянуть математику перед экзаменом", null, TimeSlots.AfterLessons), today.AddDays(-3));
        yield return new(school.Id, ApplicantRole.Mentor, teacher, new([1, 2], "Подготовка к олимпиадам", "Шахматы", TimeSlots.None), today.AddDays(-1));
    }

    /// <summary>What was asked about data in the first school: a parent waits, and one of its mentors was answered. Their cards are saved by now.</summary>
    public IEnumerable<Enquiry> Enquiries(MentoringSettings settings)
    {
        var school = organizations.First(o => o.Kind == OrganizationKind.School);
        var pupil = People.First(p => p.OrganizationId == school.Id && p.ParentName is not null);
        var teacher = OfAccounts[1].Person!;
        yield return new(school.Id, new(EnquiryKind.Access, EnquiryAsker.Representative, pupil.ParentName!, pupil.Id, EnquiryChannel.Paper, today.AddDays(-6), "Просит показать всё, что хранится о ребёнке; ответ заберёт лично."),
            settings, ProductionCalendar.Russia, today);
        var answered = new Enquiry(school.Id, new(EnquiryKind.Correction, EnquiryAsker.Self, teacher.Name.Full, teacher.Id, EnquiryChannel.InPerson, today.AddDays(-45), "Изменился телефон."), settings, ProductionCalendar.Russia, today);
        answered.Close(today.AddDays(-43), EnquiryOutcome.Satisfied, null, "12-пд", today);
        yield return answered;
    }

    private void AddSchool(Organization school)
    {
        var teachers = Enumerable.Range(0, TeachersPerSchool).Select(i => _invented.Teacher(school, i < 4 ? today.AddYears(-12 - i) : today.AddMonths(-8 - i))).ToList();
        var pupils = Enumerable.Range(0, PupilsPerSchool).Select(i => _invented.Pupil(school, 5 + (i % 7))).ToList();
        // Most go to a circle or a section somewhere.
        foreach (var pupil in pupils.Where((_, i) => i % 4 != 3))
            pupil.Enrolments.Add(new Enrolment(pupil, "Робототехника", organizations.First(o => o.Kind == OrganizationKind.SupplementaryEducation).Id, _year.Start, null));
        var young = pupils.Where(p => p.Grade is < 9).Take(20).Select(MenteeOf).ToList();
        var old = pupils.Where(p => p.Grade is >= 9).Take(10).Select(MentorOf).ToList();
        var experienced = teachers.Take(3).Select(MentorOf).ToList();
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

    private void AddPair(MentoringForm form, Mentor mentor, IReadOnlyList<Mentee> mentees, int number, PairStage stage)
    {
        var from = stage == PairStage.Completed ? today.AddDays(-70) : Later(today.AddDays(-50), _year.Start);
        var to = stage == PairStage.Completed ? today.AddDays(-5) : Later(_year.End, today.AddDays(60));
        _invented.AddPair(form, mentor, 0, mentees, from, to, $"{40 + number}", stage);
    }

    private Mentee MenteeOf(Person person) => _invented.MenteeOf(person, _year.Start);

    private Mentor MentorOf(Person person) => _invented.MentorOf(person, 2, _year.Start.AddMonths(-3));

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
