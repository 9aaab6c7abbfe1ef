using MentoringPortal.Domain.Coverage;

namespace MentoringPortal.Domain.Tests.Coverage;

public sealed class CoverageShareTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory, InlineData(2118, 6745, 31.4, 0), InlineData(2010, 6745, 31.4, 108), InlineData(0, 10, 30, 3), InlineData(3, 10, 30, 0), InlineData(2, 10, 30, 1), InlineData(699, 1000, 70, 1)]
    public void Missing_IsCountedInPeople_RoundedUp(int covered, int of, double target, int missing)
    {
        var share = new CoverageShare(covered, of);
        share.Missing((decimal)target).ShouldBe(missing);
        share.Meets((decimal)target).ShouldBe(missing == 0);
    }

    [Theory, InlineData(null), InlineData(0)]
    public void Percent_WithoutAHeadcount_IsNoData(int? of)
    {
        var share = new CoverageShare(7, of);
        share.Percent.ShouldBeNull();
        share.Missing(30).ShouldBeNull();
        share.Meets(30).ShouldBeNull();
        share.ToString().ShouldStartWith("нет данных");
    }

    [Fact]
    public void ToString_CutsThePercent_SoThatNobodySeesATargetMetTooEarly() =>
        new CoverageShare(6997, 10000).ToString().Replace('\u00A0', ' ').ShouldStartWith("69,9 % · 6 997 из 10 000");

    [Fact]
    public void Forecast_AtThePaceOfTheYear_NamesTheDay_AndTheNeededPace()
    {
        // 20 % a year ago, 30 % now, 40 % wanted in half a year.
        var forecast = CoverageForecast.Of(new(20, 100), new(30, 100), 40, Today.AddDays(183), Today);
        forecast.MetOn.ShouldBe(Today.AddDays(366));
        forecast.PacePerYear.ShouldBe(10);
        forecast.NeededPerYear!.Value.ShouldBe(20, 0.1m);
        forecast.Why.ShouldBeNull();
    }

    [Theory]
    [InlineData(20, null, 30, 100, "годом раньше")]
    [InlineData(30, 100, 30, 100, "не вырос")]
    [InlineData(31, 100, 30, 100, "не вырос")]
    [InlineData(20, 100, 50, 100, "уже достигнута")]
    [InlineData(20, 100, 30, null, "нет численности")]
    [InlineData(299, 1000, 300, 1000, "больше 50 лет")]
    public void Forecast_WithoutAPace_SaysWhy(int before, int? beforeOf, int now, int? nowOf, string why)
    {
        var forecast = CoverageForecast.Of(new(before, beforeOf), new(now, nowOf), now == 300 ? 90 : 40, Today.AddYears(1), Today);
        forecast.MetOn.ShouldBeNull();
        forecast.Why!.ShouldContain(why);
    }

    [Fact]
    public void Forecast_ForADayThatHasPassed_NeedsNoPace() => CoverageForecast.Of(new(20, 100), new(30, 100), 40, Today, Today).NeededPerYear.ShouldBeNull();

    [Theory]
    [InlineData("обучающиеся по дополнительным общеобразовательным программам", Population.PupilsInProgrammes)]
    [InlineData("дети в возрасте от 10 до 19 лет", Population.PupilsInBand)]
    [InlineData("обучающиеся общеобразовательных организаций", Population.Pupils)]
    [InlineData("молодые педагоги", Population.YoungTeachers)]
    [InlineData("учителя", Population.Teachers)]
    [InlineData("предприятия", Population.Enterprises)]
    [InlineData("наставники", null)]
    [InlineData(null, null)]
    public void Population_IsFoundByThePapersWords(string? words, Population? population) => Populations.Find(words).ShouldBe(population);

    [Fact]
    public void Current_IsTheNearestTargetAhead_ElseTheLast()
    {
        DateOnly[] days = [new(2020, 12, 31), new(2021, 12, 31), new(2024, 12, 31)];
        int At(DateOnly day) => CoverageTarget.Current(days.Select(d => $"{d.Year}"), y => new DateOnly(int.Parse(y), 12, 31), day) is { } year ? int.Parse(year) : 0;
        At(new(2019, 1, 1)).ShouldBe(2020);
        At(new(2020, 12, 31)).ShouldBe(2020);
        At(new(2021, 1, 1)).ShouldBe(2021);
        At(Today).ShouldBe(2024);
    }
}
