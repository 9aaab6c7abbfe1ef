using MentoringPortal.Data;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.Reminders;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Home;

/// <summary>The mentor's first screen, made for a phone: his pairs, the next meeting, what is left of the plan. The scope shows him nothing else.</summary>
public sealed record MentorRoom(IReadOnlyList<RoomPair> Pairs, PairLadder Ladder)
{
    public static async Task<MentorRoom> Load(PortalDb db, DateOnly today, CancellationToken cancel)
    {
        var pairs = await db.Pairs.OfReader(db.Scope).OrderBy(p => p.Id).Select(p => new
        {
            p.Id,
            Form = p.Form!.Name,
            p.To,
            Mentees = p.Mentees.OrderBy(m => m.Id).Select(m => new
            {
                m.Mentee!.Person!.Surname,
                m.Mentee.Person.Given,
                m.Mentee.Person.Patronymic,
                m.Mentee.Person.Grade,
                m.Mentee.Person.ClassLetter,
                ParentContact = m.Mentee.Person.IsParentContactShared ? m.Mentee.Person.ParentContact : null,
            }).ToList(),
            Planned = p.Meetings.Where(m => !m.IsHeld && m.Date >= today).OrderBy(m => m.Date).Select(m => new RoomMeeting(m.Date, m.Topic)).ToList(),
            Last = p.Meetings.Where(m => m.IsHeld).Max(m => (DateOnly?)m.Date),
            IsAsked = p.Surveys.Any(s => s.AnsweredOn == null),
            Tasks = p.Plan.Where(t => t.DoneOn == null).OrderBy(t => t.Ordinal).Select(t => new RoomTask(t.Id, t.Task, t.DueOn, t.DueOn < today)).ToList(),
        }).AsSplitQuery().ToListAsync(cancel);
        return new([.. pairs.Select(p => new RoomPair(p.Id, p.Form, p.To,
            [.. p.Mentees.Select(m => new RoomMentee(new PersonName(m.Surname, m.Given, m.Patronymic).Full, m.Grade is null ? null : $"{m.Grade} {m.ClassLetter}".TrimEnd(), m.ParentContact))],
            p.Planned is [var next, ..] ? next : null, p.Last, p.Tasks, p.IsAsked))],
            await PairLadder.Load(db, today, cancel));
    }
}

/// <param name="Last">The last meeting held.</param>
/// <param name="IsAsked">The curator waits for the mentor's answers to a questionnaire.</param>
public sealed record RoomPair(int Id, string Form, DateOnly To, IReadOnlyList<RoomMentee> Mentees, RoomMeeting? Next, DateOnly? Last, IReadOnlyList<RoomTask> Tasks, bool IsAsked)
{
    public string Names => string.Join(", ", Mentees.Select(m => m.Name));
}

/// <param name="ParentContact">Where the curator lets the mentor see it.</param>
public sealed record RoomMentee(string Name, string? ClassName, string? ParentContact);

public sealed record RoomMeeting(DateOnly Date, string? Topic);

public sealed record RoomTask(int Id, string Task, DateOnly? DueOn, bool IsLate);
