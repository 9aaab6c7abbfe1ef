using MentoringPortal.Data;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Appointments;

/// <summary>Who answers for what: appointed, corrected, released, confirmed each September. The lists stand on the cards of their owners.</summary>
[Route("appointments")]
public sealed class AppointmentsController(PortalDb db, MunicipalClock clock) : PortalController
{
    [HttpGet("new")]
    [Access(Permission.WriteOwnOrganization)]
    public async Task<IActionResult> Create(int? organizationId, int? unitId, CancellationToken cancel)
    {
        var form = new AppointmentForm { OrganizationId = organizationId, UnitId = unitId, From = clock.Today };
        ModelState.Clear();
        return await Describe(form, cancel) ? View(form) : NotFound();
    }

    [HttpPost("new")]
    [Access(Permission.WriteOwnOrganization)]
    public async Task<IActionResult> Create(AppointmentForm form, CancellationToken cancel)
    {
        if (!await Describe(form, cancel))
            return NotFound();
        return await Submit(
            async () =>
            {
                db.Appointments.Add(form.Create(clock.Today));
                await db.SaveChangesAsync(cancel);
            },
            () => Saved("Назначение сохранено.", form.OwnerUrl),
            () => Task.FromResult<IActionResult>(View(form)));
    }

    [HttpGet("{appointmentId:id}")]
    [Access(Permission.WriteOwnOrganization)]
    public async Task<IActionResult> Edit(int appointmentId, CancellationToken cancel)
    {
        if (await Find(appointmentId, cancel) is not { } appointment)
            return NotFound();
        var form = AppointmentForm.Of(appointment);
        return await Describe(form, cancel) ? View(form) : NotFound();
    }

    [HttpPost("{appointmentId:id}")]
    [Access(Permission.WriteOwnOrganization)]
    public async Task<IActionResult> Edit(int appointmentId, AppointmentForm form, CancellationToken cancel)
    {
        if (await Find(appointmentId, cancel) is not { } appointment)
            return NotFound();
        (form.OrganizationId, form.UnitId) = (appointment.OrganizationId, appointment.DepartmentUnitId);
        if (!await Describe(form, cancel))
            return NotFound();
        return await Submit(
            async () =>
            {
                db.Expect(appointment, form.Version);
                form.ApplyTo(appointment);
                await db.SaveChangesAsync(cancel);
            },
            () => Saved("Назначение сохранено.", form.OwnerUrl),
            () => Task.FromResult<IActionResult>(View(form)));
    }

    [HttpGet("{appointmentId:id}/end")]
    [Access(Permission.WriteOwnOrganization)]
    public async Task<IActionResult> End(int appointmentId, CancellationToken cancel) =>
        await Find(appointmentId, cancel) is { } appointment
            ? View(Describe(new EndForm { Version = appointment.Version, LastDay = clock.Today }, appointment))
            : NotFound();

    [HttpPost("{appointmentId:id}/end")]
    [Access(Permission.WriteOwnOrganization)]
    public async Task<IActionResult> End(int appointmentId, EndForm form, CancellationToken cancel)
    {
        if (await Find(appointmentId, cancel) is not { } appointment)
            return NotFound();
        Describe(form, appointment);
        return await Submit(
            async () =>
            {
                db.Expect(appointment, form.Version);
                appointment.End(form.LastDay!.Value);
                await db.SaveChangesAsync(cancel);
            },
            () => Saved("Назначение закончено; оно осталось в прежних.", form.OwnerUrl),
            () => Task.FromResult<IActionResult>(View(form)));
    }

    /// <summary>Confirms everybody whose appointment reaches into the year; the department's button takes its units along.</summary>
    [HttpPost("confirm")]
    [Access(Permission.WriteOwnOrganization)]
    public async Task<IActionResult> Confirm(ConfirmForm form, CancellationToken cancel)
    {
        // An owner that is no number must not become «nobody», which is the department.
        var owner = new AppointmentForm { OrganizationId = form.OrganizationId };
        if (!ModelState.IsValid || !await Describe(owner, cancel))
            return NotFound();
        var year = SchoolYears.Parse($"{form.Year}", clock);
        var appointments = await db.Appointments
            .Where(a => a.OrganizationId == owner.OrganizationId && a.ConfirmedFor < year.StartYear && a.From <= year.End && (a.To == null || a.To >= year.Start))
            .ToListAsync(cancel);
        appointments.ForEach(a => a.Confirm(year));
        await db.SaveChangesAsync(cancel);
        return Saved($"Подтверждено назначений на {year}: {appointments.Count}.", owner.OwnerUrl);
    }

    /// <summary>Says whose list it is; false where the owner is not the reader's. A curator who names nobody means his own organization.</summary>
    private async Task<bool> Describe(AppointmentForm form, CancellationToken cancel)
    {
        var actor = User.Actor();
        if (form is { OrganizationId: null, UnitId: null } && actor.Role == Role.Curator)
            form.OrganizationId = actor.OrganizationId;
        var (name, url) = form switch
        {
            { OrganizationId: { } organizationId, UnitId: null } =>
                (await db.Organizations.Where(o => o.Id == organizationId).Select(o => o.ShortName).SingleOrDefaultAsync(cancel), $"/organizations/{organizationId}"),
            { OrganizationId: null, UnitId: { } unitId } when actor.Role == Role.Department =>
                (await db.DepartmentUnits.Where(u => u.Id == unitId).Select(u => u.Abbreviation).SingleOrDefaultAsync(cancel), $"/units/{unitId}"),
            { OrganizationId: null, UnitId: null } when actor.Role == Role.Department => ("Управление", "/department"),
            _ => (null, ""),
        };
        (form.OwnerName, form.OwnerUrl) = (name ?? "", url);
        return name is not null;
    }

    private static EndForm Describe(EndForm form, Appointment appointment)
    {
        form.PersonName = appointment.PersonName;
        form.RoleName = AppointmentRoles.Of(appointment.Role, municipal: appointment.OrganizationId is null);
        form.OwnerUrl = appointment switch
        {
            { OrganizationId: { } organizationId } => $"/organizations/{organizationId}",
            { DepartmentUnitId: { } unitId } => $"/units/{unitId}",
            _ => "/department",
        };
        return form;
    }

    /// <summary>An appointment the reader may change: a curator reads the department's and changes his own organization's.</summary>
    private async Task<Appointment?> Find(int appointmentId, CancellationToken cancel)
    {
        var actor = User.Actor();
        return await db.Appointments.SingleOrDefaultAsync(
            a => a.Id == appointmentId && (actor.Role == Role.Department || a.OrganizationId == actor.OrganizationId), cancel);
    }

    private LocalRedirectResult Saved(string words, string url)
    {
        Notice(words);
        return LocalRedirect(url);
    }
}
