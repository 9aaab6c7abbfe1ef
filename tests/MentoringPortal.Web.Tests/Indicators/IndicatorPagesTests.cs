using ClosedXML.Excel;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Indicators;

/// <summary>Plan and fact of an indicator, from the list down to those who are counted.</summary>
public sealed class IndicatorPagesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Usual_AreAddedOnce_AndTellWhatCoverageTells()
    {
        var department = await host.As("department");
        for (var i = 0; i < 2; i++)
            (await department.Submit("/indicators", [], "/indicators/usual")).IsRedirect.ShouldBeTrue();
        var page = await department.Get("/indicators");
        page.Html.QuerySelectorAll("tbody th a").Count(a => a.TextContent.Contains("ученик–ученик", StringComparison.Ordinal)).ShouldBe(1);
        var fact = Fact(page, "ученик–ученик");
        fact.ShouldMatch(@"^\d+(,\d)? % · \d+ из \d+$");
        (await department.Get("/coverage?Of=Pupils&Form=1")).Html.QuerySelector(".coverage-answer .lead")!.TextContent.Replace('\u00A0', ' ').Trim().ShouldBe(fact);

        using var workbook = new XLWorkbook(new MemoryStream((await department.Get("/indicators/export.xlsx")).Bytes));
        workbook.Worksheets.First().RowsUsed().Single(r => r.Cell(2).GetString().Contains("ученик–ученик", StringComparison.Ordinal)).Cell(7).GetValue<int>().ShouldBe(int.Parse(fact.Split('·')[1].Trim().Split(' ')[0]));
        foreach (var format in (string[])["pdf", "docx"])
            Squeezed(CanaryReader.TextOf(await department.Get($"/indicators/export.{format}"))).ShouldContain(Squeezed(fact));
    }

    [Fact]
    public async Task Indicator_OfOnesOwn_IsSetMeasuredOpenedAndTakenAway()
    {
        var department = await host.As("department");
        (await department.Submit("/indicators/new", new() { ["Form.Name"] = "Пары на наставника", ["Form.Counted"] = "Teachers", ["Form.FromAge"] = "10", ["Form.ToAge"] = "12" })).Status.ShouldBe(422);
        (await department.Submit("/indicators/new", new() { ["Form.Name"] = "Пары на наставника", ["Form.Counted"] = "Pairs", ["Form.Plan"] = "2026: много" })).Status.ShouldBe(422);
        (await department.Submit("/indicators/new", new() { ["Form.Name"] = "Наставляемые школьники", ["Form.Counted"] = "PupilMentees", ["Form.FromAge"] = "10", ["Form.ToAge"] = "18", ["Form.Of"] = "headcount:PupilsInBand", ["Form.Plan"] = "2026: 99" })).IsRedirect.ShouldBeTrue();
        var id = await host.Db(db => db.Indicators.Where(i => i.Name == "Наставляемые школьники").Select(i => i.Id).SingleAsync());
        var page = await department.Get($"/indicators/{id}");
        page.Words.ShouldContain("обучающиеся 10–18 лет – наставляемые");
        (await department.Get("/indicators")).Words.ShouldContain("план не выполнен");

        var row = page.Html.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th a")!.TextContent == "Лицей № 3");
        var counted = int.Parse(row.QuerySelector("td")!.TextContent.Split('·')[1].Trim().Split(' ')[0]);
        counted.ShouldBeGreaterThan(0);
        var people = await department.Get(row.QuerySelector("td a")!.GetAttribute("href")!);
        people.Words.ShouldContain($"Посчитано: {counted}");
        var surnames = await host.Db(db => db.People.Where(p => p.Kind == Domain.People.PersonKind.Pupil).Select(p => p.Surname).Distinct().ToListAsync());
        surnames.ShouldAllBe(surname => !people.Text.Contains($">{surname} ", StringComparison.Ordinal));

        (await department.Submit($"/indicators/{id}/edit", new() { ["Form.Plan"] = "2026: 1" })).IsRedirect.ShouldBeTrue();
        (await department.Get("/indicators")).Words.ShouldContain("план выполнен");
        (await department.Get($"/indicators/{id}/edit")).Words.ShouldContain("История (2)");
        (await department.Submit($"/indicators/{id}", [], $"/indicators/{id}/delete")).IsRedirect.ShouldBeTrue();
        (await department.Get($"/indicators/{id}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Indicators_HoweverMany_AreFewCommands()
    {
        var department = await host.As("department");
        foreach (var counted in (string[])["PupilMentors", "TeacherMentees", "Pairs", "Enterprises", "StudentMentors", "Mentors", "YoungTeachers"])
            (await department.Submit("/indicators/new", new() { ["Form.Name"] = $"Сколько: {counted}", ["Form.Counted"] = counted, ["Form.Of"] = "measure:Participants" })).IsRedirect.ShouldBeTrue(counted);
        using var log = new CommandLog(host.Storage);
        (await department.Get("/indicators")).Words.ShouldContain("Сколько: YoungTeachers");
        log.Take().Count.ShouldBeLessThanOrEqualTo(15);
    }

    [Fact]
    public async Task SmallGroups_AreMasked_AndACuratorSeesHisOwnAlone()
    {
        var department = await host.As("department");
        await department.Submit("/indicators/new", new() { ["Form.Name"] = "Молодые в парах", ["Form.Counted"] = "YoungTeacherMentees", ["Form.Of"] = "headcount:YoungTeachers" });
        var id = await host.Db(db => db.Indicators.Where(i => i.Name == "Молодые в парах").Select(i => i.Id).SingleAsync());
        (await (await host.As("official")).Get($"/indicators/{id}")).Words.ShouldContain("скрыто");
        (await department.Get($"/indicators/{id}")).Words.ShouldNotContain("скрыто");

        var curator = await host.As("curator1");
        var own = await curator.Get($"/indicators/{id}");
        own.Words.ShouldContain("Лицей № 3");
        own.Words.ShouldNotContain("Школа № 7");
        var other = await host.Db(db => db.Organizations.Where(o => o.ShortName == "Школа № 7").Select(o => o.Id).SingleAsync());
        (await curator.Get($"/indicators/{id}/people?organizationId={other}")).Status.ShouldBe(404);
        (await curator.Get($"/indicators/{id}/people")).Status.ShouldBe(200);
    }

    private static string Fact(Answer page, string name) =>
        page.Html.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th a")!.TextContent.Contains(name, StringComparison.Ordinal)).QuerySelector("[data-label='Факт']")!.TextContent.Replace('\u00A0', ' ').Trim().Split('\n')[0].Trim();

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
