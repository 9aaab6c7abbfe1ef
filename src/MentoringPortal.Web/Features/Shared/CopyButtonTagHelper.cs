using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>
/// <c>&lt;copy-button of="letter"&gt;Скопировать для письма&lt;/copy-button&gt;</c> after the field whose id is given. Without a script
/// (wwwroot/js/copy.js) it stays hidden, and the text is copied out of the field by hand.
/// </summary>
[HtmlTargetElement("copy-button")]
public sealed class CopyButtonTagHelper : TagHelper
{
    public string Of { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = (await output.GetChildContentAsync()).GetContent();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "copy no-print");
        output.Content
            .AppendHtml("<button type=\"button\" class=\"btn btn-outline-secondary\" hidden data-copies=\"").Append(Of).AppendHtml("\">")
            .AppendHtml(words).AppendHtml("</button> <span role=\"status\"></span>");
    }
}
