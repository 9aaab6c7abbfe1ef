using MentoringPortal.Data;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using MentoringPortal.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Calendar;

/// <summary>Meetings and tasks ahead as a calendar, on a page and by a secret address for a telephone.</summary>
[Route("calendar")]
public sealed class CalendarController(PortalDb db, MunicipalClock clock, IConfiguration settings) : PortalController
{
    private const string FreshCode = "CalendarCode";

    [HttpGet("")]
    [Access(Permission.LogMeetings)]
    public async Task<IActionResult> Index(CancellationToken cancel) =>
        View(await CalendarPage.Load(db, clock, TempData[FreshCode] is string code ? AddressOf(code) : null, cancel));

    /// <summary>A new address; the former one opens nothing from now on. It is shown once: the portal keeps its hash alone.</summary>
    [HttpPost("renew")]
    [Access(Permission.LogMeetings)]
    public async Task<IActionResult> Renew(CancellationToken cancel)
    {
        var (code, hash) = SignInStore.NewLinkCode();
        if (await db.CalendarFeeds.SingleOrDefaultAsync(cancel) is { } feed)
            (feed.CodeHash, feed.CreatedAt) = (hash, clock.UtcNow);
        else
            db.CalendarFeeds.Add(new CalendarFeed { UserId = User.Actor().UserId, CodeHash = hash, CreatedAt = clock.UtcNow });
        await db.SaveChangesAsync(cancel);
        TempData[FreshCode] = code;
        return LocalRedirect("/calendar");
    }

    [HttpPost("revoke")]
    [Access(Permission.LogMeetings)]
    public async Task<IActionResult> Revoke(CancellationToken cancel)
    {
        db.CalendarFeeds.RemoveRange(await db.CalendarFeeds.ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
        Notice("Адрес календаря отозван: по нему больше ничего не открывается.");
        return LocalRedirect("/calendar");
    }

    /// <summary>The secret address is the right; whoever has it sees days and initials. The rest of the request acts for the owner, within his scope.</summary>
    [HttpGet("feed.ics")]
    [AllowAnonymous]
    [EnableRateLimiting(RatesRegistration.Feed)]
    public async Task<IActionResult> Feed(string? code, [FromServices] SignInStore store, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(code) || await store.FindFeed(code, cancel) is not { } owner || !Permissions.Has(owner.Role, Permission.LogMeetings))
            return NotFound();
        HttpContext.User = CurrentActor.Principal(Guid.Empty, new LiveSession(owner, MustChangePassword: false, PreviousSignInAt: null));
        var days = await CalendarDay.Load(db, clock.Today.AddDays(-CalendarDay.DaysBack), cancel);
        var site = settings["Portal:PublicUrl"]!.TrimEnd('/');
        var entries = days.Select(d => new CalendarEntry($"{d.Key}@{new Uri(site).Host}", d.Date, d.Discreet, $"{site}/pairs/{d.PairId}"));
        return new FileDownload(CalendarFile.Render("Наставничество", entries, clock.UtcNow), "calendar.ics", FileKind.Calendar);
    }

    private string AddressOf(string code) => $"{settings["Portal:PublicUrl"]!.TrimEnd('/')}/calendar/feed.ics?code={code}";
}
