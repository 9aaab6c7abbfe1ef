using MentoringPortal.Domain.Pairs;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Pairs;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Calendar;

/// <summary>The secret address shows its owner's days and initials, until it is renewed, taken back, or its owner has nothing to do with them.</summary>
public sealed class CalendarFeedTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Topic = "Тема-не-для-чужих-глаз", Task = "Задача-не-для-чужих-глаз";

    /// <summary>A pair of mentor1 at work with a meeting and a task ahead.</summary>
    private Task<string> Pair() => host.Db(async db =>
    {
        var mentor = await db.Mentors.Include(m => m.Person).SingleAsync(m => db.Users.Any(u => u.Id == m.UserId && u.Email == "mentor1@demo.example"));
        var menteeId = (await host.Mentees(1))[0];
        var mentee = await db.Mentees.Include(m => m.Person).SingleAsync(m => m.Id == menteeId);
        var pair = Domain.Pairs.Pair.Open(await db.MentoringForms.SingleAsync(f => f.Id == 6), new DateOnly(2026, 11, 1), new DateOnly(2027, 5, 31), new MentorPlace(mentor, 99, 0, true), [new MenteePlace(mentee, [])]);
        pair.Fix(new FixingOrder("1", new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 1)), [], PairsDesk.Today);
        pair.Plan.Add(new PlanTask(pair.OrganizationId) { Ordinal = 1, Task = Task, DueOn = new DateOnly(2026, 12, 9) });
        db.AddRange(pair, Meeting.Plan(pair, MeetingKind.Regular, new DateOnly(2026, 12, 3), Topic));
        await db.SaveChangesAsync();
        return mentee.Person!.Surname;
    });

    private static async Task<string> Address(Visitor visitor)
    {
        (await visitor.Submit("/calendar", [], "/calendar/renew")).Location.ShouldBe("/calendar");
        var address = (await visitor.Get("/calendar")).Html.QuerySelector("#calendar-address")!.GetAttribute("value")!;
        return new Uri(address).PathAndQuery;
    }

    [Theory, InlineData("mentor1"), InlineData("curator1")]
    public async Task Feed_OfTheOwner_TellsDaysAndInitials(string login)
    {
        var surname = await Pair();
        var visitor = await host.As(login);
        (await visitor.Get("/calendar")).Words.ShouldContain(Topic, customMessage: "the page itself is for the signed-in owner");
        var address = await Address(visitor);
        var answer = await host.Anonymous().Get(address);
        answer.Status.ShouldBe(200);
        answer.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        var text = answer.Text.Replace("\r\n ", "", StringComparison.Ordinal);
        text.ShouldStartWith("BEGIN:VCALENDAR");
        text.ShouldContain("DTSTART;VALUE=DATE:20261203");
        text.ShouldContain("DTSTART;VALUE=DATE:20261209");
        text.ShouldContain("Н. Е.");
        foreach (var secret in new[] { surname, Topic, Task, "Егор" })
            text.ShouldNotContain(secret);
        (await visitor.Get("/calendar")).Html.QuerySelector("#calendar-address").ShouldBeNull("the address is shown once");
    }

    [Fact]
    public async Task Feed_OfAMentor_HoldsNothingOfOthers()
    {
        await Pair();
        var address = await Address(await host.As("mentor2"));
        (await host.Anonymous().Get(address)).Text.ShouldNotContain("20261203");
        var other = await Address(await host.As("curator2"));
        (await host.Anonymous().Get(other)).Text.ShouldNotContain("20261209");
    }

    [Fact]
    public async Task Address_Renewed_OrTakenBack_OpensNothing()
    {
        var visitor = await host.As("curator1");
        var first = await Address(visitor);
        var second = await Address(visitor);
        (await host.Anonymous().Get(first)).Status.ShouldBe(404);
        (await host.Anonymous().Get(second)).Status.ShouldBe(200);
        (await visitor.Submit("/calendar", [], "/calendar/revoke")).Location.ShouldBe("/calendar");
        (await host.Anonymous().Get(second)).Status.ShouldBe(404);
        (await host.Db(db => db.Audit.CountAsync(a => a.Entity == "CalendarFeed"))).ShouldBeGreaterThanOrEqualTo(3);
    }

    /// <summary>Pressed twice, the button makes one address, and the page that the second press leads to shows it.</summary>
    [Fact]
    public async Task Address_AskedForTwiceFromOnePage_IsShown()
    {
        var visitor = await host.As("curator2");
        KeyValuePair<string, string>[] form = [new("__RequestVerificationToken", await visitor.Token())];
        // What the first answer brought is gone: only the second can show it.
        await visitor.Follow(await visitor.Post("/calendar/renew", form));
        var shown = (await visitor.Follow(await visitor.Post("/calendar/renew", form))).Html.QuerySelector("#calendar-address")!.GetAttribute("value")!;
        (await host.Anonymous().Get(new Uri(shown).PathAndQuery)).Status.ShouldBe(200);
    }

    [Theory, InlineData(""), InlineData("?code="), InlineData("?code=нет"), InlineData("?code=0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Address_Guessed_IsNotThere(string query) => (await host.Anonymous().Get($"/calendar/feed.ics{query}")).Status.ShouldBe(404);

    [Fact]
    public async Task Address_OfADisabledAccount_OpensNothing()
    {
        var address = await Address(await host.As("mentor2"));
        try
        {
            await Disable(true);
            (await host.Anonymous().Get(address)).Status.ShouldBe(404);
        }
        finally
        {
            await Disable(false);
        }

        Task<int> Disable(bool isDisabled) => host.Db(async db =>
        {
            (await db.Users.SingleAsync(u => u.Email == "mentor2@demo.example")).IsDisabled = isDisabled;
            return await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task Code_IsKeptAsItsHashAlone()
    {
        var address = await Address(await host.As("curator2"));
        var code = address.Split('=')[1];
        var hashes = await host.Db(db => db.CalendarFeeds.IgnoreQueryFilters().Select(f => f.CodeHash).ToListAsync());
        hashes.ShouldNotBeEmpty();
        hashes.ShouldNotContain(code);
    }
}
