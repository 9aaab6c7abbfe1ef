using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using MentoringPortal.Data;
using MentoringPortal.Data.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace MentoringPortal.Web.Security;

/// <summary>The acting person inside a <see cref="ClaimsPrincipal"/>: made anew from the database at every request, never from the cookie.</summary>
public static class CurrentActor
{
    public const string SessionClaim = "session";
    private const string OrganizationClaim = "organization";
    private const string ReachClaim = "reach";
    private const string MustChangePasswordClaim = "must-change-password";
    private const string PreviousVisitClaim = "previous-visit";

    /// <summary>What the cookie carries: the session's id and nothing else.</summary>
    public static ClaimsPrincipal Ticket(Guid sessionId) =>
        new(new ClaimsIdentity([new Claim(SessionClaim, sessionId.ToString())], CookieAuthenticationDefaults.AuthenticationScheme));

    public static ClaimsPrincipal Principal(Guid sessionId, LiveSession session)
    {
        var identity = new ClaimsIdentity(CookieAuthenticationDefaults.AuthenticationScheme);
        identity.AddClaim(new Claim(SessionClaim, sessionId.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, session.Actor.UserId.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(ClaimTypes.Name, session.Actor.Name));
        identity.AddClaim(new Claim(ClaimTypes.Role, session.Actor.Role.ToString()));
        if (session.Actor.OrganizationId is { } organizationId)
            identity.AddClaim(new Claim(OrganizationClaim, organizationId.ToString(CultureInfo.InvariantCulture)));
        if (session.Actor.Role == Role.Mentor)
            identity.AddClaim(new Claim(ReachClaim, JsonSerializer.Serialize(session.Actor.Reach)));
        if (session.MustChangePassword)
            identity.AddClaim(new Claim(MustChangePasswordClaim, "true"));
        if (session.PreviousSignInAt is { } visit)
            identity.AddClaim(new Claim(PreviousVisitClaim, visit.ToString("O", CultureInfo.InvariantCulture)));
        return new ClaimsPrincipal(identity);
    }

    public static Actor? FindActor(this ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id
            ? null
            : new Actor(
                int.Parse(id, CultureInfo.InvariantCulture),
                user.FindFirstValue(ClaimTypes.Name)!,
                Enum.Parse<Role>(user.FindFirstValue(ClaimTypes.Role)!),
                user.FindFirstValue(OrganizationClaim) is { } organization ? int.Parse(organization, CultureInfo.InvariantCulture) : null)
            {
                Reach = user.FindFirstValue(ReachClaim) is { } reach ? JsonSerializer.Deserialize<MentorReach>(reach)! : MentorReach.Nothing,
            };

    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static Actor Actor(this ClaimsPrincipal user) => user.FindActor() ?? throw new InvalidOperationException("Nobody is signed in.");

    public static bool Can(this ClaimsPrincipal user, Permission permission) =>
        user.FindActor() is { } actor && Permissions.Has(actor.Role, permission) && !user.MustChangePassword();

    public static bool MustChangePassword(this ClaimsPrincipal user) => user.HasClaim(c => c.Type is MustChangePasswordClaim);

    public static Guid? SessionId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(SessionClaim), out var id) ? id : null;

    /// <summary>The visit before this one (UTC), from which «что изменилось» counts.</summary>
    public static DateTime? PreviousVisit(this ClaimsPrincipal user) =>
        user.FindFirstValue(PreviousVisitClaim) is { } at ? DateTime.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : null;
}
