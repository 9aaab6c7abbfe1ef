using MentoringPortal.Web.Tests.Hosting;

namespace MentoringPortal.Web.Tests.Import;

public sealed class ExpiringDraftsTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Draft_AfterSevenDays_IsGone_WithItsFile()
    {
        var draft = await (await host.As("department")).Draft(ImportVisitor.Order("21"));
        var folder = Path.Combine(host.Storage, "files");
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length.ShouldBe(1);
        host.Time.Advance(TimeSpan.FromDays(7.1));
        var visitor = await host.As("department");
        (await visitor.Get(draft)).Status.ShouldBe(404);
        (await visitor.Get("/roadmaps/import")).Words.ShouldContain("Черновиков нет");
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }
}
