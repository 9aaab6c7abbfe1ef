using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>
/// One field of a form with all it needs: label (from [Display]), hint, message beside the field, the control, and the ties between
/// them for screen readers. <c>&lt;field for="Title" hint="Как в приказе" /&gt;</c>; what is not required says «необязательно».
/// <c>type</c>: text (default), date, number, email, tel, password, search, file, textarea, select (with <c>items</c>), checkbox, radio, checkboxes.
/// <c>label</c> replaces the word of [Display]; <c>optional="false"</c> silences «необязательно» (filters).
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    public required ModelExpression For { get; set; }
    public string? Label { get; set; }
    public string? Hint { get; set; }
    public string? Type { get; set; }
    public IEnumerable<SelectListItem>? Items { get; set; }
    /// <summary>The words of a select's first, empty choice.</summary>
    public string? Empty { get; set; }
    public int Rows { get; set; } = 4;
    public bool? Optional { get; set; }
    public string? Autocomplete { get; set; }
    public string? Placeholder { get; set; }
    /// <summary>Kinds of files offered by a file field: ".pdf,.jpg".</summary>
    public string? Accept { get; set; }
    public bool Multiple { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    private string Id => TagBuilder.CreateSanitizedId(FullName, "_");
    private string FullName => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
    private string Kind => Type ?? (Items is not null ? "select" : Underlying == typeof(DateOnly) ? "date" : Underlying == typeof(bool) ? "checkbox" : "text");
    private Type Underlying => For.Metadata.UnderlyingOrModelType;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var error = ViewContext.ViewData.ModelState.TryGetValue(FullName, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;
        var group = Kind is "radio" or "checkboxes";
        output.TagName = group ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        var css = context.AllAttributes["class"]?.Value;
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { "field", error is null ? "" : "invalid", $"{css}" }.Where(c => c.Length > 0)));

        var describedBy = string.Join(' ', new[] { Hint is null ? "" : $"{Id}-hint", error is null ? "" : $"{Id}-error" }.Where(c => c.Length > 0));
        var tick = Kind == "checkbox";
        if (!tick)
            output.Content.AppendHtml(LabelOf(group ? "legend" : "label"));
        Line(output, "p", "hint", $"{Id}-hint", tick ? null : Hint);
        Line(output, "span", "field-error", $"{Id}-error", error);
        output.Content.AppendHtml(group ? Choices(describedBy) : Control(describedBy, error is not null));
        Line(output, "p", "hint", $"{Id}-hint", tick ? Hint : null);
    }

    private TagBuilder LabelOf(string tag)
    {
        var label = new TagBuilder(tag);
        if (tag == "label")
            label.Attributes["for"] = Id;
        label.InnerHtml.Append(Label ?? For.Metadata.GetDisplayName());
        if (Optional ?? (!For.Metadata.IsRequired && Kind != "checkbox"))
            label.InnerHtml.AppendHtml(" <span class=\"optional\">(необязательно)</span>");
        return label;
    }

    private static void Line(TagHelperOutput output, string tag, string css, string id, string? text)
    {
        if (text is null)
            return;
        var line = new TagBuilder(tag) { Attributes = { ["class"] = css, ["id"] = id } };
        if (css == "field-error")
            line.InnerHtml.AppendHtml("<span class=\"visually-hidden\">Ошибка: </span>");
        line.InnerHtml.Append(text);
        output.Content.AppendHtml(line);
    }

    private IHtmlContent Control(string describedBy, bool invalid)
    {
        var attributes = new Dictionary<string, object?> { ["class"] = Kind == "select" ? "form-select" : "form-control" };
        void Add(string name, object? value, bool when) { if (when) attributes[name] = value; }
        Add("aria-describedby", describedBy, describedBy.Length > 0);
        Add("aria-invalid", "true", invalid);
        Add("autocomplete", Autocomplete, Autocomplete is not null);
        Add("placeholder", Placeholder, Placeholder is not null);
        Add("accept", Accept, Accept is not null);
        Add("multiple", "multiple", Multiple && Kind == "file");
        Add("aria-required", "true", For.Metadata.IsRequired && Kind != "checkbox");
        var explorer = For.ModelExplorer;
        switch (Kind)
        {
            case "select":
                return generator.GenerateSelect(ViewContext, explorer, Empty, For.Name, Items ?? [], Multiple, attributes);
            case "textarea":
                return generator.GenerateTextArea(ViewContext, explorer, For.Name, Rows, 0, attributes);
            case "checkbox":
                attributes["class"] = "form-check-input";
                var box = new HtmlContentBuilder().AppendHtml("<div class=\"form-check\">")
                    .AppendHtml(generator.GenerateCheckBox(ViewContext, explorer, For.Name, For.Model as bool?, attributes));
                var label = LabelOf("label");
                label.AddCssClass("form-check-label");
                return box.AppendHtml(label).AppendHtml("</div>").AppendHtml(generator.GenerateHiddenForCheckbox(ViewContext, explorer, For.Name));
            case "password":
                return generator.GeneratePassword(ViewContext, explorer, For.Name, null, attributes);
            case "file":
                attributes["type"] = "file";
                return generator.GenerateTextBox(ViewContext, explorer, For.Name, null, null, attributes);
            default:
                attributes["type"] = Kind;
                var format = Underlying == typeof(DateOnly) || Underlying == typeof(DateTime) ? "{0:yyyy-MM-dd}" : null;
                return generator.GenerateTextBox(ViewContext, explorer, For.Name, For.Model, format, attributes);
        }
    }

    /// <summary>One of several (radio) or any of several (checkboxes): native boxes with a common legend.</summary>
    private HtmlContentBuilder Choices(string describedBy)
    {
        var chosen = Chosen();
        var list = new HtmlContentBuilder();
        foreach (var (item, index) in (Items ?? []).Select((item, index) => (item, index)))
        {
            var value = item.Value ?? item.Text;
            var id = index == 0 ? Id : $"{Id}-{index}";
            var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            box.AddCssClass("form-check-input");
            box.MergeAttributes(new Dictionary<string, string?>
            {
                ["type"] = Kind == "radio" ? "radio" : "checkbox",
                ["id"] = id,
                ["name"] = FullName,
                ["value"] = value,
            });
            if (chosen.Contains(value))
                box.Attributes["checked"] = "checked";
            if (describedBy.Length > 0)
                box.Attributes["aria-describedby"] = describedBy;
            list.AppendHtml("<div class=\"form-check\">").AppendHtml(box)
                .AppendHtml($"<label class=\"form-check-label\" for=\"{id}\">").Append(item.Text).AppendHtml("</label></div>");
        }

        return list;
    }

    /// <summary>What was sent comes back as sent; otherwise what the model holds.</summary>
    private HashSet<string> Chosen()
    {
        if (ViewContext.ViewData.ModelState.TryGetValue(FullName, out var entry) && entry.RawValue is { } raw)
            return raw is string[] many ? [.. many] : [$"{raw}"];
        return For.Model is System.Collections.IEnumerable and not string
            ? [.. ((System.Collections.IEnumerable)For.Model).Cast<object>().Select(v => $"{v}")]
            : [$"{For.Model}"];
    }
}
