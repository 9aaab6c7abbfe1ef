using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Admin;

/// <summary>Whether a person can sign in, and if not, why.</summary>
public enum AccountState
{
    Active,
    /// <summary>Invited; has not set a password yet.</summary>
    Invited,
    /// <summary>Closed for a quarter of an hour after wrong passwords.</summary>
    Locked,
    Disabled,
}

public static class AccountStates
{
    public static readonly IReadOnlyList<(AccountState State, string Name)> All =
    [
        (AccountState.Active, "действует"), (AccountState.Invited, "приглашён"), (AccountState.Locked, "вход закрыт на 15 минут"), (AccountState.Disabled, "отключена"),
    ];

    public static string Of(AccountState state) => All.First(s => s.State == state).Name;

    public static AccountState Of(bool isDisabled, DateTimeOffset? lockoutEnd, bool hasPassword, DateTime now) =>
        isDisabled ? AccountState.Disabled
        : lockoutEnd?.UtcDateTime > now ? AccountState.Locked
        : hasPassword ? AccountState.Active : AccountState.Invited;
}

/// <summary>Filter and order of the accounts, all in the address; an unknown word is as good as none.</summary>
public sealed class UserFilter
{
    [Display(Name = "Имя или почта")]
    public string? Q { get; set; }

    [Display(Name = "Роль")]
    public string? Role { get; set; }

    [Display(Name = "Состояние")]
    public string? State { get; set; }

    /// <summary>From an organization's card.</summary>
    public string? OrganizationId { get; set; }

    public string? Sort { get; set; }

    public static IEnumerable<SelectListItem> States { get; } = AccountStates.All.Select(s => new SelectListItem(s.Name, s.State.ToString())).ToList();

    public Role? RoleOrNone => Enum.TryParse<Role>(Role, out var role) && Enum.IsDefined(role) ? role : null;

    public AccountState? StateOrNone => Enum.TryParse<AccountState>(State, out var state) && Enum.IsDefined(state) ? state : null;

    public int? OrganizationOrNone => int.TryParse(OrganizationId, out var id) ? id : null;
}

public sealed record UserRow(int Id, string Name, string Email, Role Role, string? Organization, AccountState State, DateTime? LastSignInAt);

/// <summary>GET /admin/users: the accounts that the reader manages, and no others.</summary>
public sealed record UserList(UserFilter Filter, IReadOnlyList<FilterPill> Pills, Paged<UserRow> Rows, IReadOnlyList<Role> Roles)
{
    public static async Task<UserList> Load(PortalDb db, Actor actor, UserFilter filter, PageRequest paging, MunicipalClock clock, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var users = db.Users.AsNoTracking().ManagedBy(actor).Matching(filter.Q);
        if (filter.RoleOrNone is { } role)
            users = users.Where(u => u.Role == role);
        if (filter.OrganizationOrNone is { } organizationId)
            users = users.Where(u => u.OrganizationId == organizationId);
        users = await InState(users, filter.StateOrNone, now, cancel);
        users = filter.Sort switch
        {
            "seen" => users.OrderBy(u => u.LastSignInAt).ThenInOrder(),
            "-seen" => users.OrderByDescending(u => u.LastSignInAt).ThenInOrder(),
            "-name" => users.InOrder(descending: true),
            _ => users.InOrder(),
        };
        var page = await users.Select(u => new { u.Id, u.DisplayName, u.Email, u.Role, Organization = u.Organization!.ShortName, u.IsDisabled, u.LockoutEnd, HasPassword = u.PasswordHash != null, u.LastSignInAt })
            .ToPageAsync(paging, cancel);
        var rows = page.Rows.Select(u => new UserRow(u.Id, u.DisplayName, u.Email!, u.Role, u.Organization,
            AccountStates.Of(u.IsDisabled, u.LockoutEnd, u.HasPassword, now), u.LastSignInAt)).ToList();
        return new(filter, await PillsOf(db, filter, cancel), new Paged<UserRow>(rows, page.Total, page.Page, page.Size), actor.RolesToGive());
    }

    /// <summary>SQLite cannot compare the ends of locks, so the few locked ones are told apart here.</summary>
    private static async Task<IQueryable<PortalUser>> InState(IQueryable<PortalUser> users, AccountState? state, DateTime now, CancellationToken cancel)
    {
        if (state is null)
            return users;
        if (state == AccountState.Disabled)
            return users.Where(u => u.IsDisabled);
        var locked = (await users.Where(u => !u.IsDisabled && u.LockoutEnd != null).Select(u => new { u.Id, u.LockoutEnd }).ToListAsync(cancel))
            .Where(u => u.LockoutEnd!.Value.UtcDateTime > now).Select(u => u.Id).ToList();
        return state switch
        {
            AccountState.Locked => users.Where(u => locked.Contains(u.Id)),
            AccountState.Invited => users.Where(u => !u.IsDisabled && u.PasswordHash == null && !locked.Contains(u.Id)),
            _ => users.Where(u => !u.IsDisabled && u.PasswordHash != null && !locked.Contains(u.Id)),
        };
    }

    private static async Task<List<FilterPill>> PillsOf(PortalDb db, UserFilter filter, CancellationToken cancel)
    {
        var pills = new List<FilterPill>();
        if (!string.IsNullOrWhiteSpace(filter.Q))
            pills.Add(new($"Имя или почта: {filter.Q}", "Q", filter.Q));
        if (filter.RoleOrNone is { } role)
            pills.Add(new($"Роль: {RoleNames.Of(role)}", "Role", filter.Role!));
        if (filter.StateOrNone is { } state)
            pills.Add(new($"Состояние: {AccountStates.Of(state)}", "State", filter.State!));
        if (filter.OrganizationOrNone is { } id && await db.Organizations.Where(o => o.Id == id).Select(o => o.ShortName).SingleOrDefaultAsync(cancel) is { } name)
            pills.Add(new($"Организация: {name}", "OrganizationId", filter.OrganizationId!));
        return pills;
    }
}
