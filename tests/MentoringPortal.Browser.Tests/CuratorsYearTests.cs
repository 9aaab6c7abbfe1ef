using System.Globalization;
using System.Text;
using MentoringPortal.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static MentoringPortal.Browser.Tests.Hosting.Steps;

namespace MentoringPortal.Browser.Tests;

/// <summary>What a school's curator does from an empty school on: a pair with its order, a year's meetings from paper, a leaver; a register in and out again.</summary>
[Collection(nameof(BrowserTests))]
public sealed class CuratorsYearTests(PortalInBrowser portal)
{
    private const string School = "Школа № 31";
    private const string Password = "Берёзовая-роща-2026!";

    private static readonly int Months = Enumerable.Range(0, 12).Count(m => YearStart.AddMonths(m) <= Today);

    [Fact]
    public async Task EmptySchool_ToAnActivePair_ItsMeetings_AndALeaver()
    {
        var curator = await InvitedCurator();
        var mentee = await Add(curator, "mentees", "Ручьёв", "6 А", YearStart.AddYears(-12));
        await Add(curator, "mentors", "Родникова", "10 А", YearStart.AddYears(-16));
        var pair = await OpenPair(curator);
        await Fix(curator);
        await Sees(curator.Locator("main"), "нет действующих согласий");
        await ReceiveConsents(curator, "6 А");
        await ReceiveConsents(curator, "10 А");
        await Fix(curator);
        await curator.GotoAsync(pair);
        await Sees(curator.Locator("main"), "Действует");
        await Sees(curator.Locator("main"), "№ 61-о");

        await EnterMeetings(curator);

        await curator.GotoAsync($"{pair}/end");
        await curator.GetByLabel("Причина").FillAsync("переезд семьи");
        await Press(curator, "Прекратить");
        await curator.GotoAsync($"{mentee}/leave");
        await Press(curator, "Отметить выбытие");
        await Sees(curator.Locator("main"), "Вернуть в базу");
        await curator.GotoAsync(pair);
        await Sees(curator.Locator("main"), "переезд семьи");
        await curator.Context.CloseAsync();
    }

    /// <summary>The methodology's register as a school keeps it: no more than six clicks from the first screen to people and pairs.</summary>
    [Fact]
    public async Task Register_OfAHundredAndTwentyRows_InSixClicks_AndTakenBack()
    {
        var text = new StringBuilder("ФИО наставляемого\tГод рождения\tЗапрос\tДата вхождения в программу\tФИО наставника\tФорма наставничества\tМесто учёбы наставника\tДата завершения\n");
        for (var i = 0; i < 120; i++)
            text.Append(CultureInfo.InvariantCulture, $"Стаев {(char)('А' + (i % 30))}{(char)('а' + (i / 30))}н Тестович\t2013\tматематика\t{YearStart.AddYears(-1):dd.MM.yyyy}\tСтаева {(char)('А' + (i % 30))}нна {(char)('А' + (i / 30))}ровна\tученик–ученик\t10 А\t{YearStart.AddMonths(-3):dd.MM.yyyy}\n");
        var page = await portal.OpenAs("curator2");
        await page.GotoAsync("/");
        var clicks = 0;
        await Click(page.GetByRole(AriaRole.Link, new() { Name = "Наставляемые", Exact = true }).First);
        await Click(page.GetByRole(AriaRole.Link, new() { Name = "Загрузить из Excel" }).First);
        await page.GetByLabel("Или строки из Excel").FillAsync(text.ToString());
        await page.GetByLabel("Номер приказа").FillAsync("12-о");
        await page.GetByLabel("Дата приказа").FillAsync($"{YearStart.AddYears(-1):yyyy-MM-dd}");
        await Click(page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Проверить" }));
        await Sees(page.Locator("main"), "ошибок: 0. Новых пар: 120.");
        await Sees(page.Locator("main"), "по классу (10) принят");
        await page.ShouldBeAccessible();
        await Click(page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Загрузить строки" }));
        await Sees(page.Locator("main"), "пар: 120");
        clicks.ShouldBeLessThanOrEqualTo(6);

        await Press(page, "Отменить загрузку");
        await Sees(page.Locator("body"), "Загрузка отменена");
        await page.GotoAsync("/mentees?q=Стаев&state=all");
        await Sees(page.Locator("main"), "Найдено: 0");
        await page.Context.CloseAsync();

        async Task Click(ILocator what)
        {
            clicks++;
            await what.ClickAsync();
        }
    }

    /// <summary>The department adds the school and invites its curator, who makes a password by the one-time link and signs in.</summary>
    private async Task<IPage> InvitedCurator()
    {
        var department = await portal.OpenAs("department");
        await department.GotoAsync("/organizations/new");
        await department.GetByLabel("Вид").SelectOptionAsync(new SelectOptionValue { Label = "школа" });
        await department.GetByLabel("Краткое название").FillAsync(School);
        await department.GetByLabel("Полное название").FillAsync($"Средняя {School}");
        await Press(department, "Добавить");
        await department.GotoAsync("/admin/users/new");
        await department.GetByLabel("Электронная почта").FillAsync("school31@example.org");
        await department.GetByLabel("Фамилия, имя, отчество").FillAsync("Ключевая Нина Павловна");
        await department.GetByLabel("Роль").SelectOptionAsync(new SelectOptionValue { Label = "куратор организации" });
        await department.GetByLabel("Организация").SelectOptionAsync(new SelectOptionValue { Label = School });
        await Press(department, "Создать и получить ссылку");
        var link = new Uri(await department.GetByLabel("Ссылка", new() { Exact = true }).InputValueAsync());
        await department.Context.CloseAsync();

        var curator = await portal.OpenAs(null);
        await curator.GotoAsync(link.PathAndQuery);
        await curator.GetByLabel("Новый пароль", new() { Exact = true }).FillAsync(Password);
        await curator.GetByLabel("Новый пароль ещё раз").FillAsync(Password);
        await Press(curator, "Сохранить пароль");
        await curator.GetByLabel("Электронная почта").FillAsync("school31@example.org");
        await curator.GetByLabel("Пароль").FillAsync(Password);
        await Press(curator, "Войти");
        await Sees(curator.Locator("h1"), School);
        return curator;
    }

    private static async Task<string> Add(IPage page, string bank, string surname, string grade, DateOnly born)
    {
        await page.GotoAsync($"/people/new?bank={bank}");
        await page.GetByLabel("Фамилия").FillAsync(surname);
        await page.GetByLabel("Имя", new() { Exact = true }).FillAsync("Саша");
        await page.GetByLabel("Кто", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "обучающийся" });
        await page.GetByLabel("Дата рождения").FillAsync($"{born:yyyy-MM-dd}");
        await page.Locator("#Form_Person_ClassName").FillAsync(grade);
        await page.GetByLabel("В базе с").FillAsync($"{YearStart:yyyy-MM-dd}");
        await page.GetByLabel("Учебные трудности").CheckAsync();
        await Press(page, "Добавить");
        await Sees(page.Locator("h1"), surname);
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task<string> OpenPair(IPage page)
    {
        await page.GotoAsync("/pairs/new");
        await page.GetByLabel("Форма наставничества").SelectOptionAsync(new SelectOptionValue { Label = "ученик–ученик" });
        await Press(page, "Дальше");
        await page.GetByLabel("Наставник", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("Ручьёв Саша, 6 А").CheckAsync();
        await page.GetByLabel("Первый день").FillAsync($"{YearStart:yyyy-MM-dd}");
        await Press(page, "Создать пару");
        await Sees(page.Locator("main"), "Черновик");
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task Fix(IPage page)
    {
        await page.GotoAsync("/pairs/fix");
        await page.ShouldBeAccessible();
        await page.GetByLabel("Номер приказа").FillAsync("61-о");
        await page.GetByLabel("Дата приказа").FillAsync($"{YearStart:yyyy-MM-dd}");
        await page.Locator("main input[name='Form.Pairs']").First.CheckAsync();
        await Press(page, "Закрепить отмеченные");
    }

    private static async Task ReceiveConsents(IPage page, string grade)
    {
        await page.GotoAsync("/consents/receive");
        await page.GetByLabel("Класс или взрослые").SelectOptionAsync(grade);
        await Press(page, "Показать список");
        await page.GetByLabel("Дата подписания").FillAsync($"{YearStart:yyyy-MM-dd}");
        foreach (var tick in await page.Locator("main input[type=checkbox]").AllAsync())
            await tick.CheckAsync();
        await Press(page, "Зарегистрировать отмеченные");
        await Sees(page.Locator("body"), "Согласия зарегистрированы: 1.");
    }

    /// <summary>The first day of each month gone by, in one screen and one saving.</summary>
    private static async Task EnterMeetings(IPage page)
    {
        await page.GotoAsync("/meetings/grid");
        var cells = page.Locator("main input[name^='cell-']");
        for (var month = 0; month < Months; month++)
            await cells.Nth(month).FillAsync("1");
        await Press(page, "Проверить");
        await page.ShouldBeAccessible();
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = $"Записать: {Months}" }).ClickAsync();
        await Sees(page.Locator("body"), $"Записано встреч: {Months}, пар: 1.");
        await page.GotoAsync("/meetings");
        await Sees(page.Locator("main"), $"Найдено: {Months} из {Months}");
    }
}
