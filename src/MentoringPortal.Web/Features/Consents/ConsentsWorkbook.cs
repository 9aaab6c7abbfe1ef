using MentoringPortal.Domain.People;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Features.Consents;

/// <summary>GET /consents/export.xlsx: what the list shows, whole.</summary>
public static class ConsentsWorkbook
{
    /// <param name="isOwn">The organization's own file has the numbers of papers; the department's has organizations instead.</param>
    public static byte[] Render(IReadOnlyList<ConsentRow> rows, int all, string title, string filter, DateOnly today, bool isOwn)
    {
        List<WorkbookColumn<ConsentRow>> columns =
        [
            new("Человек", r => r.Name, 34), new("Кто", r => PersonWords.Of(r.Kind), 16), new("Класс", r => r.ClassName, 8), new("Состояние", r => ConsentWords.Of(r.State), 16),
            new("Подписано", r => r.SignedOn, 12), new("Кто подписал", r => r.Signer is { } signer ? ConsentWords.Of(signer) : null, 14),
            new("Действует по", r => r.LastDay, 14), new("Отозвано", r => r.WithdrawnOn, 12), new("Уничтожить данные до", r => r.DestroyBy, 14),
        ];
        if (isOwn)
            columns.Add(new("Номер бумаги, папка", r => r.PaperNumber, 24));
        else
            columns.Insert(0, new("Организация", r => r.Organization, 26));
        return Workbooks.Table("Согласия", title, [$"Показано {rows.Count} из {all}: {filter}", $"По состоянию на {today:dd.MM.yyyy}"], columns, rows);
    }
}
