using MentoringPortal.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace MentoringPortal.Web.Tests.People;

/// <summary>The department's lists are of the whole municipality: what it looks for is found through an index all the same.</summary>
public sealed class SearchingPeopleTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory, InlineData("/mentees?Q=ветров"), InlineData("/mentors?Q=учитель"), InlineData("/consents"), InlineData("/consents?Q=ветров"), InlineData("/consents?Organization=1&State=Missing"), InlineData("/pairs"), InlineData("/pairs?State=Quiet")]
    public async Task Search_OfTheDepartment_ReadsNoTableOfPeopleOrPairsWhole(string page)
    {
        var department = await host.As("department");
        using var log = new CommandLog(host.Storage);
        (await department.Get(page)).Status.ShouldBe(200);
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(host.Storage, "portal.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        log.Take().Select(c => c.Sql).Where(sql => sql.Contains("SearchKey", StringComparison.Ordinal) || !page.StartsWith("/ment", StringComparison.Ordinal))
            .SelectMany(sql => QueryPlan.Scanned(connection, sql).Where(t => t is "People" or "Consents" or "Mentees" or "Mentors" or "Pairs").Select(t => $"{t}: {sql}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Consents_OfTheDepartment_AreOfItsPartners_AndOfTheSchoolItAsksFor()
    {
        var department = await host.As("department");
        var school = await host.Db(db => Task.FromResult(db.Organizations.Where(o => o.ShortName == "Лицей № 3").Select(o => o.Id).Single()));
        var own = (await department.Get("/consents")).Html.QuerySelectorAll("[data-label='Организация']").Select(c => c.TextContent.Trim()).ToList();
        own.ShouldNotBeEmpty();
        own.ShouldNotContain("Лицей № 3");
        (await department.Get($"/consents?Organization={school}")).Html.QuerySelectorAll("[data-label='Организация']").Select(c => c.TextContent.Trim()).Distinct().ShouldBe(["Лицей № 3"]);
    }
}
