namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>Lengths of time: «10 (десяти) рабочих дней», «двух недель», «месяца», «полугода», and adjectives «десятидневный».</summary>
internal static class Lengths
{
    private const int LongestWords = 3;

    public static (int Amount, OffsetUnit Unit)? Parse(TokenCursor cursor)
    {
        var start = cursor.Position;
        if (cursor.AnyWord("полугода", "полгода")) return (6, OffsetUnit.Month);
        var amount = Amount(cursor);
        Explanation(cursor);
        var working = false;
        for (var i = 0; i < LongestWords && cursor.Is(TokenKind.Word); i++)
        {
            if (cursor.Stem("рабоч")) working = true;
            else if (!cursor.Stem("календарн", "полн")) break;
        }
        Explanation(cursor);
        if (Unit(cursor, spelled: amount is not null) is { } unit && amount is not 0)
            return ((amount ?? 1) * unit.Factor, working && unit.Unit is OffsetUnit.Day ? OffsetUnit.WorkingDay : unit.Unit);
        cursor.Position = start;
        return null;
    }

    /// <summary>Length said by an adjective; the number may stand before it («3-дневный»).</summary>
    public static (int Amount, OffsetUnit Unit)? Adjective(string word, int number)
    {
        foreach (var (stem, unit, factor) in new[] { ("дневн", OffsetUnit.Day, 1), ("суточн", OffsetUnit.Day, 1), ("недельн", OffsetUnit.Week, 1), ("месячн", OffsetUnit.Month, 1), ("годичн", OffsetUnit.Month, 12) })
        {
            var at = word.IndexOf(stem, StringComparison.Ordinal);
            if (at < 0 || word.Length > at + stem.Length + 3) continue;
            if (at == 0) return number > 0 ? (number * factor, unit) : unit is OffsetUnit.Day ? null : (factor, unit);
            var prefix = word[..at];
            if (string.Equals(prefix, "полу", StringComparison.Ordinal)) return unit is OffsetUnit.Month && factor == 12 ? (6, unit) : null;
            return Lexicon.Cardinal(prefix) is { } amount ? (amount * factor, unit) : null;
        }
        return null;
    }

    private static int? Amount(TokenCursor cursor)
    {
        if (cursor.Is(TokenKind.Number) && cursor.Current.Digits <= 3)
        {
            cursor.Position++;
            var value = cursor.Peek(-1).Value;
            YearParser.NumberSuffix(cursor);
            return value;
        }
        if (!cursor.Is(TokenKind.Word) || Lexicon.Cardinal(cursor.Current.Text) is not { } amount) return null;
        cursor.Position++;
        if (amount >= 20 && Lexicon.Cardinal(cursor.Current.Text) is { } ones and < 10)
        {
            cursor.Position++;
            amount += ones;
        }
        return amount;
    }

    /// <summary>Moves over «(десяти)».</summary>
    private static void Explanation(TokenCursor cursor)
    {
        if (!cursor.Is(TokenKind.Open)) return;
        var length = 1;
        while (length <= LongestWords && cursor.Peek(length) is { Kind: TokenKind.Word or TokenKind.Number or TokenKind.Dash }) length++;
        if (length > 1 && cursor.Is(TokenKind.Close, length)) cursor.Position += length + 1;
    }

    private static (OffsetUnit Unit, int Factor)? Unit(TokenCursor cursor, bool spelled)
    {
        (OffsetUnit, int)? unit = cursor.Current.Text switch
        {
            "день" or "дня" or "дней" or "дни" or "суток" or "сутки" => (OffsetUnit.Day, 1),
            "дн" when spelled => (OffsetUnit.Day, 1),
            "недели" or "недель" or "неделю" or "неделя" => (OffsetUnit.Week, 1),
            "нед" when spelled => (OffsetUnit.Week, 1),
            "месяца" or "месяцев" or "месяц" => (OffsetUnit.Month, 1),
            "мес" when spelled => (OffsetUnit.Month, 1),
            "лет" or "года" or "год" when spelled => (OffsetUnit.Month, 12),
            _ => null,
        };
        if (unit is null || cursor.Current.Kind is not TokenKind.Word) return null;
        cursor.Position++;
        cursor.Skip(TokenKind.Dot);
        return unit;
    }
}
