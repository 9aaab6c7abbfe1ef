namespace MentoringPortal.Domain.Jobs;

public enum JobKind { PeopleImport }

/// <summary>Queued «В очереди» → Running «Выполняется» → Done «Готово» or Failed «Не получилось».</summary>
public enum JobState { Queued, Running, Done, Failed }

/// <summary>
/// Work that a person has asked for and that takes longer than a page may. It acts with its owner's rights; its page can be left and opened again,
/// and a job that a stop of the portal has cut off is taken up at the next start.
/// </summary>
public sealed class Job
{
    public Guid Id { get; init; }
    public JobKind Kind { get; init; }
    public int OwnerId { get; init; }
    public int? OrganizationId { get; init; }
    /// <summary>The row that the job works on.</summary>
    public Guid SubjectId { get; init; }
    public JobState State { get; private set; }
    public int Done { get; private set; }
    public int Total { get; private set; }
    /// <summary>The page with what came of it.</summary>
    [NotPersonal] public required string ResultUrl { get; init; }
    /// <summary>What went wrong, as a sentence for its owner.</summary>
    [NotPersonal] public string? Error { get; private set; }
    public DateTime CreatedAt { get; init; }
    public DateTime? StartedAt { get; private set; }
    public DateTime? FinishedAt { get; private set; }

    public bool IsFinished => State is JobState.Done or JobState.Failed;

    /// <summary>Starts, or goes on after a stop of the portal.</summary>
    public void Start(DateTime now) => (State, StartedAt) = (JobState.Running, StartedAt ?? now);

    public void Advance(int done, int total) => (Done, Total) = (done, total);

    public void Finish(DateTime now) => (State, FinishedAt) = (JobState.Done, now);

    public void Fail(string error, DateTime now) => (State, Error, FinishedAt) = (JobState.Failed, error, now);
}

public static class JobWords
{
    public static string Of(JobKind kind) => kind switch
    {
        JobKind.PeopleImport => "Загрузка людей и пар из таблицы",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(JobState state) => state switch
    {
        JobState.Queued => "В очереди",
        JobState.Running => "Выполняется",
        JobState.Done => "Готово",
        JobState.Failed => "Не получилось",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
