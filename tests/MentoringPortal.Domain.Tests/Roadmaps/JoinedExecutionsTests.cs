using MentoringPortal.Domain.Roadmaps;

namespace MentoringPortal.Domain.Tests.Roadmaps;

/// <summary>Rows that an obligation joins are one task: what is done at one is done at all.</summary>
public sealed class JoinedExecutionsTests
{
    private readonly Roadmap _roadmap = Sample.Roadmap();
    private readonly Execution _main;
    private readonly Execution _other;

    public JoinedExecutionsTests()
    {
        _main = _roadmap.Item("1").For(_roadmap, Assignee.Organization(3));
        _other = _roadmap.Item("2").For(_roadmap, Assignee.Organization(3));
    }

    [Fact]
    public void Together_WholeLoop_KeepsBothInStep()
    {
        foreach (var step in new Action<Execution>[]
                 {
                     x => x.Start(Sample.By), x => x.Report(Sample.Report, Sample.By), x => x.Return("Нет скана", Sample.By),
                     x => x.Report(Sample.Report, Sample.By), x => x.Accept(null, Sample.By), x => x.Return("Открыть снова", Sample.By),
                 })
        {
            _main.Together([_other], step);
            _other.State.ShouldBe(_main.State);
        }
        _other.Events.Count.ShouldBe(6);
        _other.LastReport.ShouldBe(Sample.Report);
        _other.Events[2].Text.ShouldBe("Нет скана");
    }

    [Fact]
    public void Together_OtherClosedByItself_StaysClosed()
    {
        _other.Release("Не требуется здесь", Sample.By);
        _main.Together([_other], x => x.Report(Sample.Report, Sample.By));
        _other.State.ShouldBe(ExecutionState.NotApplicable);
    }

    [Fact]
    public void Together_OtherReturned_KeepsItsRemarkUntilTheReportIsSent()
    {
        _other.Report(Sample.Report, Sample.By);
        _other.Return("Нет подписи", Sample.By);
        _main.Together([_other], x => x.Start(Sample.By));
        _other.State.ShouldBe(ExecutionState.Returned);
        _main.Together([_other], x => x.Report(Sample.Report, Sample.By));
        _other.State.ShouldBe(ExecutionState.Submitted);
    }

    [Fact]
    public void Together_OtherCountedByCoverage_StaysUntouched()
    {
        var counted = _roadmap.Item("3", target: 30).For(_roadmap, Assignee.Organization(3));
        _main.Together([_other, counted], x => x.Report(Sample.Report, Sample.By));
        (_other.State, counted.State).ShouldBe((ExecutionState.Submitted, ExecutionState.NotStarted));
    }

    [Fact]
    public void Together_RefusedAtTheMain_ChangesNothing()
    {
        Should.Throw<DomainException>(() => _main.Together([_other], x => x.Accept(null, Sample.By)));
        _other.State.ShouldBe(ExecutionState.NotStarted);
        _other.Events.ShouldBeEmpty();
    }
}
