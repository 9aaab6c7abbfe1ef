using System.Text;
using System.Text.RegularExpressions;

namespace MentoringPortal.Web.Formats.Pdf;

/// <summary>A word on a page, in points; y grows upwards.</summary>
internal readonly record struct PdfWord(string Text, double Left, double Right, double Baseline, double Size)
{
    public double Middle => (Left + Right) / 2;
}

/// <summary>Words on one baseline, left to right.</summary>
internal sealed partial class PdfLine
{
    /// <summary>A space this many times the letters' size parts columns, not words.</summary>
    private const double ColumnGap = 1.6;

    public PdfLine(IEnumerable<PdfWord> words)
    {
        Words = [.. words.OrderBy(word => word.Left)];
        Size = Words.Max(word => word.Size);
        Text = Join(Words, Size);
    }

    public List<PdfWord> Words { get; }
    public double Size { get; }
    /// <summary>The words with spaces, and a tab where there is a wide gap.</summary>
    public string Text { get; }
    public double Left => Words[0].Left;
    public double Right => Words[^1].Right;
    public double Baseline => Words[0].Baseline;
    public bool HasGap => Text.Contains('\t', StringComparison.Ordinal);

    /// <summary>Lines from top to bottom. Words stand on one line when their baselines differ by less than a third of their size.</summary>
    public static List<PdfLine> Of(IEnumerable<PdfWord> words)
    {
        var lines = new List<PdfLine>();
        var open = new List<PdfWord>();
        foreach (var word in words.OrderByDescending(word => word.Baseline).ThenBy(word => word.Left))
        {
            if (open.Count > 0 && open[0].Baseline - word.Baseline > Math.Max(1.5, word.Size / 3))
            {
                lines.Add(new PdfLine(open));
                open = [];
            }
            open.Add(word);
        }
        if (open.Count > 0)
            lines.Add(new PdfLine(open));
        return lines;
    }

    /// <summary>
    /// Paragraphs of wrapped lines: a line goes on where the next word had no room at its end, in a space from <paramref name="left"/> to
    /// <paramref name="right"/>; a list mark, an indent or a wider gap begins anew.
    /// </summary>
    public static List<string> Paragraphs(IReadOnlyList<PdfLine> lines, double left, double right)
    {
        var paragraphs = new List<StringBuilder>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0 && lines[i].GoesOnFrom(lines[i - 1], left, right))
                Append(paragraphs[^1], lines[i].Text);
            else
                paragraphs.Add(new StringBuilder(lines[i].Text));
        }
        return [.. paragraphs.Select(paragraph => paragraph.ToString())];
    }

    private bool GoesOnFrom(PdfLine above, double left, double right)
    {
        var gap = above.Baseline - Baseline;
        // A negative gap is the next page.
        if (HasGap || above.HasGap || gap > 1.7 * Size || Math.Abs(above.Size - Size) > 1.5 || IsListItem(above))
            return false;
        var isCentred = Math.Abs(above.Left + above.Right - Left - Right) < 6 || above.Left - left > (right - left) / 4;
        if (!isCentred && Left > above.Left + 6 && Left > left + 6)
            return false;
        var room = isCentred ? right - left - (above.Right - above.Left) : right - above.Right;
        return room < Words[0].Right - Words[0].Left + Size / 4;
    }

    /// <summary>A number opens an item; a dash does after a stop, else it may be a dash between words («ученик – ученик»).</summary>
    private bool IsListItem(PdfLine above) => Number().IsMatch(Text) || Dash().IsMatch(Text) && ".;:,".Contains(above.Text[^1], StringComparison.Ordinal);

    private static void Append(StringBuilder paragraph, string line)
    {
        if (paragraph.Length > 0 && paragraph[^1] == '\u00AD')
            paragraph.Length--;
        // «1.10» and its stop, parted by a narrow cell, are one again.
        else if (!".,;:)".Contains(line[0], StringComparison.Ordinal) && (paragraph.Length < 2 || paragraph[^1] != '-' || paragraph[^2] == ' '))
            paragraph.Append(' ');
        paragraph.Append(line);
    }

    private static string Join(List<PdfWord> words, double size)
    {
        var text = new StringBuilder(words[0].Text);
        for (var i = 1; i < words.Count; i++)
            text.Append(words[i].Left - words[i - 1].Right > size * ColumnGap ? '\t' : ' ').Append(words[i].Text);
        return text.ToString();
    }

    [GeneratedRegex(@"^(\d{1,2}(\.\d{1,2})*[.)]|\d{1,2}(\.\d{1,2})+|[а-я]\))\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[-–—•]\s", RegexOptions.None, 1000)]
    private static partial Regex Dash();
}
