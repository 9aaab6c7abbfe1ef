using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Roadmaps;

namespace MentoringPortal.Domain.Tests.Roadmaps;

public sealed class NextYearCopyTests
{
    [Theory]
    [InlineData("до 01.12.2026", "до 01.12.2027", "2027-12-01", false)]
    [InlineData("октябрь – ноябрь 2026 года", "октябрь – ноябрь 2027 года", "2027-11-30", false)]
    [InlineData("до 15.01.27", "до 15.01.28", "2028-01-15", false)]
    [InlineData("Сентябрь", "Сентябрь", "2027-09-30", true)]
    [InlineData("в течение учебного года", "в течение учебного года", null, false)]
    [InlineData("по графику", "по графику", null, false)]
    public void Preview_OfDeadline_MovesItByAYear(string text, string expected, string? due, bool needsCheck)
    {
        var roadmap = Sample.Roadmap();
        roadmap.Item("1", text);
        var row = NextYearCopy.Preview(roadmap).ShouldHaveSingleItem();
        row.Deadline.Text.ShouldBe(expected);
        row.Deadline.LastDay.ShouldBe(due is null ? null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture));
        row.NeedsCheck.ShouldBe(needsCheck);
    }

    [Fact]
    public void Make_OfRoadmapAtWork_BeginsAnew()
    {
        var source = Sample.Roadmap();
        var section = new RoadmapSection { Ordinal = 1, Number = "1", Title = "Подготовка 2026 года" };
        source.Sections.Add(section);
        var first = source.Item("1.1");
        first.Section = section;
        var second = source.Item("1.2");
        first.For(source, Assignee.Organization(3)).Report(Sample.Report, Sample.By);
        source.Obligations.Add(new Obligation { Subject = "карта ОО", Due = new DateOnly(2026, 12, 1), Parts = { new() { RoadmapItem = first }, new() { RoadmapItem = second } } });

        var copy = NextYearCopy.Make(source, "Карта", Sample.By.At);

        (copy.PeriodStart, copy.PeriodEnd).ShouldBe((new DateOnly(2027, 9, 1), new DateOnly(2028, 8, 31)));
        copy.Items.Select(i => i.Number).ShouldBe(["1.1", "1.2"]);
        copy.Items[0].Section.ShouldBe(copy.Sections.ShouldHaveSingleItem());
        copy.Sections[0].Title.ShouldBe("Подготовка 2027 года");
        copy.Items.ShouldAllBe(i => i.Executions.Count == 0);
        copy.Obligations.ShouldHaveSingleItem().Parts.Select(p => p.RoadmapItem).ShouldBe(copy.Items);
        source.Items[0].Executions[0].State.ShouldBe(ExecutionState.Submitted);
    }

    [Fact]
    public void Make_OfARowCountedByCoverage_TakesItsTargetAlong_ByTheNewTerm()
    {
        var source = Sample.Roadmap();
        var item = source.Item("3", target: 30);
        item.Targets.Add(CoverageTarget.Read(30, item.DueOn, "обучающиеся по дополнительным программам", item));

        var target = NextYearCopy.Make(source, "Карта", Sample.By.At).Items[0].Targets.ShouldHaveSingleItem();

        (target.Counted, target.Percent, target.By).ShouldBe((Population.PupilsInProgrammes, 30, new DateOnly(2027, 12, 1)));
    }

    [Fact]
    public void GiveOut_OfCopy_RepeatsTheExecutorsThatStillWork()
    {
        var source = Sample.Roadmap();
        var item = source.Item("1");
        foreach (var assignee in new[] { Assignee.Department, Assignee.Organization(3), Assignee.Organization(4) })
            source.Assign(item, assignee);
        var copy = NextYearCopy.Make(source, "Карта", Sample.By.At);

        NextYearCopy.GiveOut(copy, source, organization => organization != 4);
        NextYearCopy.GiveOut(copy, source, organization => organization != 4);

        copy.Items[0].Executions.Select(Assignee.Of).ShouldBe([Assignee.Department, Assignee.Organization(3)]);
        copy.Items[0].Executions.ShouldAllBe(x => x.State == ExecutionState.NotStarted);
    }
}
