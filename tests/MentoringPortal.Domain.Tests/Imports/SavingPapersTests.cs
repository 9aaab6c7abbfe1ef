using MentoringPortal.Domain.Imports;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Tests.Imports;

public sealed class SavingPapersTests
{
    private static readonly DateTime Now = new(2024, 9, 10, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Build_EachExecutor_GetsAnExecutionOfItsOwn()
    {
        var paper = Build(Papers.Plain());
        paper.Order.State.ShouldBe(OrderState.Registered);
        Executors(paper, 0).ShouldBe(["Organization 1", "Organization 2", "Organization 3"]);
        Executors(paper, 1).ShouldBe(["Department "]);
        Executors(paper, 2).ShouldBe(["Unit 7", "Organization 1", "Organization 2", "Organization 3"]);
        paper.Executions.ShouldBe(11);
        paper.Order.Recipients.Select(r => r.OrganizationId).ShouldBe([1, 2, 3], ignoreOrder: true);
    }

    [Fact]
    public void Build_RowWithATarget_IsCountedByCoverage_AndTheTargetKnowsItsRow()
    {
        var paper = Build(Papers.Plain());
        paper.Roadmap!.Items[3].IsCountedByCoverage.ShouldBeTrue();
        paper.Order.Targets.ShouldHaveSingleItem().RoadmapItem.ShouldBeSameAs(paper.Roadmap.Items[3]);
    }

    [Fact]
    public void Build_AcceptedJoin_IsOneObligation_WithTheClausesDocument()
    {
        var reading = Papers.Plain();
        var obligation = Build(reading, new SaveChoices { Joins = [0] }).Roadmap!.Obligations.ShouldHaveSingleItem();
        obligation.Parts.ShouldContain(p => p.RoadmapItem != null && p.RoadmapItem.Number == "1");
        obligation.Parts.ShouldContain(p => p.Clause != null && p.Document!.Contains("дорожную карту"));
        Build(reading).Roadmap!.Obligations.ShouldBeEmpty();
    }

    [Fact]
    public void Build_UnknownUnit_EntersTheRegisterOnce()
    {
        var paper = Build(Papers.Order("1\tСбор заявок от школ\tДекабрь\tМЦН", "2\tРабота с заявками\tЯнварь\tМЦН"));
        paper.NewUnits.ShouldHaveSingleItem().Abbreviation.ShouldBe("МЦН");
        paper.Roadmap!.Executions.ShouldAllBe(x => x.DepartmentUnit == paper.NewUnits[0]);
    }

    [Fact]
    public void Build_NobodyNamed_TheDepartmentAnswers_AndItIsSaid()
    {
        var paper = Build(Papers.Order("1\tСбор заявок от школ\tДекабрь\tОтдел образования", "2\tРабота с заявками\tЯнварь\t"));
        paper.Orphans.ShouldBe(["2"]);
        Executors(paper, 1).ShouldBe(["Department "]);
    }

    [Fact]
    public void Build_ChosenOrganizations_GoBeforeKinds_AndStrangersAreLeftOut()
    {
        var reading = Papers.Plain();
        var key = PartyGroups.KeyOf(reading.Items[0].Responsible[0]);
        var choice = new ExecutorChoice(ExecutorAs.Organizations) { Kinds = [OrganizationKind.Enterprise], OrganizationIds = [2, 999] };
        var paper = Build(reading, new SaveChoices { Executors = new Dictionary<string, ExecutorChoice> { [key] = choice } });
        Executors(paper, 0).ShouldBe(["Organization 2"]);
    }

    [Fact]
    public void Build_WithoutAPeriod_AsksForIt()
    {
        var reading = Papers.Plain();
        reading = reading with { Document = reading.Document with { PeriodStart = null, PeriodEnd = null } };
        Should.Throw<DomainException>(() => Build(reading)).Field.ShouldBe("PeriodStart");
        PaperDraft.PeriodOfRows(reading).ShouldBe((new DateOnly(2024, 9, 3), new DateOnly(2025, 5, 31)));
    }

    [Fact]
    public void Build_RoadmapWithoutItsOrder_IsHeldByADraft()
    {
        var reading = Papers.Plain();
        reading = reading with { Document = reading.Document with { Kind = DocumentKind.Roadmap, Number = null, Date = null } };
        Build(reading).Order.State.ShouldBe(OrderState.Draft);
    }

    [Fact]
    public void Build_Letter_KeepsItsRequests_AndGoesToTheKindsItAddresses()
    {
        var reading = new DocumentReading
        {
            Document = new DocumentHead { Kind = DocumentKind.Letter, Number = "12", Date = new DateOnly(2024, 9, 1), Title = "О сведениях", Addressee = "Руководителям общеобразовательных учреждений", Paragraphs = ["абзац"] },
            Requests = [new ReadRequest { What = "пакет", Due = new DateOnly(2024, 9, 20), Documents = ["положение"], MustContain = ["сроки"], Form = new ReadForm(["а"], ["б"], ["в"]) }],
            Unused = ["лишнее"],
        };
        var paper = Build(reading);
        paper.Roadmap.ShouldBeNull();
        paper.Order.Kind.ShouldBe(OrderKind.Letter);
        var request = paper.Order.Requests.ShouldHaveSingleItem();
        (request.Due, request.Documents.Count, request.MustContain.Count, request.Form!.Tail[0]).ShouldBe((new DateOnly(2024, 9, 20), 1, 1, "в"));
        paper.Order.Recipients.Select(r => r.OrganizationId).ShouldBe([1, 2]);
        (paper.Order.Unused.Count, paper.Order.Paragraphs.Count).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData("П.Л. Сосновский", ExecutorAs.Unit)]
    [InlineData("Сосновский Пётр Львович", ExecutorAs.Unit)]
    [InlineData("Лугова М.И.", ExecutorAs.Organizations)]
    [InlineData("Яркина А.Ю.", ExecutorAs.Department)]
    [InlineData("Лугова К.И.", ExecutorAs.Department)]
    public void Guess_Person_IsWhereHeWorks(string name, ExecutorAs expected) =>
        ExecutorGuess.For(new ReadParty { Text = name, Kind = PartyKind.Person, Name = name }, Papers.Register).As.ShouldBe(expected);

    [Theory]
    [InlineData("методист ИМК", ExecutorAs.Unit)]
    [InlineData("кураторы", ExecutorAs.Organizations)]
    public void Guess_Role_IsOfTheUnitItNames_ElseOfOrganizations(string text, ExecutorAs expected) =>
        ExecutorGuess.For(new ReadParty { Text = text, Kind = PartyKind.Role }, Papers.Register).As.ShouldBe(expected);

    private static ImportedPaper Build(DocumentReading reading, SaveChoices? choices = null) =>
        new PaperDraft(reading, choices ?? new SaveChoices(), Papers.Register, Now).Build();

    private static IEnumerable<string> Executors(ImportedPaper paper, int item) =>
        paper.Roadmap!.Items[item].Executions.Select(x => $"{x.Executor} {x.OrganizationId ?? x.DepartmentUnitId}");
}
