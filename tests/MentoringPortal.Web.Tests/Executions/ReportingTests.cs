using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Roadmaps;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Executions;

/// <summary>The loop over HTTP: a school reports, the department accepts or returns; nobody does what is another's.</summary>
public sealed class ReportingTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string A = "Лицей № 3", B = "Школа № 7";

    private static readonly Dictionary<string, string> Words = new() { ["Comment"] = "Провели 20 ноября", ["ProofNumber"] = "41/2", ["ProofDate"] = "2026-11-20", ["ProofKind"] = "Приказ" };

    [Fact]
    public async Task Post_ReportThenReturnThenReportThenAccept_KeepsEveryWord()
    {
        var id = await Execution("Полный круг", new TestItem("1", TestRoadmap.Today, A) { Result = "Приказы ОО" });
        var (curator, department) = (await host.As("curator1"), await host.As("department"));

        (await curator.Report(id, Words)).IsRedirect.ShouldBeTrue();
        (await host.State(id)).ShouldBe(ExecutionState.Submitted);
        (await department.Post($"/executions/{id}/return", new Dictionary<string, string> { ["Phrases"] = "Приложите скан документа.", ["Reason"] = "И подпишите." })).IsRedirect.ShouldBeTrue();
        (await curator.Get($"/executions/{id}")).Words.ShouldContain("Приложите скан документа. И подпишите.");
        (await curator.Get("/executions")).Words.ShouldContain("Приложите скан документа. И подпишите.");
        await curator.Report(id, Words);
        (await department.Post($"/executions/{id}/accept", [])).IsRedirect.ShouldBeTrue();

        (await host.State(id)).ShouldBe(ExecutionState.Done);
        (await host.EventCount(id)).ShouldBe(4);
        var item = await host.Db(db => db.Executions.Where(x => x.Id == id).Select(x => $"/roadmaps/{x.RoadmapId}/items/{x.RoadmapItemId}").SingleAsync());
        (await department.Get(item)).Words.ShouldContain($"{A} – № 41/2 – 20.11.2026");
    }

    [Fact]
    public async Task Post_ReportTwice_MakesOneEvent()
    {
        var id = await Execution("Двойной щелчок", new TestItem("1", TestRoadmap.Today, A));
        var curator = await host.As("curator1");
        var both = await Task.WhenAll(curator.Report(id, Words), curator.Report(id, Words));
        (await curator.Report(id, Words)).IsRedirect.ShouldBeTrue();
        both.ShouldAllBe(a => a.IsRedirect);
        (await host.EventCount(id)).ShouldBe(1);
    }

    [Fact]
    public async Task Post_SaveTwice_KeepsTheWordsAndSendsNothing()
    {
        var id = await Execution("Черновик", new TestItem("1", TestRoadmap.Today, A));
        var curator = await host.As("curator1");
        (await curator.Report(id, Words, step: "save")).IsRedirect.ShouldBeTrue();
        (await curator.Report(id, Words, step: "save")).IsRedirect.ShouldBeTrue();
        (await host.State(id)).ShouldBe(ExecutionState.InProgress);
        (await host.EventCount(id)).ShouldBe(1);
        (await curator.Get($"/executions/{id}")).Html.QuerySelector("textarea[name=Comment]")!.TextContent.Trim().ShouldBe("Провели 20 ноября");
    }

    [Fact]
    public async Task Post_ReportWithoutTheNumberAskedFor_ComesBackWithEverythingTyped()
    {
        var id = await Execution("Без номера", new TestItem("1", TestRoadmap.Today, A) { Result = "Приказы ОО" });
        var answer = await (await host.As("curator1")).Report(id, new() { ["Comment"] = "Издали приказ" });
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain("укажите его номер");
        answer.Html.QuerySelector("textarea[name=Comment]")!.TextContent.Trim().ShouldBe("Издали приказ");
        (await host.State(id)).ShouldBe(ExecutionState.NotStarted);
    }

    [Fact]
    public async Task Post_ReturnWithoutReason_IsRefusedBesideTheField()
    {
        var id = await Execution("Возврат без причины", new TestItem("1", TestRoadmap.Today, A));
        await (await host.As("curator1")).Report(id, Words);
        var answer = await (await host.As("department")).Post($"/executions/{id}/return", []);
        answer.Status.ShouldBe(422);
        answer.Html.QuerySelector("#Reason-error")!.TextContent.ShouldContain("Укажите, что нужно исправить");
        answer.Html.QuerySelector("details[open] textarea[name=Reason]").ShouldNotBeNull();
        (await host.State(id)).ShouldBe(ExecutionState.Submitted);
    }

    [Fact]
    public async Task Post_AskReleaseThenAccept_IsNotApplicable()
    {
        var id = await Execution("Просят освободить", new TestItem("1", TestRoadmap.Today, A));
        await (await host.As("curator1")).Post($"/executions/{id}/ask-release", new Dictionary<string, string> { ["Why"] = "Нет старших классов" });
        var department = await host.As("department");
        (await department.Get("/executions")).Words.ShouldContain("Нет старших классов");
        await department.Post($"/executions/{id}/accept", []);
        (await host.State(id)).ShouldBe(ExecutionState.NotApplicable);
    }

    [Fact]
    public async Task Post_StepThatIsOver_ShowsThePageAndChangesNothing()
    {
        var id = await Execution("Поздний шаг", new TestItem("1", TestRoadmap.Today, A));
        var answer = await (await host.As("department")).Post($"/executions/{id}/accept", []);
        answer.Location.ShouldBe($"/executions/{id}");
        (await host.EventCount(id)).ShouldBe(0);
    }

    [Theory, InlineData(ExecutorKind.Department), InlineData(ExecutorKind.Unit), InlineData(ExecutorKind.Outside)]
    public async Task Post_ReportOfTheDepartmentsOwn_IsDoneAtOnce(ExecutorKind kind)
    {
        var roadmap = await host.AddRoadmap($"Свои задания {kind}", new TestItem("1", TestRoadmap.Today, TestItem.Department, TestItem.Unit, TestItem.Outside));
        var id = await host.OwnExecutionId(roadmap, "1", kind);
        var department = await host.As("department");
        (await department.Get("/executions?view=own&q=1")).Html.QuerySelectorAll($"tbody a[href='/executions/{id}']").Length.ShouldBe(1);
        (await department.Report(id, Words)).IsRedirect.ShouldBeTrue();
        (await host.State(id)).ShouldBe(ExecutionState.Done);
        (await department.Get($"/executions/{id}")).Words.ShouldContain("Выполнено");
    }

    [Fact]
    public async Task Post_ReportForASchool_ByDepartment_IsForbidden()
    {
        var id = await Execution("Не своё", new TestItem("1", TestRoadmap.Today, A));
        (await (await host.As("department")).Report(id, Words)).Status.ShouldBe(403);
        (await host.State(id)).ShouldBe(ExecutionState.NotStarted);
    }

    [Fact]
    public async Task Post_RowCountedByCoverage_CannotBeTicked()
    {
        var roadmap = await host.AddRoadmap("Охват", new TestItem("5", TestRoadmap.Today, TestItem.Department) { Target = 15 });
        var id = await host.OwnExecutionId(roadmap, "5");
        var department = await host.As("department");
        (await department.Report(id, Words)).Status.ShouldBe(422);
        var page = await department.Get($"/executions/{id}");
        page.Words.ShouldContain("Считается по охвату");
        page.Html.QuerySelector("textarea[name=Comment]").ShouldBeNull();
        (await host.State(id)).ShouldBe(ExecutionState.NotStarted);
    }

    [Fact]
    public async Task Get_ForeignExecutionFileAndWords_AreNotThere()
    {
        var roadmap = await host.AddRoadmap("Две школы", new TestItem("1", TestRoadmap.Today, A, B));
        var (mine, theirs) = (await host.ExecutionId(roadmap, "1", A), await host.ExecutionId(roadmap, "1", B));
        await (await host.As("curator1")).Report(mine, new() { ["Comment"] = "Тайна лицея" }, [("тайна.pdf", UploadTests.Pdf)]);
        var file = await host.Db(db => db.Files.Where(f => f.ExecutionId == mine).Select(f => f.Id).SingleAsync());
        var stranger = await host.As("curator2");
        (await stranger.Get($"/executions/{mine}")).Status.ShouldBe(404);
        (await stranger.Get($"/files/{file}")).Status.ShouldBe(404);
        using var range = new HttpRequestMessage(HttpMethod.Get, $"/files/{file}") { Headers = { Range = new(0, 3) } };
        (await stranger.Client.SendAsync(range)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        foreach (var step in new[] { "start", "save", "report", "withdraw", "ask-release", $"files/{file}/remove" })
            (await stranger.Post($"/executions/{mine}/{step}", [])).Status.ShouldBe(404, step);
        var item = await host.ItemId(roadmap, "1");
        foreach (var page in new[] { $"/roadmaps/{roadmap}", $"/roadmaps/{roadmap}/items/{item}", $"/roadmaps/{roadmap}/timeline", $"/executions/{theirs}", "/executions" })
        {
            var answer = await stranger.Get(page);
            answer.Status.ShouldBe(200, page);
            answer.Text.ShouldNotContain("Тайна лицея", Case.Insensitive, page);
            answer.Text.ShouldNotContain("тайна.pdf", Case.Insensitive, page);
            answer.Text.ShouldNotContain(A, Case.Sensitive, page);
        }
    }

    [Fact]
    public async Task Post_ByOfficial_IsForbiddenEverywhere()
    {
        var id = await Execution("Только чтение", new TestItem("1", TestRoadmap.Today, A));
        var official = await host.As("official");
        foreach (var step in new[] { "start", "save", "report", "withdraw", "ask-release", "accept", "return", "release" })
            (await official.Post($"/executions/{id}/{step}", [])).Status.ShouldBe(403, step);
        (await official.Get($"/executions/{id}")).Html.QuerySelectorAll("main form[method=post]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_AcceptTicked_TakesAllOrNothing()
    {
        var roadmap = await host.AddRoadmap("Пакетом", new TestItem("1", TestRoadmap.Today, A, B));
        var (a, b) = (await host.ExecutionId(roadmap, "1", A), await host.ExecutionId(roadmap, "1", B));
        await host.Take(a, x => x.Report(new("Готово", null, null, null), host.By()));
        var department = await host.As("department");
        await department.Post("/executions/accept", [new("Ids", $"{a}"), new("Ids", $"{b}"), new("__RequestVerificationToken", await department.Token())]);
        (await host.State(a)).ShouldBe(ExecutionState.Submitted, "the other one does not wait for review");
        (await department.Post("/executions/accept", [new("Ids", $"{a}"), new("Ids", "999999"), new("__RequestVerificationToken", await department.Token())])).Status.ShouldBe(404);
        await host.Take(b, x => x.Report(new("Готово", null, null, null), host.By()));
        await department.Post("/executions/accept", [new("Ids", $"{a}"), new("Ids", $"{b}"), new("__RequestVerificationToken", await department.Token())]);
        (await host.State(a)).ShouldBe(ExecutionState.Done);
        (await host.State(b)).ShouldBe(ExecutionState.Done);
    }

    [Fact]
    public async Task Post_ReportOfOneJoinedRow_ClosesTheTaskWhole()
    {
        var roadmap = await host.AddRoadmap("Обязательство", new TestItem("1", TestRoadmap.Today, A, B), new TestItem("2", TestRoadmap.Today, A, B));
        await host.Db(async db =>
        {
            var items = await db.RoadmapItems.Where(i => i.RoadmapId == roadmap).ToListAsync();
            var map = await db.Roadmaps.SingleAsync(r => r.Id == roadmap);
            map.Obligations.Add(new Obligation { Subject = "дорожная карта школы", Parts = { new() { RoadmapItem = items[0] }, new() { RoadmapItem = items[1] } } });
            return await db.SaveChangesAsync();
        });
        var (first, second) = (await host.ExecutionId(roadmap, "1", A), await host.ExecutionId(roadmap, "2", A));
        var (curator, department) = (await host.As("curator1"), await host.As("department"));
        (await curator.Get($"/executions/{first}")).Words.ShouldContain("Одно задание: дорожная карта школы");
        await curator.Report(second, Words, [("карта.pdf", UploadTests.Pdf)]);
        (await host.State(first)).ShouldBe(ExecutionState.Submitted);
        (await curator.Get($"/executions/{first}")).Words.ShouldContain("карта.pdf");
        await department.Post("/executions/accept", [new("Ids", $"{first}"), new("Ids", $"{second}"), new("__RequestVerificationToken", await department.Token())]);
        (await host.State(first)).ShouldBe(ExecutionState.Done);
        (await host.State(second)).ShouldBe(ExecutionState.Done);
        (await host.State(await host.ExecutionId(roadmap, "2", B))).ShouldBe(ExecutionState.NotStarted);
        (await host.EventCount(first)).ShouldBe(2);
    }

    private async Task<int> Execution(string title, TestItem item) => await host.ExecutionId(await host.AddRoadmap(title, item), item.Number, A);
}
