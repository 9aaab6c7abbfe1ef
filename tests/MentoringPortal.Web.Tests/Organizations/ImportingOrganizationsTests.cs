using MentoringPortal.Domain.Organizations;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Organizations;

public sealed class ImportingOrganizationsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Rows =
        "вид\tкраткое название\tполное название\tруководитель\tтелефон\tпочта\tадрес\n"
        + "школа\tШкола № 51\tМБОУ \"Школа № 51\"\tСтрижова Ева Павловна\t8 (00000) 5-10-00\ts51@demo.example\tул. Полевая, 1\n"
        + "СОШ\tшкола №7\t\t\t8 (00000) 7-77-77\t\t\n"
        + "лицей\tЛицей № 3\n"
        + "кружок\tКружок ткачества\tКружок\n"
        + "школа\tШкола № 51\tВторая такая же\n"
        + "школа\tШкола № 52\tПятьдесят вторая\t\t\tне почта\n";

    [Fact]
    public async Task Preview_CountsAndExplains_AndWritesNothing()
    {
        var before = await host.Db(db => db.Organizations.CountAsync());
        var answer = await (await host.As("department")).Submit("/organizations/import", new() { ["Text"] = Rows });
        answer.Status.ShouldBe(200);
        answer.Words.ShouldContain("Создать: 1, обновить: 1, пропустить (без изменений): 1, ошибок: 3.");
        answer.Words.ShouldContain("вид: найдено «кружок», ожидается школа, дополнительное образование");
        answer.Words.ShouldContain("уже занимает строка 2");
        answer.Words.ShouldContain("почта: найдено «не почта»");
        (await host.Db(db => db.Organizations.CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task Save_AfterPreview_WritesGoodRows_AndNamesTheBad()
    {
        var visitor = await host.As("department");
        var rows = Rows.Replace("51", "61", StringComparison.Ordinal).Replace("школа №7", "школа №10", StringComparison.Ordinal);
        var preview = await visitor.Submit("/organizations/import", new() { ["Text"] = rows });
        var saved = await visitor.Post("/organizations/import/save", preview.Filled("/organizations/import/save"));
        saved.Status.ShouldBe(302);
        (await visitor.Follow(saved)).Words.ShouldContain("Создано: 1, обновлено: 1, без изменений: 1. Не загружены строки с ошибками: 5, 6, 7.");
        var school = await host.Db(db => db.Organizations.SingleAsync(o => o.ShortName == "Школа № 61"));
        school.FullName.ShouldBe("МБОУ \"Школа № 61\"");
        school.Kind.ShouldBe(OrganizationKind.School);
        // An empty cell erases nothing, and another spelling of the name is no new name.
        var updated = await host.Db(db => db.Organizations.SingleAsync(o => o.ShortName == "Школа № 10"));
        updated.Phone.ShouldBe("8 (00000) 7-77-77");
        updated.FullName.ShouldContain("Средняя школа № 10");
    }

    [Fact]
    public async Task Save_WhereTheListHasChangedSince_ShowsThePreviewAgain()
    {
        var visitor = await host.As("department");
        var preview = await visitor.Submit("/organizations/import", new() { ["Text"] = "вуз\tАкадемия № 1\tПервая академия" });
        await host.Add(new Organization { Kind = OrganizationKind.University, ShortName = "Академия № 1", FullName = "Уже есть" });
        var answer = await visitor.Post("/organizations/import/save", preview.Filled("/organizations/import/save"));
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain("список организаций изменился");
        answer.Words.ShouldContain("Создать: 0, обновить: 1");
        (await host.Db(db => db.Organizations.SingleAsync(o => o.ShortName == "Академия № 1"))).FullName.ShouldBe("Уже есть");
    }

    [Fact]
    public async Task Save_WithoutAPreview_WritesNothing()
    {
        var answer = await (await host.As("department")).Post("/organizations/import/save", new() { ["Text"] = "школа\tШкола № 99\tПолное" });
        answer.Status.ShouldBe(422);
        (await host.Db(db => db.Organizations.AnyAsync(o => o.ShortName == "Школа № 99"))).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, "Вставьте строки из Excel."), InlineData(501, "Строк 501, а за один раз можно загрузить не больше 500")]
    public async Task Preview_NothingOrTooMuch_SaysSo(int rows, string words)
    {
        var text = string.Join('\n', Enumerable.Range(1, rows).Select(i => $"школа\tШкола № {i}\tПолное"));
        var answer = await (await host.As("department")).Submit("/organizations/import", new() { ["Text"] = text });
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain(words);
    }
}
