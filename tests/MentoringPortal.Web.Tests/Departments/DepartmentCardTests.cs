using MentoringPortal.Web.Tests.Account;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Departments;

[Collection(AccountCollection.Name)]
public sealed class DepartmentCardTests(AccountHost host)
{
    [Fact]
    public async Task Post_Card_IsShownWithItsLetterhead()
    {
        var visitor = await host.As("department");
        (await visitor.Submit("/department/edit", new()
        {
            ["Letterhead"] = "  УПРАВЛЕНИЕ  \r\n\r\n ОБРАЗОВАНИЯ ",
            ["Letterhead2"] = "ДЕШАРАН\r\nУРХАЛЛА",
            ["Letterhead2Language"] = "ce",
            ["Okpo"] = "12345678",
            ["Inn"] = "1234567890",
            ["Kpp"] = "123456789",
        })).Status.ShouldBe(302);
        var card = await host.Db(db => db.Departments.AsNoTracking().SingleAsync());
        card.Letterhead.ShouldBe("УПРАВЛЕНИЕ\nОБРАЗОВАНИЯ");
        card.Letterhead2.ShouldBe("ДЕШАРАН\nУРХАЛЛА");
        var page = await visitor.Get("/department");
        page.Html.QuerySelector("[lang=ce]")!.TextContent.ShouldContain("УРХАЛЛА");
        page.Words.ShouldContain("ОКПО 12345678");
        page.Words.ShouldContain("ИНН/КПП 1234567890/123456789");
    }

    [Theory]
    [InlineData("Letterhead2", "ДЕШАРАН", "Выберите язык второго бланка"), InlineData("Okpo", "123", "ОКПО – 8 или 10 цифр"), InlineData("Inn", "١٢٣٤٥٦٧٨٩٠", "ИНН организации – 10 цифр"),
     InlineData("Email", "не почта", "Адрес электронной почты"), InlineData("Name", "", "Заполните поле «Полное название»")]
    public async Task Post_WrongField_KeepsWhatWasTyped(string field, string value, string words)
    {
        var answer = await (await host.As("admin")).Submit("/department/edit", new() { [field] = value, ["Letterhead2Language"] = "", ["Place"] = "г. Набранный" });
        answer.Status.ShouldBe(422);
        answer.Html.QuerySelector("main .errors")!.TextContent.ShouldContain(words);
        answer.Filled()[field].ShouldBe(value);
        answer.Filled()["Place"].ShouldBe("г. Набранный");
    }

    [Fact]
    public async Task Post_OverSomebodysEdit_ShowsBothVersions_AndSavesTheSecondTime()
    {
        var visitor = await host.As("department");
        var fields = (await visitor.Get("/department/edit")).Filled();
        (await (await host.As("admin")).Submit("/department/edit", new() { ["Phone"] = "8 (00000) 7-77-77" })).Status.ShouldBe(302);

        fields["Phone"] = "8 (00000) 9-99-99";
        var answer = await visitor.Post("/department/edit", fields);
        answer.Status.ShouldBe(409);
        var conflict = answer.Html.QuerySelector(".note.warning")!.TextContent;
        conflict.ShouldContain("8 (00000) 7-77-77");
        conflict.ShouldContain("8 (00000) 9-99-99");
        (await Phone()).ShouldBe("8 (00000) 7-77-77");
        (await visitor.Post("/department/edit", answer.Filled())).Status.ShouldBe(302);
        (await Phone()).ShouldBe("8 (00000) 9-99-99");
    }

    private Task<string?> Phone() => host.Db(db => db.Departments.Select(d => d.Phone).SingleAsync());
}
