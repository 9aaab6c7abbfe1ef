using MentoringPortal.Domain.Organizations;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Organizations;

public sealed class EditingOrganizationsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static Dictionary<string, string> Card(string name) => new()
    {
        ["Kind"] = "School",
        ["ShortName"] = name,
        ["FullName"] = $"Общеобразовательное учреждение «{name}»",
        ["Phone"] = "8 (00000) 1-23-45",
    };

    [Fact]
    public async Task Post_New_OpensItsCard()
    {
        var visitor = await host.As("department");
        var answer = await visitor.Submit("/organizations/new", Card("Школа № 41"));
        answer.Status.ShouldBe(302);
        var card = await visitor.Follow(answer);
        card.Words.ShouldContain("Организация «Школа № 41» добавлена.");
        card.Words.ShouldContain("8 (00000) 1-23-45");
        card.Words.ShouldContain("создание: организация");
    }

    [Fact]
    public async Task Post_NameThatIsTaken_KeepsWhatWasTyped()
    {
        var fields = Card("школа №7");
        var answer = await (await host.As("department")).Submit("/organizations/new", fields);
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain("Организация с таким кратким названием уже есть.");
        answer.Filled()["ShortName"].ShouldBe("школа №7");
        answer.Filled()["Phone"].ShouldBe("8 (00000) 1-23-45");
    }

    [Fact]
    public async Task Post_OverSomebodysEdit_ShowsBothValues_AndSavesTheSecondTime()
    {
        var id = await host.Add(new Organization { Kind = OrganizationKind.School, ShortName = "Школа № 42", FullName = "Сорок вторая", Phone = "1" });
        var visitor = await host.As("department");
        var opened = await visitor.Get($"/organizations/{id}/edit");
        await host.Db(async db =>
        {
            (await db.Organizations.SingleAsync(o => o.Id == id)).Phone = "их телефон";
            return await db.SaveChangesAsync();
        });

        var fields = opened.Filled();
        fields["Phone"] = "мой телефон";
        var answer = await visitor.Post($"/organizations/{id}/edit", fields);
        answer.Status.ShouldBe(409);
        var conflict = answer.Html.QuerySelector(".note.warning")!.TextContent;
        conflict.ShouldContain("их телефон");
        conflict.ShouldContain("мой телефон");
        (await host.Db(db => db.Organizations.SingleAsync(o => o.Id == id))).Phone.ShouldBe("их телефон");

        var again = await visitor.Post($"/organizations/{id}/edit", answer.Filled());
        again.Status.ShouldBe(302);
        (await host.Db(db => db.Organizations.SingleAsync(o => o.Id == id))).Phone.ShouldBe("мой телефон");
    }

    [Fact]
    public async Task Close_ThenReopen_KeepsTheCard()
    {
        var id = await host.Add(new Organization { Kind = OrganizationKind.School, ShortName = "Школа № 43", FullName = "Сорок третья" });
        var visitor = await host.As("department");
        (await visitor.Submit($"/organizations/{id}/close", new() { ["LastDay"] = "2026-11-20" })).Status.ShouldBe(302);
        (await visitor.Get("/organizations?state=closed")).Names().ShouldBe(["Школа № 43"]);
        (await visitor.Get("/organizations?state=open")).Names().ShouldNotContain("Школа № 43");
        (await visitor.Get($"/organizations/{id}")).Words.ShouldContain("Закрыта: последний день работы был 20 ноября 2026 г.");

        (await visitor.Submit($"/organizations/{id}", [], $"/organizations/{id}/reopen")).Status.ShouldBe(302);
        (await visitor.Get("/organizations?state=closed")).Names().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("official"), InlineData("curator1"), InlineData("mentor1")]
    public async Task Post_ByThoseWhoOnlyRead_IsForbidden(string login)
    {
        var id = await host.IdOf(OrganizationDesk.Lyceum);
        var answer = await (await host.As(login)).Post($"/organizations/{id}/edit", Card("Чужое имя"));
        answer.Status.ShouldBe(403);
        (await host.IdOf(OrganizationDesk.Lyceum)).ShouldBe(id);
    }

    [Fact]
    public async Task History_HidesPersonalValuesFromTheAdmin()
    {
        var id = await host.Add(new Organization { Kind = OrganizationKind.School, ShortName = "Школа № 44", FullName = "Сорок четвёртая", HeadName = "Прежний Пётр Ильич" });
        await host.Db(async db =>
        {
            (await db.Organizations.SingleAsync(o => o.Id == id)).HeadName = "Новый Нил Нилович";
            return await db.SaveChangesAsync();
        });
        (await (await host.As("department")).Get($"/organizations/{id}")).Words.ShouldContain("руководитель: Прежний Пётр Ильич → Новый Нил Нилович");
        var admin = await (await host.As("admin")).Get($"/organizations/{id}");
        admin.Html.QuerySelector(".history")!.TextContent.ShouldNotContain("Прежний");
        admin.Html.QuerySelector(".history")!.TextContent.ShouldContain("руководитель");
    }
}
