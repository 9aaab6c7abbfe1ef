using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Time;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace MentoringPortal.Web.Features.Appointments;

/// <summary>A new appointment, or the fields of one. Whose it is, is said once and never changes.</summary>
public sealed class AppointmentForm
{
    public int Version { get; set; }

    public int? OrganizationId { get; set; }

    public int? UnitId { get; set; }

    [Required, Display(Name = "За что отвечает")]
    public AppointmentRole? Role { get; set; }

    [Required, StringLength(Lengths.Name), Display(Name = "Фамилия, имя, отчество")]
    public string PersonName { get; set; } = "";

    [StringLength(Lengths.Name), Display(Name = "Должность")]
    public string? Position { get; set; }

    [StringLength(Lengths.Phone), Display(Name = "Телефон")]
    public string? Phone { get; set; }

    [StringLength(Lengths.Name), EmailAddress, Display(Name = "Почта")]
    public string? Email { get; set; }

    [StringLength(Lengths.Number), Display(Name = "Номер приказа")]
    public string? OrderNumber { get; set; }

    [Display(Name = "Дата приказа")]
    public DateOnly? OrderDate { get; set; }

    [Required, Display(Name = "С какого дня")]
    public DateOnly? From { get; set; }

    /// <summary>Name of the organization or the unit, or the department, for the page's head.</summary>
    [BindNever]
    public string OwnerName { get; set; } = "";

    [BindNever]
    public string OwnerUrl { get; set; } = "";

    public IEnumerable<SelectListItem> Roles => (UnitId is null ? AppointmentRoles.General : AppointmentRoles.InUnit)
        .Select(r => new SelectListItem(AppointmentRoles.Of(r, municipal: OrganizationId is null), r.ToString()));

    public static AppointmentForm Of(Appointment appointment) => new()
    {
        Version = appointment.Version,
        OrganizationId = appointment.OrganizationId,
        UnitId = appointment.DepartmentUnitId,
        Role = appointment.Role,
        PersonName = appointment.PersonName,
        Position = appointment.Position,
        Phone = appointment.Phone,
        Email = appointment.Email,
        OrderNumber = appointment.OrderNumber,
        OrderDate = appointment.OrderDate,
        From = appointment.From,
    };

    public Appointment Create(DateOnly today)
    {
        var appointment = new Appointment { OrganizationId = OrganizationId, DepartmentUnitId = UnitId };
        ApplyTo(appointment);
        // Whoever is appointed now need not be confirmed for this year.
        appointment.Confirm(SchoolYear.Of(today > appointment.From ? today : appointment.From));
        return appointment;
    }

    public void ApplyTo(Appointment appointment)
    {
        var allowed = appointment.DepartmentUnitId is null ? AppointmentRoles.General : AppointmentRoles.InUnit;
        if (!allowed.Contains(Role!.Value))
            throw new DomainException("Такой обязанности здесь нет; выберите из списка.", nameof(Role));
        appointment.MoveStart(From!.Value);
        appointment.Role = Role.Value;
        appointment.PersonName = PersonName.Trim();
        appointment.Position = Position?.Trim();
        appointment.Phone = Phone?.Trim();
        appointment.Email = Email?.Trim();
        appointment.OrderNumber = OrderNumber?.Trim();
        appointment.OrderDate = OrderDate;
    }
}

/// <summary>The last day of an appointment; the row stays in the history.</summary>
public sealed class EndForm
{
    public int Version { get; set; }

    [Required, Display(Name = "Последний день")]
    public DateOnly? LastDay { get; set; }

    [BindNever]
    public string PersonName { get; set; } = "";

    [BindNever]
    public string RoleName { get; set; } = "";

    [BindNever]
    public string OwnerUrl { get; set; } = "";
}

/// <summary>One button in September: all of an organization, or of the department with its units, go on.</summary>
public sealed class ConfirmForm
{
    public int? OrganizationId { get; set; }

    public int? Year { get; set; }
}
