using MentoringPortal.Domain.Coverage;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Coverage;

/// <summary>A school states its figures, the department confirms or returns them, or pastes them for all.</summary>
public sealed class HeadcountPagesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Statement_OfASchool_CountsAfterTheDepartmentHasConfirmedIt_AndTheOldOneStays()
    {
        var (curator, department) = (await host.As("curator1"), await host.As("department"));
        var school = await IdOf("Лицей № 3");
        var before = await Current(school);
        var fields = new Dictionary<string, string> { ["AsOf"] = "2026-11-20", ["Pupils"] = "777", ["PupilsInBand"] = "700", ["PupilsInProgrammes"] = "600", ["Teachers"] = "50", ["YoungTeachers"] = "5" };
        (await curator.Submit($"/headcounts/{school}", fields)).IsRedirect.ShouldBeTrue();
        (await Current(school)).ShouldBe(before, "what waits for the department does not count beside confirmed figures");

        var list = await department.Get("/headcounts");
        list.Words.ShouldContain("777 было");
        var waiting = await host.Db(db => db.Headcounts.Where(h => h.OrganizationId == school && h.State == HeadcountState.Entered).Select(h => h.Id).SingleAsync());
        (await department.Post($"/headcounts/{school}/{waiting}/return", new Dictionary<string, string>())).Status.ShouldBe(422, "without a reason nothing is returned");
        (await department.Submit("/headcounts", new() { ["HeadcountIds"] = $"{waiting}" }, "/headcounts/confirm")).IsRedirect.ShouldBeTrue();
        (await Current(school)).ShouldBe(777);
        (await host.Db(db => db.Headcounts.CountAsync(h => h.OrganizationId == school && h.SchoolYear == 2026))).ShouldBe(2);
    }

    [Theory]
    [InlineData("Pupils", "-5", "от 0 до")]
    [InlineData("Pupils", "много", "не подходит")]
    [InlineData("PupilsInBand", "901", "а всего")]
    [InlineData("PupilsInProgrammes", "1", "уже")]
    [InlineData("AsOf", "2026-12-01", "не наступил")]
    [InlineData("AsOf", "31.02.2026", "дат")]
    public async Task Statement_ThatCannotBe_IsRefusedByItsField_AndNothingTypedIsLost(string field, string value, string words)
    {
        var curator = await host.As("curator2");
        var school = await IdOf("Школа № 7");
        var fields = new Dictionary<string, string> { ["AsOf"] = "2026-11-20", ["Pupils"] = "900", ["PupilsInBand"] = "800", ["PupilsInProgrammes"] = "", ["Teachers"] = "44", ["YoungTeachers"] = "" };
        fields[field] = value;
        var answer = await curator.Submit($"/headcounts/{school}", fields);
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain(words, Case.Insensitive);
        answer.Text.ShouldContain("value=\"44\"");
    }

    [Fact]
    public async Task Paste_OfManySchools_IsShownFirst_AndKeepsTheGoodRows()
    {
        var department = await host.As("department");
        const string Rows = "Организация\tобучающиеся\nГимназия № 1\t1 204\t900\t800\t60\t6\nНет такой\t5\nШкола № 2\tсорок\nШкола № 10\t500\t400\t1\nШкола № 5\t300\t200\t100\t20\t-";
        var preview = await department.Submit("/headcounts/import", new() { ["AsOf"] = "2026-10-01", ["Text"] = Rows });
        preview.Words.ShouldContain("Записать организаций: 2, ошибок: 3");
        preview.Words.ShouldContain("Нет организации с кратким названием «Нет такой»");
        preview.Words.ShouldContain("найдено «сорок», ожидается целое число");
        preview.Words.ShouldContain("«обучающиеся по дополнительным программам»: 1, а в парах на 01.10.2026 уже");
        (await Current(await IdOf("Гимназия № 1"))).ShouldNotBe(1204, "a preview writes nothing");
        (await department.Post("/headcounts/import/save", preview.Filled("/headcounts/import/save"))).IsRedirect.ShouldBeTrue();
        (await Current(await IdOf("Гимназия № 1"))).ShouldBe(1204);
        (await Current(await IdOf("Школа № 5"))).ShouldBe(300);
    }

    [Fact]
    public async Task Total_OfAYearThatNobodyHasStated_IsNoData_NeverZero() =>
        (await (await host.As("official")).Get("/headcounts?year=2020")).Html.QuerySelector("tfoot")!.TextContent.ShouldContain("нет данных");

    [Fact]
    public async Task Statement_ForADayBeforeTheSchoolOpened_IsRefused_AndTheCardTellsTheDay()
    {
        var department = await host.As("department");
        var school = await IdOf("Школа с. Ключи");
        (await department.Submit($"/organizations/{school}/edit", new() { ["OpenedOn"] = "2026-09-15" })).IsRedirect.ShouldBeTrue();
        (await department.Get($"/organizations/{school}")).Words.ShouldContain("15 сентября 2026 г.");
        var early = await department.Submit($"/headcounts/{school}", new() { ["AsOf"] = "2026-09-01", ["Pupils"] = "900", ["PupilsInBand"] = "", ["PupilsInProgrammes"] = "" });
        early.Status.ShouldBe(422);
        early.Words.ShouldContain("Организация открыта 15.09.2026");
    }

    [Fact]
    public async Task Pages_OfAnotherSchool_AndTheList_AreNotTheCurators()
    {
        var curator = await host.As("curator1");
        (await curator.Get($"/headcounts/{await IdOf("Школа № 7")}")).Status.ShouldBe(404);
        (await curator.Get("/headcounts")).Status.ShouldBe(403);
        (await (await host.As("official")).Get("/headcounts/export.xlsx")).Status.ShouldBe(200);
    }

    private Task<int> IdOf(string name) => host.Db(db => db.Organizations.Where(o => o.ShortName == name).Select(o => o.Id).SingleAsync());

    private async Task<int?> Current(int school) =>
        Headcount.InForce(await host.Db(db => db.Headcounts.AsNoTracking().Where(h => h.OrganizationId == school).ToListAsync()), new(2026, 11, 22))?.Pupils;
}
