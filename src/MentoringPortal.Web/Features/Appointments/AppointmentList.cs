using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Appointments;

/// <summary>Whose people they are: an organization's, a unit's, or the department's as a whole where both are null.</summary>
public sealed record AppointmentOwner(int? OrganizationId, int? UnitId)
{
    public string Query => OrganizationId is { } organization ? $"?organizationId={organization}" : UnitId is { } unit ? $"?unitId={unit}" : "";
}

public sealed record AppointmentRow(int Id, AppointmentRole Role, string PersonName, string? Position, string? Phone, string? Email,
    string? OrderNumber, DateOnly? OrderDate, DateOnly From, DateOnly? To, int ConfirmedFor, bool IsMunicipal, string? Unit);

/// <summary>Who answers for what in a school year, and who did before; shown by <c>_List</c> on the owner's card.</summary>
/// <param name="Owner">Whose list may be changed by the reader; null where it may only be read.</param>
public sealed record AppointmentList(IReadOnlyList<AppointmentRow> Now, IReadOnlyList<AppointmentRow> Ended, SchoolYear Year, AppointmentOwner? Owner)
{
    public bool AwaitsConfirmation => Now.Any(IsUnconfirmed);

    public bool IsUnconfirmed(AppointmentRow row) => row.ConfirmedFor < Year.StartYear;

    public static async Task<AppointmentList> Load(IQueryable<Appointment> appointments, SchoolYear year, DateOnly today, AppointmentOwner? owner, CancellationToken cancel)
    {
        var day = year.DayIn(today);
        var rows = await appointments.Where(a => a.From <= year.End)
            .OrderBy(a => a.DepartmentUnitId).ThenBy(a => a.Id)
            .Select(a => new AppointmentRow(a.Id, a.Role, a.PersonName, a.Position, a.Phone, a.Email, a.OrderNumber, a.OrderDate, a.From, a.To,
                a.ConfirmedFor, a.OrganizationId == null, a.DepartmentUnit!.Abbreviation))
            .ToListAsync(cancel);
        var inOrder = rows.OrderBy(r => r.Unit is not null).ThenBy(r => r.Unit).ThenBy(r => r.Role).ToList();
        return new(inOrder.FindAll(r => r.To is null || r.To >= day), inOrder.FindAll(r => r.To < day), year, owner);
    }
}
