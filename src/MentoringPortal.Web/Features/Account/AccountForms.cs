using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using MentoringPortal.Data;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Domain;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Account;

public sealed class LoginForm
{
    /// <summary>The same words for an unknown, locked, disabled account and a wrong password: nothing can be guessed from them (AU3).</summary>
    public const string Refusal = "Войти не удалось: почта или пароль не подходят. После пяти неверных попыток вход закрывается на 15 минут.";

    [Required, StringLength(256), Display(Name = "Электронная почта")]
    public string Email { get; set; } = "";

    [Required, StringLength(PasswordRules.Longest), DataType(DataType.Password), Display(Name = "Пароль")]
    public string Password { get; set; } = "";
}

/// <summary>Somebody has forgotten the password.</summary>
public sealed class ForgotForm
{
    [Required, StringLength(256), Display(Name = "Электронная почта")]
    public string Email { get; set; } = "";

    [BindNever]
    public bool IsMailOn { get; set; }

    [BindNever]
    public bool IsAsked { get; set; }

    /// <exception cref="DomainException">This is no address at all.</exception>
    public void Check()
    {
        if (EmailRules.Complaint(Email.Trim()) is { } complaint)
            throw new DomainException(complaint, nameof(Email));
    }
}

public sealed class PasswordForm
{
    [Required, StringLength(PasswordRules.Longest), DataType(DataType.Password), Display(Name = "Текущий пароль")]
    public string Current { get; set; } = "";

    [Required, StringLength(PasswordRules.Longest), DataType(DataType.Password), Display(Name = "Новый пароль")]
    public string New { get; set; } = "";

    [Required, Compare(nameof(New), ErrorMessage = "Пароли не совпадают."), DataType(DataType.Password), Display(Name = "Новый пароль ещё раз")]
    public string Again { get; set; } = "";

    /// <exception cref="DomainException">A poor password, or the one that was to be replaced.</exception>
    public void Check(PortalUser user, IEnumerable<string> localNames)
    {
        if (New == Current)
            throw new DomainException("Новый пароль совпадает с текущим.", nameof(New));
        if (PasswordRules.Complaint(New, user, localNames) is { } complaint)
            throw new DomainException(complaint, nameof(New));
    }
}

/// <summary>A password set by a one-time link: an invitation or a forgotten password.</summary>
public sealed class LinkForm
{
    [Required, StringLength(100)]
    public string Code { get; set; } = "";

    [Required, StringLength(PasswordRules.Longest), DataType(DataType.Password), Display(Name = "Новый пароль")]
    public string New { get; set; } = "";

    [Required, Compare(nameof(New), ErrorMessage = "Пароли не совпадают."), DataType(DataType.Password), Display(Name = "Новый пароль ещё раз")]
    public string Again { get; set; } = "";

    [BindNever]
    public string Email { get; private set; } = "";

    [BindNever]
    public bool IsInvitation { get; private set; }

    public static LinkForm For(AccountLink link, string code)
    {
        var form = new LinkForm { Code = code };
        form.Describe(link);
        return form;
    }

    public void Describe(AccountLink link) => (Email, IsInvitation) = (link.User!.Email!, link.Purpose == AccountLinkPurpose.Invitation);

    /// <exception cref="DomainException">A poor password.</exception>
    public void Check(AccountLink link, IEnumerable<string> localNames)
    {
        if (PasswordRules.Complaint(New, link.User!, localNames) is { } complaint)
            throw new DomainException(complaint, nameof(New));
    }
}

/// <summary>The person's own page.</summary>
public sealed record AccountPage(string Name, string Email, string Role, string? Organization, IReadOnlyList<SessionRow> Sessions)
{
    public static async Task<AccountPage> Load(PortalDb db, ClaimsPrincipal user)
    {
        var me = user.Actor().UserId;
        var sessions = await db.UserSessions.Where(s => s.UserId == me && s.EndedAt == null)
            .OrderByDescending(s => s.SeenAt).Take(20)
            .Select(s => new SessionRow(s.StartedAt, s.SeenAt, s.Id == user.SessionId()))
            .ToListAsync();
        return await db.Users.Where(u => u.Id == me)
            .Select(u => new AccountPage(u.DisplayName, u.Email!, RoleNames.Of(u.Role), u.Organization!.ShortName, sessions))
            .SingleAsync();
    }
}

public sealed record SessionRow(DateTime StartedAt, DateTime SeenAt, bool IsThis);
