using ClosedXML.Excel;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Coverage;

/// <summary>«Выполняем ли цель и сколько не хватает»: the same numbers on the first screen, the page, the roadmap's row and in the file.</summary>
public sealed class CoveragePagesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Coverage_ByDefault_AnswersForTheNearestTarget_JustBelowIt()
    {
        var official = await host.As("official");
        var page = await official.Get("/coverage");
        page.Words.ShouldContain("обучающиеся по дополнительным программам");
        page.Words.ShouldContain("цель не достигнута");
        page.Words.ShouldContain("не хватает");
        page.Text.ShouldContain("<svg");
        var answer = Line(page);
        Line(await official.Get("/")).ShouldBe(answer, "the first screen tells the same");

        using var workbook = new XLWorkbook(new MemoryStream((await official.Get("/coverage/export.xlsx")).Bytes));
        workbook.Worksheets.First().CellsUsed().Select(c => c.GetString()).ShouldContain(text => text.Replace('\u00A0', ' ').Contains(answer, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Coverage_OfASchoolWithoutAHeadcount_IsNoData_AndOutOfThePercent()
    {
        await using var _ = await Without("Школа № 10");
        var page = await (await host.As("department")).Get("/coverage");
        page.Words.ShouldContain("В процент не вошли организации без численности: Школа № 10");
        page.Html.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Школа № 10", StringComparison.Ordinal)).TextContent.ShouldContain("нет данных");
    }

    [Fact]
    public async Task Coverage_OfACurator_IsOfHisSchoolAlone()
    {
        var curator = await host.As("curator1");
        var page = await curator.Get("/coverage");
        page.Words.ShouldContain("Охват: Лицей № 3");
        page.Words.ShouldNotContain("Школа № 7");
        var people = await curator.Get("/coverage/people?Of=Pupils");
        people.Words.ShouldContain("Людей:");
        var other = await host.Db(db => db.Organizations.Where(o => o.ShortName == "Школа № 7").Select(o => o.Id).SingleAsync());
        (await curator.Get($"/coverage/people?Of=Pupils&organizationId={other}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task People_BehindANumber_AreAsManyAsIt_AndTheDepartmentReadsNoPupilsName()
    {
        var department = await host.As("department");
        var school = await host.Db(db => db.Organizations.Where(o => o.ShortName == "Лицей № 3").Select(o => o.Id).SingleAsync());
        var people = await department.Get($"/coverage/people?Of=Pupils&organizationId={school}&size=100");
        var surnames = await host.Db(db => db.People.Where(p => p.OrganizationId == school && p.Kind == Domain.People.PersonKind.Pupil).Select(p => p.Surname).ToListAsync());
        surnames.ShouldAllBe(surname => !people.Text.Contains(surname, StringComparison.Ordinal));
        var rows = people.Html.QuerySelectorAll("tbody tr").Length;
        people.Words.ShouldContain($"Людей: {rows}");
        (await department.Get("/coverage?Of=Pupils")).Html.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Лицей № 3", StringComparison.Ordinal)).TextContent
            .ShouldContain($"{rows} из ");
    }

    [Fact]
    public async Task Link_ToThePeople_AsksTheSameQuestion()
    {
        var row = (await (await host.As("department")).Get("/coverage?Of=Pupils&Form=1&Role=Mentor")).Html.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("a")?.TextContent == "Лицей № 3");
        var covered = int.Parse(row.QuerySelector("[data-label='Охват']")!.TextContent.Split('·')[1].Trim().Split(' ')[0]);
        var link = row.QuerySelector("a[href^='/coverage/people']")!.GetAttribute("href")!;
        (await (await host.As("department")).Get(link)).Words.ShouldContain($"Людей: {covered}");
        var all = (await (await host.As("department")).Get("/coverage?Of=Pupils")).Html.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("a")?.TextContent == "Лицей № 3");
        all.QuerySelector("[data-label='Охват']")!.TextContent.ShouldNotContain($" {covered} из ", Case.Sensitive, "mentors are a part");
    }

    [Fact]
    public async Task SmallGroups_AreMasked_ForWhomTheyAreNotToBeSeen()
    {
        // Of teachers in pairs each school has a handful: three mentors and a beginner or two.
        var official = await (await host.As("official")).Get("/coverage?Of=YoungTeachers");
        official.Words.ShouldContain("скрыто");
        (await (await host.As("department")).Get("/coverage?Of=YoungTeachers")).Words.ShouldNotContain("скрыто");
    }

    [Fact]
    public async Task Row_OfTheRoadmap_TakesItsStateFromCoverage()
    {
        var department = await host.As("department");
        var item = await host.Db(db => db.RoadmapItems.Where(i => i.TargetPercent != null).Select(i => new { i.Id, i.RoadmapId }).FirstAsync());
        var page = await department.Get($"/roadmaps/{item.RoadmapId}/items/{item.Id}");
        page.Words.ShouldContain("цель пока не достигнута");
        page.Words.ShouldContain(Line(await department.Get("/coverage")));
        var matrix = await department.Get($"/roadmaps/{item.RoadmapId}/matrix");
        matrix.Html.QuerySelectorAll($"table.matrix a[href^='/executions/']").Select(a => a.TextContent).Where(w => w.Contains("цел", StringComparison.Ordinal)).ShouldContain(w => w.Contains("ниже цели", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Targets_AreAddedChangedAndTakenAway_ButThoseOfAPaperStay()
    {
        var department = await host.As("department");
        (await department.Submit("/coverage/targets/new", new() { ["Counted"] = "Teachers", ["Percent"] = "0", ["By"] = "2027-12-31" })).Status.ShouldBe(422);
        (await department.Submit("/coverage/targets/new", new() { ["Counted"] = "Teachers", ["Percent"] = "12,5", ["By"] = "2030-12-31", ["Source"] = "Решение коллегии" })).IsRedirect.ShouldBeTrue();
        (await department.Get("/coverage?Of=Teachers")).Words.ShouldContain("Решение коллегии");
        var id = await host.Db(db => db.CoverageTargets.Where(t => t.Source == "Решение коллегии").Select(t => t.Id).SingleAsync());
        (await department.Submit("/coverage/targets", [], $"/coverage/targets/{id}/delete")).IsRedirect.ShouldBeTrue();
        (await department.Submit("/coverage/targets", [], "/coverage/targets/line")).IsRedirect.ShouldBeTrue();
        (await host.Db(db => db.CoverageTargets.CountAsync(t => t.OrderId == null))).ShouldBe(15);
        var ofOrder = await host.Db(db => db.CoverageTargets.Where(t => t.OrderId != null).Select(t => t.Id).FirstAsync());
        (await department.Post($"/coverage/targets/{ofOrder}/delete", new Dictionary<string, string>())).Status.ShouldBe(422);
    }

    /// <summary>«29,1 % · 57 из 195» out of the page.</summary>
    private static string Line(Answer page) => page.Html.QuerySelectorAll(".coverage-answer .lead").Single().TextContent.Replace('\u00A0', ' ').Trim();

    private async Task<IAsyncDisposable> Without(string school)
    {
        var stated = await host.Db(db => db.Headcounts.AsNoTracking().Where(h => h.Organization!.ShortName == school && h.SchoolYear == 2026).ToListAsync());
        await host.Execute($"UPDATE Headcounts SET State = 'Returned' WHERE Id IN ({string.Join(',', stated.Select(h => h.Id))})");
        return new Back(() => host.Execute($"UPDATE Headcounts SET State = 'Confirmed' WHERE Id IN ({string.Join(',', stated.Select(h => h.Id))})"));
    }

    private sealed class Back(Func<Task> work) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await work();
    }
}
