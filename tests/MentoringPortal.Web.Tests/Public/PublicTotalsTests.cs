using System.Text;
using System.Text.Json;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Public;

/// <summary>The totals for everybody: off until the department shows them, and without a person or an organization.</summary>
public sealed class PublicTotalsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly string[] Pages = ["/public", "/public/data.json", "/public/data.csv"];

    [Fact]
    public async Task Totals_AreSwitchedByTheDepartment_CountedOnceADay_AndNameNobody()
    {
        var (stranger, department) = (host.Anonymous(), await host.As("department"));
        foreach (var page in Pages)
            (await stranger.Get(page)).Status.ShouldBe(404, page);
        (await department.Get("/public")).Status.ShouldBe(404, "off is off for all");
        (await stranger.Get("/account/login")).Html.QuerySelector("a[href='/public']").ShouldBeNull();

        (await department.Submit("/settings", new() { ["Form.IsPublic"] = "true" })).IsRedirect.ShouldBeTrue();
        (await department.Get("/settings")).Words.ShouldContain("итоги видны всем");
        (await stranger.Get("/account/login")).Html.QuerySelector("a[href='/public']").ShouldNotBeNull();

        var counted = await CountByHand();
        var json = JsonDocument.Parse((await stranger.Get("/public/data.json")).Bytes).RootElement;
        json.GetProperty("mentors").GetInt32().ShouldBe(counted.Mentors);
        json.GetProperty("mentees").GetInt32().ShouldBe(counted.Mentees);
        json.GetProperty("pairs").GetInt32().ShouldBe(counted.Pairs);
        json.GetProperty("organizations").GetInt32().ShouldBe(counted.Organizations);
        json.GetProperty("coverage").EnumerateArray().Select(c => c.GetProperty("population").GetString()).ShouldContain("PupilsInProgrammes");
        (await stranger.Get("/public")).Words.ShouldContain($"{counted.Mentors} наставников");
        var csv = (await stranger.Get("/public/data.csv")).Bytes;
        csv.Take(3).ShouldBe(Encoding.UTF8.GetPreamble());
        Encoding.UTF8.GetString(csv).ShouldContain($"Наставников;;{counted.Mentors}\r\n");

        await NamesNobody(stranger);
        await IsMadeOnceADay(stranger, counted.Mentors);

        // A day later she signs in again.
        (await (await host.As("department")).Submit("/settings", new() { ["Form.IsPublic"] = "false" })).IsRedirect.ShouldBeTrue();
        foreach (var page in Pages)
            (await stranger.Get(page)).Status.ShouldBe(404, "taken off at once");
    }

    /// <summary>Of the demo nobody is in two organizations, so that people are counted as rows.</summary>
    private async Task<(int Mentors, int Mentees, int Pairs, int Organizations)> CountByHand()
    {
        var pairs = await host.Db(db => db.Pairs.AsNoTracking().Include(p => p.Mentors).ThenInclude(m => m.Mentor).Include(p => p.Mentees).ThenInclude(m => m.Mentee).ToListAsync());
        var today = new DateOnly(2026, 11, 22);
        var counting = pairs.FindAll(p => p.OrderNumber is not null && p.From <= today && ((p.EndedOn ?? p.To) >= today || (p.State == PairState.Completed && p.EndedOn >= new DateOnly(2026, 9, 1))));
        var mentors = counting.SelectMany(p => p.Mentors).Select(m => m.Mentor!.PersonId).ToHashSet();
        var mentees = counting.SelectMany(p => p.Mentees).Select(m => m.Mentee!.PersonId).ToHashSet();
        return (mentors.Count, mentees.Count, counting.Count, counting.Select(p => p.OrganizationId).Distinct().Count());
    }

    private async Task NamesNobody(Visitor stranger)
    {
        var secret = await host.Db(async db => (await db.People.Select(p => p.Surname).ToListAsync()).Concat(await db.Organizations.Select(o => o.ShortName).ToListAsync()).Distinct().ToList());
        foreach (var page in Pages)
        {
            var answer = await stranger.Get(page);
            var text = page == "/public" ? answer.Words : Encoding.UTF8.GetString(answer.Bytes);
            secret.Where(text.Contains).ShouldBeEmpty(page);
        }
    }

    private async Task IsMadeOnceADay(Visitor stranger, int mentors)
    {
        await host.Db(db => db.PairMentors.Where(m => m.To == null && m.Pair!.OrderNumber != null).OrderBy(m => m.Id).Take(3).ExecuteUpdateAsync(s => s.SetProperty(m => m.From, new DateOnly(2027, 1, 1))));
        using (var log = new CommandLog(host.Storage))
        {
            (await stranger.Get("/public")).Words.ShouldContain($"{mentors} наставников");
            log.Take().Count.ShouldBeLessThanOrEqualTo(2, "the switch and the name in the head");
        }
        host.Time.Advance(TimeSpan.FromDays(1));
        (await stranger.Get("/public")).Words.ShouldContain($"{mentors - 3} наставников");
    }
}
