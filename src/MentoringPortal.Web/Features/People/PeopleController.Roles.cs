using MentoringPortal.Domain;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.Pairs;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.People;

/// <summary>The roles of a person: places in the banks, and enrolments in supplementary programmes.</summary>
public sealed partial class PeopleController
{
    [HttpGet("{personId:id}/mentee")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Mentee(int personId, CancellationToken cancel) =>
        await Find(personId, cancel) is { } person
            ? View(await PageOf(person, new EditMenteeForm
            {
                Version = person.Mentee?.Version ?? 0,
                Mentee = person.Mentee is { } mentee ? MenteeFields.Of(mentee) : new MenteeFields { EnteredOn = clock.Today },
            }, cancel))
            : NotFound();

    [HttpPost("{personId:id}/mentee")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Mentee(int personId, EditMenteeForm form, CancellationToken cancel)
    {
        if (await Find(personId, cancel) is not { } person)
            return NotFound();
        return await Submit(
            async () =>
            {
                if (person.Mentee is { } mentee)
                    db.ExpectWithParts(mentee, form.Version);
                var place = person.Mentee ?? db.Mentees.Add(new Mentee(person, clock.Today)).Entity;
                place.Return();
                form.Mentee.ApplyTo(place);
                await db.SaveChangesAsync(cancel);
            },
            () => Saved("Место в базе наставляемых сохранено.", personId),
            async () => View(await PageOf(person, form, cancel)));
    }

    [HttpGet("{personId:id}/mentor")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Mentor(int personId, CancellationToken cancel) =>
        await Find(personId, cancel) is { } person
            ? View(await PageOf(person, new EditMentorForm
            {
                Version = person.Mentor?.Version ?? 0,
                Mentor = person.Mentor is { } mentor ? MentorFields.Of(mentor) : new MentorFields { EnteredOn = clock.Today },
            }, cancel))
            : NotFound();

    [HttpPost("{personId:id}/mentor")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Mentor(int personId, EditMentorForm form, CancellationToken cancel)
    {
        if (await Find(personId, cancel) is not { } person)
            return NotFound();
        return await Submit(
            async () =>
            {
                var taken = 0;
                if (person.Mentor is { } mentor)
                {
                    db.ExpectWithParts(mentor, form.Version);
                    taken = await PairPlaces.Taken(db, mentor.Id, mentor.OrganizationId, 0, cancel);
                }
                var place = person.Mentor ?? db.Mentors.Add(new Mentor(person, clock.Today, form.Mentor.Capacity!.Value)).Entity;
                place.Return();
                form.Mentor.ApplyTo(place, taken);
                await db.SaveChangesAsync(cancel);
            },
            () => Saved("Место в базе наставников сохранено.", personId),
            async () => View(await PageOf(person, form, cancel)));
    }

    [HttpPost("{personId:id}/enrolments")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Enrol(int personId, EnrolForm form, CancellationToken cancel)
    {
        if (await Find(personId, cancel) is not { } person)
            return NotFound();
        return await Submit(
            async () =>
            {
                if (person.Kind != PersonKind.Pupil)
                    throw new DomainException("На программы дополнительного образования зачисляют обучающихся.");
                db.Enrolments.Add(new Enrolment(person, form.Programme!, person.OrganizationId!.Value, form.From!.Value, form.To));
                await db.SaveChangesAsync(cancel);
            },
            () => Saved("Зачисление сохранено.", personId),
            async () => View(nameof(Details), await PersonCard.Load(db, personId, false, clock, cancel)));
    }

    [HttpPost("{personId:id}/enrolments/{enrolmentId:id}/end")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> EndEnrolment(int personId, int enrolmentId, CancellationToken cancel)
    {
        if (await Find(personId, cancel) is null
            || await db.Enrolments.SingleOrDefaultAsync(e => e.Id == enrolmentId && e.PersonId == personId, cancel) is not { } enrolment)
            return NotFound();
        return await Submit(
            async () =>
            {
                enrolment.End(clock.Today);
                await db.SaveChangesAsync(cancel);
            },
            () => Saved("Занятия по программе закончены сегодня.", personId),
            async () => View(nameof(Details), await PersonCard.Load(db, personId, false, clock, cancel)));
    }

    private async Task<EditMenteePage> PageOf(Person person, EditMenteeForm form, CancellationToken cancel) =>
        new(person.Id, person.Name.Full, person.Mentee is null or { Id: 0 }, form, await NewPersonPage.ChoicesOf(db, form.Mentee.TopicIds, cancel));

    private async Task<EditMentorPage> PageOf(Person person, EditMentorForm form, CancellationToken cancel) =>
        new(person.Id, person.Name.Full, person.Mentor is null or { Id: 0 }, form, await NewPersonPage.ChoicesOf(db, form.Mentor.TopicIds, cancel));
}
