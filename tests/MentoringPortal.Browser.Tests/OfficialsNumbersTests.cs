using MentoringPortal.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static MentoringPortal.Browser.Tests.Hosting.Steps;

namespace MentoringPortal.Browser.Tests;

/// <summary>The numbers an official answers for: the first screen of the head, and a request from its opening to the consolidated table.</summary>
[Collection(nameof(BrowserTests))]
public sealed class OfficialsNumbersTests(PortalInBrowser portal)
{
    private const string What = "Число наставляемых по форме «ученик–ученик»";

    /// <summary>«Выполняем ли цель и сколько не хватает»: 1366 × 768, without scrolling.</summary>
    [Fact]
    public async Task Head_ReadsTheAnswer_OnTheFirstScreen()
    {
        var head = await portal.OpenAs("official", 1366);
        await head.SetViewportSizeAsync(1366, 768);
        await head.GotoAsync("/");
        var answer = head.Locator(".coverage-answer");
        foreach (var words in (string[])["%", "цель", "не хватает"])
            await Sees(answer, words);
        var box = await answer.GetByText("не хватает").First.BoundingBoxAsync();
        (box!.Y + box.Height).ShouldBeLessThan(768, "it is read without scrolling");
        await head.ShouldBeAccessible();
        await head.Context.CloseAsync();
    }

    [Fact]
    public async Task Request_IsOpened_Answered_Corrected_Returned_AndPrinted()
    {
        var department = await portal.OpenAs("department");
        await Open(department);

        var (first, second) = (await portal.OpenAs("curator1"), await portal.OpenAs("curator2"));
        var counted = await AnswerWithACorrection(first);
        await second.GotoAsync("/requests");
        await second.GetByRole(AriaRole.Link, new() { Name = What }).ClickAsync();
        var ofSecond = int.Parse(await second.Locator("#answer td b").First.InnerTextAsync());
        await Press(second, "Отправить ответ");
        await Sees(second.Locator("h1 + p"), "На проверке");

        await Review(department);
        await second.ReloadAsync();
        await Sees(second.Locator("main"), "Подпишите у директора");
        await Press(second, "Отправить ответ");
        await Sees(second.Locator("h1 + p"), "На проверке");
        await department.ReloadAsync();
        await Press(department, "Принять ответ");
        await Sees(department.Locator("h1 + p"), "Принят");

        await department.GetByRole(AriaRole.Link, new() { Name = What }).First.ClickAsync();
        await Sees(department.Locator("main"), "Ответили 2 из 2");
        await department.ShouldBeAccessible();
        await department.GetByRole(AriaRole.Link, new() { Name = "Закрыть запрос" }).ClickAsync();
        await Press(department, "Закрыть запрос");
        await Sees(department.Locator("h1 + p"), "Закрыт");
        var paper = await department.Take("PDF");
        paper.Words.ShouldContain("Сводная информация");
        paper.Words.ShouldContain($"{counted - 1 + ofSecond}", Case.Sensitive, "the corrected number and the other school's");
        paper.Words.ShouldContain("Ушёл в другую школу");
        foreach (var page in (IPage[])[department, first, second])
            await page.Context.CloseAsync();
    }

    private static async Task Open(IPage department)
    {
        await department.GotoAsync("/requests/new");
        await department.GetByLabel("Что запрашивается").FillAsync(What);
        await department.GetByLabel("Ответить до").FillAsync($"{Today.AddDays(14):yyyy-MM-dd}");
        await department.GetByLabel("Строка 1: показатель").FillAsync("Наставляемые");
        await department.GetByLabel("Строка 1: откуда число").SelectOptionAsync("Mentees");
        await department.GetByLabel("Графа 1", new() { Exact = true }).FillAsync("ученик–ученик");
        await department.GetByLabel("Графа 1: форма наставничества").SelectOptionAsync(new SelectOptionValue { Label = "ученик–ученик" });
        foreach (var box in await department.Locator("input[name='Form.OrganizationIds']:checked").AllAsync())
            await box.UncheckAsync();
        foreach (var school in (string[])["Лицей № 3", "Школа № 7"])
            await department.GetByLabel(school, new() { Exact = true }).CheckAsync();
        await department.ShouldBeAccessible();
        await Press(department, "Открыть запрос");
        await Sees(department.Locator("h1"), What);
        await Sees(department.Locator("main"), "Ответили 0 из 2");
    }

    /// <returns>What the registry counts.</returns>
    private static async Task<int> AnswerWithACorrection(IPage curator)
    {
        await curator.GotoAsync("/requests");
        await curator.GetByRole(AriaRole.Link, new() { Name = What }).ClickAsync();
        var counted = int.Parse(await curator.Locator("#answer td b").First.InnerTextAsync());
        await curator.Locator("#answer td summary").First.ClickAsync();
        await curator.Locator("input[name='Form.Cells[0_0]']").FillAsync($"{counted - 1}");
        await curator.GetByLabel("Почему другое").FillAsync("Ушёл в другую школу");
        await curator.ShouldBeAccessible();
        await Press(curator, "Отправить ответ");
        await Sees(curator.Locator("h1 + p"), "На проверке");
        return counted;
    }

    /// <summary>Accepts the first school's answer with its correction before the eyes, and returns the second one's.</summary>
    private static async Task Review(IPage department)
    {
        await department.ReloadAsync();
        await Sees(department.Locator("main"), "Исправлено школами");
        await department.GetByRole(AriaRole.Link, new() { Name = "Лицей № 3" }).ClickAsync();
        await Sees(department.Locator("main"), "разница −1: Ушёл в другую школу");
        await Press(department, "Принять ответ");
        await Sees(department.Locator("h1 + p"), "Принят");
        await department.GetByRole(AriaRole.Link, new() { Name = What }).First.ClickAsync();
        await department.GetByRole(AriaRole.Link, new() { Name = "Школа № 7" }).ClickAsync();
        await department.GetByText("Вернуть ответ с замечанием").ClickAsync();
        await department.Locator("textarea[name='Review.ReturnReason']").FillAsync("Подпишите у директора");
        await Press(department, "Вернуть ответ");
        await Sees(department.Locator("main"), "Подпишите у директора");
    }
}
