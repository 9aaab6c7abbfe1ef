using static MentoringPortal.Web.Tests.Formats.TestFiles;

namespace MentoringPortal.Web.Tests.Formats;

public class DocxReaderTests
{
    private const string ClauseNumbering = """
        <w:abstractNum w:abstractNumId="0">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="russianLower"/><w:lvlText w:val="%3)"/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="2">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Razdel"/><w:lvlText w:val="Раздел %1."/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
        <w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        """;

    private static string Item(string text, int list, int level = 0) =>
        $"""<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>""";

    private static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{Paragraph(text)}</w:tc>";

    private static string[] ReadBody(string body, string styles = "") => Read("приказ.docx", Docx(body, ClauseNumbering, styles));

    [Fact]
    public void Read_ParagraphsWithTabsAndBreaks_GivesLines() =>
        ReadBody("""<w:p><w:r><w:t>ПРИ</w:t></w:r><w:r><w:t>КАЗ</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>от</w:t><w:tab/><w:t>№ 7</w:t><w:br/><w:t>далее</w:t></w:r></w:p>""")
            .ShouldBe(["ПРИКАЗ", "", "от\t№ 7", "далее"]);

    [Fact]
    public void Read_AutomaticNumbers_AreWrittenOutAsWordCountsThem() =>
        ReadBody(Item("Утвердить", 1) + Item("Назначить", 1) + Item("положение", 1, 1) + Item("программу", 1, 1) + Item("школы", 1, 2) + Item("сады", 1, 2)
            + Item("Контроль", 1) + Item("устно", 1, 1) + Item("письменно", 2) + Item("Снова", 4) + Item("Дальше", 4))
            .ShouldBe(["1. Утвердить", "2. Назначить", "2.1. положение", "2.2. программу", "а) школы", "б) сады", "3. Контроль", "3.1. устно", "- письменно", "1. Снова", "2. Дальше"]);

    [Fact]
    public void Read_NumberOfStyle_IsWrittenOut() =>
        ReadBody("""<w:p><w:pPr><w:pStyle w:val="Own"/></w:pPr><w:r><w:t>Подготовка</w:t></w:r></w:p>""" + Item("Приказ", 3, 1) + Item("Без номера", 0),
                """
                <w:style w:type="paragraph" w:styleId="Razdel"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Razdel"/></w:style>
                """)
            .ShouldBe(["Раздел I. Подготовка", "1.1 Приказ", "Без номера"]);

    [Fact]
    public void Read_Revisions_KeepsInsertedAndDropsDeletedAndHidden() =>
        ReadBody("""
            <w:p><w:r><w:t>до </w:t></w:r><w:del><w:r><w:delText>1 мая</w:delText></w:r></w:del><w:ins><w:r><w:t>9 мая</w:t></w:r></w:ins>
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>тайна</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>!</w:t></w:r></w:p>
            """).ShouldBe(["до 9 мая!"]);

    [Fact]
    public void Read_FieldsLinksAndTextBoxes_GivesWhatIsShown() =>
        ReadBody("""
            <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent><w:p><w:r><w:t>Приложение 1</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice>
            <mc:Fallback><v:textbox><w:txbxContent><w:p><w:r><w:t>Приложение 1</w:t></w:r></w:p></w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r>
            <w:hyperlink><w:r><w:t>сайт</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>
            <w:sdt><w:sdtContent><w:r><w:t> школы</w:t></w:r></w:sdtContent></w:sdt><a:t>рисунок</a:t></w:p>
            """).ShouldBe(["Приложение 1", "сайт школы"]);

    [Fact]
    public void Read_TableWithMergedCells_PutsTextUnderItsHeads() =>
        ReadBody($"""
            <w:tbl><w:tr>{Cell("№")}{Cell("Мероприятие")}{Cell("Срок")}{Cell("Кто")}</w:tr>
            <w:tr>{Cell("Раздел 1", """<w:gridSpan w:val="4"/>""")}</w:tr>
            <w:tr>{Cell("1")}{Cell("Приказ")}{Cell("май", """<w:vMerge w:val="restart"/>""")}{Cell("школы")}</w:tr>
            <w:tr>{Cell("2")}{Cell("Отчёт")}{Cell("", "<w:vMerge/>")}{Cell("")}</w:tr>
            <w:tr>{Cell("3", """<w:vMerge w:val="restart"/>""")}{Cell("Отбор")}{Cell("июнь", """<w:vMerge w:val="restart"/>""")}{Cell("")}</w:tr>
            <w:tr>{Cell("", "<w:vMerge/>")}{Cell("Обучение")}{Cell("", "<w:vMerge/>")}{Cell("")}</w:tr>
            <w:tr>{Cell("4")}{Cell("Итог", """<w:gridSpan w:val="2"/>""")}{Cell("управление")}</w:tr>
            <w:tr><w:trPr><w:del/></w:trPr>{Cell("5")}{Cell("удалено")}</w:tr></w:tbl>
            """).ShouldBe(["[№ | Мероприятие | Срок | Кто]", "[Раздел 1]", "[1 | Приказ | май | школы]", "[2 | Отчёт | май | ]",
                "[3 | Отбор | июнь | ]", "[ | Обучение |  | ]", "[4 | Итог |  | управление]"]);

    [Fact]
    public void Read_NumbersInCells_AndParagraphsOfCell_AreKept() =>
        ReadBody($"""<w:tbl><w:tr><w:tc>{Item("", 1)}</w:tc><w:tc>{Item("план", 2)}{Item("отчёт", 2)}</w:tc></w:tr><w:tr><w:tc>{Item("", 1)}</w:tc>{Cell("сводка")}</w:tr></w:tbl>""")
            .ShouldBe(["[1. | - план/- отчёт]", "[2. | сводка]"]);

    [Fact]
    public void Read_NestedTable_BecomesLinesAndFrameIsOpened() =>
        ReadBody($"""
            <w:tbl><w:tr><w:tc>{Paragraph("В рамке")}<w:tbl><w:tr>{Cell("а")}{Cell("б")}</w:tr></w:tbl></w:tc></w:tr></w:tbl>
            <w:tbl><w:tr>{Cell("1")}<w:tc><w:tbl><w:tr>{Cell("x")}{Cell("y")}</w:tr></w:tbl>{Paragraph("")}</w:tc></w:tr></w:tbl>
            """).ShouldBe(["В рамке", "[а | б]", "[1 | x\ty]"]);

    [Fact]
    public void Read_TextInDecomposedFormAndNoBreakSpaces_IsCleaned() =>
        ReadBody(Paragraph("Тюменски\u0438\u0306\u00A0рай\u00ADон \u200B№\u202F7")).ShouldBe(["Тюменский район № 7"]);

    [Fact]
    public void Read_DocumentWithoutText_IsRefused() =>
        Should.Throw<Domain.DomainException>(() => ReadBody("<w:p/>")).Message.ShouldStartWith("В документе нет текста");

    [Fact]
    public void Read_ElementsNestedWithoutEnd_IsRefused() =>
        Should.Throw<Domain.DomainException>(() => ReadBody(string.Concat(Enumerable.Repeat("<w:ins>", 300)) + Paragraph("текст") + string.Concat(Enumerable.Repeat("</w:ins>", 300))))
            .Message.ShouldContain("слишком сложно");

    [Fact]
    public void Read_ElementWithMegabytesOfAttributes_IsRefused() =>
        Should.Throw<Domain.DomainException>(() => ReadBody($"<w:p {string.Concat(Enumerable.Range(0, 80_000).Select(i => $"a{i}=\"{i * 7919}\" "))}/>" + Paragraph("текст")))
            .Message.ShouldContain("слишком длинный");
}
