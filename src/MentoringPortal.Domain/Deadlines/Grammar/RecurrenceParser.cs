namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>Terms that come again: «ежемесячно», «раз в полугодие», «каждую пятницу», «до 5 числа месяца, следующего за отчётным».</summary>
internal static class RecurrenceParser
{
    public static RecurringTerm? Parse(TokenCursor cursor)
    {
        var head = cursor.Try(Named) ?? cursor.Try(Each) ?? cursor.Try(Times);
        if (head is null) return cursor.Try(c => DayRuleParser.Alone(c));
        var start = cursor.Position;
        cursor.SkipAny(TokenKind.Comma, TokenKind.Colon, TokenKind.Open, TokenKind.Dash);
        if (head.Frequency is null && cursor.Try(c => DayRuleParser.Inside(c, head.Every)) is { } rule) return head with { Rule = rule.Rule };
        cursor.Position = start;
        return head;
    }

    /// <summary>«ежемесячно», «ежеквартальный», «помесячно».</summary>
    private static RecurringTerm? Named(TokenCursor cursor)
    {
        Recurrence? every = cursor.Stem("ежедневн") ? Recurrence.Day
            : cursor.Stem("еженедельн", "понедельно") ? Recurrence.Week
            : cursor.Stem("ежедекадн") ? Recurrence.Decade
            : cursor.Stem("ежемесячн", "помесячно") ? Recurrence.Month
            : cursor.Stem("ежеквартальн", "поквартально") ? Recurrence.Quarter
            : cursor.Stem("ежегодн", "погодично") ? Recurrence.Year
            : cursor.Stem("ежечетвертн") ? Recurrence.Term : null;
        if (every is null && cursor.Word("по"))
            every = cursor.Stem("полугодиям") ? Recurrence.HalfYear : cursor.AnyWord("четвертям") ? Recurrence.Term : cursor.AnyWord("кварталам") ? Recurrence.Quarter
                : cursor.AnyWord("месяцам") ? Recurrence.Month : null;
        return every is { } found ? new RecurringTerm(found, DayRule.Whole) : null;
    }

    /// <summary>«каждый месяц», «каждые две недели», «каждую учебную четверть»; «по окончании каждой четверти».</summary>
    private static RecurringTerm? Each(TokenCursor cursor)
    {
        if (cursor.Word("по") && !cursor.Stem("окончани", "итог", "завершени", "результат")) return null;
        cursor.AnyWord("в", "за");
        if (!cursor.Stem("кажд")) return null;
        var count = Count(cursor) ?? 1;
        return Unit(cursor) is { } unit ? Of(1, count, unit) : null;
    }

    /// <summary>«раз в квартал», «не реже двух раз в год», «1 раз в 3 месяца», «дважды в месяц».</summary>
    private static RecurringTerm? Times(TokenCursor cursor)
    {
        if (cursor.Words("не", "реже") || cursor.Words("не", "менее") || cursor.Words("как", "минимум") || cursor.Word("минимум")) cursor.Word("чем");
        int? most = null;
        var times = cursor.Word("дважды") ? 2 : cursor.Word("трижды") ? 3 : cursor.Word("однажды") ? 1 : 0;
        if (times == 0)
        {
            times = Count(cursor) ?? 1;
            if (cursor.Is(TokenKind.Dash) && cursor.Peek(1).Digits is > 0 and <= 2)
            {
                cursor.Position++;
                most = Count(cursor);
            }
            if (!cursor.AnyWord("раз", "раза", "разу")) return null;
        }
        if (!cursor.AnyWord("в", "за")) return null;
        var count = Count(cursor) ?? 1;
        cursor.Stem("кажд");
        if (Unit(cursor) is not { } unit || times is < 1 or > 31 || count is < 1 or > 31) return null;
        return most is null ? Of(times, count, unit)
            : count == 1 && Name(unit) is { } name ? new RecurringTerm(unit, DayRule.Whole, $"{times}–{most} {Words.Of(most.Value, "раз", "раза", "раз")} в {name}") : null;
    }

    private static int? Count(TokenCursor cursor)
    {
        if (cursor.Is(TokenKind.Number) && cursor.Current.Digits <= 2)
        {
            cursor.Position++;
            var value = cursor.Peek(-1).Value;
            YearParser.NumberSuffix(cursor);
            return value;
        }
        if (!cursor.Is(TokenKind.Word) || Lexicon.Cardinal(cursor.Current.Text) is not { } amount) return null;
        cursor.Position++;
        return amount;
    }

    private static Recurrence? Unit(TokenCursor cursor)
    {
        var school = cursor.Stem("учебн");
        if (!school) cursor.Stem("календарн", "отчетн");
        var token = cursor.Current;
        Recurrence? unit = token.Kind is not TokenKind.Word ? null
            : SpanParser.IsTermWord(token) ? Recurrence.Term
            : token.IsStem("квартал") ? Recurrence.Quarter
            : token.IsStem("полугод") || token.IsWord("полгода") ? Recurrence.HalfYear
            : token.IsStem("декад") ? Recurrence.Decade
            : token.IsStem("недел") ? Recurrence.Week
            : token.IsStem("месяц") || token.IsWord("мес") ? Recurrence.Month
            : token.Text switch { "день" or "дня" or "дней" => Recurrence.Day, "год" or "года" or "лет" => Recurrence.Year, _ => null };
        if (unit is null) return null;
        cursor.Position++;
        return unit;
    }

    private static RecurringTerm? Of(int times, int count, Recurrence unit) => (times, count, unit) switch
    {
        (1, 1, _) => new RecurringTerm(unit, DayRule.Whole),
        (1, 2, Recurrence.Week) or (1, 14, Recurrence.Day) => new RecurringTerm(Recurrence.TwoWeeks, DayRule.Whole),
        (1, 7, Recurrence.Day) => new RecurringTerm(Recurrence.Week, DayRule.Whole),
        (1, 10, Recurrence.Day) => new RecurringTerm(Recurrence.Decade, DayRule.Whole),
        (1, 12, Recurrence.Month) => new RecurringTerm(Recurrence.Year, DayRule.Whole),
        (1, 3, Recurrence.Month) => new RecurringTerm(Recurrence.Quarter, DayRule.Whole, "раз в 3 месяца", 3),
        (1, 6, Recurrence.Month) => new RecurringTerm(Recurrence.HalfYear, DayRule.Whole, "раз в 6 месяцев", 6),
        (1, _, Recurrence.Month) => new RecurringTerm(Recurrence.Month, DayRule.Whole, $"раз в {count} {Words.Of(count, "месяц", "месяца", "месяцев")}", count),
        (1, _, Recurrence.Year) => new RecurringTerm(Recurrence.Year, DayRule.Whole, $"раз в {count} {Words.Of(count, "год", "года", "лет")}", 12 * count),
        (2, 1, Recurrence.Year) => new RecurringTerm(Recurrence.HalfYear, DayRule.Whole, "2 раза в год", 6),
        (4, 1, Recurrence.Year) => new RecurringTerm(Recurrence.Quarter, DayRule.Whole, "4 раза в год", 3),
        (12, 1, Recurrence.Year) or (3, 1, Recurrence.Quarter) => new RecurringTerm(Recurrence.Month, DayRule.Whole),
        (2, 1, Recurrence.HalfYear) => new RecurringTerm(Recurrence.Quarter, DayRule.Whole),
        (3, 1, Recurrence.Month) => new RecurringTerm(Recurrence.Decade, DayRule.Whole),
        (_, 1, _) when Name(unit) is { } name => new RecurringTerm(unit, DayRule.Whole, $"{times} {Words.Of(times, "раз", "раза", "раз")} в {name}"),
        _ => null,
    };

    private static string? Name(Recurrence unit) => unit switch
    {
        Recurrence.Day => "день",
        Recurrence.Week => "неделю",
        Recurrence.Decade => "декаду",
        Recurrence.Month => "месяц",
        Recurrence.Quarter => "квартал",
        Recurrence.HalfYear => "полугодие",
        Recurrence.Year => "год",
        Recurrence.Term => "четверть",
        _ => null,
    };
}
