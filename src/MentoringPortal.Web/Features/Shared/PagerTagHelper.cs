using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MentoringPortal.Web.Features.Shared;

/// <summary><c>&lt;pager of="Model.Rows" /&gt;</c>: «Показаны 26–50 из 128», links to pages, choice of the page's size. Nothing where all fits.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper : TagHelper
{
    public required IPaged Of { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of.Total <= PageRequest.Sizes[0])
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", "Страницы списка");
        var first = (Of.Page - 1) * Of.Size + 1;
        output.Content.AppendHtml($"<span>Показаны {first}–{Math.Min(first + Of.Size - 1, Of.Total)} из {Of.Total}</span>");
        var last = (Of.Total + Of.Size - 1) / Of.Size;
        if (last > 1)
            output.Content.AppendHtml(List(Pages(last)));
        output.Content.AppendHtml(List([Text("gap", "span", "На странице"), .. PageRequest.Sizes.Select(Size)]));
    }

    /// <summary>1 … 4 5 6 … 12</summary>
    private IEnumerable<TagBuilder> Pages(int last)
    {
        var previous = 0;
        foreach (var page in Enumerable.Range(1, last).Where(p => p == 1 || p == last || Math.Abs(p - Of.Page) <= 2))
        {
            if (page > previous + 1)
                yield return Text("gap", "span", "…");
            yield return page == Of.Page ? Current(page, "page") : Link("page", page, $"Страница {page}");
            previous = page;
        }
    }

    private TagBuilder Size(int size) => size == Of.Size ? Current(size, "true") : Link("size", size, $"По {size} на странице");

    private TagBuilder Link(string key, int value, string label)
    {
        var link = Text(null, "a", $"{value}");
        link.Attributes["href"] = ViewContext.HttpContext.Request.With(key, $"{value}");
        link.Attributes["aria-label"] = label;
        return link;
    }

    private static TagBuilder Current(int value, string kind)
    {
        var current = Text(null, "b", $"{value}");
        current.Attributes["aria-current"] = kind;
        return current;
    }

    private static TagBuilder Text(string? css, string tag, string text)
    {
        var element = new TagBuilder(tag);
        if (css is not null)
            element.AddCssClass(css);
        element.InnerHtml.Append(text);
        return element;
    }

    private static TagBuilder List(IEnumerable<TagBuilder> entries)
    {
        var list = new TagBuilder("ul");
        foreach (var entry in entries)
            list.InnerHtml.AppendHtml("<li>").AppendHtml(entry).AppendHtml("</li>");
        return list;
    }
}
