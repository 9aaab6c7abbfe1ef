using MentoringPortal.Domain.Organizations;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Organizations;

/// <summary>What the scenarios about organizations say to the portal again and again.</summary>
internal static class OrganizationDesk
{
    public const string Lyceum = "Лицей № 3", School = "Школа № 7";

    public static Task<int> IdOf(this PortalHost host, string shortName) =>
        host.Db(db => db.Organizations.Where(o => o.ShortName == shortName).Select(o => o.Id).SingleAsync());

    public static Task<int> Add(this PortalHost host, Organization organization) => host.Db(async db =>
    {
        db.Organizations.Add(organization);
        await db.SaveChangesAsync();
        return organization.Id;
    });

    public static Task<int> Appoint(this PortalHost host, int? organizationId, string name, DateOnly from, AppointmentRole role = AppointmentRole.Curator, int? unitId = null) =>
        host.Db(async db =>
        {
            var appointment = new Appointment { OrganizationId = organizationId, DepartmentUnitId = unitId, Role = role, PersonName = name, From = from };
            db.Appointments.Add(appointment);
            await db.SaveChangesAsync();
            return appointment.Id;
        });

    /// <summary>The cells of the page's row that begins with this head.</summary>
    public static List<string> Row(this Answer answer, string head) =>
        [.. answer.Html.QuerySelectorAll("main tr").First(r => r.QuerySelector("th[scope=row]")?.TextContent.Trim().StartsWith(head, StringComparison.Ordinal) == true)
            .Children.Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    /// <summary>The names in the first column of the page's table.</summary>
    public static List<string> Names(this Answer answer) =>
        [.. answer.Html.QuerySelectorAll("main table tbody th a").Select(a => a.TextContent.Trim())];
}
