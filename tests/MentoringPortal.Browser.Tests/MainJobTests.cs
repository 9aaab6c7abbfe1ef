using System.Text;
using MentoringPortal.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static MentoringPortal.Browser.Tests.Hosting.Steps;

namespace MentoringPortal.Browser.Tests;

/// <summary>The main job from end to end: a paper becomes a roadmap, a school reports, the department accepts, the papers are taken out.</summary>
[Collection(nameof(BrowserTests))]
public sealed class MainJobTests(PortalInBrowser portal)
{
    private const string FirstRow = "Подготовка «дорожных карт» введения модели наставничества";

    [Fact]
    public async Task Paper_FromFileToAcceptedReportToPrint()
    {
        var department = await portal.OpenAs("department");
        await Upload(department, "twin-supplementary.txt");
        await CheckPreview(department);
        await Correct(department);
        var roadmap = await Save(department);

        var curator = await portal.OpenAs("curator1");
        var task = await FindTask(curator);
        await Report(curator, "Карта утверждена педсоветом.");
        await Return(department, task);
        await curator.GotoAsync(task);
        await Sees(curator.Locator("main"), "Укажите номер и дату документа.");
        await curator.ShouldBeAccessible();
        await Report(curator, "Исправлено: приложен приказ с номером.");
        await Accept(department, task);

        await curator.GotoAsync(task);
        await Sees(curator.Locator(".page-head"), "Принято");
        await TakePapers(department, roadmap);
        await department.Context.CloseAsync();
        await curator.Context.CloseAsync();
    }

    [Fact]
    public async Task Paper_WithoutAScript_IsCorrectedAndSaved()
    {
        var page = await portal.OpenAs("department", scripts: false);
        await Upload(page, "twin-stages.txt");
        await page.Locator("#item-0").GetByRole(AriaRole.Link, new() { Name = "Исправить" }).ClickAsync();
        await page.GetByLabel("Мероприятие").FillAsync("Встреча рабочей группы по наставничеству");
        await Press(page.Locator("#item-0"), "Сохранить");
        await Sees(page.Locator("#item-0"), "Встреча рабочей группы");
        await page.Locator("#remarks button[formaction$='/mend']").First.ClickAsync();
        (await page.Locator("#remarks").InnerTextAsync()).ShouldNotBeEmpty();

        await page.GetByRole(AriaRole.Link, new() { Name = "Проверить и сохранить" }).First.ClickAsync();
        await Press(page.Locator("main"), "Сохранить");

        await Sees(page.Locator("main"), "Встреча рабочей группы по наставничеству");
        page.Url.ShouldMatch(@"/roadmaps/\d+$");
        await page.Context.CloseAsync();
    }

    private static async Task Upload(IPage page, string twin)
    {
        await page.GotoAsync("/roadmaps/import");
        await page.GetByLabel("Файл приказа, письма или дорожной карты").SetInputFilesAsync(Fixture(twin));
        await page.GetByRole(AriaRole.Button, new() { Name = "Прочитать документ" }).ClickAsync();
        await page.WaitForURLAsync("**/roadmaps/import/*");
    }

    /// <summary>Remarks stand first; each row shows its words and what was understood.</summary>
    private static async Task CheckPreview(IPage page)
    {
        (await page.Locator("main h2").AllInnerTextsAsync())[0].ShouldBe("Замечания");
        var row = await page.Locator("#item-0").InnerTextAsync();
        row.ShouldContain("До 01.09 2020");
        row.ShouldContain("понято как: до 1 сентября 2020");
        row.ShouldContain("понято как: все образовательные организации");
        await Sees(page.Locator("#items-head"), "Мероприятия: 8");
        await page.ShouldBeAccessible();
    }

    /// <summary>A field, a row made two, and the two made one again with what was typed in the open form kept.</summary>
    private static async Task Correct(IPage page)
    {
        await Edit(page, 0);
        await page.GetByLabel("Результат").FillAsync("Приказ ОО");
        await page.ShouldBeAccessible();
        await Press(page.Locator("#item-0"), "Сохранить");
        await Sees(page.Locator("#item-0"), "Приказ ОО");

        await Edit(page, 7);
        await page.GetByLabel("Мероприятие").FillAsync("Курсы для наставников\nКурсы для кураторов");
        await Press(page.Locator("#item-7"), "Разделить: каждая строка мероприятия – отдельная");
        await Sees(page.Locator("#items-head"), "Мероприятия: 9");
        await Edit(page, 8);
        await page.GetByLabel("Мероприятие").FillAsync("и кураторов школ");
        await Press(page.Locator("#item-8"), "Объединить с предыдущей");
        await Sees(page.Locator("#items-head"), "Мероприятия: 8");
        await Sees(page.Locator("#item-7"), "Курсы для наставников и кураторов школ");
    }

    private static async Task<string> Save(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Проверить и сохранить" }).First.ClickAsync();
        await page.ShouldBeAccessible();
        var shown = int.Parse(await page.Locator("#executions").InnerTextAsync());
        shown.ShouldBeGreaterThan(20);
        await Press(page.Locator("main"), "Сохранить");
        await page.WaitForURLAsync(url => !url.Contains("/import/", StringComparison.Ordinal));
        await Sees(page.Locator("body"), "Дорожная карта сохранена.");
        await page.ShouldBeAccessible();
        return page.Url;
    }

    private static async Task<string> FindTask(IPage page)
    {
        await page.GotoAsync("/executions");
        await page.GetByRole(AriaRole.Link, new() { Name = FirstRow }).ClickAsync();
        await Sees(page.Locator("main"), "Отчитаться нужно один раз");
        await page.ShouldBeAccessible();
        return page.Url;
    }

    private static async Task Report(IPage page, string words)
    {
        await page.GetByLabel("Что сделано").FillAsync(words);
        await page.GetByLabel("Номер документа").FillAsync("57-о/д");
        await page.GetByLabel("Дата документа").FillAsync("2020-08-31");
        await page.GetByLabel("Файлы").SetInputFilesAsync(new FilePayload { Name = "приказ школы.pdf", MimeType = "application/pdf", Buffer = Scan });
        await Press(page.Locator("main"), "Отправить на проверку");
        foreach (var shown in new[] { "На проверке", words, "№ 57-о/д от 31.08.2020", "приказ школы.pdf" })
            await Sees(page.Locator("main"), shown);
    }

    private static async Task Return(IPage page, string task)
    {
        await page.GotoAsync("/executions?view=review");
        await page.ShouldBeAccessible();
        await page.Locator($"a[href='{new Uri(task).AbsolutePath}']").First.ClickAsync();
        await page.GetByText("Вернуть с замечанием").ClickAsync();
        await page.GetByLabel("Укажите номер и дату документа.").CheckAsync();
        await page.ShouldBeAccessible();
        await Press(page.Locator("main"), "Вернуть");
        await Sees(page.Locator(".page-head"), "Возвращено");
    }

    private static async Task Accept(IPage page, string task)
    {
        await page.GotoAsync(task);
        await Press(page.Locator("main"), "Принять");
        await Sees(page.Locator(".page-head"), "Принято");
    }

    private static async Task TakePapers(IPage page, string roadmap)
    {
        await page.GotoAsync(roadmap);
        foreach (var (button, extension) in Formats)
        {
            var (name, words) = await page.Take(button);
            name.ShouldEndWith(extension);
            name.ShouldMatch(@"\p{IsCyrillic}", "Russian file name");
            words.ShouldContain(FirstRow);
            words.ShouldContain("Курсы для наставников и кураторов школ");
            words.ShouldContain("Приказ ОО");
        }

        await page.GotoAsync("/orders?q=412");
        await page.Locator("main tbody a[href^='/orders/']").First.ClickAsync();
        await Sees(page.Locator("h1"), "412");
        await page.ShouldBeAccessible();
        foreach (var (button, extension) in Formats)
        {
            var (name, words) = await page.Take(button);
            name.ShouldEndWith(extension);
            words.ShouldContain("412");
            words.ShouldContain("Ознакомить с приказом руководителей организаций");
            words.ShouldContain("Лазурный");
        }
    }

    private static readonly (string Button, string Extension)[] Formats = [("PDF", ".pdf"), ("Word", ".docx"), ("Excel", ".xlsx")];

    private static readonly byte[] Scan = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R >>\nstartxref\n50\n%%EOF\n");

    /// <summary>Waits for the page that a press has led to.</summary>
    private static Task Edit(IPage page, int row) => page.Locator($"#item-{row}").GetByRole(AriaRole.Link, new() { Name = "Исправить" }).ClickAsync();

    private static string Fixture(string name)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (Path.Combine(folder, "tests", "fixtures", "orders", name) is var path && File.Exists(path))
                return path;
        throw new FileNotFoundException(name);
    }
}
