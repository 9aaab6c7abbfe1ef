using MentoringPortal.Domain.Deadlines;

namespace MentoringPortal.Domain.Tests.Deadlines;

public sealed class OverdueTests
{
    private static readonly DeadlineContext Context = new(new DateOnly(2020, 8, 25), new DateOnly(2020, 9, 1), new DateOnly(2021, 8, 31), null);

    [Theory]
    [InlineData("до 15.09.2020")]
    [InlineData("с 1 по 15 сентября 2020")]
    [InlineData("1 сентября 2020, 15 сентября 2020")]
    [InlineData("в течение 21 дня со дня издания приказа")]
    public void IsOverdueOn_DatedTerm_FromTheDayAfterTheLast(string phrase)
    {
        var deadline = DeadlineReader.Read(phrase, Context);
        deadline.LastDay.ShouldBe(new DateOnly(2020, 9, 15));
        deadline.IsOverdueOn(new DateOnly(2020, 9, 15)).ShouldBeFalse();
        deadline.IsOverdueOn(new DateOnly(2020, 9, 16)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("в течение года")]
    [InlineData("по запросу")]
    [InlineData("по плану")]
    [InlineData("31.04.2020")]
    [InlineData("с 1 сентября 2020")]
    [InlineData("в течение 3 дней со дня получения письма")]
    public void IsOverdueOn_TermWithoutLastDay_Never(string phrase)
    {
        var deadline = DeadlineReader.Read(phrase, Context);
        deadline.LastDay.ShouldBeNull();
        deadline.IsOverdueOn(new DateOnly(2100, 1, 1)).ShouldBeFalse();
        deadline.PeriodsOverdueOn(new DateOnly(2100, 1, 1)).ShouldBeEmpty();
    }

    [Fact]
    public void PeriodsOverdueOn_RecurringTerm_EachByItself()
    {
        var monthly = DeadlineReader.Read("ежемесячно до 5 числа", Context);
        monthly.PeriodsOverdueOn(new DateOnly(2020, 10, 5)).Count().ShouldBe(1);
        monthly.PeriodsOverdueOn(new DateOnly(2020, 10, 6)).Count().ShouldBe(2);
        monthly.IsOverdueOn(new DateOnly(2020, 10, 6)).ShouldBeFalse();
        monthly.NextDay(new DateOnly(2020, 10, 6)).ShouldBe(new DateOnly(2020, 11, 5));
    }

    [Fact]
    public void NextDay_DueTerm_UntilItHasPassed()
    {
        var due = DeadlineReader.Read("до 15.09.2020", Context);
        due.NextDay(new DateOnly(2020, 9, 15)).ShouldBe(new DateOnly(2020, 9, 15));
        due.NextDay(new DateOnly(2020, 9, 16)).ShouldBeNull();
    }
}
