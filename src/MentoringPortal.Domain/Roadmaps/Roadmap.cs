using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Roadmaps;

/// <summary>Дорожная карта: the dated measures of one plan. Null <see cref="OrganizationId"/> is the municipal one.</summary>
public sealed class Roadmap : IOwnedByOrganization, IVersioned, ISearchable
{
    public int Id { get; private set; }
    public int? OrganizationId { get; init; }
    public Organization? Organization { get; private set; }
    public int? OrderId { get; private set; }
    public Order? Order { get; set; }
    [NotPersonal] public string Title { get; set; } = "";
    public DateOnly PeriodStart { get; set; }
    public DateOnly PeriodEnd { get; set; }
    /// <summary>The roadmap it was copied from for the next school year.</summary>
    public int? CopiedFromId { get; init; }
    public bool IsArchived { get; set; }
    public List<RoadmapSection> Sections { get; } = [];
    public List<RoadmapItem> Items { get; } = [];
    public List<Execution> Executions { get; } = [];
    public List<Obligation> Obligations { get; } = [];
    public DateTime CreatedAt { get; init; }
    public int Version { get; private set; }

    [NotPersonal] public string SearchSource => Title;
    [NotPersonal] public string SortSource => Title;

    /// <summary>Gives an item one more executor with an execution of its own; one that it has already is left alone.</summary>
    public void Assign(RoadmapItem item, Assignee assignee)
    {
        if (item.Executions.Exists(x => Assignee.Of(x) == assignee))
            return;
        item.Executions.Add(new Execution
        {
            Roadmap = this,
            RoadmapItem = item,
            Executor = assignee.Kind,
            OrganizationId = assignee.OrganizationId,
            DepartmentUnitId = assignee.UnitId,
            OutsideBody = assignee.OutsideBody,
        });
    }
}

/// <summary>Who is to execute an item: the department, one of its units, an outside body it reports for, or an organization.</summary>
public sealed record Assignee
{
    private Assignee() { }

    public ExecutorKind Kind { get; private init; }
    public int? OrganizationId { get; private init; }
    public int? UnitId { get; private init; }
    public string? OutsideBody { get; private init; }

    public static Assignee Department { get; } = new() { Kind = ExecutorKind.Department };

    public static Assignee Unit(int unitId) => new() { Kind = ExecutorKind.Unit, UnitId = unitId };

    public static Assignee Organization(int organizationId) => new() { Kind = ExecutorKind.Organization, OrganizationId = organizationId };

    public static Assignee Outside(string name) => new() { Kind = ExecutorKind.Outside, OutsideBody = name.Trim() };

    public static Assignee Of(Execution execution) => new()
    {
        Kind = execution.Executor,
        OrganizationId = execution.OrganizationId,
        UnitId = execution.DepartmentUnitId,
        OutsideBody = execution.OutsideBody,
    };
}

public sealed class RoadmapSection
{
    public int Id { get; private set; }
    public int RoadmapId { get; private set; }
    public Roadmap? Roadmap { get; private set; }
    public int Ordinal { get; set; }
    [NotPersonal] public string Number { get; set; } = "";
    [NotPersonal] public string Title { get; set; } = "";
}

/// <summary>Мероприятие: activity, deadline, responsible parties, expected result.</summary>
public sealed class RoadmapItem : IVersioned, ISearchable
{
    public int Id { get; private set; }
    public int RoadmapId { get; private set; }
    public Roadmap? Roadmap { get; private set; }
    public int? SectionId { get; private set; }
    public RoadmapSection? Section { get; set; }
    public int Ordinal { get; set; }
    [NotPersonal] public string Number { get; set; } = "";
    [NotPersonal] public string Activity { get; set; } = "";
    /// <summary>The Result column: the proof asked for.</summary>
    [NotPersonal] public string? Result { get; set; }
    /// <summary>Who answers, as written and as understood.</summary>
    [Personal] public IReadOnlyList<ReadParty> Responsible { get; set; } = [];
    [NotPersonal] public Deadline Deadline { get; private set; } = null!;
    /// <summary>First day of the deadline, kept beside it for queries.</summary>
    public DateOnly? StartsOn { get; private set; }
    /// <summary>Last day on which the item is still in time; null where the words hold no date, so that it never is overdue.</summary>
    public DateOnly? DueOn { get; private set; }
    /// <summary>Percent of coverage; such a row cannot be ticked, its state is the computed coverage.</summary>
    public decimal? TargetPercent { get; set; }
    public List<Execution> Executions { get; } = [];
    public List<DeadlineChange> DeadlineChanges { get; } = [];
    public int Version { get; private set; }

    [NotPersonal] public string SearchSource => $"{Number} {Activity}";
    [NotPersonal] public string SortSource => Number;

    public bool IsCountedByCoverage => TargetPercent is not null;

    /// <summary>Of a row that is counted: whom, and by when.</summary>
    public List<CoverageTarget> Targets { get; } = [];

    /// <summary>Takes an executor away who has done nothing yet.</summary>
    public void Unassign(Execution execution)
    {
        if (execution.State != ExecutionState.NotStarted || execution.Events.Count > 0)
            throw new DomainException("Исполнитель уже начал работу. Его можно освободить: «Не требуется» с указанием причины.");
        Executions.Remove(execution);
    }

    /// <summary>Sets the first deadline of a new item.</summary>
    public void Plan(Deadline deadline)
    {
        Deadline = deadline;
        StartsOn = deadline.Start;
        DueOn = deadline.LastDay;
    }

    /// <summary>Moves the deadline and keeps the old one with who, when and why.</summary>
    public void Reschedule(Deadline deadline, Signature by, string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new DomainException("Укажите причину переноса срока.", "Reason");
        if (deadline.Text.Trim() == Deadline.Text.Trim())
            throw new DomainException("Срок не изменился.", "Text");
        DeadlineChanges.Add(new DeadlineChange
        {
            OldText = Deadline.Text,
            OldDueOn = DueOn,
            NewText = deadline.Text,
            NewDueOn = deadline.LastDay,
            ChangedAt = by.At,
            ChangedById = by.UserId,
            ChangedByName = by.Name,
            Reason = reason.Trim(),
        });
        Plan(deadline);
    }
}

/// <summary>Who does something and when (UTC).</summary>
public sealed record Signature(int UserId, string Name, DateTime At);

/// <summary>A deadline that was moved: the old one, the new one, who, when, why.</summary>
public sealed class DeadlineChange
{
    public int Id { get; private set; }
    public int RoadmapItemId { get; private set; }
    public RoadmapItem? RoadmapItem { get; private set; }
    [NotPersonal] public required string OldText { get; init; }
    public DateOnly? OldDueOn { get; init; }
    [NotPersonal] public required string NewText { get; init; }
    public DateOnly? NewDueOn { get; init; }
    public DateTime ChangedAt { get; init; }
    public int ChangedById { get; init; }
    [Personal] public required string ChangedByName { get; init; }
    [NotPersonal] public required string Reason { get; init; }
}

/// <summary>Обязательство: parts of a paper that ask for the same thing are one task, asked once and closed together.</summary>
public sealed class Obligation
{
    public int Id { get; private set; }
    public int RoadmapId { get; private set; }
    public Roadmap? Roadmap { get; private set; }
    /// <summary>What is owed, e.g. «дорожная карта ОО».</summary>
    [NotPersonal] public required string Subject { get; init; }
    public DateOnly? Due { get; init; }
    public List<ObligationPart> Parts { get; } = [];
}

/// <summary>One part of an obligation: a roadmap row, or a clause (with one of its documents).</summary>
public sealed class ObligationPart
{
    public int Id { get; private set; }
    public int ObligationId { get; private set; }
    public Obligation? Obligation { get; private set; }
    public int? RoadmapItemId { get; private set; }
    public RoadmapItem? RoadmapItem { get; init; }
    public int? ClauseId { get; private set; }
    public Clause? Clause { get; init; }
    [NotPersonal] public string? Document { get; init; }
}
