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
    public override string ToString() => $"{From}–{To}";

    /// <summary>Reads «10–18, 15–18», with any dash.</summary>
    /// <exception cref="DomainException">Words that are no band, bounds the wrong way round, or the same band twice.</exception>
    public static IReadOnlyList<AgeBand> ReadList(string text)
    {
        var bands = text.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Read).ToList();
        return bands.Count == 0 || bands.Distinct().Count() != bands.Count ? throw Unreadable() : bands;
    }

    private static AgeBand Read(string text) => text.Split('-', '–', '—') is [var from, var to]
        && int.TryParse(from, out var low) && int.TryParse(to, out var high) && low >= 0 && low <= high && high <= 100 ? new(low, high) : throw Unreadable();

    private static DomainException Unreadable() => new("Возрастные группы пишутся так: 10–18, 15–18.", "AgeBands");

    public bool Holds(DateOnly born, DateOnly day) => Ages.On(born, day) is var age && age >= From && age <= To;
}
