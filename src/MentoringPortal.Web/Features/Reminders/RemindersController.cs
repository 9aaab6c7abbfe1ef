using MentoringPortal.Data;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Mail;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace MentoringPortal.Web.Features.Reminders;

/// <summary>«Требует внимания»: where pairs stand still, each reader's own.</summary>
[Route("reminders")]
public sealed class RemindersController(PortalDb db, MailSettings mail, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ReadPairs)]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await RemindersPage.Load(db, mail.PublicUrl, clock.Today, cancel));
}
