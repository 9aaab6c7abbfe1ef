namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>Which one: «1», «1-й», «I», «первый», «последний», and scans of Roman numerals («Ш», «ll»).</summary>
internal static class Ordinals
{
    public static int? Any(TokenCursor cursor)
    {
        if (cursor.Is(TokenKind.Number) && cursor.Current.Digits <= 2)
        {
            cursor.Position++;
            var value = cursor.Peek(-1).Value;
            YearParser.NumberSuffix(cursor);
            return value;
        }
        if (cursor.Is(TokenKind.Roman))
        {
            cursor.Position++;
            var value = cursor.Peek(-1).Value;
            YearParser.NumberSuffix(cursor);
            return value;
        }
        return Word(cursor);
    }

    /// <summary>«двадцать первого»: an ordinal in words, tens before it included.</summary>
    public static int? Word(TokenCursor cursor)
    {
        if (!cursor.Is(TokenKind.Word)) return null;
        var tens = cursor.Current.Text is "двадцать" ? 20 : cursor.Current.Text is "тридцать" ? 30 : 0;
        if (Lexicon.Ordinal(cursor.Peek(tens > 0 ? 1 : 0).Text) is not { } value || (tens > 0 && value is < 1 or > 9)) return null;
        cursor.Position += tens > 0 ? 2 : 1;
        return tens + value;
    }
}
