using System.Text.RegularExpressions;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Xunit.Abstractions;

namespace MentoringPortal.Web.Tests.Security;

/// <summary>
/// AZ1, AZ2, AZ6, CS1, CS2, HD1 and the cost of a page over every endpoint there is: a new one falls under them with a row in <c>tests/authz.csv</c>, and without
/// it the first test is red.
/// </summary>
[Collection(WorldCollection.Name), Trait("Category", "security")]
public sealed partial class AuthorizationWalkTests(World world, ITestOutputHelper output)
{
    // Not «%00»: the server answers it before the portal is asked, and the test server cannot send it.
    private static readonly string[] Malformed = ["0", "-1", "2147483648", "9223372036854775808", "abc", "%201", "1,2", "%D9%A1"];

    private readonly IReadOnlyList<WalkedEndpoint> _endpoints = WalkedEndpoint.All(world.Services);
    private readonly Dictionary<string, AuthorizationRow> _rows = AuthorizationRow.Load().ToDictionary(r => r.Key, StringComparer.Ordinal);

    [Fact]
    public void Table_NamesEveryEndpoint_AndNothingElse()
    {
        var keys = _endpoints.Select(e => e.Key).ToList();
        output.WriteLine($"endpoints: {keys.Count}");
        keys.ShouldBeUnique();
        keys.Except(_rows.Keys).ShouldBeEmpty("endpoints without a row in tests/authz.csv");
        _rows.Keys.Except(keys).ShouldBeEmpty("rows of tests/authz.csv without an endpoint");
        keys.ShouldAllBe(k => !k.EndsWith(".ANY"), "an action without a verb");
    }

    [Fact]
    public void Endpoint_SaysOnce_WhoMayCallIt()
    {
        foreach (var endpoint in _endpoints)
        {
            var said = endpoint.Endpoint.Metadata.Count(m => m is Web.Security.AccessAttribute or IAllowAnonymous);
            said.ShouldBe(1, endpoint.Key);
            var anonymous = endpoint.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            (_rows[endpoint.Key].Verdicts["anonymous"] == Verdict.Login).ShouldBe(!anonymous, endpoint.Key);
        }
    }

    [Fact]
    public async Task Read_ByEachRole_AnswersAsTheTableSays_AndShowsNothingForeign()
    {
        var checks = 0;
        using var costs = new PageCosts(world.Storage);
        foreach (var endpoint in _endpoints.Where(e => e.IsSafe))
            foreach (var (principal, role) in World.Principals)
            {
                // What is curator2's own is the other set; for everybody else the walk uses curator1's.
                var ids = principal == "curator2" ? world.Foreign : world.Own;
                var answer = await world.Visitor(principal).Get(endpoint.Address(Value(ids)));
                Judge(endpoint, role, principal, answer);
                ShowsNoForeignCanary(principal, endpoint, answer);
                HasHeaders(answer, endpoint.Key);
                costs.Note($"{endpoint.Key} by {principal}", answer, seesAll: role is "department" or "official" or "admin");
                checks++;
            }
        costs.ShouldBeLow(Path.Combine(world.Storage, "portal.db"));
        world.Restore();
        output.WriteLine($"reads checked: {checks}; pages: {costs.Seen.Pages}, commands at most: {costs.Seen.Most}, queries of readers of one organization: {costs.Seen.Queries}");
    }

    [Fact]
    public async Task Write_ByRolesWithoutTheRight_IsRefused_AndChangesNothing()
    {
        var before = world.Fingerprint();
        var checks = 0;
        foreach (var endpoint in _endpoints.Where(e => !e.IsSafe))
            foreach (var (principal, role) in World.Principals)
            {
                if (Due(endpoint, principal) == Verdict.Ok && !MustChangeFirst(endpoint, principal))
                    continue;
                var answer = await Send(endpoint, principal, world.Own, await world.Visitor(principal).Token());
                Judge(endpoint, role, principal, answer);
                HasHeaders(answer, endpoint.Key);
                checks++;
            }
        world.Fingerprint().ShouldBe(before);
        output.WriteLine($"refused writes checked: {checks}");
    }

    [Fact]
    public async Task Write_ByRolesWithTheRight_IsNotAServerError()
    {
        var checks = 0;
        foreach (var endpoint in _endpoints.Where(e => !e.IsSafe))
            foreach (var (principal, role) in World.Principals.Where(p => Due(endpoint, p.Key) == Verdict.Ok && !MustChangeFirst(endpoint, p.Key)))
            {
                var ids = principal == "curator2" ? world.Foreign : world.Own;
                Judge(endpoint, role, principal, await Send(endpoint, principal, ids, await world.Visitor(principal).Token()));
                world.Restore();
                checks++;
            }
        output.WriteLine($"allowed writes checked: {checks}");
    }

    [Fact]
    public async Task ForeignObject_IsAnsweredLikeAnAbsentOne()
    {
        var checks = 0;
        var walked = from endpoint in _endpoints
                     where _rows[endpoint.Key].Object is not "none" && endpoint.Parameters.Count > 0
                     from principal in (string[])(_rows[endpoint.Key].Object switch { "author" => ["department"], "pair" => ["curator1", "mentor1"], _ => ["curator1"] })
                     where _rows[endpoint.Key].Verdicts[World.Principals[principal]] == Verdict.Ok
                     select (endpoint, principal);
        foreach (var (endpoint, principal) in walked)
        {
            var before = world.Fingerprint();
            var foreign = await Call(endpoint, principal, world.Foreign);
            var absent = await Call(endpoint, principal, Absent());
            foreign.Status.ShouldBe(404, $"{endpoint.Key} by {principal} on a foreign object");
            absent.Status.ShouldBe(404, $"{endpoint.Key} by {principal} on an absent object");
            Masked(foreign).ShouldBe(Masked(absent), endpoint.Key);
            world.Fingerprint().ShouldBe(before, endpoint.Key);
            checks++;
            // Own parent, foreign child: each id is looked up within the others.
            foreach (var parameter in endpoint.Parameters.Skip(1).Where(p => world.Own[p] != world.Foreign[p]))
            {
                var mixed = new Dictionary<string, string>(world.Own, StringComparer.Ordinal) { [parameter] = world.Foreign[parameter] };
                (await Call(endpoint, principal, mixed)).Status.ShouldBe(404, $"{endpoint.Key}: own parent, foreign {parameter}");
                checks++;
            }
        }
        world.Restore();
        output.WriteLine($"foreign objects checked: {checks}");
    }

    [Fact]
    public async Task MalformedId_IsNotFound()
    {
        var checks = 0;
        foreach (var endpoint in _endpoints.Where(e => e.Parameters.Any(p => p.EndsWith("Id", StringComparison.Ordinal))))
            foreach (var bad in Malformed)
            {
                var ids = world.Own.ToDictionary(p => p.Key, p => p.Key.EndsWith("Id", StringComparison.Ordinal) ? bad : p.Value, StringComparer.Ordinal);
                var answer = await Call(endpoint, "department", ids);
                // A word in the place of an id may be another page's address, with another verb or right.
                answer.Status.ShouldBeOneOf([400, 403, 404, 405], $"{endpoint.Key} with «{bad}»");
                checks++;
            }
        world.Restore();
        output.WriteLine($"malformed ids checked: {checks}");
    }

    [Fact]
    public async Task Official_ReadsEverything_AndChangesNothing()
    {
        var before = world.Fingerprint();
        foreach (var endpoint in _endpoints.Where(e => e.IsSafe))
            await world.Visitor("official").Get(endpoint.Address(Value(world.Own)));
        world.Fingerprint().ShouldBe(before);
        foreach (var endpoint in _endpoints.Where(e => !e.IsSafe && e.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && !e.Key.StartsWith("Account.", StringComparison.Ordinal)))
            _rows[endpoint.Key].Verdicts["official"].ShouldBe(Verdict.Deny, endpoint.Key);
    }

    [Fact]
    public async Task Write_WithoutAValidToken_IsRefused_AndChangesNothing()
    {
        var before = world.Fingerprint();
        var checks = 0;
        var anonymousToken = await Anonymous();
        var strangersToken = await world.Visitor("official").Token();
        foreach (var endpoint in _endpoints.Where(e => !e.IsSafe && !e.Template.StartsWith("/error", StringComparison.Ordinal)))
        {
            var principal = World.Principals.First(p => _rows[endpoint.Key].Verdicts[p.Value] == Verdict.Ok && p.Key != "official").Key;
            string?[] tokens = principal == "anonymous" ? [null, "", strangersToken] : [null, "", anonymousToken, strangersToken];
            foreach (var token in tokens)
            {
                (await Send(endpoint, principal, world.Own, token)).Status.ShouldBe(400, $"{endpoint.Key} with token «{token?[..Math.Min(5, token.Length)]}»");
                checks++;
            }
            (await Send(endpoint, principal, world.Own, await world.Visitor(principal).Token(), "https://evil.example")).Status.ShouldBe(400, endpoint.Key);
            (await Send(endpoint, principal, world.Own, await world.Visitor(principal).Token(), "null")).Status.ShouldBe(400, endpoint.Key);
            checks += 2;
        }
        world.Fingerprint().ShouldBe(before);
        output.WriteLine($"forged writes checked: {checks}");
    }

    [Fact]
    public async Task Write_SentAsGet_ChangesNothing()
    {
        var before = world.Fingerprint();
        foreach (var endpoint in _endpoints.Where(e => !e.IsSafe))
        {
            var principal = World.Principals.First(p => _rows[endpoint.Key].Verdicts[p.Value] == Verdict.Ok).Key;
            using var request = new HttpRequestMessage(HttpMethod.Get, endpoint.Address(Value(world.Own)));
            request.Headers.Add("X-HTTP-Method-Override", endpoint.Verb);
            var answer = await Answer.Of(await world.Visitor(principal).Client.SendAsync(request));
            answer.Status.ShouldBeLessThan(500, endpoint.Key);
        }
        world.Fingerprint().ShouldBe(before);
    }

    private void Judge(WalkedEndpoint endpoint, string role, string principal, Answer answer)
    {
        var what = $"{endpoint.Key} by {principal}: {answer.Status} {answer.Location}";
        if (MustChangeFirst(endpoint, principal))
        {
            answer.Location.ShouldBe("/account/password", what);
            return;
        }
        var toLogin = answer.IsRedirect && answer.Location!.Contains("/account/login?returnUrl", StringComparison.OrdinalIgnoreCase);
        switch (Due(endpoint, principal))
        {
            case Verdict.Ok when endpoint.Template.StartsWith("/error", StringComparison.Ordinal):
                answer.Status.ShouldBeInRange(400, 599, what);
                break;
            case Verdict.Ok:
                answer.Status.ShouldBeLessThan(500, what);
                answer.Status.ShouldNotBeOneOf([401, 403, 404, 405], what);
                toLogin.ShouldBeFalse(what);
                break;
            case Verdict.Deny:
                answer.Status.ShouldBe(403, what);
                break;
            case Verdict.Absent:
                answer.Status.ShouldBe(404, what);
                break;
            case Verdict.Login:
                toLogin.ShouldBeTrue(what);
                break;
        }
    }

    /// <summary>What the table says of the principal's role; a pair is its own mentor's, and absent for another mentor of the same school.</summary>
    private Verdict Due(WalkedEndpoint endpoint, string principal)
    {
        var row = _rows[endpoint.Key];
        var verdict = row.Verdicts[World.Principals[principal]];
        return row.Object == "pair" && principal == "mentor2" && verdict == Verdict.Ok ? Verdict.Absent : verdict;
    }

    /// <summary>A one-time password opens what is open to everybody and the page that replaces it.</summary>
    private static bool MustChangeFirst(WalkedEndpoint endpoint, string principal) => principal == World.OneTime
        && endpoint.Endpoint.Metadata.GetMetadata<Web.Security.AccessAttribute>() is { Permission: not Web.Security.Permission.OwnPassword };

    /// <summary>The department and officials may see both schools; each curator and mentor his own alone.</summary>
    private static void ShowsNoForeignCanary(string principal, WalkedEndpoint endpoint, Answer answer)
    {
        string[] hidden = principal switch
        {
            "curator1" or "mentor1" or "mentor2" or World.OneTime => [World.CanaryB],
            "curator2" => [World.CanaryA],
            "anonymous" or World.Disabled => [World.CanaryA, World.CanaryB],
            _ => [],
        };
        var text = CanaryReader.TextOf(answer);
        foreach (var canary in hidden)
            text.ShouldNotContain(canary, Case.Sensitive, $"{endpoint.Key} shows another school's data to {principal}");
    }

    private static void HasHeaders(Answer answer, string what)
    {
        string Header(string name) => answer.Response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
        var csp = Header("Content-Security-Policy");
        csp.ShouldMatch("(default-src 'self'|sandbox)", what);
        csp.ShouldNotContain("unsafe");
        Header("X-Content-Type-Options").ShouldBe("nosniff", what);
        Header("Referrer-Policy").ShouldBe("same-origin", what);
        Header("Cross-Origin-Opener-Policy").ShouldBe("same-origin", what);
        Header("Permissions-Policy").ShouldNotBeEmpty(what);
        Header("Server").ShouldBeEmpty(what);
        Header("X-Powered-By").ShouldBeEmpty(what);
    }

    private Task<Answer> Call(WalkedEndpoint endpoint, string principal, Dictionary<string, string> ids) => endpoint.IsSafe
        ? world.Visitor(principal).Get(endpoint.Address(Value(ids)))
        : SendWithToken(endpoint, principal, ids);

    private async Task<Answer> SendWithToken(WalkedEndpoint endpoint, string principal, Dictionary<string, string> ids) =>
        await Send(endpoint, principal, ids, await world.Visitor(principal).Token());

    private async Task<Answer> Send(WalkedEndpoint endpoint, string principal, Dictionary<string, string> ids, string? token, string? origin = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(endpoint.Verb), endpoint.Address(Value(ids)));
        request.Content = new FormUrlEncodedContent(token is null ? [] : new Dictionary<string, string>(StringComparer.Ordinal) { ["__RequestVerificationToken"] = token });
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return await Answer.Of(await world.Visitor(principal).Client.SendAsync(request));
    }

    private async Task<string> Anonymous() => await world.Visitor("anonymous").Token();

    private static Func<string, string> Value(Dictionary<string, string> ids) => name =>
        ids.TryGetValue(name, out var value) ? value : throw new InvalidOperationException($"Tell World what {{{name}}} is.");

    private Dictionary<string, string> Absent() => world.Own.ToDictionary(
        pair => pair.Key,
        pair => Guid.TryParse(pair.Value, out _) ? Guid.NewGuid().ToString()
            : pair.Key.EndsWith("Id", StringComparison.Ordinal) ? "999999" : pair.Value,
        StringComparer.Ordinal);

    /// <summary>The page without what differs from answer to answer: trace id, token, and the address asked for.</summary>
    private static string Masked(Answer answer) => Varying().Replace(answer.Text, "");

    [GeneratedRegex("""<code>[0-9a-f]+</code>|value="[^"]{60,}"|\d{1,9}|[0-9a-f]{8}-[0-9a-f-]{27}""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Varying();
}
