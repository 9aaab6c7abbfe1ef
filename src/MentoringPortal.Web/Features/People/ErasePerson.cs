using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data.Privacy;
using MentoringPortal.Domain;
using MentoringPortal.Domain.People;
using MentoringPortal.Paper;
using MentoringPortal.Paper.Blocks;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace MentoringPortal.Web.Features.People;

/// <summary>POST /people/{personId}/erase</summary>
public sealed class EraseForm
{
    public int Version { get; set; }

    [Required, Display(Name = "Почему данные уничтожаются")]
    public ErasureReason? Reason { get; set; }

    [Display(Name = "Акт скачан и подписан; понимаю, что данные нельзя вернуть")]
    public bool IsConfirmed { get; set; }

    public static IReadOnlyList<SelectListItem> Reasons { get; } = [.. Enum.GetValues<ErasureReason>().Select(r => new SelectListItem(Of(r), r.ToString()))];

    public static string Of(ErasureReason reason) => reason switch
    {
        ErasureReason.ConsentWithdrawn => "отозвано согласие",
        ErasureReason.PurposeReached => "цель обработки достигнута",
        ErasureReason.Demanded => "потребовал сам человек или его родитель",
        ErasureReason.Unlawful => "данные обрабатывались без основания",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <exception cref="DomainException">The act has not been signed.</exception>
    public void Check()
    {
        if (!IsConfirmed)
            throw new DomainException("Сначала скачайте и подпишите акт, затем отметьте это.", nameof(IsConfirmed));
    }
}

/// <summary>GET /people/{personId}/erase: what will be destroyed and what stays, counted.</summary>
public sealed record ErasePage(int PersonId, string Name, int Consents, int Scans, int Pairs, int Meetings, int Enquiries, bool HasAccount, string? Obstacle, EraseForm Form)
{
    public static ErasePage Of(PersonRows rows, EraseForm form) => new(rows.Person.Id, rows.Person.Name.Full, rows.Person.Consents.Count, rows.Scans.Count, rows.Pairs.Count,
        rows.Meetings.Count(), rows.Enquiries.Count, rows.Person.Mentor?.UserId is not null, PersonEraser.Obstacle(rows), form);
}

/// <summary>
/// «Акт об уничтожении персональных данных» (приказ Роскомнадзора от 28.10.2022 № 179): subject, categories, system, reason, date, signatures. Printed before the
/// erasure, for afterwards nobody knows the name; number and journal line join the two.
/// </summary>
public static class DestructionAct
{
    public static PaperDocument Of(PersonRows rows, string organization, DateOnly today) => new()
    {
        Title = "Акт об уничтожении персональных данных",
        Author = organization,
        Sections =
        [
            new PaperSection([
                new DocumentKind("АКТ"),
                new DocumentTitle("об уничтожении персональных данных"),
                new Paragraph(Typography.Nbsp($"№ {rows.Person.Id} от {today:dd.MM.yyyy}")) { FirstLineIndent = false, Alignment = Alignment.Center },
                new Clause("1.", Typography.Nbsp($"Оператор: {organization}.")),
                new Clause("2.", Typography.Nbsp($"Субъект персональных данных: {rows.Person.Name.Full}.")),
                new Clause("3.", $"Категории уничтоженных данных: {string.Join("; ", Categories(rows))}."),
                new Clause("4.", Typography.Nbsp("Информационная система: «Портал наставничества».")),
                new Clause("5.", "Способ: удаление значений из базы данных, журнала и хранилища файлов без возможности восстановления; обезличенные записи сохраняются для статистики."),
                new Clause("6.", $"Причина (нужное подчеркнуть): {string.Join("; ", EraseForm.Reasons.Select(r => r.Text))}."),
                new Clause("7.", Typography.Nbsp($"Запись журнала событий портала: «уничтожение персональных данных», человек № {rows.Person.Id}, {today:dd.MM.yyyy}.")),
                new Signature("Уничтожил(а)", "________________________"),
                new Signature("Присутствовал(а)", "________________________"),
                new Note("Акт хранится не менее трёх лет."),
            ]),
        ],
    };

    private static IEnumerable<string> Categories(PersonRows rows)
    {
        var person = rows.Person;
        yield return "фамилия, имя, отчество";
        if (person.BirthDate is not null)
            yield return "дата рождения (остаётся год)";
        if (person.Contact is not null)
            yield return "телефон, адрес электронной почты";
        if (person.ParentName is not null || person.ParentContact is not null)
            yield return "имя и телефон родителя";
        if (person.Mentee is not null)
            yield return "запрос наставляемого, особые категории";
        if (person.Mentor is not null)
            yield return "место работы, компетенции, достижения и интересы наставника";
        if (person.Consents.Count > 0)
            yield return $"подписавший, номера и сканы согласий ({person.Consents.Count})";
        if (rows.Pairs.Count > 0)
            yield return $"записи встреч, планов и итогов пар ({rows.Pairs.Count})";
        if (rows.Enquiries.Count > 0)
            yield return $"имена и слова обращений о данных ({rows.Enquiries.Count})";
    }
}
