using MentoringPortal.Data;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Applications;
using MentoringPortal.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Security;

/// <summary>People and pairs of a school of the walk.</summary>
public sealed partial class World
{
    /// <summary>A pupil with a request and an enrolment, and a teacher whom a third organization has asked for.</summary>
    private static async Task FillPeople(PortalDb db, Dictionary<string, string> ids, Organization school, string canary, int? mentorUser)
    {
        var day = new DateOnly(2026, 10, 1);
        var pupil = new Person(school.Id, PersonKind.Pupil, new PersonName(canary, canary, canary)) { Contact = canary, ParentName = canary, ParentContact = canary };
        pupil.Describe(PersonKind.Pupil, new DateOnly(2012, 5, 6), null, day);
        _ = new Mentee(pupil, day) { Request = canary };
        var consent = new Consent(pupil, ConsentKind.Processing, day, hasOwnLine: true, day) { PaperNumber = canary };
        var enrolment = new Enrolment(pupil, canary, school.Id, day, null);
        var teacher = new Person(school.Id, PersonKind.Teacher, new PersonName(canary, "Учитель", null)) { Position = canary, Contact = canary };
        var mentor = new Mentor(teacher, day, 2) { Competences = canary, Workplace = canary };
        var third = await db.Organizations.SingleAsync(o => o.ShortName == "Школа № 2");
        var offer = new MentorOffer(mentor, school, 1, canary, day);
        var request = new MentorRequest(offer, third.Id, third.ShortName, 1, canary, day);
        // Out of the municipal base again, so that no other school has a right to see him.
        offer.Withdraw(day);
        db.AddRange(pupil, consent, enrolment, teacher, offer, request);
        await db.SaveChangesAsync();
        var programme = new Programme(school.Id) { Name = canary, FormId = 1, Purpose = canary };
        db.Programmes.Add(programme);
        await db.SaveChangesAsync();
        ids["programmeId"] = $"{programme.Id}";
        // The department's own directories are the same for every school.
        ids["agreementId"] = $"{await db.PartnerAgreements.Select(a => a.Id).FirstAsync()}";
        ids["topicId"] = "1";
        ids["formId"] = "6";
        var same = new Person(third.Id, PersonKind.Pupil, pupil.Name);
        same.Describe(PersonKind.Pupil, pupil.BirthDate, null, day);
        db.People.Add(same);
        await db.SaveChangesAsync();
        var match = new PersonMatch(pupil, school.Kind, same, third.Kind);
        db.PersonMatches.Add(match);
        await db.SaveChangesAsync();
        ids["matchId"] = $"{match.Id}";
        ids["personId"] = $"{pupil.Id}";
        ids["consentId"] = $"{consent.Id}";
        ids["enrolmentId"] = $"{enrolment.Id}";
        await FillPair(db, ids, pupil.Mentee!, await db.Mentors.Include(m => m.Person).SingleOrDefaultAsync(m => m.UserId == mentorUser && mentorUser != null) ?? mentor, canary);
        ids["mentorId"] = $"{mentor.Id}";
        ids["mentorRequestId"] = $"{request.Id}";
    }

    /// <summary>A pair at work with a meeting held, one planned, and a task; in curator1's school it is mentor1's own.</summary>
    private static async Task FillPair(PortalDb db, Dictionary<string, string> ids, Mentee mentee, Mentor mentor, string canary)
    {
        var (day, today) = (new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 22));
        var pair = Pair.Open(await db.MentoringForms.SingleAsync(f => f.Id == 6), day, day.AddDays(200), new MentorPlace(mentor, 99, 0, true), [new MenteePlace(mentee, [])]);
        pair.Fix(new FixingOrder(canary, day, day), [], today);
        var held = Meeting.Hold(pair, MeetingKind.Regular, day.AddDays(9), new MeetingNotes(45, canary, canary, 1, canary), today);
        var task = new PlanTask(pair.OrganizationId) { Ordinal = 1, Goal = canary, Task = canary };
        pair.Plan.Add(task);
        db.AddRange(pair, held, Meeting.Plan(pair, MeetingKind.Final, today.AddDays(9), canary));
        await db.SaveChangesAsync();
        var survey = await db.Surveys.Include(s => s.Questions).FirstAsync(s => s.Id == 1);
        var asked = SurveyInvitation.Ask(pair, mentee.Person!, survey, SurveyStage.Entry, day);
        asked.Answer([new GivenAnswer(1, 7, null), new GivenAnswer(7, null, canary)], AnsweredBy.Paper, day);
        db.Add(asked);
        await db.SaveChangesAsync();
        // The stage that is still open.
        ids["stage"] = "exit";
        ids["surveyId"] = "1";
        var template = new PlanTemplate(pair.OrganizationId) { Name = canary };
        template.Put([new PlanTemplateLine(null, canary, canary, 30)]);
        db.Add(template);
        await db.SaveChangesAsync();
        ids["templateId"] = $"{template.Id}";
        var applicant = new Person(pair.OrganizationId!.Value, PersonKind.Teacher, mentee.Person!.Name) { Position = canary, Contact = canary };
        var application = new Application(pair.OrganizationId.Value, ApplicantRole.Mentee, applicant, new ApplicantWords([1], canary, null, TimeSlots.None), today);
        var link = new ApplicationLink(pair.OrganizationId.Value, ApplicantRole.Mentor, PersonKind.Teacher, null, canary, today, 5, today);
        db.AddRange(application, link);
        await db.SaveChangesAsync();
        var own = await db.Organizations.SingleAsync(o => o.Id == pair.OrganizationId);
        var third = await db.Organizations.SingleAsync(o => o.ShortName == "Школа № 2");
        Person Moving(int organizationId)
        {
            var pupil = new Person(organizationId, PersonKind.Pupil, new PersonName(canary, "Пере", "Ходящий"));
            pupil.Describe(PersonKind.Pupil, new DateOnly(2012, 3, 4), null, today);
            db.Add(pupil);
            return pupil;
        }
        var (comes, goes) = (Moving(third.Id), Moving(own.Id));
        await db.SaveChangesAsync();
        var (incoming, outgoing) = (new Transfer(comes, third.ShortName, own, today), new Transfer(goes, own.ShortName, third, today));
        db.AddRange(incoming, outgoing);
        await db.SaveChangesAsync();
        ids["incomingId"] = $"{incoming.Id}";
        ids["outgoingId"] = $"{outgoing.Id}";
        ids["applicationId"] = $"{application.Id}";
        ids["applicationLinkId"] = $"{link.Id}";
        var enquiry = new Enquiry(pair.OrganizationId, new(EnquiryKind.Access, EnquiryAsker.Representative, canary, mentee.PersonId, EnquiryChannel.Paper, today, canary), await db.Settings.SingleAsync(), ProductionCalendar.Russia, today);
        db.Add(enquiry);
        await db.SaveChangesAsync();
        ids["enquiryId"] = $"{enquiry.Id}";
        ids["pairId"] = $"{pair.Id}";
        ids["menteeId"] = $"{mentee.Id}";
        ids["meetingId"] = $"{held.Id}";
        ids["taskId"] = $"{task.Id}";
        ids["paper"] = "docx";
    }
}
