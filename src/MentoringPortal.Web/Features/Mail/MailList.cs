using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Mail;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Mail;

/// <summary>Filter of the outbox, in the address.</summary>
public sealed class MailFilter
{
    [Display(Name = "Состояние")]
    public string? State { get; set; }

    public static IEnumerable<SelectListItem> States { get; } = Enum.GetValues<MailState>().Select(s => new SelectListItem(MailWords.Of(s), s.ToString())).ToList();

    public IQueryable<OutboxMail> Apply(IQueryable<OutboxMail> mails) =>
        Enum.TryParse<MailState>(State, out var state) && Enum.IsDefined(state) ? mails.Where(m => m.State == state) : mails.Where(m => m.State != MailState.Dropped);
}

/// <summary>A letter as the administrator sees it: to whom and how it fares, never what is in it.</summary>
public sealed record MailRow(int Id, string Recipient, MailKind Kind, MailState State, DateTime QueuedAt, DateTime NextAttemptAt, int Attempts, DateTime? SentAt, string? LastError);

/// <summary>GET /mail</summary>
public sealed record MailList(MailFilter Filter, bool IsOn, string? Server, int Waiting, int Sent, int Failed, DateTime? Oldest, Paged<MailRow> Rows)
{
    public static async Task<MailList> Load(PortalDb db, MailSettings settings, MailFilter filter, PageRequest page, CancellationToken cancel)
    {
        var rows = filter.Apply(db.Mails).OrderByDescending(m => m.State == MailState.Failed).ThenByDescending(m => m.QueuedAt).ThenByDescending(m => m.Id)
            .Select(m => new MailRow(m.Id, m.Recipient, m.Kind, m.State, m.QueuedAt, m.NextAttemptAt, m.Attempts, m.SentAt, m.LastError));
        return new(filter, settings.IsOn, settings.IsOn ? $"{settings.Host}:{settings.Port}" : null,
            await db.Mails.CountAsync(m => m.State == MailState.Waiting, cancel),
            await db.Mails.CountAsync(m => m.State == MailState.Sent, cancel),
            await db.Mails.CountAsync(m => m.State == MailState.Failed, cancel),
            await db.Mails.Where(m => m.State == MailState.Waiting).MinAsync(m => (DateTime?)m.QueuedAt, cancel),
            await rows.ToPageAsync(page, cancel));
    }
}

public static class MailWords
{
    public static string Of(MailState state) => state switch
    {
        MailState.Waiting => "ждёт отправки",
        MailState.Sent => "отправлено",
        MailState.Failed => "не доставлено",
        MailState.Dropped => "снято: такой учётной записи нет",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Of(MailKind kind) => kind switch
    {
        MailKind.PasswordReset => "новый пароль",
        MailKind.Digest => "сводка за неделю",
        MailKind.Test => "проверка",
        MailKind.Request => "запрос сведений",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
