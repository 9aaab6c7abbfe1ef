using MentoringPortal.Domain.Orders;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Orders;

/// <summary>A paper read on the screen as it will be printed.</summary>
public sealed class ReadingOrdersTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory, InlineData("department"), InlineData("official"), InlineData("curator1")]
    public async Task Get_Text_ShowsThePaperWithItsAppendix(string login)
    {
        var order = await host.Db(db => db.Orders.Where(o => o.Kind == OrderKind.Order).OrderBy(o => o.Id).Select(o => new { o.Id, o.Title, o.Number }).FirstAsync());

        var page = (await (await host.As(login)).Get($"/orders/{order.Id}/text")).Html;

        page.QuerySelector("article.paper h1")!.TextContent.Replace('\u00A0', ' ').ShouldBe(order.Title);
        page.QuerySelector(".paper-appendix-mark")!.TextContent.ShouldContain($"№\u00A0{order.Number}");
        page.QuerySelectorAll(".paper-table tbody tr").Length.ShouldBeGreaterThan(5);
        page.QuerySelector(".tabs [aria-current]")!.TextContent.ShouldBe("Текст документа");
    }

    [Fact]
    public async Task Get_Text_OfABilingualPaper_NamesTheSecondLanguage()
    {
        var id = await host.Db(async db =>
        {
            (await db.Departments.SingleAsync()).Letterhead2Language = "ce";
            var order = await db.Orders.OrderBy(o => o.Id).FirstAsync();
            order.Letterhead2 = ["Дешаран департамент"];
            await db.SaveChangesAsync();
            return order.Id;
        });

        var page = (await (await host.As("department")).Get($"/orders/{id}/text")).Html;

        page.QuerySelector(".paper-letterhead [lang=ce]")!.TextContent.ShouldBe("Дешаран департамент");
    }

    [Fact]
    public async Task Get_Text_OfLinesWithHyphens_MakesAListWithDashes()
    {
        var id = await host.Db(async db =>
        {
            var order = await db.Orders.Include(o => o.Clauses).Where(o => o.Clauses.Any()).OrderBy(o => o.Id).FirstAsync();
            order.Clauses.First().Text = "Утвердить:\n- положение;\n– состав группы.";
            await db.SaveChangesAsync();
            return order.Id;
        });

        var page = (await (await host.As("department")).Get($"/orders/{id}/text")).Html;

        page.QuerySelectorAll(".paper-list .paper-list > li").Select(li => li.TextContent.Trim()).ShouldBe(["– положение;", "– состав группы."]);
    }
}
