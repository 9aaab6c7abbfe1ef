using static MentoringPortal.Web.Tests.Formats.TestFiles;

namespace MentoringPortal.Web.Tests.Formats;

public class XlsxReaderTests
{
    private const string Styles = """
        <numFmts><numFmt numFmtId="164" formatCode="[$-419]mmmm\ yyyy;@"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\ &quot;г.&quot;"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/><xf numFmtId="16"/><xf numFmtId="20"/></cellXfs>
        """;

    private static string Row(int number, params string[] cells) =>
        $"""<row r="{number}">{string.Concat(cells.Select((cell, i) => cell.StartsWith('<') ? cell.Replace("<c", $"<c r=\"{(char)('A' + i)}{number}\"", StringComparison.Ordinal)
            : $"""<c r="{(char)('A' + i)}{number}" t="inlineStr"><is><t>{cell}</t></is></c>"""))}</row>""";

    private static string[] ReadRows(string rows, string merges = "", string workbook = "", string strings = "") =>
        Read("план.xlsx", Xlsx($"<sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells>", strings, Styles, workbook));

    [Fact]
    public void Read_NumbersByFormat_AreShownAsRussianReadersSeeThem() =>
        ReadRows(Row(1, "а", """<c s="1"><v>46054</v></c>""", """<c s="2"><v>46054</v></c>""", """<c s="3"><v>46054</v></c>""", """<c s="4"><v>0.15</v></c>""",
            """<c s="5"><v>46266</v></c>""", """<c s="6"><v>0.5</v></c>""", "<c><v>0.1</v></c>", """<c t="b"><v>1</v></c>""", """<c t="e"><v>#REF!</v></c>""", """<c t="d"><v>2026-02-01</v></c>"""))
            .ShouldBe(["[а | 01.02.2026 | февраль 2026 | 01.02.2026 | 15% | 1 сентября | 12:00 | 0,1 | ИСТИНА |  | 01.02.2026]"]);

    [Fact]
    public void Read_WorkbookSince1904_CountsDaysFromThere() =>
        ReadRows(Row(1, "а", """<c s="1"><v>44592</v></c>"""), workbook: """<workbookPr date1904="1"/>""").ShouldBe(["[а | 01.02.2026]"]);

    [Fact]
    public void Read_RowNumbersThatExcelTookForDates_AreNumbersAgain() =>
        ReadRows(Row(1, """<c s="5"><v>46023</v></c>""", "Приказ") + Row(2, "<c><v>1.2</v></c>", "Отчёт") + Row(3, "<c><v>3</v></c>", "Итог"))
            .ShouldBe(["[1.1 | Приказ]", "[1.2 | Отчёт]", "[3 | Итог]"]);

    [Fact]
    public void Read_SharedStrings_JoinsRunsWithoutPhoneticHints() =>
        ReadRows("""<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>9</v></c><c r="D1" t="str"><f>"x"</f><v>формула</v></c></row>""",
            strings: "<si><t>два</t></si><si><r><t>ра</t></r><r><t>з</t></r><rPh><t>тень</t></rPh></si>").ShouldBe(["[раз | два |  | формула]"]);

    [Fact]
    public void Read_TitlesTablesAndBlankRows_ArePartedAndHiddenSheetIsSkipped() =>
        ReadRows(Row(1, "Дорожная карта") + Row(2, "на 2026 год") + Row(4, "№", "Мероприятие", "Срок") + Row(5, "Раздел 1") + Row(6, "1", "Приказ", "май")
            + Row(8, "Начальник", "", "И.И. Иванов"), """<mergeCell ref="A5:C5"/><mergeCell ref="A1:C1"/>""")
            .ShouldBe(["Дорожная карта", "на 2026 год", "", "[№ | Мероприятие | Срок]", "[Раздел 1]", "[1 | Приказ | май]", "", "[Начальник |  | И.И. Иванов]"]);

    [Fact]
    public void Read_CellsMergedDownwards_HoldForEachRow() =>
        ReadRows(Row(1, "№", "Мероприятие", "Срок") + Row(2, "1", "Приказ", "май") + Row(3, "2", "Отчёт"), """<mergeCell ref="C2:C3"/>""")
            .ShouldBe(["[№ | Мероприятие | Срок]", "[1 | Приказ | май]", "[2 | Отчёт | май]"]);

    [Fact]
    public async Task Read_BlankRowsBesideWideMerges_TakeTimeByLength()
    {
        var rows = string.Concat(Enumerable.Range(1, 9_000).Select(i => Row(2 * i, "а")));
        var read = Task.Run(() => ReadRows(rows, """<mergeCell ref="C2:U18000"/>"""));
        (await read.WaitAsync(TimeSpan.FromSeconds(20))).Length.ShouldBe(9_000);
    }

    [Fact]
    public void Read_EmptyWorkbook_IsRefused() => Should.Throw<Domain.DomainException>(() => ReadRows("")).Message.ShouldStartWith("На видимых листах");
}
