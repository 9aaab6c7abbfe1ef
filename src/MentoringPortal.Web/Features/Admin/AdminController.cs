using MentoringPortal.Data;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Admin;

/// <summary>Accounts, each role's own share of them, and the journal. An account outside one's share is answered like an absent one.</summary>
[Route("admin")]
public sealed class AdminController(PortalDb db, MunicipalClock clock, AccountOffice office) : PortalController
{
    private const string LinkKey = "FreshLink", LetterKey = "FreshLetter";

    [HttpGet("users")]
    [Access(Permission.ManageAccounts)]
    public async Task<IActionResult> Users(UserFilter filter, PageRequest paging, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await UserList.Load(db, User.Actor(), filter, paging, clock, cancel));
    }

    [HttpGet("users/new")]
    [Access(Permission.ManageAccounts)]
    public async Task<IActionResult> NewUser(CancellationToken cancel)
    {
        var form = new NewUserForm();
        await form.Offer(db, User.Actor(), clock.Today, cancel);
        return View(form);
    }

    [HttpPost("users/new")]
    [Access(Permission.ManageAccounts)]
    public async Task<IActionResult> NewUser(NewUserForm form, [FromServices] ILookupNormalizer normalizer, CancellationToken cancel)
    {
        await OfferAndForget(form, cancel);
        if (!await form.IsAllowed(db, User.Actor(), cancel))
            return NotFound();
        PortalUser? user = null;
        return await Submit(
            async () =>
            {
                user = await form.Create(db, normalizer, cancel);
                await db.SaveChangesAsync(cancel);
                Show(await office.NewLink(user, cancel));
            },
            () => Done("Учётная запись создана. Передайте человеку ссылку: она показана один раз.", user!.Id),
            () => Task.FromResult<IActionResult>(View(form)));
    }

    [HttpGet("users/{userId:id}")]
    [Access(Permission.ManageAccounts)]
    public Task<IActionResult> EditUser(int userId, CancellationToken cancel) => Card(userId, null, cancel);

    [HttpPost("users/{userId:id}")]
    [Access(Permission.ManageAccounts)]
    public async Task<IActionResult> EditUser(int userId, UserForm form, CancellationToken cancel)
    {
        if (await Find(userId, cancel) is not { } user)
            return NotFound();
        await OfferAndForget(form, cancel);
        if (!await form.IsAllowed(db, User.Actor(), cancel))
            return NotFound();
        return await Submit(
            () => office.Change(user, form, User.Actor(), cancel),
            () => Done("Учётная запись сохранена.", userId),
            () => Card(userId, form, cancel));
    }

    /// <summary>An invitation again, or a new password instead of a forgotten one; using it ends a lock as well.</summary>
    [HttpPost("users/{userId:id}/link")]
    [Access(Permission.ManageAccounts)]
    public Task<IActionResult> NewLink(int userId, CancellationToken cancel) => Act(userId, "Ссылка готова. Она показана один раз.",
        async user => Show(await office.NewLink(user, cancel)), cancel);

    [HttpPost("users/{userId:id}/disable")]
    [Access(Permission.ManageAccounts)]
    public Task<IActionResult> Disable(int userId, CancellationToken cancel) => Act(userId, "Учётная запись отключена, все сеансы завершены.",
        user => office.Disable(user, User.Actor(), cancel), cancel);

    [HttpPost("users/{userId:id}/enable")]
    [Access(Permission.ManageAccounts)]
    public Task<IActionResult> Enable(int userId, CancellationToken cancel) => Act(userId, "Учётная запись снова действует.", user =>
    {
        user.IsDisabled = false;
        return db.SaveChangesAsync(cancel);
    }, cancel);

    [HttpPost("users/{userId:id}/unlock")]
    [Access(Permission.ManageAccounts)]
    public Task<IActionResult> Unlock(int userId, CancellationToken cancel) => Act(userId, "Вход снова открыт.", user =>
    {
        (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
        return db.SaveChangesAsync(cancel);
    }, cancel);

    [HttpPost("users/{userId:id}/sessions/end")]
    [Access(Permission.ManageAccounts)]
    public Task<IActionResult> EndSessions(int userId, CancellationToken cancel) => Act(userId, "Все сеансы завершены: войти нужно заново.",
        user => office.EndAllSessions(user, cancel), cancel);

    [HttpGet("audit")]
    [Access(Permission.ReadAudit)]
    public async Task<IActionResult> Audit(AuditFilter filter, PageRequest paging, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await AuditPage.Load(db, filter, paging, clock, User, cancel));
    }

    private async Task<IActionResult> Act(int userId, string words, Func<PortalUser, Task> act, CancellationToken cancel)
    {
        if (await Find(userId, cancel) is not { } user)
            return NotFound();
        await act(user);
        return Done(words, userId);
    }

    private async Task<IActionResult> Card(int userId, UserForm? typed, CancellationToken cancel)
    {
        if (await UserCard.Load(db, userId, typed, User, clock, cancel) is not { } card)
            return NotFound();
        var link = TempData[LinkKey] is string url && TempData[LetterKey] is string letter ? new FreshLink(url, letter) : null;
        return View(nameof(EditUser), card with { Link = link });
    }

    /// <summary>What the page itself fills in for a curator is no mistake of his.</summary>
    private async Task OfferAndForget(UserForm form, CancellationToken cancel)
    {
        await form.Offer(db, User.Actor(), clock.Today, cancel);
        if (!form.HasChoice)
            ModelState.Remove(nameof(form.Role));
    }

    private Task<PortalUser?> Find(int userId, CancellationToken cancel) =>
        db.Users.ManagedBy(User.Actor()).SingleOrDefaultAsync(u => u.Id == userId, cancel);

    private void Show(FreshLink link) => (TempData[LinkKey], TempData[LetterKey]) = (link.Url, link.Letter);

    private LocalRedirectResult Done(string words, int userId)
    {
        Notice(words);
        return LocalRedirect($"/admin/users/{userId}");
    }
}
