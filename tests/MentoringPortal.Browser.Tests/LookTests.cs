using MentoringPortal.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace MentoringPortal.Browser.Tests;

/// <summary>The «Вид» panel and the menu, used as a person uses them.</summary>
[Collection(nameof(BrowserTests))]
public sealed class LookTests(PortalInBrowser portal)
{
    [Theory]
    [InlineData("Чёрным по белому", "А — обычный")]
    [InlineData("Белым по чёрному", "А+ — крупный")]
    [InlineData("Синим по голубому", "А++ — очень крупный")]
    public async Task Contrast_WithLargerText_StaysAccessibleAndInTheWindow(string contrast, string size)
    {
        var page = await portal.OpenAs("department");
        foreach (var address in new[] { "/account", "/account/password" })
        {
            await page.GotoAsync(address);
            await page.Locator(".look > summary").ClickAsync();
            await page.GetByLabel(contrast).CheckAsync();
            await page.GetByLabel(size, new() { Exact = true }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Применить" }).First.ClickAsync();
            await page.WaitForURLAsync("**" + address);

            await page.ShouldBeAccessible();
            (await page.Overflow(640)).ShouldBeEmpty();
            (await page.Overflow(360)).ShouldBeEmpty();
            await page.SetViewportSizeAsync(1280, 900);
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Menu_OnAPhone_OpensAndClosesWithoutAScript()
    {
        var page = await portal.OpenAs("department", width: 360);
        await page.GotoAsync("/");
        var link = page.GetByRole(AriaRole.Navigation, new() { Name = "Разделы" }).GetByRole(AriaRole.Link, new() { Name = "Организации" });
        (await link.IsVisibleAsync()).ShouldBeFalse();

        await page.GetByRole(AriaRole.Button, new() { Name = "Меню" }).ClickAsync();
        (await link.IsVisibleAsync()).ShouldBeTrue();
        await page.ShouldBeAccessible();
        await page.Keyboard.PressAsync("Escape");

        (await link.IsVisibleAsync()).ShouldBeFalse();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task FirstTab_OffersToSkipTheMenu()
    {
        var page = await portal.OpenAs("department");
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Tab");

        (await page.EvaluateAsync<string>("() => document.activeElement.textContent")).ShouldBe("К содержанию");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("main");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task FailedForm_FocusesTheSummary()
    {
        var page = await portal.OpenAs(null);
        await page.GotoAsync("/account/login");

        await page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();

        (await page.TitleAsync()).ShouldStartWith("Ошибка: ");
        (await page.EvaluateAsync<string>("() => document.activeElement.className")).ShouldBe("errors");
        await page.ShouldBeAccessible();
        await page.Context.CloseAsync();
    }
}
