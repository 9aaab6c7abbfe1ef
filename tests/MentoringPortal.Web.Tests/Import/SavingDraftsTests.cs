using MentoringPortal.Domain.Orders;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Import;

public sealed class SavingDraftsTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Post_Order_BecomesAnOrderWithARoadmap_AndTheDraftIsGone()
    {
        var visitor = await host.As("department");
        var draft = await visitor.Draft(ImportVisitor.Order("41"));
        var shown = int.Parse((await visitor.Get(draft + "/save")).Html.QuerySelector("#executions")!.TextContent);
        var answer = await visitor.Submit(draft + "/save", []);
        answer.Status.ShouldBe(302, answer.Words);
        answer.Location.ShouldStartWith("/roadmaps/");
        var id = int.Parse(answer.Location!.Split('/')[^1]);
        var saved = await host.Db(db => db.Roadmaps.Where(r => r.Id == id).Select(r => new
        {
            Executions = r.Executions.Count,
            Items = r.Items.Count,
            Obligations = r.Obligations.Count,
            r.Order!.Number,
            r.Order.State,
            Clauses = r.Order.Clauses.Count,
            Recipients = r.Order.Recipients.Count,
            Targets = r.Order.Targets.Count(t => t.RoadmapItemId != null),
            Files = db.Files.Count(f => f.OrderId == r.OrderId),
            Units = r.Executions.Count(x => x.DepartmentUnitId != null),
        }).SingleAsync());
        (saved.Items, saved.Executions, saved.Clauses, saved.Targets, saved.Files).ShouldBe((4, shown, 3, 1, 1));
        (saved.Number, saved.State).ShouldBe(("41", OrderState.Registered));
        saved.Obligations.ShouldBe(1);
        saved.Recipients.ShouldBeGreaterThan(5);
        saved.Units.ShouldBe(1);
        (await visitor.Get(draft)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Post_SameNumber_IsRefused_AndTheOtherPaperIsShown()
    {
        var visitor = await host.As("department");
        await visitor.Submit(await visitor.Draft(ImportVisitor.Order("42")) + "/save", []);
        var second = await visitor.Draft(ImportVisitor.Order("42") + "\nещё одна строка");
        var answer = await visitor.Submit(second + "/save", []);
        answer.Status.ShouldBe(422);
        answer.Html.QuerySelector("main a[href^='/orders/']").ShouldNotBeNull();
        (await host.Db(db => db.Orders.CountAsync(o => o.Number == "42"))).ShouldBe(1);
        (await visitor.Get(second)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Post_Recount_ShowsTheNumber_AndSavesNothing()
    {
        var visitor = await host.As("department");
        var draft = await visitor.Draft(ImportVisitor.Order("43"));
        var before = int.Parse((await visitor.Get(draft + "/save")).Html.QuerySelector("#executions")!.TextContent);
        var answer = await visitor.Submit(draft + "/save", new() { ["Recount"] = "true", ["Executors[0].Who"] = "Department" });
        answer.Status.ShouldBe(200);
        int.Parse(answer.Html.QuerySelector("#executions")!.TextContent).ShouldBeLessThan(before);
        (await host.Db(db => db.Orders.AnyAsync(o => o.Number == "43"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Post_WithoutAPeriod_AsksForIt_AndKeepsTheDraft()
    {
        var visitor = await host.As("department");
        var draft = await visitor.Draft(ImportVisitor.Order("44"));
        var answer = await visitor.Submit(draft + "/save", new() { ["PeriodStart"] = "" });
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain("Укажите начало периода");
        (await visitor.Get(draft)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Post_StaleDraft_SavesNothing()
    {
        var visitor = await host.As("department");
        var draft = await visitor.Draft(ImportVisitor.Order("45"));
        await visitor.Submit($"{draft}?edit=item-1", new() { ["Deadline"] = "март" }, $"{draft}/items/1");
        (await visitor.Submit(draft + "/save", new() { ["Version"] = "0" })).Status.ShouldBe(409);
        (await host.Db(db => db.Orders.AnyAsync(o => o.Number == "45"))).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public async Task Post_WholePaper_IsSaved_AndNothingThatWasReadIsLost(string name)
    {
        var visitor = await host.As("department");
        var file = Path.GetFileName(name);
        var uploaded = await visitor.Upload(file, PaperFiles.Read(name));
        uploaded.Status.ShouldBe(302, uploaded.Words);
        var id = Guid.Parse(uploaded.Location!.Split('/')[^1]);
        var reading = await host.Db(async db =>
        {
            await using var mine = await AuthorsDb(db);
            return (await mine.RoadmapImports.SingleAsync(d => d.Id == id)).Reading;
        });
        // What the paper itself does not say, the person does.
        var period = new Dictionary<string, string>(StringComparer.Ordinal);
        if (reading.Items.Count > 0 && !reading.Items.Any(i => i.Deadline.End is not null) && reading.Document.PeriodStart is null)
            period = new(StringComparer.Ordinal) { ["PeriodStart"] = "2024-09-01", ["PeriodEnd"] = "2025-08-31" };
        var answer = await visitor.Submit(uploaded.Location + "/save", period);
        answer.Status.ShouldBe(302, answer.Words);
        answer.Location.ShouldStartWith(reading.Items.Count > 0 ? "/roadmaps/" : "/orders/");

        var saved = await host.Db(db => db.Orders.AsSplitQuery().Include(o => o.Clauses).Include(o => o.Targets).Include(o => o.Indicators).Include(o => o.Requests)
            .Include(o => o.Roadmaps).ThenInclude(r => r.Items).Include(o => o.Roadmaps).ThenInclude(r => r.Sections)
            .SingleAsync(o => db.Files.Any(f => f.OrderId == o.Id && f.Name == file)));
        saved.Clauses.Select(c => c.Text).ShouldBe(reading.Clauses.Select(c => c.Text), ignoreOrder: true);
        saved.Roadmaps.SelectMany(r => r.Items).Select(i => i.Activity).ShouldBe(reading.Items.Select(i => i.Activity), ignoreOrder: true);
        saved.Roadmaps.SelectMany(r => r.Sections).Count().ShouldBe(reading.Sections.Count);
        (saved.Targets.Count, saved.Indicators.Count, saved.Requests.Count).ShouldBe((reading.Targets.Count, reading.Indicators.Count, reading.Requests.Count));
        saved.Unused.ShouldBe(reading.Unused);
        saved.Paragraphs.ShouldBe(reading.Document.Paragraphs);
    }

    public static TheoryData<string> Papers() => [.. PaperFiles.All()];

    private async Task<Data.PortalDb> AuthorsDb(Data.PortalDb db)
    {
        var author = await db.Users.Where(u => u.Email == "department@demo.example").Select(u => u.Id).SingleAsync();
        return TestScope.For(host.Services, new Data.Actor(author, "Автор", Data.Role.Department, null));
    }
}
