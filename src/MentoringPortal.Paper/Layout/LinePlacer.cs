using MentoringPortal.Paper.Blocks;
using MentoringPortal.Paper.Fonts;
using MentoringPortal.Paper.Tags;

namespace MentoringPortal.Paper.Layout;

/// <summary>A box that text is set in; <see cref="Left"/> is counted from the left margin.</summary>
internal sealed record TextBox(double Left, double Width, RichText Text, TextStyle Style, StructureNode? Node)
{
    public Alignment Alignment { get; init; }

    /// <summary>Of the first line.</summary>
    public double Indent { get; init; }

    /// <summary>Where the text begins with a label of this many characters («2.1. »), the label's own element.</summary>
    public (int Length, StructureNode Node)? Label { get; init; }
}

internal static class LinePlacer
{
    /// <summary>The box's lines, each at the height of its number from <paramref name="top"/>; a line with a label gives two pieces.</summary>
    public static IEnumerable<List<PlacedLine>> Place(TextBox box, DocumentFonts fonts, double top = 0)
    {
        var text = ShapedText.Shape(box.Text, box.Style, fonts);
        var lines = LineBreaker.Break(text, box.Width - box.Indent, box.Width);
        for (var i = 0; i < lines.Count; i++)
        {
            yield return Place(box, text, lines[i], isFirst: i == 0, top);
            top += box.Style.LineHeight;
        }
    }

    private static List<PlacedLine> Place(TextBox box, ShapedText text, Line line, bool isFirst, double top)
    {
        var room = box.Width - line.Width - (isFirst ? box.Indent : 0);
        var left = box.Left + (isFirst ? box.Indent : 0) + box.Alignment switch
        {
            Alignment.Center => room / 2,
            Alignment.Right => room,
            _ => 0,
        };
        var label = isFirst && box.Label is { } first && first.Length < line.End ? first : default;
        var stretch = box.Alignment == Alignment.Justify && !line.EndsParagraph ? Stretch(text, line, room, label.Length) : 0;
        var body = new PlacedLine(text, line.Start + label.Length, line.End, left + text.Measure(0, label.Length), top, stretch, box.Node);
        return label.Length == 0 ? [body] : [new(text, 0, label.Length, left, top, Stretch: 0, label.Node), body];
    }

    /// <summary>
    /// In ems. Where a long address or word went to the next line and left too little to stretch, an uneven edge is easier to read than holes.
    /// </summary>
    private const double WidestGap = 1.2;

    /// <summary>What each space must take of the room that is left; the one after a label stays as it is, so that the numbers stand in a column.</summary>
    private static double Stretch(ShapedText text, Line line, double room, int labelLength)
    {
        var end = line.End;
        while (end > line.Start && text.Glyphs[end - 1].Has(GlyphTraits.Hanging))
            end--;
        var spaces = text.CountSpaces(line.Start + labelLength, end);
        var stretch = spaces == 0 ? 0 : Math.Max(0, room) / spaces;
        return stretch > WidestGap * text.Style.Size ? 0 : stretch;
    }
}
