using MentoringPortal.Web.Tests.Hosting;

namespace MentoringPortal.Web.Tests.Calendar;

public sealed class FeedRateTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory, InlineData("/calendar/feed.ics?code=guess", 404), InlineData("/surveys/answer?code=guess", 410)]
    public async Task SecretAddress_GuessedWithoutEnd_IsStoppedAfterThreeHundredInAMinute(string address, int status)
    {
        var stranger = host.Anonymous();
        var answered = 0;
        Answer answer;
        // The minute may turn once on the way; a third full minute would mean that nothing stops anybody.
        while ((answer = await stranger.Get(address)).Status == status && answered < 900)
            answered++;
        answer.Status.ShouldBe(429);
        answered.ShouldBeGreaterThanOrEqualTo(300);
        answer.Response.Headers.RetryAfter.ShouldNotBeNull();
        (await stranger.Get("/account/login")).Status.ShouldBe(200, "only these addresses are stopped");
    }
}
