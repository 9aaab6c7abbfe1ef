using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Roadmaps;

namespace MentoringPortal.Domain.Tests.Coverage;

public sealed class HeadcountTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Signature By = new(1, "Куратор", new DateTime(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc));

    [Fact]
    public void InForce_IsTheLatestOfTheYearUpToTheDay_ConfirmedOnesFirst()
    {
        var (september, october, corrected, waiting) = (Stated(new(2026, 9, 1), 500, true), Stated(new(2026, 10, 1), 510, true), Stated(new(2026, 10, 1), 512, false), Stated(new(2026, 11, 1), 520, false));
        Headcount[] all = [september, october, corrected, waiting];
        Headcount.InForce(all, new(2026, 9, 15)).ShouldBe(september);
        Headcount.InForce(all, Today).ShouldBe(october, "what waits for the department counts only where nothing is confirmed");
        Headcount.InForce([waiting], Today).ShouldBe(waiting);
        Headcount.InForce(all, new(2026, 8, 31)).ShouldBeNull("a year before has no data of its own");
        Headcount.InForce(all, new(2027, 9, 1)).ShouldBeNull();
        waiting.Return("Проверьте", By);
        Headcount.InForce([waiting], Today).ShouldBeNull();
    }

    [Fact]
    public void Decide_Twice_IsRefused()
    {
        var stated = Stated(Today, 500, true);
        Should.Throw<DomainException>(() => stated.Return("Ещё раз", By)).Message.ShouldContain("решение уже принято");
        Should.Throw<DomainException>(() => Stated(Today, 500, false).Return(" ", By)).Field.ShouldBe(nameof(Headcount.Reason));
    }

    [Theory]
    [InlineData(-1, null, null, null, "от 0 до")]
    [InlineData(100, 101, null, null, "всего")]
    [InlineData(null, null, 10, 11, "всего")]
    [InlineData(null, null, null, null, "хотя бы одно")]
    public void Figures_ThatContradictOneAnother_AreRefused(int? pupils, int? inBand, int? teachers, int? young, string words)
    {
        var figures = new (Population, int?)[] { (Population.Pupils, pupils), (Population.PupilsInBand, inBand), (Population.Teachers, teachers), (Population.YoungTeachers, young) }
            .Where(f => f.Item2 is not null).ToDictionary(f => f.Item1, f => f.Item2!.Value);
        Should.Throw<DomainException>(() => new Headcount(new Organization(), Today, figures, By, Today)).Message.ShouldContain(words);
    }

    [Fact]
    public void Day_OnWhichTheOrganizationDidNotWork_OrToCome_IsRefused()
    {
        var organization = new Organization();
        organization.Open(new(2026, 9, 1));
        organization.Close(new(2026, 10, 1));
        void On(DateOnly day) => _ = new Headcount(organization, day, new Dictionary<Population, int> { [Population.Pupils] = 1 }, By, Today);
        Should.Throw<DomainException>(() => On(new(2026, 8, 31))).Message.ShouldContain("открыта");
        Should.Throw<DomainException>(() => On(new(2026, 10, 2))).Message.ShouldContain("закрыта");
        Should.Throw<DomainException>(() => On(Today.AddDays(1))).Message.ShouldContain("не наступил");
        Should.NotThrow(() => On(new(2026, 9, 1)));
        Should.Throw<DomainException>(() => organization.Open(new(2026, 11, 1)));
    }

    private static Headcount Stated(DateOnly asOf, int pupils, bool isConfirmed)
    {
        var stated = new Headcount(new Organization(), asOf, new Dictionary<Population, int> { [Population.Pupils] = pupils }, By, Today);
        if (isConfirmed)
            stated.Confirm(By);
        return stated;
    }
}
