namespace MentoringPortal.Domain.Pairs;

/// <summary>Пробная, организационная, рабочая, итоговая.</summary>
public enum MeetingKind { Trial, Organisational, Regular, Final }

/// <summary>Where a meeting stands on a day: held, ahead, past and not written down, or dropped with its pair.</summary>
public enum MeetingState { Held, Planned, Missed, Dropped }

/// <summary>A meeting of a pair: planned, then held with what came of it, or called off.</summary>
public sealed class Meeting : IOwnedByOrganization, IVersioned
{
    private Meeting() { }

    private Meeting(Pair pair, MeetingKind kind, DateOnly date) => (Pair, OrganizationId, Kind, Date) = (pair, pair.OrganizationId, kind, date);

    public int Id { get; private set; }
    public int? OrganizationId { get; private set; }
    public int PairId { get; private set; }
    public Pair? Pair { get; private set; }
    public MeetingKind Kind { get; private set; }
    public DateOnly Date { get; private set; }
    /// <summary>Held; false while it is a plan.</summary>
    public bool IsHeld { get; private set; }
    public int? Minutes { get; private set; }
    [Personal] public string? Topic { get; private set; }
    [Personal] public string? Result { get; private set; }
    public int LoggedById { get; private set; }
    [Personal] public string LoggedByName { get; private set; } = "";
    public int Version { get; private set; }

    public static Meeting Plan(Pair pair, MeetingKind kind, DateOnly date, string? topic)
    {
        RefuseOutside(pair, date);
        return new Meeting(pair, kind, date) { Topic = topic };
    }

    public static Meeting Hold(Pair pair, MeetingKind kind, DateOnly date, MeetingNotes notes, DateOnly today)
    {
        var meeting = new Meeting(pair, kind, date);
        meeting.Log(kind, date, notes, today);
        return meeting;
    }

    /// <summary>Writes down a meeting that took place, or corrects what was written.</summary>
    public void Log(MeetingKind kind, DateOnly date, MeetingNotes notes, DateOnly today)
    {
        RefuseOutside(Pair!, date);
        if (date > today)
            throw new DomainException("Встреча ещё не состоялась: дата в будущем.", nameof(Date));
        if (notes.Minutes is < 1 or > 600)
            throw new DomainException("Продолжительность — от 1 до 600 минут.", nameof(Minutes));
        (Kind, Date, IsHeld, Minutes, Topic, Result) = (kind, date, true, notes.Minutes, notes.Topic, notes.Result);
        (LoggedById, LoggedByName) = (notes.ById, notes.ByName);
    }

    /// <summary>Whoever wrote it down is known by another name from now on.</summary>
    public void SignAs(string name) => LoggedByName = name;

    /// <summary>What is planned past the pair's last day will not be; the plan stays in the history.</summary>
    public static MeetingState StateOf(bool isHeld, DateOnly date, DateOnly? endedOn, DateOnly today) =>
        isHeld ? MeetingState.Held : date > endedOn ? MeetingState.Dropped : date < today ? MeetingState.Missed : MeetingState.Planned;

    private static void RefuseOutside(Pair pair, DateOnly date)
    {
        if (!pair.IsFixed)
            throw new DomainException("Пара не закреплена приказом: встречи отмечают после него.");
        if (date < pair.From || date > (pair.EndedOn ?? pair.To))
            throw new DomainException($"Пара работает с {pair.From:dd.MM.yyyy} по {pair.EndedOn ?? pair.To:dd.MM.yyyy}.", nameof(Date));
    }
}

/// <summary>What is written about a meeting held, and by whom.</summary>
public sealed record MeetingNotes(int? Minutes, string? Topic, string? Result, int ById, string ByName);

/// <summary>A task of the personal plan: goal, task, date, result.</summary>
public sealed class PlanTask(int? organizationId) : IOwnedByOrganization, IVersioned
{
    public int Id { get; private set; }
    public int? OrganizationId { get; private set; } = organizationId;
    public int PairId { get; private set; }
    public Pair? Pair { get; private set; }
    public int Ordinal { get; set; }
    [Personal] public string? Goal { get; set; }
    [Personal] public string Task { get; set; } = "";
    public DateOnly? DueOn { get; set; }
    public DateOnly? DoneOn { get; set; }
    [Personal] public string? Result { get; set; }
    /// <summary>The template that it comes of, and the task there; the template may have lost it since.</summary>
    public int? TemplateId { get; set; }
    public int? TemplateItemId { get; set; }
    /// <summary>Changed by hand since it came of a template: it follows the template no more.</summary>
    public bool IsAltered { get; set; }
    public int Version { get; private set; }

    /// <summary>What the pair itself writes; a task of a template is its own from then on.</summary>
    public void Write(string? goal, string task, DateOnly? dueOn)
    {
        IsAltered |= TemplateItemId is not null && (Goal, Task, DueOn) != (goal, task, dueOn);
        (Goal, Task, DueOn) = (goal, task, dueOn);
    }
}

/// <summary>Программа наставничества of an organization: form, period, what it is about; other schools reuse it.</summary>
public sealed class Programme(int? organizationId) : IOwnedByOrganization, IVersioned
{
    public int Id { get; private set; }
    public int? OrganizationId { get; private set; } = organizationId;
    [NotPersonal] public string Name { get; set; } = "";
    public int FormId { get; set; }
    public Organizations.MentoringForm? Form { get; private set; }
    [NotPersonal] public string? Purpose { get; set; }
    public DateOnly? From { get; private set; }
    public DateOnly? To { get; private set; }
    /// <summary>Экспертное заключение: who looked at the programme, and what he said.</summary>
    [NotPersonal] public string? ExpertOpinion { get; set; }
    public int Version { get; private set; }

    public void Run(DateOnly? from, DateOnly? to)
    {
        if (to < from)
            throw new DomainException("Окончание раньше начала.", nameof(To));
        (From, To) = (from, to);
    }
}
