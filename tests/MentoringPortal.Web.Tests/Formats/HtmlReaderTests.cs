using System.Text;
using static MentoringPortal.Web.Tests.Formats.TestFiles;

namespace MentoringPortal.Web.Tests.Formats;

public class HtmlReaderTests
{
    private static string[] ReadHtml(string html) => Read("приказ.html", Encoding.UTF8.GetBytes(html));

    [Fact]
    public void Read_Paragraphs_GivesLinesWithoutScriptsAndStyles() =>
        ReadHtml("""
            <!DOCTYPE html><html><head><title>Заголовок</title><style>p { color: red }</style></head><body><script>if (1 < 2) alert("<p>нет</p>")</script>
            <!-- <p>нет</p> --><h1>ПРИКАЗ</h1><p>О&nbsp;наставничестве<br/>в школах &laquo;A&raquo;
              района</p><div title="a > b">Конец</div></body></html>
            """).ShouldBe(["ПРИКАЗ", "О наставничестве", "в школах «A» района", "Конец"]);

    [Fact]
    public void Read_Lists_WritesNumbersAndDashes() =>
        ReadHtml("<ol><li>Один<ul><li>чёрточка</ul><li>Два</ol><ol start='5'><li>Пять</ol>").ShouldBe(["1. Один", "- чёрточка", "2. Два", "5. Пять"]);

    [Fact]
    public void Read_ListWhoseItemsBearTheirNumbers_DoesNotNumberTwice() =>
        ReadHtml("<ol><li>1. Один<ol><li>1.1. Два</ol></ol><ul><li>– три</ul>").ShouldBe(["1. Один", "1.1. Два", "– три"]);

    [Fact]
    public void Read_TableWithSpans_PutsTextUnderItsHeads() =>
        ReadHtml("""
            <table border=1><thead><tr><th>№</th><th>Мероприятие</th><th>Срок</th></tr></thead>
            <tr><td colspan="3">Раздел</td></tr>
            <tr><td>1<td><p>Приказ</p><p>школы</p><td rowspan=2>май</tr>
            <tr><td>2</td><td>Отчёт</td></tr><tr><td>3</td><td colspan='2'>Итог</td></tr></table>
            """).ShouldBe(["[№ | Мероприятие | Срок]", "[Раздел]", "[1 | Приказ/школы | май]", "[2 | Отчёт | май]", "[3 | Итог | ]"]);

    [Fact]
    public void Read_TableInsideTable_BecomesLines() =>
        ReadHtml("<table><tr><td>Шапка</td><td><table><tr><td>1</td><td>а</td></tr><tr><td>2</td><td>б</td></tr></table></td></tr></table>")
            .ShouldBe(["[Шапка | 1\tа/2\tб]"]);

    [Theory]
    [InlineData("<p")]
    [InlineData("<table><td>текст")]
    [InlineData("<td rowspan=9999999999 colspan=-1>текст</table></table></tr>")]
    [InlineData("текст <!-- не закрыт")]
    [InlineData("1 < 2 и <")]
    public void Read_BrokenMarkup_GivesTextOrClearRefusal(string html)
    {
        var problem = Record.Exception(() => ReadHtml(html));
        (problem is null or Domain.DomainException).ShouldBeTrue(problem?.ToString());
    }

    [Fact]
    public void Read_TablesInTablesWithoutEnd_AreRefused() =>
        Should.Throw<Domain.DomainException>(() => ReadHtml(string.Concat(Enumerable.Repeat("<table><tr><td>", 5_000)) + "текст"));

    [Fact]
    public async Task Read_HeadsWithoutEnd_TakeTimeByLength() =>
        (await Task.Run(() => ReadHtml(string.Concat(Enumerable.Repeat("<head><body>", 160_000)) + "текст")).WaitAsync(TimeSpan.FromSeconds(5))).ShouldBe(["текст"]);

    [Fact]
    public void Read_OpenFormattingInEveryParagraph_TakesMemoryByLength()
    {
        // By the standard's tree construction this page of 400 KB has 200 million elements.
        var html = "<body>" + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"<font size={i}>")) + string.Concat(Enumerable.Repeat("<p>а", 40_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        ReadHtml(html).Length.ShouldBe(40_000);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100_000_000);
    }
}
