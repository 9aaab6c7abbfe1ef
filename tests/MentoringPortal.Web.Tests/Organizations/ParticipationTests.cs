using ClosedXML.Excel;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Organizations;

public sealed class ParticipationTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Include_ByOrder_PutsTheTickedIntoTheList()
    {
        var (lyceum, school) = (await host.IdOf("Гимназия № 1"), await host.IdOf("Школа № 2"));
        var visitor = await host.As("department");
        var answer = await Include(visitor, [lyceum, school], 2027);
        answer.Status.ShouldBe(302);
        var list = await visitor.Follow(answer);
        list.Words.ShouldContain("Включено в перечень 2027/2028 учебного года: 2.");
        list.Words.ShouldContain("№ 45/1 от 05.09.2026");
        (await visitor.Get("/participation?year=2027&show=yes")).Names().ShouldBe(["Гимназия № 1", "Школа № 2"], ignoreOrder: true);
        (await visitor.Get("/participation?year=2028&show=yes")).Names().ShouldBeEmpty();
        (await visitor.Get("/organizations?part=yes&year=2027")).Names().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Include_OneUnknownAmongTheTicked_WritesNone()
    {
        var school = await host.IdOf("Школа № 5");
        (await Include(await host.As("department"), [school, 999_999], 2028)).Status.ShouldBe(404);
        (await host.Db(db => db.Participations.AnyAsync(p => p.SchoolYear == 2028))).ShouldBeFalse();
    }

    [Fact]
    public async Task Include_WithoutOrder_KeepsTheTicks()
    {
        var school = await host.IdOf("Школа № 5");
        var visitor = await host.As("department");
        var answer = await visitor.Post("/participation/include", new() { ["Year"] = "2028", ["OrganizationIds"] = $"{school}" });
        answer.Status.ShouldBe(422);
        answer.Html.QuerySelector($"input[name=OrganizationIds][value='{school}']")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task Edit_ByCurator_SetsFormsAndNumbers_ButNotTheList()
    {
        var lyceum = await host.IdOf(OrganizationDesk.Lyceum);
        var visitor = await host.As("curator1");
        var fields = (await visitor.Get($"/participation/{lyceum}?year=2031")).Filled();
        fields["Forms[0].Chosen"] = "true";
        fields["Forms[0].Planned"] = "24";
        fields["Forms[1].Chosen"] = "true";
        fields["TakesPart"] = "true";
        fields["OrderNumber"] = "подложный";
        var answer = await visitor.Post($"/participation/{lyceum}", fields);
        answer.Status.ShouldBe(302);
        var card = await visitor.Follow(answer);
        card.Row("ученик–ученик").ShouldBe(["ученик–ученик", "24"]);
        card.Row("учитель–учитель").ShouldBe(["учитель–учитель", "не указан"]);
        card.Words.ShouldContain("план, человек: пусто → 24");
        var row = await host.Db(db => db.Participations.Include(p => p.Forms).SingleAsync(p => p.OrganizationId == lyceum && p.SchoolYear == 2031));
        row.TakesPart.ShouldBeFalse();
        row.OrderNumber.ShouldBeNull();

        // Taking a form off again is the curator's too.
        fields = (await visitor.Get($"/participation/{lyceum}?year=2031")).Filled();
        fields["Forms[1].Chosen"] = "false";
        (await visitor.Post($"/participation/{lyceum}", fields)).Status.ShouldBe(302);
        (await host.Db(db => db.Participations.Where(p => p.OrganizationId == lyceum && p.SchoolYear == 2031).SelectMany(p => p.Forms).CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Edit_OverSomebodysNumbers_ShowsBoth()
    {
        var school = await host.IdOf(OrganizationDesk.School);
        await host.Db(async db =>
        {
            var year = new Participation(school, 2032);
            year.Choose(new Dictionary<int, int?> { [1] = 10 });
            db.Participations.Add(year);
            return await db.SaveChangesAsync();
        });
        var visitor = await host.As("curator2");
        var first = (await visitor.Get($"/participation/{school}?year=2032")).Filled();
        var second = new Dictionary<string, string>(first) { ["Forms[0].Planned"] = "77" };
        first["Forms[0].Planned"] = "55";
        (await visitor.Post($"/participation/{school}", first)).Status.ShouldBe(302);
        var answer = await visitor.Post($"/participation/{school}", second);
        answer.Status.ShouldBe(409);
        answer.Words.ShouldContain("ученик–ученик: 55");
        answer.Filled()["Forms[0].Planned"].ShouldBe("77");
        (await visitor.Post($"/participation/{school}", answer.Filled())).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Edit_OfAnotherSchool_IsNotFound()
    {
        var school = await host.IdOf(OrganizationDesk.School);
        var visitor = await host.As("curator1");
        (await visitor.Get($"/participation/{school}")).Status.ShouldBe(404);
        (await visitor.Post($"/participation/{school}", new() { ["Forms[0].FormId"] = "1", ["Forms[0].Chosen"] = "true" })).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Edit_NumberWithoutTick_AsksForTheTick()
    {
        var lyceum = await host.IdOf("Школа № 10");
        var visitor = await host.As("department");
        var fields = (await visitor.Get($"/participation/{lyceum}")).Filled();
        fields["Forms[2].Planned"] = "5";
        var answer = await visitor.Post($"/participation/{lyceum}", fields);
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain("У формы «студент–ученик» указана численность");
    }

    [Fact]
    public async Task List_CountsTotals_AndThoseWithoutACurator()
    {
        var (one, two) = (await host.IdOf("Школа с. Ключи"), await host.IdOf("Дом детского творчества"));
        await host.Db(async db =>
        {
            foreach (var (id, planned) in new[] { (one, 7), (two, 5) })
            {
                var year = new Participation(id, 2030) { TakesPart = true };
                year.Choose(new Dictionary<int, int?> { [1] = planned, [2] = null });
                db.Participations.Add(year);
            }
            return await db.SaveChangesAsync();
        });
        await host.Appoint(one, "Аистова Вера Глебовна", new DateOnly(2030, 9, 1));
        var visitor = await host.As("official");
        var page = await visitor.Get("/participation?year=2030&show=yes");
        page.Html.QuerySelector("tfoot")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ShouldBe(["Итого", "2", "12", "0", "0", "0", "0", "0", "12"]);
        page.Words.ShouldContain("Аистова Вера Глебовна");
        page.Html.QuerySelector("form[action='/participation/include'] button").ShouldBeNull();
        (await visitor.Get("/participation?year=2030&show=no-curator")).Names().ShouldBe(["Дом детского творчества"]);

        using var book = new XLWorkbook(new MemoryStream((await visitor.Get("/participation/export.xlsx?year=2030&show=yes")).Bytes));
        var sheet = book.Worksheet(1);
        sheet.Cell("A1").GetString().ShouldBe("Перечень образовательных организаций, 2030/2031 учебный год");
        sheet.Cell("A8").GetString().ShouldBe("Итого");
        sheet.Cell("F8").GetDouble().ShouldBe(12);
    }

    private static async Task<Answer> Include(Visitor visitor, IEnumerable<int> ids, int year) =>
        await visitor.Post("/participation/include",
        [
            new("Year", $"{year}"), new("OrderNumber", "45/1"), new("OrderDate", "2026-09-05"),
            .. ids.Select(id => new KeyValuePair<string, string>("OrganizationIds", $"{id}")),
            new("__RequestVerificationToken", await visitor.Token()),
        ]);
}
