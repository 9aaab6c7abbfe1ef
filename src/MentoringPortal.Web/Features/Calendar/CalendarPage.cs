using MentoringPortal.Data;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Pairs;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Calendar;

/// <summary>A planned meeting or the day of a task.</summary>
/// <param name="Key">The same for the same row in every answer.</param>
/// <param name="Words">For the signed-in owner.</param>
/// <param name="Discreet">For a telephone and whoever looks over a shoulder: initials, and nothing of what is said.</param>
public sealed record CalendarDay(string Key, DateOnly Date, int PairId, string Words, string Discreet)
{
    public const int DaysBack = 30;
    private const int Most = 500;

    /// <summary>From the day on, the nearest first; pairs at work alone.</summary>
    public static async Task<IReadOnlyList<CalendarDay>> Load(PortalDb db, DateOnly since, CancellationToken cancel)
    {
        var meetings = await db.Meetings.Where(m => !m.IsHeld && m.Date >= since && m.Pair!.State == PairState.Active).OrderBy(m => m.Date).ThenBy(m => m.Id).Take(Most)
            .Select(m => new { m.Id, m.PairId, m.Date, m.Kind, m.Topic }).ToListAsync(cancel);
        var tasks = await db.PlanTasks.Where(t => t.DoneOn == null && t.DueOn >= since && t.Pair!.State == PairState.Active).OrderBy(t => t.DueOn).ThenBy(t => t.Id).Take(Most)
            .Select(t => new { t.Id, t.PairId, Date = t.DueOn!.Value, t.Task }).ToListAsync(cancel);
        var pairIds = meetings.Select(m => m.PairId).Concat(tasks.Select(t => t.PairId)).Distinct().ToList();
        var names = (await db.PairMentees.Where(m => m.To == null && pairIds.Contains(m.PairId)).OrderBy(m => m.Id)
            .Select(m => new { m.PairId, m.Mentee!.Person!.Surname, m.Mentee.Person.Given, m.Mentee.Person.Patronymic }).ToListAsync(cancel))
            .ToLookup(m => m.PairId, m => new PersonName(m.Surname, m.Given, m.Patronymic));
        string Initials(int pair) => string.Join(", ", names[pair].Select(n => n.Initials));
        string Names(int pair) => string.Join(", ", names[pair].Select(n => n.Full));
        return [.. meetings.Select(m => new CalendarDay($"meeting-{m.Id}", m.Date, m.PairId,
                $"{Names(m.PairId)}: встреча, {MeetingForm.Word(m.Kind)}{(string.IsNullOrEmpty(m.Topic) ? "" : $". {m.Topic}")}", $"Встреча ({MeetingForm.Word(m.Kind)}): {Initials(m.PairId)}"))
            .Concat(tasks.Select(t => new CalendarDay($"task-{t.Id}", t.Date, t.PairId, $"{Names(t.PairId)}: {t.Task}", $"Срок задачи плана: {Initials(t.PairId)}")))
            .OrderBy(d => d.Date).ThenBy(d => d.Key, StringComparer.Ordinal).Take(Most)];
    }
}

/// <summary>GET /calendar</summary>
/// <param name="Address">The secret address, just made; null otherwise: only its hash is kept.</param>
/// <param name="MadeAt">When the address in force was made (local), or null where there is none.</param>
public sealed record CalendarPage(IReadOnlyList<CalendarDay> Days, DateOnly Today, string? Address, DateTime? MadeAt)
{
    public static async Task<CalendarPage> Load(PortalDb db, MunicipalClock clock, string? address, CancellationToken cancel)
    {
        var made = await db.CalendarFeeds.Select(f => (DateTime?)f.CreatedAt).SingleOrDefaultAsync(cancel);
        return new(await CalendarDay.Load(db, clock.Today, cancel), clock.Today, address, made is { } at ? clock.Local(at) : null);
    }
}
