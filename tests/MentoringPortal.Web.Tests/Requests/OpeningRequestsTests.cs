using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Requests;

/// <summary>From the letter in three clicks, by hand, from another year; and who sees what.</summary>
public sealed class OpeningRequestsTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Open_FromTheLetter_TakesTwoPresses_AndReachesItsAddressees()
    {
        var department = await host.As("department");
        var (letter, read) = await host.Db(async db => (await db.InformationRequests.Where(q => q.OpenedOn == null).Select(q => q.OrderId!.Value).SingleAsync(),
            await db.InformationRequests.Where(q => q.OpenedOn == null).Select(q => q.Id).SingleAsync()));
        var link = (await department.Get($"/orders/{letter}")).Html.QuerySelector($"a[href='/requests/{read}/open']");
        link.ShouldNotBeNull("the letter's page has the first press");
        var check = await department.Get($"/requests/{read}/open");
        check.Html.QuerySelectorAll("input[name$='.Name']").Length.ShouldBe(5, "four documents of the letter and room for one");
        check.Html.QuerySelectorAll("input[name='Form.OrganizationIds'][checked]").Length.ShouldBe(8);
        var opened = await department.Submit($"/requests/{read}/open", []);
        opened.Location.ShouldBe($"/requests/{read}");
        (await department.Follow(opened)).Words.ShouldContain("Ответили 0 из 8");
        (await (await host.As("curator1")).Get("/requests")).Words.ShouldContain("Пакет документов о внедрении");
        (await host.Mails("curator1@demo.example")).ShouldContain(m => m.Key!.StartsWith($"request:{read}:opened"));

        (await department.Post($"/requests/{read}/open", new Dictionary<string, string>())).Location.ShouldBe($"/requests/{read}", "opened twice, it stays as it is");
        (await host.Db(db => db.Submissions.CountAsync(s => s.RequestId == read))).ShouldBe(8);
    }

    [Fact]
    public async Task Open_ByHand_WithAnOwnForm_BindsRowsAndLeavesTheOthersToHands()
    {
        var department = await host.As("department");
        var id = await host.OpenByHand(department, "Своя форма", ["Лицей № 3"], new()
        {
            ["Form.Rows[0].Head"] = "Наставляемые",
            ["Form.Rows[0].Measure"] = "Mentees",
            ["Form.Rows[1].Head"] = "Публикации",
            ["Form.Columns[0].Head"] = "Всего",
            ["Form.Columns[0].FormId"] = "0",
        });
        var page = await (await host.As("curator1")).Get($"/requests/{id}");
        page.Words.ShouldContain("Портал этого не считает: впишите сами");
        page.Html.QuerySelectorAll("input[name^='Form.Cells']").Length.ShouldBe(2);

        var again = await department.Get($"/requests/new?copy={id}");
        again.Words.ShouldContain("Повтор запроса");
        again.Html.QuerySelector("input[name='Form.What']")!.GetAttribute("value").ShouldBe("Своя форма");
        again.Html.QuerySelectorAll("input[name='Form.OrganizationIds'][checked]").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("Form.Due", "2020-01-01", "уже прошёл")]
    [InlineData("Form.AsOf", "2027-05-01", "позже срока")]
    [InlineData("Form.Rows[0].Band", "от мала до велика", "пишутся так")]
    public async Task Open_ThatCannotBe_IsRefused_AndNothingTypedIsLost(string field, string value, string words)
    {
        var department = await host.As("department");
        var fields = (await department.Get("/requests/new")).Filled("/requests/new");
        (fields["Form.What"], fields["Form.Due"], fields["Form.OrganizationIds"]) = ("Отказанный запрос", "2026-12-06", $"{await host.School("Лицей № 3")}");
        (fields["Form.Rows[0].Head"], fields["Form.Rows[0].Measure"], fields["Form.Columns[0].Head"], fields["Form.Columns[0].FormId"]) = ("Строка", "PupilMentees", "Всего", "0");
        fields[field] = value;
        var answer = await department.Post("/requests/new", fields);
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain(words);
        answer.Html.QuerySelector("textarea[name='Form.Rows[0].Head']")!.TextContent.Trim().ShouldBe("Строка");
        (await host.Db(db => db.InformationRequests.AnyAsync(q => q.What == "Отказанный запрос"))).ShouldBeFalse();
    }

    [Fact]
    public async Task More_RowsOnDemand_KeepWhatIsTyped()
    {
        var department = await host.As("department");
        var fields = (await department.Get("/requests/new")).Filled("/requests/new");
        (fields["Form.Rows[0].Head"], fields["more"]) = ("Первая строка", "rows");
        var answer = await department.Post("/requests/new", fields);
        answer.Status.ShouldBe(200);
        answer.Html.QuerySelectorAll("textarea[name^='Form.Rows']").Length.ShouldBe(8);
        answer.Html.QuerySelector("textarea[name='Form.Rows[0].Head']")!.TextContent.Trim().ShouldBe("Первая строка");
    }

    [Fact]
    public async Task Request_IsSeenByWhomItAsks_AndTheAnswerOfOneSchoolByNoOther()
    {
        var id = await host.OpenByHand(await host.As("department"), "Только лицею", ["Лицей № 3"], RequestSteps.OneRow("Mentees"));
        (await (await host.As("curator1")).Get($"/requests/{id}")).Status.ShouldBe(200);
        var other = await host.As("curator2");
        (await other.Get($"/requests/{id}")).Status.ShouldBe(404);
        (await other.AnswerTo(id, [])).Status.ShouldBe(404);
        (await other.Get("/requests")).Words.ShouldNotContain("Только лицею");
        (await other.Get($"/requests/{id}/answers/{await host.School("Лицей № 3")}")).Status.ShouldBe(403);
        (await (await host.As("mentor1")).Get($"/requests/{id}")).Status.ShouldBe(403);
        var official = await host.As("official");
        (await official.Get($"/requests/{id}")).Status.ShouldBe(200);
        (await official.Post($"/requests/{id}/close", new Dictionary<string, string>())).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Ask_AfterOpening_ReachesTheForgottenOne_AndNobodyTwice()
    {
        var department = await host.As("department");
        var ids = await host.Db(db => Task.FromResult(db.Organizations.Where(o => o.ShortName == "Лицей № 3" || o.ShortName == "Школа № 7").OrderBy(o => o.ShortName).Select(o => o.Id).ToList()));
        var opened = await department.Submit("/requests/new", new() { ["Form.What"] = "Список наставников", ["Form.Due"] = "2026-12-20", ["Form.Documents[0].Name"] = "Список", ["Form.OrganizationIds"] = $"{ids[0]}" });
        opened.IsRedirect.ShouldBeTrue(opened.Words);
        var page = opened.Location!;
        (await (await host.As("curator2")).Get(page)).Status.ShouldBe(404);
        (await department.Submit(page, [], $"{page}/ask")).Words.ShouldContain("Отметьте, кого ещё спросить");
        (await department.Submit(page, new() { ["AskMore.OrganizationIds"] = $"{ids[0]}" }, $"{page}/ask")).Words.ShouldContain("Отметьте, кого ещё спросить");
        (await department.Submit(page, new() { ["AskMore.OrganizationIds"] = $"{ids[1]}" }, $"{page}/ask")).IsRedirect.ShouldBeTrue();
        (await (await host.As("curator2")).Get(page)).Words.ShouldContain("Список наставников");
        (await department.Get(page)).Html.QuerySelectorAll("input[name='AskMore.OrganizationIds']").Select(i => i.GetAttribute("value")).ShouldNotContain($"{ids[1]}");
        (await department.Submit($"{page}/close", [], $"{page}/close")).IsRedirect.ShouldBeTrue();
        (await department.Get("/requests?view=closed&year=2026")).Words.ShouldContain("Список наставников");
    }
}
