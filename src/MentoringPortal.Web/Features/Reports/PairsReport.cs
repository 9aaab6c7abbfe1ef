using MentoringPortal.Data;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Reports;

/// <summary>Pairs of one organization in one form, by the state that they had on the day.</summary>
public sealed record PairTally(int OrganizationId, int FormId, int Drafts, int Active, int Completed, int Ended)
{
    public IReadOnlyList<int> Parts => [Drafts, Active, Completed, Ended];
}

/// <summary>Pairs of the day's school year as their papers tell: fixed by an order by the day, ended in the year or not yet. Drafts leave no trace: they are known of today alone.</summary>
public static class PairsOnDay
{
    /// <summary>Fixed by an order by the day, and not over before its school year.</summary>
    public static IQueryable<Pair> FixedOn(this IQueryable<Pair> pairs, DateOnly day)
    {
        var start = SchoolYear.Of(day).Start;
        return pairs.Where(p => p.OrderNumber != null && (p.OrderDate <= day || p.From <= day) && (p.EndedOn == null || p.EndedOn >= start));
    }

    public static async Task<List<PairTally>> Count(PortalDb db, DateOnly day, bool isToday, int? formId, CancellationToken cancel)
    {
        var start = SchoolYear.Of(day).Start;
        var pairs = db.Pairs.OfReader(db.Scope).Where(p => (isToday && p.State == PairState.Draft)
            || (p.OrderNumber != null && (p.OrderDate <= day || p.From <= day) && (p.EndedOn == null || p.EndedOn >= start)));
        if (formId is { } form)
            pairs = pairs.Where(p => p.FormId == form || db.MentoringForms.Any(f => f.Id == p.FormId && f.CountsAsId == form));
        return await pairs.GroupBy(p => new { p.OrganizationId, p.FormId }).Select(g => new PairTally(g.Key.OrganizationId!.Value, g.Key.FormId,
            g.Count(p => p.State == PairState.Draft),
            g.Count(p => p.State != PairState.Draft && (p.EndedOn == null || p.EndedOn > day)),
            g.Count(p => p.State == PairState.Completed && p.EndedOn <= day),
            g.Count(p => p.State == PairState.Ended && p.EndedOn <= day))).ToListAsync(cancel);
    }
}

/// <summary>/reports/pairs: by organization and form × state, and the way from a request to a completed pair.</summary>
public static class PairsReport
{
    private static readonly string[] States = ["Черновики", "Действуют", "Завершены", "Прекращены досрочно"];

    public static async Task<Report> Make(ReportSource source, ReportFilter filter, CancellationToken cancel)
    {
        var (day, before) = (filter.DayIn(source.Today), filter.BeforeIn(source.Today));
        var now = await Side.Load(source, filter, day, cancel);
        var was = before is { } earlier ? await Side.Load(source, filter, earlier, cancel) : null;
        var forms = await source.Db.MentoringForms.OrderBy(f => f.Id).Select(f => new { f.Id, f.Name }).ToListAsync(cancel);
        var organizations = await ReportOrganization.Load(source.Db, filter, day, now.Organizations.Concat(was?.Organizations ?? []).ToHashSet(), cancel);
        var ids = organizations.Select(o => o.Id).ToHashSet();
        var byOrganization = organizations.ConvertAll(o => new PairLine(o.Cell, t => t.OrganizationId == o.Id, o.Id));
        var byForm = forms.Where(f => now.HasForm(f.Id) || was?.HasForm(f.Id) == true).Select(f => new PairLine(f.Name, t => t.FormId == f.Id && ids.Contains(t.OrganizationId), null)).ToList();
        var links = Links(source, filter, day);
        var (organizationNow, formNow) = now.Numbers(byOrganization, byForm, source.SeesPeople);
        if (was is null)
            return new([], [Table("По организациям", "Организация", byOrganization, organizationNow, now, links), Table("По формам", "Форма", byForm, formNow, now, links), Funnel.Of(now.Steps, source, filter, day)], Notes(source, day, was));
        var (organizationWas, formWas) = was.Numbers(byOrganization, byForm, source.SeesPeople);
        return new([],
            [
                Compared("По организациям", "Организация", byOrganization, organizationNow, organizationWas, now, was),
                Compared("По формам", "Форма", byForm, formNow, formWas, now, was),
                Funnel.Compared(now.Steps, was.Steps, day, was.Day, source.SeesPeople),
            ], Notes(source, day, was));
    }

    private static IReadOnlyList<string> Notes(ReportSource source, DateOnly day, Side? was) =>
    [
        $"Пары {SchoolYear.Of(day)} учебного года: действующие, завершённые и прекращённые в нём. Черновик – пара, которую ещё не закрепили приказом.",
        "Воронка считает наставляемых из базы, каждого один раз: у скольких из них есть то, что названо ступенью. Ступени независимы: встречи могут идти и без плана.",
        .. day < source.Today || was is not null ? (string[])["На прошлую дату черновики, подбор наставника и планы не восстановить: портал не хранит, когда их завели. Остальное – по приказам, датам окончания и журналам встреч."] : [],
        .. source.SeesPeople ? (string[])[] : [HiddenNumbers.Note],
    ];

    /// <summary>A row: its name, whose pairs it counts, and the organization where it is one.</summary>
    private sealed record PairLine(ReportCell Name, Func<PairTally, bool> Of, int? Id);

    /// <summary>What is counted of one day.</summary>
    private sealed record Side(DateOnly Day, bool IsToday, IReadOnlyList<PairTally> Tallies, FunnelCounts Steps)
    {
        public IEnumerable<int> Organizations => Tallies.Select(t => t.OrganizationId);

        public bool HasForm(int formId) => Tallies.Any(t => t.FormId == formId);

        public static async Task<Side> Load(ReportSource source, ReportFilter filter, DateOnly day, CancellationToken cancel)
        {
            var isToday = day == source.Today;
            return new(day, isToday, await PairsOnDay.Count(source.Db, day, isToday, filter.Form, cancel), await FunnelCounts.Load(source.Db, filter, day, isToday, cancel));
        }

        /// <summary>Of the two tables, with sums; small numbers hidden.</summary>
        public (int?[][] First, int?[][] Second) Numbers(IEnumerable<PairLine> first, IEnumerable<PairLine> second, bool seesPeople)
        {
            int?[][] Of(IEnumerable<PairLine> lines) =>
                HiddenNumbers.WithSums([.. lines.Select(line => (IReadOnlyList<int>)[.. Enumerable.Range(0, States.Length).Select(i => Tallies.Where(line.Of).Sum(t => t.Parts[i]))])], seesPeople);
            var (one, other) = (Of(first), Of(second));
            if (one.Length > 1 && other.Length > 1)
                HiddenNumbers.Share(one, other);
            return (one, other);
        }
    }

    /// <summary>The list of pairs shows these two states of today, and no school year of the others.</summary>
    private static Func<int?, int, string?> Links(ReportSource source, ReportFilter filter, DateOnly day) => (organizationId, state) =>
        state > 1 || day != source.Today || filter.Form is not null || filter.Kind is not null || !source.Can(Permission.ListPairs) ? null
            : $"/pairs?State={(state == 0 ? PairState.Draft : PairState.Active)}" + (organizationId is { } id ? $"&Organization={id}" : "");

    private static ReportTable Table(string title, string head, List<PairLine> rows, int?[][] numbers, Side side, Func<int?, int, string?> link)
    {
        ReportRow Row(ReportCell name, int?[] cells, Func<int, string?> url) =>
            new([name, .. cells.Select((n, i) => i == 0 && !side.IsToday ? new ReportCell(null) : ReportCell.People(n, i < States.Length ? url(i) : null))]);
        return new(title, [ReportColumn.Words(head), .. States.Select(s => ReportColumn.Number(s)), ReportColumn.Number("Всего")],
            [.. rows.Select((r, i) => Row(r.Name, numbers[i], state => r.Id is null ? null : link(r.Id, state)))],
            rows.Count == 0 ? null : Row("Всего", numbers[^1], state => link(null, state)))
        { Empty = "Пар нет." };
    }

    private static ReportTable Compared(string title, string head, List<PairLine> rows, int?[][] later, int?[][] earlier, Side now, Side was)
    {
        // Without drafts, which the earlier day does not know.
        IEnumerable<ReportCell> Cells(int row) => Enumerable.Range(1, States.Length - 1)
            .SelectMany(s => (ReportCell[])[ReportCell.People(earlier[row][s]), ReportCell.People(later[row][s]), ReportCell.Change(later[row][s], earlier[row][s])]);
        return new(title,
            [ReportColumn.Words(head), .. States.Skip(1).SelectMany(s => (ReportColumn[])[ReportColumn.Number($"{s} {was.Day:dd.MM.yyyy}", 1.8), ReportColumn.Number($"{s} {now.Day:dd.MM.yyyy}", 1.8), ReportColumn.Number("Изменение")])],
            [.. rows.Select((r, i) => new ReportRow([r.Name, .. Cells(i)]))], rows.Count == 0 ? null : new ReportRow(["Всего", .. Cells(rows.Count)]))
        { Empty = "Пар нет." };
    }
}
