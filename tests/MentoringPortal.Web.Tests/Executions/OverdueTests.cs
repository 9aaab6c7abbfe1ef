using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Roadmaps;

namespace MentoringPortal.Web.Tests.Executions;

/// <summary>Overdue begins at the municipality's midnight after the last day, whatever the server's clock says.</summary>
public sealed class OverdueTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_AroundTheLastMidnight_TurnsOverdueOnTheNextDayInMoscow()
    {
        var roadmap = await host.AddRoadmap("Последний день", new TestItem("1", TestRoadmap.Today, "Лицей № 3"));
        var id = await host.ExecutionId(roadmap, "1", "Лицей № 3");

        host.Time.SetUtcNow(new DateTimeOffset(2026, 11, 22, 20, 59, 59, TimeSpan.Zero));
        (await (await host.As("curator1")).Get($"/executions/{id}")).Html.QuerySelectorAll("main .status-overdue").ShouldBeEmpty();
        (await (await host.As("department")).Get($"/roadmaps/{roadmap}")).Words.ShouldContain("Просрочено: 0");

        host.Time.SetUtcNow(new DateTimeOffset(2026, 11, 22, 21, 0, 0, TimeSpan.Zero));
        (await (await host.As("curator1")).Get($"/executions/{id}")).Html.QuerySelectorAll("main .status-overdue").Length.ShouldBe(1);
        (await (await host.As("department")).Get($"/roadmaps/{roadmap}")).Words.ShouldContain("Просрочено: 1");
        (await (await host.As("department")).Get("/executions?view=overdue")).Html.QuerySelectorAll($"a[href='/executions/{id}']").Length.ShouldBe(1);
    }
}
