using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Tests.Reading;

/// <summary>Who answers: split, typed and understood.</summary>
public class ReadingPartiesTests
{
    [Theory]
    [InlineData("Отдел образования, руководители ОУ", "Department: Отдел образования; Organizations: руководители образовательных учреждений")]
    [InlineData("ИМК", "Unit: информационно-методический кабинет")]
    [InlineData("ЧИПКРО", "Outside: ЧИПКРО")]
    [InlineData("Куратор, администрация, педагоги", "Role: Куратор; Role: администрация; Role: педагоги")]
    [InlineData("рабочая группа", "Unit: рабочая группа")]
    [InlineData("директора школ и заместители директоров по УВР", "Organizations: директора школ; Role: заместители директоров по УВР")]
    [InlineData("Методист Иванова И.И.", "Person: методист Иванова И.И.")]
    public void Read_Cell_GivesParties(string cell, string expected)
    {
        var text = $"ПРИКАЗ\n01.09.2023 № 1\nО плане\nПРИКАЗЫВАЮ:\n1. Утвердить план.\n\n№\tМероприятие\tСрок\tОтветственные\n1\tОбучение\tоктябрь 2023\t{cell}\n";

        var item = DocumentReader.Read(OrderFixtures.FromText(text)).Items.ShouldHaveSingleItem();

        string.Join("; ", item.Responsible.Select(p => $"{p.Kind}: {p.Understood}")).ShouldBe(expected);
    }

    [Fact]
    public void Read_AbbreviationThatThePaperExplainsElsewhere_IsUnderstood()
    {
        var item = DocumentReader.Read(OrderFixtures.Load("twin-indicators.txt")).Items[0];

        item.Responsible.ShouldHaveSingleItem().Understood.ShouldBe("Отдел сопровождения и методической поддержки учреждений образования");
    }

    [Theory]
    [InlineData("2. Ведущему специалисту Берёзкиной Т.Н. подготовить отчёт.", "ведущий специалист", "Берёзкина Т.Н.")]
    [InlineData("2. Заведующей ИМК Толстой О.П. до 31.12.2023 провести курсы.", "заведующая ИМК", "Толстая О.П.")]
    [InlineData("2. Контроль исполнения приказа возложить на заместителя начальника Сомова А.В.", "заместитель начальника", "Сомов А.В.")]
    [InlineData("2. Назначить куратором проекта методиста отдела Кленову Д.Э.", "методист отдела", "Кленова Д.Э.")]
    public void Read_ClauseWithPerson_GivesPositionAndNameInTheNominative(string clause, string position, string name)
    {
        var party = DocumentReader.Read(OrderFixtures.FromText($"ПРИКАЗ\n01.09.2023 № 1\nО плане\nПРИКАЗЫВАЮ:\n1. Утвердить план.\n{clause}\n")).Clauses[1].Responsible.ShouldHaveSingleItem();

        party.Kind.ShouldBe(PartyKind.Person);
        party.Position.ShouldBe(position);
        party.Name.ShouldBe(name);
    }
}
