namespace MentoringPortal.Domain.Deadlines;

/// <summary>A day of the year, without the year.</summary>
public sealed record MonthDay(int Month, int Day)
{
    /// <summary>The day in the school year that begins on 1 September of <paramref name="schoolYear"/>.</summary>
    public DateOnly In(int schoolYear)
    {
        var year = Month >= 9 ? schoolYear : schoolYear + 1;
        return new DateOnly(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
    }
}

/// <summary>One school term («четверть»), both days inclusive.</summary>
public sealed record SchoolTerm(MonthDay First, MonthDay Last);

/// <summary>The four terms of the department's school year, which it edits; the holidays are the gaps between them (convention C5).</summary>
public sealed record SchoolCalendar(IReadOnlyList<SchoolTerm> Terms)
{
    public static readonly SchoolCalendar Default = new(
    [
        new(new(9, 1), new(10, 25)),
        new(new(11, 5), new(12, 28)),
        new(new(1, 9), new(3, 22)),
        new(new(4, 1), new(5, 26)),
    ]);

    /// <summary>Bounds of the term (1–4) in the school year that begins in <paramref name="schoolYear"/>.</summary>
    public (DateOnly Start, DateOnly End) Term(int number, int schoolYear) =>
        (Terms[number - 1].First.In(schoolYear), Terms[number - 1].Last.In(schoolYear));

    /// <summary>Bounds of the holidays after the term (1 autumn, 2 winter, 3 spring, 4 summer, to 31 August).</summary>
    public (DateOnly Start, DateOnly End) HolidaysAfter(int number, int schoolYear) =>
        (Term(number, schoolYear).End.AddDays(1),
            number < Terms.Count ? Term(number + 1, schoolYear).Start.AddDays(-1) : new DateOnly(schoolYear + 1, 8, 31));
}
