using MentoringPortal.Data;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Headcounts;

/// <summary>One statement as pages show it.</summary>
public sealed record HeadcountLine(int Id, DateOnly AsOf, HeadcountState State, IReadOnlyDictionary<Population, int> Figures, DateTime EnteredAt, string EnteredBy, string? DecidedBy, string? Reason)
{
    public static HeadcountLine Of(Headcount h, MunicipalClock clock) => new(h.Id, h.AsOf, h.State,
        Populations.All.Where(p => h[p] is not null).ToDictionary(p => p, p => h[p]!.Value), clock.Local(h.EnteredAt), h.EnteredByName, h.DecidedByName, h.Reason);

    public int? this[Population population] => Figures.TryGetValue(population, out var figure) ? figure : null;
}

/// <param name="Current">What coverage is counted by; null is «нет данных».</param>
/// <param name="Waiting">A later statement that waits for the department; null where none does.</param>
public sealed record HeadcountRow(int Id, OrganizationKind Kind, string Name, HeadcountLine? Current, HeadcountLine? Waiting)
{
    public HeadcountLine? Shown => Waiting ?? Current;

    public bool Asks(Population population) => Populations.AskedOf(Kind).Contains(population);
}

/// <summary>Statements to confirm, all or none.</summary>
public sealed class ConfirmForm
{
    public string? Year { get; set; }

    public List<int> HeadcountIds { get; set; } = [];
}

/// <summary>GET /headcounts: who has stated what for the school year.</summary>
public sealed record HeadcountList(SchoolYear Year, IReadOnlyList<HeadcountRow> Rows, HeadcountLine? Municipality)
{
    public static readonly IReadOnlyList<Population> Columns = Populations.AskedOf(OrganizationKind.School);

    /// <summary>The head of a column, short enough for a phone.</summary>
    public static string Head(Population population) => population switch
    {
        Population.PupilsInBand => $"из них {Populations.Band} лет",
        Population.PupilsInProgrammes => "доп. программы",
        _ => Populations.Of(population),
    };

    public int Missing => Rows.Count(r => r.Shown is null);

    public int Waiting => Rows.Count(r => r.Waiting is not null || r.Current?.State == HeadcountState.Entered);

    /// <summary>Of those that are in a sum: pupils of supplementary institutions stand in their schools' figures.</summary>
    public int? Total(Population population) =>
        Rows.Where(r => Populations.IsSummed(population, r.Kind)).Select(r => r.Current?[population]).OfType<int>().ToList() is { Count: > 0 } figures ? figures.Sum() : null;

    public static async Task<HeadcountList> Load(PortalDb db, string? year, MunicipalClock clock, CancellationToken cancel)
    {
        var asked = SchoolYears.Parse(year, clock);
        var day = asked.DayIn(clock.Today);
        var kinds = OrganizationKinds.All.Select(k => k.Kind).Where(k => Populations.AskedOf(k).Count > 0).ToList();
        var organizations = await db.Organizations.Where(o => kinds.Contains(o.Kind) && (o.ClosedOn == null || o.ClosedOn >= asked.Start) && (o.OpenedOn == null || o.OpenedOn <= asked.End))
            .InOrder().Select(o => new { o.Id, o.Kind, o.ShortName }).ToListAsync(cancel);
        var stated = (await db.Headcounts.AsNoTracking().Where(h => h.SchoolYear == asked.StartYear).ToListAsync(cancel)).ToLookup(h => h.OrganizationId);
        return new(asked, organizations.ConvertAll(o => RowOf(o.Id, o.Kind, o.ShortName, stated[o.Id], day, clock)), LineOf(Headcount.InForce(stated[null], day), clock));
    }

    private static HeadcountRow RowOf(int id, OrganizationKind kind, string name, IEnumerable<Headcount> stated, DateOnly day, MunicipalClock clock)
    {
        var current = Headcount.InForce(stated, day);
        var latest = stated.MaxBy(h => h.Id);
        return new(id, kind, name, LineOf(current, clock), latest is { State: HeadcountState.Entered } && latest != current ? LineOf(latest, clock) : null);
    }

    private static HeadcountLine? LineOf(Headcount? stated, MunicipalClock clock) => stated is null ? null : HeadcountLine.Of(stated, clock);
}

/// <summary>GET /headcounts/export.xlsx</summary>
public static class HeadcountsWorkbook
{
    public static byte[] Render(HeadcountList list, DateOnly today)
    {
        List<WorkbookColumn<HeadcountRow>> columns =
        [
            new("Организация", r => r.Name, 30),
            new("Вид", r => OrganizationKinds.Of(r.Kind), 22),
            .. HeadcountList.Columns.Select(p => new WorkbookColumn<HeadcountRow>(Sentence(Populations.Of(p)), r => r.Asks(p) ? r.Shown?[p] : "–", 16)),
            new("На дату", r => r.Shown?.AsOf, 12),
            new("Состояние", r => r.Shown is { } shown ? HeadcountWords.Of(shown.State) : "нет данных", 18),
        ];
        List<object?> totals = ["Итого учтено", null, .. HeadcountList.Columns.Select(p => list.Total(p) ?? (object?)"нет данных"), null, null];
        return Workbooks.Table("Численность", $"Численность, {list.Year} учебный год",
            [$"Организаций: {list.Rows.Count}, нет данных: {list.Missing}, ждут подтверждения: {list.Waiting}", $"По состоянию на {today:dd.MM.yyyy}"], columns, list.Rows, totals);
    }

    private static string Sentence(string words) => char.ToUpper(words[0], System.Globalization.CultureInfo.CurrentCulture) + words[1..];
}
