using MentoringPortal.Domain.Deadlines.Grammar;
using MentoringPortal.Domain.Deadlines.Meaning;

namespace MentoringPortal.Domain.Deadlines;

/// <summary>Says a term in canonical Russian: «понято как». What it says reads back as the same term.</summary>
public static class DeadlineFormatter
{
    public static string Format(Deadline deadline) => deadline.Kind switch
    {
        DeadlineKind.Due when deadline.End is { } end => $"до {DateWords.Date(end)}",
        DeadlineKind.Period => Stretch(deadline.Start, deadline.End),
        DeadlineKind.List => string.Join("; ", deadline.Periods.Select(Part)),
        DeadlineKind.Recurring => Recurring(deadline),
        DeadlineKind.Ongoing => Within("постоянно", "", deadline),
        DeadlineKind.OnDemand => Within("по запросу", "по запросу ", deadline),
        DeadlineKind.Relative when deadline.Offset is { } offset => Relative(offset, deadline),
        DeadlineKind.Invalid => $"такой даты нет: {deadline.Text}",
        _ when deadline.Remarks.Any(r => r.Code is RemarkCodes.BySchedule) => "по графику",
        _ when deadline.Remarks.Any(r => r.Code is RemarkCodes.Missing) => "срок не указан",
        _ => "срок не определён",
    };

    private static string Stretch(DateOnly? start, DateOnly? end) => (start, end) switch
    {
        ({ } from, { } to) => DateWords.Period(from, to),
        ({ } from, null) => $"с {DateWords.Date(from)}",
        (null, { } to) => $"до {DateWords.Date(to)}",
        _ => "",
    };

    private static string Part(DeadlinePeriod part)
    {
        var days = part.Start is { } day && day == part.End ? DateWords.Date(day) : Stretch(part.Start, part.End);
        return part.Label is { } label ? $"{label} – {days}" : days;
    }

    /// <summary>Throughout or on request, with the bounds where they are known.</summary>
    private static string Within(string unbounded, string head, Deadline deadline)
    {
        if (deadline is { Start: { } start, End: { } end })
        {
            var plan = deadline.Inferred.Contains("plan", StringComparer.Ordinal) ? "плана " : "";
            return $"{head}в течение периода {plan}{DateWords.Figures(start)}–{DateWords.Figures(end)}";
        }
        var bound = Stretch(deadline.Start, deadline.End);
        if (bound.Length == 0 && deadline.Remarks.Any(r => r.Code is RemarkCodes.Ambiguous)) return $"{head}в течение неизвестного периода";
        return bound.Length == 0 ? unbounded : $"{unbounded} {bound}";
    }

    private static string Relative(DeadlineOffset offset, Deadline deadline)
    {
        var known = deadline switch
        {
            { Start: { } start, End: { } end } => $" ({DateWords.Period(start, end)})",
            { End: { } end } => $" (до {DateWords.Date(end)})",
            { Start: { } start } => $" (с {DateWords.Date(start)})",
            _ => "",
        };
        var before = offset.Direction is OffsetDirection.Before;
        var when = offset.Amount == 0 ? before ? "до события: " : "после события: "
            : before ? $"за {Length(offset, within: false)} до события: " : $"в течение {Length(offset, within: true)} после события: ";
        return $"{when}{offset.Event}{known}";
    }

    private static string Length(DeadlineOffset offset, bool within)
    {
        var n = offset.Amount;
        return $"{n} " + (offset.Unit, within) switch
        {
            (OffsetUnit.WorkingDay, true) => Words.Of(n, "рабочего дня", "рабочих дней", "рабочих дней"),
            (OffsetUnit.WorkingDay, _) => Words.Of(n, "рабочий день", "рабочих дня", "рабочих дней"),
            (OffsetUnit.Week, true) => Words.Of(n, "недели", "недель", "недель"),
            (OffsetUnit.Week, _) => Words.Of(n, "неделю", "недели", "недель"),
            (OffsetUnit.Month, true) => Words.Of(n, "месяца", "месяцев", "месяцев"),
            (OffsetUnit.Month, _) => Words.Of(n, "месяц", "месяца", "месяцев"),
            (_, true) => Words.Of(n, "дня", "дней", "дней"),
            _ => Words.Of(n, "день", "дня", "дней"),
        };
    }

    private static string Recurring(Deadline deadline)
    {
        var on = deadline.On;
        var often = on is not null && on.Contains("раз", StringComparison.Ordinal) ? on : Every(deadline.Every) + (on is null ? "" : $": {Day(on, deadline)}");
        return deadline is { Periods: [var first, ..], End: { } end } ? $"{often}, с {DateWords.Date(FirstDay(deadline, first))} по {DateWords.Date(end)}" : often;
    }

    private static string Every(Recurrence? every) => every switch
    {
        Recurrence.Day => "ежедневно",
        Recurrence.Week => "еженедельно",
        Recurrence.TwoWeeks => "раз в две недели",
        Recurrence.Decade => "ежедекадно",
        Recurrence.Month => "ежемесячно",
        Recurrence.Quarter => "ежеквартально",
        Recurrence.HalfYear => "раз в полугодие",
        Recurrence.Term => "каждую четверть",
        _ => "ежегодно",
    };

    /// <summary>«5 число» is said «до 5 числа» where only the last day is owed.</summary>
    private static string Day(string on, Deadline deadline)
    {
        var by = deadline.Periods is not [{ Start: not null }, ..];
        if (on.StartsWith("с ", StringComparison.Ordinal)) return on;
        if (on is "последний день") return by ? "до последнего дня" + End(deadline) : on + End(deadline);
        if (on.StartsWith("последний рабочий", StringComparison.Ordinal)) return on + End(deadline);
        if (on.Contains(" число", StringComparison.Ordinal)) return (by ? "до " : "") + on.Replace(" число", " числа", StringComparison.Ordinal);
        return by && deadline is { Every: Recurrence.Year, Periods.Count: > 0 }
            ? string.Join("; ", on.Split("; ").Select(d => $"до {d.Replace("последний день", "последнего дня", StringComparison.Ordinal)}")) : on;
    }

    private static string End(Deadline deadline) => deadline.Every switch
    {
        Recurrence.Quarter => " квартала",
        Recurrence.HalfYear => " полугодия",
        Recurrence.Week => " недели",
        Recurrence.Year => " года",
        Recurrence.Term => " четверти",
        _ => " месяца",
    };

    /// <summary>The day from which the same periods are counted again: a report's month or quarter comes before its day.</summary>
    private static DateOnly FirstDay(Deadline deadline, DeadlinePeriod first)
    {
        var day = first.Start ?? first.End!.Value;
        if (deadline.On?.Contains("следующего", StringComparison.Ordinal) != true) return day;
        var month = new DateOnly(day.Year, day.Month, 1);
        return deadline.Every switch
        {
            Recurrence.Quarter => month.AddMonths(-3),
            Recurrence.HalfYear => month.AddMonths(-6),
            Recurrence.Year => month.AddMonths(-12),
            _ => month.AddMonths(-1),
        };
    }
}
