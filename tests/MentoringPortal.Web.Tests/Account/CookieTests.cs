using MentoringPortal.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace MentoringPortal.Web.Tests.Account;

/// <summary>AU9: what cookies look like, and where they are not used at all.</summary>
[Collection(AccountCollection.Name), Trait("Category", "security")]
public sealed class CookieTests(AccountHost host, ITestOutputHelper output)
{
    private const int PagesWalked = 60;

    [Fact]
    public async Task EveryCookie_InProduction_IsHostBound_Secure_AndSmall()
    {
        var cookies = new List<string>();
        var visitor = host.Anonymous();
        Answer Seen(Answer answer)
        {
            if (answer.Response.Headers.TryGetValues("Set-Cookie", out var set))
                cookies.AddRange(set);
            return answer;
        }
        Seen(await visitor.Get("/account/login"));
        Seen(await visitor.Submit("/account/login", new() { ["Email"] = "department@demo.example", ["Password"] = "не тот пароль" }));
        Seen(await visitor.Submit("/account/login", new() { ["Email"] = "department@demo.example", ["Password"] = Data.Demo.DemoAccounts.Password }));
        Seen(await visitor.Post("/look", new() { ["theme"] = "dark", ["returnUrl"] = "/" }));
        // The longest notice there is: a letter with a link.
        Seen(await visitor.Submit("/admin/users/new", new() { ["Email"] = "long-letter@demo.example", ["Name"] = new string('Щ', 150), ["Role"] = "Official" }));
        var pages = new List<string> { "/" };
        for (var i = 0; i < pages.Count; i++)
        {
            var page = Seen(await visitor.Get(pages[i]));
            if (page.Status == 200 && page.Response.Content.Headers.ContentType?.MediaType == "text/html")
                pages.AddRange(page.Html.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0])
                    .Where(p => !pages.Contains(p)).Distinct().Take(PagesWalked - pages.Count).ToList());
        }
        Seen(await visitor.Post("/account/logout", []));

        output.WriteLine($"pages: {pages.Count}, cookies: {cookies.Count}");
        pages.Count.ShouldBeGreaterThan(40);
        cookies.Select(c => c.Split('=')[0]).Distinct().Order(StringComparer.Ordinal).ShouldBe(["__Host-form", "__Host-look", "__Host-notice", "__Host-session"]);
        foreach (var cookie in cookies)
        {
            var parts = cookie.Split("; ").Skip(1).Select(p => p.ToLowerInvariant()).ToList();
            parts.ShouldContain("secure", cookie);
            parts.ShouldContain("httponly", cookie);
            parts.ShouldContain(p => p == "samesite=lax" || p == "samesite=strict", cookie);
            parts.ShouldContain("path=/", cookie);
            parts.ShouldNotContain(p => p.StartsWith("domain=", StringComparison.Ordinal), cookie);
            cookie.Length.ShouldBeLessThan(4096);
        }
    }

    [Theory, InlineData("/account/login"), InlineData("/"), InlineData("/roadmaps"), InlineData("/account/link?code=1")]
    public async Task Page_OverHttpInProduction_IsTheOneThatSaysWhy(string path)
    {
        using var client = host.Server.CreateClient();
        var answer = await Answer.Of(await client.GetAsync(path));
        answer.Status.ShouldBe(400);
        answer.Words.ShouldContain("Портал работает только по защищённому адресу");
        StartsNoSession(answer);
    }

    [Fact]
    public async Task SignIn_OverHttpInProduction_IsRefused()
    {
        using var client = host.Server.CreateClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Email"] = "admin@demo.example", ["Password"] = Data.Demo.DemoAccounts.Password });
        var answer = await Answer.Of(await client.PostAsync("/account/login", form));
        answer.Status.ShouldBe(400);
        StartsNoSession(answer);
    }

    /// <summary>A browser would keep none of these over http.</summary>
    private static void StartsNoSession(Answer answer)
    {
        if (!answer.Response.Headers.TryGetValues("Set-Cookie", out var cookies))
            return;
        cookies.ShouldAllBe(c => c.StartsWith("__Host-", StringComparison.Ordinal) && c.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        cookies.ShouldAllBe(c => !c.StartsWith("__Host-session", StringComparison.Ordinal));
    }
}

/// <summary>AU9: at work on the portal itself there is no certificate, so cookies carry neither prefix nor Secure.</summary>
[Trait("Category", "security")]
public sealed class DevelopmentCookieTests(DevelopmentCookieTests.Host host) : IClassFixture<DevelopmentCookieTests.Host>
{
    public sealed class Host : PortalHost
    {
        protected override string Environment => "Development";
    }

    [Fact]
    public async Task SignIn_OverHttpInDevelopment_Works_WithPlainCookies()
    {
        var visitor = new Visitor(host.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("http://localhost") }));
        var answer = await visitor.SignIn("department@demo.example", Data.Demo.DemoAccounts.Password);
        answer.Status.ShouldBe(302);
        var cookie = answer.Response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("session=", StringComparison.Ordinal));
        cookie.ShouldNotContain("secure", Case.Insensitive);
        cookie.ShouldContain("httponly", Case.Insensitive);
        (await visitor.Get("/")).Status.ShouldBe(200);
    }
}
