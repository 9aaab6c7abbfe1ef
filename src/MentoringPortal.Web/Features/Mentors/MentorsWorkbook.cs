using MentoringPortal.Domain.People;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Features.Mentors;

/// <summary>GET /mentors/export.xlsx: what the list shows, whole.</summary>
public static class MentorsWorkbook
{
    public static byte[] Render(IReadOnlyList<MentorRow> rows, int all, string filter, DateOnly today, bool isMunicipal)
    {
        List<WorkbookColumn<MentorRow>> columns =
        [
            new("Наставник", r => r.Name, 34), new("Кто", r => PersonWords.Of(r.Kind), 18), new("Организация", r => r.Organization, 26), new("Класс, должность", r => r.ClassName ?? r.Position, 22),
            new("Место работы или учёбы", r => r.Workplace, 26), new("Темы", r => string.Join("; ", r.Topics), 34), new("Компетенции", r => r.Competences, 40),
            new("Телефон или почта", r => r.Contact, 22),
        ];
        if (isMunicipal)
            columns.Add(new("Предлагается мест", r => r.Offered, 12));
        else
            columns.AddRange([new("Берёт наставляемых", r => r.Capacity, 12), new("Сейчас наставляемых", r => r.Taken, 12), new("В базе с", r => r.EnteredOn, 12), new("Выбыл", r => r.LeftOn, 12)]);
        var title = isMunicipal ? "Муниципальная база наставников" : "База наставников";
        return Workbooks.Table("Наставники", title, [$"Показано {rows.Count} из {all}: {filter}", $"По состоянию на {today:dd.MM.yyyy}"], columns, rows);
    }
}
