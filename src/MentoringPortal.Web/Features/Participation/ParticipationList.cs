using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Participation;

/// <summary>Which organizations of the year are shown; an unknown word shows all.</summary>
public sealed class ParticipationFilter
{
    public const string TakesPart = "yes", TakesNoPart = "no", NoCurator = "no-curator";

    public string? Year { get; set; }

    [Display(Name = "Показать")]
    public string? Show { get; set; }

    public static IEnumerable<SelectListItem> Choices { get; } =
        [new("участвуют", TakesPart), new("не участвуют или не отмечены", TakesNoPart), new("участвуют, но нет куратора", NoCurator)];

    public string InWords => Choices.FirstOrDefault(c => c.Value == Show)?.Text ?? "все организации";

    public bool Shows(ParticipationRow row) => Show switch
    {
        TakesPart => row.TakesPart,
        TakesNoPart => !row.TakesPart,
        NoCurator => row is { TakesPart: true, Curator: null },
        _ => true,
    };
}

/// <summary>«Включить в перечень по приказу № от»: the order and the ticked organizations.</summary>
public sealed class IncludeForm
{
    public string? Year { get; set; }

    [Required, StringLength(Lengths.Number), Display(Name = "Номер приказа")]
    public string? OrderNumber { get; set; }

    [Required, Display(Name = "Дата приказа")]
    public DateOnly? OrderDate { get; set; }

    [Display(Name = "Организации")]
    public List<int> OrganizationIds { get; set; } = [];
}

/// <param name="IsMarked">The year has a row, whether the organization takes part or not.</param>
/// <param name="Planned">Planned number by form; a chosen form without a number is null.</param>
public sealed record ParticipationRow(int Id, OrganizationKind Kind, string ShortName, bool IsMarked, bool TakesPart, string? OrderNumber, DateOnly? OrderDate,
    IReadOnlyDictionary<int, int?> Planned, string? Curator)
{
    public int Total => Planned.Values.Sum(n => n ?? 0);

    public string Order => OrderNumber is null ? "–" : $"№ {OrderNumber}{(OrderDate is { } date ? $" от {date:dd.MM.yyyy}" : "")}";
}

/// <summary>A form of mentoring: a column of the list.</summary>
public sealed record FormColumn(int Id, string Name);

/// <summary>GET /participation: the «перечень ОО» of a school year, with forms, planned numbers and curators.</summary>
public sealed record ParticipationList(SchoolYear Year, ParticipationFilter Filter, IReadOnlyList<FormColumn> Forms, IReadOnlyList<ParticipationRow> All, IncludeForm Include)
{
    public IReadOnlyList<ParticipationRow> Rows { get; } = [.. All.Where(Filter.Shows)];

    public int TakingPart => All.Count(r => r.TakesPart);

    public int WithoutCurator => All.Count(r => r is { TakesPart: true, Curator: null });

    public int PlannedIn(FormColumn form) => Rows.Sum(r => r.Planned.GetValueOrDefault(form.Id) ?? 0);

    public int Planned => Rows.Sum(r => r.Total);

    /// <summary>All organizations that work in the year, and those closed that took part in it.</summary>
    public static async Task<ParticipationList> Load(PortalDb db, ParticipationFilter filter, IncludeForm include, MunicipalClock clock, CancellationToken cancel)
    {
        var year = SchoolYears.Parse(filter.Year, clock);
        var day = year.DayIn(clock.Today);
        var found = await db.Organizations
            .Where(o => o.ClosedOn == null || o.ClosedOn >= year.Start || o.Participations.Any(p => p.SchoolYear == year.StartYear && p.TakesPart))
            .InOrder()
            .Select(o => new
            {
                o.Id,
                o.Kind,
                o.ShortName,
                Year = o.Participations.Where(p => p.SchoolYear == year.StartYear)
                    .Select(p => new { p.TakesPart, p.OrderNumber, p.OrderDate, Forms = p.Forms.Select(f => new { f.MentoringFormId, f.Planned }).ToList() })
                    .FirstOrDefault(),
                Curator = o.Appointments.Where(a => a.Role == AppointmentRole.Curator && a.From <= day && (a.To == null || a.To >= day))
                    .OrderBy(a => a.Id).Select(a => a.PersonName).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        var rows = found.ConvertAll(o => new ParticipationRow(o.Id, o.Kind, o.ShortName, o.Year is not null, o.Year?.TakesPart ?? false, o.Year?.OrderNumber, o.Year?.OrderDate,
            o.Year?.Forms.ToDictionary(f => f.MentoringFormId, f => f.Planned) ?? [], o.Curator));
        return new(year, filter, await db.MentoringForms.OrderBy(f => f.Id).Select(f => new FormColumn(f.Id, f.Name)).ToListAsync(cancel), rows, include);
    }
}
