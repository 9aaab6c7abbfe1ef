namespace MentoringPortal.Paper.Blocks;

/// <summary>One meaningful part of a document. Lengths are millimetres, sizes points.</summary>
public abstract record Block;

public enum Alignment
{
    Left,
    Center,
    Right,
    Justify,
}

/// <summary>The issuer's name at the head of the sheet, in one language or in two side by side (main one left).</summary>
public sealed record Letterhead(params IReadOnlyList<string> Lines) : Block
{
    public IReadOnlyList<string> SecondLines { get; init; } = [];

    /// <summary>BCP 47 tag of <see cref="SecondLines"/>, such as «ce» for Chechen: a screen reader changes its voice by it.</summary>
    public string? SecondLanguage { get; init; }

    /// <summary>Address, phones and codes, set smaller under the names.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}

/// <summary>The name of the kind of document: «ПРИКАЗ».</summary>
public sealed record DocumentKind(string Text) : Block;

/// <summary>Date on the left, place in the middle, number on the right; blanks for the clerk («____») are the caller's text.</summary>
public sealed record RegistrationLine(string Date, string Number, string? Place = null) : Block;

/// <summary>The heading to the text: «О внедрении …».</summary>
public sealed record DocumentTitle(RichText Text) : Block
{
    public Alignment Alignment { get; init; } = Alignment.Center;
}

/// <summary>Level 1 is an appendix's title, 2 and 3 are its parts. Kept with what follows.</summary>
public sealed record Heading(int Level, RichText Text) : Block
{
    public Alignment Alignment { get; init; } = Alignment.Center;
}

public sealed record Paragraph(RichText Text) : Block
{
    public Alignment Alignment { get; init; } = Alignment.Justify;

    /// <summary>Whether the first line is indented by <see cref="TextSetup.FirstLineIndent"/>.</summary>
    public bool FirstLineIndent { get; init; } = true;

    public bool KeepWithNext { get; init; }

    /// <summary>Points of empty space above, for instance before the operative word.</summary>
    public double SpaceBefore { get; init; }
}

/// <summary>A numbered clause. The number is text («2.1.»), as the signed paper has it; nesting follows from it and shows in the structure, not in the indent.</summary>
public sealed record Clause(string Number, RichText Text) : Block
{
    /// <summary>1 for «2.», 2 for «2.1.»; counted from <see cref="Number"/> unless given.</summary>
    public int Level { get; init; } = Math.Max(1, Number.Split('.', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length);
}

/// <summary>A line that begins with a dash; it belongs to the clause before it, if there is one.</summary>
public sealed record Bullet(RichText Text) : Block
{
    public const string Marker = "–";

    public int Level { get; init; } = 1;

    /// <summary>Any dash lies deeper than any clause.</summary>
    internal static int Depth(int level) => 100 + level;
}

/// <summary>Position on the left, initials and surname on the right; stays on the page of the last lines of the text.</summary>
public sealed record Signature(string Position, string Name) : Block
{
    /// <summary>Whether the block of that index is the last text before a signature.</summary>
    internal static bool Follows(IReadOnlyList<Block> blocks, int index)
    {
        do
            index++;
        while (index < blocks.Count && blocks[index] is Spacer);
        return index < blocks.Count && blocks[index] is Signature;
    }
}

/// <summary>«Приложение № 1», «к приказу …», «от … № …» at the upper right.</summary>
public sealed record AppendixMark(params IReadOnlyList<string> Lines) : Block;

/// <summary>A small line about the document itself: when it was made, which filter it shows.</summary>
public sealed record Note(RichText Text) : Block;

public sealed record PageBreak : Block;

public sealed record Spacer(double Height) : Block;
