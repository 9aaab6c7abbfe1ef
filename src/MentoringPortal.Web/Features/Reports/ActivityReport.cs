using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Web.Features.Pairs;
using MentoringPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Reports;

/// <summary>/reports/activity: who keeps the portal up to date. When somebody signed in is his own matter: days of changes are shown instead.</summary>
public static class ActivityReport
{
    /// <summary>Of the period where none was asked for.</summary>
    public const int Days = 30;

    private static readonly AuditAction[] Changes = [AuditAction.Created, AuditAction.Changed, AuditAction.Deleted];

    private sealed record Trace(DateTime? Changed, DateTime? Reported, DateOnly? Met);

    public static async Task<Report> Make(ReportSource source, ReportFilter filter, CancellationToken cancel)
    {
        var db = source.Db;
        var (day, from) = (filter.DayIn(source.Today), filter.FromIn(source.Today, Days));
        var active = db.Pairs.OfReader(db.Scope).Where(p => p.OrderNumber != null && p.From <= day && (p.EndedOn == null || p.EndedOn > day));
        // The rule of the list «нет встреч»: at work since before the period, not kept on paper, nothing held in it.
        var quiet = active.Where(p => p.PaperJournalConfirmedOn == null && p.From <= from && !p.Meetings.Any(m => m.IsHeld && m.Date > from && m.Date <= day));
        var (pairs, still) = (await ByOrganization(active, cancel), await ByOrganization(quiet, cancel));
        var meetings = await db.Meetings.OfReader(db.Scope).Where(m => m.IsHeld && m.Date > from && m.Date <= day)
            .GroupBy(m => m.OrganizationId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var organizations = await ReportOrganization.Load(db, filter, day, pairs.Keys.Concat(meetings.Keys).ToHashSet(), cancel);
        var traces = await Traces(source, filter, day, cancel);
        var quietDays = (await db.Settings.AsNoTracking().SingleAsync(cancel)).Reminders.Meeting;
        var hasList = day == source.Today && from == source.Today.AddDays(-quietDays) && source.Can(Permission.ListPairs);
        var shown = HiddenNumbers.WithSums([.. organizations.Select(o => (IReadOnlyList<int>)[still.GetValueOrDefault(o.Id), pairs.GetValueOrDefault(o.Id) - still.GetValueOrDefault(o.Id)])], source.SeesPeople);
        ReportCell Day(DateTime? at) => at is { } moment ? DateOnly.FromDateTime(source.Clock.Local(moment)) : (DateOnly?)null;
        return new([], [new("Активность",
            [
                ReportColumn.Words("Организация"), ReportColumn.Number("Последнее изменение", 2), ReportColumn.Number("Последний отчёт", 2), ReportColumn.Number("Последняя встреча", 2),
                ReportColumn.Number("Встреч за период"), ReportColumn.Number("Пар действует"), ReportColumn.Number("Пар без встреч"),
            ],
            [.. organizations.Select((o, i) => new ReportRow(o.Cell, Day(traces[o.Id].Changed), Day(traces[o.Id].Reported), (ReportCell)traces[o.Id].Met, meetings.GetValueOrDefault(o.Id),
                ReportCell.People(shown[i][2]), ReportCell.People(shown[i][0], hasList ? $"/pairs?State={PairFilter.Quiet}&Organization={o.Id}" : null)))],
            new("Всего", "", "", "", organizations.Sum(o => meetings.GetValueOrDefault(o.Id)), ReportCell.People(shown[^1][2]), ReportCell.People(shown[^1][0])))],
        [
            "Последнее изменение – когда куратор или наставник организации что-нибудь внёс или исправил в портале; последний отчёт – когда организация отправила управлению отчёт по дорожной карте. Кто и когда входил в портал, отчёт не показывает: это личные сведения.",
            "Пара без встреч действует с начала периода или дольше, и за период в ней не отмечено ни одной встречи. Пары, журнал которых ведут на бумаге, в этот столбец не входят.",
            .. source.SeesPeople ? (string[])[] : [HiddenNumbers.Note],
        ]);
    }

    private static Task<Dictionary<int, int>> ByOrganization(IQueryable<Pair> pairs, CancellationToken cancel) =>
        pairs.GroupBy(p => p.OrganizationId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    /// <summary>The latest of each by the day: from the end of an index, whatever the length of the journal.</summary>
    private static async Task<Dictionary<int, Trace>> Traces(ReportSource source, ReportFilter filter, DateOnly day, CancellationToken cancel)
    {
        var db = source.Db;
        var (own, end) = (db.Scope.IsCurator ? db.Scope.OrganizationId : (int?)null, source.Clock.UtcOf(day.AddDays(1)));
        return await db.Organizations.Where(o => (own == null || o.Id == own) && (filter.Kind == null || o.Kind == filter.Kind)).Select(o => new
        {
            o.Id,
            Trace = new Trace(
                db.Audit.Where(a => a.OrganizationId == o.Id && a.At < end && Changes.Contains(a.Action) && (a.ActorRole == Role.Curator || a.ActorRole == Role.Mentor))
                    .OrderByDescending(a => a.At).Select(a => (DateTime?)a.At).FirstOrDefault(),
                db.Set<ExecutionEvent>().Where(e => e.OrganizationId == o.Id && e.To == ExecutionState.Submitted && e.At < end).Max(e => (DateTime?)e.At),
                db.Meetings.Where(m => m.OrganizationId == o.Id && m.IsHeld && m.Date <= day).OrderByDescending(m => m.Date).Select(m => (DateOnly?)m.Date).FirstOrDefault()),
        }).ToDictionaryAsync(o => o.Id, o => o.Trace, cancel);
    }
}
