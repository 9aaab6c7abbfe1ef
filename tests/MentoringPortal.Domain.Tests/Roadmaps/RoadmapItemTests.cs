using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Roadmaps;

namespace MentoringPortal.Domain.Tests.Roadmaps;

public sealed class RoadmapItemTests
{
    private static readonly DateOnly Due = new(2026, 12, 1);

    [Theory]
    [InlineData(0, false), InlineData(1, true), InlineData(-1, false)]
    public void IsOverdue_AroundTheLastDay_IsFromTheNextDay(int days, bool expected) =>
        Execution.IsOverdue(ExecutionState.NotStarted, Due, Due.AddDays(days)).ShouldBe(expected);

    [Theory]
    [InlineData(ExecutionState.NotStarted, true), InlineData(ExecutionState.InProgress, true), InlineData(ExecutionState.Returned, true)]
    [InlineData(ExecutionState.Submitted, false), InlineData(ExecutionState.Done, false), InlineData(ExecutionState.NotApplicable, false)]
    public void IsOverdue_LongAfterTheDay_HoldsForOpenStatesAlone(ExecutionState state, bool expected) =>
        Execution.IsOverdue(state, Due, Due.AddYears(1)).ShouldBe(expected);

    [Fact]
    public void Plan_Throughout_HasNoDayToBeOverdue()
    {
        var item = Sample.Roadmap().Item("1", "в течение всего периода");
        item.DueOn.ShouldBeNull();
    }

    [Fact]
    public void Reschedule_KeepsTheOldOneWithWhoWhenWhy()
    {
        var item = Sample.Roadmap().Item("1", "до 01.12.2026");
        item.Reschedule(DeadlineReader.Read("до 25.12.2026", DeadlineContext.None), Sample.By, " Каникулы ");
        item.DueOn.ShouldBe(new DateOnly(2026, 12, 25));
        var change = item.DeadlineChanges.ShouldHaveSingleItem();
        (change.OldText, change.OldDueOn, change.NewDueOn, change.Reason, change.ChangedByName)
            .ShouldBe(("до 01.12.2026", Due, new DateOnly(2026, 12, 25), "Каникулы", Sample.By.Name));
    }

    [Fact]
    public void Reschedule_WithoutReason_ChangesNothing()
    {
        var item = Sample.Roadmap().Item("1", "до 01.12.2026");
        Should.Throw<DomainException>(() => item.Reschedule(DeadlineReader.Read("до 25.12.2026", DeadlineContext.None), Sample.By, " "));
        (item.DueOn, item.DeadlineChanges.Count).ShouldBe((Due, 0));
    }

    [Fact]
    public void Assign_Twice_MakesOneExecution()
    {
        var roadmap = Sample.Roadmap();
        var item = roadmap.Item("1");
        foreach (var assignee in new[] { Assignee.Department, Assignee.Unit(1), Assignee.Outside("ИРО"), Assignee.Organization(3), Assignee.Organization(4) })
        {
            roadmap.Assign(item, assignee);
            roadmap.Assign(item, assignee with { });
        }
        item.Executions.Count.ShouldBe(5);
    }

    [Fact]
    public void Unassign_AfterWorkBegan_IsRefused()
    {
        var roadmap = Sample.Roadmap();
        var item = roadmap.Item("1");
        var untouched = item.For(roadmap, Assignee.Organization(3));
        var begun = item.For(roadmap, Assignee.Organization(4));
        begun.Start(Sample.By);
        item.Unassign(untouched);
        Should.Throw<DomainException>(() => item.Unassign(begun));
        item.Executions.ShouldBe([begun]);
    }

    [Theory]
    [InlineData("Приказы ОО", "Приказ"), InlineData("Положение о наставничестве, приказ", "Положение"), InlineData("Утверждённые планы", "План")]
    [InlineData("Отчёт", "Отчёт"), InlineData("Акты обследования", "Акт"), InlineData("Актуализированная база наставников", null)]
    [InlineData("Проведённый семинар", null), InlineData(null, null)]
    public void ProofRequest_OfResult_NamesTheFirstDocument(string? result, string? kind) => (ProofRequest.Of(result)?.Kind).ShouldBe(kind);
}
