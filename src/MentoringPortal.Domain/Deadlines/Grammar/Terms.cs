namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>What a phrase is made of.</summary>
internal abstract record Term
{
    /// <summary>First token.</summary>
    public int From { get; init; }

    /// <summary>The token after the last.</summary>
    public int To { get; init; }
}

internal enum TimeMode
{
    /// <summary>«октябрь», «октябрь–декабрь».</summary>
    Plain,
    /// <summary>«до», «к»: inclusive, but a whole month after it is a doubtful bound.</summary>
    Until,
    /// <summary>«по», «не позднее»: inclusive without doubt.</summary>
    Through,
    /// <summary>«с», «не ранее».</summary>
    Since,
    /// <summary>«после»: from the next day.</summary>
    After,
    /// <summary>«с … по …».</summary>
    Window,
}

/// <summary>A span or a range of them with what its preposition makes of it.</summary>
internal sealed record TimeTerm(TimeMode Mode, Span First, Span? Second) : Term
{
    public Span Final => Second ?? First;

    /// <summary>«по октябрь», «до 1 сентября включительно»: the upper bound is inclusive without doubt.</summary>
    public bool Inclusive { get; init; }

    /// <summary>A range of two dates by a dash, which a document's years may be.</summary>
    public bool Dashed { get; init; }
}

/// <summary>«в течение года»: <see cref="Time"/> is null for the plan's own period or year.</summary>
internal sealed record ThroughoutTerm(TimeTerm? Time) : Term
{
    /// <summary>«в течение учебного года» is the months of lessons, not the twelve of the school year (C4).</summary>
    public bool OfLessons => Time is { First.Unit: SpanUnit.SchoolYear, First.Edge: Edge.None, Second: null };

    /// <summary>«в течение неизвестного периода»: canonical for a period that was named and could not be placed.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>«период проведения»: mere heading where the dates themselves follow.</summary>
    public bool IsHeading { get; init; }

    /// <summary>«в течение месяца», «в течение квартала»: a length without a place.</summary>
    public bool Unplaced { get; init; }
}

/// <summary>A term counted from an event; the event's date may be written («за 10 дней до 1 сентября»).</summary>
internal sealed record RelativeTerm(int Amount, OffsetUnit Unit, OffsetDirection Direction, string? Event, Span? Anchor) : Term
{
    /// <summary>«по окончании», «после», «с момента» without a length: it begins then and has no last day.</summary>
    public bool OpenEnd { get; init; }

    /// <summary>«с момента», «со дня»: the event's day opens a range.</summary>
    public bool OpensRange { get; init; }
}

internal enum DayRuleKind { Whole, ByDay, OnDay, Days, LastDay, ByLastDay, LastWorkingDay, Weekdays, NthWeekday, NthWeek, NthDecade }

internal enum DayTarget { This, NextMonth, LastMonth }

/// <summary>The day of a recurring term inside its month, quarter or week.</summary>
internal sealed record DayRule(DayRuleKind Kind, int First = 0, int Second = 0, DayTarget Target = DayTarget.This)
{
    public static readonly DayRule Whole = new(DayRuleKind.Whole);

    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];
}

/// <param name="Frequency">Canonical words where the enumeration cannot say it: «3 раза в год», «раз в 2 месяца».</param>
/// <param name="Months">Length of a period in months counted from the first day, 0 where the calendar's own periods are meant.</param>
internal sealed record RecurringTerm(Recurrence Every, DayRule Rule, string? Frequency = null, int Months = 0) : Term
{
    /// <summary>«до 25 числа»: that it comes every month is not said.</summary>
    public bool Implied { get; init; }
}

internal sealed record OnDemandTerm : Term;

/// <summary>«постоянно».</summary>
internal sealed record OngoingTerm : Term;

/// <summary>«по плану», «по графику».</summary>
internal sealed record ScheduleTerm : Term;

/// <summary>«до особого распоряжения», «незамедлительно»: words about time that hold no date.</summary>
internal sealed record OpenTerm(string Reason) : Term;

/// <summary>A place left for a date to be written by hand.</summary>
internal sealed record BlankTerm : Term;

/// <summary>Words that say nothing of time; they may be a label.</summary>
internal sealed record OtherWords : Term;

internal sealed record Separator(TokenKind Kind) : Term;
