using MentoringPortal.Domain.Organizations;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Organizations;

public sealed class AppointmentsTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Confirm_OwnerThatIsNoNumber_IsNotTheDepartment() =>
        (await (await host.As("department")).Post("/appointments/confirm", new() { ["OrganizationId"] = "abc", ["Year"] = "2027" })).Status.ShouldBe(404);

    private static Dictionary<string, string> Person(string name) => new()
    {
        ["Role"] = "Curator",
        ["PersonName"] = name,
        ["Position"] = "заместитель директора",
        ["Phone"] = "8 (00000) 3-00-00",
        ["OrderNumber"] = "12-о",
        ["OrderDate"] = "2026-09-01",
        ["From"] = "2026-09-01",
    };

    [Fact]
    public async Task Create_ByCurator_StandsOnTheOwnCard()
    {
        var visitor = await host.As("curator1");
        var answer = await visitor.Submit("/appointments/new", Person("Галкина Роза Юрьевна"));
        answer.Status.ShouldBe(302);
        answer.Location.ShouldBe($"/organizations/{await host.IdOf(OrganizationDesk.Lyceum)}");
        var card = await visitor.Follow(answer);
        card.Words.ShouldContain("Галкина Роза Юрьевна");
        card.Words.ShouldContain("№ 12-о от 01.09.2026");
        card.Words.ShouldNotContain("не подтверждено");
    }

    [Fact]
    public async Task Create_InAnotherSchool_IsNotFound()
    {
        var school = await host.IdOf(OrganizationDesk.School);
        var visitor = await host.As("curator1");
        (await visitor.Get($"/appointments/new?organizationId={school}")).Status.ShouldBe(404);
        var fields = Person("Чужой Человек Здесь");
        fields["OrganizationId"] = $"{school}";
        (await visitor.Post("/appointments/new", fields)).Status.ShouldBe(404);
        (await host.Db(db => db.Appointments.AnyAsync(a => a.PersonName == "Чужой Человек Здесь"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Edit_OfTheDepartmentsPeople_IsNotTheCurators()
    {
        var municipal = await host.Appoint(null, "Соколова Дина Марковна", new DateOnly(2026, 9, 1));
        var foreign = await host.Appoint(await host.IdOf(OrganizationDesk.School), "Орлов Яков Ильич", new DateOnly(2026, 9, 1));
        var visitor = await host.As("curator1");
        foreach (var id in new[] { municipal, foreign })
        {
            (await visitor.Get($"/appointments/{id}")).Status.ShouldBe(404);
            (await visitor.Post($"/appointments/{id}/end", new() { ["LastDay"] = "2026-11-01" })).Status.ShouldBe(404);
        }
    }

    [Fact]
    public async Task End_KeepsThePersonAmongTheFormer()
    {
        var school = await host.IdOf("Школа № 10");
        var id = await host.Appoint(school, "Дроздова Нина Фёдоровна", new DateOnly(2026, 9, 1));
        var visitor = await host.As("department");
        (await visitor.Submit($"/appointments/{id}/end", new() { ["LastDay"] = "2026-08-31" })).Words.ShouldContain("последний день не может быть раньше");
        (await visitor.Submit($"/appointments/{id}/end", new() { ["LastDay"] = "2026-11-20" })).Status.ShouldBe(302);
        var card = await visitor.Get($"/organizations/{school}");
        card.Words.ShouldContain("Прежние назначения (1)");
        card.Words.ShouldContain("Дроздова Нина Фёдоровна – куратор, 01.09.2026 – 20.11.2026");
        card.Words.ShouldContain("На этот учебный год никто не назначен.");
    }

    [Fact]
    public async Task Confirm_EachSeptember_TakesEverybodyAtOnce()
    {
        var school = await host.IdOf("Школа № 2");
        await host.Appoint(school, "Перепёлкина Анна Ивановна", new DateOnly(2025, 9, 1));
        await host.Appoint(school, "Воробьёв Лев Ильич", new DateOnly(2025, 9, 1), AppointmentRole.DataKeeper);
        var visitor = await host.As("department");
        (await visitor.Get($"/organizations/{school}")).Words.ShouldContain("Подтвердить всех на 2026/2027");
        var answer = await visitor.Submit($"/organizations/{school}", [], "/appointments/confirm");
        answer.Status.ShouldBe(302);
        var card = await visitor.Follow(answer);
        card.Words.ShouldContain("Подтверждено назначений на 2026/2027: 2.");
        card.Words.ShouldNotContain("не подтверждено");
        (await visitor.Get($"/organizations/{school}?year=2027")).Words.ShouldContain("не подтверждено");
    }

    [Fact]
    public async Task Confirm_OfTheDepartment_TakesItsUnitsAlong_AndNobodyElse()
    {
        var school = await host.IdOf("Школа № 5");
        var theirs = await host.Appoint(school, "Синицын Пётр Ильич", new DateOnly(2025, 9, 1));
        var unit = await host.Db(async db =>
        {
            var unit = new DepartmentUnit { Abbreviation = "РГ", Name = "Рабочая группа" };
            db.DepartmentUnits.Add(unit);
            await db.SaveChangesAsync();
            return unit.Id;
        });
        var (whole, inUnit) = (await host.Appoint(null, "Чайкина Майя Олеговна", new DateOnly(2025, 9, 1)),
            await host.Appoint(null, "Цаплина Юлия Олеговна", new DateOnly(2025, 9, 1), AppointmentRole.UnitHead, unit));
        var visitor = await host.As("department");
        (await visitor.Submit("/department", [], "/appointments/confirm")).Status.ShouldBe(302);
        var confirmed = await host.Db(db => db.Appointments.ToDictionaryAsync(a => a.Id, a => a.ConfirmedFor));
        (confirmed[whole], confirmed[inUnit], confirmed[theirs]).ShouldBe((2026, 2026, 0));
        (await visitor.Get($"/units/{unit}")).Words.ShouldContain("Цаплина Юлия Олеговна");
        (await visitor.Get("/units")).Row("РГ").ShouldBe(["РГ", "Рабочая группа", "Цаплина Юлия Олеговна", "1"]);
    }

    [Fact]
    public async Task Confirm_OfAnotherSchool_IsNotFound()
    {
        var school = await host.IdOf(OrganizationDesk.School);
        (await (await host.As("curator1")).Post("/appointments/confirm", new() { ["OrganizationId"] = $"{school}", ["Year"] = "2026" })).Status.ShouldBe(404);
    }
}
