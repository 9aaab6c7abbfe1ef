namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>One named stretch of the calendar, without the preposition before it.</summary>
internal static class SpanParser
{
    public static Span? Parse(TokenCursor cursor) => cursor.Try(EdgeOf) ?? Plain(cursor);

    private static Span? Plain(TokenCursor cursor) =>
        cursor.Try(DateParser.Parse) ?? cursor.Try(Ordinal) ?? cursor.Try(Month) ?? cursor.Try(YearParser.SchoolYear) ?? cursor.Try(YearParser.Year)
        ?? cursor.Try(Holidays) ?? cursor.Try(Season) ?? cursor.Try(UnitWithNumberAfter);

    /// <summary>A number whose unit comes later in the list or the range.</summary>
    public static Span? Bare(TokenCursor cursor)
    {
        var spelled = cursor.Is(TokenKind.Number) || cursor.Is(TokenKind.Roman) || Lexicon.Ordinal(cursor.Current.Text) > 0;
        return spelled && Ordinals.Any(cursor) is { } number and >= 1 and <= 31 ? new Span(SpanUnit.Bare) { Number = number } : null;
    }

    /// <summary>«начало сентября», «середина месяца», «конец учебного года», «окончание I четверти».</summary>
    private static Span? EdgeOf(TokenCursor cursor)
    {
        var edge = cursor.Stem("начал") || cursor.Word("нач") ? Edge.Begin
            : cursor.Stem("середин") ? Edge.Middle
            : cursor.AnyWord("конец", "конца", "концу", "конце", "концом", "кон") || cursor.Stem("окончани", "завершени") ? Edge.End : Edge.None;
        if (edge is Edge.None) return null;
        cursor.Skip(TokenKind.Dot);
        if (Plain(cursor) is { Edge: Edge.None } span) return span with { Edge = edge };
        var word = YearParser.Word(cursor);
        if (cursor.AnyWord("года", "г")) return new Span(SpanUnit.Year) { Edge = edge, YearWord = word is YearWord.None ? YearWord.This : word };
        // A month without a name is the order's month; the resolver says so.
        return cursor.Word("месяца") ? new Span(SpanUnit.Month) { Edge = edge, YearWord = word is YearWord.None ? YearWord.This : word } : null;
    }

    /// <summary>«I квартал 2021 г.», «вторая половина октября», «последняя пятница мая», «1-е учебное полугодие».</summary>
    private static Span? Ordinal(TokenCursor cursor)
    {
        var scanned = ScannedRoman(cursor);
        if ((scanned ?? Ordinals.Any(cursor)) is not { } number) return null;
        var school = cursor.Stem("учебн") || (cursor.Word("уч") && (cursor.Skip(TokenKind.Dot) || true));
        if (!school) cursor.Stem("календарн");
        return Unit(cursor, number, school);
    }

    private static Span? Unit(TokenCursor cursor, int number, bool school)
    {
        if (cursor.Stem("квартал") || Short(cursor, "кв")) return OfYear(cursor, SpanUnit.Quarter, number, school, limit: 4);
        if (cursor.Stem("полугод", "полуг") || Half(cursor)) return OfYear(cursor, SpanUnit.HalfYear, number, school, limit: 2);
        if (IsTermWord(cursor.Current) || cursor.Current.IsWord("четв") || cursor.Current.IsWord("чет"))
        {
            cursor.Position++;
            return OfYear(cursor, SpanUnit.SchoolTerm, number, school: true, limit: 4);
        }
        if (cursor.Stem("декад") || Short(cursor, "дек")) return OfMonth(cursor, SpanUnit.Decade, number, limit: 3);
        if (cursor.Stem("половин"))
            return cursor.Try(c => OfMonth(c, SpanUnit.HalfOfMonth, number, limit: 2)) ?? OfYear(cursor, SpanUnit.HalfYear, number, school, limit: 2, yearNeeded: true);
        if (cursor.Stem("недел")) return OfMonth(cursor, SpanUnit.WeekOfMonth, number, limit: 5);
        if (Lexicon.Weekday(cursor.Current.Text) is { } weekday)
        {
            cursor.Position++;
            return OfMonth(cursor, SpanUnit.Weekday, number, limit: 5) is { } span ? span with { Weekday = weekday } : null;
        }
        var working = cursor.Stem("рабоч");
        return cursor.AnyWord("день", "дня", "дню", "число", "числа") && (number == Lexicon.Last || working)
            ? OfMonth(cursor, working ? SpanUnit.WorkingDay : SpanUnit.Day, number, limit: 23) : null;
    }

    private static Span? OfMonth(TokenCursor cursor, SpanUnit unit, int number, int limit)
    {
        if (number > limit || number == 0) return null;
        cursor.AnyWord("месяца");
        if (!cursor.Is(TokenKind.Month)) return null;
        cursor.Position++;
        return YearParser.After(cursor, new Span(unit) { Number = number, Month = cursor.Peek(-1).Value });
    }

    private static Span? OfYear(TokenCursor cursor, SpanUnit unit, int number, bool school, int limit, bool yearNeeded = false)
    {
        if (number == Lexicon.Last) number = limit;
        if (number > limit || number < 1) return null;
        cursor.Skip(TokenKind.Dot);
        cursor.Skip(TokenKind.Comma);
        var afterComma = cursor.Peek(-1).Kind is TokenKind.Comma;
        if (cursor.Try(YearParser.SchoolYear) is { } year)
            return new Span(OfSchool(unit)) { Number = number, Year = year.Year, YearWord = year.YearWord, Doubtful = unit is SpanUnit.Quarter || year.Doubtful };
        if (cursor.Try(YearParser.Year) is { } plain && OfCalendar(unit, school, number, plain) is { } dated) return dated;
        if (afterComma) cursor.Position--;
        if (yearNeeded && !YearParser.YearSuffix(cursor)) return null;
        return school ? new Span(OfSchool(unit)) { Number = number, Doubtful = unit is SpanUnit.Quarter } : new Span(unit) { Number = number };
    }

    /// <summary>«I четверть 2020 года»: the calendar year tells the school year by the half of it that the term lies in.</summary>
    private static Span OfCalendar(SpanUnit unit, bool school, int number, Span year)
    {
        if (!school) return new Span(unit) { Number = number, Year = year.Year, YearWord = year.YearWord, ShortYear = year.ShortYear };
        var first = unit is SpanUnit.HalfYear ? number == 1 : number <= 2;
        return new Span(OfSchool(unit)) { Number = number, Year = first ? year.Year : year.Year - 1, YearWord = year.YearWord };
    }

    private static SpanUnit OfSchool(SpanUnit unit) => unit is SpanUnit.HalfYear ? SpanUnit.SchoolHalf : SpanUnit.SchoolTerm;

    /// <summary>A month, its year, and a part of it after it: «сентябрь 2020 (1 декада)», «сентябрь, 1 декада».</summary>
    private static Span? Month(TokenCursor cursor)
    {
        cursor.AnyWord("месяц", "месяца");
        if (!cursor.Is(TokenKind.Month)) return null;
        var month = new Span(SpanUnit.Month) { Month = cursor.Current.Value };
        cursor.Position++;
        cursor.AnyWord("месяц", "месяца", "месяце");
        month = YearParser.After(cursor, month);
        return cursor.Try(c => PartAfter(c, month)) ?? month;
    }

    private static Span? PartAfter(TokenCursor cursor, Span month)
    {
        var bracketed = cursor.Skip(TokenKind.Open);
        if (!bracketed && !cursor.Skip(TokenKind.Comma) || Ordinals.Any(cursor) is not { } number || number is 0 or > 5) return null;
        var unit = cursor.Stem("декад") ? SpanUnit.Decade : cursor.Stem("половин") ? SpanUnit.HalfOfMonth : cursor.Stem("недел") ? SpanUnit.WeekOfMonth : SpanUnit.Bare;
        if (unit is SpanUnit.Bare || number > (unit is SpanUnit.Decade ? 3 : unit is SpanUnit.HalfOfMonth ? 2 : 5)) return null;
        cursor.Stem("месяца");
        return (bracketed ? cursor.Skip(TokenKind.Close) : !cursor.Is(TokenKind.Month)) ? month with { Unit = unit, Number = number } : null;
    }

    /// <summary>«осенние каникулы»; without the season Number is 0: all of them.</summary>
    private static Span? Holidays(TokenCursor cursor)
    {
        var season = cursor.Stem("осенн") ? 1 : cursor.Stem("зимн", "новогодн", "рождественск") ? 2 : cursor.Stem("весенн") ? 3 : cursor.Stem("летн") ? 4 : 0;
        if (!cursor.Stem("каникул")) return null;
        cursor.AnyWord("время", "период", "дни");
        var span = new Span(SpanUnit.Holidays) { Number = season };
        if (cursor.Try(YearParser.SchoolYear) is { } school) return span with { Year = school.Year };
        return cursor.Try(YearParser.Year) is { Year: { } year } ? span with { Year = season <= 2 ? year : year - 1 } : span;
    }

    private static Span? Season(TokenCursor cursor)
    {
        var season = cursor.AnyWord("осень", "осенью", "осени") ? 1 : cursor.AnyWord("зима", "зимой", "зиму", "зимы") ? 2
            : cursor.AnyWord("весна", "весной", "весну", "весны") ? 3 : cursor.AnyWord("лето", "летом", "лета") ? 4 : 0;
        return season == 0 ? null : YearParser.After(cursor, new Span(SpanUnit.Season) { Number = season });
    }

    /// <summary>«квартал I», «полугодие 2», «четверть 3».</summary>
    private static Span? UnitWithNumberAfter(TokenCursor cursor)
    {
        var unit = cursor.Stem("квартал") ? SpanUnit.Quarter : cursor.Stem("полугоди") ? SpanUnit.HalfYear : SpanUnit.Bare;
        if (unit is SpanUnit.Bare || !(cursor.Is(TokenKind.Roman) || cursor.Current is { Kind: TokenKind.Number, Digits: 1 })) return null;
        return Ordinals.Any(cursor) is { } number ? OfYear(cursor, unit, number, school: false, unit is SpanUnit.Quarter ? 4 : 2) : null;
    }

    public static bool IsTermWord(Token token) =>
        token.Kind is TokenKind.Word && token.Text is "четверть" or "четверти" or "четвертью" or "четвертей" or "четвертям" or "четвертях";

    /// <summary>«Ш квартал», «П полугодие», «ll четверть»: a Roman numeral that a scan turned into letters.</summary>
    private static int? ScannedRoman(TokenCursor cursor)
    {
        var token = cursor.Current;
        if (!IsScannedRoman(token)) return null;
        var next = cursor.Peek(1);
        if (!next.IsStem("квартал") && !next.IsStem("полугод") && !next.IsStem("декад") && !IsTermWord(next) && !next.IsWord("кв")) return null;
        cursor.Position++;
        return token.Text switch { "ш" or "lll" => 3, "lv" => 4, "l" => 1, _ => 2 };
    }

    public static bool IsScannedRoman(Token token) => token is { Kind: TokenKind.Word, Text: "ш" or "п" or "l" or "ll" or "lll" or "lv" };

    private static bool Short(TokenCursor cursor, string word)
    {
        if (!cursor.Word(word)) return false;
        cursor.Skip(TokenKind.Dot);
        return true;
    }

    /// <summary>«п/г».</summary>
    private static bool Half(TokenCursor cursor)
    {
        if (!cursor.Current.IsWord("п") || !cursor.Is(TokenKind.Slash, 1) || !cursor.Peek(2).IsWord("г")) return false;
        cursor.Position += 3;
        return true;
    }
}
