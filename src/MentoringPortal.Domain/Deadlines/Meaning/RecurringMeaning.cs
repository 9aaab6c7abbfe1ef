using MentoringPortal.Domain.Deadlines.Grammar;

namespace MentoringPortal.Domain.Deadlines.Meaning;

/// <summary>Recurring terms with what stands beside them → periods (convention C6).</summary>
internal sealed class RecurringMeaning(Notes notes)
{
    /// <summary>Any year with 29 February.</summary>
    private const int LeapYear = 2000;

    private readonly DeadlineContext context = notes.Context;

    public Deadline Understand(Deadline result, IReadOnlyList<RecurringTerm> terms, IReadOnlyList<TimeTerm> times, Stretch? throughout)
    {
        var term = Merge(terms);
        if (terms.All(t => t.Implied))
        {
            notes.Infer("every");
            notes.Remark(RemarkCodes.Inferred, "Месяц не назван: срок понят как ежемесячный");
        }
        var yearly = term.Every is Recurrence.Year ? times.Where(IsOfEveryYear).ToList() : [];
        var bounding = times.Except(yearly).ToList();
        var bounds = throughout ?? (bounding.Count == 0 ? null : Span(new TimeMeaning(notes).Understand(bounding)));
        if (yearly.Exists(t => InYear(t, LeapYear) is null)) notes.Invalid("Такой даты нет");
        var on = yearly.Count > 0 ? string.Join("; ", yearly.Select(YearlyText)) : term.Frequency ?? RuleText.Of(term.Rule);
        var periods = Periods(term, yearly, bounds);
        return result with
        {
            Kind = DeadlineKind.Recurring,
            Every = term.Every,
            On = on,
            Periods = periods,
            Start = periods.Count == 0 || periods[0].Start is null ? null : periods.Min(p => p.Start),
            End = periods.Max(p => p.End),
        };
    }

    /// <summary>«ежемесячно» and «до 5 числа» may stand apart: the first names the unit, the rule is that which has a day.</summary>
    private RecurringTerm Merge(IReadOnlyList<RecurringTerm> terms)
    {
        var head = terms.FirstOrDefault(t => t.Rule.Kind is DayRuleKind.Whole) ?? terms[0];
        var ruled = terms.FirstOrDefault(t => t.Rule.Kind is not DayRuleKind.Whole);
        if (ruled is null || head.Frequency is not null) return head;
        var every = ruled.Rule.Kind is DayRuleKind.Weekdays && head.Every is not Recurrence.TwoWeeks ? Recurrence.Week : head.Every;
        if (every < ruled.Every && ruled.Rule.Kind is not DayRuleKind.Weekdays)
        {
            every = ruled.Every;
            notes.Remark(RemarkCodes.Ambiguous, "Названы разные повторения; понято более редкое");
        }
        var target = every is Recurrence.Quarter or Recurrence.HalfYear or Recurrence.Year && ruled.Rule is { Target: DayTarget.This, Kind: DayRuleKind.ByDay or DayRuleKind.OnDay or DayRuleKind.Days }
            ? DayTarget.NextMonth : ruled.Rule.Target;
        return head with { Every = every, Rule = ruled.Rule with { Target = target } };
    }

    private static bool IsOfEveryYear(TimeTerm time) => !time.First.HasYear && !time.Final.HasYear && time.Mode is TimeMode.Plain or TimeMode.Until or TimeMode.Through or TimeMode.Window;

    private List<DeadlinePeriod> Periods(RecurringTerm term, List<TimeTerm> yearly, Stretch? bounds)
    {
        var from = bounds?.Start ?? context.PlanStart ?? (bounds?.End is null ? null : context.OrderDate);
        var to = bounds?.End ?? context.PlanEnd;
        if (from is not { } start || to is not { } end || start > end)
        {
            notes.Remark(RemarkCodes.Ambiguous, "Не известно, до какого дня повторяется срок: укажите период плана");
            return [];
        }
        if (bounds?.Start is null || bounds.End is null) notes.Infer("plan");
        var expander = new RecurrenceExpander(context, start, end);
        var periods = yearly.Count == 0 ? expander.Expand(term)
            : yearly.SelectMany(t => expander.Yearly(year => InYear(t, year))).OrderBy(p => p.End).ToList();
        if (periods is null)
        {
            notes.Remark(RemarkCodes.Ambiguous, "Период слишком велик для такого повторения");
            return [];
        }
        if (term.Rule.Kind is DayRuleKind.LastWorkingDay)
            foreach (var year in periods.Select(p => p.End!.Value.Year).Distinct().Where(y => !context.Working.IsExact(y)))
                notes.Remark(RemarkCodes.ApproximateCalendar, SpanResolver.Approximate(year));
        // What had passed before the order was signed is not owed, unless the words themselves name it.
        return bounds?.Start is null && context.OrderDate is { } order && order <= end ? [.. periods.Where(p => p.End >= order)] : periods;
    }

    private static Stretch? Span(List<Stretch?> stretches)
    {
        var known = stretches.OfType<Stretch>().ToList();
        if (known.Count == 0) return null;
        var starts = known.Select(s => s.Start).OfType<DateOnly>().ToList();
        var ends = known.Select(s => s.End).OfType<DateOnly>().ToList();
        return new Stretch(starts.Count == 0 ? null : starts.Min(), ends.Count == 0 ? null : ends.Max());
    }

    private static Stretch? InYear(TimeTerm time, int year)
    {
        if (year is < 2 or > 9990) return null;
        var quiet = new Notes(DeadlineContext.None);
        var first = time.First with { Year = year };
        var second = time.Second is null ? null : time.Second with { Year = time.Second.Position.CompareTo(time.First.Position) < 0 ? year + 1 : year };
        return new TimeMeaning(quiet).Understand([time with { First = first, Second = second }])[0];
    }

    /// <summary>How the span of every year is said.</summary>
    private static string YearlyText(TimeTerm time)
    {
        if (InYear(time, LeapYear) is not { End: { } end } days) return "";
        var text = days.Start is { } start ? DateWords.EveryYear(start, end) : DateWords.Day(end);
        // «до февраля» ends on the 28th or the 29th.
        return time.Final is { Unit: SpanUnit.Day, Number: 29 } ? text : text.Replace("29 февраля", "последний день февраля", StringComparison.Ordinal);
    }
}
