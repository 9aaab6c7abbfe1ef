using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Coverage;
using MentoringPortal.Web.Features.Pairs;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Reports;

/// <summary>What a report may be asked for.</summary>
[Flags]
public enum ReportParameters
{
    None = 0,
    Day = 1,
    /// <summary>A second day, and the difference.</summary>
    Before = 2,
    /// <summary>From a day to <see cref="Day"/>.</summary>
    Period = 4,
    Year = 8,
    Kind = 16,
    Form = 32,
    Organization = 64,
    Roadmap = 128,
}

/// <summary>Parameters of all reports, each in the address; what a report does not take it does not look at, and an unknown word counts all.</summary>
public sealed class ReportFilter
{
    [Display(Name = "По состоянию на")]
    public DateOnly? On { get; set; }

    [Display(Name = "Сравнить с датой")]
    public DateOnly? Before { get; set; }

    [Display(Name = "Начало периода")]
    public DateOnly? From { get; set; }

    [Display(Name = "Учебный год")]
    public int? Year { get; set; }

    [Display(Name = "Вид организаций")]
    public OrganizationKind? Kind { get; set; }

    [Display(Name = "Форма")]
    public int? Form { get; set; }

    [Display(Name = "Организация")]
    public int? Organization { get; set; }

    [Display(Name = "Дорожная карта")]
    public int? Roadmap { get; set; }

    public DateOnly DayIn(DateOnly today) => CoverageFilter.Within(On, today);

    /// <summary>Null where nothing is compared.</summary>
    public DateOnly? BeforeIn(DateOnly today) => Before is null ? null : CoverageFilter.Within(Before, today);

    /// <summary>First day of the period; <paramref name="days"/> before its last day where none was given, or a later one.</summary>
    public DateOnly FromIn(DateOnly today, int days) => From is { } from && from <= DayIn(today) ? from : DayIn(today).AddDays(-days);

    public SchoolYear YearIn(MunicipalClock clock) => SchoolYears.Parse($"{Year}", clock);
}

/// <summary>Lists of the parameters; empty ones are not asked for.</summary>
public sealed record ReportChoices(IReadOnlyList<SelectListItem> Forms, IReadOnlyList<SelectListItem> Organizations, IReadOnlyList<SelectListItem> Roadmaps, IReadOnlyList<SelectListItem> Years)
{
    private const int YearsBack = 5;

    public static async Task<ReportChoices> Load(PortalDb db, ReportParameters takes, DateOnly today, CancellationToken cancel) => new(
        takes.HasFlag(ReportParameters.Form) ? await PairChoices.FormItems(db, cancel) : [],
        takes.HasFlag(ReportParameters.Organization) && !db.Scope.IsCurator
            ? await db.Organizations.InOrder().Select(o => new SelectListItem(o.ShortName, o.Id.ToString())).ToListAsync(cancel) : [],
        takes.HasFlag(ReportParameters.Roadmap) ? await db.Roadmaps.Where(r => !r.IsArchived).InOrder().Select(r => new SelectListItem(r.Title, r.Id.ToString())).ToListAsync(cancel) : [],
        [.. Enumerable.Range(0, YearsBack).Select(back => new SchoolYear(SchoolYear.Of(today).StartYear - back)).Select(y => new SelectListItem($"{y}", $"{y.StartYear}"))]);

    /// <summary>What was asked, in words, for the head of the page and of the paper.</summary>
    public IReadOnlyList<string> InWords(ReportFilter filter, ReportParameters takes, MunicipalClock clock, int periodDays)
    {
        var today = clock.Today;
        var words = new List<string>();
        void Add(ReportParameters one, string? said)
        {
            if (takes.HasFlag(one) && said is not null)
                words.Add(said);
        }
        Add(ReportParameters.Year, $"{filter.YearIn(clock)} учебный год");
        if (takes.HasFlag(ReportParameters.Period))
            words.Add($"За период с {filter.FromIn(today, periodDays):dd.MM.yyyy} по {filter.DayIn(today):dd.MM.yyyy}");
        else
            Add(ReportParameters.Day, $"По состоянию на {filter.DayIn(today):dd.MM.yyyy}");
        Add(ReportParameters.Before, filter.BeforeIn(today) is { } before ? $"В сравнении с {before:dd.MM.yyyy}" : null);
        Add(ReportParameters.Kind, Said("Вид организаций", CoverageFilter.Kinds, $"{filter.Kind}"));
        Add(ReportParameters.Form, Said("Форма", Forms, $"{filter.Form}"));
        Add(ReportParameters.Organization, Said("Организация", Organizations, $"{filter.Organization}"));
        Add(ReportParameters.Roadmap, Said("Дорожная карта", Roadmaps, $"{filter.Roadmap}"));
        return words;
    }

    private static string? Said(string name, IEnumerable<SelectListItem> items, string value) => items.FirstOrDefault(i => i.Value == value) is { } item ? $"{name}: {item.Text}" : null;
}
