using System.Diagnostics;
using MentoringPortal.Data;

namespace MentoringPortal.Web.Security;

/// <summary>
/// The scope of the person whose request it is, or of the secret address that the request opened (a <see cref="LinkedRow"/> among its features).
/// Where neither is, asking throws: nothing passes by default.
/// </summary>
public sealed class HttpAccessScope(IHttpContextAccessor accessor) : ScopeSource
{
    public override AccessScope Current => accessor.HttpContext switch
    {
        null => throw new InvalidOperationException("No request, no actor."),
        var request when request.Features.Get<LinkedRow>() is { } link => AccessScope.For(link),
        var request => AccessScope.For(request.User.Actor()),
    };

    public override string? RequestId => Activity.Current?.TraceId.ToString() ?? accessor.HttpContext?.TraceIdentifier;

    public override string? Address => accessor.HttpContext?.Connection.RemoteIpAddress?.ToString();
}
