namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>The day of a recurring term: «до 5 числа», «последняя пятница месяца», «по понедельникам», «с 1 по 5 число».</summary>
internal static class DayRuleParser
{
    /// <summary>A rule that says by itself that it comes again.</summary>
    public static RecurringTerm? Alone(TokenCursor cursor) =>
        Parse(cursor, every: null) is { } found ? new RecurringTerm(found.Every, found.Rule) { Implied = found.Implied } : null;

    /// <summary>A rule after «ежемесячно», «ежеквартально», «еженедельно»; a day of the month does not belong to a week.</summary>
    public static RecurringTerm? Inside(TokenCursor cursor, Recurrence every) =>
        Parse(cursor, every) is { } found && (every >= found.Every || found.Rule.Kind is DayRuleKind.Weekdays) ? new RecurringTerm(every, found.Rule) : null;

    private sealed record Found(DayRule Rule, Recurrence Every, bool Implied = false);

    private static Found? Parse(TokenCursor cursor, Recurrence? every) =>
        cursor.Try(c => Weekdays(c, every)) ?? cursor.Try(c => NthOfMonth(c, every)) ?? cursor.Try(c => Numbered(c, every)) ?? cursor.Try(c => Edge(c, every));

    /// <summary>«по понедельникам и средам», «каждую пятницу»; after «еженедельно» also «в пятницу», «до пятницы».</summary>
    private static Found? Weekdays(TokenCursor cursor, Recurrence? every)
    {
        var repeated = cursor.AnyWord("по") | cursor.Stem("кажд");
        if (every is not null && !repeated) cursor.AnyWord("в", "во", "до", "к");
        if (every is null && !repeated) return null;
        var days = new List<DayOfWeek>();
        while (days.Count < 7 && cursor.Is(TokenKind.Word) && Lexicon.Weekday(cursor.Current.Text) is { } day)
        {
            days.Add(day);
            cursor.Position++;
            if (Lexicon.Weekday(cursor.Peek(1).Text) is null || !(cursor.Skip(TokenKind.Comma) || cursor.AnyWord("и"))) break;
        }
        if (days.Count == 0) return null;
        if (!cursor.Words("каждой", "недели")) cursor.Word("недели");
        return new Found(new DayRule(DayRuleKind.Weekdays) { Weekdays = days }, Recurrence.Week);
    }

    /// <summary>«последняя пятница месяца», «1-я неделя каждого месяца», «третья декада месяца».</summary>
    private static Found? NthOfMonth(TokenCursor cursor, Recurrence? every)
    {
        cursor.AnyWord("в", "во", "до");
        cursor.Stem("кажд");
        if (Ordinals.Any(cursor) is not { } number || number is 0 or > 5) return null;
        DayRule? rule = null;
        if (Lexicon.Weekday(cursor.Current.Text) is { } weekday)
        {
            cursor.Position++;
            rule = new DayRule(DayRuleKind.NthWeekday, number) { Weekdays = [weekday] };
        }
        else if (cursor.Stem("недел"))
        {
            rule = new DayRule(DayRuleKind.NthWeek, number);
        }
        else if (cursor.Stem("декад") && number <= 3)
        {
            rule = new DayRule(DayRuleKind.NthDecade, number < 0 ? 3 : number);
        }
        if (rule is null) return null;
        cursor.Stem("кажд");
        return cursor.Word("месяца") || every is Recurrence.Month ? new Found(rule, Recurrence.Month) : null;
    }

    /// <summary>«до 5 числа», «25 числа каждого месяца», «с 1 по 5 число», «до 10 числа месяца, следующего за отчётным кварталом».</summary>
    private static Found? Numbered(TokenCursor cursor, Recurrence? every)
    {
        var by = By(cursor);
        var range = !by && cursor.AnyWord("с", "со");
        if (cursor.Stem("кажд") && by) return null;
        if (Day(cursor) is not { } first) return null;
        int? second = null;
        if (!by && (cursor.Skip(TokenKind.Dash) || cursor.Word("по")) && (second = Day(cursor)) is null) return null;
        if (range && second is null) return null;
        var numbered = cursor.Stem("числ") && cursor.Peek(-1).Kind is TokenKind.Word;
        if (cursor.Is(TokenKind.Month)) return null;
        var target = Target(cursor, out var unit);
        if (!numbered && unit is null && !(every is Recurrence.Month && (by || second is not null) && cursor.AtEnd)) return null;
        var kind = second is not null ? DayRuleKind.Days : by ? DayRuleKind.ByDay : DayRuleKind.OnDay;
        return target is null ? null : new Found(new DayRule(kind, first, second ?? 0, target.Value), unit ?? Recurrence.Month, Implied: unit is null);
    }

    private static bool By(TokenCursor cursor)
    {
        cursor.AnyWord("в");
        cursor.AnyWord("срок");
        if (cursor.AnyWord("до", "к", "по")) return true;
        if (!cursor.Words("не", "позднее") && !cursor.Words("не", "позже")) return false;
        cursor.Skip(TokenKind.Comma);
        cursor.Word("чем");
        return true;
    }

    private static int? Day(TokenCursor cursor)
    {
        if (cursor.Is(TokenKind.Number) && cursor.Current is { Digits: <= 2, Value: >= 1 and <= 31 } token)
        {
            cursor.Position++;
            YearParser.NumberSuffix(cursor);
            return token.Value;
        }
        return Ordinals.Word(cursor) is { } value and > 0 ? value : null;
    }

    /// <summary>Which month the day belongs to and the period it repeats with; null where it is a month of its own («текущего»).</summary>
    private static DayTarget? Target(TokenCursor cursor, out Recurrence? unit)
    {
        unit = null;
        var start = cursor.Position;
        cursor.Skip(TokenKind.Comma);
        if (cursor.Stem("кажд"))
        {
            if (cursor.AnyWord("квартала", "полугодия"))
            {
                unit = cursor.Peek(-1).IsWord("квартала") ? Recurrence.Quarter : Recurrence.HalfYear;
                return DayTarget.NextMonth;
            }
            if (!cursor.AnyWord("месяца", "мес")) return null;
            unit = Recurrence.Month;
            return FollowingReport(cursor, ref unit) ? DayTarget.NextMonth : DayTarget.This;
        }
        if (cursor.Stem("последн") && cursor.Word("месяца"))
        {
            unit = Period(cursor) ?? Recurrence.Quarter;
            return DayTarget.LastMonth;
        }
        cursor.Position = start;
        cursor.Skip(TokenKind.Comma);
        if (cursor.AnyWord("текущего", "этого", "сего") && cursor.Word("месяца")) return null;
        cursor.Position = start;
        if (cursor.AnyWord("месяца", "мес")) unit = Recurrence.Month;
        if (FollowingReport(cursor, ref unit)) return DayTarget.NextMonth;
        if (unit is null) cursor.Position = start;
        return DayTarget.This;
    }

    /// <summary>«следующего за отчётным (месяцем, кварталом)», «следующего месяца», «после отчётного периода».</summary>
    private static bool FollowingReport(TokenCursor cursor, ref Recurrence? unit)
    {
        var start = cursor.Position;
        cursor.Skip(TokenKind.Comma);
        if (cursor.Word("следующего"))
        {
            if (cursor.Word("за"))
            {
                cursor.Stem("отчетн", "истекш", "прошедш");
                unit = Period(cursor) ?? unit ?? Recurrence.Month;
                return true;
            }
            if (cursor.Word("месяца"))
            {
                unit ??= Recurrence.Month;
                if (cursor.Word("за"))
                {
                    cursor.Stem("отчетн", "истекш");
                    unit = Period(cursor) ?? unit;
                }
                return true;
            }
        }
        else if (cursor.Word("после") && cursor.Stem("отчетн", "окончани"))
        {
            cursor.Stem("отчетн");
            unit = Period(cursor) ?? unit ?? Recurrence.Month;
            return true;
        }
        cursor.Position = start;
        return false;
    }

    private static Recurrence? Period(TokenCursor cursor) =>
        cursor.Stem("квартал") ? Recurrence.Quarter
        : cursor.Stem("полугод") ? Recurrence.HalfYear
        : cursor.AnyWord("годом", "года") ? Recurrence.Year
        : cursor.Stem("месяц") ? Recurrence.Month
        : null;


    /// <summary>«последний день месяца», «до конца каждого месяца», «в конце квартала».</summary>
    private static Found? Edge(TokenCursor cursor, Recurrence? every)
    {
        var by = By(cursor);
        if (!by) cursor.AnyWord("в", "во");
        var kind = DayRuleKind.LastDay;
        var certain = false;
        if (cursor.Stem("последн"))
        {
            if (cursor.Stem("рабоч")) kind = DayRuleKind.LastWorkingDay;
            if (!cursor.AnyWord("день", "дня", "число", "числа")) return null;
            certain = true;
        }
        else if (!cursor.AnyWord("конец", "конца", "концу", "конце"))
        {
            return null;
        }
        var each = cursor.Stem("кажд");
        cursor.Stem("отчетн");
        var unit = cursor.Word("месяца") ? Recurrence.Month : cursor.Word("квартала") ? Recurrence.Quarter : cursor.Word("недели") ? Recurrence.Week
            : cursor.Word("полугодия") ? Recurrence.HalfYear : cursor.Word("четверти") ? Recurrence.Term : cursor.Word("года") ? Recurrence.Year : (Recurrence?)null;
        if (unit is null || cursor.Is(TokenKind.Month) || !(certain || each || every is not null)) return null;
        if ((by || !certain) && kind is DayRuleKind.LastDay) kind = DayRuleKind.ByLastDay;
        return new Found(new DayRule(kind), unit.Value);
    }
}
