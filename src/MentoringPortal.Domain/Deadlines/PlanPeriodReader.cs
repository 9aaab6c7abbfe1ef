using MentoringPortal.Domain.Deadlines.Grammar;
using MentoringPortal.Domain.Deadlines.Meaning;

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
    /// <summary>
    /// The longest stretch of years, school years, halves or quarters, or dates from–to; dates of acts («от 25.12.2019») and single days are passed over.
    /// Never throws; <see cref="PlanPeriod.None"/> where the title names no period.
    /// </summary>
    public static PlanPeriod Read(string? title)
    {
        if (string.IsNullOrWhiteSpace(title)) return PlanPeriod.None;
        var text = PhraseCleaner.Clean(title);
        var periods = PhraseParser.Parse(text, Lexer.Tokenize(text)).SelectMany(TimesOf).Where(NamesPeriod).Select(Understand).OfType<PlanPeriod>().ToList();
        return periods.MaxBy(p => p.End!.Value.DayNumber - p.Start!.Value.DayNumber) ?? PlanPeriod.None;
    }

    private static IEnumerable<TimeTerm> TimesOf(Term term) => term switch
    {
        TimeTerm time => [time],
        ThroughoutTerm { Time: { } time } => [time],
        _ => [],
    };

    private static bool NamesPeriod(TimeTerm time) =>
        time.Mode is TimeMode.Plain or TimeMode.Window && time.First.Edge is Edge.None
        && (time.Second is not null || time.First.Unit is SpanUnit.Year or SpanUnit.SchoolYear or SpanUnit.HalfYear or SpanUnit.Quarter or SpanUnit.SchoolHalf);

    private static PlanPeriod? Understand(TimeTerm time)
    {
        var notes = new Notes(DeadlineContext.None);
        var found = new TimeMeaning(notes).Understand([time])[0];
        return found is { Start: { } start, End: { } end } && !notes.IsInvalid
            ? new PlanPeriod(start, end, time.First.Unit is SpanUnit.Year && notes.Remarks.Any(r => r.Code is RemarkCodes.Ambiguous)) : null;
    }
}
