using MentoringPortal.Data;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Mentees;
using MentoringPortal.Web.Features.Pairs;
using MentoringPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Reports;

/// <summary>Mentees of the bank on a day, and how many of them have each thing; null where the past does not tell.</summary>
public sealed record FunnelCounts(int Requests, int? Found, int Ordered, int? Planned, int Meeting, int Completed)
{
    public IReadOnlyList<int?> Steps => [Requests, Found, Ordered, Planned, Meeting, Completed];

    /// <summary>One command for the six.</summary>
    public static async Task<FunnelCounts> Load(PortalDb db, ReportFilter filter, DateOnly day, bool isToday, CancellationToken cancel)
    {
        var start = SchoolYear.Of(day).Start;
        var mentees = db.Mentees.OfReader(db.Scope).Where(m => m.EnteredOn <= day && (m.LeftOn == null || m.LeftOn >= day));
        if (filter.Kind is { } kind)
            mentees = mentees.Where(m => db.Organizations.Any(o => o.Id == m.OrganizationId && o.Kind == kind));
        var pairs = db.Pairs.OfReader(db.Scope);
        if (filter.Form is { } form)
            pairs = pairs.Where(p => p.FormId == form || db.MentoringForms.Any(f => f.Id == p.FormId && f.CountsAsId == form));
        var ordered = pairs.FixedOn(day);
        var found = With(pairs.Where(p => p.State == PairState.Draft || (p.OrderNumber != null && (p.EndedOn == null || p.EndedOn >= start))));
        var planned = With(ordered.Where(p => p.ProgrammeId != null || p.Plan.Any()));
        var meeting = With(ordered.Where(p => p.PaperJournalConfirmedOn != null || p.Meetings.Any(m => m.IsHeld && m.Date >= start && m.Date <= day)));
        var completed = With(ordered.Where(p => p.State == PairState.Completed && p.EndedOn <= day));
        var fixedOnes = With(ordered);
        // The settings are one row: counts beside it are one command.
        var counts = await db.Settings.Select(_ => new
        {
            Requests = mentees.Count(),
            Found = found.Count(),
            Ordered = fixedOnes.Count(),
            Planned = planned.Count(),
            Meeting = meeting.Count(),
            Completed = completed.Count(),
        }).SingleAsync(cancel);
        return new(counts.Requests, isToday ? counts.Found : null, counts.Ordered, isToday ? counts.Planned : null, counts.Meeting, counts.Completed);

        IQueryable<Mentee> With(IQueryable<Pair> of) => mentees.Where(m => db.PairMentees.OfReader(db.Scope)
            .Any(x => x.MenteeId == m.Id && x.From <= day && (x.To == null || x.To >= start) && of.Any(p => p.Id == x.PairId)));
    }
}

/// <param name="Count">Null where it is not known, or may not be shown.</param>
public sealed record FunnelStep(string Name, int? Count, string Words);

/// <summary>Where mentees stop on the way from a request to a completed pair: the picture, and the table beside it.</summary>
public static class Funnel
{
    public const string Title = "От запроса до завершения";

    private static readonly string[] Names = ["Подано запросов", "Подобран наставник", "Есть приказ", "Есть программа или план", "Встречи идут", "Завершено"];

    /// <summary>Lists of those who stopped, where the reader has one.</summary>
    private static readonly (string Words, string Url)?[] Waiting =
    [
        null, ("без наставника", $"/mentees?State={MenteeFilter.Unpaired}"), ("черновики без приказа", $"/pairs?State={PairState.Draft}"),
        ("пары без плана", $"/pairs?State={PairFilter.Planless}"), ("пары без встреч", $"/pairs?State={PairFilter.Quiet}"), null,
    ];

    public static ReportTable Of(FunnelCounts counts, ReportSource source, ReportFilter filter, DateOnly day)
    {
        var shown = Shown(counts, source.SeesPeople);
        var hasLists = day == source.Today && filter.Form is null && filter.Kind is null && source.Can(Permission.ListPairs);
        var steps = Names.Select((name, i) => new FunnelStep(name, shown[i], Number(counts, shown, i).Words)).ToList();
        List<ReportColumn> columns = [ReportColumn.Words("Ступень"), ReportColumn.Number("Наставляемых"), ReportColumn.Number("% от запросов")];
        if (hasLists)
            columns.Add(ReportColumn.Words("Кто остановился", 2));
        return new(Title, columns, [.. Names.Select((name, i) => new ReportRow(
        [
            name, i == 0 && hasLists ? Number(counts, shown, i) with { Url = "/mentees" } : Number(counts, shown, i), ReportCell.Percent(shown[i], shown[0]),
            .. hasLists ? [Waiting[i] is { } list ? new ReportCell(list.Words, list.Url) : new ReportCell("")] : Array.Empty<ReportCell>(),
        ]))])
        { Chart = FunnelChart.Draw(steps) };
    }

    public static ReportTable Compared(FunnelCounts now, FunnelCounts was, DateOnly day, DateOnly before, bool seesPeople)
    {
        var (later, earlier) = (Shown(now, seesPeople), Shown(was, seesPeople));
        return new(Title, [ReportColumn.Words("Ступень"), ReportColumn.Number($"{before:dd.MM.yyyy}"), ReportColumn.Number($"{day:dd.MM.yyyy}"), ReportColumn.Number("Изменение")],
            [.. Names.Select((name, i) => new ReportRow(name, Number(was, earlier, i), Number(now, later, i), ReportCell.Change(later[i], earlier[i])))]);
    }

    private static List<int?> Shown(FunnelCounts counts, bool seesPeople) => [.. counts.Steps.Select(n => n is { } people && SmallGroups.Hides(people, seesPeople) ? null : n)];

    private static ReportCell Number(FunnelCounts counts, List<int?> shown, int step) => counts.Steps[step] is null ? new("нет данных") : ReportCell.People(shown[step]);
}
