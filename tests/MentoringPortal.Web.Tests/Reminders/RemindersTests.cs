using MentoringPortal.Data.Mail;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Mail;
using MentoringPortal.Web.Tests.Pairs;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Reminders;

/// <summary>Where pairs stand still: each is told of his own, in the portal and on Mondays by mail, without anybody's name.</summary>
public sealed class RemindersTests(MailHost host) : IClassFixture<MailHost>
{
    [Fact]
    public async Task PairWithoutAPlan_StandsOnItsCuratorsPage_AndNobodyElsesNames()
    {
        var curator = await host.As("curator1");
        var (address, name) = await Pair(curator);
        var page = await curator.Get("/reminders");
        page.Html.QuerySelectorAll("#plan a").Select(a => a.GetAttribute("href")).ShouldContain(address);
        page.Words.ShouldContain(name);
        (await curator.Get("/")).Html.QuerySelectorAll("a").ShouldContain(a => a.GetAttribute("href") == "/reminders#plan");
        (await (await host.As("curator2")).Get("/reminders")).Words.ShouldNotContain(name);
        (await (await host.As("mentor1")).Get("/reminders")).Words.ShouldNotContain(name);
        var department = await (await host.As("department")).Get("/reminders");
        department.Words.ShouldContain("Лицей № 3");
        department.Words.ShouldNotContain(name);
    }

    [Fact]
    public async Task PaperJournal_TakesThePairOffTheLadder_UntilItIsAMonthOld()
    {
        var curator = await host.As("curator1");
        var (address, _) = await Pair(curator);
        (await curator.Submit(address, [], $"{address}/paper")).Location.ShouldBe(address);
        (await curator.Get(address)).Words.ShouldContain("Журнал на бумаге");
        (await curator.Get("/reminders")).Html.QuerySelectorAll("#plan a, #meeting a").Select(a => a.GetAttribute("href")).ShouldNotContain(address);

        host.Time.Advance(TimeSpan.FromDays(32));
        curator = await host.As("curator1");
        (await curator.Get("/reminders")).Html.QuerySelectorAll("#paperjournal a").Select(a => a.GetAttribute("href")).ShouldContain(address);
        (await curator.Submit(address, [], $"{address}/paper/stop")).Location.ShouldBe(address);
        (await host.Pair(address)).PaperJournalConfirmedOn.ShouldBeNull();
        (await curator.Get("/reminders")).Html.QuerySelectorAll("#plan a").Select(a => a.GetAttribute("href")).ShouldContain(address);
    }

    [Fact]
    public async Task MondayDigest_TellsEachHisOwnNumbers_Once_AndNamesNobody()
    {
        await Pair(await host.As("curator1"));
        var now = host.Time.GetUtcNow();
        var untilMonday = ((int)DayOfWeek.Monday - (int)now.DayOfWeek + 7) % 7;
        host.Time.Advance(now.Date.AddDays(untilMonday == 0 ? 7 : untilMonday).AddHours(4.5) - now.DateTime);
        await host.SendDue();
        Digests("curator1@demo.example").ShouldBeEmpty("half past seven is too early");

        host.Time.Advance(TimeSpan.FromHours(1));
        await host.SendDue();
        await host.SendDue();
        var letter = Digests("curator1@demo.example").ShouldHaveSingleItem();
        var page = await (await host.As("curator1")).Get("/reminders");
        letter.ReplaceLineEndings("\n").ShouldContain(page.Html.QuerySelector("#reminder-text")!.TextContent.Trim().ReplaceLineEndings("\n"));
        letter.ShouldContain("https://portal.example/reminders");
        Digests("department@demo.example").ShouldHaveSingleItem();
        Digests("official@demo.example").ShouldBeEmpty();
        var surnames = await host.Db(db => db.People.Select(p => p.Surname).Distinct().ToListAsync());
        host.Smtp.Letters.Count.ShouldBeGreaterThan(1);
        foreach (var (recipient, _) in host.Smtp.Letters)
            host.Taken(recipient).ShouldAllBe(text => !surnames.Exists(s => text.Contains(s)), recipient);
        (await host.Mails("curator1@demo.example")).Count(m => m.Kind == MailKind.Digest).ShouldBe(1);
    }

    /// <summary>Among other letters: the demo's open request reminds too.</summary>
    private List<string> Digests(string recipient) => [.. host.Taken(recipient).Where(text => text.StartsWith("Наставничество: ждут внимания", StringComparison.Ordinal))];

    /// <summary>A pair at work since 1 November without a plan; the mentee's surname.</summary>
    private async Task<(string Address, string Name)> Pair(Visitor curator)
    {
        var mentor = (await host.Mentors(1, 1))[0];
        var mentee = (await host.Mentees(1))[0];
        var address = await curator.Draft(mentor, mentee);
        (await curator.Fix(address)).IsRedirect.ShouldBeTrue();
        (await host.Pair(address)).State.ShouldBe(PairState.Active);
        return (address, await host.Db(db => db.Mentees.Where(m => m.Id == mentee).Select(m => m.Person!.Surname).SingleAsync()));
    }
}
