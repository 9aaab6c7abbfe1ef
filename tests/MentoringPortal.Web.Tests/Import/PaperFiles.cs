using System.Text;

namespace MentoringPortal.Web.Tests.Import;

/// <summary>The papers of <c>tests/fixtures/orders</c>, the real ones where they lie beside the repository, and one of our own that is always there.</summary>
internal static class PaperFiles
{
    private const string Own = "own.txt";

    public static readonly string Root = FindRoot(AppContext.BaseDirectory);

    public static IEnumerable<string> All() => new[] { Own }
        .Concat(In("twins", Path.Combine(Root, "tests", "fixtures", "orders")))
        .Concat(In("seeds", Path.Combine(Root, "..", "shared", "seeds")));

    public static byte[] Read(string name) => name == Own ? Encoding.UTF8.GetBytes(ImportVisitor.Order("40")) : File.ReadAllBytes(Path.Combine(
        name.StartsWith("twins/", StringComparison.Ordinal) ? Path.Combine(Root, "tests", "fixtures", "orders") : Path.Combine(Root, "..", "shared", "seeds"),
        Path.GetFileName(name)));

    public static string Text(string name) => Encoding.UTF8.GetString(Read(name));

    private static IEnumerable<string> In(string group, string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(path => $"{group}/{Path.GetFileName(path)}") : [];

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "MentoringPortal.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
