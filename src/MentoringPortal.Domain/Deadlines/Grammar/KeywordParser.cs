namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>Words about time that hold no date: «по запросу», «постоянно», «по графику», «до особого распоряжения».</summary>
internal static class KeywordParser
{
    private const int LongestAdjectives = 4;

    /// <summary>«по завершении программы» is an event, not a schedule.</summary>
    private static readonly string[] EventStems = ["окончани", "завершени", "итог", "результат", "получени", "факт", "прибыти", "истечени", "состояни"];

    public static Term? Parse(TokenCursor cursor) =>
        cursor.Try(Open) ?? cursor.Try(OnDemand) ?? cursor.Try(Ongoing) ?? (Term?)cursor.Try(Schedule);

    private static Term? Open(TokenCursor cursor)
    {
        if (cursor.Words("до", "особого") || cursor.Words("до", "отмены") || cursor.Words("до", "отдельного") || cursor.Words("до", "дополнительного"))
        {
            ThroughoutParser.PhraseEnd(cursor);
            return new OpenTerm("Срок зависит от будущего решения, дата в словах не названа");
        }
        var soon = cursor.Stem("незамедлительн", "немедленн", "срочн", "своевременн", "безотлагательн")
            || cursor.Words("в", "кратчайшие") || cursor.Words("в", "кратчайший") || cursor.Words("в", "ближайшее") || cursor.Words("в", "ближайшие")
            || cursor.Words("в", "возможно") || cursor.Words("как", "можно");
        if (!soon) return null;
        cursor.AnyWord("короткий", "короткие", "скорее");
        cursor.AnyWord("сроки", "срок", "время");
        return new OpenTerm("Слова о срочности не называют даты");
    }

    private static Term? OnDemand(TokenCursor cursor)
    {
        var found = false;
        if (cursor.Word("по"))
        {
            if (cursor.Word("мере")) found = cursor.Current.Kind is TokenKind.Word;
            else found = Demand(cursor.Current);
        }
        else if (cursor.AnyWord("при"))
        {
            found = Demand(cursor.Current) || cursor.Current.IsStem("возникновени") || cursor.Current.IsStem("наличи") || cursor.Current.IsStem("поступлени");
        }
        else if (cursor.Words("в", "случае"))
        {
            found = cursor.Current.Kind is TokenKind.Word;
        }
        if (!found) return null;
        cursor.Position++;
        ThroughoutParser.PhraseEnd(cursor);
        return new OnDemandTerm();
    }

    private static bool Demand(Token token) =>
        token.IsStem("запрос") || token.IsStem("необходимост") || token.IsStem("надобност") || token.IsStem("требовани") || token.IsStem("обращени")
        || token.IsStem("заявк") || token.IsStem("заявлени") || token.IsStem("заявительн") || token.IsStem("поступлени") || token.IsStem("потребност") || token.IsStem("вызов");

    private static Term? Ongoing(TokenCursor cursor)
    {
        if (cursor.AnyWord("на", "в"))
        {
            if (!cursor.Stem("постоянн", "регулярн", "систематическ", "непрерывн")) return null;
            return cursor.AnyWord("основе", "режиме", "порядке") ? new OngoingTerm() : null;
        }
        return cursor.Stem("постоянн", "непрерывн", "систематическ", "регулярн", "круглогодичн", "бессрочн") ? new OngoingTerm() : null;
    }

    /// <summary>«по графику», «согласно плану работы», «в соответствии с …», «в установленные сроки».</summary>
    private static Term? Schedule(TokenCursor cursor)
    {
        var found = false;
        if (cursor.Words("в", "соответствии") || cursor.Word("согласно"))
        {
            cursor.AnyWord("с", "со");
            found = true;
        }
        else if (cursor.Word("по"))
        {
            found = ScheduleNoun(cursor);
        }
        else if (cursor.AnyWord("в") && (cursor.Stem("установленн", "определенн", "указанн", "утвержденн", "предусмотренн", "намеченн") ||
            (cursor.AnyWord("сроки", "срок") && Skip(cursor) && cursor.Stem("установленн", "определенн", "указанн", "утвержденн", "предусмотренн", "намеченн"))))
        {
            found = true;
        }
        else if (cursor.Current.IsStem("план") || cursor.Current.IsStem("график"))
        {
            return null;
        }
        if (!found) return null;
        ThroughoutParser.PhraseEnd(cursor);
        return new ScheduleTerm();
    }

    private static bool Skip(TokenCursor cursor)
    {
        cursor.Skip(TokenKind.Comma);
        return true;
    }

    private static bool ScheduleNoun(TokenCursor cursor)
    {
        foreach (var stem in EventStems)
            if (cursor.Current.IsStem(stem)) return false;
        for (var i = 0; i < LongestAdjectives && cursor.Is(TokenKind.Word); i++)
        {
            if (cursor.Stem("план", "график", "расписани", "календар", "регламент", "положени", "приложени", "согласовани", "договоренност", "циклограмм",
                "приказ", "назначени", "решени", "усмотрени", "отдельн", "договор", "соглашени", "сетк", "программ", "медиаплан"))
                return true;
            cursor.Position++;
        }
        return false;
    }
}
