using MentoringPortal.Domain.Deadlines.Grammar;

namespace MentoringPortal.Domain.Deadlines.Meaning;

/// <summary>One term of a phrase with its days; a null bound is open. <see cref="IsDay"/>: one day without a preposition.</summary>
internal sealed record Stretch(DateOnly? Start, DateOnly? End, bool IsDay = false, bool IsMonths = false, bool OwnYear = false);

/// <summary>Prepositions and spans → stretches of days.</summary>
internal sealed class TimeMeaning(Notes notes)
{
    private readonly YearFiller years = new(notes);
    private readonly SpanResolver days = new(notes);

    /// <summary>The stretches in order, null in the place of one whose days nothing tells.</summary>
    public List<Stretch?> Understand(IReadOnlyList<TimeTerm> times, bool inOrder = true)
    {
        var shared = ShareYears(times);
        var spans = shared.SelectMany(t => t.Second is null ? new[] { t.First } : [t.First, t.Second]).ToList();
        var filled = years.Fill(spans, inOrder, isRange: shared is [{ Second: not null }]);
        var result = new List<Stretch?>();
        var next = 0;
        foreach (var time in shared)
        {
            var first = filled[next++];
            var second = time.Second is null ? null : filled[next++];
            result.Add(first is null || time.Second is not null && second is null ? null : Understand(time, first, second));
        }
        return result;
    }

    private Stretch? Understand(TimeTerm time, Span first, Span? second)
    {
        var own = time.Final.HasYear;
        if (TwoYears(time) is { } plan) return plan;
        switch (time.Mode)
        {
            case TimeMode.Until or TimeMode.Through:
                return days.UpperBound(second ?? first) is { } end ? Until(time, second ?? first, end) : null;
            case TimeMode.Since:
                return days.LowerBound(first) is { } start ? new Stretch(start, End: null) : null;
            case TimeMode.After:
                return days.UpperBound(first) is { } before ? new Stretch(before.AddDays(1), End: null) : null;
            case TimeMode.Window when second is not null:
                return Range(days.LowerBound(first), second.Unit is SpanUnit.SchoolYear && second.Edge is Edge.None ? days.Resolve(second)?.End : days.UpperBound(second), own);
        }
        if (second is not null) return Range(days.Resolve(first)?.Start, days.Resolve(second)?.End, own);
        if (first is { Unit: SpanUnit.SchoolYear, Doubtful: true }) notes.Remark(RemarkCodes.Ambiguous, "Годы через дробь поняты как учебный год");
        return days.Resolve(first) is { } whole
            ? new Stretch(whole.Start, whole.End, whole.Start == whole.End, first is { Unit: SpanUnit.Month, Edge: Edge.None }, own) : null;
    }

    private Stretch Until(TimeTerm time, Span span, DateOnly end)
    {
        var exact = span.Edge is not Edge.None || span.Unit is SpanUnit.Day or SpanUnit.Weekday or SpanUnit.WorkingDay or SpanUnit.SchoolYear;
        if (!exact && time.Mode is TimeMode.Until && !time.Inclusive && days.LowerBound(span) is { } start)
        {
            notes.Remark(RemarkCodes.Ambiguous, "Срок назван не днём; понято включительно, по последний день");
            notes.Proposal ??= new DeadlineProposal(Start: null, start.AddDays(-1), "Если имелось в виду «до начала», последний день — этот");
        }
        return new Stretch(Start: null, end);
    }

    private Stretch? Range(DateOnly? start, DateOnly? end, bool own)
    {
        if (start is null || end is null) return null;
        if (start <= end) return new Stretch(start, end, IsMonths: start.Value.Day == 1 && end.Value.AddDays(1).Day == 1, OwnYear: own);
        notes.Invalid("Конец периода раньше его начала");
        notes.Proposal = new DeadlineProposal(end, start, "Начало и конец переставлены");
        return null;
    }

    /// <summary>«2024-2025 гг.» may be a school year: the plan's own bounds decide, else both readings are shown.</summary>
    private Stretch? TwoYears(TimeTerm time)
    {
        if (time is not { Dashed: true, First: { Unit: SpanUnit.Year, Year: { } year, Edge: Edge.None }, Second: { Unit: SpanUnit.Year } second } || second.Year != year + 1) return null;
        var school = Days.SchoolYear(year);
        if (notes.Context.PlanStart == school.Start && notes.Context.PlanEnd <= school.End)
        {
            notes.Infer("plan");
            return new Stretch(notes.Context.PlanStart, notes.Context.PlanEnd);
        }
        notes.Remark(RemarkCodes.Ambiguous, "Два года подряд могут быть и учебным годом");
        notes.Proposal ??= new DeadlineProposal(school.Start, school.End, "Учебный год");
        return null;
    }

    /// <summary>«сентябрь, 2020 год», «2020 год: сентябрь, октябрь»: a year that stands apart belongs to the months beside it.</summary>
    private static List<TimeTerm> ShareYears(IReadOnlyList<TimeTerm> times)
    {
        var result = times.ToList();
        for (var i = 0; i < result.Count && result.Count > 1; i++)
        {
            if (result[i] is not { Mode: TimeMode.Plain, Second: null, First: { Unit: SpanUnit.Year or SpanUnit.SchoolYear, Edge: Edge.None } year }) continue;
            var before = i > 0 && Lacks(result[i - 1].Final, year);
            var after = i + 1 < result.Count && Lacks(result[i + 1].First, year) && Lacks(result[i + 1].Final, year);
            if (!before && !after) continue;
            if (before) result[i - 1] = With(result[i - 1], year);
            else result[i + 1] = With(result[i + 1], year);
            result.RemoveAt(i--);
        }
        return result;
    }

    private static bool Lacks(Span span, Span year) => !span.HasYear || year.Unit is SpanUnit.SchoolYear && span is { IsOfSchool: true, Year: null, Unit: not SpanUnit.SchoolYear };

    private static TimeTerm With(TimeTerm time, Span year) => time.Second is null ? First(time, year) : time with { Second = Dated(time.Second, year) };

    private static TimeTerm First(TimeTerm time, Span year) => time with { First = Dated(time.First, year) };

    private static Span Dated(Span span, Span year) => span.IsOfSchool ? span with { Year = year.Year }
        : year.Unit is SpanUnit.SchoolYear
        ? span with { InSchoolYear = year.Year, YearWord = YearWord.None }
        : span with { Year = year.Year, YearWord = year.YearWord };
}
