using MentoringPortal.Domain.Pairs;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Pairs;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Years;

/// <summary>A school prepares the new year, carries it out and takes it back. The whole is one journey, for there is one change a school and year.</summary>
public sealed class ChangingTheYearTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task TheChange_IsPrepared_CarriedOut_AndTakenBack()
    {
        await InNovember_WhoHasAPairOfTheNewYear_IsProposedToStay();
        await EndDrafts();
        var mentors = await host.Mentors(2, places: 1);
        var mentees = await host.Mentees(3);
        var curator = await host.As("curator1");
        var (goesOn, again) = (await curator.Draft(mentors[0], mentees[0]), await curator.Draft(mentors[1], mentees[1]));
        (await curator.Fix(goesOn, again)).IsRedirect.ShouldBeTrue();
        host.Time.SetUtcNow(new DateTimeOffset(2027, 6, 15, 9, 0, 0, TimeSpan.Zero));
        curator = await host.As("curator1");
        var draft = await PersonOf(mentees[2]);
        var repeater = await PersonOf(mentees[0]);
        var pairId = int.Parse(again.Split('/')[^1]);

        // Kept for another day.
        var page = await curator.Get("/years");
        page.Status.ShouldBe(200, page.Html.QuerySelector("main")?.TextContent);
        page.Words.ShouldContain("2027/2028 учебный год: перевод");
        page.Words.ShouldContain("7 В → 8 В");
        page.Words.ShouldContain("Плановая численность участников на 2027/2028 не внесена.");
        page.Words.ShouldContain("Численность обучающихся и педагогов на 2027/2028 не внесена");
        (await Post(curator, "/years", [repeater], [draft], [pairId])).IsRedirect.ShouldBeTrue();
        page = await curator.Get("/years");
        page.Html.QuerySelector($"input[name=Repeat][value='{repeater}']")!.HasAttribute("checked").ShouldBeTrue();
        (await ClassOf(repeater)).ShouldBe("7 В", "nothing changes before the change");
        var department = await host.As("department");
        (await department.Get("/years")).Words.ShouldContain($"{PairsDesk.School} ");
        (await department.Get("/years")).Words.ShouldContain("готовится");

        // Both ticks on one pupil are refused, and nothing is saved.
        var refused = await Post(curator, "/years/apply", [repeater], [repeater], []);
        refused.Status.ShouldBe(422);
        refused.Html.QuerySelector("#errors")!.TextContent.ShouldContain("не может и остаться в классе, и уйти");

        // The old year still runs: the change waits for the new one, with its ticks.
        page.Html.QuerySelectorAll("main button").Select(b => b.TextContent).ShouldNotContain("Провести перевод");
        var early = await Post(curator, "/years/apply", [repeater], [draft], [pairId]);
        early.Status.ShouldBe(422);
        early.Html.QuerySelector("#errors")!.TextContent.ShouldContain("с 01.09.2027");
        early.Html.QuerySelector($"input[name=Repeat][value='{repeater}']")!.HasAttribute("checked").ShouldBeTrue();
        (await ClassOf(await PersonOf(mentees[1]))).ShouldBe("7 В");
        host.Time.SetUtcNow(new DateTimeOffset(2027, 9, 2, 9, 0, 0, TimeSpan.Zero));
        curator = await host.As("curator1");
        department = await host.As("department");

        // A draft that cannot be opened is named: the school has a hundred pairs.
        await SetPlaces(mentors[1], 0);
        var full = await Post(curator, "/years/apply", [repeater], [draft], [pairId]);
        full.Status.ShouldBe(422);
        full.Html.QuerySelector("#errors")!.TextContent.ShouldContain("черновик на новый год не открыть. У наставника занято мест");
        full.Html.QuerySelector("#errors")!.TextContent.ShouldContain((await host.Db(db => db.Mentees.Where(m => m.Id == mentees[1]).Select(m => m.Person!.Surname).SingleAsync())));
        await SetPlaces(mentors[1], 1);
        var applied = await Post(curator, "/years/apply", [repeater], [draft], [pairId]);
        applied.IsRedirect.ShouldBeTrue(applied.Words);
        (await ClassOf(repeater)).ShouldBe("7 В");
        (await ClassOf(await PersonOf(mentees[1]))).ShouldBe("8 В");
        (await LeftOn(draft)).ShouldBe(new DateOnly(2027, 8, 31));
        var former = await host.Pair(again);
        (former.State, former.EndedOn).ShouldBe((PairState.Completed, new DateOnly(2027, 5, 31)));
        var renewed = await host.Db(db => db.Pairs.Include(p => p.Mentees).SingleAsync(p => p.State == PairState.Draft && p.From == new DateOnly(2027, 9, 1) && p.Mentees.Any(m => m.MenteeId == mentees[1])));
        renewed.To.ShouldBe(new DateOnly(2028, 8, 31));
        page = await curator.Get("/years");
        page.Words.ShouldContain("перевод проведён");
        page.Words.ShouldContain("остался в классе");
        (await Post(curator, "/years/apply", [], [], [])).Words.ShouldContain("уже проведён");
        (await department.Get("/years")).Words.ShouldContain("проведён 02.09.2027");

        // A later change of a card forbids to take it back; taken back itself, all is as before.
        await host.Db(async db =>
        {
            (await db.People.SingleAsync(p => p.Id == repeater)).Contact = "t";
            return await db.SaveChangesAsync();
        });
        await SetVersions();
        var undone = await curator.Submit("/years", [], "/years/undo");
        undone.IsRedirect.ShouldBeTrue(undone.Words);
        (await ClassOf(await PersonOf(mentees[1]))).ShouldBe("7 В");
        (await LeftOn(draft)).ShouldBeNull();
        (await host.Pair(again)).State.ShouldBe(PairState.Active);
        (await host.Db(db => db.Pairs.AnyAsync(p => p.Id == renewed.Id))).ShouldBeFalse();
        (await curator.Get("/years")).Html.QuerySelector($"input[name=Leave][value='{draft}']")!.HasAttribute("checked").ShouldBeTrue("the ticks stay");
    }

    /// <summary>A school that began with the portal in the middle of the year: its demo people carry the change out as it is proposed, and take it back.</summary>
    private async Task InNovember_WhoHasAPairOfTheNewYear_IsProposedToStay()
    {
        var curator = await host.As("curator2");
        var page = await curator.Get("/years");
        page.Words.ShouldContain("есть пара нового года");
        int[] stay = [.. page.Html.QuerySelectorAll("input[name=Repeat][checked]").Select(i => int.Parse(i.GetAttribute("value")!))];
        stay.ShouldNotBeEmpty();
        var refused = await Post(curator, "/years/apply", [], [], []);
        refused.Status.ShouldBe(422);
        refused.Html.QuerySelector("#errors")!.TextContent.ShouldContain("Отметьте «Остаётся в классе»");
        refused.Words.ShouldContain("11 А → выпуск");
        refused.Words.ShouldNotContain("выпускаются – 0");
        (await Post(curator, "/years/apply", stay, [], [])).IsRedirect.ShouldBeTrue();
        (await LeftOn(stay[0])).ShouldBeNull();
        (await curator.Submit("/years", [], "/years/undo")).IsRedirect.ShouldBeTrue();
    }

    /// <summary>The curator, too, is told that a card was changed since; then the test lets it be taken back.</summary>
    private async Task SetVersions()
    {
        var curator = await host.As("curator1");
        var refused = await curator.Submit("/years", [], "/years/undo");
        refused.Status.ShouldBe(422);
        refused.Words.ShouldContain("уже меняли");
        await host.Db(db => db.Database.ExecuteSqlRawAsync("UPDATE YearMove SET VersionAfter = (SELECT Version FROM People WHERE People.Id = YearMove.PersonId)"));
    }

    private static async Task<Answer> Post(Visitor curator, string path, int[] repeat, int[] leave, int[] renew)
    {
        var page = await curator.Get("/years");
        var fields = page.Html.QuerySelectorAll("input[name=Complete][checked]").Select(i => KeyValuePair.Create("Complete", i.GetAttribute("value")!))
            .Concat(repeat.Select(id => KeyValuePair.Create("Repeat", $"{id}"))).Concat(leave.Select(id => KeyValuePair.Create("Leave", $"{id}"))).Concat(renew.Select(id => KeyValuePair.Create("Renew", $"{id}")))
            .Append(new("Version", page.Html.QuerySelector("input[name=Version]")?.GetAttribute("value") ?? "0")).Append(new("__RequestVerificationToken", await curator.Token()));
        return await curator.Post(path, fields);
    }

    private Task<int> SetPlaces(int mentorId, int places) => host.Db(db => db.MentorAvailabilities.Where(a => a.MentorId == mentorId).ExecuteUpdateAsync(s => s.SetProperty(a => a.Places, places)));

    /// <summary>Drafts of the demo with people who leave would stop the change, as they should.</summary>
    private Task<int> EndDrafts() => host.Db(async db =>
    {
        foreach (var pair in await db.Pairs.Include(p => p.Mentors).Include(p => p.Mentees).Where(p => p.State == PairState.Draft && p.Organization!.ShortName == PairsDesk.School).ToListAsync())
            pair.EndEarly(pair.From, "в новом году");
        return await db.SaveChangesAsync();
    });

    private Task<int> PersonOf(int menteeId) => host.Db(db => db.Mentees.Where(m => m.Id == menteeId).Select(m => m.PersonId).SingleAsync());

    private Task<string?> ClassOf(int personId) => host.Db<string?>(async db => (await db.People.AsNoTracking().SingleAsync(p => p.Id == personId)).ClassName);

    private Task<DateOnly?> LeftOn(int personId) => host.Db(db => db.People.Where(p => p.Id == personId).Select(p => p.LeftOn).SingleAsync());
}
