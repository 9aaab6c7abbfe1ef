using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Text;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Appointments;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Units;

public sealed record UnitRow(int Id, string Abbreviation, string Name, DateOnly? ClosedOn, int People, string? Head);

/// <summary>GET /units</summary>
public sealed record UnitList(IReadOnlyList<UnitRow> Open, IReadOnlyList<UnitRow> Closed)
{
    public static async Task<UnitList> Load(PortalDb db, DateOnly today, CancellationToken cancel)
    {
        var rows = await db.DepartmentUnits.InOrder().Select(u => new UnitRow(u.Id, u.Abbreviation, u.Name, u.ClosedOn,
            u.People.Count(a => a.From <= today && (a.To == null || a.To >= today)),
            u.People.Where(a => a.Role == AppointmentRole.UnitHead && a.From <= today && (a.To == null || a.To >= today))
                .Select(a => a.PersonName).FirstOrDefault())).ToListAsync(cancel);
        return new(rows.FindAll(r => r.ClosedOn is null), rows.FindAll(r => r.ClosedOn is not null));
    }
}

/// <summary>GET /units/{unitId}</summary>
public sealed record UnitCard(int Id, string Abbreviation, string Name, DateOnly? ClosedOn, AppointmentList Appointments, IReadOnlyList<HistoryLine> History)
{
    public static async Task<UnitCard?> Load(PortalDb db, int unitId, string? schoolYear, ClaimsPrincipal reader, MunicipalClock clock, CancellationToken cancel)
    {
        if (await db.DepartmentUnits.AsNoTracking().SingleOrDefaultAsync(u => u.Id == unitId, cancel) is not { } unit)
            return null;
        var year = SchoolYears.Parse(schoolYear, clock);
        var key = $"{unitId}";
        return new(unit.Id, unit.Abbreviation, unit.Name, unit.ClosedOn,
            await AppointmentList.Load(db.Appointments.Where(a => a.DepartmentUnitId == unitId), year, clock.Today,
                reader.Actor().Role == Role.Department && unit.ClosedOn is null ? new AppointmentOwner(null, unitId) : null, cancel),
            await Shared.History.Load(db, clock, a => a.Entity == nameof(DepartmentUnit) && a.EntityId == key, cancel));
    }
}

public sealed class UnitForm
{
    public int Version { get; set; }

    [Required, StringLength(Lengths.Number), Display(Name = "Сокращение")]
    public string Abbreviation { get; set; } = "";

    [Required, StringLength(Lengths.Name), Display(Name = "Название")]
    public string Name { get; set; } = "";

    public static UnitForm Of(DepartmentUnit unit) => new() { Version = unit.Version, Abbreviation = unit.Abbreviation, Name = unit.Name };

    /// <exception cref="DomainException">An open unit has this abbreviation already: papers could not tell the two apart.</exception>
    public async Task ApplyTo(DepartmentUnit unit, PortalDb db, CancellationToken cancel)
    {
        var key = SearchKey.Of(Abbreviation);
        var others = await db.DepartmentUnits.Where(u => u.Id != unit.Id && u.ClosedOn == null).Select(u => u.Abbreviation).ToListAsync(cancel);
        if (others.Exists(abbreviation => SearchKey.Of(abbreviation) == key))
            throw new DomainException("Подразделение с таким сокращением уже есть.", nameof(Abbreviation));
        (unit.Abbreviation, unit.Name) = (Abbreviation.Trim(), Name.Trim());
    }
}

/// <summary>The last day of a unit's work.</summary>
public sealed class CloseUnitForm
{
    public int Version { get; set; }

    [Required, Display(Name = "Последний день работы")]
    public DateOnly? LastDay { get; set; }
}
