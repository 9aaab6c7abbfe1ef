using MentoringPortal.Data;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Web.Tests.Hosting;

namespace MentoringPortal.Web.Tests.Account;

/// <summary>AU4, AU5, AU6: a cookie is worth what its session is worth now, wherever it was copied to.</summary>
[Collection(AccountCollection.Name), Trait("Category", "security")]
public sealed class EndingSessionsTests(AccountHost host)
{
    public static TheoryData<string> Ways => ["sign-out", "everywhere", "password", "disable", "role", "organization", "admin", "link"];

    [Theory, MemberData(nameof(Ways))]
    public async Task CopiedCookie_IsWorthNothing_AfterTheSessionHasEnded(string way)
    {
        var user = await host.Add(Role.Curator, "Лицей № 3");
        var visitor = await host.In(user);
        var copied = await host.Copy(visitor);
        await copied.ShouldBeIn();
        await End(way, user, visitor);
        await copied.ShouldBeOut(way);
        (await copied.Get("/executions")).Location!.ShouldContain("/account/login");
    }

    [Fact]
    public async Task Silence_OfHalfAnHour_EndsTheSession()
    {
        var visitor = await host.In(await host.Add(Role.Official));
        for (var i = 0; i < 3; i++)
        {
            host.Time.Advance(SignInStore.Idle - TimeSpan.FromMinutes(1));
            await visitor.ShouldBeIn();
        }
        host.Time.Advance(SignInStore.Idle + TimeSpan.FromSeconds(1));
        await visitor.ShouldBeOut();
    }

    [Fact]
    public async Task TwelveHours_EndTheSession_HoweverBusy()
    {
        var visitor = await host.In(await host.Add(Role.Official));
        for (var passed = TimeSpan.Zero; passed < SignInStore.Absolute - TimeSpan.FromMinutes(20); passed += TimeSpan.FromMinutes(20))
        {
            host.Time.Advance(TimeSpan.FromMinutes(20));
            await visitor.ShouldBeIn($"{passed}");
        }
        host.Time.Advance(TimeSpan.FromMinutes(20) + TimeSpan.FromSeconds(1));
        await visitor.ShouldBeOut();
    }

    [Fact]
    public async Task AnotherRole_IsObeyedAtOnce()
    {
        var user = await host.Add(Role.Department);
        var visitor = await host.In(user);
        (await visitor.Get("/roadmaps/import")).Status.ShouldBe(200);
        // Not even the ended sessions are needed: rights are read anew at every request.
        await host.Change(user.Id, u => u.Role = Role.Official);
        (await visitor.Get("/roadmaps/import")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task AnotherOrganization_IsObeyedAtOnce()
    {
        var other = (await host.Add(Role.Curator, "Школа № 7")).OrganizationId;
        var user = await host.Add(Role.Curator, "Лицей № 3");
        var visitor = await host.In(user);
        (await visitor.Get($"/organizations/{other}")).Status.ShouldBe(404);
        await host.Change(user.Id, u => u.OrganizationId = other);
        (await visitor.Get($"/organizations/{other}")).Status.ShouldBe(200);
        (await visitor.Get($"/organizations/{user.OrganizationId}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task CookieFromBeforeSignIn_OpensNothingAfterIt()
    {
        var user = await host.Add(Role.Official);
        var visitor = host.Anonymous();
        var first = await visitor.SignIn(user.Email!, AccountHost.Password);
        var before = first.Response.RequestMessage!.Headers.GetValues("Cookie").ToList();
        await host.WithCookies(before).ShouldBeOut();

        // The next sign-in of the same browser is another session, and the former one is not revived by it.
        var former = await host.Copy(visitor);
        await visitor.Post("/account/logout", []);
        (await visitor.SignIn(user.Email!, AccountHost.Password)).Status.ShouldBe(302);
        await visitor.ShouldBeIn();
        await former.ShouldBeOut();
    }

    private async Task End(string way, PortalUser user, Visitor visitor)
    {
        var card = $"/admin/users/{user.Id}";
        var admin = await host.As("admin");
        switch (way)
        {
            case "sign-out":
                (await visitor.Post("/account/logout", [])).Status.ShouldBe(302);
                break;
            case "everywhere":
                (await (await host.In(user)).Submit("/account", [], "/account/sessions/end")).Status.ShouldBe(302);
                break;
            case "password":
                (await (await host.In(user)).Submit("/account/password", new() { ["Current"] = AccountHost.Password, ["New"] = "озеро зонт кит", ["Again"] = "озеро зонт кит" })).Status.ShouldBe(302);
                break;
            case "disable":
                (await admin.Submit(card, [], $"{card}/disable")).Status.ShouldBe(302);
                break;
            case "role":
                (await admin.Submit(card, new() { ["Role"] = "Mentor" }, card)).Status.ShouldBe(302);
                break;
            case "organization":
                var other = await host.Add(Role.Curator, "Школа № 7");
                (await admin.Submit(card, new() { ["OrganizationId"] = $"{other.OrganizationId}" }, card)).Status.ShouldBe(302);
                break;
            case "admin":
                (await admin.Submit(card, [], $"{card}/sessions/end")).Status.ShouldBe(302);
                break;
            case "link":
                var link = await admin.NewLink(user.Id);
                (await host.Anonymous().Submit(link, new() { ["New"] = "озеро зонт кит", ["Again"] = "озеро зонт кит" })).Status.ShouldBe(302);
                break;
        }
    }
}

internal static class Links
{
    /// <summary>Makes a one-time link for this account and reads its address off the card.</summary>
    public static async Task<string> NewLink(this Visitor manager, int userId)
    {
        var answer = await manager.Submit($"/admin/users/{userId}", [], $"/admin/users/{userId}/link");
        answer.Status.ShouldBe(302);
        return (await manager.Follow(answer)).LinkOnPage();
    }

    /// <summary>The path of the link that the card shows this once.</summary>
    public static string LinkOnPage(this Answer card) =>
        new Uri(card.Html.QuerySelector("#link-url")?.GetAttribute("value") ?? throw new InvalidOperationException("The card shows no link.")).PathAndQuery;
}
