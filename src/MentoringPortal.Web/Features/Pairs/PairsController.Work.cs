using MentoringPortal.Domain;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Pairs;

/// <summary>The work of a pair: meetings and the personal plan, kept by its curator and its mentor. Whose pairs one finds is the scope's.</summary>
public sealed partial class PairsController
{
    [HttpGet("{pairId:id}/meetings/new")]
    [Access(Permission.LogMeetings)]
    public async Task<IActionResult> LogMeeting(int pairId, CancellationToken cancel) =>
        await Work(pairId, new MeetingForm { When = MeetingForm.Today, Minutes = 45 }, 0, cancel) is { } page ? View(page) : NotFound();

    [HttpPost("{pairId:id}/meetings/new")]
    [Access(Permission.LogMeetings)]
    public async Task<IActionResult> LogMeeting(int pairId, MeetingForm form, CancellationToken cancel)
    {
        if (await db.Pairs.SingleOrDefaultAsync(p => p.Id == pairId, cancel) is not { } pair)
            return NotFound();
        return await Submit(
            async () =>
            {
                var day = Day(form);
                // What was planned for the day is what has taken place.
                if (await db.Meetings.Where(m => m.PairId == pairId && !m.IsHeld && m.Date == day).OrderBy(m => m.Id).FirstOrDefaultAsync(cancel) is { } planned)
                    planned.Log(form.Kind!.Value, day, Notes(form), clock.Today);
                else
                    db.Meetings.Add(Meeting.Hold(pair, form.Kind!.Value, day, Notes(form), clock.Today));
                await db.SaveChangesAsync(cancel);
            },
            () => Worked("Встреча записана.", pairId),
            async () => View(await Work(pairId, form, 0, cancel)));
    }

    [HttpGet("{pairId:id}/meetings/plan")]
    [Access(Permission.LogMeetings)]
    public async Task<IActionResult> PlanMeeting(int pairId, CancellationToken cancel) =>
        await Work(pairId, new PlanMeetingForm(), 0, cancel) is { } page ? View(page) : NotFound();

    [HttpPost("{pairId:id}/meetings/plan")]
    [Access(Permission.LogMeetings)]
    public async Task<IActionResult> PlanMeeting(int pairId, PlanMeetingForm form, CancellationToken cancel)
    {
        if (await db.Pairs.SingleOrDefaultAsync(p => p.Id == pairId, cancel) is not { } pair)
            return NotFound();
        return await Submit(
            async () =>
            {
                if (form.Date < clock.Today)
                    throw new DomainException("Эта дата прошла: запишите состоявшуюся встречу.", nameof(form.Date));
                db.Meetings.Add(Meeting.Plan(pair, form.Kind!.Value, form.Date!.Value, form.Topic?.Trim()));
                await db.SaveChangesAsync(cancel);
            },
            () => Worked("Встреча запланирована.", pairId),
            async () => View(await Work(pairId, form, 0, cancel)));
    }

    [HttpGet("{pairId:id}/meetings/{meetingId:id}")]
    [Access(Permission.LogMeetings)]
    public async Task<IActionResult> EditMeeting(int pairId, int meetingId, CancellationToken cancel) =>
        await FindMeeting(pairId, meetingId, cancel) is { } m
            ? View(await Work(pairId, new MeetingForm { Version = m.Version, Date = m.Date, Kind = m.Kind, Minutes = m.Minutes, Topic = m.Topic, Result = m.Result }, meetingId, cancel))
            : NotFound();

    [HttpPost("{pairId:id}/meetings/{meetingId:id}")]
    [Access(Permission.LogMeetings)]
    public async Task<IActionResult> EditMeeting(int pairId, int meetingId, MeetingForm form, CancellationToken cancel)
    {
        if (await FindMeeting(pairId, meetingId, cancel) is not { } meeting)
            return NotFound();
        return await Submit(
            async () =>
            {
                db.Expect(meeting, form.Version);
                meeting.Log(form.Kind!.Value, Day(form), Notes(form), clock.Today);
                await db.SaveChangesAsync(cancel);
            },
            () => Worked("Встреча записана.", pairId),
            async () => View(await Work(pairId, form, meetingId, cancel)));
    }

    /// <summary>A plan that came to nothing, or a meeting written down by mistake; the journal keeps what it was.</summary>
    [HttpPost("{pairId:id}/meetings/{meetingId:id}/remove")]
    [Access(Permission.LogMeetings)]
    public async Task<IActionResult> RemoveMeeting(int pairId, int meetingId, CancellationToken cancel)
    {
        if (await FindMeeting(pairId, meetingId, cancel) is not { } meeting)
            return NotFound();
        db.Remove(meeting);
        await db.SaveChangesAsync(cancel);
        return Worked($"Встреча {meeting.Date:dd.MM.yyyy} убрана.", pairId);
    }

    [HttpGet("{pairId:id}/plan/new")]
    [Access(Permission.LogMeetings)]
    public async Task<IActionResult> AddTask(int pairId, CancellationToken cancel) =>
        await Work(pairId, new TaskForm(), 0, cancel) is { } page ? View(nameof(EditTask), page) : NotFound();

    [HttpPost("{pairId:id}/plan/new")]
    [Access(Permission.LogMeetings)]
    public async Task<IActionResult> AddTask(int pairId, TaskForm form, CancellationToken cancel)
    {
        if (await db.Pairs.Include(p => p.Plan).SingleOrDefaultAsync(p => p.Id == pairId, cancel) is not { } pair)
            return NotFound();
        return await Submit(
            async () =>
            {
                var task = new PlanTask(pair.OrganizationId) { Ordinal = pair.Plan.Select(t => t.Ordinal).DefaultIfEmpty().Max() + 1 };
                Apply(form, task);
                pair.Plan.Add(task);
                await db.SaveChangesAsync(cancel);
            },
            () => Worked("Задача добавлена в план.", pairId),
            async () => View(nameof(EditTask), await Work(pairId, form, 0, cancel)));
    }

    [HttpGet("{pairId:id}/plan/{taskId:id}")]
    [Access(Permission.LogMeetings)]
    public async Task<IActionResult> EditTask(int pairId, int taskId, CancellationToken cancel) =>
        await FindTask(pairId, taskId, cancel) is { } t
            ? View(await Work(pairId, new TaskForm { Version = t.Version, Goal = t.Goal, Task = t.Task, DueOn = t.DueOn, DoneOn = t.DoneOn, Result = t.Result }, taskId, cancel))
            : NotFound();

    [HttpPost("{pairId:id}/plan/{taskId:id}")]
    [Access(Permission.LogMeetings)]
    public async Task<IActionResult> EditTask(int pairId, int taskId, TaskForm form, CancellationToken cancel)
    {
        if (await FindTask(pairId, taskId, cancel) is not { } task)
            return NotFound();
        return await Submit(
            async () =>
            {
                db.Expect(task, form.Version);
                Apply(form, task);
                await db.SaveChangesAsync(cancel);
            },
            () => Worked("Задача сохранена.", pairId),
            async () => View(await Work(pairId, form, taskId, cancel)));
    }

    /// <summary>«Сделано»; pressed again, it is open once more.</summary>
    [HttpPost("{pairId:id}/plan/{taskId:id}/done")]
    [Access(Permission.LogMeetings)]
    public async Task<IActionResult> DoneTask(int pairId, int taskId, CancellationToken cancel)
    {
        if (await FindTask(pairId, taskId, cancel) is not { } task)
            return NotFound();
        task.DoneOn = task.DoneOn is null ? clock.Today : null;
        await db.SaveChangesAsync(cancel);
        return Worked(task.DoneOn is null ? "Задача снова открыта." : "Задача выполнена.", pairId);
    }

    /// <summary>The mentor returns to his own page, the curator to the card.</summary>
    private LocalRedirectResult Worked(string words, int pairId)
    {
        Notice(words);
        return LocalRedirect(User.Actor().Role == Data.Role.Mentor ? "/" : $"/pairs/{pairId}");
    }

    private DateOnly Day(MeetingForm form) => form.DayMeant(clock.Today) ?? throw new DomainException("Укажите дату встречи.", nameof(form.Date));

    private MeetingNotes Notes(MeetingForm form) => new(form.Minutes, form.Topic?.Trim(), form.Result?.Trim(), User.Actor().UserId, User.Actor().Name);

    private void Apply(TaskForm form, PlanTask task)
    {
        if (form.DoneOn > clock.Today)
            throw new DomainException("Дата выполнения – в будущем.", nameof(form.DoneOn));
        task.Write(form.Goal?.Trim(), form.Task!.Trim(), form.DueOn);
        (task.DoneOn, task.Result) = (form.DoneOn, form.Result?.Trim());
    }

    private Task<Meeting?> FindMeeting(int pairId, int meetingId, CancellationToken cancel) =>
        db.Meetings.Include(m => m.Pair).SingleOrDefaultAsync(m => m.Id == meetingId && m.PairId == pairId, cancel);

    private Task<PlanTask?> FindTask(int pairId, int taskId, CancellationToken cancel) =>
        db.PlanTasks.SingleOrDefaultAsync(t => t.Id == taskId && t.PairId == pairId, cancel);

    /// <summary>A form of a pair that the reader may work in; null where he may not.</summary>
    private async Task<PairFormPage<T>?> Work<T>(int pairId, T form, int partId, CancellationToken cancel) =>
        await db.Pairs.Where(p => p.Id == pairId).Select(p => p.OrganizationId).SingleOrDefaultAsync(cancel) is { } organization
            ? new(pairId, await MenteesOf(pairId, organization, cancel), form, partId)
            : null;

    private async Task<string> MenteesOf(int pairId, int organizationId, CancellationToken cancel) =>
        string.Join(", ", (await PairPeople.Load(db, pairId, PairSight.Of(User.Actor(), organizationId), cancel)).Mentees.Where(m => m.IsCurrent).Select(m => m.Name));
}
