using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Features.Enquiries;

/// <summary>GET /enquiries/export.xlsx: what the list shows, whole.</summary>
public static class EnquiriesWorkbook
{
    public static byte[] Render(IReadOnlyList<EnquiryRow> rows, int all, string filter, bool isDepartment, DateOnly today)
    {
        List<WorkbookColumn<EnquiryRow>> columns =
        [
            new("№", r => r.Id, 8), new("Поступило", r => r.ReceivedOn, 12), new("О чём просят", r => EnquiryWords.Of(r.Kind), 24),
            new("Кто обратился", r => r.Requester, 34), new("В каком качестве", r => r.Asker is { } asker ? EnquiryWords.Of(asker) : null, 22), new("О ком", r => r.Person, 34),
            new("Как поступило", r => r.Channel is { } channel ? EnquiryWords.Of(channel) : null, 20),
            new("Ответить до", r => r.DueOn, 12), new("Срок продлён", r => r.IsExtended, 10), new("Состояние", r => r.Words(today), 30),
            new("Ответ дан", r => r.AnsweredOn, 12), new("Исходящий №", r => r.ReplyNumber, 14),
        ];
        if (isDepartment)
            columns.Insert(1, new("Кому поступило", r => r.Organization ?? "управление", 26));
        return Workbooks.Table("Обращения", "Обращения о персональных данных", [$"Показано {rows.Count} из {all}: {filter}", $"По состоянию на {today:dd.MM.yyyy}"], columns, rows);
    }
}
