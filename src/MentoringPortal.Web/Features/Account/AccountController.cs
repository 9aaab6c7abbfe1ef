using MentoringPortal.Data;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Data.Mail;
using MentoringPortal.Web.Features.Mail;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using MentoringPortal.Web.Setup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Account;

/// <summary>Sign-in and sign-out, the person's own page and password, one-time links.</summary>
[Route("account")]
public sealed class AccountController(SignInStore store) : PortalController
{
    [HttpGet("")]
    [Access(Permission.OwnAccount)]
    public async Task<IActionResult> Index([FromServices] PortalDb db) => View(await AccountPage.Load(db, User));

    [HttpGet("login")]
    [AllowAnonymous]
    public async Task<IActionResult> Login(string? returnUrl, [FromServices] PortalDb db, CancellationToken cancel)
    {
        if (User.FindActor() is not null)
            return LocalRedirect("/");
        return await SignInPage(new LoginForm(), returnUrl, db, cancel);
    }

    [HttpPost("login")]
    [AllowAnonymous]
    public async Task<IActionResult> Login(LoginForm form, string? returnUrl, [FromServices] PortalDb db, CancellationToken cancel)
    {
        var session = ModelState.IsValid ? await store.SignIn(form.Email, form.Password, cancel) : null;
        if (session is null)
        {
            if (ModelState.IsValid)
                ModelState.AddModelError("", LoginForm.Refusal);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await SignInPage(form, returnUrl, db, cancel);
        }
        await HttpContext.SignInAsync(CurrentActor.Ticket(session.Id));
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }

    [HttpGet("forgot")]
    [AllowAnonymous]
    public IActionResult Forgot([FromServices] MailSettings mail) => View(new ForgotForm { IsMailOn = mail.IsOn });

    /// <summary>The same answer for everybody (AU3): whether there is such an account, the sender of letters finds out later.</summary>
    [HttpPost("forgot")]
    [AllowAnonymous]
    [EnableRateLimiting(RatesRegistration.Forgotten)]
    public Task<IActionResult> Forgot(ForgotForm form, [FromServices] MailSettings mail, [FromServices] MailQueue queue, CancellationToken cancel)
    {
        form.IsMailOn = mail.IsOn;
        return Submit(
            async () =>
            {
                form.Check();
                if (mail.IsOn)
                    await queue.AskReset(form.Email, cancel);
                form.IsAsked = true;
            },
            () => View(form),
            () => Task.FromResult<IActionResult>(View(form)));
    }

    [HttpPost("logout")]
    [Access(Permission.OwnPassword)]
    public async Task<IActionResult> Logout(CancellationToken cancel)
    {
        await store.SignOut(User.SessionId()!.Value, cancel);
        await HttpContext.SignOutAsync();
        return LocalRedirect("/account/login");
    }

    [HttpPost("sessions/end")]
    [Access(Permission.OwnAccount)]
    public async Task<IActionResult> EndSessions(CancellationToken cancel)
    {
        await store.SignOutEverywhere(User.Actor().UserId, cancel);
        await HttpContext.SignOutAsync();
        return LocalRedirect("/account/login");
    }

    [HttpGet("password")]
    [Access(Permission.OwnPassword)]
    public IActionResult Password() => View(new PasswordForm());

    [HttpPost("password")]
    [Access(Permission.OwnPassword)]
    public Task<IActionResult> Password(PasswordForm form, [FromServices] PortalDb db, CancellationToken cancel) => Submit(
        async () =>
        {
            form.Check(await db.Users.AsNoTracking().SingleAsync(u => u.Id == User.Actor().UserId, cancel), await store.LocalNames(cancel));
            if (!await store.ChangePassword(User.Actor().UserId, form.Current, form.New, cancel))
                throw new Domain.DomainException("Текущий пароль неверен.", nameof(form.Current));
            await HttpContext.SignOutAsync();
        },
        () =>
        {
            Notice("Пароль изменён. Войдите с новым паролем.");
            return LocalRedirect("/account/login");
        },
        () => Task.FromResult<IActionResult>(View(form)));

    [HttpGet("link")]
    [AllowAnonymous]
    public async Task<IActionResult> Link(string? code, CancellationToken cancel) =>
        await store.FindLink(code ?? "", cancel) is { } link ? View(LinkForm.For(link, code!)) : View("LinkExpired");

    [HttpPost("link")]
    [AllowAnonymous]
    public async Task<IActionResult> Link(LinkForm form, CancellationToken cancel)
    {
        if (await store.FindLink(form.Code, cancel) is not { } link)
            return View("LinkExpired");
        form.Describe(link);
        return await Submit(
            async () =>
            {
                form.Check(link, await store.LocalNames(cancel));
                if (!await store.UseLink(form.Code, form.New, cancel))
                    throw new Domain.DomainException("Ссылка уже использована.");
            },
            () =>
            {
                Notice("Пароль сохранён. Теперь войдите.");
                return LocalRedirect("/account/login");
            },
            () => Task.FromResult<IActionResult>(View(form)));
    }

    private async Task<IActionResult> SignInPage(LoginForm form, string? returnUrl, PortalDb db, CancellationToken cancel)
    {
        ViewData["ReturnUrl"] = returnUrl;
        ViewData["HasTotals"] = await db.Settings.Select(s => s.IsPublic).SingleAsync(cancel);
        return View(form);
    }
}
