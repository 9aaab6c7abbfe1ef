namespace MentoringPortal.Domain.Reading;

/// <summary>Quotation marks as officials use them: nested, doubled, forgotten.</summary>
internal static class Quotes
{
    /// <summary>The quoted text that begins at or just after <paramref name="from"/>, without its outer marks; null if none begins there.</summary>
    public static (string Text, int End)? TitleAt(string text, int from)
    {
        var i = from;
        while (i < text.Length && (char.IsWhiteSpace(text[i]) || text[i] is ',' or '.')) i++;
        if (i >= text.Length || !IsOpening(text[i])) return null;
        var start = i;
        while (start < text.Length && IsOpening(text[start]) && start < i + 2) start++;
        var end = Closing(text, start);
        return end < 0 ? null : (text[start..end].Trim(' ', '»', '"', '“', '”'), Math.Min(end + 1, text.Length));
    }

    /// <summary>
    /// The closing mark of the quotation that begins at <paramref name="start"/>. Guillemets nest; where one was forgotten, the last mark before
    /// the sentence goes on («, в целях», «, на основании») closes it.
    /// </summary>
    private static int Closing(string text, int start)
    {
        var depth = 1;
        var last = -1;
        var straight = start > 0 && text[start - 1] is '"' or '“' or '„';
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '«') depth++;
            if (text[i] is '»' or '”' || (text[i] is '"' or '“' && (straight || depth > 1)))
            {
                last = i;
                if (--depth == 0 || straight) return i;
            }

            if (last == i - 1 && last >= 0 && text[i] == ',' && GoesOn(text, i)) return last;
        }

        return last;
    }

    private static bool GoesOn(string text, int comma)
    {
        var rest = text.AsSpan(comma + 1).TrimStart();
        string[] starts = ["в целях", "с целью", "на основании", "в соответствии", "во исполнение", "приказом", "приказа", "руководствуясь", "в рамках", "в связи"];
        foreach (var word in starts)
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool IsOpening(char c) => c is '«' or '"' or '“' or '„';

    /// <summary>The text with everything inside quotation marks blanked out, at the same length.</summary>
    public static string Mask(string text)
    {
        var masked = text.ToCharArray();
        var end = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i < end || !IsOpening(text[i])) continue;
            if (TitleAt(text, i) is not { } title) continue;
            end = title.End;
            for (var j = i; j < end; j++) masked[j] = '\u0001';
        }

        return new string(masked);
    }
}
