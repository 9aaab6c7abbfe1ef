namespace MentoringPortal.Domain.People;

/// <summary>Ages on a day. Somebody born on 29 February has his birthday on 1 March in a common year.</summary>
public static class Ages
{
    /// <summary>A person of this age signs his consent himself (152-ФЗ with ГК РФ ст. 21).</summary>
    public const int Adult = 18;

    /// <summary>From this age the teenager's own line stands beside the parent's (ГК РФ ст. 26).</summary>
    public const int Teenager = 14;

    /// <summary>Full years on the day.</summary>
    public static int On(DateOnly born, DateOnly day)
    {
        var years = day.Year - born.Year;
        return day < Birthday(born, years) ? years - 1 : years;
    }

    /// <summary>The first day on which the person is <paramref name="years"/> old.</summary>
    public static DateOnly Birthday(DateOnly born, int years)
    {
        var year = born.Year + years;
        return born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year) ? new DateOnly(year, 3, 1) : new DateOnly(year, born.Month, born.Day);
    }
}

/// <summary>Age band of a report, both bounds included.</summary>
public sealed record AgeBand(int From, int To)
{
    public bool Holds(DateOnly born, DateOnly day) => Ages.On(born, day) is var age && age >= From && age <= To;
}
