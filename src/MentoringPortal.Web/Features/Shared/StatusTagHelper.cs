using MentoringPortal.Domain.Roadmaps;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>
/// A status: sign, colour and word, so that none of them is needed alone.
/// <c>&lt;status of="@row.State" executor="@row.Executor" overdue="@row.IsOverdue" /&gt;</c> for executions;
/// <c>&lt;status kind="done" sign="✓"&gt;Зарегистрирован&lt;/status&gt;</c> for anything else.
/// <c>short</c> leaves the sign and hides the word from sight alone; <c>href</c> makes it a link.
/// </summary>
[HtmlTargetElement("status")]
public sealed class StatusTagHelper : TagHelper
{
    public ExecutionState? Of { get; set; }
    public ExecutorKind Executor { get; set; } = ExecutorKind.Organization;
    public bool Overdue { get; set; }
    /// <summary>done, overdue, progress, none, review, returned, off.</summary>
    public string Kind { get; set; } = "none";
    public string Sign { get; set; } = "";
    public bool Short { get; set; }
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var word = (await output.GetChildContentAsync()).GetContent().Trim();
        if (Of is { } state)
            (Kind, Sign, word) = Overdue
                ? ("overdue", ExecutionWords.OverdueSign, word.Length > 0 ? word : ExecutionWords.Overdue)
                : (KindOf(state), ExecutionWords.Sign(state), word.Length > 0 ? word : ExecutionWords.Of(state, Executor));

        output.TagName = Href is null ? "span" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"status status-{Kind} {context.AllAttributes["class"]?.Value}".TrimEnd());
        if (Href is not null)
            output.Attributes.SetAttribute("href", Href);
        if (Sign.Length > 0)
            output.Content.AppendHtml("<span class=\"status-mark\" aria-hidden=\"true\">").Append(Sign).AppendHtml("</span>");
        output.Content.AppendHtml(Short ? "<span class=\"visually-hidden\">" : "<span>").AppendHtml(word).AppendHtml("</span>");
    }

    private static string KindOf(ExecutionState state) => state switch
    {
        ExecutionState.NotStarted => "none",
        ExecutionState.InProgress => "progress",
        ExecutionState.Submitted => "review",
        ExecutionState.Returned => "returned",
        ExecutionState.Done => "done",
        ExecutionState.NotApplicable => "off",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
