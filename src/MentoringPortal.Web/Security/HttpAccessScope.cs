using System.Diagnostics;
using MentoringPortal.Data;

namespace MentoringPortal.Web.Security;

/// <summary>The scope of the person whose request it is. Where nobody is signed in, asking throws: nothing passes by default.</summary>
public sealed class HttpAccessScope(IHttpContextAccessor accessor) : ScopeSource
{
    public override AccessScope Current =>
        AccessScope.For((accessor.HttpContext ?? throw new InvalidOperationException("No request, no actor.")).User.Actor());

    public override string? RequestId => Activity.Current?.TraceId.ToString() ?? accessor.HttpContext?.TraceIdentifier;

    public override string? Address => accessor.HttpContext?.Connection.RemoteIpAddress?.ToString();
}
