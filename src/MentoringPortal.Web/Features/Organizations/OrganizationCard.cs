using System.Security.Claims;
using MentoringPortal.Data;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Appointments;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Organizations;

/// <summary>The organization's year: takes part or not, by which order, its forms.</summary>
public sealed record OrganizationYear(bool TakesPart, string? OrderNumber, DateOnly? OrderDate, IReadOnlyList<PlannedForm> Forms)
{
    public int? Planned => Forms.All(f => f.Planned is null) ? null : Forms.Sum(f => f.Planned ?? 0);
}

public sealed record PlannedForm(string Name, int? Planned);

/// <summary>GET /organizations/{organizationId}</summary>
public sealed record OrganizationCard(int Id, OrganizationKind Kind, string ShortName, string FullName, string? HeadPosition, string? HeadName,
    string? Phone, string? Email, string? Address, DateOnly? OpenedOn, DateOnly? ClosedOn, OrganizationYear? Participation)
{
    public required SchoolYear Year { get; init; }
    public required DateOnly Today { get; init; }
    public required bool ShowsYear { get; init; }
    public required int? Accounts { get; init; }
    public required AppointmentList Appointments { get; init; }
    public required IReadOnlyList<HistoryLine> History { get; init; }

    public bool IsOpen => ClosedOn is null || Today <= ClosedOn;

    public static async Task<OrganizationCard?> Load(PortalDb db, int organizationId, string? schoolYear, ClaimsPrincipal reader, MunicipalClock clock, CancellationToken cancel)
    {
        var actor = reader.Actor();
        var year = SchoolYears.Parse(schoolYear, clock);
        // The admin sees the directory, not the registries.
        var showsYear = actor.Role != Role.Admin;
        var mayWrite = reader.Can(Permission.WriteOwnOrganization);
        var found = await db.Organizations.Where(o => o.Id == organizationId)
            .Select(o => new
            {
                Organization = o,
                Year = o.Participations.Where(p => p.SchoolYear == year.StartYear)
                    .Select(p => new OrganizationYear(p.TakesPart, p.OrderNumber, p.OrderDate,
                        p.Forms.OrderBy(f => f.MentoringFormId).Select(f => new PlannedForm(f.Form!.Name, f.Planned)).ToList()))
                    .FirstOrDefault(),
            })
            .AsNoTracking().SingleOrDefaultAsync(cancel);
        if (found is null)
            return null;
        var o = found.Organization;
        return new OrganizationCard(o.Id, o.Kind, o.ShortName, o.FullName, o.HeadPosition, o.HeadName, o.Phone, o.Email, o.Address, o.OpenedOn, o.ClosedOn, found.Year)
        {
            Year = year,
            Today = clock.Today,
            ShowsYear = showsYear,
            Accounts = reader.Can(Permission.ManageAccounts)
                ? await db.Users.ManagedBy(actor).CountAsync(u => u.OrganizationId == organizationId, cancel)
                : null,
            Appointments = await AppointmentList.Load(db.Appointments.Where(a => a.OrganizationId == organizationId), year, clock.Today,
                mayWrite ? new AppointmentOwner(organizationId, null) : null, cancel),
            History = await Shared.History.Load(db, clock,
                a => a.OrganizationId == organizationId && (a.Entity == nameof(Organization) || (showsYear && (a.Entity == nameof(Domain.Organizations.Participation)
                    || a.Entity == nameof(ParticipationForm) || a.Entity == nameof(Appointment)))), cancel),
        };
    }
}
