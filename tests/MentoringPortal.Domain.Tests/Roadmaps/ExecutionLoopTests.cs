using MentoringPortal.Domain.Roadmaps;

namespace MentoringPortal.Domain.Tests.Roadmaps;

/// <summary>The whole table of steps by states, for an organization and for the department's own.</summary>
public sealed class ExecutionLoopTests
{
    /// <summary>Where each step leads an organization's execution; a pair that is not here is refused.</summary>
    private static readonly Dictionary<(ExecutionState, ExecutionStep), ExecutionState> Organization = new()
    {
        [(ExecutionState.NotStarted, ExecutionStep.Start)] = ExecutionState.InProgress,
        [(ExecutionState.NotStarted, ExecutionStep.Save)] = ExecutionState.InProgress,
        [(ExecutionState.NotStarted, ExecutionStep.Report)] = ExecutionState.Submitted,
        [(ExecutionState.NotStarted, ExecutionStep.AskRelease)] = ExecutionState.Submitted,
        [(ExecutionState.NotStarted, ExecutionStep.Release)] = ExecutionState.NotApplicable,
        [(ExecutionState.InProgress, ExecutionStep.Save)] = ExecutionState.InProgress,
        [(ExecutionState.InProgress, ExecutionStep.Report)] = ExecutionState.Submitted,
        [(ExecutionState.InProgress, ExecutionStep.AskRelease)] = ExecutionState.Submitted,
        [(ExecutionState.InProgress, ExecutionStep.Release)] = ExecutionState.NotApplicable,
        [(ExecutionState.Submitted, ExecutionStep.Withdraw)] = ExecutionState.InProgress,
        [(ExecutionState.Submitted, ExecutionStep.Accept)] = ExecutionState.Done,
        [(ExecutionState.Submitted, ExecutionStep.Return)] = ExecutionState.Returned,
        [(ExecutionState.Submitted, ExecutionStep.Release)] = ExecutionState.NotApplicable,
        [(ExecutionState.Returned, ExecutionStep.Save)] = ExecutionState.Returned,
        [(ExecutionState.Returned, ExecutionStep.Report)] = ExecutionState.Submitted,
        [(ExecutionState.Returned, ExecutionStep.AskRelease)] = ExecutionState.Submitted,
        [(ExecutionState.Returned, ExecutionStep.Release)] = ExecutionState.NotApplicable,
        [(ExecutionState.Done, ExecutionStep.Return)] = ExecutionState.Returned,
        [(ExecutionState.NotApplicable, ExecutionStep.Return)] = ExecutionState.Returned,
    };

    public static IEnumerable<object[]> All =>
        from state in Enum.GetValues<ExecutionState>() from step in Enum.GetValues<ExecutionStep>() select new object[] { state, step };

    [Theory, MemberData(nameof(All))]
    public void Take_AtOrganization_LeadsWhereTheTableSaysOrIsRefused(ExecutionState state, ExecutionStep step)
    {
        var execution = Sample.In(state, Assignee.Organization(3));
        var events = execution.Events.Count;
        if (Organization.TryGetValue((state, step), out var expected))
        {
            Take(execution, step);
            execution.State.ShouldBe(expected);
            execution.Events.Count.ShouldBe(expected == state ? events : events + 1);
        }
        else
        {
            Should.Throw<DomainException>(() => Take(execution, step));
            execution.State.ShouldBe(state);
            execution.Events.Count.ShouldBe(events);
        }
    }

    [Fact]
    public void Report_ByTheDepartmentItself_IsDoneAtOnce()
    {
        var execution = Sample.In(ExecutionState.NotStarted, Assignee.Department);
        execution.Report(Sample.Report, Sample.By);
        execution.State.ShouldBe(ExecutionState.Done);
        ExecutionWords.Of(execution.State, execution.Executor).ShouldBe("Выполнено");
    }

    [Fact]
    public void AskRelease_ByTheDepartmentItself_IsRefused() =>
        Should.Throw<DomainException>(() => Sample.In(ExecutionState.NotStarted, Assignee.Unit(2)).AskRelease("Причина", Sample.By));

    [Fact]
    public void Accept_OfAskedRelease_IsNotApplicable()
    {
        var execution = Sample.In(ExecutionState.NotStarted, Assignee.Organization(3));
        execution.AskRelease("У нас нет дополнительных программ", Sample.By);
        execution.Accept(null, Sample.By);
        execution.State.ShouldBe(ExecutionState.NotApplicable);
    }

    [Theory, InlineData(null), InlineData(""), InlineData("  ")]
    public void Return_WithoutReason_IsRefused(string? reason)
    {
        var execution = Sample.In(ExecutionState.Submitted, Assignee.Organization(3));
        Should.Throw<DomainException>(() => execution.Return(reason, Sample.By)).Field.ShouldBe("Reason");
        execution.State.ShouldBe(ExecutionState.Submitted);
    }

    [Fact]
    public void Report_OfRowCountedByCoverage_IsRefused()
    {
        var roadmap = Sample.Roadmap();
        var execution = roadmap.Item("5", target: 15).For(roadmap, Assignee.Department);
        Should.Throw<DomainException>(() => execution.Report(Sample.Report, Sample.By)).Message.ShouldContain("по охвату");
        Should.Throw<DomainException>(() => execution.Start(Sample.By));
        Should.Throw<DomainException>(() => execution.Save(Sample.Report, Sample.By));
    }

    private static void Take(Execution execution, ExecutionStep step)
    {
        switch (step)
        {
            case ExecutionStep.Start: execution.Start(Sample.By); break;
            case ExecutionStep.Save: execution.Save(Sample.Report, Sample.By); break;
            case ExecutionStep.Report: execution.Report(Sample.Report, Sample.By); break;
            case ExecutionStep.AskRelease: execution.AskRelease("Не наш профиль", Sample.By); break;
            case ExecutionStep.Withdraw: execution.Withdraw(Sample.By); break;
            case ExecutionStep.Accept: execution.Accept(null, Sample.By); break;
            case ExecutionStep.Return: execution.Return("Нет скана", Sample.By); break;
            case ExecutionStep.Release: execution.Release("Не наш профиль", Sample.By); break;
            default: throw new ArgumentOutOfRangeException(nameof(step));
        }
    }
}
