using System.Security.Claims;
using MentoringPortal.Data;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Appointments;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Department;

/// <summary>GET /department: the card, the letterhead as it will stand on paper, and who answers for what.</summary>
public sealed record DepartmentPage(DepartmentForm Card, AppointmentList Appointments, IReadOnlyList<HistoryLine> History)
{
    public string? Language => Card.Letterhead2Language is { } tag ? DepartmentForm.Languages.FirstOrDefault(l => l.Value == tag)?.Text : null;

    /// <summary>Address, phone and codes in one line, as they stand below a letterhead.</summary>
    public string Contacts => string.Join(", ", new[]
    {
        Card.Address, Prefixed("тел.", Card.Phone), Prefixed("эл. почта:", Card.Email),
        Prefixed("ОКПО", Card.Okpo), Prefixed("ОГРН", Card.Ogrn),
        Card.Inn is null ? null : $"ИНН/КПП {Card.Inn}/{Card.Kpp}",
    }.OfType<string>());

    public static async Task<DepartmentPage> Load(PortalDb db, string? schoolYear, ClaimsPrincipal reader, MunicipalClock clock, CancellationToken cancel)
    {
        var year = SchoolYears.Parse(schoolYear, clock);
        var card = await db.Departments.AsNoTracking().SingleAsync(cancel);
        return new(
            DepartmentForm.Of(card),
            await AppointmentList.Load(db.Appointments.Where(a => a.OrganizationId == null), year, clock.Today,
                reader.Actor().Role == Role.Department ? new AppointmentOwner(null, null) : null, cancel),
            await Shared.History.Load(db, clock,
                a => a.Entity == nameof(Domain.Organizations.Department) || (a.Entity == nameof(Appointment) && a.OrganizationId == null), cancel));
    }

    private static string? Prefixed(string prefix, string? value) => string.IsNullOrEmpty(value) ? null : $"{prefix} {value}";
}
