using System.Globalization;
using System.Text;

namespace MentoringPortal.Domain.Text;

/// <summary>
/// The keys by which rows are found and sorted on every database alike: SQLite does not fold Cyrillic case, and collations differ.
/// </summary>
public static class SearchKey
{
    private const char Palochka = 'Ӏ';

    /// <summary>Longest sort key kept, in bytes: SQL Server indexes 900 bytes at the most.</summary>
    private const int LongestSortKey = 400;

    private static readonly CompareInfo Russian = CultureInfo.GetCultureInfo("ru-RU").CompareInfo;

    /// <summary>Upper case, ё as е, NFC, the palochka's look-alikes made one, hyphens and quotation marks as single spaces.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var source = Repair(text).Normalize(NormalizationForm.FormC).ToUpperInvariant();
        var key = new StringBuilder(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (IsInvisible(c))
                continue;
            if (c == 'Ё')
                key.Append('Е');
            else if (IsPalochka(source, i))
                key.Append(Palochka);
            else if (char.IsLetterOrDigit(c) || c is '/' or '№' or '.' or '@')
                key.Append(c);
            else if (key.Length > 0 && key[^1] != ' ')
                key.Append(' ');
        }
        return key.ToString().TrimEnd();
    }

    /// <summary>Order of the ru-RU dictionary with numbers by value: «№ 2» before «№ 10», Ё beside Е.</summary>
    public static byte[] SortKeyOf(string? text)
    {
        var source = Repair(text ?? "").Normalize(NormalizationForm.FormC).Trim();
        var bytes = Russian.GetSortKey(source, CompareOptions.IgnoreCase | CompareOptions.NumericOrdering).KeyData;
        return bytes.Length <= LongestSortKey ? bytes : bytes[..LongestSortKey];
    }

    /// <summary>A lone surrogate has no normal form; it becomes the replacement character.</summary>
    private static string Repair(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    /// <summary>Scans and keyboards without the palochka put I, l, 1, І or | in its place, always after a Cyrillic letter.</summary>
    private static bool IsPalochka(string text, int i) => text[i] switch
    {
        Palochka or 'ӏ' => true,
        'I' or 'L' or '1' or 'І' or '|' => i > 0 && text[i - 1] is >= 'А' and <= 'Я' && (i + 1 == text.Length || text[i + 1] is not (>= '0' and <= '9')),
        _ => false,
    };
}
