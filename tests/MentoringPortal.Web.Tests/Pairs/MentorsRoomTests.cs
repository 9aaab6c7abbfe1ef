using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Setup;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MentoringPortal.Web.Tests.Pairs;

/// <summary>A mentor sees his own pairs, logs a meeting in one form, and finds nothing else of the school.</summary>
public sealed class MentorsRoomTests(PortalHost host) : IClassFixture<PortalHost>
{
    /// <summary>A pair of mentor1 with a pupil of his school, made behind the forms.</summary>
    private Task<(int PairId, string Name)> Pair(bool isConsentRecorded = true, bool isContactShared = false) => host.Db(async db =>
    {
        var mentor = await db.Mentors.Include(m => m.Person).SingleAsync(m => db.Users.Any(u => u.Id == m.UserId && u.Email == "mentor1@demo.example"));
        var mentee = await db.Mentees.Include(m => m.Person).SingleAsync(m => m.Id == 0 + db.Mentees.Where(x => x.OrganizationId == mentor.OrganizationId && x.Person!.Kind == PersonKind.Pupil && x.Pairs.Count == 0).Min(x => x.Id));
        (mentee.Person!.ParentContact, mentee.Person.IsParentContactShared) = ("8 (000) 777-77-77", isContactShared);
        var pair = Domain.Pairs.Pair.Open(await db.MentoringForms.SingleAsync(f => f.Id == 6), new DateOnly(2026, 11, 1), new DateOnly(2027, 5, 31), new MentorPlace(mentor, 99, 0, true), [new MenteePlace(mentee, [])]);
        pair.FixBackdated(new FixingOrder("1", new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 1)), isConsentRecorded, 30, null, PairsDesk.Today);
        pair.Plan.Add(new PlanTask(pair.OrganizationId) { Ordinal = 1, Task = "Выучить таблицу" });
        db.Add(pair);
        await db.SaveChangesAsync();
        return (pair.Id, mentee.Person.Name.Full);
    });

    [Fact]
    public async Task Mentor_LogsYesterdaysMeeting_AndTicksTheTask()
    {
        var (pairId, name) = await Pair();
        var mentor = await host.As("mentor1");
        await host.Db(db => db.Materials.ExecuteDeleteAsync());
        (await mentor.Get("/materials")).Words.ShouldContain("Материалов пока нет");
        (await mentor.Get("/materials?form=1")).Words.ShouldContain("Для этой формы материалов нет");
        var room = await mentor.Get("/");
        room.Words.ShouldContain("Мои наставляемые");
        room.Words.ShouldContain($"Отметить встречу: {name}");
        var answer = await mentor.Submit($"/pairs/{pairId}/meetings/new", new() { ["Form.When"] = "yesterday", ["Form.Minutes"] = "60", ["Form.Topic"] = "Проект про реку" });
        answer.Location.ShouldBe("/");
        (await mentor.Follow(answer)).Words.ShouldContain("Встреча записана.");
        var pair = await host.Pair($"/pairs/{pairId}");
        var meeting = pair.Meetings.ShouldHaveSingleItem();
        (meeting.Date, meeting.Minutes, meeting.Topic, meeting.Kind, meeting.IsHeld).ShouldBe((PairsDesk.Today.AddDays(-1), 60, "Проект про реку", MeetingKind.Regular, true));
        (await mentor.Post($"/pairs/{pairId}/plan/{pair.Plan[0].Id}/done", [])).Location.ShouldBe("/");
        (await host.Pair($"/pairs/{pairId}")).Plan[0].DoneOn.ShouldBe(PairsDesk.Today);
    }

    [Fact]
    public async Task Consent_ThatHasRunOut_HidesThePairFromTheMentor_AndStandsFirst()
    {
        var (pairId, name) = await Pair();
        await host.Db(async db =>
        {
            var pair = await db.Pairs.Include(p => p.Mentors).ThenInclude(m => m.Mentor!.Person!.Consents).Include(p => p.Mentees).ThenInclude(m => m.Mentee!.Person!.Consents).SingleAsync(p => p.Id == pairId);
            foreach (var person in pair.Mentees.Select(m => m.Mentee!.Person!).Append(pair.CurrentMentor!.Mentor!.Person!))
                person.Consents.Add(new Consent(person, ConsentKind.Processing, new DateOnly(2026, 10, 1), hasOwnLine: true, PairsDesk.Today));
            await db.SaveChangesAsync();
            var people = pair.Mentees.Select(m => m.Mentee!.PersonId).Append(pair.CurrentMentor!.Mentor!.PersonId).ToList();
            return await db.Consents.Where(c => people.Contains(c.PersonId)).ExecuteUpdateAsync(s => s.SetProperty(c => c.ValidTo, PairsDesk.Today));
        });
        var day = host.Services.GetServices<IHostedService>().OfType<DailyWork>().Single();
        await day.Run(CancellationToken.None);
        (await (await host.As("mentor1")).Get("/")).Words.ShouldContain(name, Case.Sensitive, "it still holds today");
        await host.Db(db => db.Consents.Where(c => c.ValidTo == PairsDesk.Today).ExecuteUpdateAsync(s => s.SetProperty(c => c.ValidTo, PairsDesk.Today.AddDays(-1))));
        await day.Run(CancellationToken.None);
        var mentor = await host.As("mentor1");
        (await mentor.Get("/")).Words.ShouldNotContain(name);
        (await mentor.Get($"/pairs/{pairId}")).Status.ShouldBe(404);
        var curator = await host.As("curator1");
        (await curator.Get("/reminders")).Html.QuerySelector("section.panel")!.Id.ShouldBe("consentover");
        (await curator.Get($"/pairs/{pairId}")).Words.ShouldContain("Действующего согласия нет с 22 ноября 2026 г.");
    }

    [Fact]
    public async Task Meeting_PlannedForTheDay_BecomesTheOneHeld()
    {
        var (pairId, _) = await Pair();
        var mentor = await host.As("mentor1");
        (await mentor.Submit($"/pairs/{pairId}/meetings/plan", new() { ["Form.Date"] = "2026-11-22" })).Location.ShouldBe("/");
        (await mentor.Submit($"/pairs/{pairId}/meetings/new", [])).Location.ShouldBe("/");
        (await host.Pair($"/pairs/{pairId}")).Meetings.ShouldHaveSingleItem().IsHeld.ShouldBeTrue();
    }

    [Fact]
    public async Task Meeting_OnAnotherDayWithoutADate_OrInTheFuture_ComesBack()
    {
        var (pairId, _) = await Pair();
        var mentor = await host.As("mentor1");
        var answer = await mentor.Submit($"/pairs/{pairId}/meetings/new", new() { ["Form.When"] = "other", ["Form.Topic"] = "Не теряйся" });
        answer.Status.ShouldBe(422);
        answer.Html.QuerySelector("#Form_Date-error")!.TextContent.ShouldContain("Укажите дату");
        answer.Text.ShouldContain("Не теряйся");
        (await mentor.Submit($"/pairs/{pairId}/meetings/new", new() { ["Form.When"] = "other", ["Form.Date"] = "2026-11-23" })).Status.ShouldBe(422);
        (await host.Pair($"/pairs/{pairId}")).Meetings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pair_WithoutAConfirmedConsent_IsHiddenFromTheMentor()
    {
        var (pairId, name) = await Pair(isConsentRecorded: false);
        var mentor = await host.As("mentor1");
        (await mentor.Get("/")).Words.ShouldNotContain(name);
        (await mentor.Get($"/pairs/{pairId}")).Status.ShouldBe(404);
        (await mentor.Post($"/pairs/{pairId}/meetings/new", new Dictionary<string, string> { ["Form.When"] = "today" })).Status.ShouldBe(404);
    }

    /// <summary>Where he was lent to the pair stands until it is ended there; whom his own organization has let go sees no child any more.</summary>
    [Fact]
    public async Task Mentor_WhoHasLeft_SeesNobody()
    {
        var (pairId, _) = await Pair();
        var mentor = await host.As("mentor1");
        (await mentor.Get($"/pairs/{pairId}")).Status.ShouldBe(200);
        await Set(PairsDesk.Today);
        (await mentor.Get($"/pairs/{pairId}")).Status.ShouldBe(404);
        await Set(null);

        Task<int> Set(DateOnly? left) => host.Db(db => db.Mentors.Where(m => m.Pairs.Any(x => x.PairId == pairId)).ExecuteUpdateAsync(s => s.SetProperty(m => m.LeftOn, left)));
    }

    [Fact]
    public async Task ParentsPhone_IsShownWhereTheCuratorSharesIt()
    {
        var (hidden, _) = await Pair();
        var mentor = await host.As("mentor1");
        (await mentor.Get($"/pairs/{hidden}")).Words.ShouldNotContain("777-77-77");
        var (shared, _) = await Pair(isContactShared: true);
        (await mentor.Get($"/pairs/{shared}")).Words.ShouldContain("777-77-77");
        (await mentor.Get("/")).Words.ShouldContain("777-77-77");
    }

    [Fact]
    public async Task Mentor_FindsNothingOfOthers()
    {
        var (pairId, name) = await Pair();
        var other = await host.As("mentor2");
        (await other.Get("/")).Words.ShouldNotContain(name);
        foreach (var path in (string[])["", "/export.pdf", "/meetings/new", "/plan/new"])
            (await other.Get($"/pairs/{pairId}{path}")).Status.ShouldBe(404, path);
        var own = await host.As("mentor1");
        foreach (var path in (string[])["/pairs", "/pairs/new", "/pairs/fix", $"/pairs/{pairId}/end", "/mentees"])
            (await own.Get(path)).Status.ShouldBe(403, path);
    }
}
