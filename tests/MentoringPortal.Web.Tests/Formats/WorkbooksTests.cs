using ClosedXML.Excel;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Tests.Formats;

public sealed class WorkbooksTests
{
    private sealed record Line(string Name, int? Number, DateOnly? Day);

    private static readonly WorkbookColumn<Line>[] Columns =
        [new("Название", l => l.Name, 40), new("Число", l => l.Number), new("Дата", l => l.Day)];

    [Fact]
    public void Table_KeepsNumbersAndDates_FreezesAndFiltersTheHead()
    {
        using var workbook = Open(Workbooks.Table("Лист", "Название таблицы", ["Показано 2 из 3"], Columns,
            [new("Школа № 7", 12, new DateOnly(2026, 9, 1)), new("Лицей № 3", null, null)], ["Итого", 12]));
        var sheet = workbook.Worksheet("Лист");

        sheet.Cell("A1").GetString().ShouldBe("Название таблицы");
        sheet.Cell("A2").GetString().ShouldBe("Показано 2 из 3");
        sheet.Cell("A4").GetString().ShouldBe("Название");
        sheet.Cell("B5").DataType.ShouldBe(XLDataType.Number);
        sheet.Cell("C5").GetDateTime().ShouldBe(new DateTime(2026, 9, 1));
        sheet.Cell("B6").IsEmpty().ShouldBeTrue();
        sheet.Cell("A7").GetString().ShouldBe("Итого");
        sheet.SheetView.SplitRow.ShouldBe(4);
        sheet.AutoFilter.Range.RangeAddress.ToString().ShouldBe("A4:C6");
    }

    [Theory]
    [InlineData("=1+1"), InlineData("@SUM(A1)"), InlineData("-2"), InlineData("+7 900"), InlineData("'апостроф")]
    public void Table_TextThatLooksLikeAFormula_StaysText(string text)
    {
        using var workbook = Open(Workbooks.Table("Лист", "Т", [], Columns, [new(text, null, null)]));
        var cell = workbook.Worksheet(1).Cell("A4");
        cell.HasFormula.ShouldBeFalse();
        cell.GetString().ShouldBe(text);
    }

    [Fact]
    public void Table_LetterThatXmlCannotHold_IsLeftOut_AndALongTextIsCut()
    {
        using var workbook = Open(Workbooks.Table("Лист", "Т", [], Columns, [new("а\u0001б\uD800в" + new string('я', 40_000), null, null)]));
        var text = workbook.Worksheet(1).Cell("A4").GetString();
        text.ShouldStartWith("аб");
        text.Length.ShouldBe(32_767);
    }

    private static XLWorkbook Open(byte[] bytes) => new(new MemoryStream(bytes));
}
