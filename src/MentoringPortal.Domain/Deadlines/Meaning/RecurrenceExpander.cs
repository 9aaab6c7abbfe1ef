using MentoringPortal.Domain.Deadlines.Grammar;

namespace MentoringPortal.Domain.Deadlines.Meaning;

/// <summary>A recurring term and its bounds → its periods, clipped to the bounds.</summary>
internal sealed class RecurrenceExpander(DeadlineContext context, DateOnly from, DateOnly to)
{
    /// <summary>More periods than any plan has; beyond it the bounds are a mistake.</summary>
    private const int Most = 4000;

    public List<DeadlinePeriod>? Expand(RecurringTerm term)
    {
        if (to.DayNumber - from.DayNumber > Most * 31 || (term.Every is Recurrence.Day && to.DayNumber - from.DayNumber > Most)) return null;
        var periods = term.Rule.Kind is DayRuleKind.Weekdays
            ? Each(Recurrence.Day, 0).Where(d => term.Rule.Weekdays.Contains(d.Start.DayOfWeek) && (term.Every is not Recurrence.TwoWeeks || IsInFirstWeek(d.Start)))
                .Select(d => new DeadlinePeriod(d.Start, d.End)).ToList()
            : Each(term.Every, term.Months).Select(unit => Inside(unit, term)).OfType<DeadlinePeriod>()
                .Where(p => p.End >= from && (p.Start ?? p.End) <= to).Select(p => Clip(p, term.Rule.Kind)).ToList();
        return periods.Count > Most ? null : periods;
    }

    /// <summary>A span of every year: «ежегодно до 1 сентября», «ежегодно в апреле – мае».</summary>
    public List<DeadlinePeriod> Yearly(Func<int, Stretch?> inYear) =>
        Enumerable.Range(from.Year - 1, Math.Min(to.Year - from.Year + 2, Most)).Select(inYear).OfType<Stretch>()
            .Where(s => s.End >= from && (s.Start ?? s.End) <= to && s.End is not null).Select(s => new DeadlinePeriod(s.Start, s.End)).ToList();

    /// <summary>Of two weeks counted from the first day, the day of the first one is meant.</summary>
    private bool IsInFirstWeek(DateOnly day) => (day.DayNumber - from.DayNumber) / 7 % 2 == 0;

    private DeadlinePeriod Clip(DeadlinePeriod period, DayRuleKind kind) => kind is not DayRuleKind.Whole ? period
        : new DeadlinePeriod(period.Start < from ? from : period.Start, period.End > to ? to : period.End);

    /// <summary>The units that meet the bounds; with <paramref name="months"/> they are counted from the first day.</summary>
    private IEnumerable<Days> Each(Recurrence every, int months)
    {
        if (months > 0 || every is Recurrence.TwoWeeks) return Chunks(months);
        return every switch
        {
            Recurrence.Day => Stepping(from, d => Days.Of(d)),
            Recurrence.Week => Stepping(from.AddDays(-(((int)from.DayOfWeek + 6) % 7)), d => new Days(d, d.AddDays(6))),
            Recurrence.Decade => Stepping(First(1), d => SpanResolver.Decade(Days.Month(d.Year, d.Month), (d.Day + 9) / 10)),
            Recurrence.Month => Stepping(First(1), d => Days.Months(d.Year, d.Month, 1)),
            Recurrence.Quarter => Stepping(First(3), d => Days.Months(d.Year, d.Month, 3)),
            Recurrence.HalfYear => Stepping(First(6), d => Days.Months(d.Year, d.Month, 6)),
            // A plan of school years counts years from September, others from January.
            Recurrence.Year when from is { Month: 9, Day: 1 } => Stepping(from, d => Days.SchoolYear(d.Year)),
            Recurrence.Year => Stepping(First(12), d => Days.Months(d.Year, 1, 12)),
            Recurrence.Term => Enumerable.Range(from.Year - 1, to.Year - from.Year + 2)
                .SelectMany(year => Enumerable.Range(1, context.School.Terms.Count).Select(n => context.School.Term(n, year)))
                .Select(t => new Days(t.Start, t.End)).Where(t => t.End >= from && t.Start <= to),
            _ => [],
        };
    }

    /// <summary>The first day of the unit of so many months that holds the first day of the bounds.</summary>
    private DateOnly First(int months) => new(from.Year, (from.Month - 1) / months * months + 1, 1);

    private IEnumerable<Days> Stepping(DateOnly start, Func<DateOnly, Days> unit)
    {
        for (var day = start; day <= to; day = unit(day).End.AddDays(1)) yield return unit(day);
    }

    private IEnumerable<Days> Chunks(int months)
    {
        DateOnly Start(int n) => months > 0 ? from.AddMonths(months * n) : from.AddDays(14 * n);
        for (var n = 0; Start(n) <= to; n++) yield return new Days(Start(n), Start(n + 1).AddDays(-1));
    }

    private DeadlinePeriod? Inside(Days unit, RecurringTerm term)
    {
        var rule = term.Rule;
        var last = Days.Month(unit.End.Year, unit.End.Month);
        var month = rule.Target switch
        {
            DayTarget.NextMonth => Days.Month(last.End.AddDays(1).Year, last.End.AddDays(1).Month),
            _ => last,
        };
        return rule.Kind switch
        {
            DayRuleKind.ByDay => new DeadlinePeriod(Start: null, InMonth(month, rule.First)),
            DayRuleKind.OnDay => On(Days.Of(InMonth(month, rule.First))),
            DayRuleKind.Days => rule.First <= rule.Second ? On(new Days(InMonth(month, rule.First), InMonth(month, rule.Second))) : null,
            DayRuleKind.LastDay => On(Days.Of(unit.End)),
            DayRuleKind.ByLastDay => new DeadlinePeriod(Start: null, unit.End),
            DayRuleKind.LastWorkingDay => On(Days.Of(context.Working.AddWorkingDays(unit.End.AddDays(1), -1))),
            DayRuleKind.NthWeekday => SpanResolver.NthWeekday(month, rule.Weekdays[0], rule.First) is { } day ? On(Days.Of(day)) : null,
            DayRuleKind.NthWeek => On(SpanResolver.Week(month, rule.First)),
            DayRuleKind.NthDecade => On(SpanResolver.Decade(month, rule.First)),
            _ => On(unit),
        };
    }

    private static DeadlinePeriod On(Days days) => new(days.Start, days.End);

    /// <summary>The day of the month, its last where it is shorter («31 числа» of April).</summary>
    private static DateOnly InMonth(Days month, int day) => new(month.Start.Year, month.Start.Month, Math.Min(day, month.End.Day));
}
