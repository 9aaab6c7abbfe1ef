namespace MentoringPortal.Paper.Blocks;

/// <summary>A drawing such as a chart, with text and boxes at their places; scaled down to the text's width, never up. Its numbers stand in a table beside it.</summary>
/// <param name="Width">Of the canvas that the marks stand on; one unit is at most a point.</param>
/// <param name="Height">Of the canvas; zero is at the top.</param>
/// <param name="Title">What is drawn.</param>
/// <param name="Description">The same in words, for whoever does not see it.</param>
/// <param name="Marks">Drawn in this order; text over all the rest.</param>
public sealed record Figure(double Width, double Height, string Title, string Description, IReadOnlyList<FigureMark> Marks) : Block
{
    internal string Alternative => $"{Title}. {Description}";
}

/// <summary>What a mark stands for: each renderer gives it a look that fits the screen's theme or the printed sheet.</summary>
public enum FigureTone
{
    /// <summary>A line that helps the eye.</summary>
    Grid,
    /// <summary>Words of a scale.</summary>
    Axis,
    /// <summary>The number that a mark stands for.</summary>
    Value,
    /// <summary>What was reached.</summary>
    Column,
    /// <summary>What was compared with: an earlier date, a plan.</summary>
    Other,
    /// <summary>What is to be reached.</summary>
    Target,
    /// <summary>Black in every theme: a code that a camera reads.</summary>
    Ink,
}

/// <summary>A part of a <see cref="Figure"/>.</summary>
public abstract record FigureMark(FigureTone Tone);

public sealed record FigureLine(FigureTone Tone, double X1, double Y1, double X2, double Y2) : FigureMark(Tone);

public sealed record FigureBox(FigureTone Tone, double X, double Y, double Width, double Height) : FigureMark(Tone);

/// <summary>One line of text; <see cref="X"/> is its left, middle or right by <see cref="Alignment"/>, <see cref="Y"/> its baseline.</summary>
public sealed record FigureText(FigureTone Tone, double X, double Y, string Text, Alignment Alignment = Alignment.Left) : FigureMark(Tone);

/// <summary>Looks on paper, and the sizes that the style sheet has too.</summary>
internal static class FigureLooks
{
    public const double LineWidth = 0.75, TargetWidth = 2, Dash = 6, Gap = 4;

    public static double TextSize(FigureTone tone) => tone == FigureTone.Value ? 13 : 12;

    /// <summary>Red, green and blue, two hexadecimal digits each; dark enough to tell apart in grey.</summary>
    public static string Colour(FigureTone tone) => tone switch
    {
        FigureTone.Grid => "C8CED6",
        FigureTone.Axis => "444B54",
        FigureTone.Value or FigureTone.Ink => "000000",
        FigureTone.Column => "1B4E90",
        FigureTone.Other => "9DB4D3",
        FigureTone.Target => "B3261E",
        _ => throw new ArgumentOutOfRangeException(nameof(tone), tone, message: null),
    };
}
