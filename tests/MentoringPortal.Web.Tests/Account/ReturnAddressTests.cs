using MentoringPortal.Web.Tests.Hosting;

namespace MentoringPortal.Web.Tests.Account;

/// <summary>AU10: whatever a link says, the portal sends nobody to another site.</summary>
[Collection(AccountCollection.Name), Trait("Category", "security")]
public sealed class ReturnAddressTests(AccountHost host)
{
    public static TheoryData<string> Foreign =>
    [
        "https://evil.example", "http://evil.example/", "//evil.example", "///evil.example", "////evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example",
        "https:evil.example", "https:/evil.example", "javascript:alert(1)", "data:text/html,1", "/\t/evil.example", "/%09/evil.example", "/%0d%0aLocation:%20https://evil.example",
        "/\r\nLocation: https://evil.example", "~//evil.example", "~/\\evil.example", "@evil.example", ".evil.example", "evil.example", "//localhost@evil.example", "\u200b//evil.example", " //evil.example",
    ];

    [Theory, MemberData(nameof(Foreign))]
    public async Task SignIn_AndTheLook_StayAtHome(string address)
    {
        StaysAtHome(await host.Anonymous().Submit("/account/login", new() { ["Email"] = "official@demo.example", ["Password"] = Data.Demo.DemoAccounts.Password, ["returnUrl"] = address }));
        StaysAtHome(await host.Anonymous().Submit($"/account/login?returnUrl={Uri.EscapeDataString(address)}", new() { ["Email"] = "official@demo.example", ["Password"] = Data.Demo.DemoAccounts.Password }));
        StaysAtHome(await host.Anonymous().Post("/look", new() { ["theme"] = "dark", ["returnUrl"] = address }));
    }

    [Fact]
    public async Task SignIn_GoesWhereThePersonWanted()
    {
        var visitor = host.Anonymous();
        var asked = await visitor.Get("/roadmaps?q=план");
        var login = new Uri(new Uri("https://localhost"), asked.Location!);
        (await visitor.Submit(login.PathAndQuery, new() { ["Email"] = "official@demo.example", ["Password"] = Data.Demo.DemoAccounts.Password }))
            .Location.ShouldBe("/roadmaps?q=%D0%BF%D0%BB%D0%B0%D0%BD");
    }

    private static void StaysAtHome(Answer answer)
    {
        answer.Status.ShouldBe(302);
        var location = answer.Location!;
        location[0].ShouldBe('/', location);
        (location.Length > 1 && location[1] is '/' or '\\').ShouldBeFalse(location);
        location.ShouldAllBe(c => !char.IsControl(c));
        new Uri(new Uri("https://localhost/account/login"), location).Host.ShouldBe("localhost", location);
    }
}
