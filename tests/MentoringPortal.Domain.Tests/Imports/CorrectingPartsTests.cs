using MentoringPortal.Domain.Imports;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Tests.Imports;

public sealed class CorrectingPartsTests
{
    private readonly DocumentReading _paper = Papers.Plain();

    [Fact]
    public void EditHead_AnotherYear_ReadsTheDeadlinesWithoutAYearAgain()
    {
        var edited = _paper.EditHead(_paper.Document with { Date = new DateOnly(2025, 9, 3), PeriodStart = new DateOnly(2025, 9, 1), PeriodEnd = new DateOnly(2026, 8, 31) });
        edited.Items[1].Deadline.Start.ShouldBe(new DateOnly(2025, 12, 1));
        edited.Items[2].Deadline.End.ShouldBe(new DateOnly(2026, 4, 30));
    }

    [Fact]
    public void EditHead_NumberGone_IsRemarked() =>
        _paper.EditHead(_paper.Document with { Number = null }).Remarks.ShouldContain(r => r.Code == "number-missing");

    [Fact]
    public void EditHead_PeriodBackwards_IsRefused() => Should.Throw<DomainException>(() =>
        _paper.EditHead(_paper.Document with { PeriodStart = new DateOnly(2025, 1, 1), PeriodEnd = new DateOnly(2024, 1, 1) })).Field.ShouldBe("PeriodStart");

    [Fact]
    public void Parties_KnownLine_KeepsItsReading_AndTakesTheChoice()
    {
        var before = _paper.Items[2].Responsible;
        var same = _paper.Parties("ИМК\nруководители ОУ", before, []);
        same.ShouldBe(before);
        var chosen = _paper.Parties("ИМК\nруководители ОУ", before, [null, new PartyChoice(PartyKind.Organizations, null, [OrganizationKind.School])]);
        chosen[1].OrganizationKinds.ShouldBe([OrganizationKind.School]);
    }

    [Fact]
    public void Parties_NewLine_IsReadLikeACell() =>
        _paper.Parties("Отдел образования, кураторы", [], []).Select(p => p.Kind).ShouldBe([PartyKind.Department, PartyKind.Role]);

    [Fact]
    public void UseAsItem_LineWithoutAPlace_BecomesTheLastRow()
    {
        var paper = (_paper with { Unused = ["Слёт наставников", "вторая"] }).UseAsItem(0);
        (paper.Items[^1].Number, paper.Items[^1].Activity).ShouldBe(("5", "Слёт наставников"));
        paper.Unused.ShouldBe(["вторая"]);
        paper.Remarks.ShouldContain(r => r.Code == "text-unused" && r.Text.EndsWith('1'));
        paper.UseInItem(0, 1).Items[1].Activity.ShouldEndWith("вторая");
        paper.DropUnused(0).Remarks.ShouldNotContain(r => r.Code == "text-unused");
    }

    [Theory]
    [InlineData("3", "4"), InlineData("2.9", "2.10"), InlineData("7.", "8"), InlineData(null, "1"), InlineData("а", "1")]
    public void NextNumber_OfANumber_IsTheOneAfterIt(string? number, string next) => PartCorrections.NextNumber(number).ShouldBe(next);

    [Fact]
    public void Mend_DeadlineBeforeTheOrder_TakesTheProposal()
    {
        var paper = Papers.Order("1\tПодготовка отчёта о программах\tАпрель-май 2024\tРуководители ОУ");
        var index = paper.Remarks.Index().First(r => r.Item.Code == "deadline-before-order").Index;
        paper.Offer(paper.Remarks[index]).ShouldNotBeNull();
        var mended = paper.Mend(index);
        mended.Items[0].Deadline.End.ShouldBe(new DateOnly(2025, 5, 31));
        mended.Remarks.ShouldNotContain(r => r.Code == "deadline-before-order");
    }

    [Fact]
    public void Mend_NumberingGap_Renumbers()
    {
        var paper = Papers.Order("1\tПервое мероприятие\tДекабрь\tОтдел образования", "3\tВторое мероприятие\tЯнварь\tОтдел образования");
        var index = paper.Remarks.Index().First(r => r.Item is { Code: "numbering-gap", Part: RemarkPart.Item }).Index;
        paper.Mend(index).Items.Select(i => i.Number).ShouldBe(["1", "2"]);
    }

    [Fact]
    public void Mend_ShiftedResults_MovesTheWholeRun()
    {
        var paper = Papers.Plain();
        var items = paper.Items.Select((item, i) => item with { Result = i == 3 ? null : $"результат {i + 1}" }).ToList();
        paper = paper with
        {
            Items = items,
            Remarks = [new(RemarkSeverity.Warning, RemarkPart.Item, "2", "result-shifted", "сдвинут", "3") { Row = 2 }, new(RemarkSeverity.Warning, RemarkPart.Item, "3", "result-shifted", "сдвинут", "4") { Row = 3 }],
        };
        paper.Mend(0).Items.Select(i => i.Result).ShouldBe(["результат 1", null, "результат 2", "результат 3"]);
    }

    [Theory]
    [InlineData("Мониторинг", "Наблюдение", "Наблюдение базы программ"), InlineData("МОНИТОРИНГ", "Наблюдение", "Мониторинг базы программ")]
    public void Mend_Spelling_IsRightEverywhere_InItsOwnCase(string wrong, string right, string activity)
    {
        var paper = _paper with
        {
            Document = _paper.Document with { Title = $"{wrong} и отчёт" },
            Remarks = [new(RemarkSeverity.Warning, RemarkPart.Document, wrong, "spelling", "написано", right)],
        };
        var mended = paper.Mend(0);
        mended.Items[1].Activity.ShouldBe(activity);
        mended.Document.Title.ShouldBe(wrong == "МОНИТОРИНГ" ? "НАБЛЮДЕНИЕ и отчёт" : "Наблюдение и отчёт");
    }

    [Fact]
    public void Mend_RemarkWithoutAProposal_IsRefused()
    {
        var paper = _paper.EditHead(_paper.Document with { Number = null });
        var index = paper.Remarks.Index().First(r => r.Item.Code == "number-missing").Index;
        Should.Throw<DomainException>(() => paper.Mend(index));
    }
}
