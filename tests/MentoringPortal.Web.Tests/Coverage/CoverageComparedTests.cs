using ClosedXML.Excel;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Coverage;

/// <summary>Coverage beside another day and beside the plan, on the page and on paper.</summary>
public sealed class CoverageComparedTests(PortalHost host) : IClassFixture<PortalHost>
{
    /// <summary>Of the host's clock.</summary>
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public async Task Before_ShowsBothDays_AndTheChangeOfEachOrganization()
    {
        var department = await host.As("department");
        var earlier = Today.AddMonths(-10);
        var now = Covered(await department.Get("/coverage?Of=Pupils"), "Лицей № 3");
        var then = Covered(await department.Get($"/coverage?Of=Pupils&On={earlier:yyyy-MM-dd}"), "Лицей № 3");
        now.ShouldNotBe(then, "else nothing is compared");
        var row = Row(await department.Get($"/coverage?Of=Pupils&Before={earlier:yyyy-MM-dd}"), "Лицей № 3");
        row.QuerySelector($"[data-label='На {earlier:dd.MM.yyyy}']")!.TextContent.ShouldContain($"{then} из");
        row.QuerySelector("[data-label='Изменение']")!.TextContent.ShouldContain(now > then ? $"+{now - then} чел." : $"−{then - now} чел.");

        using var workbook = new XLWorkbook(new MemoryStream((await department.Get($"/coverage/export.xlsx?Of=Pupils&Before={earlier:yyyy-MM-dd}")).Bytes));
        var cells = workbook.Worksheets.First().RowsUsed().Single(r => r.Cell(1).GetString() == "Лицей № 3").CellsUsed().Select(c => c.GetString()).ToList();
        cells.ShouldContain($"{now - then}");
    }

    [Fact]
    public async Task Before_OfADayAfter_IsNoComparison() =>
        (await (await host.As("official")).Get($"/coverage?Before={Today.AddYears(1):yyyy-MM-dd}")).Html.QuerySelector("[data-label='Изменение']").ShouldBeNull();

    [Fact]
    public async Task Before_HidesASmallGroupOnBothDays()
    {
        var page = await (await host.As("official")).Get($"/coverage?Of=YoungTeachers&Before={Today.AddMonths(-10):yyyy-MM-dd}");
        var masked = page.Html.QuerySelectorAll("tbody tr").Where(r => r.QuerySelector("[data-label='Охват']")!.TextContent.Contains("скрыто", StringComparison.Ordinal)).ToList();
        masked.ShouldNotBeEmpty();
        masked.ShouldAllBe(r => r.QuerySelector("[data-label^='На ']")!.TextContent.Trim() == "скрыто" && r.QuerySelector("[data-label='Изменение']")!.TextContent.Trim() == "–");
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("docx")]
    public async Task Paper_HasTheAnswerTheDrawingsAndTheRows(string format)
    {
        var official = await host.As("official");
        var page = await official.Get("/coverage");
        var file = await official.Get($"/coverage/export.{format}");
        var text = CanaryReader.TextOf(file);
        Squeezed(text).ShouldContain(Squeezed(page.Html.QuerySelectorAll(".coverage-answer .lead").Single().TextContent));
        foreach (var name in page.Html.QuerySelectorAll("tbody th a").Select(a => a.TextContent))
            Squeezed(text).ShouldContain(Squeezed(name));
        // The drawings have words of their own: the scale and the names beside the bars.
        Squeezed(text).Split("100%").Length.ShouldBeGreaterThan(1);
        if (format == "docx")
            text.Split("<wp:inline").Length.ShouldBe(3, "the years and the organizations");
    }

    [Fact]
    public async Task Forms_ShowThePlanAndWhoTakesPart()
    {
        var (school, planned, fact) = await host.Db(async db =>
        {
            var school = await db.Organizations.Where(o => o.ShortName == "Лицей № 3").Select(o => o.Id).SingleAsync();
            var planned = await db.Participations.Where(p => p.OrganizationId == school && p.SchoolYear == 2026).SelectMany(p => p.Forms.Where(f => f.MentoringFormId == 1).Select(f => f.Planned)).SingleAsync();
            var pairs = await db.Pairs.Include(p => p.Mentees).ThenInclude(m => m.Mentee).Include(p => p.Mentors).ThenInclude(m => m.Mentor).Where(p => p.FormId == 1 && p.OrderNumber != null).ToListAsync();
            var people = new HashSet<int>();
            foreach (var pair in pairs)
            {
                bool Counts(DateOnly from, DateOnly? to) => from <= Today && ((to ?? pair.EndedOn ?? pair.To) >= Today
                    || (pair.State == PairState.Completed && to == pair.EndedOn && pair.EndedOn >= new DateOnly(2026, 9, 1)));
                people.UnionWith(pair.Mentees.Where(m => m.Mentee!.OrganizationId == school && Counts(m.From, m.To)).Select(m => m.Mentee!.PersonId));
                people.UnionWith(pair.Mentors.Where(m => m.Mentor!.OrganizationId == school && Counts(m.From, m.To)).Select(m => m.Mentor!.PersonId));
            }
            return (school, planned, people.Count);
        });
        fact.ShouldBeGreaterThan(5);
        var cell = Row(await (await host.As("department")).Get("/coverage/forms"), "Лицей № 3").QuerySelector("[data-label='ученик–ученик']")!.TextContent;
        cell.ShouldContain(planned is null ? $"{fact} без плана" : $"{fact} из {planned}");

        var own = await (await host.As("curator1")).Get("/coverage/forms");
        own.Html.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        own.Words.ShouldNotContain("Школа № 7");
        own.Html.QuerySelector("[data-label='ученик–ученик']")!.TextContent.ShouldContain($"{fact} ");

        using var workbook = new XLWorkbook(new MemoryStream((await (await host.As("department")).Get("/coverage/forms/export.xlsx")).Bytes));
        workbook.Worksheets.First().RowsUsed().Single(r => r.Cell(1).GetString() == "Лицей № 3").Cell(3).GetValue<int>().ShouldBe(fact);
    }

    [Fact]
    public async Task Forms_WithinAnOrganization_AreNotForWhoMayNotSeePeople()
    {
        var page = await (await host.As("official")).Get("/coverage/forms");
        Row(page, "Лицей № 3").QuerySelectorAll("[data-label='ученик–ученик']").ShouldAllBe(c => !c.TextContent.Contains(" из ", StringComparison.Ordinal) && !c.TextContent.Contains("без плана", StringComparison.Ordinal));
        page.Html.QuerySelector("tfoot [data-label='ученик–ученик']")!.TextContent.ShouldMatch("\\d+ (из|без)");
    }

    private static AngleSharp.Dom.IElement Row(Answer page, string name) => page.Html.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th a")?.TextContent == name);

    private static int Covered(Answer page, string name) => int.Parse(Row(page, name).QuerySelector("[data-label='Охват']")!.TextContent.Split('·')[1].Trim().Split(' ')[0]);

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
