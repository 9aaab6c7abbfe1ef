using MentoringPortal.Domain.Surveys;
using MentoringPortal.Domain.Time;

namespace MentoringPortal.Domain.Tests.Surveys;

/// <summary>The curator's form: nine statements of 0, 1 or 2.</summary>
public sealed class ProgrammeReviewTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory, InlineData(18, "оптимальный уровень"), InlineData(15, "оптимальный уровень"), InlineData(14, "допустимый уровень"), InlineData(9, "допустимый уровень"), InlineData(8, "недопустимый уровень"), InlineData(0, "недопустимый уровень")]
    public void Level_IsOfThePoints(int points, string level) => ProgrammeReview.LevelOf(points).ShouldBe(level);

    [Fact]
    public void Write_NeedsAllMarksOrNone_InsideTheirBounds()
    {
        var review = new ProgrammeReview(1, new SchoolYear(2026));
        review.Write("Опыт", null, " ", null, new int?[9], Today);
        (review.Points, review.HasSides, review.Opportunities).ShouldBe((null, true, null));
        Should.Throw<DomainException>(() => review.Write("Опыт", null, null, null, [.. new int?[8], 1], Today)).Message.ShouldContain("1 из 9");
        Should.Throw<DomainException>(() => review.Write("Опыт", null, null, null, [.. Enumerable.Repeat((int?)3, 9)], Today)).Message.ShouldContain("0, 1 или 2");
        Should.Throw<DomainException>(() => review.Write(null, null, null, null, new int?[9], Today));
        review.Write(null, null, null, null, [.. Enumerable.Repeat((int?)1, 9)], Today);
        review.Points.ShouldBe(9);
    }
}
