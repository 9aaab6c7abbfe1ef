using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Roadmaps;

namespace MentoringPortal.Domain.Tests.Roadmaps;

/// <summary>A roadmap in memory, with as much as a test needs.</summary>
internal static class Sample
{
    public static readonly Signature By = new(7, "Лазарева Инга Павловна", new DateTime(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc));

    public static readonly ExecutionReport Report = new("Сделано", "Приказ", "12", new DateOnly(2026, 9, 1));

    public static Roadmap Roadmap() => new()
    {
        Title = "Дорожная карта на 2026–2027 учебный год",
        PeriodStart = new DateOnly(2026, 9, 1),
        PeriodEnd = new DateOnly(2027, 8, 31),
    };

    public static RoadmapItem Item(this Roadmap roadmap, string number, string deadline = "до 01.12.2026", decimal? target = null)
    {
        var item = new RoadmapItem { Number = number, Ordinal = roadmap.Items.Count + 1, Activity = $"Мероприятие {number}", TargetPercent = target };
        item.Plan(DeadlineReader.Read(deadline, new DeadlineContext(new DateOnly(2026, 8, 25), roadmap.PeriodStart, roadmap.PeriodEnd, null)));
        roadmap.Items.Add(item);
        return item;
    }

    public static Execution For(this RoadmapItem item, Roadmap roadmap, Assignee assignee)
    {
        roadmap.Assign(item, assignee);
        return item.Executions.Single(x => Assignee.Of(x) == assignee);
    }

    /// <summary>An execution brought to a state by the steps that lead there.</summary>
    public static Execution In(ExecutionState state, Assignee assignee)
    {
        var roadmap = Roadmap();
        var execution = roadmap.Item("1").For(roadmap, assignee);
        switch (state)
        {
            case ExecutionState.NotStarted: break;
            case ExecutionState.InProgress: execution.Start(By); break;
            case ExecutionState.Submitted: execution.Report(Report, By); break;
            case ExecutionState.Returned: execution.Report(Report, By); execution.Return("Нет скана", By); break;
            case ExecutionState.Done:
                execution.Report(Report, By);
                if (execution.State == ExecutionState.Submitted)
                    execution.Accept(null, By);
                break;
            case ExecutionState.NotApplicable: execution.Release("Не наш профиль", By); break;
            default: throw new ArgumentOutOfRangeException(nameof(state));
        }
        execution.State.ShouldBe(state);
        return execution;
    }
}
