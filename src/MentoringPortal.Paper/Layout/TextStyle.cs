using MentoringPortal.Paper.Fonts;

namespace MentoringPortal.Paper.Layout;

/// <summary>Size in points, spacing as a multiple of the face's natural line, as word processors count it.</summary>
internal sealed record TextStyle(double Size, double Spacing = 1, FontStyle Face = FontStyle.Regular)
{
    public double LineHeight { get; } = Natural(Size) * Spacing;

    /// <summary>From the top of the line to the baseline; what the spacing adds is shared above and below.</summary>
    public double Baseline { get; } = Natural(Size) * (Spacing - 1) / 2 + DocumentFonts.Main(Face).Ascent * Size / 1000;

    private static double Natural(double size)
    {
        var font = DocumentFonts.Main(FontStyle.Regular);
        return (font.Ascent - font.Descent + font.LineGap) * size / 1000;
    }
}
