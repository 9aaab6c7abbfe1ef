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
            html.Append("</section>\n");
        }
        return html.Append("</article>\n").ToString();
    }

    internal static string Encode(string text) => Encoder.Encode(text);
}
