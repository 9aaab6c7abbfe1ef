namespace MentoringPortal.Domain.Coverage;

/// <summary>When a target will be met at the pace of the last twelve months, and what pace meets it in time.</summary>
/// <param name="MetOn">The day by the present pace; null where <paramref name="Why"/> says why there is none.</param>
/// <param name="PacePerYear">Percentage points gained in the last twelve months; null with fewer than two points.</param>
/// <param name="NeededPerYear">Percentage points a year that meet the target on its day; null where the day has passed or the target is met.</param>
/// <param name="Why">Why there is no day; null where there is one.</param>
public sealed record CoverageForecast(DateOnly? MetOn, decimal? PacePerYear, decimal? NeededPerYear, string? Why)
{
    private const decimal DaysPerYear = 365.25m;

    /// <summary>Later than this nobody plans: the pace says «never».</summary>
    private const int MostYears = 50;

    /// <param name="yearAgo">The coverage twelve months before <paramref name="today"/>.</param>
    /// <param name="now">The coverage today.</param>
    /// <param name="target">Percent.</param>
    /// <param name="by">The target's day.</param>
    /// <param name="today">The day of <paramref name="now"/>.</param>
    public static CoverageForecast Of(CoverageShare yearAgo, CoverageShare now, decimal target, DateOnly by, DateOnly today)
    {
        if (now.Percent is not { } percent)
            return new(null, null, null, "нет численности, а без неё нет и охвата");
        if (now.Meets(target) == true)
            return new(null, null, null, "цель уже достигнута");
        var missing = target - percent;
        decimal? needed = by > today ? missing / ((by.DayNumber - today.DayNumber) / DaysPerYear) : null;
        if (yearAgo.Percent is not { } before)
            return new(null, null, needed, "для прогноза нужен и охват годом раньше, а за тот день нет численности");
        var pace = percent - before;
        if (pace <= 0)
            return new(null, pace, needed, "за последние 12 месяцев охват не вырос");
        var days = Math.Ceiling(missing / pace * DaysPerYear);
        return days > MostYears * DaysPerYear
            ? new(null, pace, needed, $"таким темпом понадобится больше {MostYears} лет")
            : new(today.AddDays((int)days), pace, needed, null);
    }
}
