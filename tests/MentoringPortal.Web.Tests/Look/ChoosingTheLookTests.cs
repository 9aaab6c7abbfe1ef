using MentoringPortal.Web.Tests.Hosting;

namespace MentoringPortal.Web.Tests.Look;

public sealed class ChoosingTheLookTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Post_BeforeSignIn_ChangesThePageAndComesBack()
    {
        var visitor = host.Anonymous();

        var answer = await visitor.Submit("/account/login?returnUrl=%2Faccount", new() { ["Theme"] = "dark", ["Size"] = "huge", ["Contrast"] = "none", ["Pictures"] = "off" }, "/look");

        answer.Location.ShouldBe("/account/login?returnUrl=%2Faccount");
        var root = (await visitor.Follow(answer)).Html.DocumentElement;
        root.GetAttribute("data-bs-theme").ShouldBe("dark");
        root.GetAttribute("data-size").ShouldBe("huge");
        root.GetAttribute("data-pictures").ShouldBe("off");
    }

    /// <summary>The look is in the answer itself: whoever asks again, having lost the first, gets it too.</summary>
    [Fact]
    public async Task Post_SentTwiceFromOnePage_BringsTheLookBothTimes()
    {
        var visitor = host.Anonymous();
        KeyValuePair<string, string>[] form = [new("Theme", "dark"), new("__RequestVerificationToken", await visitor.Token())];

        var answers = new[] { await visitor.Post("/look", form), await visitor.Post("/look", form) };

        answers.ShouldAllBe(a => a.Response.Headers.GetValues("Set-Cookie").Any(c => c.Contains("look", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("white-on-black", "dark")]
    [InlineData("black-on-white", "light")]
    [InlineData("blue", "light")]
    public async Task Post_OfAContrast_DecidesTheTheme(string contrast, string theme)
    {
        var visitor = host.Anonymous();

        await visitor.Post("/look", new() { ["Theme"] = "auto", ["Contrast"] = contrast });

        var root = (await visitor.Get("/account/login")).Html.DocumentElement;
        root.GetAttribute("data-contrast").ShouldBe(contrast);
        root.GetAttribute("data-bs-theme").ShouldBe(theme);
    }

    [Fact]
    public async Task Post_OfUnknownWords_FallsBackToTheDefault()
    {
        var visitor = host.Anonymous();

        var answer = await visitor.Post("/look", new() { ["Theme"] = "\"><script>", ["Size"] = "900", ["ReturnUrl"] = "//evil.example" });

        answer.Location.ShouldBe("/");
        var root = (await visitor.Get("/account/login")).Html.DocumentElement;
        root.GetAttribute("data-bs-theme").ShouldBe("auto");
        root.GetAttribute("data-size").ShouldBe("normal");
    }
}
