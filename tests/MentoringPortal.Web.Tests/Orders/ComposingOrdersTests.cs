using System.Security.Cryptography;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Orders;

/// <summary>A paper from its draft to force: written, signed under the clerk's number, sent, acknowledged, changed by another, checked by whoever holds the sheet.</summary>
public sealed class ComposingOrdersTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Body = "1. Утвердить план работы с наставниками.\n2. Руководителям общеобразовательных организаций:\n2.1. Назначить кураторов до 15.12.2026.\n2.2. Провести встречу наставников.\n3. Контроль за исполнением приказа оставляю за собой.";

    [Fact]
    public async Task Order_IsWritten_Signed_Sent_AndAcknowledged()
    {
        var department = await host.As("department");
        var schools = await Schools();
        var order = await Draft(department, "О работе наставников", schools);
        var card = await department.Get(order);
        card.Words.ShouldContain("15.12.2026");
        card.Html.QuerySelectorAll("tbody th").Select(h => h.TextContent).ShouldContain("2.1");
        (await (await host.As("curator1")).Get(order)).Status.ShouldBe(404, "nobody reads a draft of the department");
        (await department.Get($"{order}/register")).Status.ShouldBe(200);
        (await Register(department, order, "172/1")).Words.ShouldContain("Сначала подготовьте");

        (await department.Submit(order, [], $"{order}/prepare")).IsRedirect.ShouldBeTrue();
        var code = await Code(order);
        var stranger = host.Anonymous();
        var draft = await stranger.Get($"/v/{code}");
        draft.Words.ShouldContain("проект, не зарегистрирован");
        draft.Words.ShouldNotContain("О работе наставников");
        (await department.Get($"{order}/edit")).IsRedirect.ShouldBeTrue("what is being signed is not changed");

        (await Register(department, order, "172/1")).IsRedirect.ShouldBeTrue();
        var signed = (await department.Get($"{order}/export.pdf")).Bytes;
        await host.Db(async db =>
        {
            (await db.Departments.SingleAsync()).Letterhead2Language = "tt";
            await db.SaveChangesAsync();
            return 0;
        });
        (await department.Get($"{order}/export.pdf")).Bytes.ShouldBe(signed, "what was signed stays as it was");
        var text = CanaryReader.TextOf(await department.Get($"{order}/export.pdf"));
        text.ShouldContain("172/1");
        text.ShouldContain("2.1.");
        var check = await stranger.Get($"/v/{code}");
        check.Words.ShouldContain("О работе наставников");
        check.Words.ShouldContain("действует");
        check.Words.ShouldContain(Convert.ToHexStringLower(SHA256.HashData(signed)));
        check.Words.ShouldNotContain("план работы с наставниками");

        var curator = await host.As("curator1");
        (await curator.Get(order)).Status.ShouldBe(404, "it is not sent yet");
        (await department.Submit(order, [], $"{order}/send")).IsRedirect.ShouldBeTrue();
        (await curator.Get("/")).Words.ShouldContain("нужно ознакомиться");
        (await curator.Submit(order, [], $"{order}/acknowledge")).IsRedirect.ShouldBeTrue();
        (await curator.Get("/")).Words.ShouldNotContain("нужно ознакомиться");
        var watched = await department.Get(order);
        watched.Words.ShouldContain("Ознакомлены 1 из 2");
        watched.Html.QuerySelector("#acknowledged p")!.TextContent.ShouldContain("Школа № 7");
        foreach (var paper in (string[])["pdf", "docx"])
            CanaryReader.TextOf(await department.Get($"{order}/acknowledged.{paper}")).ShouldContain("отмечено", customMessage: paper);
        (await (await host.As("curator1")).Get(order)).Words.ShouldNotContain("Школа № 7", customMessage: "who else has not read it is the department's business");
    }

    [Fact]
    public async Task Order_IsAmendedAndRepealedByOthers_AndItsSheetSaysSo()
    {
        var department = await host.As("department");
        var first = await InForce(department, "О первом", "201");
        (await department.Get(first)).Html.QuerySelector($"a[href='/orders/new?changes={first.Split('/')[^1]}&to=Amended']").ShouldNotBeNull();
        foreach (var (to, number, words) in new[] { ("Amended", "202", "действует с изменениями"), ("Repealed", "203", "утратил силу") })
        {
            var answer = await department.Submit($"/orders/new?changes={first.Split('/')[^1]}&to={to}", to == "Amended" ? new() { ["Form.Body"] = "1. Исключить пункт 2." } : []);
            answer.IsRedirect.ShouldBeTrue(answer.Words);
            await Sign(department, answer.Location!, number);
            var check = await host.Anonymous().Get($"/v/{await Code(first)}");
            check.Words.ShouldContain(words);
            check.Words.ShouldContain($"№ {number}");
            (await department.Get(first)).Words.ShouldContain($"№ {number}");
        }
        var late = await department.Submit("/orders/new", new() { ["Form.Title"] = "О поправке", ["Form.Body"] = "1. Поправить.", ["Form.ChangesId"] = first.Split('/')[^1], ["Form.ChangesTo"] = "Amended" });
        late.Status.ShouldBe(422);
        late.Words.ShouldContain("утратил силу");
    }

    /// <summary>CC1: of those who register one number at once, one does.</summary>
    [Fact]
    public async Task Number_TakenAtOnce_IsOnePapers()
    {
        var department = await host.As("department");
        List<string> orders = [];
        for (var i = 0; i < 10; i++)
        {
            orders.Add(await Draft(department, $"О гонке {i}", []));
            (await department.Submit(orders[i], [], $"{orders[i]}/prepare")).IsRedirect.ShouldBeTrue();
        }
        List<Visitor> clerks = [];
        foreach (var _ in orders)
            clerks.Add(await host.As("department"));
        var answers = await Task.WhenAll(orders.Zip(clerks, (order, clerk) => Register(clerk, order, "300-о")));
        answers.Count(a => a.IsRedirect).ShouldBe(1);
        answers.Where(a => !a.IsRedirect).ShouldAllBe(a => a.Status == 422);
        (await host.Db(db => db.Orders.CountAsync(o => o.Number == "300-о" && o.State == OrderState.Registered))).ShouldBe(1);
    }

    [Theory]
    [InlineData("Form.Title", "", "О чём документ")]
    [InlineData("Form.Body", " ", "Текст")]
    [InlineData("Form.ChangesId", "999999", "Такого документа нет")]
    public async Task Order_ThatCannotBe_IsRefused_AndNothingTypedIsLost(string field, string value, string words)
    {
        var answer = await (await host.As("department")).Submit("/orders/new", new() { ["Form.Title"] = "О том", ["Form.Body"] = "1. Делать.", ["Form.Preamble"] = "В целях порядка", [field] = value });
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain(words);
        answer.Html.QuerySelector("#Form_Preamble")!.TextContent.ShouldContain("В целях порядка");
    }

    /// <summary>Markup, templates and field codes are text.</summary>
    [Fact]
    public async Task Hostile_IsText()
    {
        const string Hostile = "{{7*7}} <script>alert(1)</script> { DATE } =1+1";
        var department = await host.As("department");
        var order = await InForce(department, $"О {Hostile}", "204", $"1. {Hostile}");
        CanaryReader.TextOf(await department.Get($"{order}/export.pdf")).ReplaceLineEndings(" ").ShouldContain("<script>");
        var word = CanaryReader.TextOf(await department.Get($"{order}/export.docx"));
        word.ShouldContain("&lt;script&gt;");
        word.ShouldContain("{ DATE }", customMessage: "words, not a field");
        (await department.Get($"{order}/text")).Html.QuerySelector("article script").ShouldBeNull();
        (await department.Get($"{order}/text")).Words.ShouldContain("{{7*7}}");
    }

    [Fact]
    public async Task Draft_IsCopied_Edited_TakenBack_AndDeleted()
    {
        var department = await host.As("department");
        var imported = await host.Db(db => db.Orders.Where(o => o.AddressedTo == null && o.Kind == OrderKind.Order).Select(o => o.Id).FirstAsync());
        var order = (await department.Submit($"/orders/new?from={imported}", [])).Location!;
        (await department.Submit($"{order}/edit", new() { ["Form.Body"] = "1. Совсем другое." })).IsRedirect.ShouldBeTrue();
        (await department.Get(order)).Words.ShouldContain("Совсем другое");
        (await department.Submit(order, [], $"{order}/prepare")).IsRedirect.ShouldBeTrue();
        (await department.Submit(order, [], $"{order}/rework")).IsRedirect.ShouldBeTrue();
        (await department.Submit(order, [], $"{order}/delete")).IsRedirect.ShouldBeTrue();
        (await department.Get(order)).Status.ShouldBe(404);
        (await department.Get($"/orders/{imported}/edit")).Status.ShouldBe(404, "what was brought in is not rewritten");
    }

    [Theory, InlineData("aaaaaaaaaaaaaaaaaaaa"), InlineData("AAAA"), InlineData("%27or1%3D1aaaaaaaaaa")]
    public async Task Check_OfNoPaper_IsNotFound(string code) => (await host.Anonymous().Get($"/v/{code}")).Status.ShouldBe(404);

    private static async Task<Answer> Register(Visitor clerk, string order, string number)
    {
        var page = await clerk.Get($"{order}/register");
        return await clerk.Post($"{order}/register", new Dictionary<string, string> { ["Number"] = number, ["Date"] = "2026-11-22", ["Version"] = page.Html.QuerySelector("#Version")!.GetAttribute("value")! });
    }

    private Task<List<int>> Schools() => host.Db(db => db.Organizations.Where(o => o.ShortName == "Лицей № 3" || o.ShortName == "Школа № 7").Select(o => o.Id).ToListAsync());

    private static async Task<string> Draft(Visitor department, string title, List<int> organizations, string body = Body)
    {
        var page = await department.Get("/orders/new");
        var values = Visitor.Values((AngleSharp.Html.Dom.IHtmlFormElement)page.Html.QuerySelector("main form")!).Where(v => v.Key is not ("Form.Title" or "Form.Body")).ToList();
        values.AddRange([new("Form.Title", title), new("Form.Body", body), .. organizations.Select(id => new KeyValuePair<string, string>("Form.OrganizationIds", $"{id}"))]);
        var answer = await department.Post("/orders/new", values);
        answer.IsRedirect.ShouldBeTrue(answer.Words);
        return answer.Location!;
    }

    private static async Task<string> InForce(Visitor department, string title, string number, string body = Body)
    {
        var order = await Draft(department, title, [], body);
        await Sign(department, order, number);
        return order;
    }

    private static async Task Sign(Visitor department, string order, string number)
    {
        (await department.Submit(order, [], $"{order}/prepare")).IsRedirect.ShouldBeTrue();
        var answer = await Register(department, order, number);
        answer.IsRedirect.ShouldBeTrue(answer.Words);
    }

    private Task<string> Code(string order)
    {
        var id = int.Parse(order.Split('/')[^1]);
        return host.Db(db => db.Orders.Where(o => o.Id == id).Select(o => o.CheckCode!).SingleAsync());
    }
}
