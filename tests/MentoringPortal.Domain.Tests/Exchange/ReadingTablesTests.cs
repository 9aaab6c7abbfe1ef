using MentoringPortal.Domain.Exchange;

namespace MentoringPortal.Domain.Tests.Exchange;

/// <summary>Heads and cells of tables of people, as schools write them.</summary>
public sealed class ReadingTablesTests
{
    [Theory]
    [InlineData("Ф.И.О. наставляемого", ExchangeColumn.MenteeName)]
    [InlineData("Фамилия, имя, отчество наставника", ExchangeColumn.MentorName)]
    [InlineData("Контактные данные для связи (данные представителя)", ExchangeColumn.ParentContact)]
    [InlineData("Год рождения наставляемого", ExchangeColumn.BirthDate)]
    [InlineData("Основной запрос", ExchangeColumn.Request)]
    [InlineData("Дата вхождения в программу", ExchangeColumn.EnteredOn)]
    [InlineData("Место работы/учебы наставника", ExchangeColumn.Workplace)]
    [InlineData("Место учёбы наставляемого", ExchangeColumn.StudyPlace)]
    [InlineData("Дата завершения программы", ExchangeColumn.CompletedOn)]
    [InlineData("Результаты программы", ExchangeColumn.Result)]
    [InlineData("Ссылка на кейс/отзыв наставляемого, размещенные на сайте", ExchangeColumn.CaseLink)]
    [InlineData("Отметка о прохождении программы", ExchangeColumn.Completed)]
    [InlineData("Важные для программы достижения наставника", ExchangeColumn.Achievements)]
    [InlineData("Желаемый возраст наставляемых", ExchangeColumn.WishedAge)]
    [InlineData("Ресурс времени на программу наставничества", ExchangeColumn.Time)]
    [InlineData("Любимая песня", null)]
    public void Recognize_TellsAColumnByItsWords(string head, ExchangeColumn? expected) => ExchangeColumns.Recognize(head).ShouldBe(expected);

    [Fact]
    public void Recognize_KnowsEachHeadThatThePortalWrites() =>
        Enum.GetValues<ExchangeColumn>().Where(c => ExchangeColumns.Recognize(ExchangeColumns.Head(c)) != c).ShouldBeEmpty();

    [Theory]
    [InlineData("01.02.2026", "01.02.2026")]
    [InlineData("1.2.26", "01.02.2026")]
    [InlineData("2026-02-01", "01.02.2026")]
    [InlineData("1 февраля 2026 г.", "01.02.2026")]
    [InlineData("46054", "01.02.2026")]
    [InlineData("31.02.2026", null)]
    [InlineData("29.02.2025", null)]
    [InlineData("02/01/2026", null)]
    [InlineData("00.00.0000", null)]
    [InlineData("01.01.0001", null)]
    [InlineData("31.12.9999", null)]
    public void Date_IsReadAsDocumented_OrNotAtAll(string text, string? expected) => (CellText.Date(text) is { } day ? CellText.Of(day) : null).ShouldBe(expected);

    [Fact]
    public void Date_OfABookThatCountsFrom1904_IsTheSameDay() => CellText.Date("44592", since1904: true).ShouldBe(new DateOnly(2026, 2, 1));

    [Theory]
    [InlineData("10–14", 10, 14)]
    [InlineData("от 10 до 14 лет", 10, 14)]
    [InlineData("12", 12, 12)]
    public void Ages_AreReadFromWords(string text, int from, int to) => CellText.Ages(text).ShouldBe((from, to));
}
