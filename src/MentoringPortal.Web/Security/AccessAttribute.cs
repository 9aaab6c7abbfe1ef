using Microsoft.AspNetCore.Authorization;

namespace MentoringPortal.Web.Security;

/// <summary>Demands a permission. Each action carries exactly one of these or <c>[AllowAnonymous]</c>; a test counts.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AccessAttribute(Permission permission) : Attribute, IAuthorizeData, IAuthorizationRequirementData
{
    public Permission Permission { get; } = permission;

    string? IAuthorizeData.Policy { get; set; }
    string? IAuthorizeData.Roles { get; set; }
    string? IAuthorizeData.AuthenticationSchemes { get; set; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new PermissionRequirement(Permission)];
}

public sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;

/// <summary>Asks the table; a person who must change the password first may do that and nothing else.</summary>
public sealed class PermissionHandler : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (context.User.FindActor() is { } actor
            && Permissions.Has(actor.Role, requirement.Permission)
            && (requirement.Permission == Permission.OwnPassword || !context.User.MustChangePassword()))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
