using AngleSharp.Html.Dom;
using MentoringPortal.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace MentoringPortal.Web.Tests.Import;

public sealed class CorrectingDraftsTests(PortalHost host, ITestOutputHelper output) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task EditItem_NewWords_AreShownAsUnderstood()
    {
        var (visitor, draft) = await Open("31");
        var answer = await visitor.Submit($"{draft}?edit=item-1", new() { ["Deadline"] = "март", ["Responsible"] = "Отдел образования\nкураторы" }, $"{draft}/items/1");
        answer.Location.ShouldBe($"{draft}#item-1");
        var row = (await visitor.Get(draft)).Html.QuerySelector("#item-1")!.TextContent;
        row.ShouldContain("март");
        row.ShouldContain("2027");
        row.ShouldContain("роль: кураторы");
    }

    [Fact]
    public async Task EditItem_WhoIsMeant_IsRemembered()
    {
        var (visitor, draft) = await Open("32");
        (await visitor.Submit($"{draft}?edit=item-0", new() { ["Who[0]"] = "Organizations:School" }, $"{draft}/items/0")).Status.ShouldBe(302);
        (await visitor.Get(draft)).Html.QuerySelector("#item-0")!.TextContent.ShouldContain("понято как: школы");
    }

    [Fact]
    public async Task EditItem_WithoutAnActivity_ComesBackWithEverythingTyped()
    {
        var (visitor, draft) = await Open("33");
        var answer = await visitor.Submit($"{draft}?edit=item-1", new() { ["Activity"] = "", ["Deadline"] = "до дождя" }, $"{draft}/items/1");
        answer.Status.ShouldBe(422);
        answer.Html.QuerySelector("#Deadline")!.TextContent.Trim().ShouldBe("до дождя");
        answer.Words.ShouldContain("Заполните поле «Мероприятие»");
    }

    [Fact]
    public async Task EditItem_DraftChangedInAnotherTab_IsAConflict_AndNothingTypedIsLost()
    {
        var (visitor, draft) = await Open("34");
        await visitor.Submit($"{draft}?edit=item-1", new() { ["Deadline"] = "март" }, $"{draft}/items/1");
        var stale = await visitor.Submit($"{draft}?edit=item-2", new() { ["Version"] = "0", ["Activity"] = "Моя правка" }, $"{draft}/items/2");
        stale.Status.ShouldBe(409);
        stale.Words.ShouldContain("изменён в другой вкладке");
        stale.Html.QuerySelector("#Activity")!.TextContent.Trim().ShouldBe("Моя правка");
        // The form now carries the version of today, so that a second press saves.
        ((IHtmlInputElement)stale.Html.QuerySelector("#item-2 input[name=Version]")!).Value.ShouldBe("1");
    }

    [Fact]
    public async Task Mend_DeadlineBeforeTheOrder_IsOneButton()
    {
        var (visitor, draft) = await Open("35");
        var page = await visitor.Get(draft);
        var button = (IHtmlButtonElement)page.Html.QuerySelectorAll("button[formaction$='/mend']").First(b => b.TextContent.Contains("2027"));
        (await visitor.Press(draft, button.GetAttribute("formaction")!)).Status.ShouldBe(302);
        (await visitor.Get(draft)).Html.QuerySelector("#item-2")!.TextContent.ShouldContain("апрель – май 2027");
    }

    [Fact]
    public async Task Rows_AreMovedMergedSplitDroppedAndAdded()
    {
        var (visitor, draft) = await Open("36");
        (await visitor.Press($"{draft}?edit=item-1", $"{draft}/items/1/up")).Status.ShouldBe(302);
        (await Numbers(visitor, draft)).ShouldBe(["2", "1", "3", "4"]);
        (await visitor.Press($"{draft}?edit=item-2", $"{draft}/items/2/merge")).Status.ShouldBe(302);
        (await Numbers(visitor, draft)).ShouldBe(["2", "1", "4"]);
        (await visitor.Press($"{draft}?edit=item-0", $"{draft}/items/0/split", new() { ["Activity"] = "Одно\nДругое" })).Status.ShouldBe(302);
        (await Numbers(visitor, draft)).ShouldBe(["2.1", "2.2", "1", "4"]);
        (await visitor.Press($"{draft}?edit=item-3", $"{draft}/drop/item/3")).Status.ShouldBe(302);
        (await visitor.Submit($"{draft}?edit=item-new", new() { ["Number"] = "9", ["Activity"] = "Слёт" }, $"{draft}/items")).Status.ShouldBe(302);
        (await Numbers(visitor, draft)).ShouldBe(["2.1", "2.2", "1", "9"]);
    }

    [Theory]
    [InlineData("head", "Title", "Другой заголовок")]
    [InlineData("clause-0", "Text", "Другой пункт")]
    [InlineData("clause-new", "Text", "Новый пункт")]
    [InlineData("target-0", "Population", "школьники района")]
    [InlineData("appendix-0", "Title", "Другое приложение")]
    [InlineData("section-new", "Title", "Новый раздел")]
    public async Task EachPart_OpensAsAForm_AndKeepsItsWords(string part, string field, string words)
    {
        var (visitor, draft) = await Open("37");
        var form = (IHtmlFormElement)(await visitor.Get($"{draft}?edit={part}")).Html.QuerySelector($"#{field}")!.Closest("form")!;
        var answer = await visitor.Submit($"{draft}?edit={part}", new() { [field] = words }, form.GetAttribute("action"));
        answer.Status.ShouldBe(302, answer.Words);
        (await visitor.Get(draft)).Words.ShouldContain(words);
    }

    [Fact]
    public async Task Preview_OfTwoHundredRows_StaysUnderAMegabyte()
    {
        var visitor = await host.As("department");
        var rows = string.Join('\n', Enumerable.Range(5, 196).Select(n => $"{n}\tПроведение встречи наставников и наставляемых номер {n} с обсуждением хода программы\tежеквартально\tОтдел образования, руководители ОУ"));
        var draft = await visitor.Draft(ImportVisitor.Order("38") + "\n" + rows);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var page = await visitor.Get(draft);
        output.WriteLine($"preview of 200 rows: {watch.ElapsedMilliseconds} ms, {page.Bytes.Length} bytes");
        page.Words.ShouldContain("Мероприятия: 200");
        page.Bytes.Length.ShouldBeLessThan(1_000_000);
    }

    private async Task<(Visitor Visitor, string Draft)> Open(string number)
    {
        var visitor = await host.As("department");
        return (visitor, await visitor.Draft(ImportVisitor.Order(number)));
    }

    private static async Task<string[]> Numbers(Visitor visitor, string draft) =>
        [.. (await visitor.Get(draft)).Html.QuerySelectorAll("tr[id^=item-] > th").Select(th => th.FirstChild!.TextContent.Trim())];
}
