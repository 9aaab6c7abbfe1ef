using MentoringPortal.Data;
using MentoringPortal.Domain.Settings;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Settings;

/// <summary>Settings of mentoring: bounds of reports, points of suggestions, days of reminders.</summary>
[Route("settings")]
public sealed class SettingsController(PortalDb db, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await PageOf(await SettingsForm.Load(db, cancel), cancel));

    [HttpPost("")]
    [Access(Permission.WriteRules)]
    public Task<IActionResult> Index([Bind(Prefix = "Form")] SettingsForm form, CancellationToken cancel) => Submit(
        () => form.Save(db, cancel),
        () =>
        {
            Notice("Настройки сохранены.");
            return LocalRedirect("/settings");
        },
        async () => View(await PageOf(form, cancel)));

    private async Task<SettingsPage> PageOf(SettingsForm form, CancellationToken cancel) =>
        new(form, await db.Settings.Select(s => s.IsPublic).SingleAsync(cancel), await History.Of(db, clock, cancel, (nameof(MentoringSettings), MentoringSettings.TheOne)));
}
