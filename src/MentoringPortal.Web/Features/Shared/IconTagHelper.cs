using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MentoringPortal.Web.Features.Shared;

/// <summary><c>&lt;icon name="pencil" /&gt;</c>: a picture beside words, silent for screen readers. Names are those of bootstrap-icons;
/// the build collects the used ones into a sprite and stops at an unknown one.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public required string Name { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<use href=\"{Sprite()}#{Name}\"></use>");
    }

    /// <summary>The fingerprinted address, which browsers keep for good.</summary>
    private string Sprite()
    {
        var assets = ViewContext.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"{ViewContext.HttpContext.Request.PathBase}/{assets?["lib/icons.svg"] ?? "lib/icons.svg"}";
    }
}
