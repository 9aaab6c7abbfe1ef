using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>
/// <c>&lt;th sort="name"&gt;Название&lt;/th&gt;</c>: a head that sorts by <c>?sort=name</c>, and back by <c>?sort=-name</c>.
/// <c>sort-default</c> marks the head by which the list is sorted when the address says nothing.
/// </summary>
[HtmlTargetElement("th", Attributes = "sort")]
public sealed class SortTagHelper : TagHelper
{
    public required string Sort { get; set; }
    public bool SortDefault { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var now = request.Query["sort"].ToString();
        if (now.Length == 0 && SortDefault)
            now = Sort;
        if (now == Sort || now == "-" + Sort)
            output.Attributes.SetAttribute("aria-sort", now == Sort ? "ascending" : "descending");
        output.Attributes.SetAttribute("scope", "col");

        var link = new TagBuilder("a");
        link.AddCssClass("sort");
        link.Attributes["href"] = request.With("sort", now == Sort ? "-" + Sort : Sort);
        link.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        output.Content.SetHtmlContent(link);
    }
}
