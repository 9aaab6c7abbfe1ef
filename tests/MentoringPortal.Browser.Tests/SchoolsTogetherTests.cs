using MentoringPortal.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static MentoringPortal.Browser.Tests.Hosting.Steps;

namespace MentoringPortal.Browser.Tests;

/// <summary>Two schools and one mentor: offered, asked for, lent, in a pair; and a school's change of the year, carried out and taken back.</summary>
[Collection(nameof(BrowserTests))]
public sealed class SchoolsTogetherTests(PortalInBrowser portal)
{
    private const string Surname = "Отзывчивая";

    [Fact]
    public async Task OfferedMentor_IsAskedFor_Lent_AndEntersAPairOfAnotherSchool()
    {
        var owner = await portal.OpenAs("curator1");
        await AddTeacher(owner);
        await owner.GetByRole(AriaRole.Link, new() { Name = "Предложить другим организациям" }).ClickAsync();
        await Press(owner, "Предложить");
        await Sees(owner.Locator("body"), "Наставник в муниципальной базе");

        var asker = await portal.OpenAs("curator2");
        await asker.GotoAsync($"/mentors?scope=municipal&Q={Surname}");
        await asker.Locator("main table").GetByRole(AriaRole.Link, new() { Name = "Запросить" }).ClickAsync();
        await asker.GetByLabel("Сообщение").FillAsync("Просим на этот год");
        await Press(asker, "Отправить запрос");
        await Sees(asker.Locator("main"), "ждёт ответа");

        await owner.GotoAsync("/mentors/requests");
        await Sees(owner.Locator("main"), "Просим на этот год");
        await owner.ShouldBeAccessible();
        await owner.Locator("article").Filter(new() { HasText = Surname }).GetByRole(AriaRole.Button, new() { Name = "Принять" }).ClickAsync();
        await Sees(owner.Locator("main"), "Отдано мест: 1, занято парами: 0");

        await asker.GotoAsync("/pairs/new");
        await asker.GetByLabel("Форма наставничества").SelectOptionAsync(new SelectOptionValue { Label = "учитель–ученик" });
        await Press(asker, "Дальше");
        var lent = asker.Locator("select[name='Form.MentorId'] option").Filter(new() { HasText = Surname });
        await asker.Locator("select[name='Form.MentorId']").SelectOptionAsync((await lent.GetAttributeAsync("value"))!);
        await asker.Locator("input[name='Form.Mentees']").First.CheckAsync();
        await asker.GetByLabel("Первый день").FillAsync($"{YearStart:yyyy-MM-dd}");
        await Press(asker, "Создать пару");
        await Sees(asker.Locator("h1"), Surname);
        await Sees(asker.Locator("main"), "Черновик");

        await owner.GotoAsync("/mentors/requests");
        await Sees(owner.Locator("main"), "Отдано мест: 1, занято парами: 1");
        await owner.Context.CloseAsync();
        await asker.Context.CloseAsync();
    }

    /// <summary>In summer, while the old year runs, the journey ends with what is prepared.</summary>
    [Fact]
    public async Task SchoolYear_IsPrepared_Changed_AndTakenBack()
    {
        var curator = await portal.OpenAs("curator2");
        await curator.GotoAsync("/years");
        await curator.ShouldBeAccessible();
        var firstClass = curator.Locator("main details").First;
        var name = (await firstClass.Locator("summary strong").InnerTextAsync()).Trim();
        if (await firstClass.GetAttributeAsync("open") is null)
            await firstClass.Locator("summary").ClickAsync();
        await firstClass.GetByLabel("Остаётся в классе: ").First.CheckAsync();
        await Press(curator, "Сохранить отметки");
        await Sees(curator.Locator("body"), "Отметки сохранены");
        await Assertions.Expect(firstClass.GetByLabel("Остаётся в классе: ").First).ToBeCheckedAsync();
        if (Today.Month is >= 6 and <= 8)
        {
            await Sees(curator.Locator("main"), "Провести перевод можно с 1 сентября");
            await Assertions.Expect(curator.GetByRole(AriaRole.Button, new() { Name = "Провести перевод" })).ToHaveCountAsync(0);
            await curator.Context.CloseAsync();
            return;
        }
        await Press(curator, "Провести перевод");
        await Sees(curator.Locator("h1"), "перевод проведён");
        await Sees(curator.Locator("main"), name);
        await Sees(curator.Locator("main"), "остался в классе");
        await curator.ShouldBeAccessible();

        await Press(curator, "Отменить перевод");
        await Sees(curator.Locator("body"), "Перевод отменён");
        await Assertions.Expect(firstClass.GetByLabel("Остаётся в классе: ").First).ToBeCheckedAsync();
        await curator.Context.CloseAsync();
    }

    private static async Task AddTeacher(IPage page)
    {
        await page.GotoAsync("/people/new?bank=mentors");
        await page.GetByLabel("Фамилия").FillAsync(Surname);
        await page.GetByLabel("Имя", new() { Exact = true }).FillAsync("Инна");
        await page.GetByLabel("Кто", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "педагог" });
        await page.GetByLabel("В базе с").FillAsync($"{YearStart:yyyy-MM-dd}");
        await Press(page, "Добавить");
        await Sees(page.Locator("h1"), Surname);
    }
}
