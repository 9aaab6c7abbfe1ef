using MentoringPortal.Domain.Consents;
using MentoringPortal.Web.Features.Consents;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Consents;

/// <summary>Papers come in by class: a tick list, saved whole or not at all; blanks for those who have none.</summary>
public sealed class ReceivingConsentsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string A = "Лицей № 3";
    private static readonly DateOnly Day = new(2026, 10, 1);

    [Fact]
    public async Task Receive_AClass_SavesEverybodyTicked()
    {
        var people = await host.Class(A, "6 Э", ("Букин", "2015-02-03"), ("Вязов", "2015-04-05"), ("Грушин", "2015-06-07"));
        var curator = await host.As("curator1");
        var list = await curator.Get($"/consents/receive?Group={Uri.EscapeDataString("6 Э")}&Kind=Processing");
        list.Words.ShouldContain("Букин Глеб");
        list.Words.ShouldNotContain("и сам подросток");

        var answer = await Post(curator, "6 Э", [people[0], people[1]], []);
        answer.IsRedirect.ShouldBeTrue(answer.Words);
        var kept = await host.Db(db => db.Consents.Where(c => people.Contains(c.PersonId)).OrderBy(c => c.PersonId).ToListAsync());
        kept.Select(c => c.PersonId).ShouldBe([people[0], people[1]], ignoreOrder: true);
        kept.ShouldAllBe(c => c.PaperNumber == "папка 7" && c.SignedOn == Day && c.Signer == ConsentSigner.Parent && c.SignerName == "Мать Мария");
        (await curator.Get($"/consents/receive?Group={Uri.EscapeDataString("6 Э")}&Kind=Processing")).Words.ShouldNotContain("Букин Глеб", Case.Sensitive, "who has a consent is asked no more");
        (await Post(curator, "6 Э", [people[0], people[2]], [])).Status.ShouldBe(422, "the same paper twice");
        (await host.Db(db => db.Consents.CountAsync(c => people.Contains(c.PersonId)))).ShouldBe(2);
    }

    [Fact]
    public async Task Receive_ATeenagerWithoutHisOwnLine_NamesHim_AndSavesNobody()
    {
        var people = await host.Class(A, "9 Э", ("Дубов", "2011-02-03"), ("Елкин", "2011-04-05"));
        var curator = await host.As("curator1");
        var answer = await Post(curator, "9 Э", people, [people[0]]);
        answer.Status.ShouldBe(422);
        answer.Html.QuerySelector("#errors")!.TextContent.ShouldContain("Елкин Г.");
        answer.Html.QuerySelector("#errors")!.TextContent.ShouldNotContain("Дубов");
        answer.Html.QuerySelectorAll("input[name='Form.People'][checked]").Length.ShouldBe(2, "the ticks stay");
        (await host.Db(db => db.Consents.CountAsync(c => people.Contains(c.PersonId)))).ShouldBe(0);
        (await Post(curator, "9 Э", people, people)).IsRedirect.ShouldBeTrue();
    }

    [Fact]
    public async Task Receive_TheLastPaperOfAnUnconfirmedPair_ConfirmsIt()
    {
        var people = await host.Class(A, "8 Э", ("Ждущий", "2015-02-03"), ("Зовущий", "2013-04-05"));
        var pairId = await host.PairOf(people[1], [people[0]], isUnconfirmed: true);
        var curator = await host.As("curator1");
        (await Post(curator, "8 Э", [people[0]], [])).IsRedirect.ShouldBeTrue();
        (await Unconfirmed(pairId)).ShouldNotBeNull("the mentor's paper is still missing");
        (await Post(curator, "8 Э", [people[1]], [])).IsRedirect.ShouldBeTrue();
        (await Unconfirmed(pairId)).ShouldBeNull();
    }

    [Fact]
    public async Task Receive_ForSomebodyElsesPerson_IsNotFound()
    {
        var foreign = (await host.Class(A, "5 Э", ("Иной", "2015-02-03")))[0];
        var other = await host.As("curator2");
        (await other.Get($"/consents/receive?PersonId={foreign}")).Status.ShouldBe(404);
        (await other.Get($"/consents/forms/export.pdf?PersonId={foreign}")).Status.ShouldBe(404);
        (await other.Post("/consents/receive", new Dictionary<string, string> { ["PersonId"] = $"{foreign}", ["Kind"] = "Processing", ["Form.SignedOn"] = "2026-10-01", ["Form.People"] = $"{foreign}" })).Status.ShouldBe(404);
        (await other.Post("/consents/receive", new Dictionary<string, string> { ["Group"] = "5 Э", ["Kind"] = "Processing", ["Form.SignedOn"] = "2026-10-01", ["Form.People"] = $"{foreign}" })).Status.ShouldBe(422);
        (await host.Db(db => db.Consents.CountAsync(c => c.PersonId == foreign))).ShouldBe(0);
    }

    [Fact]
    public async Task Blanks_OfAClass_NameEverybody_AndWhoSigns()
    {
        await host.Class(A, "9 Ю", ("Книжкин", "2011-02-03"), ("Ландышев", "2013-04-05"));
        var curator = await host.As("curator1");
        foreach (var format in new[] { "pdf", "docx" })
        {
            var file = await curator.Get($"/consents/forms/export.{format}?Group={Uri.EscapeDataString("9 Ю")}&Kind=Processing");
            file.Status.ShouldBe(200);
            var text = string.Join(' ', CanaryReader.TextOf(file).Replace('\u00A0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            text.ShouldContain("Книжкин Глеб");
            text.ShouldContain("Ландышев Глеб");
            text.ShouldContain("Мать Мария");
            text.ShouldContain("на обработку персональных данных");
            text.ShouldContain("отозвать в любое время");
            text.Split("ознакомлен(а)").Length.ShouldBe(2, "the teenager alone has a line of his own");
            text.ShouldNotContain("2011");
        }
    }

    /// <summary>The state of the list is filtered in the database and shown by the domain: the two must agree on every row.</summary>
    [Fact]
    public async Task List_FilteredByState_ShowsThatStateAlone_AndTheMostPressingFirst()
    {
        var people = await host.Class(A, "4 Э", ("Мак", "2016-02-03"), ("Нож", "2008-12-10"), ("Осин", "2016-06-07"), ("Пень", "2016-06-08"));
        await host.Db(async db =>
        {
            var rows = await db.People.Include(p => p.Consents).Where(p => people.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync();
            foreach (var person in rows.Skip(1))
                person.Consents.Add(new Consent(person, ConsentKind.Processing, Day, true, Day));
            rows[2].Consents[0].Withdraw(Day.AddDays(3));
            return await db.SaveChangesAsync();
        });
        var curator = await host.As("curator1");
        var all = await curator.Get($"/consents?Class={Uri.EscapeDataString("4 Э")}");
        all.Html.QuerySelectorAll("tbody th").Select(h => h.TextContent.Trim().Split(' ')[0]).ShouldBe(["Мак", "Нож", "Осин", "Пень"]);
        string[] surnames = ["Мак", "Нож", "Осин", "Пень"];
        foreach (var state in Enum.GetValues<ConsentState>())
        {
            var list = await curator.Get($"/consents?Class={Uri.EscapeDataString("4 Э")}&State={state}");
            list.Html.QuerySelectorAll("tbody tr").Length.ShouldBe(1, $"{state}");
            list.Html.QuerySelector("tbody tr")!.TextContent.ShouldContain(surnames[(int)state]);
            list.Html.QuerySelector("tbody tr")!.TextContent.ShouldContain(ConsentWords.Of(state));
        }
        CanaryReader.TextOf(await curator.Get($"/consents/export.xlsx?Class={Uri.EscapeDataString("4 Э")}&State=Missing")).ShouldContain("Мак Глеб");
    }

    [Fact]
    public async Task Rules_ByTheDepartment_AreKept()
    {
        var department = await host.As("department");
        (await department.Submit("/consents/rules", new() { ["UnconfirmedDays"] = "0" })).Status.ShouldBe(422);
        (await department.Submit("/consents/rules", new() { ["Publication"] = "", ["UnconfirmedDays"] = "21" })).IsRedirect.ShouldBeTrue();
        (await host.Db(db => db.Settings.Select(s => s.UnconfirmedDays).SingleAsync())).ShouldBe(21);
        (await host.Db(db => db.ConsentRules.Where(r => r.Activity == ConsentActivity.Publication).Select(r => r.Kind).SingleAsync())).ShouldBeNull();
        (await (await host.As("curator1")).Get("/consents/rules")).Status.ShouldBe(403);
    }

    private Task<DateOnly?> Unconfirmed(int pairId) => host.Db(db => db.Pairs.Where(p => p.Id == pairId).Select(p => p.UnconfirmedUntil).SingleAsync());

    private static async Task<Answer> Post(Visitor curator, string group, int[] people, int[] ownLine) => await curator.Post("/consents/receive",
    [
        new("Group", group), new("Kind", "Processing"), new("Form.SignedOn", $"{Day:yyyy-MM-dd}"), new("Form.PaperNumber", "папка 7"), new("__RequestVerificationToken", await curator.Token()),
        .. people.Select(id => new KeyValuePair<string, string>("Form.People", $"{id}")), .. ownLine.Select(id => new KeyValuePair<string, string>("Form.OwnLine", $"{id}")),
    ]);
}
