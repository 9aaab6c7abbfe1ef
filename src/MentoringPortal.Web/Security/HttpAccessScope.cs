using System.Diagnostics;
using MentoringPortal.Data;

namespace MentoringPortal.Web.Security;

/// <summary>The scope of the person whose request it is. Where nobody is signed in, asking throws: nothing passes by default.</summary>
public sealed class HttpAccessScope(IHttpContextAccessor accessor) : ScopeSource
{
    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("No request, no actor.");

    public override AccessScope Current => AccessScope.For(Context.User.Actor());

    public override string? RequestId => Activity.Current?.TraceId.ToString() ?? Context.TraceIdentifier;

    public override string? Address => Context.Connection.RemoteIpAddress?.ToString();
}
