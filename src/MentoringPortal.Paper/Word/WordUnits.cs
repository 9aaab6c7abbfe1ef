using MentoringPortal.Paper.Blocks;

namespace MentoringPortal.Paper.Word;

/// <summary>WordprocessingML counts lengths in twentieths of a point («twips») and type sizes in half points.</summary>
internal static class WordUnits
{
    private const double TwipsPerMillimetre = 1440 / 25.4;

    public static int Twips(double millimetres) => (int)Math.Round(millimetres * TwipsPerMillimetre);

    public static string Twentieths(double points) => $"{Math.Round(points * 20)}";

    public static string HalfPoints(double points) => $"{Math.Round(points * 2)}";

    /// <summary>Width of the text of a section, in twips.</summary>
    public static int TextWidth(PageSetup page, Orientation orientation) =>
        Twips((orientation == Orientation.Portrait ? page.Width : page.Height) - page.Left - page.Right);
}
