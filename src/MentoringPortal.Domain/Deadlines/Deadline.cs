using System.Text.Json.Serialization;

namespace MentoringPortal.Domain.Deadlines;

/// <summary>What the words of a term mean. Terms of <c>docs/guide/deadlines.md</c>.</summary>
public enum DeadlineKind
{
    /// <summary>By a day, inclusive; overdue from the next day.</summary>
    Due,
    /// <summary>From a day to a day; one bound may be open.</summary>
    Period,
    /// <summary>Several separate periods.</summary>
    List,
    /// <summary>A term that comes again.</summary>
    Recurring,
    /// <summary>Throughout a period.</summary>
    Ongoing,
    /// <summary>When asked for.</summary>
    OnDemand,
    /// <summary>Counted from an event.</summary>
    Relative,
    /// <summary>No date in the words.</summary>
    Unspecified,
    /// <summary>A date that does not exist.</summary>
    Invalid,
}

/// <summary>How often a recurring term comes again.</summary>
public enum Recurrence { Day, Week, TwoWeeks, Decade, Month, Quarter, HalfYear, Year, Term }

/// <summary>The unit in which a relative term is counted.</summary>
public enum OffsetUnit { Day, WorkingDay, Week, Month }

/// <summary>Whether a relative term lies before or after its event.</summary>
public enum OffsetDirection { Before, After }

/// <summary>One span of days, both bounds inclusive; null is an open bound.</summary>
public sealed record DeadlinePeriod(DateOnly? Start, DateOnly? End, string? Label = null);

/// <summary>A term counted from an event, e.g. 10 working days after «издание приказа».</summary>
public sealed record DeadlineOffset(int Amount, OffsetUnit Unit, OffsetDirection Direction, string Event);

/// <summary>A correction the reader offers and never applies by itself; the reason is Russian, for the user.</summary>
public sealed record DeadlineProposal(DateOnly? Start, DateOnly? End, string Reason);

/// <summary>A doubt about the reading: a code of the contract and a Russian sentence for the user.</summary>
public sealed record DeadlineRemark(string Code, string Text);

/// <summary>
/// A term as an official wrote it and as the portal understood it. <see cref="Text"/> is always the words as written;
/// <see cref="Inferred"/> names what the reader filled in («year», «month», «plan» …). Serialized, it is the line of <c>read-deadlines</c>.
/// </summary>
public sealed record Deadline
{
    public required string Text { get; init; }
    public required DeadlineKind Kind { get; init; }
    public DateOnly? Start { get; init; }
    public DateOnly? End { get; init; }
    public IReadOnlyList<DeadlinePeriod> Periods { get; init; } = [];
    public Recurrence? Every { get; init; }
    /// <summary>The day of a recurring term as understood, in Russian («20 число», «последний день»), or null.</summary>
    public string? On { get; init; }
    public DeadlineOffset? Offset { get; init; }
    public IReadOnlyList<string> Inferred { get; init; } = [];
    public DeadlineProposal? Proposal { get; init; }
    public IReadOnlyList<DeadlineRemark> Remarks { get; init; } = [];

    /// <summary>The day after which the whole term is overdue; null where it cannot be overdue (throughout, on request, no date, open end).</summary>
    [JsonIgnore]
    public DateOnly? LastDay => CanBeOverdue ? End : null;

    /// <summary>True from the day after <see cref="LastDay"/>. A recurring term is overdue as a whole only after its last period.</summary>
    public bool IsOverdueOn(DateOnly today) => LastDay < today;

    /// <summary>The periods whose last day has passed: each of a list or a recurring term can be overdue by itself.</summary>
    public IEnumerable<DeadlinePeriod> PeriodsOverdueOn(DateOnly today) => CanBeOverdue ? Periods.Where(p => p.End < today) : [];

    /// <summary>The next day, today or later, by which something is owed; null where nothing lies ahead.</summary>
    public DateOnly? NextDay(DateOnly today) => Periods.Count == 0 || !CanBeOverdue
        ? (LastDay >= today ? LastDay : null)
        : Periods.Where(p => p.End >= today).Min(p => p.End);

    private bool CanBeOverdue => Kind is DeadlineKind.Due or DeadlineKind.Period or DeadlineKind.List or DeadlineKind.Recurring or DeadlineKind.Relative;
}

/// <summary>What stands around a term and fills in what its words leave out.</summary>
/// <param name="OrderDate">Date of the order (C1, C3, C9).</param>
/// <param name="PlanStart">First day of the plan.</param>
/// <param name="PlanEnd">Last day of the plan.</param>
/// <param name="PreviousStart">Start of the previous row of the same section (C3).</param>
public sealed record DeadlineContext(DateOnly? OrderDate, DateOnly? PlanStart, DateOnly? PlanEnd, DateOnly? PreviousStart)
{
    public static readonly DeadlineContext None = new(null, null, null, null);

    /// <summary>What the previous row means: what ditto marks repeat. Null where only its start is known.</summary>
    public Deadline? Previous { get; init; }

    /// <summary>The department's school terms (C5).</summary>
    public SchoolCalendar School { get; init; } = SchoolCalendar.Default;

    /// <summary>Working days (C7).</summary>
    public ProductionCalendar Working { get; init; } = ProductionCalendar.Russia;

    /// <summary>A target years ahead does not set the year of the rows behind it.</summary>
    public bool IsInsidePlan(DateOnly day) => this switch
    {
        { PlanStart: { } from, PlanEnd: { } to } => day >= from && day <= to,
        { OrderDate: { } date } => day <= date.AddYears(1),
        _ => true,
    };
}
