namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>Prepositions with spans: «до …», «с … по …», «октябрь–декабрь», «10, 20 и 30 сентября».</summary>
internal static class TimeParser
{
    private const int LongestList = 12;

    /// <summary>One term, or several where numbers share the unit said last; null where no span stands here.</summary>
    public static List<TimeTerm>? Parse(TokenCursor cursor)
    {
        var mode = Preposition(cursor, out var rangeOnly);
        if (cursor.Try(c => List(c, mode)) is { } list) return list;
        if (cursor.Try(c => Single(c, mode)) is not { } term || rangeOnly && term.Second is null) return null;
        return [Inclusive(cursor, term)];
    }

    private static TimeMode Preposition(TokenCursor cursor, out bool rangeOnly)
    {
        rangeOnly = false;
        if (cursor.AnyWord("в", "во", "на", "за")) cursor.AnyWord("срок", "сроки", "период", "дни");
        else cursor.AnyWord("срок", "сроком", "период");
        cursor.Skip(TokenKind.Comma);
        cursor.Word("но");
        if (cursor.Words("вплоть", "до") || cursor.Word("до") || cursor.AnyWord("к", "ко")) return TimeMode.Until;
        if (cursor.Word("по")) return TimeMode.Through;
        if (cursor.Words("не", "позднее") || cursor.Words("не", "позже") || cursor.Words("не", "поздней"))
        {
            cursor.Skip(TokenKind.Comma);
            cursor.Word("чем");
            cursor.AnyWord("до", "к");
            return TimeMode.Through;
        }
        if (cursor.Words("не", "ранее") || cursor.Words("не", "раньше"))
        {
            cursor.Skip(TokenKind.Comma);
            cursor.Word("чем");
            cursor.AnyWord("с", "со");
            return TimeMode.Since;
        }
        cursor.Word("начиная");
        if (cursor.Words("с", "момента") || cursor.Words("со", "дня") || cursor.Words("с", "даты") || cursor.AnyWord("с", "со")) return TimeMode.Since;
        if (cursor.Word("после")) return TimeMode.After;
        rangeOnly = cursor.Word("от");
        return rangeOnly ? TimeMode.Since : TimeMode.Plain;
    }

    private static TimeTerm? Single(TokenCursor cursor, TimeMode mode)
    {
        cursor.AnyWord("в", "во");
        var first = SpanParser.Parse(cursor) ?? SpanParser.Bare(cursor);
        if (first is null) return null;
        if (mode is TimeMode.Since) AnyInclusive(cursor);
        if (mode is not TimeMode.After && cursor.Try(c => Second(c, mode)) is { } second)
        {
            if (first.Unit is SpanUnit.Bare) first = second.Final.WithNumber(first.Number);
            if (first is null) return null;
            var window = mode is TimeMode.Since ? TimeMode.Window : mode;
            return new TimeTerm(window, first, second.Final) { Dashed = second.Dashed };
        }
        return first.Unit is SpanUnit.Bare ? null : new TimeTerm(mode, first, null);
    }

    /// <summary>The upper end of a range: «– 15 октября», «по 15 октября», «до 15 октября».</summary>
    private static TimeTerm? Second(TokenCursor cursor, TimeMode mode)
    {
        // The dot of an abbreviation: «сент. – окт.».
        if (cursor.Is(TokenKind.Dot) && (cursor.Is(TokenKind.Dash, 1) || cursor.Peek(-1) is { Kind: TokenKind.Month, Text.Length: < 5 })) cursor.Position++;
        var dotted = cursor.Is(TokenKind.Dot) && cursor.Is(TokenKind.Dot, 1);
        if (dotted) cursor.SkipAny(TokenKind.Dot);
        var dashed = dotted || cursor.Skip(TokenKind.Dash);
        if (dashed) cursor.SkipAny(TokenKind.Dash);
        var worded = cursor.AnyWord("по", "до") || cursor.Words("не", "позднее") || cursor.Words("вплоть", "до");
        if (!dashed && (!worded || mode is TimeMode.Until or TimeMode.Through)) return null;
        return SpanParser.Parse(cursor) is { } span ? new TimeTerm(mode, span, null) { Dashed = dashed && !worded } : null;
    }

    private static List<TimeTerm>? List(TokenCursor cursor, TimeMode mode)
    {
        var numbers = new List<int>();
        while (numbers.Count <= LongestList && cursor.Try(NumberOfList) is { } number) numbers.Add(number.Number);
        if (numbers.Count is 0 or > LongestList || SpanParser.Parse(cursor) is not { } unit) return null;
        var spans = numbers.Select(unit.WithNumber).ToList();
        return spans.Contains(null) ? null : [.. spans.Select(s => new TimeTerm(mode, s!, null)), new TimeTerm(mode, unit, null)];
    }

    private static Span? NumberOfList(TokenCursor cursor) =>
        SpanParser.Bare(cursor) is { } bare && (cursor.Skip(TokenKind.Comma) | cursor.AnyWord("и", "или")) ? bare : null;

    private static TimeTerm Inclusive(TokenCursor cursor, TimeTerm term) => AnyInclusive(cursor) ? term with { Inclusive = true } : term;

    private static bool AnyInclusive(TokenCursor cursor)
    {
        var start = cursor.Position;
        cursor.SkipAny(TokenKind.Open, TokenKind.Comma);
        if (cursor.Stem("включительн") || cursor.Word("вкл"))
        {
            cursor.SkipAny(TokenKind.Dot, TokenKind.Close);
            return true;
        }
        cursor.Position = start;
        return false;
    }
}
