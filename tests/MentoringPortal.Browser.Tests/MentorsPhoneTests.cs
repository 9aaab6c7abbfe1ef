using MentoringPortal.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace MentoringPortal.Browser.Tests;

/// <summary>The mentor's main act on a phone, without a script: yesterday's meeting in one form.</summary>
[Collection(nameof(BrowserTests))]
public sealed class MentorsPhoneTests(PortalInBrowser portal)
{
    private const int Phone = 360;

    [Fact]
    public async Task Mentor_LogsYesterdaysMeeting()
    {
        var page = await portal.OpenAs("mentor1", width: Phone, scripts: false);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Отметить встречу" }).First.ClickAsync();
        await page.GetByLabel("вчера").CheckAsync();
        await page.GetByLabel("60").CheckAsync();
        await page.GetByLabel("Тема").FillAsync("Готовились к выступлению");
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить встречу" }).ClickAsync();

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Мои наставляемые");
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("Встреча записана.");
        await page.Locator("main h2 a").First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("60 мин. Готовились к выступлению");
        await page.Context.CloseAsync();

        // axe is a script: the same pages once more for it.
        var looked = await portal.OpenAs("mentor1", width: Phone);
        foreach (var address in (string[])["/", new Uri(page.Url).PathAndQuery, new Uri(page.Url).AbsolutePath + "/meetings/new"])
        {
            await looked.GotoAsync(address);
            await looked.ShouldBeAccessible();
            (await looked.Overflow(Phone)).ShouldBeEmpty();
        }
        await looked.Context.CloseAsync();
    }
}
