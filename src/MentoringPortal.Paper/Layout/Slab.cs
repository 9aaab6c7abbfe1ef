using MentoringPortal.Paper.Blocks;
using MentoringPortal.Paper.Tags;

namespace MentoringPortal.Paper.Layout;

/// <summary>A piece of a shaped text at its place in a slab. Points; <see cref="Top"/> grows downwards; <see cref="Stretch"/> is added to each space.
/// Without a node the line is an artifact: a page number, a repeated head.</summary>
internal readonly record struct PlacedLine(ShapedText Text, int Start, int End, double Left, double Top, double Stretch, StructureNode? Node)
{
    public double Bottom => Top + Text.Style.LineHeight;
}

/// <summary>
/// What the flow puts on a page at once: a line of a paragraph, a row of a table. All a block asks of the page breaks is said here,
/// so the flow knows nothing of blocks.
/// </summary>
internal sealed class Slab
{
    public required double Height { get; init; }

    public required IReadOnlyList<PlacedLine> Lines { get; init; }

    /// <summary>Empty space above and below; of two neighbours the larger counts, at the top of a page none.</summary>
    public double SpaceBefore { get; set; }

    public double SpaceAfter { get; set; }

    /// <summary>No page break between this slab and the next.</summary>
    public bool KeepWithNext { get; set; }

    /// <summary>What follows begins a new page.</summary>
    public bool BreaksPage { get; init; }

    /// <summary>Empty space asked for by the document: not drawn at the top of a page.</summary>
    public bool IsSpace { get; init; }

    /// <summary>Left edges of the cells and the right edge of the last, where the slab is a row with borders.</summary>
    public IReadOnlyList<double>? Edges { get; init; }

    public double Padding { get; init; }

    /// <summary>A drawing under the lines, with its element and the size of its unit in points.</summary>
    public (Figure Figure, StructureNode Node, double Scale)? Drawing { get; init; }

    /// <summary>The head of this row's table, drawn again (as an artifact) when the row begins a page.</summary>
    public Slab? Head { get; init; }

    /// <summary>An entry of the outline that leads here.</summary>
    public Bookmark? Bookmark { get; init; }

    /// <summary>
    /// Parts a slab that is taller than a page: the lines that fit into <paramref name="height"/>, and the rest. Null when fewer than
    /// <paramref name="least"/> lines of the tallest cell would go first.
    /// </summary>
    public (Slab First, Slab Remainder)? Split(double height, int least)
    {
        var first = Lines.Where(line => line.Bottom <= height - Padding).ToList();
        if (first.Select(line => line.Top).Distinct().Count() < least)
            return null;
        var cut = first.Max(line => line.Bottom);
        var rest = Lines.Where(line => line.Bottom > height - Padding).Select(line => line with { Top = line.Top - cut + Padding }).ToList();
        return (Part(first, cut + Padding), Part(rest, Height - cut + Padding));

        Slab Part(List<PlacedLine> lines, double partHeight) =>
            new() { Height = partHeight, Lines = lines, Edges = Edges, Padding = Padding, Head = Head, SpaceAfter = SpaceAfter, KeepWithNext = KeepWithNext };
    }
}

/// <summary>An entry of the outline: a heading and where it stands.</summary>
internal sealed record Bookmark(string Text, int Level)
{
    public int Page { get; set; }

    /// <summary>Points from the bottom of the sheet.</summary>
    public double Top { get; set; }
}
