using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using MentoringPortal.Paper.Blocks;

namespace MentoringPortal.Paper;

/// <summary>
/// Renders a document as a fragment of HTML for the preview page: meaning in tags, looks in the classes «paper…». All text is encoded.
/// Throws <see cref="ArgumentException"/> when a table row has more cells than its table columns.
/// </summary>
public static class Html
{
    /// <summary>Leaves letters readable and encodes what means something in HTML.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Render(PaperDocument document)
    {
        var html = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<article class=\"paper\" lang=\"{Encode(document.Language)}\">\n");
        foreach (var section in document.Sections)
        {
            var orientation = section.Orientation == Orientation.Landscape ? " paper-landscape" : "";
            html.Append(CultureInfo.InvariantCulture, $"<section class=\"paper-section{orientation}\">\n");
            new HtmlBlocks(html).Write(section.Blocks);
            if (section.Corner is { } corner)
                html.Append(CultureInfo.InvariantCulture, $"<figure class=\"paper-corner\">{Draw(corner)}</figure>\n");
            html.Append("</section>\n");
        }
        return html.Append("</article>\n").ToString();
    }

    /// <summary>A drawing as SVG; its looks are in the classes «chart-…», so it follows the theme.</summary>
    public static string Draw(Figure figure)
    {
        var id = FormattableString.Invariant($"figure-{(uint)figure.Alternative.Aggregate(17, (hash, letter) => unchecked(hash * 31 + letter)):x}");
        var svg = new StringBuilder(FormattableString.Invariant($"<svg viewBox=\"0 0 {figure.Width:0.##} {figure.Height:0.##}\" role=\"img\" aria-labelledby=\"{id} {id}-words\">"))
            .Append(CultureInfo.InvariantCulture, $"<title id=\"{id}\">{Encode(figure.Title)}</title><desc id=\"{id}-words\">{Encode(figure.Description)}</desc>");
        foreach (var mark in figure.Marks.OrderBy(mark => mark is FigureText))
            svg.Append(Draw(mark, $"chart-{mark.Tone.ToString().ToLowerInvariant()}"));
        return svg.Append("</svg>").ToString();
    }

    private static string Draw(FigureMark mark, string name) => mark switch
    {
        FigureBox box => FormattableString.Invariant($"<rect class=\"{name}\" x=\"{box.X:0.##}\" y=\"{box.Y:0.##}\" width=\"{box.Width:0.##}\" height=\"{box.Height:0.##}\"/>"),
        FigureLine line => FormattableString.Invariant($"<line class=\"{name}\" x1=\"{line.X1:0.##}\" y1=\"{line.Y1:0.##}\" x2=\"{line.X2:0.##}\" y2=\"{line.Y2:0.##}\"/>"),
        FigureText text => FormattableString.Invariant($"<text class=\"{name}\" x=\"{text.X:0.##}\" y=\"{text.Y:0.##}\" text-anchor=\"{Anchor(text.Alignment)}\">{Encode(text.Text)}</text>"),
        _ => throw new ArgumentException($"The HTML writer does not know the mark {mark.GetType().Name}.", nameof(mark)),
    };

    private static string Anchor(Alignment alignment) => alignment switch
    {
        Alignment.Center => "middle",
        Alignment.Right => "end",
        _ => "start",
    };

    internal static string Encode(string text) => Encoder.Encode(text);
}
