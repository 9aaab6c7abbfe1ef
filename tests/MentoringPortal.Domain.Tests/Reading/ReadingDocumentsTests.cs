using System.Text.Json.Nodes;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Tests.Reading;

/// <summary>
/// Every document with its file of expectations. A part that the file names must be exactly so; of the remarks it names those that must be there.
/// </summary>
public class ReadingDocumentsTests
{
    public static TheoryData<string> Documents => [.. OrderFixtures.Names()];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Read_Document_GivesWhatIsExpected(string name)
    {
        var reading = DocumentReader.Read(OrderFixtures.Load(name));

        var actual = ReadingSummary.Of(reading);
        var expected = JsonNode.Parse(File.ReadAllText(OrderFixtures.ExpectedPath(name)))!.AsObject();
        foreach (var (part, value) in expected)
        {
            if (part == "remarks") Texts(actual[part]!).ShouldBe(Texts(actual[part]!).Union(Texts(value!)), ignoreOrder: true, $"{name}: {part}");
            else Show(actual[part]).ShouldBe(Show(value), $"{name}: {part}");
        }
    }

    [Fact]
    public void Documents_OfTheRepository_AllHaveExpectations()
    {
        OrderFixtures.Own().Where(n => !File.Exists(OrderFixtures.ExpectedPath(n))).ShouldBeEmpty();
        OrderFixtures.Own().Count().ShouldBeGreaterThanOrEqualTo(20);
    }

    private static string Show(JsonNode? node) => node is JsonArray list ? string.Join('\n', Texts(list)) : node?.ToString() ?? "null";

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(n => n!.ToString());
}
