using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Tests.Coverage;

public class IndicatorTests
{
    /// <summary>The three of seed 002: participants of the form who are of those that the share is taken of.</summary>
    [Theory]
    [InlineData("ученик–ученик", "общее число обучающихся", 1, Measure.Pupils, Population.Pupils)]
    [InlineData("учитель–ученик", "общее число педагогов", 6, Measure.Teachers, Population.Teachers)]
    [InlineData("учитель–учитель", "общее число молодых педагогов", 2, Measure.YoungTeachers, Population.YoungTeachers)]
    public void Read_OfPlainWords_KnowsWhatToCount(string form, string denominator, int formId, Measure counted, Population of)
    {
        var indicator = Indicator.Read(new ReadIndicator { Number = "1", Name = "Показатель", Form = form, Numerator = "общее количество участников программ наставничества", Denominator = denominator });
        (indicator.Counted, indicator.CountedFormId, indicator.OfHeadcount).ShouldBe((counted, formId, of));
        Indicator.Usual().ShouldContain(u => u.Counted == counted && u.CountedFormId == formId && u.OfHeadcount == of);
    }

    [Theory]
    [InlineData("бабушка–внук", "количество участников", "число обучающихся")]
    [InlineData(null, "доля удовлетворённых", "число обучающихся")]
    [InlineData(null, "количество участников", null)]
    public void Read_OfOtherWords_LeavesItToPeople(string? form, string numerator, string? denominator) =>
        Indicator.Read(new ReadIndicator { Number = "1", Name = "Показатель", Form = form, Numerator = numerator, Denominator = denominator }).Counted.ShouldBeNull();

    [Fact]
    public void Count_RefusesWhatCannotBe()
    {
        var plan = new Dictionary<string, decimal?>(StringComparer.Ordinal);
        var indicator = new Indicator();
        Should.Throw<DomainException>(() => indicator.Count(new(Measure.Teachers, new(10, 18)), null, null, null, plan, null)).Field.ShouldBe("FromAge");
        Should.Throw<DomainException>(() => indicator.Count(new(Measure.Pupils, new(18, 10)), null, null, null, plan, null)).Field.ShouldBe("FromAge");
        Should.Throw<DomainException>(() => indicator.Count(new(Measure.Pupils), null, Population.Pupils, Measure.Pairs, plan, null));
        Should.Throw<DomainException>(() => indicator.Count(new(Measure.Pupils), null, null, null, new Dictionary<string, decimal?>(StringComparer.Ordinal) { ["2026"] = -1 }, null)).Field.ShouldBe("Plan");
    }

    [Theory]
    [InlineData("2020-05-01", 30)]
    [InlineData("2021-05-01", 30)]
    [InlineData("2022-05-01", 70)]
    [InlineData("2024-12-31", 70)]
    [InlineData("2029-01-01", 70)]
    public void PlanOn_IsOfTheYear_ElseOfTheNextThatHasOne(string day, int expected) =>
        Indicator.PlanOn(new Dictionary<string, decimal?>(StringComparer.Ordinal) { ["2021 год"] = 30, ["2022"] = null, ["2024"] = 70 }, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))!.Value.Value.ShouldBe(expected);

    [Fact]
    public void PlanOn_WithoutNumbers_IsNone() =>
        Indicator.PlanOn(new Dictionary<string, decimal?>(StringComparer.Ordinal) { ["2021"] = null, ["когда-нибудь"] = 5 }, new(2026, 1, 1)).ShouldBeNull();
}
