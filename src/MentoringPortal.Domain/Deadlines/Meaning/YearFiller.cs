using MentoringPortal.Domain.Deadlines.Grammar;

namespace MentoringPortal.Domain.Deadlines.Meaning;

/// <summary>Gives the spans of a phrase the years that their words leave out (conventions C3–C5).</summary>
internal sealed class YearFiller(Notes notes)
{
    private readonly DeadlineContext context = notes.Context;

    /// <summary>The spans with years; null in the place of one whose year nothing tells.</summary>
    /// <param name="inOrder">False for labelled terms, which follow no order of time.</param>
    /// <param name="isRange">True where the two spans are ends of one range.</param>
    public List<Span?> Fill(IReadOnlyList<Span> spans, bool inOrder = true, bool isRange = false)
    {
        var filled = new List<Span?>();
        Span? previous = null;
        var dated = 0;
        for (var i = 0; i < spans.Count;)
        {
            dated = Math.Max(dated, i);
            while (dated < spans.Count && !spans[dated].HasYear) dated++;
            if (dated < spans.Count && !spans[dated].IsOfSchool && dated > i)
                filled.AddRange(Run(spans.Skip(i).Take(dated - i + 1).ToList(), inOrder, isRange));
            else if (spans[i].HasYear)
                filled.Add(Own(spans[i]));
            else
                filled.Add(Next(spans[i], inOrder ? previous : null));
            i = filled.Count;
            previous = filled[^1] ?? previous;
        }
        return filled;
    }

    /// <summary>The first day of the month that years are counted from: the previous row's inside the plan, else the order's, else the plan's.</summary>
    public DateOnly? Reference()
    {
        var previous = context.PreviousStart is { } start && !(start < context.PlanStart) && !(start > context.PlanEnd) ? context.PreviousStart : null;
        return previous ?? context.OrderDate ?? context.PlanStart;
    }

    /// <summary>Spans without a year before one that has it: the year is theirs too, and belongs to the first where they run backwards.</summary>
    private List<Span?> Run(List<Span> run, bool inOrder, bool isRange)
    {
        if (run[^1].InSchoolYear is { } school) return [.. run.Select(s => (Span?)InSchoolYear(s with { InSchoolYear = school }))];
        var last = Own(run[^1]);
        if (last is null or { Broken: true }) return [.. run.Select(_ => last)];
        var turns = 0;
        var shifts = new int[run.Count];
        for (var i = 1; i < run.Count; i++)
        {
            if (inOrder && run[i].Position.Month < run[i - 1].Position.Month) turns++;
            shifts[i] = turns;
        }
        if (turns > 0) Wrapped(run, last.Year!.Value, shifts, isRange, out turns);
        return [.. run.Select((s, i) => (Span?)(s with { Year = last.Year + shifts[i] - (turns < 0 ? -turns : 0), YearWord = YearWord.None, ShortYear = false }))];
    }

    /// <summary>Warns of the turn of the year; <paramref name="turns"/> is negative where a list's written year is its last one's.</summary>
    private void Wrapped(List<Span> run, int year, int[] shifts, bool isRange, out int turns)
    {
        turns = shifts[^1];
        notes.Remark(RemarkCodes.WrapsYear, isRange
            ? $"Период переходит через год: {year} отнесён к первому месяцу, окончание — в {year + shifts[^1]} году"
            : $"Месяцы идут в обратном порядке при одном написанном годе {year}");
        notes.Infer("year");
        if (context.PlanStart is not { } from || context.PlanEnd is not { } to) return;
        bool Fits(int shift) => Enumerable.Range(0, run.Count).All(i => new DateOnly(year + shifts[i] - shift, run[i].Position.Month, 1) is var day
            && day >= new DateOnly(from.Year, from.Month, 1) && day <= to);
        if (Fits(0) || !Fits(shifts[^1])) return;
        if (!isRange)
        {
            turns = -shifts[^1];
            return;
        }
        if (run[0].Month is { } first && run[^1].Month is { } last)
            notes.Proposal = new DeadlineProposal(
                new DateOnly(year - shifts[^1], first, 1), Days.Month(year, last).End, $"Так период лежит внутри плана: год {year} относится к последнему месяцу");
    }

    private Span? Own(Span span)
    {
        if (span.ShortYear) notes.Infer("century");
        if (span is { Unit: SpanUnit.Day, Doubtful: true }) notes.Remark(RemarkCodes.Ocr, $"Год записан с пробелом, понят как {span.Year}");
        if (span.IsOfSchool) return School(span);
        if (span.InSchoolYear is not null) return InSchoolYear(span);
        if (span.YearWord is YearWord.None || span.Year is not null) return span;
        if (span.Unit is SpanUnit.Month or SpanUnit.Day && span.Month is null) return OrderMonth(span);
        if (CurrentYear() is not { } year) return null;
        notes.Infer("year");
        return span with { Year = year + Shift(span.YearWord), YearWord = YearWord.None };
    }

    /// <summary>«до конца месяца», «до 25 числа текущего месяца»: the order's month.</summary>
    private Span? OrderMonth(Span span)
    {
        if (context.OrderDate is not { } order) return null;
        notes.Infer("month");
        notes.Remark(RemarkCodes.Inferred, "Месяц взят из даты приказа");
        var month = new DateOnly(order.Year, order.Month, 1).AddMonths(Shift(span.YearWord));
        return span with { Month = month.Month, Year = month.Year, YearWord = YearWord.None };
    }

    private int? CurrentYear() => context.OrderDate?.Year ?? context.PreviousStart?.Year
        ?? (context.PlanStart?.Year == context.PlanEnd?.Year ? context.PlanStart?.Year : null);

    private static int Shift(YearWord word) => word switch { YearWord.Next => 1, YearWord.Previous => -1, _ => 0 };

    /// <summary>C3: the first such span that is not before the one before it, or before the month of the reference.</summary>
    private Span? Next(Span span, Span? previous)
    {
        notes.Infer("year");
        if (previous is { Year: { } year } && !previous.IsOfSchool)
            return span with { Year = span.Position.Month < previous.Position.Month && previous.Unit is not SpanUnit.Year ? year + 1 : year };
        if (Reference() is not { } reference) return null;
        var last = span.Unit is SpanUnit.Quarter ? span.Number * 3 : span.Unit is SpanUnit.HalfYear ? span.Number * 6 : span.Position.Month;
        var found = span with { Year = last < reference.Month ? reference.Year + 1 : reference.Year };
        ProposePlan(found);
        return found;
    }

    /// <summary>A year by C3 that leaves the plan, while another lies in it, is doubtful.</summary>
    private void ProposePlan(Span span)
    {
        if (context.PlanStart is not { } from || context.PlanEnd is not { } to || span.Year is not { } year) return;
        var day = new DateOnly(year, span.Position.Month, 1);
        // What is done in the two months before a plan begins prepares it.
        if (day >= new DateOnly(from.Year, from.Month, 1).AddMonths(-2) && day <= to) return;
        for (var other = from.Year; other <= to.Year; other++)
        {
            var month = Days.Month(other, span.Position.Month);
            if (month.End < from || month.Start > to) continue;
            notes.Remark(RemarkCodes.Ambiguous, $"Год не написан; {year} — первый подходящий после даты приказа, но он вне периода плана");
            return;
        }
    }

    private static Span InSchoolYear(Span span)
    {
        var year = span.InSchoolYear!.Value;
        return span with { Year = span.Position.Month >= 9 ? year : year + 1, InSchoolYear = null };
    }

    private Span? School(Span span)
    {
        if (span.Year is not null) return span;
        if (SchoolYear() is not { } year) return null;
        notes.Infer("year");
        return span with { Year = year + Shift(span.YearWord), YearWord = YearWord.None };
    }

    /// <summary>The school year of the plan where it is one; else the order's, from July the coming one.</summary>
    public int? SchoolYear()
    {
        if (context.PlanStart is { } from && context.PlanEnd is { } to && to < from.AddMonths(13)) return YearOf(from, turn: 8);
        if (context.PreviousStart is { } previous && !(previous < context.PlanStart)) return YearOf(previous, turn: 9);
        return context.OrderDate is { } order ? YearOf(order, turn: 7) : context.PlanStart is { } start && context.PlanEnd is null ? YearOf(start, turn: 8) : null;
    }

    private static int YearOf(DateOnly day, int turn) => day.Month >= turn ? day.Year : day.Year - 1;
}
