using MentoringPortal.Domain.Time;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>The school year of a page, switched in the address: <c>?year=2026</c> is 2026/2027.</summary>
public static class SchoolYears
{
    private const int First = 2019, Last = 2060;

    /// <summary>The year asked for; the current one where nothing, or no sensible year, was asked for.</summary>
    public static SchoolYear Parse(string? year, MunicipalClock clock) =>
        int.TryParse(year, out var start) && start is >= First and <= Last ? new SchoolYear(start) : SchoolYear.Of(clock.Today);

    /// <summary>The choices of a page about what has happened: the year shown, those before it, and the next once it has begun.</summary>
    public static IReadOnlyList<SchoolYear> Begun(SchoolYear shown, MunicipalClock clock) =>
        [.. new[] { shown.Next, shown, shown.Previous, shown.Previous.Previous }.Where(y => y == shown || y.Start <= clock.Today)];

    /// <summary>The day on which a year is looked at: today inside it, its nearest end otherwise.</summary>
    public static DateOnly DayIn(this SchoolYear year, DateOnly today) => today < year.Start ? year.Start : today > year.End ? year.End : today;
}
