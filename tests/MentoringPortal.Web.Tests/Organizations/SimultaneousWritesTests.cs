using MentoringPortal.Domain.Organizations;
using MentoringPortal.Web.Tests.Hosting;

namespace MentoringPortal.Web.Tests.Organizations;

/// <summary>Somebody is faster between the reading of a row and its saving; triggers of the database play his part.</summary>
public sealed class SimultaneousWritesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Button_RowChangedMeanwhile_IsAConflictInWords()
    {
        var closed = new Organization { Kind = OrganizationKind.School, ShortName = "Школа № 61", FullName = "Шестьдесят первая" };
        closed.Close(new DateOnly(2026, 11, 1));
        var id = await host.Add(closed);
        await host.Execute("CREATE TRIGGER Faster BEFORE UPDATE ON Organizations WHEN OLD.ShortName = 'Школа № 61' BEGIN SELECT RAISE(IGNORE); END");
        var answer = await (await host.As("department")).Post($"/organizations/{id}/reopen", []);
        answer.Status.ShouldBe(409);
        answer.Words.ShouldContain("запись изменил кто-то другой");
    }

    [Fact]
    public async Task Form_SameRowAddedMeanwhile_SaysSo_AndKeepsWhatWasTyped()
    {
        var lyceum = await host.IdOf(OrganizationDesk.Lyceum);
        await host.Execute("""
            CREATE TRIGGER Twin BEFORE INSERT ON Participations WHEN NEW.SchoolYear = 2041
            BEGIN INSERT INTO Participations (OrganizationId, SchoolYear, TakesPart, Version) VALUES (NEW.OrganizationId, NEW.SchoolYear, 0, 0); END
            """);
        var visitor = await host.As("curator1");
        var fields = (await visitor.Get($"/participation/{lyceum}?year=2041")).Filled();
        fields["Forms[0].Chosen"] = "true";
        fields["Forms[0].Planned"] = "24";
        var answer = await visitor.Post($"/participation/{lyceum}", fields);
        answer.Status.ShouldBe(422);
        answer.Html.QuerySelector("main .errors")!.TextContent.ShouldContain("только что записал кто-то другой");
        answer.Filled()["Forms[0].Planned"].ShouldBe("24");
    }
}
