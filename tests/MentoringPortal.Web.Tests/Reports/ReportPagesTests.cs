using ClosedXML.Excel;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Features.Reports;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Reports;

/// <summary>Reports: the numbers of the page, by hand, in its files, and before other eyes.</summary>
public sealed class ReportPagesTests(PortalHost host) : IClassFixture<PortalHost>
{
    /// <summary>Of the host's clock.</summary>
    private static readonly DateOnly Today = new(2026, 11, 22);

    public static TheoryData<string> Reports => [.. ReportCatalog.All.Select(r => r.Key)];

    [Fact]
    public async Task List_LeadsToEveryReport()
    {
        var official = await host.As("official");
        foreach (var link in (await official.Get("/reports")).Html.QuerySelectorAll("main li h2 a").Select(a => a.GetAttribute("href")!))
            (await official.Get(link)).Status.ShouldBe(200, link);
        (await official.Get("/reports/of-nothing")).Status.ShouldBe(404);
        (await official.Get("/reports/of-nothing.pdf")).Status.ShouldBe(404);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Files_HaveWhatThePageShows(string report)
    {
        var department = await host.As("department");
        var cells = (await department.Get($"/reports/{report}")).Html.QuerySelectorAll("main tbody th, main tbody td:not([data-label='Кто остановился'])").Select(c => Squeezed(c.TextContent)).Where(c => c.Length > 0).ToList();
        cells.ShouldNotBeEmpty();
        foreach (var format in (string[])["docx", "pdf"])
        {
            var text = Squeezed(CanaryReader.TextOf(await department.Get($"/reports/{report}.{format}")));
            cells.ShouldAllBe(cell => text.Contains(cell, StringComparison.Ordinal), format);
        }
        using var workbook = new XLWorkbook(new MemoryStream((await department.Get($"/reports/{report}.xlsx")).Bytes));
        var words = workbook.Worksheets.SelectMany(s => s.CellsUsed()).Select(c => Squeezed(c.GetFormattedString())).ToHashSet(StringComparer.Ordinal);
        cells.Where(c => c.All(char.IsAsciiDigit)).ShouldAllBe(cell => words.Contains(cell));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Report_OfACurator_IsOfHisSchoolAlone(string report)
    {
        var page = await (await host.As("curator1")).Get($"/reports/{report}");
        page.Status.ShouldBe(200);
        page.Html.QuerySelector("main")!.TextContent.ShouldNotContain("Школа № 7");
    }

    [Fact]
    public async Task Pairs_AreThoseOfTheYearByState()
    {
        var start = new DateOnly(2026, 9, 1);
        var pairs = await host.Db(db => db.Pairs.AsNoTracking().Where(p => p.Organization!.ShortName == "Лицей № 3").ToListAsync());
        var (drafts, active, completed, ended) = (0, 0, 0, 0);
        foreach (var pair in pairs)
        {
            if (pair.OrderNumber is null)
                drafts++;
            else if (pair.EndedOn is null || pair.EndedOn > Today)
                active++;
            else if (pair.EndedOn >= start && pair.State == PairState.Completed)
                completed++;
            else if (pair.EndedOn >= start)
                ended++;
        }
        active.ShouldBeGreaterThan(0);
        var row = Row(await (await host.As("department")).Get("/reports/pairs"), "Лицей № 3");
        row.ShouldBe([drafts, active, completed, ended, drafts + active + completed + ended]);
    }

    [Fact]
    public async Task Training_CountsWhoWasTrainedByTheDay_AndTellsTheChange()
    {
        var mentors = await host.Db(db => db.Mentors.AsNoTracking().Where(m => db.Organizations.Any(o => o.Id == m.OrganizationId && o.ShortName == "Лицей № 3")).ToListAsync());
        (int All, int Trained) On(DateOnly day) => mentors.Where(m => m.EnteredOn <= day && (m.LeftOn is null || m.LeftOn >= day)).Aggregate((All: 0, Trained: 0), (sum, m) => (sum.All + 1, sum.Trained + (m.TrainedOn <= day ? 1 : 0)));
        var (now, earlier) = (On(Today), On(new(2026, 9, 30)));
        var department = await host.As("department");
        Row(await department.Get("/reports/training"), "Лицей № 3").Take(2).ShouldBe([now.All, now.Trained]);
        var compared = Row(await department.Get("/reports/training?Before=2026-09-30"), "Лицей № 3");
        compared.ShouldBe([earlier.All, now.All, now.All - earlier.All, earlier.Trained, now.Trained, now.Trained - earlier.Trained]);
    }

    [Fact]
    public async Task Roadmap_CountsExecutionsByState()
    {
        var states = await host.Db(db => db.Executions.Where(x => x.Organization!.ShortName == "Лицей № 3" && !x.Roadmap!.IsArchived && x.RoadmapItem!.TargetPercent == null && x.State != ExecutionState.NotApplicable).Select(x => x.State).ToListAsync());
        states.ShouldNotBeEmpty();
        var row = Row(await (await host.As("official")).Get("/reports/roadmap"), "Лицей № 3");
        row[0].ShouldBe(states.Count);
        row[1].ShouldBe(states.Count(s => s == ExecutionState.Done));
    }

    [Fact]
    public async Task SmallNumbers_AreHiddenFromWhoMayNotSeePeople()
    {
        (await (await host.As("official")).Get("/reports/training")).Words.ShouldContain("скрыто");
        (await (await host.As("department")).Get("/reports/training")).Words.ShouldNotContain("скрыто");
    }

    /// <summary>Whole numbers of the row, percents left out.</summary>
    private static List<int> Row(Answer page, string name) => [.. page.Html.QuerySelectorAll("main tbody tr").First(r => r.QuerySelector("th")!.TextContent.Trim() == name).QuerySelectorAll("td")
        .Where(c => !c.GetAttribute("data-label")!.Contains('%', StringComparison.Ordinal)).Select(c => c.TextContent.Trim().Replace('−', '-').Replace("\u00A0", "", StringComparison.Ordinal)).Where(t => t != "–").Select(t => int.Parse(t, System.Globalization.CultureInfo.InvariantCulture))];

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
