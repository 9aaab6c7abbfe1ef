using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Tests.Reading;

/// <summary>One roadmap, drawn with tabs, bars, boxes, spaces, a cell a line, HTML or as a real table, gives the same rows.</summary>
public class ReadingShapesTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var name in OrderFixtures.Names().Where(n => n.StartsWith("twin", StringComparison.Ordinal) || n.StartsWith("seed", StringComparison.Ordinal)))
            {
                var text = OrderFixtures.Text(name);
                if (!text.Contains('\t', StringComparison.Ordinal)) continue;
                foreach (var shape in TableShapes.All.Keys.Where(s => !HoldsParagraphs(text) || s is "tabs" or "pipes" or "html" or "table")) cases.Add(name, shape);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_RoadmapInAnyShape_GivesTheSameRows(string name, string shape)
    {
        var asWritten = DocumentReader.Read(OrderFixtures.Load(name));

        var redrawn = DocumentReader.Read(TableShapes.Redraw(OrderFixtures.Text(name), shape)!);

        redrawn.Sections.Select(s => $"{s.Number} {s.Title}").ShouldBe(asWritten.Sections.Select(s => $"{s.Number} {s.Title}"));
        redrawn.Items.Select(Row).ShouldBe(asWritten.Items.Select(Row));
        redrawn.Clauses.Count.ShouldBe(asWritten.Clauses.Count);
        redrawn.Indicators.Count.ShouldBe(asWritten.Indicators.Count);
        redrawn.Unused.ShouldBeEmpty();
    }

    private static bool HoldsParagraphs(string text) => text.Contains("<p>", StringComparison.Ordinal);

    private static string Row(ReadItem item) =>
        $"{item.Section} | {item.Number} | {item.Activity} | {ReadingSummary.Term(item.Deadline)} | {string.Join(", ", item.Responsible.Select(p => p.Understood))} | {item.Result}";
}
