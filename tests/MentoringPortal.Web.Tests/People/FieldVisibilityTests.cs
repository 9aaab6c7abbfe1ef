using System.Net;
using System.Text;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Applications;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace MentoringPortal.Web.Tests.People;

/// <summary>AZ7: <c>tests/fields.csv</c> holds over every page and file that a role can read. A new page falls under it by itself.</summary>
[Trait("Category", "security")]
public sealed class FieldVisibilityTests(PortalHost host, ITestOutputHelper output) : IClassFixture<PortalHost>
{
    private static readonly DateOnly Day = new(2026, 10, 1);

    /// <summary>How each datum looks where it is shown; no other row of the demo holds these words.</summary>
    private static readonly Dictionary<string, string> Canaries = new(StringComparer.Ordinal)
    {
        ["pupil.surname"] = "Канареечкин-Перов",
        ["pupil.initials"] = "К. Щ. Ю.",
        ["pupil.class"] = "9 ЪЪ",
        ["pupil.birthDate"] = "13 января 2011",
        ["pupil.contact"] = "канарейка-телефон-ученика",
        ["pupil.parentName"] = "Канарейка Мать",
        ["pupil.parentContact"] = "канарейка-телефон-матери",
        ["mentee.request"] = "канарейка-запрос",
        ["mentee.category"] = "<dd>сирота",
        ["mentee.supportedBy"] = "канарейка-классный",
        ["enrolment.programme"] = "канарейка-кружок",
        ["consent.exists"] = "29.09.2026",
        ["consent.paperNumber"] = "канарейка-папка",
        ["pair.others"] = "Канареечкин-Старший",
        ["pair.programme"] = "канарейка-программа-пары",
        ["pair.order"] = "канарейка-приказ",
        ["pair.result"] = "канарейка-исход",
        ["meeting.topic"] = "канарейка-беседа",
        ["meeting.result"] = "канарейка-договорились",
        ["plan.task"] = "канарейка-задача",
        ["survey.answer"] = "канарейка-ответ",
        ["pupilMentor.workplace"] = "канарейка-дом-творчества",
        ["pupilMentor.competences"] = "канарейка-алгебра",
        ["pupilMentor.achievements"] = "канарейка-грамота",
        ["pupilMentor.interests"] = "канарейка-шахматы",
        ["adultMentor.name"] = "Канареечкина-Учитель",
        ["adultMentor.workplace"] = "канарейка-работа",
        ["adultMentor.competences"] = "канарейка-навыки",
        ["adultMentor.contact"] = "канарейка-телефон-учителя",
        ["offeredMentor.name"] = "Канареечкина-Базовая",
        ["offeredMentor.competences"] = "канарейка-умения-базы",
        ["offeredMentor.contact"] = "канарейка-телефон-базы",
        ["applicant.surname"] = "Канареечкин-Желающий",
        ["applicant.parentContact"] = "канарейка-телефон-отца",
        ["applicant.words"] = "канарейка-хочу",
        ["enquiry.requester"] = "Канареечкин-Опекун",
        ["enquiry.note"] = "канарейка-покажите",
        ["enquiry.reason"] = "канарейка-отказ",
        ["departmentEnquiry.requester"] = "Канареечкин-Заявитель",
        ["departmentEnquiry.note"] = "канарейка-управлению",
        ["answer.responsible"] = "Канареечкина-Ответственная",
        ["answer.reason"] = "канарейка-исправила",
    };

    private static readonly Dictionary<string, string> Logins = new(StringComparer.Ordinal)
    {
        ["curator"] = "curator1",
        ["department"] = "department",
        ["official"] = "official",
        ["other"] = "curator2",
        ["mentor"] = "mentor2",
        ["admin"] = "admin",
    };

    [Fact]
    public async Task Datum_IsShownToThoseAlone_WhomTheTableNames()
    {
        var ids = await Fill();
        var rows = (await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "fields.csv"))).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(',')).ToList();
        rows.Skip(1).Select(r => r[0]).ShouldBe(Canaries.Keys, ignoreOrder: true, "each datum of the table has its canary");
        var wrong = new List<string>();
        var pages = 0;
        for (var column = 1; column < rows[0].Length; column++)
        {
            var (text, read) = await EverythingReadBy(Logins[rows[0][column]], ids);
            pages += read;
            foreach (var row in rows.Skip(1))
                if (text.Contains(Canaries[row[0]], StringComparison.Ordinal) != (row[column] == "yes"))
                    wrong.Add($"{row[0]} by {rows[0][column]}: expected {row[column]}");
        }
        output.WriteLine($"data: {Canaries.Count}, roles: {Logins.Count}, pages read: {pages}");
        wrong.ShouldBeEmpty();
    }

    private async Task<(string Text, int Pages)> EverythingReadBy(string login, Dictionary<string, string[]> ids)
    {
        var visitor = await host.As(login);
        var text = new StringBuilder();
        var pages = 0;
        foreach (var endpoint in WalkedEndpoint.All(host.Services).Where(e => e.IsSafe && e.Parameters.All(ids.ContainsKey)))
            foreach (var address in Addresses(endpoint, ids))
            {
                var answer = await visitor.Get(address);
                answer.Status.ShouldBeLessThan(500, $"{address} by {login}");
                if (answer.Status != 200)
                    continue;
                text.Append(WebUtility.HtmlDecode(CanaryReader.TextOf(answer)));
                pages++;
            }
        return (text.ToString(), pages);
    }

    private static IEnumerable<string> Addresses(WalkedEndpoint endpoint, Dictionary<string, string[]> ids)
    {
        var values = endpoint.Parameters.Count == 0 ? [""] : ids[endpoint.Parameters[0]];
        foreach (var value in values)
        {
            var address = endpoint.Address(name => name == endpoint.Parameters[0] ? value : ids[name][0]);
            yield return address;
            if (endpoint.Parameters.Count == 0)
                foreach (var query in (string[])["?size=100&State=all", "?size=100&scope=municipal", "?Q=Канареечкин"])
                    yield return address + query;
        }
    }

    /// <summary>A pupil of «Лицей № 3» with everything that is known of a pupil, two teachers, one of them in the municipal base.</summary>
    private Task<Dictionary<string, string[]>> Fill() => host.Db(async db =>
    {
        var school = await db.Organizations.SingleAsync(o => o.ShortName == "Лицей № 3");
        var pupil = new Person(school.Id, PersonKind.Pupil, new PersonName(Canaries["pupil.surname"], "Щука", "Юмович"))
        {
            Contact = Canaries["pupil.contact"],
            ParentName = Canaries["pupil.parentName"],
            ParentContact = Canaries["pupil.parentContact"],
        };
        pupil.Describe(PersonKind.Pupil, new DateOnly(2011, 1, 13), null, Day);
        pupil.PutInClass(Canaries["pupil.class"]);
        var mentee = new Mentee(pupil, Day) { Request = Canaries["mentee.request"], Categories = MenteeCategories.Orphan };
        mentee.Support(Canaries["mentee.supportedBy"], Day, Day);
        pupil.Enrolments.Add(new Enrolment(pupil, Canaries["enrolment.programme"], school.Id, Day, null));
        pupil.Consents.Add(new Consent(pupil, ConsentKind.Processing, new DateOnly(2026, 9, 29), true, new DateOnly(2026, 11, 1)) { PaperNumber = Canaries["consent.paperNumber"] });
        var older = new Person(school.Id, PersonKind.Pupil, new PersonName(Canaries["pair.others"], "Лев", null));
        older.Describe(PersonKind.Pupil, new DateOnly(2009, 2, 2), null, Day);
        var mentor = new Mentor(older, Day, 1)
        {
            Workplace = Canaries["pupilMentor.workplace"],
            Competences = Canaries["pupilMentor.competences"],
            Achievements = Canaries["pupilMentor.achievements"],
            Interests = Canaries["pupilMentor.interests"],
        };
        var form = await db.MentoringForms.SingleAsync(f => f.Id == 1);
        var pair = Pair.Open(form, Day, Day.AddDays(200), new MentorPlace(mentor, 1, 0, true), [new MenteePlace(mentee, [])]);
        pair.Fix(new FixingOrder(Canaries["pair.order"], Day, Day), [], Day.AddDays(30));
        var programme = new Programme(school.Id) { Name = Canaries["pair.programme"], FormId = form.Id };
        db.Programmes.Add(programme);
        await db.SaveChangesAsync();
        pair.ProgrammeId = programme.Id;
        pair.Result = Canaries["pair.result"];
        var meeting = Meeting.Hold(pair, MeetingKind.Regular, Day.AddDays(4), new MeetingNotes(45, Canaries["meeting.topic"], Canaries["meeting.result"], 1, "Куратор"), Day.AddDays(30));
        var task = new PlanTask(school.Id) { Ordinal = 1, Task = Canaries["plan.task"] };
        pair.Plan.Add(task);
        db.Add(meeting);
        var asked = SurveyInvitation.Ask(pair, pupil, await db.Surveys.Include(s => s.Questions).FirstAsync(s => s.Id == 1), SurveyStage.Entry, Day);
        asked.Answer([new GivenAnswer(1, 7, null), new GivenAnswer(7, null, Canaries["survey.answer"])], AnsweredBy.Paper, Day);
        db.Add(asked);
        var teacher = Teacher(school, "adultMentor");
        var offered = Teacher(school, "offeredMentor");
        db.AddRange(pupil, older, pair, teacher, offered, new MentorOffer(offered.Mentor!, school, 1, null, Day));
        var applicant = new Person(school.Id, PersonKind.Pupil, new PersonName(Canaries["applicant.surname"], "Щегол", null)) { ParentName = "Отец", ParentContact = Canaries["applicant.parentContact"] };
        applicant.Describe(PersonKind.Pupil, new DateOnly(2012, 2, 3), null, Day);
        applicant.PutInClass("8 Ъ");
        var application = new Application(school.Id, ApplicantRole.Mentee, applicant, new ApplicantWords([1], Canaries["applicant.words"], null, TimeSlots.None), new DateOnly(2026, 11, 20));
        db.Add(application);
        await db.SaveChangesAsync();
        var settings = await db.Settings.SingleAsync();
        Enquiry Asked(int? organizationId, string datum, int? personId)
        {
            var facts = new EnquiryFacts(EnquiryKind.Access, EnquiryAsker.Representative, Canaries[$"{datum}.requester"], personId, EnquiryChannel.Mail, Day, Canaries[$"{datum}.note"]);
            return new(organizationId, facts, settings, ProductionCalendar.Russia, Day);
        }
        var (own, departments) = (Asked(school.Id, "enquiry", pupil.Id), Asked(null, "departmentEnquiry", null));
        own.Close(Day, EnquiryOutcome.Partly, Canaries["enquiry.reason"], null, Day);
        db.AddRange(own, departments);
        await db.SaveChangesAsync();
        var request = new InformationRequest();
        request.Open(new("Запрос с ответом", null, Day.AddDays(80), Day, [], new([new("Наставляемые", new(Measure.Mentees))], [new("Всего", FormColumn.AllForms)], ["ФИО"]), [school.Id]), Day);
        request.Submissions[0].Submit([new(0, 0, 2, 3, Canaries["answer.reason"])], new(Canaries["answer.responsible"], null), Enumerable.Empty<string>().ToLookup(_ => 0), Day, new(1, "Куратор", DateTime.UnixEpoch));
        db.Add(request);
        await db.SaveChangesAsync();
        return new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["requestId"] = [$"{request.Id}"],
            ["personId"] = [$"{pupil.Id}", $"{older.Id}", $"{teacher.Id}", $"{offered.Id}"],
            ["mentorId"] = [$"{teacher.Mentor!.Id}", $"{offered.Mentor!.Id}"],
            ["consentId"] = [$"{pupil.Consents[0].Id}"],
            ["organizationId"] = [$"{school.Id}"],
            ["pairId"] = [$"{pair.Id}"],
            ["menteeId"] = [$"{mentee.Id}"],
            ["meetingId"] = [$"{meeting.Id}"],
            ["taskId"] = [$"{task.Id}"],
            ["applicationId"] = [$"{application.Id}"],
            ["enquiryId"] = [$"{own.Id}", $"{departments.Id}"],
            ["paper"] = ["docx"],
            ["stage"] = ["exit"],
        };
    });

    private static Person Teacher(Organization school, string datum)
    {
        var person = new Person(school.Id, PersonKind.Teacher, new PersonName(Canaries[$"{datum}.name"], "Анна", null)) { Contact = Canaries[$"{datum}.contact"] };
        _ = new Mentor(person, Day, 2) { Competences = Canaries[$"{datum}.competences"], Workplace = Canaries.GetValueOrDefault($"{datum}.workplace") };
        return person;
    }
}
