using System.Reflection;
using Markdig;
using MentoringPortal.Data;

namespace MentoringPortal.Web.Features.Help;

/// <summary>One page of help: its name in the address, its title (the first heading) and its text as HTML.</summary>
public sealed record HelpTopic(string Name, string Title, string Html)
{
    private const string Prefix = "help.";

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    /// <summary>Where to begin stands first, the rest by title.</summary>
    public static IReadOnlyList<HelpTopic> All { get; } = [.. Load().OrderBy(t => t.Name != "start").ThenBy(t => t.Title, StringComparer.CurrentCulture)];

    /// <summary>What a mentor does in the portal; the rest would only stand in his way.</summary>
    private static readonly HashSet<string> OfMentors = ["start", "meetings", "materials", "surveys", "privacy"];

    public static IEnumerable<HelpTopic> For(Role role) => All.Where(t => role != Role.Mentor || OfMentors.Contains(t.Name));

    public static HelpTopic? Find(string name) => All.FirstOrDefault(t => t.Name == name);

    private static IEnumerable<HelpTopic> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(r => r.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var title = reader.ReadLine()!.TrimStart('#', ' ');
            yield return new HelpTopic(resource[Prefix.Length..^".md".Length], title, Markdig.Markdown.ToHtml(reader.ReadToEnd(), Markdown));
        }
    }
}
