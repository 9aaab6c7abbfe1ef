namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>«в течение …», «на протяжении …», «весь период».</summary>
internal static class ThroughoutParser
{
    public static ThroughoutTerm? Parse(TokenCursor cursor) => cursor.Try(Explicit) ?? cursor.Try(PeriodOfPlan);

    private static ThroughoutTerm? Explicit(TokenCursor cursor)
    {
        if (!Head(cursor)) return null;
        if (cursor.Words("неизвестного", "периода")) return new ThroughoutTerm((TimeTerm?)null) { IsUnknown = true };
        var whole = cursor.AnyWord("всего", "всей", "весь", "всю") || cursor.Peek(-1).IsStem("вс");
        var period = cursor.Stem("период") || cursor.AnyWord("срок", "срока");
        if (cursor.Word("плана") || cursor.Word("действия")) period = true;
        if (PlanWord(cursor.Current)) return OfPlan(cursor);
        if (cursor.Try(TimeParser.Parse) is { Count: 1 } time) return new ThroughoutTerm(time[0]);
        if (period) return new ThroughoutTerm((TimeTerm?)null);
        if (cursor.Words("календарного", "года")) return new ThroughoutTerm(new TimeTerm(TimeMode.Plain, new Span(SpanUnit.Year) { YearWord = YearWord.This }, null));
        if (YearParser.YearSuffix(cursor) || whole && cursor.AnyWord("время", "времени")) return new ThroughoutTerm((TimeTerm?)null);
        return cursor.AnyWord("месяца", "недели", "квартала", "полугодия", "дня", "четверти", "декады", "суток")
            ? new ThroughoutTerm((TimeTerm?)null) { Unplaced = true } : null;
    }

    private static bool Head(TokenCursor cursor)
    {
        if (cursor.AnyWord("втечение", "втечении")) return true;
        if (cursor.AnyWord("в", "на", "за", "во") && cursor.AnyWord("течение", "течении", "теч", "протяжении", "продолжение", "ходе"))
        {
            cursor.Skip(TokenKind.Dot);
            return true;
        }
        return cursor.AnyWord("весь", "всю", "всего", "круглый");
    }

    /// <summary>«в период реализации программы», «на срок действия плана», «реализации ЦМН» alone is not enough.</summary>
    private static ThroughoutTerm? PeriodOfPlan(TokenCursor cursor)
    {
        var inside = cursor.AnyWord("в", "на", "за");
        var named = cursor.Stem("период") || inside && cursor.AnyWord("срок", "срока");
        return named && PlanWord(cursor.Current) ? OfPlan(cursor) with { IsHeading = true } : null;
    }

    private static ThroughoutTerm OfPlan(TokenCursor cursor)
    {
        cursor.Position++;
        PhraseEnd(cursor);
        return new ThroughoutTerm((TimeTerm?)null);
    }

    private static bool PlanWord(Token token) =>
        token.IsStem("реализаци") || token.IsStem("действи") || token.IsStem("внедрени") || token.IsStem("выполнени") || token.IsStem("исполнени")
        || token.IsStem("работы") || token.IsStem("обучени") || token.IsStem("проведени") || token.IsStem("планирован") || token.IsWord("программы") || token.IsWord("проекта");

    /// <summary>Moves over the words that belong to the event or the plan just named.</summary>
    public static void PhraseEnd(TokenCursor cursor)
    {
        while (cursor.Current.Kind is TokenKind.Word && cursor.Current.Text is not ("до" or "с" or "со" or "по" or "не" or "но" or "и" or "в" or "за" or "постоянно")
            && !cursor.Current.IsStem("ежемесячн") && !cursor.Current.IsStem("ежеквартальн") && !cursor.Current.IsStem("ежегодн"))
            cursor.Position++;
    }
}
