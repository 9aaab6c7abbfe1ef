using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Features.Organizations;

/// <summary>GET /organizations/export.xlsx: what the list shows, whole.</summary>
public static class OrganizationsWorkbook
{
    /// <param name="showsYear">The admin sees the directory, not who takes part.</param>
    public static byte[] Render(IReadOnlyList<OrganizationRow> rows, int all, string filter, SchoolYear year, DateOnly today, bool showsYear)
    {
        List<WorkbookColumn<OrganizationRow>> columns =
        [
            new("Название", r => r.ShortName, 28),
            new("Вид", r => OrganizationKinds.Of(r.Kind), 22),
            new("Полное название", r => r.FullName, 55),
            new("Руководитель", r => r.HeadName, 30),
            new("Телефон", r => r.Phone, 18),
            new("Почта", r => r.Email, 26),
            new("Адрес", r => r.Address, 40),
            new("Закрыта", r => r.ClosedOn, 12),
        ];
        if (showsYear)
            columns.AddRange([new($"Участвует в {year}", r => r.TakesPart, 14), new("Куратор", r => r.Curator, 30)]);
        return Workbooks.Table("Организации", "Организации", [$"Показано {rows.Count} из {all}: {filter}", $"По состоянию на {today:dd.MM.yyyy}"], columns, rows);
    }
}
