using System.Globalization;
using MentoringPortal.Domain.Deadlines;

namespace MentoringPortal.Domain.Tests.Deadlines;

public sealed class ProductionCalendarTests
{
    /// <summary>Working days of the five-day week in each year, as the published production calendars give them.</summary>
    [Theory]
    [InlineData(2022, 247)]
    [InlineData(2023, 247)]
    [InlineData(2024, 248)]
    [InlineData(2025, 247)]
    [InlineData(2026, 247)]
    public void IsWorkingDay_YearWithTransfers_CountsAsPublished(int year, int expected) =>
        Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Count(n => ProductionCalendar.Russia.IsWorkingDay(new DateOnly(year, 1, 1).AddDays(n))).ShouldBe(expected);

    [Theory]
    [InlineData("2024-04-27", true)]
    [InlineData("2024-04-29", false)]
    [InlineData("2025-11-01", true)]
    [InlineData("2024-05-09", false)]
    [InlineData("2027-02-23", false)]
    [InlineData("2027-05-03", false)] // 1 May 2027 is a Saturday and moves by the law itself
    [InlineData("2027-06-14", false)] // so does 12 June
    [InlineData("2027-05-04", true)]
    public void IsWorkingDay_Day_ByTransfersOrByTheLaw(string day, bool expected) =>
        ProductionCalendar.Russia.IsWorkingDay(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ShouldBe(expected);

    [Fact]
    public void AddWorkingDays_ThereAndBack_SkipsDaysOff()
    {
        ProductionCalendar.Russia.AddWorkingDays(new DateOnly(2024, 4, 25), 10).ShouldBe(new DateOnly(2024, 5, 15));
        ProductionCalendar.Russia.AddWorkingDays(new DateOnly(2024, 5, 15), -10).ShouldBe(new DateOnly(2024, 4, 26).AddDays(-1));
    }

    [Fact]
    public void IsExact_OnlyWhereTheTableHoldsTheYear()
    {
        ProductionCalendar.Russia.IsExact(2024).ShouldBeTrue();
        ProductionCalendar.Russia.IsExact(2020).ShouldBeFalse();
    }
}
