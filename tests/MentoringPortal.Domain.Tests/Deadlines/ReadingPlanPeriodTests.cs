using System.Globalization;
using MentoringPortal.Domain.Deadlines;

namespace MentoringPortal.Domain.Tests.Deadlines;

public sealed class ReadingPlanPeriodTests
{
    [Theory]
    [InlineData("Дорожная карта внедрения целевой модели наставничества на 2020-2021 учебный год", "2020-09-01", "2021-08-31", false)]
    [InlineData("План мероприятий на 2020/21 уч. год", "2020-09-01", "2021-08-31", false)]
    [InlineData("в 2020–2021 учебном году", "2020-09-01", "2021-08-31", false)]
    [InlineData("«Дорожная карта» по реализации Положения на 2024-2025 гг.", "2024-01-01", "2025-12-31", true)]
    [InlineData("на период с 2021 г. по 2024 г.", "2021-01-01", "2024-12-31", false)]
    [InlineData("на 2021-2024 годы", "2021-01-01", "2024-12-31", false)]
    [InlineData("План работы на 2021 год", "2021-01-01", "2021-12-31", false)]
    [InlineData("на 2021-2024 учебные годы", "2021-09-01", "2024-08-31", false)]
    [InlineData("на период с 01.09.2020 по 31.05.2021", "2020-09-01", "2021-05-31", false)]
    [InlineData("на II полугодие 2021 года", "2021-07-01", "2021-12-31", false)]
    [InlineData("План во исполнение распоряжения от 25.12.2019 № Р-145 на 2020-2021 учебный год", "2020-09-01", "2021-08-31", false)]
    public void Read_TitleWithPeriod_GivesItsBounds(string title, string start, string end, bool ambiguous) =>
        PlanPeriodReader.Read(title).ShouldBe(new PlanPeriod(Date(start), Date(end), ambiguous));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Дорожная карта внедрения методологии наставничества")]
    [InlineData("Приложение № 1 к приказу от 28.10.2020 № 172/1")]
    public void Read_TitleWithoutPeriod_GivesNone(string? title) => PlanPeriodReader.Read(title).ShouldBe(PlanPeriod.None);

    [Fact]
    public void Read_TwoYears_OfferTheSchoolYear()
    {
        var period = PlanPeriodReader.Read("на 2024-2025 гг.");
        period.SchoolYearStart.ShouldBe(new DateOnly(2024, 9, 1));
        period.SchoolYearEnd.ShouldBe(new DateOnly(2025, 8, 31));
    }

    private static DateOnly Date(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
