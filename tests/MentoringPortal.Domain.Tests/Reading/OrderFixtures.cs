using System.Text.Json.Nodes;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Tests.Reading;

/// <summary>The documents of <c>tests/fixtures/orders</c> and, where they lie beside the repository, the real ones.</summary>
internal static class OrderFixtures
{
    public static readonly string Folder = Path.Combine(Root(), "tests", "fixtures", "orders");
    private static readonly string Seeds = Path.GetFullPath(Path.Combine(Root(), "..", "shared", "seeds"));

    /// <summary>Names of all documents that are here: those of the repository, then the real ones.</summary>
    public static IEnumerable<string> Names() => Own().Concat(Real());

    public static IEnumerable<string> Own() => Directory.GetFiles(Folder)
        .Where(f => !f.EndsWith(".expected.json", StringComparison.Ordinal))
        .Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    /// <summary>Where the real documents are absent there are none, and nothing is skipped.</summary>
    public static IEnumerable<string> Real() => !Directory.Exists(Seeds) ? [] : Directory.GetFiles(Seeds, "*.txt")
        .Select(f => "seed-" + Path.GetFileName(f)[..3]).Where(n => File.Exists(ExpectedPath(n))).Order(StringComparer.Ordinal);

    public static SourceDocument Load(string name) => name.EndsWith(".json", StringComparison.Ordinal)
        ? FromJson(File.ReadAllText(Path.Combine(Folder, name)))
        : FromText(Text(name));

    public static string Text(string name) => name.StartsWith("seed-", StringComparison.Ordinal)
        ? File.ReadAllText(Directory.GetFiles(Seeds, name[5..] + "_*.txt")[0])
        : File.ReadAllText(Path.Combine(Folder, name));

    public static string ExpectedPath(string name) => Path.Combine(Folder, Path.GetFileNameWithoutExtension(name) + ".expected.json");

    public static SourceDocument FromText(string text) => new([.. text.Split('\n').Select(l => new SourceLine(l))]);

    /// <summary>A document as a file format gives it: texts are lines, lists of lists are tables.</summary>
    public static SourceDocument FromJson(string json) => new([.. JsonNode.Parse(json)!.AsArray().Select(block => block is JsonArray table
        ? (SourceBlock)new SourceTable([.. table.Select(row => new SourceRow([.. row!.AsArray().Select(cell => cell!.GetValue<string>())]))])
        : new SourceLine(block!.GetValue<string>()))]);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MentoringPortal.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No solution above the tests");
        return folder;
    }
}
