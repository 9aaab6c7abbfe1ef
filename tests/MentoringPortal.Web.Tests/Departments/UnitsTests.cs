using MentoringPortal.Domain.Organizations;
using MentoringPortal.Web.Tests.Account;

namespace MentoringPortal.Web.Tests.Departments;

[Collection(AccountCollection.Name)]
public sealed class UnitsTests(AccountHost host)
{
    [Fact]
    public async Task Post_New_OpensItsCard_AndStandsInTheRegister()
    {
        var visitor = await host.As("department");
        var answer = await visitor.Submit("/units/new", new() { ["Abbreviation"] = "РГ-1", ["Name"] = "Рабочая группа первая" });
        answer.Status.ShouldBe(302);
        var card = await visitor.Follow(answer);
        card.Words.ShouldContain("Подразделение добавлено.");
        card.Words.ShouldContain("создание: подразделение");
        (await visitor.Get("/units")).Words.ShouldContain("РГ-1");
    }

    [Fact]
    public async Task Post_AbbreviationThatIsTaken_IsRefused_HoweverWritten()
    {
        await Add("РГ-2");
        var answer = await (await host.As("department")).Submit("/units/new", new() { ["Abbreviation"] = "рг-2", ["Name"] = "Вторая" });
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain("Подразделение с таким сокращением уже есть.");
        answer.Filled()["Name"].ShouldBe("Вторая");
    }

    [Fact]
    public async Task Post_OverSomebodysEdit_ShowsBothVersions()
    {
        var id = await Add("РГ-3");
        var visitor = await host.As("department");
        var fields = (await visitor.Get($"/units/{id}/edit")).Filled();
        (await (await host.As("admin")).Submit($"/units/{id}/edit", new() { ["Name"] = "Их название" })).Status.ShouldBe(302);
        fields["Name"] = "Моё название";
        var answer = await visitor.Post($"/units/{id}/edit", fields);
        answer.Status.ShouldBe(409);
        answer.Html.QuerySelector(".note.warning")!.TextContent.ShouldContain("Их название");
        (await visitor.Post($"/units/{id}/edit", answer.Filled())).Status.ShouldBe(302);
        (await visitor.Get($"/units/{id}")).Words.ShouldContain("Моё название");
    }

    [Fact]
    public async Task Close_FreesTheAbbreviation_AndReopenAsksForItAgain()
    {
        var id = await Add("РГ-4");
        var visitor = await host.As("department");
        (await visitor.Submit($"/units/{id}/close", new() { ["LastDay"] = "2026-11-20" })).Status.ShouldBe(302);
        (await visitor.Get($"/units/{id}")).Words.ShouldContain("последний день работы 20 ноября 2026 г.");
        (await visitor.Get($"/units/{id}/close")).Status.ShouldBe(200);

        var heir = await visitor.Submit("/units/new", new() { ["Abbreviation"] = "РГ-4", ["Name"] = "Наследница" });
        heir.Status.ShouldBe(302);
        var refused = await visitor.Submit($"/units/{id}", [], $"/units/{id}/reopen");
        refused.Status.ShouldBe(422);
        refused.Words.ShouldContain("Подразделение с таким сокращением уже есть.");

        (await visitor.Submit($"{heir.Location}/close", new() { ["LastDay"] = "2026-11-21" })).Status.ShouldBe(302);
        (await visitor.Submit($"/units/{id}", [], $"/units/{id}/reopen")).Status.ShouldBe(302);
        (await visitor.Get($"/units/{id}")).Words.ShouldNotContain("последний день работы");
    }

    private Task<int> Add(string abbreviation) => host.Db(async db =>
    {
        var unit = new DepartmentUnit { Abbreviation = abbreviation, Name = $"Рабочая группа {abbreviation}" };
        db.Add(unit);
        await db.SaveChangesAsync();
        return unit.Id;
    });
}
