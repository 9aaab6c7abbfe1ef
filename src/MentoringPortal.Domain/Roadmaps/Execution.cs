using MentoringPortal.Domain.Files;
using MentoringPortal.Domain.Organizations;

namespace MentoringPortal.Domain.Roadmaps;

/// <summary>Who owes an execution.</summary>
public enum ExecutorKind { Department, Unit, Outside, Organization }

/// <summary>
/// NotStarted «Не начато» –, InProgress «В работе» ~, Submitted «На проверке» ?, Returned «Возвращено» ↩, Done «Принято»
/// (the department's own: «Выполнено») ✓, NotApplicable «Не требуется» ·. «Просрочено» is computed, never stored.
/// </summary>
public enum ExecutionState { NotStarted, InProgress, Submitted, Returned, Done, NotApplicable }

/// <summary>What one may do with an execution; from which states stands in <see cref="ExecutionSteps"/>.</summary>
public enum ExecutionStep { Start, Save, Report, AskRelease, Withdraw, Accept, Return, Release }

public static class ExecutionSteps
{
    public static bool Allows(this ExecutionState state, ExecutionStep step) => step switch
    {
        ExecutionStep.Start => state is ExecutionState.NotStarted,
        ExecutionStep.Save or ExecutionStep.Report or ExecutionStep.AskRelease => state.IsOpen(),
        ExecutionStep.Withdraw or ExecutionStep.Accept => state is ExecutionState.Submitted,
        ExecutionStep.Return => state is ExecutionState.Submitted || state.IsClosed(),
        ExecutionStep.Release => !state.IsClosed(),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>The executor has still to do something.</summary>
    public static bool IsOpen(this ExecutionState state) => state is ExecutionState.NotStarted or ExecutionState.InProgress or ExecutionState.Returned;

    /// <summary>Nobody has to do anything more.</summary>
    public static bool IsClosed(this ExecutionState state) => state is ExecutionState.Done or ExecutionState.NotApplicable;
}

/// <summary>Исполнение: an item's state at one executor. An organization reports and the department accepts; the department's own is closed by itself.</summary>
public sealed class Execution : IOwnedByOrganization, IVersioned
{
    public int Id { get; private set; }
    public int RoadmapId { get; private set; }
    public Roadmap? Roadmap { get; init; }
    public int RoadmapItemId { get; private set; }
    public RoadmapItem? RoadmapItem { get; init; }
    public ExecutorKind Executor { get; init; }
    /// <summary>The organization that owes it; null for the department, its units and outside bodies.</summary>
    public int? OrganizationId { get; init; }
    public Organization? Organization { get; private set; }
    public int? DepartmentUnitId { get; init; }
    public DepartmentUnit? DepartmentUnit { get; init; }
    /// <summary>The outside body for which the department reports.</summary>
    [NotPersonal] public string? OutsideBody { get; init; }
    public ExecutionState State { get; private set; }
    /// <summary>The executor's words of the last report.</summary>
    [Personal] public string? Comment { get; private set; }
    /// <summary>Kind, number and date of the document that proves the result.</summary>
    [NotPersonal] public string? ProofKind { get; private set; }
    [NotPersonal] public string? ProofNumber { get; private set; }
    public DateOnly? ProofDate { get; private set; }
    /// <summary>The report asks to be released: accepted, it becomes NotApplicable.</summary>
    public bool AsksRelease { get; private set; }
    public DateTime? ChangedAt { get; private set; }
    public List<ExecutionEvent> Events { get; } = [];
    public List<StoredFile> Files { get; } = [];
    public int Version { get; private set; }

    /// <summary>What the executor has said so far.</summary>
    public ExecutionReport LastReport => new(Comment, ProofKind, ProofNumber, ProofDate);

    /// <summary>An open execution whose day has passed (C1: overdue from the next day); what waits for review is not overdue.</summary>
    public static bool IsOverdue(ExecutionState state, DateOnly? dueOn, DateOnly today) => dueOn < today && state.IsOpen();

    /// <summary>Work has begun.</summary>
    public void Start(Signature by)
    {
        RefuseIfCounted();
        Move(ExecutionStep.Start, ExecutionState.InProgress, null, by);
    }

    /// <summary>Keeps the words of a report that is not sent yet; saving is a beginning.</summary>
    public void Save(ExecutionReport report, Signature by)
    {
        RefuseIfCounted();
        if (State == ExecutionState.NotStarted)
            Move(ExecutionStep.Save, ExecutionState.InProgress, null, by);
        else
            Refuse(ExecutionStep.Save);
        Take(report);
    }

    /// <summary>The executor says it is done: an organization's report goes to review, the department's own is closed by it.</summary>
    public void Report(ExecutionReport report, Signature by)
    {
        RefuseIfCounted();
        Move(ExecutionStep.Report, Executor == ExecutorKind.Organization ? ExecutionState.Submitted : ExecutionState.Done, report.Comment, by);
        Take(report);
        AsksRelease = false;
    }

    /// <summary>The organization asks to be released from the item; the department decides.</summary>
    public void AskRelease(string? reason, Signature by)
    {
        if (Executor != ExecutorKind.Organization)
            throw new DomainException("Об освобождении просит только организация.");
        RefuseIfCounted();
        Move(ExecutionStep.AskRelease, ExecutionState.Submitted, Required(reason, "Укажите, почему мероприятие не требуется."), by);
        (Comment, AsksRelease) = (reason!.Trim(), true);
    }

    /// <summary>The executor takes an unreviewed report back.</summary>
    public void Withdraw(Signature by)
    {
        Move(ExecutionStep.Withdraw, ExecutionState.InProgress, null, by);
        AsksRelease = false;
    }

    /// <summary>The department accepts the report, or agrees to the release that it asks for.</summary>
    public void Accept(string? comment, Signature by) =>
        Move(ExecutionStep.Accept, AsksRelease ? ExecutionState.NotApplicable : ExecutionState.Done, comment, by);

    /// <summary>The department returns a report, or reopens a closed execution, with a reason.</summary>
    public void Return(string? reason, Signature by)
    {
        Move(ExecutionStep.Return, Executor == ExecutorKind.Organization ? ExecutionState.Returned : ExecutionState.InProgress,
            Required(reason, "Укажите, что нужно исправить."), by);
        AsksRelease = false;
    }

    /// <summary>The department releases the executor.</summary>
    public void Release(string? reason, Signature by) =>
        Move(ExecutionStep.Release, ExecutionState.NotApplicable, Required(reason, "Укажите, почему мероприятие не требуется."), by);

    /// <summary>
    /// Takes a step here and at the executions that an obligation joins with this one: one task, asked once and closed together. What was
    /// closed by itself stays closed, what coverage counts stays counted, and a remark stands until the corrected report is sent.
    /// </summary>
    public void Together(IEnumerable<Execution> joined, Action<Execution> step)
    {
        var before = State;
        step(this);
        foreach (var other in joined.Where(o => !o.RoadmapItem!.IsCountedByCoverage))
        {
            var isRemarkStanding = other.State == ExecutionState.Returned && State == ExecutionState.InProgress;
            if (other.State == before || !(other.State.IsClosed() || isRemarkStanding))
                other.Follow(this);
        }
    }

    /// <summary>The same state, words and signature as at the execution that was acted upon.</summary>
    private void Follow(Execution main)
    {
        if (State != main.State)
        {
            var step = main.Events[^1];
            Events.Add(new ExecutionEvent(OrganizationId, State, main.State, step.Text, step.ById, step.ByName, step.At));
        }
        (State, ChangedAt, AsksRelease) = (main.State, main.ChangedAt, main.AsksRelease);
        (Comment, ProofKind, ProofNumber, ProofDate) = (main.Comment, main.ProofKind, main.ProofNumber, main.ProofDate);
    }

    private void Take(ExecutionReport report) =>
        (Comment, ProofKind, ProofNumber, ProofDate) = (report.Comment, report.ProofKind, report.ProofNumber, report.ProofDate);

    private void RefuseIfCounted()
    {
        if (RoadmapItem!.IsCountedByCoverage)
            throw new DomainException("Выполнение этой строки считается по охвату: отметить её вручную нельзя.");
    }

    private static string Required(string? reason, string message) =>
        string.IsNullOrWhiteSpace(reason) ? throw new DomainException(message, "Reason") : reason.Trim();

    private void Refuse(ExecutionStep step)
    {
        if (!State.Allows(step))
            throw new DomainException($"Действие невозможно: состояние уже «{ExecutionWords.Of(State, Executor)}».");
    }

    private void Move(ExecutionStep step, ExecutionState to, string? text, Signature by)
    {
        Refuse(step);
        Events.Add(new ExecutionEvent(OrganizationId, State, to, text, by.UserId, by.Name, by.At));
        (State, ChangedAt) = (to, by.At);
    }
}

/// <summary>What an executor reports: words, and the kind, number and date of the document that proves the result.</summary>
public sealed record ExecutionReport(string? Comment, string? ProofKind, string? ProofNumber, DateOnly? ProofDate);

/// <summary>One step of the loop «отправлено → принято / возвращено», with its words.</summary>
public sealed class ExecutionEvent(
    int? organizationId, ExecutionState from, ExecutionState to, string? text, int byId, string byName, DateTime at) : IOwnedByOrganization
{
    public int Id { get; private set; }
    public int ExecutionId { get; private set; }
    public Execution? Execution { get; private set; }
    public int? OrganizationId { get; private set; } = organizationId;
    public ExecutionState From { get; private set; } = from;
    public ExecutionState To { get; private set; } = to;
    [Personal] public string? Text { get; private set; } = text;
    public int ById { get; private set; } = byId;
    [Personal] public string ByName { get; private set; } = byName;
    public DateTime At { get; private set; } = at;
}
