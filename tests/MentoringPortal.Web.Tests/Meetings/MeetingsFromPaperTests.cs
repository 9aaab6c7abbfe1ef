using MentoringPortal.Domain.Pairs;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Pairs;
using MentoringPortal.Web.Tests.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Meetings;

/// <summary>A year of paper journals goes in by one screen: typed into the grid or pasted, looked at, saved once.</summary>
public sealed class MeetingsFromPaperTests(PortalHost host) : IClassFixture<PortalHost>
{
    private async Task<(Visitor Curator, string Address, string Name)> Pair()
    {
        var mentor = (await host.Mentors(1, 1))[0];
        var mentee = (await host.Mentees(1))[0];
        var curator = await host.As("curator1");
        var address = await curator.Draft(mentor, mentee);
        (await curator.Fix(address)).IsRedirect.ShouldBeTrue();
        return (curator, address, await host.Db(db => db.Mentees.Where(m => m.Id == mentee).Select(m => m.Person!.Surname).SingleAsync()));
    }

    [Theory, InlineData("/meetings/grid"), InlineData("/surveys/results")]
    public async Task Years_ThatHaveNotBegun_AreNotOffered(string page) =>
        (await (await host.As("curator1")).Get(page)).Html.QuerySelectorAll("#Year option").Select(o => o.GetAttribute("value")).ShouldBe(["2026", "2025", "2024"]);

    [Fact]
    public async Task Grid_TypedInto_IsShownBeforeItIsStored_AndStoredOnce()
    {
        var (curator, address, _) = await Pair();
        var field = $"cell-{address.Split('/')[^1]}-20261101";
        var typed = new Dictionary<string, string>(StringComparer.Ordinal) { [field] = "3, 10 (60), 31", ["Form.Minutes"] = "40" };
        var preview = await curator.Submit("/meetings/grid", typed, "/meetings/grid");
        preview.Status.ShouldBe(200, preview.Words);
        preview.Words.ShouldContain("Встреч: 2, уже записаны: 0, ошибок: 1");
        preview.Words.ShouldContain("найдено «31»");
        preview.Filled("/meetings/grid")[field].ShouldBe("3, 10 (60), 31", "what was typed stays");
        (await host.Pair(address)).Meetings.ShouldBeEmpty("a preview writes nothing");

        var saved = await curator.Post("/meetings/grid/save", typed);
        (await curator.Follow(saved)).Words.ShouldContain("Записано встреч: 2, пар: 1.");
        (await curator.Post("/meetings/grid/save", typed)).Status.ShouldBeOneOf(302);
        (await host.Pair(address)).Meetings.OrderBy(m => m.Date).Select(m => (m.Date.Day, m.Minutes, m.IsHeld, m.Kind)).ShouldBe([(3, 40, true, MeetingKind.Regular), (10, 60, true, MeetingKind.Regular)]);
    }

    [Fact]
    public async Task Grid_OfAMonth_TakesTopics_AndWhatWasPlannedIsHeld()
    {
        var (curator, address, _) = await Pair();
        await host.Db(async db =>
        {
            var id = int.Parse(address.Split('/')[^1]);
            var pair = await db.Pairs.SingleAsync(p => p.Id == id);
            db.Add(Meeting.Plan(pair, MeetingKind.Trial, new DateOnly(2026, 11, 12), "Знакомство"));
            return await db.SaveChangesAsync();
        });
        (await curator.Get("/meetings/grid?Month=2026-11")).Html.QuerySelectorAll("table.matrix thead th").Length.ShouldBe(31);
        var answer = await curator.Post("/meetings/grid/save", new Dictionary<string, string>
        {
            ["Form.Month"] = "2026-11",
            [$"cell-{address.Split('/')[^1]}-20261112"] = "Познакомились",
        });
        answer.IsRedirect.ShouldBeTrue(answer.Words);
        var meeting = (await host.Pair(address)).Meetings.ShouldHaveSingleItem();
        (meeting.IsHeld, meeting.Kind, meeting.Topic).ShouldBe((true, MeetingKind.Trial, "Познакомились"));
    }

    [Fact]
    public async Task Paste_FromExcel_NamesTheWrongRows_AndStoresTheRest()
    {
        var (curator, address, name) = await Pair();
        var text = $"Наставляемый\tноябрь\n{name}\t4, 11\nНикомуневедомый\t4\n";
        var preview = await curator.Submit("/meetings/grid", new() { ["Form.Text"] = text }, "/meetings/grid");
        preview.Words.ShouldContain("Строка 3, Никомуневедомый, ноябрь 2026");
        (await curator.Follow(await curator.Post("/meetings/grid/save", new Dictionary<string, string> { ["Form.Text"] = text }))).Words.ShouldContain("ошибок в строках: 3");
        (await host.Pair(address)).Meetings.Count.ShouldBe(2);
    }

    [Theory, InlineData(""), InlineData("без заголовков\t+\n")]
    public async Task Paste_OfNothing_ComesBackWithAReason(string text)
    {
        var (curator, _, _) = await Pair();
        (await curator.Submit("/meetings/grid", new() { ["Form.Text"] = text }, "/meetings/grid")).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Paste_OfAnotherSchoolsPair_FindsNobody()
    {
        var (_, address, name) = await Pair();
        var other = await host.As("curator2");
        var answer = await other.Submit("/meetings/grid", new() { ["Form.Text"] = $"№ пары\tКто\t4.11\n{address.Split('/')[^1]}\t{name}\t+\n" }, "/meetings/grid");
        answer.Words.ShouldContain("ошибок: 1");
        await other.Post("/meetings/grid/save", new Dictionary<string, string> { [$"cell-{address.Split('/')[^1]}-20261101"] = "4", ["Form.Text"] = $"Кто\t4.11\n{name}\t+\n" });
        (await host.Pair(address)).Meetings.ShouldBeEmpty();
        (await other.Get($"/meetings/journal.docx?pairId={address.Split('/')[^1]}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Register_ShowsWhatTheFilterSays_AndTheFileIsTheSame()
    {
        var (curator, address, name) = await Pair();
        await curator.Post("/meetings/grid/save", new Dictionary<string, string> { ["Form.Text"] = $"Кто\t6.11\n{name}\tТема для перечня\n" });
        var list = await curator.Get("/meetings?From=2026-11-06&To=2026-11-06&State=held&size=100");
        list.Words.ShouldContain("Тема для перечня");
        list.Html.QuerySelectorAll($"a[href='{address}']").Length.ShouldBe(1);
        (await curator.Get("/meetings?From=2026-11-07&To=2026-11-07")).Words.ShouldNotContain("Тема для перечня");
        CanaryReader.TextOf(await curator.Get("/meetings/export.xlsx?From=2026-11-06&To=2026-11-06")).ShouldContain("Тема для перечня");

        var department = await host.As("department");
        var seen = await department.Get("/meetings?From=2026-11-06&To=2026-11-06&size=100");
        seen.Text.ShouldContain(address);
        seen.Words.ShouldNotContain("Тема для перечня");
        CanaryReader.TextOf(await department.Get("/meetings/export.xlsx?From=2026-11-06&To=2026-11-06")).ShouldNotContain("Тема для перечня");
    }

    [Fact]
    public async Task Grid_AsAWorkbook_AndBlankJournals_NameThePair()
    {
        var (curator, address, name) = await Pair();
        var workbook = CanaryReader.TextOf(await curator.Get("/meetings/grid/export.xlsx"));
        workbook.ShouldContain("№ пары");
        workbook.ShouldContain(name);
        CanaryReader.TextOf(await curator.Get($"/meetings/journal.docx?pairId={address.Split('/')[^1]}")).ShouldContain(name);
        CanaryReader.TextOf(await curator.Get("/meetings/journal.docx")).ShouldContain(name);
        (await curator.Get("/meetings/journal.pdf")).Bytes.AsSpan(0, 5).ToArray().ShouldBe("%PDF-"u8.ToArray());
    }
}
