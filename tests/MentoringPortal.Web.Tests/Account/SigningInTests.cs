using MentoringPortal.Web.Tests.Hosting;

namespace MentoringPortal.Web.Tests.Account;

public sealed class SigningInTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("admin"), InlineData("department"), InlineData("official"), InlineData("curator1"), InlineData("mentor1")]
    public async Task Post_RightPassword_OpensTheFirstScreen(string login)
    {
        var visitor = await host.As(login);
        (await visitor.Get("/")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Post_WrongPassword_SaysNothingMore()
    {
        var answer = await host.Anonymous().Submit("/account/login", new() { ["Email"] = "department@demo.example", ["Password"] = "не тот пароль" });
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain("почта или пароль не подходят");
    }

    [Fact]
    public async Task Post_SignOut_EndsTheSessionBehindACopiedCookie()
    {
        var visitor = await host.As("official");
        var copied = (await visitor.Get("/account")).Response.RequestMessage!.Headers.GetValues("Cookie").ToArray();
        await visitor.Post("/account/logout", []);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", copied);
        using var client = host.Server.CreateClient();
        client.BaseAddress = new Uri("https://localhost");
        using var response = await client.SendAsync(request);
        ((int)response.StatusCode).ShouldBe(302);
    }
}
