using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Wordprocessing;
using MentoringPortal.Paper.Blocks;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace MentoringPortal.Paper.Word;

/// <summary>A drawing as a group of Word's own shapes (ECMA-376 DrawingML, with the shapes of Word 2010): sharp at any size, and the clerk may change it.</summary>
internal static class WordFigure
{
    /// <summary>DrawingML counts in English metric units, 12 700 in a point.</summary>
    private const double Points = 12700;

    /// <summary>A text box is this many times its type size high, with the baseline this far down.</summary>
    private const double BoxHeight = 1.4, Baseline = 1.05;

    private static readonly XNamespace
        W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        A = "http://schemas.openxmlformats.org/drawingml/2006/main",
        Wpg = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        Wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";

    /// <param name="figure">What to draw.</param>
    /// <param name="width">Of the text, in twips.</param>
    public static WordParagraph Compose(Figure figure, int width)
    {
        var scale = Math.Min(1, width / 20.0 / figure.Width);
        var (cx, cy) = (Units(figure.Width * scale), Units(figure.Height * scale));
        var drawing = new XElement(W + "drawing",
            new XElement(Wp + "inline", Zero("distT"), Zero("distB"), Zero("distL"), Zero("distR"),
                new XElement(Wp + "extent", new XAttribute("cx", cx), new XAttribute("cy", cy)),
                new XElement(Wp + "docPr", new XAttribute("id", 1), new XAttribute("name", figure.Title), new XAttribute("descr", figure.Alternative)),
                new XElement(Wp + "cNvGraphicFramePr"),
                new XElement(A + "graphic", new XElement(A + "graphicData", new XAttribute("uri", Wpg.NamespaceName),
                    new XElement(Wpg + "wgp", new XElement(Wpg + "cNvGrpSpPr"),
                        new XElement(Wpg + "grpSpPr", new XElement(A + "xfrm", Place("off", 0, 0), Extent("ext", cx, cy), Place("chOff", 0, 0), Extent("chExt", cx, cy))),
                        figure.Marks.OrderBy(mark => mark is FigureText).Select((mark, i) => Shape(mark, i + 2, scale)))))));
        return new WordParagraph(
            new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Requisite }, new SpacingBetweenLines { Before = WordUnits.Twentieths(8), After = WordUnits.Twentieths(8) }),
            new WordRun(new Drawing(drawing.ToString(SaveOptions.DisableFormatting))));
    }

    private static XElement Shape(FigureMark mark, int id, double scale) => mark switch
    {
        FigureBox box => Shape(id, "rect", Frame(box.X, box.Y, box.Width, box.Height, scale), [Fill(box.Tone), new XElement(A + "ln", new XElement(A + "noFill"))]),
        FigureLine line => Shape(id, "line", Frame(line.X1, line.Y1, line.X2 - line.X1, line.Y2 - line.Y1, scale), [Stroke(line.Tone)]),
        FigureText text => Words(text, id, scale),
        _ => throw new ArgumentException($"The Word writer does not know the mark {mark.GetType().Name}.", nameof(mark)),
    };

    private static XElement Shape(int id, string form, XElement frame, IEnumerable<XElement> looks, XElement? text = null) =>
        new(Wps + "wsp", new XElement(Wps + "cNvPr", new XAttribute("id", id), new XAttribute("name", $"{id}")),
            new XElement(Wps + "cNvSpPr", text is null ? null : new XAttribute("txBox", 1)),
            new XElement(Wps + "spPr", frame, new XElement(A + "prstGeom", new XAttribute("prst", form), new XElement(A + "avLst")), looks),
            text,
            new XElement(Wps + "bodyPr", new XAttribute("wrap", "none"), Zero("lIns"), Zero("tIns"), Zero("rIns"), Zero("bIns")));

    /// <summary>A box on both sides of the text's own point, so that Word need not measure the text to align it.</summary>
    private static XElement Words(FigureText word, int id, double scale)
    {
        var size = FigureLooks.TextSize(word.Tone);
        var width = word.Text.Length * size;
        var left = word.Alignment switch
        {
            Alignment.Center => word.X - width / 2,
            Alignment.Right => word.X - width,
            _ => word.X,
        };
        var half = WordUnits.HalfPoints(size * scale);
        var text = new XElement(W + "p",
            new XElement(W + "pPr", new XElement(W + "spacing", Val("before", 0), Val("after", 0), Val("line", 240), Val("lineRule", "auto")), new XElement(W + "ind", Val("firstLine", 0)),
                new XElement(W + "jc", Val("val", word.Alignment switch { Alignment.Center => "center", Alignment.Right => "right", _ => "left" }))),
            new XElement(W + "r",
                new XElement(W + "rPr", word.Tone == FigureTone.Value ? new XElement(W + "b") : null, new XElement(W + "color", Val("val", FigureLooks.Colour(word.Tone))), new XElement(W + "sz", Val("val", half)), new XElement(W + "szCs", Val("val", half))),
                new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), Objects.Metadata.Clean(word.Text))));
        return Shape(id, "rect", Frame(left, word.Y - size * Baseline, width, size * BoxHeight, scale), [new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))],
            new XElement(Wps + "txbx", new XElement(W + "txbxContent", text)));
    }

    private static XElement Fill(FigureTone tone) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", FigureLooks.Colour(tone))));

    private static XElement Stroke(FigureTone tone) => new(A + "ln", new XAttribute("w", Units(tone == FigureTone.Target ? FigureLooks.TargetWidth : FigureLooks.LineWidth)), Fill(tone),
        tone == FigureTone.Target ? new XElement(A + "prstDash", new XAttribute("val", "dash")) : null);

    private static XElement Frame(double x, double y, double width, double height, double scale) =>
        new(A + "xfrm", Place("off", Units(x * scale), Units(y * scale)), Extent("ext", Units(width * scale), Units(height * scale)));

    private static XElement Place(string name, long x, long y) => new(A + name, new XAttribute("x", x), new XAttribute("y", y));

    private static XElement Extent(string name, long cx, long cy) => new(A + name, new XAttribute("cx", cx), new XAttribute("cy", cy));

    private static XAttribute Val(string name, object value) => new(W + name, Convert.ToString(value, CultureInfo.InvariantCulture)!);

    private static XAttribute Zero(string name) => new(name, 0);

    private static long Units(double points) => (long)Math.Round(points * Points);
}
