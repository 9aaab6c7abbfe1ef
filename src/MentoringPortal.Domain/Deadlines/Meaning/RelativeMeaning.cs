using MentoringPortal.Domain.Deadlines.Grammar;

namespace MentoringPortal.Domain.Deadlines.Meaning;

/// <summary>A term counted from an event → its last day, where the event's date is known (conventions C7, C8).</summary>
internal sealed class RelativeMeaning(Notes notes)
{
    private const string OrderEvent = "издание приказа";

    private static readonly string[] IssueStems = ["издани", "подписани", "утвержден", "регистраци", "приняти", "вступлени", "введени", "выход", "приказ"];

    private readonly DeadlineContext context = notes.Context;

    public (DeadlineOffset Offset, DateOnly? Start, DateOnly? End) Understand(RelativeTerm term)
    {
        var name = term.Event;
        if (name is null)
        {
            name = OrderEvent;
            notes.Infer("event");
            notes.Remark(RemarkCodes.Inferred, "Событие не названо: срок посчитан со дня издания приказа");
        }
        var offset = new DeadlineOffset(term.Amount, term.Unit, term.Direction, name);
        var day = EventDay(term, name);
        if (day is null) return (offset, null, null);
        if (term.OpenEnd) return (offset, term.Direction is OffsetDirection.After ? Shift(day.Value, 1, OffsetUnit.Day) : null, null);
        var sign = term.Direction is OffsetDirection.After ? 1 : -1;
        var end = Shift(day.Value, sign * term.Amount, term.Unit);
        if (end is { } last && term.Unit is OffsetUnit.WorkingDay) WarnOfYears(day.Value, last);
        if (end is { } offered && sign > 0) OfferWorkingDay(offered);
        return (offset, null, end);
    }

    /// <summary>The day of the event: written in the words, a boundary of the school year, or the order's own date.</summary>
    public DateOnly? EventDay(RelativeTerm term, string name)
    {
        if (term.Anchor is { } anchor)
        {
            if (new YearFiller(notes).Fill([anchor]) is not [{ } dated]) return null;
            var days = new SpanResolver(notes);
            return term.Direction is OffsetDirection.Before && anchor.Edge is Edge.None ? days.LowerBound(dated) : days.UpperBound(dated);
        }
        if (context.OrderDate is null || !IsIssueOfOrder(name)) return null;
        notes.Infer("orderDate");
        return context.OrderDate;
    }

    /// <summary>«издание приказа», «подписание», «вступление в силу» are the order's own; «издание приказа о зачислении» is another's.</summary>
    private static bool IsIssueOfOrder(string name)
    {
        var words = name.ToLowerInvariant().Split(' ', '.', ',');
        if (!IssueStems.Any(stem => words[0].StartsWith(stem, StringComparison.Ordinal)) && !words[0].StartsWith("настоящ", StringComparison.Ordinal)) return false;
        var order = Array.FindIndex(words, w => w.StartsWith("приказ", StringComparison.Ordinal) || w.StartsWith("распоряж", StringComparison.Ordinal) || w.StartsWith("постановл", StringComparison.Ordinal));
        if (order >= 0) return order == words.Length - 1 || words[order + 1] is not ("о" or "об" or "школы" or "оо" or "учреждения" or "директора");
        return words.Length == 1 && !words[0].StartsWith("приняти", StringComparison.Ordinal) && !words[0].StartsWith("регистраци", StringComparison.Ordinal)
            || words is [_, "в", "силу"] or [_, "в", "действие"];
    }

    private DateOnly? Shift(DateOnly day, int amount, OffsetUnit unit)
    {
        // Far beyond any term of an office, and the calendar's own end.
        if (Math.Abs(amount) > 1200 || day.Year is < 200 or > 9800) return null;
        return unit switch
        {
            OffsetUnit.WorkingDay => context.Working.AddWorkingDays(day, amount),
            OffsetUnit.Week => day.AddDays(7 * amount),
            OffsetUnit.Month => day.AddMonths(amount),
            _ => day.AddDays(amount),
        };
    }

    private void WarnOfYears(DateOnly from, DateOnly to)
    {
        for (var year = Math.Min(from.Year, to.Year); year <= Math.Max(from.Year, to.Year); year++)
            if (!context.Working.IsExact(year)) notes.Remark(RemarkCodes.ApproximateCalendar, SpanResolver.Approximate(year));
    }

    /// <summary>C8: a last day that is a day off moves only as an offer.</summary>
    private void OfferWorkingDay(DateOnly last)
    {
        var working = context.Working.WorkingDayFrom(last);
        if (working != last) notes.Proposal ??= new DeadlineProposal(Start: null, working, "Последний день — нерабочий; следующий рабочий день");
    }
}
