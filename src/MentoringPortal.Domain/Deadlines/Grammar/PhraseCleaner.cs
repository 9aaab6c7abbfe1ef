using System.Net;
using System.Text;

namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>
/// Takes the noise out of a phrase and keeps its letters: markup, guillemets, kinds of dashes and spaces, halves of surrogate pairs.
/// One pass, linear in the length.
/// </summary>
internal static class PhraseCleaner
{
    /// <summary>Stands for a place left to be filled in by hand: «___».</summary>
    public const char Blank = '\u25A1';

    public static string Clean(string phrase)
    {
        var text = Compose(WebUtility.HtmlDecode(phrase));
        var clean = new StringBuilder(text.Length);
        var lastTagEnd = text.LastIndexOf('>');
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && i < lastTagEnd && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '/'))
            {
                var close = text.IndexOf('>', i);
                clean.Append(IsLineEnd(text.AsSpan(i, close - i)) ? '\n' : ' ');
                i = close;
            }
            else if (text[i] == '_')
            {
                var run = 1;
                while (i + run < text.Length && text[i + run] == '_') run++;
                if (run > 2 || (run == 2 && i > 0 && (EndsCentury(text, i) || IsQuote(text[i - 1])))) clean.Append(Blank);
                i += run - 1;
            }
            else if (Plain(text[i]) is { } sign)
            {
                clean.Append(sign);
            }
        }
        return clean.ToString();
    }

    /// <summary>«20__»: two digits of a year stand before; «__2020__» is bold print.</summary>
    private static bool EndsCentury(string text, int at) =>
        at > 1 && char.IsDigit(text[at - 1]) && char.IsDigit(text[at - 2]) && (at == 2 || !char.IsDigit(text[at - 3]));

    private static char? Plain(char sign) => sign switch
    {
        '\n' => '\n',
        '\r' or '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '*' or '`' or '\\' => null,
        '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '~' or '\u2043' => '-',
        _ when IsQuote(sign) || char.IsWhiteSpace(sign) || char.IsControl(sign) => ' ',
        _ => sign,
    };

    private static bool IsQuote(char sign) => sign is '"' or '\'' or '«' or '»' or '„' or '“' or '”' or '‘' or '’' or '‹' or '›' or '″' or '′';

    private static bool IsLineEnd(ReadOnlySpan<char> tag) =>
        tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("</p", StringComparison.OrdinalIgnoreCase) ||
        tag.StartsWith("</li", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("</div", StringComparison.OrdinalIgnoreCase);

    /// <summary>Compatibility composition (й of two signs, Ⅳ, wide digits); it refuses lone surrogates and code points that are no characters, so they go first.</summary>
    private static string Compose(string text)
    {
        var whole = new StringBuilder(text.Length);
        // Nothing that a date needs lies beyond the first plane of Unicode.
        foreach (var sign in text) whole.Append(char.IsSurrogate(sign) || sign is >= '\uFDD0' and <= '\uFDEF' or >= '\uFFFE' ? '\uFFFD' : sign);
        // «№» stays itself: the compatibility form «No» would be a word.
        return whole.Replace('№', '#').ToString().Normalize(NormalizationForm.FormKC);
    }
}
