using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Roadmaps;

/// <summary>What the department changes in a roadmap: deadlines, words, executors, archive, the copy to the next year.</summary>
public sealed class ChangingRoadmapsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string A = "Лицей № 3";

    [Fact]
    public async Task Post_Deadline_IsShownAsUnderstoodFirst_ThenKeptWithTheOldOne()
    {
        var (id, url) = await Item("Перенос срока");
        var visitor = await host.As("department");
        var fields = new Dictionary<string, string> { ["Text"] = "до 25.12.2026", ["Reason"] = "Каникулы" };

        var shown = await visitor.Submit($"{url}/deadline", fields);
        shown.Status.ShouldBe(200);
        shown.Words.ShouldContain("понят как");
        shown.Words.ShouldContain("25 декабря 2026");
        (await Due(id)).ShouldBe(TestRoadmap.Today);

        var again = new Dictionary<string, string>(fields) { ["Shown"] = "до 25.12.2026", ["Version"] = shown.Html.QuerySelector("input[name=Version]")!.GetAttribute("value")! };
        (await visitor.Post($"{url}/deadline", again)).IsRedirect.ShouldBeTrue();
        (await Due(id)).ShouldBe(new DateOnly(2026, 12, 25));
        var page = await visitor.Get(url);
        page.Words.ShouldContain("Каникулы");
        page.Html.QuerySelector(".history del")!.TextContent.ShouldBe("до 22.11.2026");
    }

    [Fact]
    public async Task Post_DeadlineWithoutReason_ComesBackWithEverythingTyped()
    {
        var (id, url) = await Item("Перенос без причины");
        var answer = await (await host.As("department")).Submit($"{url}/deadline", new() { ["Text"] = "до 25.12.2026", ["Shown"] = "до 25.12.2026" });
        answer.Status.ShouldBe(422);
        answer.Html.QuerySelector("input[name=Text]")!.GetAttribute("value").ShouldBe("до 25.12.2026");
        (await Due(id)).ShouldBe(TestRoadmap.Today);
    }

    [Fact]
    public async Task Post_ItemWords_AgainstAnOlderVersion_ShowsBoth()
    {
        var (_, url) = await Item("Две правки");
        var visitor = await host.As("department");
        var stale = await visitor.Get($"{url}/edit");
        await visitor.Submit($"{url}/edit", new() { ["Activity"] = "Первая правка" });
        var answer = await visitor.Post($"{url}/edit", new Dictionary<string, string>
        {
            ["Activity"] = "Вторая правка",
            ["Version"] = stale.Html.QuerySelector("input[name=Version]")!.GetAttribute("value")!,
        });
        answer.Status.ShouldBe(409);
        answer.Words.ShouldContain("Первая правка");
        answer.Words.ShouldContain("Вторая правка");
    }

    [Fact]
    public async Task Post_Executors_ByKindAndName_MakesEachOnce()
    {
        var (id, url) = await Item("Исполнители");
        var visitor = await host.As("department");
        var a = await host.Db(db => db.Organizations.Where(o => o.ShortName == A).Select(o => o.Id).SingleAsync());
        var fields = new Dictionary<string, string> { ["Kinds"] = "School", ["Organizations"] = $"{a}", ["Department"] = "true", ["Outside"] = "Институт развития образования" };
        (await visitor.Submit($"{url}/executors", fields)).IsRedirect.ShouldBeTrue();
        (await visitor.Submit($"{url}/executors", fields)).IsRedirect.ShouldBeTrue();
        var schools = await host.Db(db => db.Organizations.CountAsync(o => o.Kind == Domain.Organizations.OrganizationKind.School));
        (await host.Db(db => db.Executions.CountAsync(x => x.RoadmapItemId == id))).ShouldBe(schools + 2);
    }

    [Fact]
    public async Task Post_UnknownExecutor_RefusesTheWholeForm()
    {
        var (id, url) = await Item("Чужой исполнитель");
        (await (await host.As("department")).Submit($"{url}/executors", new() { ["Organizations"] = "999999", ["Department"] = "true" })).Status.ShouldBe(422);
        (await host.Db(db => db.Executions.CountAsync(x => x.RoadmapItemId == id))).ShouldBe(1);
    }

    [Fact]
    public async Task Post_RemoveExecutor_WhoHasBegun_IsRefused()
    {
        var (id, url) = await Item("Убрать исполнителя");
        var execution = await host.Db(db => db.Executions.Where(x => x.RoadmapItemId == id).Select(x => x.Id).SingleAsync());
        var visitor = await host.As("department");
        await host.Take(execution, x => x.Start(host.By()));
        (await visitor.Post($"{url}/executors/{execution}/remove", [])).Status.ShouldBe(422);
        (await host.Db(db => db.Executions.CountAsync(x => x.RoadmapItemId == id))).ShouldBe(1);
    }

    [Fact]
    public async Task Post_RemoveExecutor_WhoHasNotBegun_TakesHimAway()
    {
        var (id, url) = await Item("Убрать нетронутого");
        var execution = await host.Db(db => db.Executions.Where(x => x.RoadmapItemId == id).Select(x => x.Id).SingleAsync());
        (await (await host.As("department")).Post($"{url}/executors/{execution}/remove", [])).IsRedirect.ShouldBeTrue();
        (await host.Db(db => db.Executions.CountAsync(x => x.RoadmapItemId == id))).ShouldBe(0);
    }

    [Fact]
    public async Task Post_Archive_StopsReports_UntilItIsRestored()
    {
        var (id, _) = await Item("Архив");
        var roadmap = await host.Db(db => db.RoadmapItems.Where(i => i.Id == id).Select(i => i.RoadmapId).SingleAsync());
        var execution = await host.ExecutionId(roadmap, "1", A);
        var (department, curator) = (await host.As("department"), await host.As("curator1"));
        await department.Post($"/roadmaps/{roadmap}/archive", []);
        (await curator.Post($"/executions/{execution}/start", [])).Status.ShouldBe(422);
        (await curator.Get("/roadmaps?q=Архив")).Words.ShouldContain("Ничего не нашлось");
        await department.Post($"/roadmaps/{roadmap}/restore", []);
        (await curator.Post($"/executions/{execution}/start", [])).IsRedirect.ShouldBeTrue();
    }

    [Fact]
    public async Task Post_Copy_IsSeenBySchoolsOnlyWhenGivenOut()
    {
        var source = await host.AddRoadmap("Карта 2026 года", new TestItem("1", TestRoadmap.Today, A, TestItem.Unit) { Text = "до 22.11.2026" });
        var (department, curator) = (await host.As("department"), await host.As("curator1"));
        (await department.Get($"/roadmaps/{source}/copy")).Words.ShouldContain("22.11.2027");
        var copied = await department.Submit($"/roadmaps/{source}/copy", []);
        var copy = int.Parse(copied.Location!.Split('/')[^1]);
        (await department.Follow(copied)).Words.ShouldContain("Карта 2027 года");
        (await curator.Get($"/roadmaps/{copy}")).Status.ShouldBe(404);
        await department.Post($"/roadmaps/{copy}/give-out", []);
        (await curator.Get($"/roadmaps/{copy}")).Status.ShouldBe(200);
        (await host.Db(db => db.Executions.Where(x => x.RoadmapId == copy).ToListAsync())).ShouldAllBe(x => x.State == ExecutionState.NotStarted);
        (await Due(await host.ItemId(copy, "1"))).ShouldBe(TestRoadmap.Today.AddYears(1));
    }

    [Fact]
    public async Task Get_Item_ShowsItsHistoryInRussian()
    {
        var (id, url) = await Item("История строки");
        var visitor = await host.As("department");
        await visitor.Submit($"{url}/edit", new() { ["Activity"] = "Новые слова", ["Result"] = "Приказ ОО" });
        var line = (await visitor.Get(url)).Html.QuerySelectorAll("details .history > li")[0].TextContent;
        var history = string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        history.ShouldContain("Лазарева Инга Павловна");
        history.ShouldContain("Мероприятие: Мероприятие 1 → Новые слова");
        history.ShouldContain("Приказ ОО");
        (await host.Db(db => db.Audit.CountAsync(a => a.Entity == "RoadmapItem" && a.EntityId == $"{id}" && a.Action == AuditAction.Changed))).ShouldBe(1);
    }

    private async Task<(int ItemId, string Url)> Item(string title)
    {
        var roadmap = await host.AddRoadmap(title, new TestItem("1", TestRoadmap.Today, A) { Text = "до 22.11.2026" });
        var item = await host.ItemId(roadmap, "1");
        return (item, $"/roadmaps/{roadmap}/items/{item}");
    }

    private Task<DateOnly?> Due(int itemId) => host.Db(db => db.RoadmapItems.Where(i => i.Id == itemId).Select(i => i.DueOn).SingleAsync());
}
