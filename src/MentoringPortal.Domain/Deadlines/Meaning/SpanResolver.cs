using MentoringPortal.Domain.Deadlines.Grammar;

namespace MentoringPortal.Domain.Deadlines.Meaning;

/// <summary>A span whose year is known → its days.</summary>
internal sealed class SpanResolver(Notes notes)
{
    private const int LastLessonsMonth = 5;

    /// <summary>All days of the span, its edge taken into account; null where they cannot be told.</summary>
    public Days? Resolve(Span? span)
    {
        if (Whole(span) is not { } days) return null;
        if (span!.Edge is not Edge.None) notes.Remark(RemarkCodes.Inferred, "Начало, середина и конец поняты приблизительно");
        return span.Edge is Edge.None ? days : EdgeOf(span, days);
    }

    /// <summary>The last day of «до X»: the day that begins X is meant by «до начала», its fifteenth by «до середины».</summary>
    public DateOnly? UpperBound(Span? span)
    {
        if (span is not { Unit: SpanUnit.SchoolYear, Edge: Edge.None, LastYear: null }) return Bound(span, d => d.End);
        notes.Remark(RemarkCodes.Inferred, "Срок понят как первый день учебного года");
        return Bound(span, d => d.Start);
    }

    /// <summary>The first day of «с X».</summary>
    public DateOnly? LowerBound(Span? span) => Bound(span, d => d.Start);

    private DateOnly? Bound(Span? span, Func<Days, DateOnly> plain)
    {
        if (Whole(span) is not { } days) return null;
        if (span!.Unit is SpanUnit.SchoolYear && span.Edge is Edge.End)
            notes.Remark(RemarkCodes.Inferred, "Конец учебного года понят как 31 мая");
        return span.Edge switch
        {
            Edge.Begin => days.Start,
            Edge.End => span.Unit is SpanUnit.SchoolYear ? Lessons(span).End : days.End,
            Edge.Middle => Middle(span, days),
            _ => plain(days),
        };
    }

    private DateOnly? Middle(Span span, Days days)
    {
        if (span.Unit is not SpanUnit.Month) return null;
        notes.Remark(RemarkCodes.Inferred, "Середина месяца понята как 15 число");
        return days.Start.AddDays(14);
    }

    /// <summary>The months of lessons of a school year: 1 September – 31 May (C4).</summary>
    public static Days Lessons(Span span) =>
        new(new DateOnly(span.Year!.Value, 9, 1), new DateOnly((span.LastYear ?? span.Year.Value) + 1, LastLessonsMonth, 31));

    private Days? Whole(Span? span)
    {
        if (span is null) return null;
        if (span.Broken)
        {
            notes.Invalid("Такой даты нет: год или месяц записан с ошибкой");
            return null;
        }
        if (span.Year is not { } year || year is < 2 or > 9990) return null;
        return span.Unit switch
        {
            SpanUnit.Day or SpanUnit.WorkingDay or SpanUnit.Weekday => Day(span, year),
            SpanUnit.Month or SpanUnit.Decade or SpanUnit.HalfOfMonth or SpanUnit.WeekOfMonth => span.Month is { } month ? OfMonth(span, year, month) : null,
            SpanUnit.Quarter => Days.Months(year, span.Number * 3 - 2, 3),
            SpanUnit.HalfYear => Days.Months(year, span.Number * 6 - 5, 6),
            SpanUnit.Year => Days.Months(year, 1, 12),
            SpanUnit.Season => Season(span.Number, year),
            SpanUnit.SchoolYear => new Days(new DateOnly(year, 9, 1), new DateOnly((span.LastYear ?? year) + 1, 8, 31)),
            SpanUnit.SchoolHalf => SchoolHalf(span.Number, year),
            SpanUnit.SchoolTerm => Term(span, year),
            SpanUnit.Holidays => Holidays(span.Number, year),
            _ => null,
        };
    }

    private Days? Day(Span span, int year)
    {
        if (span.Month is not { } month) return null;
        var days = Days.Month(year, month);
        var day = span.Unit switch
        {
            SpanUnit.WorkingDay => WorkingDay(span.Number, days),
            SpanUnit.Weekday => NthWeekday(days, span.Weekday!.Value, span.Number),
            _ when span.Number == Lexicon.Last => days.End,
            _ when span.Number >= 1 && span.Number <= days.End.Day => new DateOnly(year, month, span.Number),
            _ => (DateOnly?)null,
        };
        if (day is { } found) return Days.Of(found);
        notes.Invalid(span.Number is >= 1 and <= 31 ? $"Такой даты нет: в этом месяце {days.End.Day} {Words.Of(days.End.Day, "день", "дня", "дней")}" : "Такой даты нет");
        if (span is { Unit: SpanUnit.Day, Number: >= 29 and <= 31 }) notes.Proposal = new DeadlineProposal(Start: null, days.End, "Последний день этого месяца");
        return null;
    }

    private DateOnly? WorkingDay(int number, Days month)
    {
        var calendar = notes.Context.Working;
        if (!calendar.IsExact(month.Start.Year)) notes.Remark(RemarkCodes.ApproximateCalendar, Approximate(month.Start.Year));
        var day = number == Lexicon.Last ? calendar.AddWorkingDays(month.End.AddDays(1), -1) : calendar.AddWorkingDays(month.Start.AddDays(-1), number);
        return day.Month == month.Start.Month ? day : null;
    }

    public static string Approximate(int year) => $"Переносы выходных дней {year} года не внесены: рабочие дни посчитаны приблизительно";

    /// <summary>The n-th such weekday of the month, the last for <see cref="Lexicon.Last"/>; null where the month has no fifth.</summary>
    public static DateOnly? NthWeekday(Days month, DayOfWeek weekday, int number)
    {
        var day = number == Lexicon.Last
            ? month.End.AddDays(-(((int)month.End.DayOfWeek - (int)weekday + 7) % 7))
            : month.Start.AddDays(((int)weekday - (int)month.Start.DayOfWeek + 7) % 7 + 7 * (number - 1));
        return day <= month.End ? day : null;
    }

    private Days OfMonth(Span span, int year, int month)
    {
        var days = Days.Month(year, month);
        if (span.Unit is SpanUnit.WeekOfMonth) notes.Remark(RemarkCodes.Inferred, "Неделя месяца понята как семь дней подряд от его начала или конца");
        return span.Unit switch
        {
            SpanUnit.Decade => Decade(days, span.Number),
            SpanUnit.HalfOfMonth => span.Number == 1 ? days with { End = days.Start.AddDays(14) } : days with { Start = days.Start.AddDays(15) },
            SpanUnit.WeekOfMonth => Week(days, span.Number),
            _ => days,
        };
    }

    /// <summary>The third decade of a month runs to its end.</summary>
    public static Days Decade(Days month, int number) => number is >= 3 or Lexicon.Last
        ? month with { Start = month.Start.AddDays(20) }
        : new Days(month.Start.AddDays(10 * (number - 1)), month.Start.AddDays(10 * number - 1));

    public static Days Week(Days month, int number)
    {
        if (number == Lexicon.Last) return month with { Start = month.End.AddDays(-6) };
        var start = month.Start.AddDays(7 * (number - 1));
        return start > month.End ? month with { Start = month.End.AddDays(-6) } : new Days(start, start.AddDays(6) < month.End ? start.AddDays(6) : month.End);
    }

    private Days Season(int number, int year)
    {
        notes.Remark(RemarkCodes.Inferred, "Время года понято как три его месяца");
        return number switch { 1 => Days.Months(year, 9, 3), 2 => Days.Months(year, 12, 3), 3 => Days.Months(year, 3, 3), _ => Days.Months(year, 6, 3) };
    }

    /// <summary>Halves of the school year's lessons: September – December, January – May.</summary>
    private Days SchoolHalf(int number, int year)
    {
        notes.Remark(RemarkCodes.Inferred, "Учебное полугодие понято как сентябрь – декабрь или январь – май");
        return number == 1 ? Days.Months(year, 9, 4) : Days.Months(year + 1, 1, LastLessonsMonth);
    }

    private Days? Term(Span span, int year)
    {
        if (span.Number > notes.Context.School.Terms.Count) return null;
        if (span.Doubtful) notes.Remark(RemarkCodes.Ambiguous, "«Квартал учебного года» понят как учебная четверть");
        notes.Infer("schoolCalendar");
        var (start, end) = notes.Context.School.Term(span.Number, year);
        return new Days(start, end);
    }

    private Days? Holidays(int number, int year)
    {
        if (number == 0 || number > notes.Context.School.Terms.Count) return null;
        notes.Infer("schoolCalendar");
        var (start, end) = notes.Context.School.HolidaysAfter(number, year);
        return new Days(start, end);
    }

    private static Days? EdgeOf(Span span, Days days) => (span.Unit, span.Edge) switch
    {
        (SpanUnit.Month, Edge.Begin) => Decade(days, 1),
        (SpanUnit.Month, Edge.Middle) => Decade(days, 2),
        (SpanUnit.Month, _) => Decade(days, 3),
        (SpanUnit.SchoolYear, Edge.End) => Days.Month(Lessons(span).End.Year, LastLessonsMonth),
        (SpanUnit.Quarter, Edge.Middle) => Days.Month(days.Start.Year, days.Start.Month + 1),
        (SpanUnit.Quarter or SpanUnit.HalfYear or SpanUnit.SchoolHalf or SpanUnit.Year or SpanUnit.SchoolYear or SpanUnit.Season, Edge.Begin) => Days.Month(days.Start.Year, days.Start.Month),
        (SpanUnit.Quarter or SpanUnit.HalfYear or SpanUnit.SchoolHalf or SpanUnit.Year or SpanUnit.Season, Edge.End) => Days.Month(days.End.Year, days.End.Month),
        (SpanUnit.SchoolTerm, Edge.Begin) => days with { End = days.Start.AddDays(9) },
        (SpanUnit.SchoolTerm, Edge.End) => days with { Start = days.End.AddDays(-9) },
        _ => null,
    };
}
