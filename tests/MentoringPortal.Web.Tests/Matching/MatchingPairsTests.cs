using MentoringPortal.Domain.Pairs;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Pairs;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Matching;

/// <summary>A curator sees who has nobody, takes a suggestion with its reasons, and makes drafts for many at once, never above a mentor's places.</summary>
public sealed class MatchingPairsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const int AtOnce = 12;

    [Fact]
    public async Task Suggestions_StandBestFirst_WithReasons_AndOpenTheForm()
    {
        var curator = await host.As("curator1");
        var (mentor, mentee) = ((await host.Mentors(1, 2))[0], (await host.Mentees(1))[0]);
        await Choose(mentor, mentee, [1, 2, 3, 4, 5, 6]);

        var page = await curator.Get($"/matching/{mentee}");
        var best = page.Html.QuerySelector("main tbody tr")!;
        best.QuerySelector("th")!.TextContent.ShouldContain("Вожатый-");
        foreach (var reason in (string[])["общие темы: Подготовка к экзаменам", "форма «ученик–ученик»", "из вашей организации", "ещё никого не ведёт, мест: 2"])
            best.TextContent.ShouldContain(reason);
        page.Words.ShouldContain("! общих тем нет", customMessage: "one without a shared topic says so");

        var form = await curator.Get(best.QuerySelector("td a.btn")!.GetAttribute("href")!);
        form.Html.QuerySelector($"#Form_MentorId option[selected][value='{mentor}']").ShouldNotBeNull();
        form.Html.QuerySelector($"input[name='Form.Mentees'][value='{mentee}'][checked]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Index_NamesThoseWithoutAnybody_FirstOnThePageOfPairsToo_AndOfOneSchoolAlone()
    {
        var mentee = (await host.Mentees(1))[0];
        var name = await host.Db(db => db.Mentees.Where(m => m.Id == mentee).Select(m => m.Person!.Surname).SingleAsync());
        var curator = await host.As("curator1");
        var page = await curator.Get("/matching?size=100");
        page.Html.QuerySelector("main .figures li")!.TextContent.ShouldContain("без наставника");
        page.Words.ShouldContain(name);
        (await curator.Get("/pairs")).Html.QuerySelectorAll("main .figures li").Take(2).Select(l => l.QuerySelector("a")!.TextContent).ShouldBe(["без наставника", "без наставляемых"]);

        var other = await host.As("curator2");
        (await other.Get("/matching?size=100")).Words.ShouldNotContain(name);
        (await other.Get("/matching/proposal")).Words.ShouldNotContain(name);
        (await other.Get($"/matching/{mentee}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Proposal_IsShownForReview_AndTheTickedBecomeDrafts()
    {
        var curator = await host.As("curator1");
        var (mentor, mentee) = ((await host.Mentors(1, 1))[0], (await host.Mentees(1))[0]);
        await Choose(mentor, mentee, [7, 8, 9, 10, 11, 12, 13]);
        var page = await curator.Get("/matching/proposal");
        page.Html.QuerySelector($"input[value='{mentee}-{mentor}-1'][checked]").ShouldNotBeNull("those with shared topics are ticked");
        page.Html.QuerySelectorAll("main tbody tr").Where(r => r.TextContent.Contains("общих тем нет")).ShouldAllBe(r => r.QuerySelector("input[checked]") == null);
        (await host.Db(db => db.PairMentees.CountAsync(m => m.MenteeId == mentee))).ShouldBe(0, "looking saves nothing");

        var answer = await curator.Propose($"{mentee}-{mentor}-1");
        answer.Location.ShouldBe("/pairs?State=Draft", answer.Words);
        (await curator.Follow(answer)).Words.ShouldContain("Черновики созданы: 1.");
        var pair = await host.Db(db => db.Pairs.SingleAsync(p => p.Mentees.Any(m => m.MenteeId == mentee)));
        (pair.State, pair.FormId).ShouldBe((PairState.Draft, 1));
        (await curator.Propose()).Status.ShouldBe(422);
        (await curator.Propose("мусор")).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Proposal_AboveThePlacesOfAMentor_LeavesTheRest_AndNamesThem()
    {
        var curator = await host.As("curator1");
        var (mentor, mentees) = ((await host.Mentors(1, 2))[0], await host.Mentees(3));
        var answer = await curator.Propose([.. mentees.Select(m => $"{m}-{mentor}-1")]);
        (await curator.Follow(answer)).Words.ShouldContain("Черновики созданы: 2. Остальные не созданы: У наставника занято мест: 2 из 2.");
        (await Taken(mentor)).ShouldBe(2);
        (await curator.Propose($"{mentees[0]}-{mentor}-1")).Words.ShouldContain("наставник уже есть");
    }

    [Fact]
    public async Task Proposals_AtOnce_NeverExceedThePlaces()
    {
        var (mentor, mentees) = ((await host.Mentors(1, 1))[0], await host.Mentees(AtOnce));
        var curator = await host.As("curator1");
        var answers = await Task.WhenAll(mentees.Select(m => curator.Propose($"{m}-{mentor}-1")));
        answers.Count(a => a.IsRedirect).ShouldBe(1, string.Join(", ", answers.Select(a => a.Status)));
        answers.Where(a => !a.IsRedirect).ShouldAllBe(a => a.Status == 422 && a.Html.QuerySelector(".errors") != null);
        (await Taken(mentor)).ShouldBe(1);
    }

    private Task<int> Taken(int mentor) => host.Db(db => db.PairMentees.CountAsync(m => m.To == null && m.Pair!.Mentors.Any(x => x.MentorId == mentor && x.To == null)));

    private Task<int> Choose(int mentorId, int menteeId, int[] topics) => host.Db(async db =>
    {
        var mentor = await db.Mentors.Include(m => m.Topics).SingleAsync(m => m.Id == mentorId);
        var mentee = await db.Mentees.Include(m => m.Topics).SingleAsync(m => m.Id == menteeId);
        mentor.Choose(topics);
        mentee.Choose(topics);
        return await db.SaveChangesAsync();
    });
}

internal static class Proposing
{
    public static Task<Answer> Propose(this Visitor curator, params string[] keys) => curator.PostAll("/matching/proposal",
        [.. keys.Select(k => KeyValuePair.Create("Form.Pairs", k)), new("Form.From", "2026-11-22"), new("Form.To", "2027-05-31")]);
}
