using MentoringPortal.Data;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Matches;

/// <summary>The department finds one human being in two schools; both curators confirm, neither seeing the other's card.</summary>
public sealed class ConfirmingMatchesTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Own = "Лицей № 3", Other = "Школа № 7";
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public async Task Match_IsConfirmedByBoth_AndEachSeesHisOwnCardAlone()
    {
        await Pupil(Own, "Двойникова", "8 Ю", 2012);
        await Pupil(Other, "Двойникова", "8 Щ", 2012);
        await Pupil(Other, "Двойникова", "5 Щ", 2015);
        var department = await host.As("department");
        (await department.Follow(await department.Submit("/matches", new(), "/matches/find"))).Words.ShouldContain("Новых возможных совпадений: 1.");
        (await department.Follow(await department.Submit("/matches", new(), "/matches/find"))).Words.ShouldContain("Новых возможных совпадений: 0.");
        var before = (await department.Get("/matches")).Words;
        before.ShouldNotContain("Двойникова", customMessage: "the department sees numbers");

        var (one, two) = (await host.As("curator1"), await host.As("curator2"));
        var mine = (await one.Get("/matches")).Words;
        mine.ShouldContain("Двойникова Ия, 8 Ю школа !ждёт вашего ответа");
        mine.ShouldNotContain("8 Щ");
        mine.ShouldNotContain(Other);
        var id = await host.Db(db => db.PersonMatches.OrderByDescending(m => m.Id).Select(m => m.Id).FirstAsync());
        (await one.Submit("/matches", new(), $"/matches/{id}/confirm")).IsRedirect.ShouldBeTrue();
        (await one.Get("/matches")).Words.ShouldContain("ждёт другой организации");
        (await two.Submit("/matches", new(), $"/matches/{id}/confirm")).IsRedirect.ShouldBeTrue();
        (await one.Get("/matches")).Words.ShouldContain("подтверждено обеими");
        var (records, distinct) = Numbers((await department.Get("/matches")).Words);
        (records - distinct).ShouldBe(1);

        (await two.Submit("/matches", new(), $"/matches/{id}/refuse")).IsRedirect.ShouldBeTrue();
        (await host.Db(db => db.PersonMatches.SingleAsync(m => m.Id == id))).State.ShouldBe(MatchState.Refused, "one may think again");
    }

    [Fact]
    public async Task Adults_AreMatchedByNameAndTelephone_NeverByNameAlone()
    {
        await Adult(Own, "Совместителев", "8 (000) 111-11-11");
        await Adult(Other, "Совместителев", "8 (000) 111-11-11");
        await Adult(Own, "Однофамильцев", "8 (000) 222-22-22");
        await Adult(Other, "Однофамильцев", "8 (000) 333-33-33");
        var department = await host.As("department");
        await department.Submit("/matches", new(), "/matches/find");
        var words = (await (await host.As("curator1")).Get("/matches")).Words;
        words.ShouldContain("Совместителев");
        words.ShouldNotContain("Однофамильцев");
    }

    [Fact]
    public async Task Answer_OfTheOtherOrganization_IsNobodyElsesToWrite()
    {
        await Pupil(Own, "Чужеответов", "6 Ю", 2014);
        await Pupil(Other, "Чужеответов", "6 Щ", 2014);
        var (own, other) = (await host.Db(db => Id(db, Own)), await host.Db(db => Id(db, Other)));
        var department = await host.As("department");
        await department.Submit("/matches", new(), "/matches/find");

        await using var db = TestScope.For(host.Services, new Actor(1, "Куратор", Role.Curator, own));
        var match = await db.PersonMatches.OrderByDescending(m => m.Id).FirstAsync();
        match.Answer(other, true);
        await Should.ThrowAsync<ScopeException>(() => db.SaveChangesAsync());
    }

    private static (int Records, int Distinct) Numbers(string words)
    {
        var numbers = words[words.IndexOf("Записей в базах", StringComparison.Ordinal)..].Split(',', '.').Take(2).Select(part => int.Parse(part.Split(' ')[^1])).ToArray();
        return (numbers[0], numbers[1]);
    }

    private Task<int> Pupil(string school, string surname, string className, int born) => host.Db(async db =>
    {
        var pupil = new Person(await Id(db, school), PersonKind.Pupil, new PersonName(surname, "Ия", null));
        pupil.Describe(PersonKind.Pupil, new DateOnly(born, 3, 4), null, Today);
        pupil.PutInClass(className);
        _ = new Mentee(pupil, Today);
        db.People.Add(pupil);
        return await db.SaveChangesAsync();
    });

    private Task<int> Adult(string school, string surname, string phone) => host.Db(async db =>
    {
        var teacher = new Person(await Id(db, school), PersonKind.Teacher, new PersonName(surname, "Лев", null)) { Contact = phone };
        _ = new Mentor(teacher, Today, 1);
        db.People.Add(teacher);
        return await db.SaveChangesAsync();
    });

    private static Task<int> Id(PortalDb db, string school) => db.Organizations.Where(o => o.ShortName == school).Select(o => o.Id).SingleAsync();
}
