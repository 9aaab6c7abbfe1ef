using MentoringPortal.Data;
using MentoringPortal.Data.Mail;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Mail;

/// <summary>«Почта»: what waits, what was sent, what was given up.</summary>
[Route("mail")]
public sealed class MailController(PortalDb db, MailSettings settings, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ManageMail)]
    public async Task<IActionResult> Index(MailFilter filter, PageRequest paging, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await MailList.Load(db, settings, filter, paging, cancel));
    }

    [HttpPost("{mailId:id}/retry")]
    [Access(Permission.ManageMail)]
    public async Task<IActionResult> Retry(int mailId, CancellationToken cancel)
    {
        if (await db.Mails.SingleOrDefaultAsync(m => m.Id == mailId, cancel) is not { } mail)
            return NotFound();
        return await Submit(
            async () =>
            {
                mail.Retry(clock.UtcNow);
                await db.SaveChangesAsync(cancel);
            },
            () => Done("Письмо снова в очереди."),
            async () => View(nameof(Index), await MailList.Load(db, settings, new(), new(), cancel)));
    }

    /// <summary>A letter to oneself shows at once whether the settings are right.</summary>
    [HttpPost("test")]
    [Access(Permission.ManageMail)]
    public Task<IActionResult> Test(CancellationToken cancel) => Submit(
        async () =>
        {
            if (!settings.IsOn)
                throw new DomainException("Почта не настроена: задайте Mail__Host и Mail__From.");
            var email = await db.Users.Where(u => u.Id == User.Actor().UserId).Select(u => u.Email!).SingleAsync(cancel);
            db.Mails.Add(new OutboxMail
            {
                Kind = MailKind.Test,
                Recipient = email.ToLowerInvariant(),
                Subject = "Проверка почты портала",
                Body = "Почта портала наставничества работает.",
                QueuedAt = clock.UtcNow,
                NextAttemptAt = clock.UtcNow,
            });
            await db.SaveChangesAsync(cancel);
        },
        () => Done("Письмо поставлено в очередь. Обновите страницу через минуту."),
        async () => View(nameof(Index), await MailList.Load(db, settings, new(), new(), cancel)));

    private LocalRedirectResult Done(string words)
    {
        Notice(words);
        return LocalRedirect("/mail");
    }
}
