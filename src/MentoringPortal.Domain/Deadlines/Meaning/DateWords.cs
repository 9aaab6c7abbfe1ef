using System.Globalization;

namespace MentoringPortal.Domain.Deadlines.Meaning;

/// <summary>Days and periods in Russian words.</summary>
internal static class DateWords
{
    private static readonly string[] Months =
        ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];

    private static readonly string[] MonthsOf =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    /// <summary>«1 сентября».</summary>
    public static string Day(DateOnly day) => $"{day.Day} {MonthsOf[day.Month - 1]}";

    /// <summary>«1 сентября 2020 г.».</summary>
    public static string Date(DateOnly day) => $"{Day(day)} {day.Year} г.";

    /// <summary>«01.09.2020».</summary>
    public static string Figures(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>«октябрь – декабрь 2020 г.», «2020/2021 учебный год», «с 1 по 15 сентября 2020 г.».</summary>
    public static string Period(DateOnly start, DateOnly end)
    {
        if (start is { Month: 9, Day: 1 } && end is { Month: 8, Day: 31 } && end.Year == start.Year + 1) return $"{start.Year}/{end.Year} учебный год";
        if (start is { Month: 1, Day: 1 } && end is { Month: 12, Day: 31 } && end.Year == start.Year) return $"{start.Year} год";
        var sameYear = start.Year == end.Year;
        if (start.Day == 1 && end.AddDays(1).Day == 1)
        {
            var first = Months[start.Month - 1];
            var last = $"{Months[end.Month - 1]} {end.Year} г.";
            return sameYear ? start.Month == end.Month ? last : $"{first} – {last}" : $"{first} {start.Year} г. – {last}";
        }
        if (!sameYear) return $"с {Date(start)} по {Date(end)}";
        return start.Month == end.Month && start != end ? $"с {start.Day} по {Date(end)}" : $"с {Day(start)} по {Date(end)}";
    }

    /// <summary>The same without years: «сентябрь – октябрь», «с 1 по 15 сентября», «1 сентября».</summary>
    public static string EveryYear(DateOnly start, DateOnly end)
    {
        if (start == end) return Day(start);
        if (start.Day == 1 && end.AddDays(1).Day == 1)
            return start.Month == end.Month && start.Year == end.Year ? Months[start.Month - 1] : $"{Months[start.Month - 1]} – {Months[end.Month - 1]}";
        return start.Month == end.Month ? $"с {start.Day} по {Day(end)}" : $"с {Day(start)} по {Day(end)}";
    }
}
