using MentoringPortal.Domain.Organizations;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Features.Participation;

/// <summary>GET /participation/export.xlsx: the list as the page shows it, with totals.</summary>
public static class ParticipationWorkbook
{
    public static byte[] Render(ParticipationList list, DateOnly today)
    {
        List<WorkbookColumn<ParticipationRow>> columns =
        [
            new("Организация", r => r.ShortName, 30),
            new("Вид", r => OrganizationKinds.Of(r.Kind), 22),
            new("Участвует", r => r.IsMarked ? r.TakesPart : "не отмечено", 13),
            new("Номер приказа", r => r.OrderNumber, 14),
            new("Дата приказа", r => r.OrderDate, 12),
            .. list.Forms.Select(form => new WorkbookColumn<ParticipationRow>(form.Name, r => Cell(r, form), 16)),
            new("Всего по плану", r => r.Total, 12),
            new("Куратор", r => r.Curator ?? (r.TakesPart ? "не назначен" : null), 32),
        ];
        List<object?> totals = ["Итого", null, list.Rows.Count(r => r.TakesPart), null, null, .. list.Forms.Select(f => (object?)list.PlannedIn(f)), list.Planned, null];
        return Workbooks.Table("Перечень", $"Перечень образовательных организаций, {list.Year} учебный год",
            [$"Показано {list.Rows.Count} из {list.All.Count}: {list.Filter.InWords}", $"По состоянию на {today:dd.MM.yyyy}"], columns, list.Rows, totals);
    }

    private static object? Cell(ParticipationRow row, FormColumn form) =>
        row.Planned.TryGetValue(form.Id, out var planned) ? planned ?? (object)"выбрана" : null;
}
