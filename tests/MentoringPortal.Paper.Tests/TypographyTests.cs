namespace MentoringPortal.Paper.Tests;

public class TypographyTests
{
    [Theory]
    [InlineData("от 3 сентября 2024 г. № 5", "от 3~сентября~2024~г. №~5")]
    [InlineData("от 28.10.2020 г. № 172/1", "от 28.10.2020~г. №~172/1")]
    [InlineData("на 2024/2025 учебный год, 2025 год", "на 2024/2025 учебный год, 2025~год")]
    [InlineData("И. О. Образцова", "И.~О.~Образцова")]
    [InlineData("И.О. Образцова и П.Р. Примерова", "И.О.~Образцова и П.Р.~Примерова")]
    [InlineData("Образцовой И.О. поручить", "Образцовой~И.О. поручить")]
    [InlineData("согласно п. 2 ст. 5", "согласно п.~2 ст.~5")]
    [InlineData("г. Заречный, ул. Школьная, д. 1", "г.~Заречный, ул.~Школьная, д.~1")]
    [InlineData("р.п. Дальний", "р.п.~Дальний")]
    [InlineData("не менее 15 % к сроку", "не менее 15~% к сроку")]
    [InlineData("школа — партнёр", "школа~— партнёр")]
    [InlineData("т. е. и т. д.", "т.~е. и т.~д.")]
    [InlineData("Начальник И.О. Образцова", "Начальник И.О.~Образцова")]
    [InlineData("до 1 мая 2027 г. Контроль", "до 1~мая~2027~г. Контроль")]
    [InlineData("Приказ. Начальник", "Приказ. Начальник")]
    [InlineData("в 2020 мае и г. н.", "в 2020 мае и г. н.")]
    public void Nbsp_BindsWhatMustNotPart(string text, string expected) =>
        Typography.Nbsp(text).Replace('\u00A0', '~').ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("№ № № — — %")]
    [InlineData("1 2 3 4 5 % г. г. г. А. А. А. А.")]
    public void Nbsp_AnyText_ChangesOnlySpaces(string text) => Typography.Nbsp(text).Replace('\u00A0', ' ').ShouldBe(text);
}
