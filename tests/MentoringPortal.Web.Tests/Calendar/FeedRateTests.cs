using MentoringPortal.Web.Tests.Hosting;

namespace MentoringPortal.Web.Tests.Calendar;

public sealed class FeedRateTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Feed_GuessedWithoutEnd_IsStoppedAfterThreeHundredInAMinute()
    {
        var stranger = host.Anonymous();
        var answered = 0;
        Answer answer;
        // The minute may turn once on the way; a third full minute would mean that nothing stops anybody.
        while ((answer = await stranger.Get("/calendar/feed.ics?code=guess")).Status == 404 && answered < 900)
            answered++;
        answer.Status.ShouldBe(429);
        answered.ShouldBeGreaterThanOrEqualTo(300);
        answer.Response.Headers.RetryAfter.ShouldNotBeNull();
        (await stranger.Get("/account/login")).Status.ShouldBe(200, "only the feed is stopped");
    }
}
