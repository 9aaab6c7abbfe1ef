using MentoringPortal.Domain.Imports;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Domain.Tests.Reading;

namespace MentoringPortal.Domain.Tests.Imports;

/// <summary>Rows whose numbers begin anew in each section are told apart by who they are, not by their number.</summary>
public sealed class RepeatedNumbersTests
{
    private const string Reaching = "Вовлечение обучающихся по дополнительным общеобразовательным программам (не менее 15%) в наставничество";

    private readonly DocumentReading _paper = Papers.Order(
        "Раздел 1. Условия\t\t\t",
        "1\tСовещание руководителей школ\tДекабрь\tОтдел образования",
        "2\tВстреча родителей\t\tРуководители ОУ",
        "Раздел 2. Работа\t\t\t",
        "1\tРазработка дорожных карт внедрения наставничества в школах\tДо 01.10.2024\tРуководители ОУ",
        $"2\t{Reaching}\tАпрель-май 2024\tРуководители ОУ");

    [Fact]
    public void Paper_IsReadAsTheTestsExpect()
    {
        _paper.Items.Select(i => (i.Section, i.Number)).ShouldBe([("1", "1"), ("1", "2"), ("2", "1"), ("2", "2")]);
        _paper.Items.Select(i => i.Id).ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public void Remark_PointsAtItsOwnRow()
    {
        _paper.Remarks.Single(r => r.Code == "deadline-missing").Row.ShouldBe(2);
        _paper.Remarks.Single(r => r.Code == "deadline-before-order").Row.ShouldBe(4);
    }

    [Fact]
    public void Remark_OfTwoRowsWithOneNumber_IsMadeForEach()
    {
        var both = _paper.EditItem(3, Papers.Words(_paper.Items[3]) with { Deadline = "" });
        both.Remarks.Where(r => r.Code == "deadline-missing").Select(r => r.Row).ShouldBe([2, 4]);
    }

    [Fact]
    public void Build_TargetAndJoin_BelongToTheirOwnRows()
    {
        var roadmap = new PaperDraft(_paper, new SaveChoices { Joins = [0] }, Papers.Register, DateTime.UnixEpoch).Build();
        roadmap.Order.Targets.ShouldHaveSingleItem().RoadmapItem!.Activity.ShouldBe(Reaching);
        roadmap.Roadmap!.Obligations.ShouldHaveSingleItem().Parts.Select(p => p.RoadmapItem?.Activity).ShouldContain(_paper.Items[2].Activity);
    }

    [Fact]
    public void DropTarget_LeavesTheOtherRowOfThatNumberAlone()
    {
        var two = _paper.EditItem(1, Papers.Words(_paper.Items[1]) with { Target = 15 });
        two.Targets.Select(t => t.Row).ShouldBe([4, 2]);
        two.DropTarget(0).Items.Select(i => i.Target).ShouldBe([null, 15, null, null]);
    }

    [Fact]
    public void Read_Json_ShowsNumbersAlone()
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(DocumentReadingJson.Serialize(_paper))!;
        json["items"]![0]!.AsObject().ContainsKey("id").ShouldBeFalse();
        json["targets"]![0]!.AsObject().ContainsKey("row").ShouldBeFalse();
        json["joins"]![0]!.AsObject().ContainsKey("rows").ShouldBeFalse();
        json["remarks"]!.AsArray().ShouldAllBe(r => !r!.AsObject().ContainsKey("row"));
    }

    [Fact]
    public void Mend_EveryOfferOfEveryPaper_CanBeTaken()
    {
        var taken = 0;
        foreach (var name in OrderFixtures.Names())
        {
            var paper = DocumentReader.Read(OrderFixtures.Load(name));
            foreach (var (index, remark) in paper.Remarks.Index().Where(r => paper.Offer(r.Item) is not null))
            {
                var mended = paper.Mend(index);
                mended.Remarks.ShouldNotContain(remark, $"{name}: {remark}");
                taken++;
            }
        }
        taken.ShouldBeGreaterThan(10);
    }
}
