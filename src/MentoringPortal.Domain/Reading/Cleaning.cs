using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading;

/// <summary>Takes typographic and markdown noise off a text without touching its words.</summary>
internal static partial class Cleaning
{
    /// <summary>Longest line that is read; what goes beyond is cut, so that no text can make the reader slow.</summary>
    private const int LongestLine = 20_000;

    /// <summary>A raw line of the source: tabs and runs of spaces stay, invisible characters and emphasis go.</summary>
    public static string Noise(string? line)
    {
        if (string.IsNullOrEmpty(line)) return "";
        if (line.Length > LongestLine) line = line[..LongestLine];
        var clean = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            switch (c)
            {
                case '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\r' or '\uFFFD': break;
                case '\u00A0' or '\u202F' or '\u2007' or '\u2009' or '\u2002' or '\u2003' or '\f' or '\v': clean.Append(' '); break;
                case '\u2011' or '\u2010' or '\u2212': clean.Append('-'); break;
                case < ' ' when c is not '\t' and not '\n': break;
                default: clean.Append(c); break;
            }
        }

        var text = clean.ToString();
        if (text.Contains('*', StringComparison.Ordinal)) text = Emphasis().Replace(text.Replace("**", "", StringComparison.Ordinal), "$1");
        if (text.Contains('_', StringComparison.Ordinal)) text = Underlined().Replace(text, "$1");
        return HeadingMark().Replace(text, "");
    }

    /// <summary>Words with one space between them, tags and entities resolved.</summary>
    public static string Flat(string text) => Spaces().Replace(Html(text), " ").Trim();

    /// <summary>A cell: paragraphs on lines of their own, one space between words.</summary>
    public static string Cell(string text)
    {
        var lines = Html(Noise(text)).Split('\n').Select(l => Spaces().Replace(l, " ").Trim()).Where(l => l.Length > 0);
        return string.Join('\n', lines);
    }

    /// <summary>A title without the full stop some put behind it; «гг.» keeps its own.</summary>
    public static string Sentence(string text) => text.EndsWith('.') && !AbbreviatedEnd().IsMatch(text) ? text[..^1].TrimEnd() : text;

    private static string Html(string text)
    {
        if (text.Contains('<', StringComparison.Ordinal)) text = AnyTag().Replace(BreakTag().Replace(text, "\n"), "");
        return text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text).Replace('\u00A0', ' ') : text;
    }

    [GeneratedRegex(@"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"(?<![\w_])__(?=[^\s_])([^_\n]+?)(?<=[^\s_])__(?![\w_])", RegexOptions.CultureInvariant)]
    private static partial Regex Underlined();

    [GeneratedRegex(@"^\s{0,3}#{1,6}\s+|^\s{0,3}>\s+", RegexOptions.CultureInvariant)]
    private static partial Regex HeadingMark();

    [GeneratedRegex(@"(?<!\p{L})(?:гг?|др|т\s?\.\s?[дп])\.$", RegexOptions.CultureInvariant)]
    private static partial Regex AbbreviatedEnd();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"<\s*/?\s*(?:p|br|div|li|ul|ol|tr)\b[^<>]{0,200}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BreakTag();

    [GeneratedRegex(@"<\s*/?\s*(?:b|i|u|s|em|strong|span|font|a|td|th|table|tbody|thead|h[1-6]|sup|sub|center|nobr|small|pre|code|o:p|col|colgroup)\b[^<>]{0,300}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AnyTag();
}
