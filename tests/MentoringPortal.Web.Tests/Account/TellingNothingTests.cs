using System.Text.RegularExpressions;
using MentoringPortal.Data;

namespace MentoringPortal.Web.Tests.Account;

/// <summary>AU3: from a refused sign-in nobody learns whether there is such an account, and each costs one measured hash.</summary>
[Collection(AccountCollection.Name), Trait("Category", "security")]
public sealed partial class TellingNothingTests(AccountHost host)
{
    [Fact]
    public async Task Refusals_OfEveryKind_LookAlike_AndCostOneHash()
    {
        var known = await host.Add(Role.Official);
        var locked = await host.Add(Role.Official, with: u => (u.AccessFailedCount, u.LockoutEnd) = (5, host.Time.GetUtcNow().AddMinutes(10)));
        var disabled = await host.Add(Role.Official, with: u => u.IsDisabled = true);
        var invited = await host.Add(Role.Official, with: u => u.PasswordHash = null);
        var expired = await host.Add(Role.Official, with: u => u.PasswordExpiresAt = host.Time.GetUtcNow().UtcDateTime.AddHours(-1));

        var expected = await Refusal(known.Email!, "не тот пароль совсем");
        (await Refusal("nobody@demo.example", AccountHost.Password)).ShouldBe(expected, "unknown");
        (await Refusal(locked.Email!, AccountHost.Password)).ShouldBe(expected, "locked");
        (await Refusal(disabled.Email!, AccountHost.Password)).ShouldBe(expected, "disabled");
        (await Refusal(invited.Email!, AccountHost.Password)).ShouldBe(expected, "invited");
        (await Refusal(expired.Email!, AccountHost.Password)).ShouldBe(expected, "one-time password out of date");
    }

    /// <summary>Everything an observer can compare: status, headers and the page without what was typed and the token.</summary>
    private async Task<string> Refusal(string email, string password)
    {
        var visitor = host.Anonymous();
        var before = host.Hasher.Measured;
        var answer = await visitor.SignIn(email, password);
        var headers = answer.Response.Headers.Concat(answer.Response.Content.Headers).Where(h => h.Key is not ("Set-Cookie" or "Content-Length"))
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}").Order();
        return $"{answer.Status}\nhashes: {host.Hasher.Measured - before}\n{string.Join('\n', headers)}\n{Varying().Replace(answer.Text.Replace(email, "ПОЧТА", StringComparison.Ordinal), "")}";
    }

    [GeneratedRegex("""value="[^"]{60,}"|<code>[0-9a-f]+</code>""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Varying();
}
