namespace MentoringPortal.Domain.Deadlines.Meaning;

/// <summary>A stretch of whole days, both bounds known and inclusive.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Days(DateOnly Start, DateOnly End)
{
    public static Days Of(DateOnly day) => new(day, day);

    public static Days Month(int year, int month) => Months(year, month, 1);

    /// <summary>Whole months from the first one; they may run into the next year.</summary>
    public static Days Months(int year, int month, int count)
    {
        var start = new DateOnly(year, month, 1);
        return new Days(start, start.AddMonths(count).AddDays(-1));
    }

    public static Days SchoolYear(int year) => new(new DateOnly(year, 9, 1), new DateOnly(year + 1, 8, 31));
}
