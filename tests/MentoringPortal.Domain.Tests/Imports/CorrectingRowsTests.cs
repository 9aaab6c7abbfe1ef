using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Imports;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Tests.Imports;

public sealed class CorrectingRowsTests
{
    private readonly DocumentReading _paper = Papers.Plain();

    [Fact]
    public void Paper_IsReadAsTheTestsExpect()
    {
        _paper.Items.Select(i => i.Number).ShouldBe(["1", "2", "3", "4"]);
        _paper.Targets.ShouldHaveSingleItem().Percent.ShouldBe(15);
        _paper.Joins.ShouldNotBeEmpty();
    }

    [Fact]
    public void EditItem_NewDeadlineWords_AreReadInTheContextOfTheRowsBefore()
    {
        var edited = _paper.EditItem(2, Papers.Words(_paper.Items[2]) with { Deadline = "март" });
        edited.Items[2].Deadline.Start.ShouldBe(new DateOnly(2025, 3, 1));
        edited.Items[2].Deadline.Text.ShouldBe("март");
    }

    [Fact]
    public void EditItem_DeadlineThatIsGone_IsRemarked_AndTheRemarkGoesWhenItIsBack()
    {
        var without = _paper.EditItem(1, Papers.Words(_paper.Items[1]) with { Deadline = "" });
        without.Remarks.ShouldContain(r => r.Code == "deadline-missing" && r.Where == "2");
        without.EditItem(1, Papers.Words(without.Items[1]) with { Deadline = "до 31.12.2024" }).Remarks.ShouldNotContain(r => r.Code == "deadline-missing");
    }

    [Fact]
    public void EditItem_SameWords_ChangeNothing() =>
        DeadlineJson.Serialize(_paper.EditItem(2, Papers.Words(_paper.Items[2])).Items[2].Deadline).ShouldBe(DeadlineJson.Serialize(_paper.Items[2].Deadline));

    [Fact]
    public void EditItem_TargetRow_TakesTheTargetAlong()
    {
        var edited = _paper.EditItem(3, Papers.Words(_paper.Items[3]) with { Number = "4а", Deadline = "до 30.06.2025", Target = 20 });
        edited.Targets.ShouldHaveSingleItem().ShouldBe(new ReadTarget(20, new DateOnly(2025, 6, 30), _paper.Targets[0].Population, "4а", _paper.Items[3].Id));
    }

    [Fact]
    public void DropItem_OfATarget_TakesTheTargetAndItsJoinsAway()
    {
        _paper.DropItem(3).Targets.ShouldBeEmpty();
        _paper.DropItem(0).Joins.ShouldBeEmpty();
    }

    [Fact]
    public void MergeWithPrevious_TornRow_IsWholeAgain()
    {
        var torn = Papers.Order("1\tРазработка положения\tДо 01.10.2024\tРуководители ОУ", "2\tо наставничестве и его утверждение\t\t");
        var whole = torn.MergeWithPrevious(1).Items.ShouldHaveSingleItem();
        whole.Activity.ShouldBe("Разработка положения о наставничестве и его утверждение");
        whole.Deadline.End.ShouldBe(new DateOnly(2024, 10, 1));
        whole.Responsible.ShouldHaveSingleItem();
    }

    [Fact]
    public void MergeWithPrevious_OfTheFirstRow_IsRefused() => Should.Throw<DomainException>(() => _paper.MergeWithPrevious(0));

    [Fact]
    public void Split_AsManyDeadlinesAsActivities_GoOneToEach()
    {
        var split = _paper.Split(1, ["Мониторинг базы", "Отчёт о базе"], ["декабрь", "январь"]);
        split.Items.Select(i => i.Number).ShouldBe(["1", "2.1", "2.2", "3", "4"]);
        split.Items[2].Deadline.Start.ShouldBe(new DateOnly(2025, 1, 1));
    }

    [Fact]
    public void Split_OneLine_IsRefusedBesideTheField() =>
        Should.Throw<DomainException>(() => _paper.Split(1, ["Мониторинг"], [])).Field.ShouldBe("Activity");

    [Fact]
    public void MoveItem_InsideItsSection_SwapsWithTheNeighbour() =>
        _paper.MoveItem(2, -1).Items.Select(i => i.Number).ShouldBe(["1", "3", "2", "4"]);

    [Fact]
    public void MoveItem_AtTheEdgeOfASection_GoesToTheNextOne()
    {
        var paper = _paper.AddSection("I", "Первый").AddSection("II", "Второй");
        paper = paper with { Items = [.. paper.Items.Select((item, i) => item with { Section = i < 2 ? "I" : "II" })] };
        var moved = paper.MoveItem(2, -1);
        moved.Items.Select(i => i.Section).ShouldBe(["I", "I", "I", "II"]);
        moved.MoveItem(2, +1).Items.Select(i => i.Section).ShouldBe(["I", "I", "II", "II"]);
        Should.Throw<DomainException>(() => paper.MoveItem(0, -1));
    }

    [Fact]
    public void AddItem_ToASectionInTheMiddle_StandsAtItsEnd()
    {
        var paper = _paper.AddSection("I", "Первый").AddSection("II", "Второй").AddSection("III", "Третий");
        paper = paper with { Items = [.. paper.Items.Select((item, i) => item with { Section = i < 2 ? "I" : "III" })] };
        paper.AddItem(new ItemWords { Number = "9", Section = "I", Activity = "Новое" }).Items[2].Number.ShouldBe("9");
        paper.AddItem(new ItemWords { Number = "9", Section = "II", Activity = "Новое" }).Items[2].Number.ShouldBe("9");
        paper.AddItem(new ItemWords { Number = "9", Section = "III", Activity = "Новое" }).Items[4].Number.ShouldBe("9");
    }

    [Fact]
    public void DropSection_RowsGoToTheSectionAbove()
    {
        var paper = _paper.AddSection("I", "Первый").AddSection("II", "Второй");
        paper = paper with { Items = [.. paper.Items.Select((item, i) => item with { Section = i < 2 ? "I" : "II" })] };
        var dropped = paper.DropSection(1);
        dropped.Sections.ShouldHaveSingleItem();
        dropped.Items.ShouldAllBe(i => i.Section == "I");
        dropped.Items.Count.ShouldBe(4);
    }

    [Fact]
    public void EditItem_ToAnotherSection_IsTheSameRow()
    {
        var paper = _paper.AddSection("I", "Первый");
        var moved = paper.EditItem(3, Papers.Words(paper.Items[3]) with { Section = "I" });
        moved.Items.Single(i => i.Section == "I").Id.ShouldBe(_paper.Items[3].Id);
        moved.Targets.ShouldHaveSingleItem().Row.ShouldBe(_paper.Items[3].Id);
    }

    [Fact]
    public void EditItem_IndexThatIsGone_IsRefusedInWords() =>
        Should.Throw<DomainException>(() => _paper.DropItem(4)).Message.ShouldContain("больше нет");
}
