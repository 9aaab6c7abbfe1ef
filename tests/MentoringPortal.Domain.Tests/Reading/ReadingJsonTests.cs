using System.Text.Json.Nodes;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Tests.Reading;

/// <summary>The printed answer has the names of the contract.</summary>
public class ReadingJsonTests
{
    [Fact]
    public void Serialize_Twin_HasTheNamesOfTheContract()
    {
        var json = DocumentReadingJson.Serialize(DocumentReader.Read(OrderFixtures.Load("twin-bilingual.txt")));

        var node = JsonNode.Parse(json)!;
        node.AsObject().Select(p => p.Key).ShouldBe(["document", "clauses", "sections", "items", "targets", "indicators", "requests", "joins", "remarks", "unused"]);
        node["document"]!.AsObject().Select(p => p.Key).ShouldBe(
        [
            "kind", "number", "date", "place", "title", "issuer", "letterhead", "letterhead2", "contacts", "addressee", "inReplyTo", "preamble", "operative", "basis",
            "signatory", "control", "paragraphs", "periodStart", "periodEnd", "appendices",
        ]);
        node["items"]![0]!.AsObject().Select(p => p.Key).ShouldBe(["number", "section", "activity", "responsible", "result", "target", "deadline"]);
        node["items"]![0]!["responsible"]![0]!.AsObject().Select(p => p.Key).ShouldBe(["text", "kind", "understood", "position", "name", "organizationKinds"]);
        node["document"]!["kind"]!.GetValue<string>().ShouldBe("order");
        json.ShouldContain("  \"document\"");
        json.ShouldContain("Департамент образования");
    }
}
