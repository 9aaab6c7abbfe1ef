using System.Globalization;
using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Surveys;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Coverage;

/// <summary>A target as pages show it.</summary>
public sealed record TargetLine(int Id, Population Counted, ParticipantRole? Role, decimal Percent, DateOnly By, string? Source);

/// <param name="Share">Null where the group is so small that a person could be guessed in it, and the reader may not see the people.</param>
/// <param name="Missing">People to the target; null without a target or a headcount.</param>
public sealed record CoverageRow(int Id, string Name, OrganizationKind Kind, CoverageShare? Share, int Participations, int? Missing)
{
    /// <summary>On the day that is compared with.</summary>
    public CoverageShare? Earlier { get; init; }
}

/// <summary>A point of the picture over time.</summary>
public sealed record CoveragePoint(DateOnly On, CoverageShare Share);

/// <summary>GET /coverage: how many are covered on a day, of how many, what the target is, who lacks how many.</summary>
/// <param name="Total">Distinct people of the municipality or of the organization; null where it is masked.</param>
/// <param name="WithoutFigures">Organizations without a headcount: neither their people nor their pupils are in the percent.</param>
/// <param name="Possible">Pairs of records that may be one human being.</param>
/// <param name="Before">The day that the rows are compared with, and the total on it; a masked total is null on both.</param>
public sealed record CoverageBoard(CoverageFilter Filter, Population Population, DateOnly On, CoverageShare? Total, int Participations, TargetLine? Target, CoverageForecast? Forecast,
    IReadOnlyList<CoverageRow> Rows, IReadOnlyList<string> WithoutFigures, int Possible, IReadOnlyList<CoveragePoint> Trend, IReadOnlyList<TargetLine> Targets,
    IReadOnlyList<SelectListItem> Forms, string? Organization, (DateOnly On, CoverageShare? Total)? Before)
{
    private const int YearsBack = 4;

    /// <summary>Who is behind the number of one organization: the same question, asked for names.</summary>
    public string PeopleUrl(int? organizationId) => "/coverage/people" + QueryString.Create(new (string Key, object? Value)[]
    {
        (nameof(Filter.Of), Population), (nameof(Filter.On), On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), (nameof(Filter.Form), Filter.Form), (nameof(Filter.Contour), Filter.Contour),
        (nameof(Filter.Role), Filter.Role ?? Target?.Role), (nameof(Filter.Category), Filter.Category), ("organizationId", organizationId),
    }.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Key, Convert.ToString(p.Value, CultureInfo.InvariantCulture))));

    public int? Missing => Target is null || Total is null ? null : Total.Missing(Target.Percent);

    /// <summary>Those who lack most, first; a supplementary institution's pupils are missing at their schools already.</summary>
    public IEnumerable<CoverageRow> Furthest => Rows.Where(r => r.Missing > 0 && Populations.IsSummed(Population, r.Kind)).OrderByDescending(r => r.Missing);

    /// <param name="withForms">The choices of the filter; the first screen has none.</param>
    public static async Task<CoverageBoard> Load(PortalDb db, CoverageCounts counts, CoverageFilter filter, DateOnly today, CancellationToken cancel, bool withForms = true)
    {
        var own = db.Scope.IsCurator ? db.Scope.OrganizationId : (int?)null;
        var on = filter.DayIn(today);
        var targets = await db.CoverageTargets.Where(t => t.Counted != null && t.By != null).OrderBy(t => t.By)
            .Select(t => new TargetLine(t.Id, t.Counted!.Value, t.Role, t.Percent, t.By!.Value, t.Source ?? (t.Order!.Number == null ? null : "приказ № " + t.Order.Number))).ToListAsync(cancel);
        var population = filter.Of ?? CoverageTarget.Current(targets, t => t.By, on)?.Counted ?? Population.Pupils;
        // No school has enterprises of its own.
        if (own is not null && population == Population.Enterprises)
            population = Population.Pupils;
        targets = filter.IsPart ? [] : targets.FindAll(t => t.Counted == population);
        var target = CoverageTarget.Current(targets, t => t.By, on);
        // A target of one role is judged by that role.
        var question = filter.Question(population, own) with { Role = filter.Role ?? target?.Role };
        var days = Days(on);
        var before = filter.DayBefore(on);
        var view = await CoverageView.Load(db, counts, question, own, before is { } asked ? [.. days.Append(asked).Distinct()] : days, cancel);
        var rows = Compared(view, on, before, target?.Percent);
        // Marks of children are their school's alone, whoever asks; enterprises are nobody's secret.
        var seesPeople = own is not null || population == Population.Enterprises || (db.Scope.IsDepartment && filter.Category is null);
        // Of two days the smaller number speaks.
        var hidden = HiddenNumbers.Among(rows.ConvertAll(r => (r.Id, r.Earlier is { Covered: > 0 } was && r.Share!.Covered > 0 ? Math.Min(was.Covered, r.Share.Covered) : Math.Max(r.Earlier?.Covered ?? 0, r.Share!.Covered))), seesPeople);
        var total = view.Total(on);
        var earlier = before is { } day ? view.Total(day) : null;
        var isTotalHidden = SmallGroups.Hides(total.Covered, seesPeople) || SmallGroups.Hides(earlier?.Covered ?? 0, seesPeople);
        var trend = days.Select(d => new CoveragePoint(d, view.Total(d))).Where(p => !SmallGroups.Hides(p.Share.Covered, seesPeople)).ToList();
        return new(filter, population, on, isTotalHidden ? null : total, view.Participations(on), target,
            target is null || isTotalHidden ? null : CoverageForecast.Of(view.Total(on.AddYears(-1)), total, target.Percent, target.By, on),
            rows.ConvertAll(r => hidden.Contains(r.Id) ? r with { Share = null, Missing = null, Participations = 0, Earlier = null } : r),
            view.WithoutFigures(on), own is null ? view.Answer.Possible(on) : 0, isTotalHidden || filter.Category is not null ? [] : trend, targets,
            !withForms ? [] : await db.MentoringForms.OrderBy(f => f.Id).Select(f => new SelectListItem(f.Name, f.Id.ToString())).ToListAsync(cancel), own is null ? null : view.Figures.Organizations[0].Name,
            before is { } then ? (then, isTotalHidden ? null : earlier) : null);
    }

    /// <summary>The last days of four calendar years, twelve months ago, and the day itself.</summary>
    private static List<DateOnly> Days(DateOnly on) =>
        [.. Enumerable.Range(1, YearsBack).Select(back => new DateOnly(on.Year - back, 12, 31)).Append(on.AddYears(-1)).Append(on).Distinct().Order()];

    private static List<CoverageRow> Compared(CoverageView view, DateOnly on, DateOnly? before, decimal? target)
    {
        var earlier = before is { } day ? view.Rows(day, target).ToDictionary(r => r.Id, r => r.Share) : [];
        return view.Rows(on, target).ConvertAll(r => r with { Earlier = earlier.GetValueOrDefault(r.Id) });
    }
}
