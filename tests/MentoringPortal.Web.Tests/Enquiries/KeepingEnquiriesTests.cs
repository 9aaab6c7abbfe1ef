using MentoringPortal.Domain.People;
using MentoringPortal.Web.Tests.Consents;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Enquiries;

/// <summary>The register of enquiries about personal data: entered, reminded of, answered; names stay with whom it came to. Today is Sunday, 22 November 2026.</summary>
public sealed class KeepingEnquiriesTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string School = "Лицей № 3";

    [Fact]
    public async Task Enquiry_FromTheMenuToTheAnswer()
    {
        var person = (await host.Class(School, "6 Ю", ("Спрошенный", "2013-04-05")))[0];
        var curator = await host.As("curator1");
        (await curator.Get("/")).Html.QuerySelectorAll("a").ShouldContain(a => a.GetAttribute("href") == "/enquiries");
        (await curator.Get($"/people/{person}")).Html.QuerySelectorAll("a").ShouldContain(a => a.GetAttribute("href") == $"/enquiries/new?personId={person}");
        var answer = await curator.Submit($"/enquiries/new?personId={person}", Fields("Access", "2026-11-16", "Просившая Мария"));
        var address = answer.Location!;
        var card = await curator.Follow(answer);
        card.Words.ShouldContain("Ответить нужно до 30.11.2026 включительно.");
        card.Words.ShouldContain("осталось 6 рабочих дней");
        card.Words.ShouldContain("Спрошенный Глеб");
        foreach (var url in new[] { "close", "extend", "edit" })
            (await curator.Get($"{address}/{url}")).Status.ShouldBe(200, url);
        foreach (var url in new[] { "data.docx", "data.json", "readers" })
            card.Html.QuerySelectorAll("main a").ShouldContain(a => a.GetAttribute("href") == $"/people/{person}/{url}");
        (await curator.Get($"/people/{person}/readers")).Words.ShouldContain("только вид, сроки и состояние");

        var extended = await curator.Follow(await curator.Submit($"{address}/extend", new() { ["Form.Days"] = "5", ["Form.Reason"] = "Архив в другом здании" }));
        extended.Words.ShouldContain("Срок продлён до 07.12.2026");
        extended.Words.ShouldContain("Архив в другом здании");
        (await curator.Get($"{address}/extend")).Status.ShouldBe(404, "once");

        (await curator.Submit($"{address}/close", new() { ["Form.Outcome"] = "Refused", ["Form.ReplyNumber"] = "17-пд" })).Words.ShouldContain("Напишите, в чём и почему отказано");
        (await curator.Submit($"{address}/close", new() { ["Form.Outcome"] = "Satisfied", ["Form.AnsweredOn"] = "2026-11-23" })).Status.ShouldBe(422, "not in the future");
        var closed = await curator.Follow(await curator.Submit($"{address}/close", new() { ["Form.Outcome"] = "Partly", ["Form.Reason"] = "Сведения о других детях не выдаются", ["Form.ReplyNumber"] = "17-пд" }));
        closed.Words.ShouldContain("22 ноября 2026 г., исходящий № 17-пд");
        closed.Words.ShouldContain("удовлетворено частично: Сведения о других детях не выдаются");
        closed.Words.ShouldContain("имя обратившегося");
        foreach (var url in new[] { "close", "extend", "edit" })
        {
            closed.Html.QuerySelectorAll("main a").ShouldNotContain(a => a.GetAttribute("href") == $"{address}/{url}");
            (await curator.Get($"{address}/{url}")).Status.ShouldBe(404, url);
        }
        (await curator.Post($"{address}/edit", Fields("Stop", "2026-11-16", "Другая"))).Words.ShouldContain("Обращение уже закрыто");
    }

    [Theory]
    [InlineData("Form.ReceivedOn", "2026-11-23", "Дата поступления – в будущем.")]
    [InlineData("Form.ReceivedOn", "1899-12-31", "от 01.01.1900")]
    [InlineData("Form.ReceivedOn", "31.02.2026", "не подходит")]
    [InlineData("Form.ReceivedOn", "", "Заполните поле «Дата поступления».")]
    [InlineData("Form.Kind", "", "Заполните поле «О чём просят».")]
    [InlineData("Form.Kind", "99", "не подходит")]
    [InlineData("Form.Asker", "", "Заполните поле «Кто обратился».")]
    [InlineData("Form.Channel", "", "Заполните поле «Как поступило».")]
    [InlineData("Form.RequesterName", " ", "Впишите, кто обратился.")]
    [InlineData("Form.PersonId", "999999", "Выберите человека из списка.")]
    public async Task Create_WithAWrongField_SaysWhich_AndKeepsTheRest(string field, string value, string words)
    {
        var curator = await host.As("curator1");
        var fields = Fields("Access", "2026-11-16", "Оставшееся Имя");
        fields[field] = value;
        var answer = await curator.Submit("/enquiries/new", fields);
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain(words);
        answer.Html.QuerySelector("textarea")!.TextContent.ShouldContain("Просит показать всё");
    }

    [Fact]
    public async Task Self_WhoIsInTheRegister_NeedsNoNameTyped()
    {
        var person = (await host.Class(School, "7 Ю", ("Сам-Себе", "2008-04-05")))[0];
        var curator = await host.As("curator1");
        var fields = Fields("Access", "2026-11-16", "");
        (fields["Form.Asker"], fields["Form.PersonId"]) = ("Self", $"{person}");
        (await curator.Follow(await curator.Submit("/enquiries/new", fields))).Words.ShouldContain("Сам-Себе Глеб, сам человек");
    }

    [Fact]
    public async Task Overdue_StandsOnTheLadder_OfItsOperatorAndInTheDepartmentsCount()
    {
        var curator = await host.As("curator1");
        var address = (await curator.Submit("/enquiries/new", Fields("Correction", "2026-11-02", "Опоздавшая Вера"))).Location!;
        (await curator.Get(address)).Words.ShouldContain("просрочено");
        foreach (var page in new[] { "/", "/reminders" })
            (await curator.Get(page)).Html.QuerySelectorAll("main a").ShouldContain(a => a.GetAttribute("href") == "/enquiries?State=Overdue", page);
        (await curator.Get("/reminders")).Html.QuerySelector("#reminder-text")!.TextContent.ShouldContain("– просрочен ответ на обращение о данных: ");
        (await curator.Get("/enquiries?State=Overdue")).Words.ShouldContain("Опоздавшая Вера");
        (await curator.Get("/enquiries?State=Closed")).Words.ShouldNotContain("Опоздавшая Вера");
        var file = CanaryReader.TextOf(await curator.Get("/enquiries/export.xlsx?State=Overdue"));
        file.ShouldContain("Опоздавшая Вера");
        file.ShouldContain("Состояние: просрочены");

        var department = await host.As("department");
        foreach (var page in new[] { "/", "/reminders", "/enquiries" })
            (await department.Get(page)).Html.QuerySelectorAll("main a").ShouldContain(a => a.GetAttribute("href") == "/enquiries?State=Overdue", page);
        var list = await department.Get("/enquiries?State=Overdue");
        list.Words.ShouldContain(School);
        list.Words.ShouldContain("исправить данные");
        list.Words.ShouldNotContain("Опоздавшая");
        CanaryReader.TextOf(await department.Get("/enquiries/export.xlsx")).ShouldNotContain("Опоздавшая");
        (await department.Get(address)).Status.ShouldBe(404, "names are the school's alone");
        var other = await host.As("curator2");
        (await other.Get(address)).Status.ShouldBe(404);
        (await other.Post($"{address}/close", new() { ["Form.AnsweredOn"] = "2026-11-20", ["Form.Outcome"] = "Satisfied" })).Status.ShouldBe(404);
        (await other.Get("/enquiries")).Words.ShouldContain("Обращений пока нет");
        (await other.Get("/reminders")).Html.QuerySelectorAll("main a").ShouldNotContain(a => a.GetAttribute("href") == "/enquiries?State=Overdue");
        foreach (var login in new[] { "official", "mentor1", "admin" })
            (await (await host.As(login)).Get("/enquiries")).Status.ShouldBe(403, login);
    }

    [Fact]
    public async Task DepartmentsOwn_IsItsAlone_AndAboutPeopleOfPartners()
    {
        var department = await host.As("department");
        var choices = (await department.Get("/enquiries/new")).Html.QuerySelectorAll("#Form_PersonId option").Select(o => o.GetAttribute("value")).Where(v => v!.Length > 0).Select(v => int.Parse(v!)).ToList();
        var kinds = await host.Db(db => db.People.Where(p => choices.Contains(p.Id)).Select(p => p.Organization!.Kind).Distinct().ToListAsync());
        kinds.ShouldNotBeEmpty();
        kinds.ShouldBeSubsetOf(Domain.Organizations.OrganizationKinds.Partners);
        var answer = await department.Submit("/enquiries/new", Fields("Destruction", "2026-11-16", "Писавший Пётр"));
        (await department.Follow(answer)).Words.ShouldContain("16 декабря 2026 г. включительно");
        var curator = await host.As("curator1");
        (await curator.Get(answer.Location!)).Status.ShouldBe(404);
        (await curator.Get("/enquiries")).Words.ShouldNotContain("Писавший");
        (await department.Get("/enquiries?Organization=own")).Words.ShouldContain("Писавший Пётр");
    }

    [Fact]
    public async Task Terms_AreTheDepartments()
    {
        using var own = new PortalHost();
        var department = await own.As("department");
        (await department.Submit("/consents/rules", new() { ["AnswerDays"] = "4" })).IsRedirect.ShouldBeTrue();
        (await department.Follow(await department.Submit("/enquiries/new", Fields("Access", "2026-11-16", "Писавший Пётр")))).Words.ShouldContain("20 ноября 2026 г. включительно");
        (await own.Db(db => db.Enquiries.CountAsync(e => e.OrganizationId != null && e.AnsweredOn == null))).ShouldBe(1, "the demo has one open");
        (await own.Db(db => db.Enquiries.CountAsync(e => e.Outcome == EnquiryOutcome.Satisfied))).ShouldBe(1, "and one answered");
    }

    [Fact]
    public async Task TwoWhoCloseAtOnce_TheSecondSeesTheFirst()
    {
        var (first, second) = (await host.As("curator1"), await host.As("curator1"));
        var address = (await first.Submit("/enquiries/new", Fields("Other", "2026-11-16", "Просившая Анна"))).Location!;
        var late = (await second.Get($"{address}/edit")).Filled();
        (await first.Submit($"{address}/edit", new() { ["Form.Note"] = "Первое" })).IsRedirect.ShouldBeTrue();
        late["Form.Note"] = "Второе";
        (await second.Post($"{address}/edit", late)).Status.ShouldBe(409);
    }

    private static Dictionary<string, string> Fields(string kind, string received, string name) => new()
    {
        ["Form.Kind"] = kind,
        ["Form.ReceivedOn"] = received,
        ["Form.Asker"] = "Representative",
        ["Form.RequesterName"] = name,
        ["Form.Channel"] = "Paper",
        ["Form.Note"] = "Просит показать всё, что хранится",
    };
}
