namespace MentoringPortal.Domain.Deadlines.Grammar;

internal enum SpanUnit
{
    /// <summary>A number whose unit is said later: the 1 of «1–15 сентября», the I of «I–II кварталы».</summary>
    Bare,
    Day, WorkingDay, Weekday, Month, Decade, HalfOfMonth, WeekOfMonth, Quarter, HalfYear, Year, Season,
    SchoolYear, SchoolHalf, SchoolTerm, Holidays,
}

internal enum Edge { None, Begin, Middle, End }

internal enum YearWord { None, This, Next, Previous }

/// <summary>A named stretch of the calendar as the words give it: what they leave out is null until the context fills it in.</summary>
internal sealed record Span(SpanUnit Unit)
{
    /// <summary>Day of the month, ordinal of the unit (<see cref="Lexicon.Last"/> for the last), holidays or season 1 autumn … 4 summer.</summary>
    public int Number { get; init; }

    public int? Month { get; init; }

    /// <summary>Calendar year; for units of the school, the year in which the school year begins.</summary>
    public int? Year { get; init; }

    /// <summary>The last of several school years: 2023 in «2021–2024 учебные годы».</summary>
    public int? LastYear { get; init; }

    /// <summary>The school year that a calendar month belongs to: «октябрь 2020/2021 уч. г.».</summary>
    public int? InSchoolYear { get; init; }

    public YearWord YearWord { get; init; }

    public DayOfWeek? Weekday { get; init; }

    /// <summary>«начало», «середина», «конец» of the span.</summary>
    public Edge Edge { get; init; }

    /// <summary>The year had two digits.</summary>
    public bool ShortYear { get; init; }

    /// <summary>The figures cannot be a date: a year of three digits, a thirteenth month.</summary>
    public bool Broken { get; init; }

    /// <summary>«2024/2025» without «учебный» is read as a school year, «01.09.20 21» as 2021, and it says so.</summary>
    public bool Doubtful { get; init; }

    /// <summary>The same unit with another number: the 1 of «1–15 сентября 2020», the I of «I–II кварталы»; null where the unit has no such number.</summary>
    public Span? WithNumber(int number)
    {
        var most = Unit switch
        {
            SpanUnit.Day => 31,
            SpanUnit.WeekOfMonth or SpanUnit.Weekday => 5,
            SpanUnit.Quarter or SpanUnit.SchoolTerm => 4,
            SpanUnit.Decade => 3,
            SpanUnit.HalfOfMonth or SpanUnit.HalfYear or SpanUnit.SchoolHalf => 2,
            _ => 0,
        };
        return number <= most ? this with { Number = number, Edge = Edge.None } : null;
    }

    public bool IsOfSchool => Unit is SpanUnit.SchoolYear or SpanUnit.SchoolHalf or SpanUnit.SchoolTerm or SpanUnit.Holidays;

    public bool HasYear => Year is not null || YearWord is not YearWord.None || InSchoolYear is not null || IsOfSchool || Broken;

    /// <summary>Order of the span inside a year, for months that run backwards.</summary>
    public (int Month, int Day) Position => Unit switch
    {
        SpanUnit.Quarter => (Number * 3 - 2, 0),
        SpanUnit.HalfYear => (Number * 6 - 5, 0),
        SpanUnit.Season => (Number switch { 1 => 9, 2 => 12, 3 => 3, _ => 6 }, 0),
        SpanUnit.Month => (Month ?? 1, 0),
        SpanUnit.Decade => (Month ?? 1, Number * 10),
        SpanUnit.HalfOfMonth => (Month ?? 1, Number * 15),
        SpanUnit.WeekOfMonth => (Month ?? 1, Number < 0 ? 31 : Number * 7),
        _ => (Month ?? 1, Number < 0 ? 31 : Number),
    };
}
