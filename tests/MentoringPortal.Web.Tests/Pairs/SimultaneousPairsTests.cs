using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Pairs;

/// <summary>CC4: of forty who take the last place of a mentor, or put one mentee into a pair of one form, exactly one wins; the others are told in a sentence.</summary>
public sealed class SimultaneousPairsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const int AtOnce = 40;

    [Fact]
    public async Task LastPlace_IsTakenOnce()
    {
        var (mentor, mentees) = ((await host.Mentors(1, 1))[0], await host.Mentees(AtOnce));
        OneWins(await Post(i => PairsDesk.NewPair(mentor, mentees[i])));
        (await host.Db(db => db.PairMentees.CountAsync(m => m.To == null && m.Pair!.Mentors.Any(x => x.MentorId == mentor && x.To == null)))).ShouldBe(1);
    }

    [Fact]
    public async Task OnePairOfAForm_IsMadeOnce()
    {
        var (mentors, mentee) = (await host.Mentors(AtOnce, 1), (await host.Mentees(1))[0]);
        OneWins(await Post(i => PairsDesk.NewPair(mentors[i], mentee)));
        (await host.Db(db => db.PairMentees.CountAsync(m => m.MenteeId == mentee))).ShouldBe(1);
        (await host.Db(db => db.Pairs.CountAsync(p => !p.Mentees.Any()))).ShouldBe(0, "nothing is left of those refused");
    }

    private async Task<Answer[]> Post(Func<int, Dictionary<string, string>> form)
    {
        var curator = await host.As("curator1");
        var token = await curator.Token();
        return await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(i => curator.Post("/pairs/new", form(i).Append(new("__RequestVerificationToken", token)).ToList())));
    }

    private static void OneWins(Answer[] answers)
    {
        answers.Count(a => a.IsRedirect).ShouldBe(1, string.Join(", ", answers.Select(a => a.Status)));
        foreach (var loser in answers.Where(a => !a.IsRedirect))
        {
            loser.Status.ShouldBeOneOf(409, 422);
            loser.Html.QuerySelector(".errors")!.TextContent.ShouldMatch("занято мест|уже есть пара|подобрали другую пару");
        }
    }
}
