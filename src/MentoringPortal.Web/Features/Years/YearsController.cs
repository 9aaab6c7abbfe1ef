using MentoringPortal.Data;
using MentoringPortal.Domain.Time;
using MentoringPortal.Domain.Years;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace MentoringPortal.Web.Features.Years;

/// <summary>The new school year: a school prepares it, carries it out, takes it back; the department sees which schools have.</summary>
[Route("years")]
public sealed class YearsController(PortalDb db, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ListPairs)]
    public async Task<IActionResult> Index(CancellationToken cancel) => User.Actor().Role == Role.Curator
        ? View(await YearPage.Load(db, await Current(cancel), clock, cancel))
        : View("Schools", await YearSchools.Load(db, ComingYear.On(clock.Today), clock, cancel));

    /// <summary>Keeps the ticks: the rest may be done on another day.</summary>
    [HttpPost("")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Save(YearForm form, CancellationToken cancel)
    {
        var change = await Current(cancel);
        return await Submit(
            async () =>
            {
                await form.NoteIn(db, change, cancel);
                await db.SaveChangesAsync(cancel);
            },
            () => Done("Отметки сохранены. Перевод можно закончить позже."),
            () => Again(form, cancel));
    }

    [HttpPost("apply")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Apply(YearForm form, CancellationToken cancel)
    {
        var change = await Current(cancel);
        return await Submit(
            async () =>
            {
                var room = await form.NoteIn(db, change, cancel);
                await room.Apply(db, clock.Today, clock.UtcNow, cancel);
            },
            () => Done($"Перевод на {change.Begins} учебный год проведён."),
            () => Again(form, cancel));
    }

    [HttpPost("undo")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Undo(int version, CancellationToken cancel)
    {
        var change = await Current(cancel);
        return await Submit(
            async () =>
            {
                db.Expect(change, version);
                await YearRoom.Undo(db, change, cancel);
            },
            () => Done("Перевод отменён: классы, люди и пары вернулись, отметки сохранены."),
            () => Again(new YearForm { Version = version }, cancel));
    }

    /// <summary>The change of the school's coming year: kept, or a new one that nobody has saved yet.</summary>
    private async Task<YearChange> Current(CancellationToken cancel)
    {
        var organization = User.Actor().OrganizationId!.Value;
        var year = ComingYear.On(clock.Today);
        if (await ComingYear.Find(db, organization, year, cancel) is { } kept)
            return kept;
        var change = new YearChange(organization, year);
        if (HttpMethods.IsPost(Request.Method))
            db.Add(change);
        return change;
    }

    /// <summary>The page as it stands in the database, with the refusal above it and the ticks as they were made.</summary>
    private async Task<IActionResult> Again(YearForm form, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var organization = User.Actor().OrganizationId!.Value;
        var year = ComingYear.On(clock.Today);
        var change = await ComingYear.Find(db, organization, year, cancel) ?? new YearChange(organization, year);
        var page = await YearPage.Load(db, change, clock, cancel);
        return View("Index", page.IsDone ? page : page.With(form));
    }

    private LocalRedirectResult Done(string words)
    {
        Notice(words);
        return LocalRedirect("/years");
    }
}
