namespace MentoringPortal.Domain.Roadmaps;

/// <summary>The words and signs of the states, one place for screens, exports and messages.</summary>
public static class ExecutionWords
{
    public const string Overdue = "Просрочено";
    public const string OverdueSign = "!";

    public static string Of(ExecutionState state, ExecutorKind executor) => state switch
    {
        ExecutionState.NotStarted => "Не начато",
        ExecutionState.InProgress => "В работе",
        ExecutionState.Submitted => "На проверке",
        ExecutionState.Returned => "Возвращено",
        ExecutionState.Done => executor == ExecutorKind.Organization ? "Принято" : "Выполнено",
        ExecutionState.NotApplicable => "Не требуется",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Sign(ExecutionState state) => state switch
    {
        ExecutionState.NotStarted => "–",
        ExecutionState.InProgress => "~",
        ExecutionState.Submitted => "?",
        ExecutionState.Returned => "↩",
        ExecutionState.Done => "✓",
        ExecutionState.NotApplicable => "·",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
