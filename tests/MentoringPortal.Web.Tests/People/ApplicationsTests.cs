using System.Text.RegularExpressions;
using MentoringPortal.Data;
using MentoringPortal.Domain.Applications;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Setup;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MentoringPortal.Web.Tests.People;

/// <summary>«Анкета желающего» from the link of a class to a card in the bank, and what is left of it: nothing.</summary>
public sealed partial class ApplicationsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly Dictionary<string, string> Child = new()
    {
        ["Form.Surname"] = "Серёгина-Заявкина",
        ["Form.Given"] = "Ёлка",
        ["Form.BirthDate"] = "2013-05-05",
        ["Form.ParentName"] = "Заявкин Пётр",
        ["Form.ParentContact"] = "8 (000) 111-22-33",
        ["Form.Words"] = "Хочу разобраться\nс дробями",
        ["Form.TopicIds"] = "2",
        ["Form.IsAgreed"] = "true",
    };

    [Fact]
    public async Task Link_GivesADraft_WhichBecomesACard_AndIsGone()
    {
        var curator = await host.As("curator1");
        var address = await Link(curator, ("Form.Role", "Mentee"), ("Form.Kind", "Pupil"), ("Form.ClassName", "7б"));
        var stranger = host.Anonymous();
        var page = await stranger.Get(address);
        page.Words.ShouldContain("Лицей № 3, 7 Б класс");
        page.Html.QuerySelector("[name='Form.ClassName']").ShouldBeNull("the class stands in the link");
        (await stranger.Submit(address, new(Child) { ["Form.IsAgreed"] = "false" }, "/applications/fill")).Status.ShouldBe(422);
        (await stranger.Submit(address, new(Child) { ["Form.ParentContact"] = "" }, "/applications/fill")).Words.ShouldContain("укажите родителя и его телефон");
        (await stranger.Submit(address, new(Child) { ["Form.BirthDate"] = "" }, "/applications/fill")).Words.ShouldContain("Укажите дату рождения");
        (await stranger.Submit(address, new(Child) { ["Form.Words"] = " ", ["Form.TopicIds"] = "999" }, "/applications/fill")).Words.ShouldContain("Отметьте, с чем нужна помощь");
        var sent = await stranger.Submit(address, Child, "/applications/fill");
        (await stranger.Follow(sent)).Words.ShouldContain("Спасибо");

        (await curator.Get("/")).Words.ShouldContain("Анкет ждут решения: ");
        var card = await Card(curator, "Серёгина-Заявкина");
        var text = (await curator.Get(card)).Words;
        foreach (var shown in new[] { "7 Б класс", "05.05.2013", "Заявкин Пётр", "Учебные трудности", "Хочу разобраться с дробями" })
            text.ShouldContain(shown);
        var form = $"/people/new?applicationId={card.Split('/')[^1]}";
        var accepted = await curator.Submit(form, [], "/people/new");
        accepted.Location.ShouldStartWith("/people/", Case.Sensitive, accepted.Words);
        (await curator.Get(accepted.Location!)).Words.ShouldContain("Серёгина-Заявкина Ёлка");
        (await curator.Get(card)).Status.ShouldBe(404, "an accepted one is deleted");
        (await curator.Get(form)).Status.ShouldBe(404);
        var journal = await host.Db(db => db.Audit.Where(a => a.Entity == nameof(Application)).ToListAsync());
        journal.ShouldContain(a => a.ActorName == "желающий по ссылке");
        System.Text.Json.JsonSerializer.Serialize(journal.Select(a => a.Changes)).ShouldNotContain("111-22-33");
    }

    [Fact]
    public async Task Namesake_GetsThePlaceInTheBank_AndKeepsHisCard()
    {
        var curator = await host.As("curator1");
        var person = await host.Db(db => db.People.AsNoTracking().FirstAsync(p => p.Organization!.ShortName == "Лицей № 3" && p.Kind == PersonKind.Teacher && p.Mentor == null && p.Mentee == null));
        var address = await Link(curator, ("Form.Role", "Mentor"), ("Form.Kind", "Teacher"));
        await host.Anonymous().Submit(address, new()
        {
            ["Form.Surname"] = person.Surname.ToUpperInvariant(),
            ["Form.Given"] = person.Given,
            ["Form.Patronymic"] = person.Patronymic!,
            ["Form.Words"] = "Веду кружок",
            ["Form.IsAgreed"] = "true",
        }, "/applications/fill");
        var card = await Card(curator, person.Surname);
        (await curator.Get(card)).Words.ShouldContain("Возможно, этот человек уже есть");
        var stranger = await host.Db(db => db.People.Where(p => p.OrganizationId == person.OrganizationId && p.NameKey != person.NameKey).Select(p => p.Id).FirstAsync());
        (await curator.Post($"{card}/join", new Dictionary<string, string> { ["Form.PersonId"] = $"{stranger}" })).Status.ShouldBe(422, "not of this name");
        (await curator.Post($"{card}/join", new Dictionary<string, string> { ["Form.PersonId"] = $"{person.Id}" })).Location.ShouldBe($"/people/{person.Id}");
        var joined = await host.Db(db => db.People.Include(p => p.Mentor).AsNoTracking().SingleAsync(p => p.Id == person.Id));
        (joined.Surname, joined.Mentor!.Competences).ShouldBe((person.Surname, "Веду кружок"));
        (await curator.Get(card)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Link_FullLateOrRevoked_OpensNothing_AndAnotherSchoolSeesNothing()
    {
        var curator = await host.As("curator1");
        var address = await Link(curator, ("Form.Role", "Mentee"), ("Form.Kind", "Teacher"), ("Form.Places", "1"));
        Dictionary<string, string> Adult(string surname) => new() { ["Form.Surname"] = surname, ["Form.Given"] = "Ия", ["Form.Words"] = "=1+1", ["Form.IsAgreed"] = "true" };
        var (first, second) = (host.Anonymous(), host.Anonymous());
        var (firstPage, secondPage) = (await first.Get(address), await second.Get(address));
        // Both have the page open, one place is left.
        Task<Answer> Send(Visitor visitor, Answer page, string surname) =>
            visitor.Post("/applications/fill", page.Filled("/applications/fill").Concat(Adult(surname)).GroupBy(f => f.Key).ToDictionary(g => g.Key, g => g.Last().Value));
        var answers = await Task.WhenAll(Send(first, firstPage, "Первая"), Send(second, secondPage, "Вторая"));
        (firstPage.Status, secondPage.Status).ShouldBe((200, 200));
        answers.Count(a => a.IsRedirect).ShouldBe(1);
        answers.Count(a => a.Status is 422 or 410).ShouldBe(1);
        (await first.Get(address)).Status.ShouldBe(410, "all places are taken");

        var late = await Link(curator, ("Form.Role", "Mentee"), ("Form.Kind", "Teacher"));
        var link = await host.Db(db => db.ApplicationLinks.IgnoreQueryFilters().OrderByDescending(l => l.Id).FirstAsync());
        await host.Db(db => db.ApplicationLinks.IgnoreQueryFilters().Where(l => l.Id == link.Id).ExecuteUpdateAsync(s => s.SetProperty(l => l.Until, link.Until.AddDays(-100))));
        (await first.Get(late)).Status.ShouldBe(410);
        await host.Db(db => db.ApplicationLinks.IgnoreQueryFilters().Where(l => l.Id == link.Id).ExecuteUpdateAsync(s => s.SetProperty(l => l.Until, link.Until)));
        (await first.Get(late)).Status.ShouldBe(200);
        (await curator.Submit("/applications/links", [], $"/applications/links/{link.Id}/revoke")).Location.ShouldBe("/applications/links");
        (await first.Get(late)).Status.ShouldBe(410);
        foreach (var guess in new[] { "", "?code=", "?code=нет", "?code=" + new string('0', 64) })
            (await first.Get($"/applications/fill{guess}")).Status.ShouldBe(410, guess);

        (await (await host.As("curator2")).Get("/applications")).Words.ShouldContain("Анкет пока нет");
    }

    [Fact]
    public async Task ScopeOfALink_AddsAnApplicationOfItsOwn_AndReadsNothing()
    {
        await Link(await host.As("curator1"), ("Form.Role", "Mentee"), ("Form.Kind", "Teacher"));
        var link = await host.Db(db => db.ApplicationLinks.IgnoreQueryFilters().AsNoTracking().OrderByDescending(l => l.Id).FirstAsync());
        await using var db = TestScope.For(host.Services, AccessScope.For(new LinkedRow(LinkKind.Applications, link.Id, link.OrganizationId!.Value, "по ссылке")));
        foreach (var count in new[] { await db.People.CountAsync(), await db.Applications.CountAsync(), await db.Mentees.CountAsync(), await db.SurveyInvitations.CountAsync(), await db.Organizations.CountAsync() })
            count.ShouldBe(0);
        (await db.ApplicationLinks.Select(l => l.Id).ToListAsync()).ShouldBe([link.Id]);
        Application Of(int organizationId) => new(organizationId, ApplicantRole.Mentee, new Person(organizationId, PersonKind.Teacher, new PersonName("Чужой", "Ян", null)), new ApplicantWords([1], null, null, TimeSlots.None), new DateOnly(2026, 11, 22));
        db.Add(Of(link.OrganizationId.Value + 1));
        await Should.ThrowAsync<ScopeException>(() => db.SaveChangesAsync());
        db.ChangeTracker.Clear();
        // More places than the curator gave.
        db.Entry(db.Attach(link).Entity).Property(l => l.Places).CurrentValue = 300;
        await Should.ThrowAsync<ScopeException>(() => db.SaveChangesAsync());
        db.ChangeTracker.Clear();
        db.Add(Of(link.OrganizationId.Value));
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task Forgotten_IsDeletedAfterItsDays_DeclinedAtOnce()
    {
        var curator = await host.As("curator1");
        var address = await Link(curator, ("Form.Role", "Mentee"), ("Form.Kind", "Teacher"));
        foreach (var surname in new[] { "Забытая", "Отклонённая", "Свежая" })
            await host.Anonymous().Submit(address, new() { ["Form.Surname"] = surname, ["Form.Given"] = "Ия", ["Form.Words"] = "Помощь", ["Form.IsAgreed"] = "true" }, "/applications/fill");
        var declined = await Card(curator, "Отклонённая");
        (await curator.Submit(declined, [], $"{declined}/decline")).Location.ShouldBe("/applications");
        (await curator.Get(declined)).Status.ShouldBe(404);
        await host.Db(db => db.Applications.IgnoreQueryFilters().Where(a => a.Surname == "Забытая").ExecuteUpdateAsync(s => s.SetProperty(a => a.ReceivedOn, new DateOnly(2026, 11, 22).AddDays(-Application.DaysKept))));
        await host.Services.GetServices<IHostedService>().OfType<DailyWork>().Single().Run(CancellationToken.None);
        (await host.Db(db => db.Applications.IgnoreQueryFilters().Select(a => a.Surname).ToListAsync())).ShouldNotContain("Забытая");
        (await Card(curator, "Свежая")).ShouldNotBeNull();
    }

    [Theory, InlineData("pdf"), InlineData("docx")]
    public async Task Blank_HasTheQuestions(string paper)
    {
        var blank = CanaryReader.TextOf(await (await host.As("curator1")).Get($"/applications/blank.{paper}?role=Mentor&kind=Pupil"));
        foreach (var words in new[] { "Анкета желающего стать наставником", "Лицей № 3", "Олимпиады и конкурсы", "Родитель" })
            blank.ShouldContain(words);
    }

    private static async Task<string> Link(Visitor curator, params (string Field, string Value)[] fields)
    {
        var made = await curator.Submit("/applications/links", fields.ToDictionary(f => f.Field, f => f.Value), "/applications/links");
        made.Status.ShouldBe(200, made.Words);
        return Address().Match(made.Html.QuerySelector("textarea")!.TextContent).Value;
    }

    private static async Task<string> Card(Visitor curator, string surname) =>
        (await curator.Get("/applications?size=100")).Html.QuerySelectorAll("tbody a").First(a => a.TextContent.Contains(surname, StringComparison.Ordinal)).GetAttribute("href")!;

    [GeneratedRegex(@"/applications/fill\?code=[0-9a-f]{64}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Address();
}
