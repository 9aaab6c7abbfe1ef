using System.Collections.Frozen;

namespace MentoringPortal.Domain.Deadlines;

/// <summary>The government's transfers of one year: further days off, and Saturdays or Sundays that are worked.</summary>
public sealed record DayOffTransfers(IReadOnlyCollection<DateOnly> DaysOff, IReadOnlyCollection<DateOnly> WorkingDays);

/// <summary>
/// Working days of the five-day week in Russia: weekends, the holidays of art. 112 of the Labour Code, and the yearly transfers.
/// Where a year has no table of transfers, a holiday on a weekend moves to the next working day (art. 112, part 2) and the answer is approximate.
/// </summary>
public sealed class ProductionCalendar(IReadOnlyDictionary<int, DayOffTransfers> transfers)
{
    private static readonly FrozenSet<(int Month, int Day)> Holidays =
        [(1, 1), (1, 2), (1, 3), (1, 4), (1, 5), (1, 6), (1, 7), (1, 8), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)];

    /// <summary>With the transfers of the years whose government resolutions are built in; a department adds the others.</summary>
    public static readonly ProductionCalendar Russia = new(KnownTransfers.ByYear);

    public bool IsExact(int year) => transfers.ContainsKey(year);

    public bool IsWorkingDay(DateOnly day)
    {
        if (transfers.TryGetValue(day.Year, out var table))
        {
            if (table.WorkingDays.Contains(day)) return true;
            if (table.DaysOff.Contains(day)) return false;
        }
        return !IsWeekend(day) && !IsHoliday(day) && (table is not null || !IsMovedHoliday(day));
    }

    /// <summary>The day itself if it is worked, else the next one that is.</summary>
    public DateOnly WorkingDayFrom(DateOnly day)
    {
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The working day that stands <paramref name="count"/> working days after the day, or before it where the count is negative.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(Math.Sign(count));
            if (IsWorkingDay(day)) left--;
        }
        return day;
    }

    /// <summary>Working days after <paramref name="day"/>, up to <paramref name="last"/> and with it.</summary>
    public int WorkingDaysBetween(DateOnly day, DateOnly last)
    {
        var count = 0;
        while (day < last)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) count++;
        }
        return count;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static bool IsHoliday(DateOnly day) => Holidays.Contains((day.Month, day.Day));

    /// <summary>A day that receives a holiday from the weekend just before it; January's are moved by the government alone.</summary>
    private static bool IsMovedHoliday(DateOnly day)
    {
        var owed = 0;
        for (var back = day.AddDays(-1); IsWeekend(back) || IsHoliday(back); back = back.AddDays(-1))
            if (IsWeekend(back) && IsHoliday(back) && back.Month != 1) owed++;
        return day.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday && owed > 0 && (day.DayOfWeek is DayOfWeek.Monday || owed > 1);
    }
}
