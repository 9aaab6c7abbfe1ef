using MentoringPortal.Domain.People;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Pairs;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.People;

/// <summary>A pupil leaves one school for another: the new one takes him or refuses, and is shown no more than it needs.</summary>
public sealed class TransferringPupilsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string To = "Школа № 7";

    [Fact]
    public async Task Leaver_IsTakenByTheNewSchool_IntoACardOfItsOwn()
    {
        var (old, other, third) = (await host.As("curator1"), await host.As("curator2"), await host.As("department"));
        var person = await Leave(old);
        (await old.Get("/transfers")).Words.ShouldContain($"{person.Surname} Егор");
        (await other.Get("/")).Words.ShouldContain("Переходят к нам из других школ: ");
        var card = await Incoming(other, person.Surname);
        var page = await other.Get(card);
        foreach (var shown in new[] { "Лицей № 3", "7 В", "04.03.2013", "Был наставляемым" })
            page.Words.ShouldContain(shown);
        foreach (var hidden in new[] { "Трудно с дробями", "папка" })
            page.Text.ShouldNotContain(hidden);
        (await old.Get(card)).Status.ShouldBe(404, "the old school does not answer for the new one");
        (await third.Get("/transfers")).Status.ShouldBe(403);

        var form = $"/people/new?transferId={card.Split('/')[^1]}";
        var accepted = await other.Submit(form, new() { ["Form.Person.ClassName"] = "7 А" }, "/people/new");
        accepted.Location.ShouldStartWith("/people/", Case.Sensitive, accepted.Words);
        (await other.Get(accepted.Location!)).Words.ShouldContain($"{person.Surname} Егор");
        (await other.Get(form)).Status.ShouldBe(404, "taken once");
        (await old.Get("/transfers")).Words.ShouldContain("Переводов нет");
        var cards = await host.Db(db => db.People.Where(p => p.NameKey == person.NameKey).OrderBy(p => p.Id).Select(p => new { p.Organization!.ShortName, p.LeftOn, Consents = p.Consents.Count }).ToListAsync());
        cards.Select(c => (c.ShortName, c.LeftOn, c.Consents)).ShouldBe([("Лицей № 3", new DateOnly(2026, 11, 20), 1), (To, null, 0)]);
        var journal = await host.Db(db => db.Audit.Where(a => a.Entity == nameof(Transfer)).ToListAsync());
        System.Text.Json.JsonSerializer.Serialize(journal.Select(a => a.Changes)).ShouldNotContain(person.Surname);
    }

    [Fact]
    public async Task Refused_LeavesTheReasonAlone_AndIsAnsweredOnce()
    {
        var (old, other) = (await host.As("curator1"), await host.As("curator2"));
        var person = await Leave(old);
        var card = await Incoming(other, person.Surname);
        (await other.Submit(card, [], $"{card}/refuse")).Status.ShouldBe(422);
        (await other.Submit(card, new() { ["Form.Reason"] = "Не пришёл" }, $"{card}/refuse")).Location.ShouldBe("/transfers");
        (await other.Get(card)).Status.ShouldBe(404);
        (await other.Post($"{card}/join", new Dictionary<string, string> { ["Form.PersonId"] = $"{person.Id}" })).Status.ShouldBe(404);
        (await old.Get("/transfers")).Words.ShouldContain("отказ: Не пришёл");
        var left = await host.Db(db => db.Transfers.IgnoreQueryFilters().AsNoTracking().SingleAsync(t => t.PersonId == person.Id));
        (left.Surname, left.NameKey, left.BirthDate).ShouldBe((null, null, null));
        (await old.Submit("/transfers", [], $"{card}/withdraw")).Location.ShouldBe("/transfers");
        (await host.Db(db => db.Transfers.IgnoreQueryFilters().CountAsync(t => t.PersonId == person.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task Returned_OrKnownThere_NeedsNoNewCard()
    {
        var (old, other) = (await host.As("curator1"), await host.As("curator2"));
        var stays = await Leave(old);
        (await old.Submit($"/people/{stays.Id}", [], $"/people/{stays.Id}/return")).IsRedirect.ShouldBeTrue();
        (await host.Db(db => db.Transfers.IgnoreQueryFilters().CountAsync(t => t.PersonId == stays.Id))).ShouldBe(0, "who is back goes nowhere");

        var goes = await Leave(old);
        var known = await host.Db(async db =>
        {
            var school = await db.Organizations.SingleAsync(o => o.ShortName == To);
            var pupil = new Person(school.Id, PersonKind.Pupil, goes.Name);
            pupil.Describe(PersonKind.Pupil, goes.BirthDate, null, PairsDesk.Today);
            pupil.Leave(new DateOnly(2025, 5, 31));
            db.Add(pupil);
            await db.SaveChangesAsync();
            return pupil.Id;
        });
        var card = await Incoming(other, goes.Surname);
        (await other.Get(card)).Words.ShouldContain("Возможно, этот человек уже есть");
        (await other.Post($"{card}/join", new Dictionary<string, string> { ["Form.PersonId"] = $"{known}" })).Location.ShouldBe($"/people/{known}");
        var back = await host.Db(db => db.People.Include(p => p.Mentee).AsNoTracking().SingleAsync(p => p.Id == known));
        (back.LeftOn, back.Mentee is not null).ShouldBe((null, true));
    }

    [Fact]
    public async Task Leave_ToASchoolThatIsNone_IsRefused()
    {
        var old = await host.As("curator1");
        var person = await Mentee();
        var factory = await host.Db(db => db.Organizations.Where(o => o.ShortName == "Завод «Сатурн»").Select(o => o.Id).SingleAsync());
        (await old.Submit($"/people/{person.Id}/leave", new() { ["Form.LastDay"] = "2026-11-20", ["Form.ToOrganizationId"] = $"{factory}" }, $"/people/{person.Id}/leave")).Status.ShouldBe(422);
        (await host.Db(db => db.People.Where(p => p.Id == person.Id).Select(p => p.LeftOn).SingleAsync())).ShouldBeNull();
    }

    private async Task<Person> Leave(Visitor curator)
    {
        var person = await Mentee();
        var to = await host.Db(db => db.Organizations.Where(o => o.ShortName == To).Select(o => o.Id).SingleAsync());
        (await curator.Submit($"/people/{person.Id}/leave", new() { ["Form.LastDay"] = "2026-11-20", ["Form.ToOrganizationId"] = $"{to}" }, $"/people/{person.Id}/leave")).IsRedirect.ShouldBeTrue();
        return person;
    }

    private async Task<Person> Mentee()
    {
        var mentee = (await host.Mentees(1))[0];
        return await host.Db(db => db.People.AsNoTracking().SingleAsync(p => p.Mentee!.Id == mentee));
    }

    private static async Task<string> Incoming(Visitor curator, string surname) =>
        (await curator.Get("/transfers")).Html.QuerySelectorAll("tbody a").First(a => a.TextContent.Contains(surname, StringComparison.Ordinal)).GetAttribute("href")!;
}
