using MentoringPortal.Domain.Time;
using Microsoft.Playwright;

namespace MentoringPortal.Browser.Tests.Hosting;

/// <summary>What most journeys do.</summary>
internal static class Steps
{
    /// <summary>Today as the portal reckons it, so that the journeys work on any day.</summary>
    public static readonly DateOnly Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")).Date);
    public static readonly DateOnly YearStart = SchoolYear.Of(Today).Start;

    public static Task Sees(ILocator place, string words) => Assertions.Expect(place).ToContainTextAsync(words);

    public static Task Press(IPage page, string button) => Press(page.Locator("main"), button);

    public static Task Press(ILocator place, string button) => place.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
}
