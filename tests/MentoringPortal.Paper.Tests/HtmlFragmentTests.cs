using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MentoringPortal.Paper.Blocks;

namespace MentoringPortal.Paper.Tests;

public class HtmlFragmentTests
{
    [Fact]
    public void Render_Order_IsSemantic()
    {
        var article = Parse(Samples.Order());

        article.GetAttribute("lang").ShouldBe("ru-RU");
        article.QuerySelectorAll("h1").Length.ShouldBe(2);
        article.QuerySelector(".paper-letterhead [lang=ce]")!.TextContent.ShouldContain("АРГУН-ГӀАЛИН");
        article.QuerySelectorAll("thead th[scope=col]").Length.ShouldBe(5);
        article.QuerySelectorAll("th[scope=rowgroup][colspan='5']").Length.ShouldBe(4);
        article.QuerySelectorAll("tbody tr").Length.ShouldBe(44);
        article.QuerySelector("section.paper-landscape table").ShouldNotBeNull();
    }

    [Fact]
    public void Render_Clauses_NestAsTheirNumbersDo()
    {
        var article = Parse(Samples.Order());

        Labels(article.QuerySelector("ul")!).ShouldBe(["1.", "2.", "3.", "4.", "5."]);
        Labels(article.QuerySelectorAll("ul ul")[0]).ShouldBe(["2.1.", "2.2."]);
        Labels(article.QuerySelectorAll("ul ul ul")[0]).ShouldBe(["2.2.1.", "2.2.2."]);
        Labels(article.QuerySelectorAll("ul ul")[^1]).ShouldBe(["–", "–", "–"]);
    }

    [Fact]
    public void Render_Markup_IsEncoded()
    {
        const string Attack = "<script>alert(1)</script> & \"x\"\n'y'";
        var html = Html.Render(Samples.Of(
            new Paragraph(Attack),
            new Clause(Attack, Attack),
            new Letterhead(Attack) { SecondLines = [Attack], SecondLanguage = "\"><script>" },
            new Table { Summary = Attack, EmptyText = Attack, Columns = [new(Attack, 1)], Rows = [] },
            new Signature(Attack, Attack)));

        html.ShouldNotContain("<script");
        new HtmlParser().ParseDocument(html).QuerySelector("p.paper-text")!.TextContent.ShouldBe(Attack.Replace("\n", "", StringComparison.Ordinal));
        html.ShouldContain("<br>");
    }

    [Fact]
    public void Render_EveryBlock_IsWellFormed()
    {
        var article = Parse(Samples.EveryBlock());

        article.QuerySelectorAll("section").Length.ShouldBe(2);
        article.QuerySelectorAll("strong > em, em").Length.ShouldBeGreaterThan(1);
        article.QuerySelector("tbody th[scope=row]")!.TextContent.ShouldBe("Школа № 1");
        article.QuerySelectorAll("td[colspan='2']")[^1].TextContent.ShouldContain("на две");
        article.QuerySelectorAll("td")[0].TextContent.ShouldBe("Записей нет");
    }

    private static IElement Parse(PaperDocument document)
    {
        var html = Html.Render(document);
        var body = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument("<!doctype html><html><head><title>a</title></head><body>" + html + "</body></html>").Body!;
        return body.Children.Single();
    }

    private static IEnumerable<string> Labels(IElement list) => list.Children.Select(item => item.Children[0].TextContent);
}
