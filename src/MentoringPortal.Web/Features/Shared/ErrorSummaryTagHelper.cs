using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MentoringPortal.Web.Features.Shared;

/// <summary><c>&lt;error-summary /&gt;</c> before a form: every message once, each a link to its field; it takes the focus without a script.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        if (state.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Content.AppendHtml("<h2>Проверьте форму</h2><ul>");
        foreach (var (field, message) in Messages(state).Distinct())
        {
            output.Content.AppendHtml("<li>");
            if (field.Length == 0)
                output.Content.Append(message);
            else
                output.Content.AppendHtml($"<a href=\"#{TagBuilder.CreateSanitizedId(field, "_")}\">").Append(message).AppendHtml("</a>");
            output.Content.AppendHtml("</li>");
        }

        output.Content.AppendHtml("</ul>");
    }

    private static IEnumerable<(string Field, string Message)> Messages(ModelStateDictionary state) =>
        from entry in state
        from error in entry.Value!.Errors
        select (entry.Key, error.ErrorMessage);
}
