using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MentoringPortal.Web.Tests.Security;

/// <summary>What a role meets at an endpoint: <c>ok</c>, <c>deny</c> (403), <c>login</c> (sent to sign in), <c>absent</c> (404).</summary>
public enum Verdict { Ok, Deny, Login, Absent }

/// <summary>
/// One row of <c>tests/authz.csv</c>: key «Controller.Action.VERB» (or «/path.VERB»), whose the object is (<c>none</c>, <c>municipal</c>: addressed
/// to some, <c>organization</c>, <c>author</c>, <c>account</c>), and the verdict for each role.
/// </summary>
public sealed record AuthorizationRow(string Key, string Object, IReadOnlyDictionary<string, Verdict> Verdicts, string Note)
{
    public static readonly string[] Roles = ["anonymous", "admin", "department", "official", "curator", "mentor"];

    public static IReadOnlyList<AuthorizationRow> Load() => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "authz.csv"))
        .Where(line => line.Length > 0 && !line.StartsWith('#')).Skip(1).Select(Parse).ToList();

    private static AuthorizationRow Parse(string line)
    {
        var cells = line.Split(',');
        var verdicts = Roles.Select((role, i) => (role, Enum.Parse<Verdict>(cells[i + 2], ignoreCase: true))).ToDictionary(v => v.role, v => v.Item2);
        return new(cells[0], cells[1], verdicts, cells.Length > 8 ? cells[8] : "");
    }
}

/// <summary>An endpoint of the portal as the walking tests see it.</summary>
public sealed record WalkedEndpoint(string Key, string Verb, string Template, RouteEndpoint Endpoint)
{
    public bool IsSafe => Verb is "GET" or "HEAD";

    public IReadOnlyList<string> Parameters => Endpoint.RoutePattern.Parameters.Select(p => p.Name).ToList();

    /// <summary>All endpoints but static files, one for each verb.</summary>
    public static IReadOnlyList<WalkedEndpoint> All(IServiceProvider services) => services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        // Static files: listed by their descriptor, and the fallback that serves them from the source tree in a build for work.
        .Where(e => e.Metadata.All(m => m.GetType().Name != "StaticAssetDescriptor") && e.RoutePattern.RawText != "{**path:file}")
        .SelectMany(e => Verbs(e).Select(verb => new WalkedEndpoint(KeyOf(e, verb), verb, "/" + e.RoutePattern.RawText!.TrimStart('/'), e)))
        .OrderBy(e => e.Key, StringComparer.Ordinal)
        .ToList();

    /// <summary>The address with these route values; every parameter must have one.</summary>
    public string Address(Func<string, string> valueOf)
    {
        var segments = Endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => valueOf(parameter.Name),
            _ => throw new InvalidOperationException(),
        })));
        return "/" + string.Join('/', segments);
    }

    private static IEnumerable<string> Verbs(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? (IEnumerable<string>)["ANY"];

    private static string KeyOf(RouteEndpoint endpoint, string verb) =>
        endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action
            ? $"{action.ControllerName}.{action.ActionName}.{verb}"
            : $"{endpoint.RoutePattern.RawText}.{verb}";
}
