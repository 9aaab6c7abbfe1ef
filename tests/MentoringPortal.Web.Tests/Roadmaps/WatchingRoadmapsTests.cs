using System.Diagnostics;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace MentoringPortal.Web.Tests.Roadmaps;

/// <summary>The list, the rows, the matrix and the timeline: what they count, what they leave out, and how much they ask of the database.</summary>
public sealed class WatchingRoadmapsTests(PortalHost host, ITestOutputHelper output) : IClassFixture<PortalHost>
{
    private const string A = "Лицей № 3", B = "Школа № 7";

    [Fact]
    public async Task Get_List_CountsWhatIsDoneAndOverdue()
    {
        var id = await Watched("Карта для счёта");
        var row = (await (await host.As("department")).Get("/roadmaps?q=для счёта")).Html.QuerySelector("tbody tr")!;
        row.TextContent.ShouldContain("принято 1 из 6");
        row.TextContent.ShouldContain("Просрочено: 2");
        row.TextContent.ShouldContain("На проверке: 1");
        row.QuerySelector("a")!.GetAttribute("href").ShouldBe($"/roadmaps/{id}");
    }

    [Fact]
    public async Task Get_List_ForCurator_CountsHisOwnAlone()
    {
        await Watched("Карта для куратора");
        var row = (await (await host.As("curator2")).Get("/roadmaps?q=для куратора")).Html.QuerySelector("tbody tr")!;
        row.TextContent.ShouldContain("принято 0 из 2");
    }

    [Fact]
    public async Task Get_List_ForCuratorWhomNothingAddresses_IsEmpty()
    {
        await host.AddRoadmap("Чужая карта", new TestItem("1", null, "Школа № 2"));
        var page = await (await host.As("curator1")).Get("/roadmaps?q=Чужая");
        page.Words.ShouldContain("Ничего не нашлось");
        page.Html.QuerySelectorAll("tbody tr").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", 5), InlineData("?view=overdue", 2), InlineData("?view=review", 1), InlineData("?state=Done", 1), InlineData("?q=2.1", 1)]
    [InlineData("?month=2026-12", 1), InlineData("?sort=Nonsense;drop", 5), InlineData("?state=nonsense&organization=abc", 5)]
    public async Task Get_Rows_ByDepartment_AreThoseOfTheFilter(string query, int rows)
    {
        var id = await Watched($"Карта с отбором {query.GetHashCode(StringComparison.Ordinal)}");
        var page = await (await host.As("department")).Get($"/roadmaps/{id}{query}");
        page.Status.ShouldBe(200);
        page.Html.QuerySelectorAll("tbody tr").Length.ShouldBe(rows);
    }

    [Fact]
    public async Task Get_Rows_OfOrganization_AreThoseItExecutes()
    {
        var id = await Watched("Карта по организации");
        var b = await host.Db(db => db.Organizations.Where(o => o.ShortName == B).Select(o => o.Id).SingleAsync());
        var page = await (await host.As("department")).Get($"/roadmaps/{id}?organization={b}&view=overdue");
        page.Html.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Get_Rows_SortedByDeadline_PutTheUndatedLast()
    {
        var id = await Watched("Карта по сроку");
        var page = await (await host.As("official")).Get($"/roadmaps/{id}?sort=due");
        page.Html.QuerySelectorAll("tbody tr td:first-child").Select(c => c.TextContent.Trim()).ShouldBe(["1.1", "1.2", "3", "2.1", "4"]);
    }

    [Fact]
    public async Task Get_Rows_ByCurator_ShowHisOwnStateAndNobodyElses()
    {
        var id = await Watched("Карта школы");
        var page = await (await host.As("curator2")).Get($"/roadmaps/{id}");
        page.Html.QuerySelectorAll("tbody tr").Length.ShouldBe(5);
        page.Words.ShouldNotContain(A);
        page.Words.ShouldNotContain("На проверке:");
        page.Html.QuerySelectorAll("tbody a.status").Length.ShouldBe(2);
        (await (await host.As("curator2")).Get($"/roadmaps/{id}/matrix")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Get_Matrix_TotalsEqualTheDatabase()
    {
        var id = await Watched("Карта с матрицей");
        var page = (await (await host.As("official")).Get($"/roadmaps/{id}/matrix")).Html;
        var counted = await host.Db(async db =>
        {
            var rows = db.Executions.Where(x => x.RoadmapId == id && x.RoadmapItem!.TargetPercent == null && x.State != ExecutionState.NotApplicable);
            return (Done: await rows.CountAsync(x => x.State == ExecutionState.Done), Total: await rows.CountAsync());
        });
        page.QuerySelector("tfoot td:last-child")!.TextContent.ShouldBe($"{counted.Done} из {counted.Total}");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(4);
        var lines = page.QuerySelectorAll("tbody td.total").Select(c => c.TextContent.Split(' ')).Where(w => w.Length == 3).ToList();
        lines.Sum(w => int.Parse(w[0])).ShouldBe(counted.Done);
        lines.Sum(w => int.Parse(w[2])).ShouldBe(counted.Total);
    }

    [Fact]
    public async Task Get_Overview_ShowsSchoolsByRowsOfTheRoadmapThatRuns()
    {
        var page = (await (await host.As("department")).Get("/")).Html;
        var address = page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).First(a => a.EndsWith("/matrix", StringComparison.Ordinal) && a.StartsWith("/roadmaps/", StringComparison.Ordinal));
        var id = int.Parse(address.Split('/')[2]);
        var (schools, done, total) = await host.Db(async db =>
        {
            var rows = db.Executions.Where(x => x.RoadmapId == id && x.OrganizationId != null);
            var counted = rows.Where(x => x.RoadmapItem!.TargetPercent == null && x.State != ExecutionState.NotApplicable);
            return (await rows.Select(x => x.OrganizationId).Distinct().CountAsync(), await counted.CountAsync(x => x.State == ExecutionState.Done), await counted.CountAsync());
        });
        page.QuerySelectorAll("table.matrix tbody tr").Length.ShouldBe(schools);
        page.QuerySelector("table.matrix tfoot td:last-child")!.TextContent.ShouldBe($"{done} из {total}");
        page.QuerySelectorAll(".narrow-only details").Length.ShouldBe(schools, "the list that stands for the table on a phone");
    }

    [Fact]
    public async Task Get_Timeline_ShowsTheMonthsOfThePlanAndTheUndatedApart()
    {
        var id = await Watched("Карта по месяцам");
        var page = (await (await host.As("curator2")).Get($"/roadmaps/{id}/timeline")).Html;
        page.QuerySelectorAll("thead th").Length.ShouldBe(1 + 13, "August of the order, then the school year");
        page.QuerySelectorAll("thead th.now").ShouldHaveSingleItem().TextContent.ShouldContain("нояб");
        foreach (var row in page.QuerySelectorAll("table.timeline tbody tr"))
            row.QuerySelectorAll("td").Sum(c => int.Parse(c.GetAttribute("colspan") ?? "1")).ShouldBe(13);
        page.QuerySelectorAll("td.bar.overdue").Length.ShouldBe(1);
        page.Body!.TextContent.ShouldContain("Срок не определён: 1");
    }

    [Fact]
    public async Task Get_EveryView_OfSixtySchoolsByFortyRows_AsksLittleOfTheDatabase()
    {
        var schools = await host.Db(async db =>
        {
            var added = Enumerable.Range(101, 60).Select(n => new Domain.Organizations.Organization { ShortName = $"Школа № {n}", FullName = $"Средняя школа № {n}" }).ToList();
            db.Organizations.AddRange(added);
            await db.SaveChangesAsync();
            return added.Select(o => o.ShortName).ToArray();
        });
        var id = await host.AddRoadmap("Большая карта", [.. Enumerable.Range(1, 40).Select(n => new TestItem($"{n}", TestRoadmap.Today.AddDays(n - 20), schools))]);
        var visitor = await host.As("department");
        var item = await host.ItemId(id, "1");
        foreach (var url in new[] { "/roadmaps", $"/roadmaps/{id}", $"/roadmaps/{id}/matrix", $"/roadmaps/{id}/timeline", $"/roadmaps/{id}/items/{item}", "/executions?view=overdue" })
        {
            await visitor.Get(url);
            using var counter = new CommandLog(host.Storage);
            var watch = Stopwatch.StartNew();
            (await visitor.Get(url)).Status.ShouldBe(200, url);
            output.WriteLine($"{url}: {counter.Count} commands, {watch.ElapsedMilliseconds} ms");
            counter.Count.ShouldBeInRange(1, 15, url);
        }
    }

    /// <summary>Five rows, two of them overdue somewhere: done, submitted, overdue, ahead, counted by coverage, undated.</summary>
    private async Task<int> Watched(string title)
    {
        var id = await host.AddRoadmap(title,
            new TestItem("1.1", TestRoadmap.Today.AddDays(-30), A, B),
            new TestItem("1.2", TestRoadmap.Today.AddDays(-10), TestItem.Department, TestItem.Unit),
            new TestItem("2.1", TestRoadmap.Today.AddDays(20), B) { Text = "до 12.12.2026" },
            new TestItem("3", TestRoadmap.Today.AddDays(-5), TestItem.Department) { Target = 15 },
            new TestItem("4", null, A));
        await host.Take(await host.ExecutionId(id, "1.1", A), x => x.Report(new("Готово", null, null, null), host.By()));
        await host.Take(await host.OwnExecutionId(id, "1.2"), x => x.Report(new("Готово", null, null, null), host.By()));
        return id;
    }
}
