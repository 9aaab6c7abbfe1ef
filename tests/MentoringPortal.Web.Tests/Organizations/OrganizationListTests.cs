using ClosedXML.Excel;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Web.Tests.Hosting;

namespace MentoringPortal.Web.Tests.Organizations;

public sealed class OrganizationListTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("q=школа 7", "Школа № 7")]
    [InlineData("q=ЁЛОЧКА", "Детский сад «Ёлочка»")]
    [InlineData("kind=College", "Заозёрский колледж")]
    public async Task Get_Filtered_ShowsWhatMatches(string query, string only)
    {
        var page = await (await host.As("department")).Get($"/organizations?{query}");
        page.Names().ShouldBe([only]);
        page.Words.ShouldContain("Найдено: 1 из ");
    }

    [Fact]
    public async Task Get_ByDefault_SortsNumbersByValue()
    {
        var names = (await (await host.As("official")).Get("/organizations?q=школа&kind=School")).Names();
        names.IndexOf("Школа № 2").ShouldBeLessThan(names.IndexOf("Школа № 10"));
    }

    [Theory]
    [InlineData("PasswordHash"), InlineData("Id;drop table"), InlineData("-ShortName"), InlineData("Organization.Name")]
    public async Task Get_UnknownSort_IsAsGoodAsNone(string sort)
    {
        var visitor = await host.As("department");
        (await visitor.Get($"/organizations?sort={sort}")).Names().ShouldBe((await visitor.Get("/organizations")).Names());
        (await visitor.Get("/organizations?q=школа&sort=-name")).Names().ShouldBe((await visitor.Get("/organizations?q=школа")).Names().AsEnumerable().Reverse());
    }

    [Fact]
    public async Task Get_NonsenseInTheAddress_IsNoMistake()
    {
        var page = await (await host.As("department")).Get("/organizations?kind=7&state=x&part=x&year=abc&page=abc&size=7");
        page.Status.ShouldBe(200);
        page.Html.Title!.ShouldNotContain("Ошибка");
    }

    [Theory]
    [InlineData("/organizations"), InlineData("/orders"), InlineData("/roadmaps"), InlineData("/executions")]
    public async Task Get_ThousandsOfWords_IsNoMistake(string list)
    {
        var words = string.Join('+', Enumerable.Range(0, 2500).Select(i => $"{i:x}"));
        (await (await host.As("department")).Get($"{list}?q={words}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Get_SecondPage_StandsInTheAddress()
    {
        for (var i = 0; i < 30; i++)
            await host.Add(new Organization { Kind = OrganizationKind.Enterprise, ShortName = $"Цех № {i}", FullName = "Цех" });
        var visitor = await host.As("department");
        var page = await visitor.Get("/organizations?q=цех&size=25&page=2");
        page.Words.ShouldContain("Показаны 26–30 из 30");
        page.Names().ShouldBe(["Цех № 25", "Цех № 26", "Цех № 27", "Цех № 28", "Цех № 29"]);
    }

    [Fact]
    public async Task Export_GivesWhatIsShown()
    {
        var answer = await (await host.As("official")).Get("/organizations/export.xlsx?kind=University");
        answer.Response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("2026-11-22 Организации.xlsx");
        using var book = new XLWorkbook(new MemoryStream(answer.Bytes));
        var sheet = book.Worksheet(1);
        sheet.Cell("A2").GetString().ShouldStartWith("Показано 1 из ");
        sheet.Cell("A2").GetString().ShouldContain("вуз");
        sheet.Cell("A6").GetString().ShouldBe("Приозёрный университет");
        sheet.Cell("A7").IsEmpty().ShouldBeTrue();
    }

    [Fact]
    public async Task Get_ByCurator_IsTheOwnCardAlone()
    {
        var visitor = await host.As("curator1");
        var page = await visitor.Get("/organizations");
        page.Html.QuerySelector("h1")!.TextContent.ShouldBe(OrganizationDesk.Lyceum);
        page.Words.ShouldNotContain(OrganizationDesk.School);
        (await visitor.Get($"/organizations/{await host.IdOf(OrganizationDesk.School)}")).Status.ShouldBe(404);
        using var book = new XLWorkbook(new MemoryStream((await visitor.Get("/organizations/export.xlsx")).Bytes));
        book.Worksheet(1).CellsUsed().Select(c => c.GetString()).ShouldNotContain(OrganizationDesk.School);
    }

    [Fact]
    public async Task Get_ByAdmin_IsTheDirectoryWithoutItsYear()
    {
        var lyceum = await host.IdOf(OrganizationDesk.Lyceum);
        await host.Appoint(lyceum, "Кукушкина Ия Львовна", new DateOnly(2026, 9, 1));
        var visitor = await host.As("admin");
        (await visitor.Get("/organizations")).Words.ShouldNotContain("Кукушкина");
        var card = await visitor.Get($"/organizations/{lyceum}");
        card.Words.ShouldNotContain("Кукушкина");
        card.Words.ShouldNotContain("Участие в");
    }
}
