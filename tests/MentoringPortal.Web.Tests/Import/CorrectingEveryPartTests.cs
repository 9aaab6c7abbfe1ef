using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Import;

/// <summary>Sections, indicators, requests, lines without a place, remarks; and the buttons of a whole row, which keep what was typed.</summary>
public sealed class CorrectingEveryPartTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("up", "2,1,3,4"), InlineData("down", "1,3,2,4"), InlineData("merge", "1,3,4")]
    public async Task RowButton_WithAnOpenForm_KeepsWhatWasTyped(string button, string numbers)
    {
        var (visitor, draft) = await Open(ImportVisitor.Order($"51-{button}"));
        var answer = await visitor.Press($"{draft}?edit=item-1", $"{draft}/items/1/{button}", new() { ["Activity"] = "Мои новые слова", ["Result"] = "Мой результат" });
        answer.Status.ShouldBe(302, answer.Words);
        var page = await visitor.Get(draft);
        page.Words.ShouldContain("Мои новые слова");
        page.Words.ShouldContain("Мой результат");
        string.Join(',', Numbers(page)).ShouldBe(numbers);
    }

    [Fact]
    public async Task Split_WithAnOpenForm_KeepsTheOtherFieldsToo()
    {
        var (visitor, draft) = await Open(ImportVisitor.Order("52"));
        var answer = await visitor.Press($"{draft}?edit=item-1", $"{draft}/items/1/split", new() { ["Activity"] = "Одно\nДругое", ["Result"] = "Мой результат" });
        answer.Status.ShouldBe(302, answer.Words);
        var page = await visitor.Get(draft);
        Numbers(page).ShouldBe(["1", "2.1", "2.2", "3", "4"]);
        page.Html.QuerySelectorAll("td[data-label=Результат]").Count(td => td.TextContent.Contains("Мой результат")).ShouldBe(2);
    }

    [Fact]
    public async Task RowButton_RefusedByTheDomain_ComesBackWithEverythingTyped()
    {
        var (visitor, draft) = await Open(ImportVisitor.Order("53"));
        var answer = await visitor.Press($"{draft}?edit=item-0", $"{draft}/items/0/merge", new() { ["Result"] = "Мой результат" });
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain("Выше в этом разделе нет строки");
        answer.Html.QuerySelector("#Result")!.TextContent.Trim().ShouldBe("Мой результат");
    }

    [Fact]
    public async Task Section_IsRenamed_AndDroppedWithItsRowsKept()
    {
        var (visitor, draft) = await Open(PaperFiles.Text("twins/twin-stages.txt"));
        (await visitor.Submit($"{draft}?edit=section-1", new() { ["Title"] = "Другой этап" }, $"{draft}/sections/1")).Status.ShouldBe(302);
        var page = await visitor.Get(draft);
        page.Html.QuerySelector("#section-1 h3")!.TextContent.ShouldContain("Другой этап");
        var rows = Numbers(page).Length;
        (await visitor.Press($"{draft}?edit=section-1", $"{draft}/drop/section/1")).Status.ShouldBe(302);
        page = await visitor.Get(draft);
        page.Words.ShouldNotContain("Другой этап");
        Numbers(page).Length.ShouldBe(rows);
    }

    [Fact]
    public async Task Indicator_GetsItsPlan_AndTheRemarkGoes()
    {
        var (visitor, draft) = await Open(PaperFiles.Text("twins/twin-indicators.txt"));
        const string empty = "У показателя не указаны плановые значения";
        var before = Count(await visitor.Get(draft), empty);
        before.ShouldBe(3);
        (await visitor.Submit($"{draft}?edit=indicator-0", new() { ["Plan"] = "2021: 30\n2024: 70,5" }, $"{draft}/indicators/0")).Status.ShouldBe(302);
        var page = await visitor.Get(draft);
        Count(page, empty).ShouldBe(2);
        page.Html.QuerySelector("#indicator-0")!.TextContent.ShouldContain("2024 – 70,5");
        var wrong = await visitor.Submit($"{draft}?edit=indicator-1", new() { ["Plan"] = "2021 много" }, $"{draft}/indicators/1");
        wrong.Status.ShouldBe(302, "a year without a value is a year not planned");
        wrong = await visitor.Submit($"{draft}?edit=indicator-1", new() { ["Plan"] = "2021: много" }, $"{draft}/indicators/1");
        wrong.Status.ShouldBe(422);
        wrong.Words.ShouldContain("напишите год, двоеточие и число");
        (await visitor.Press($"{draft}?edit=indicator-2", $"{draft}/drop/indicator/2")).Status.ShouldBe(302);
        Count(await visitor.Get(draft), empty).ShouldBe(1);
    }

    [Fact]
    public async Task Request_IsChangedAddedAndDropped()
    {
        var (visitor, draft) = await Open(PaperFiles.Text("twins/twin-letter.txt"));
        (await visitor.Submit($"{draft}?edit=request-0", new() { ["Due"] = "2026-12-15", ["Documents"] = "положение\nприказ" }, $"{draft}/requests/0")).Status.ShouldBe(302);
        (await visitor.Get(draft)).Html.QuerySelector("#request-0")!.TextContent.ShouldContain("до 15 декабря 2026");
        (await visitor.Submit($"{draft}?edit=request-new", new() { ["What"] = "Ещё сведения" }, $"{draft}/requests")).Status.ShouldBe(302);
        (await visitor.Get(draft)).Words.ShouldContain("Запросы сведений: 3");
        (await visitor.Press($"{draft}?edit=request-2", $"{draft}/drop/request/2")).Status.ShouldBe(302);
        (await visitor.Get(draft)).Words.ShouldNotContain("Ещё сведения");
    }

    [Fact]
    public async Task LineWithoutAPlace_BecomesARow_OrGoesToOne()
    {
        var (visitor, draft) = await Open(PaperFiles.Text("twins/letter-numbered.txt"));
        var unused = (await visitor.Get(draft)).Html.QuerySelectorAll("#unused .preline").Select(s => s.TextContent.Trim()).ToArray();
        unused.Length.ShouldBe(2);
        (await visitor.Press(draft, $"{draft}/unused/0")).Status.ShouldBe(302);
        (await visitor.Press(draft, $"{draft}/unused/0", new() { ["Item"] = "0" })).Status.ShouldBe(302);
        var page = await visitor.Get(draft);
        page.Html.QuerySelector("#unused").ShouldBeNull();
        foreach (var line in unused)
            page.Html.QuerySelector("#item-0")!.TextContent.ShouldContain(line);
    }

    [Fact]
    public async Task LineWithoutAPlace_ThatNobodyNeeds_IsDropped()
    {
        var (visitor, draft) = await Open(PaperFiles.Text("twins/letter-two-forms.txt"));
        (await visitor.Press(draft, $"{draft}/drop/unused/0")).Status.ShouldBe(302);
        var page = await visitor.Get(draft);
        page.Html.QuerySelector("#unused").ShouldBeNull();
        page.Words.ShouldNotContain("Не нашлось места");
    }

    [Fact]
    public async Task Remark_ThatIsNoFault_IsPutAside_AndStaysAway()
    {
        var (visitor, draft) = await Open(PaperFiles.Text("twins/twin-indicators.txt"));
        const string absent = "Приложение 3";
        var page = await visitor.Get(draft);
        var remark = page.Html.QuerySelectorAll(".remarks li").First(li => li.TextContent.Contains(absent));
        (await visitor.Press(draft, remark.QuerySelector("button[formaction$='/dismiss']")!.GetAttribute("formaction")!)).Status.ShouldBe(302);
        await visitor.Submit($"{draft}?edit=item-1", new() { ["Deadline"] = "октябрь" }, $"{draft}/items/1");
        (await visitor.Get(draft)).Html.QuerySelectorAll(".remarks li").ShouldNotContain(li => li.TextContent.Contains(absent));
    }

    [Theory]
    [InlineData("Number", "номер", 101), InlineData("Title", "", 2001)]
    public async Task Save_WithWhatTheReaderReadTooLong_SaysWhere_AndKeepsTheDraft(string field, string word, int length)
    {
        var paper = ImportVisitor.Order("55");
        var said = new string('ы', length);
        paper = field == "Number"
            ? paper.Replace("2\tМониторинг", $"2.{new string('7', length)}\tМониторинг", StringComparison.Ordinal)
            : paper.Replace("О внедрении наставничества\n", $"О внедрении {said}\n", StringComparison.Ordinal);
        var (visitor, draft) = await Open(paper);
        var answer = await visitor.Submit(draft + "/save", new() { ["RoadmapTitle"] = "Карта" });
        answer.Status.ShouldBe(422, answer.Words);
        answer.Words.ShouldContain($"длиннее {length - 1} знаков");
        answer.Words.ShouldContain(word);
        (await host.Db(db => db.Orders.AnyAsync(o => o.Number == "55"))).ShouldBeFalse();
        (await visitor.Get(draft)).Status.ShouldBe(200);
    }

    private async Task<(Visitor Visitor, string Draft)> Open(string text)
    {
        var visitor = await host.As("department");
        return (visitor, await visitor.Draft(text));
    }

    private static int Count(Answer page, string words) => page.Html.QuerySelectorAll(".remarks li > span:first-child").Count(r => r.TextContent.Contains(words));

    private static string[] Numbers(Answer page) => [.. page.Html.QuerySelectorAll("tr[id^=item-] > th").Select(th => th.FirstChild!.TextContent.Trim())];
}
