namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>Days: dates of figures with any sign or none between them, and days with the month's name.</summary>
internal static class DateParser
{
    public static Span? Parse(TokenCursor cursor) =>
        cursor.Try(Iso) ?? cursor.Try(Glued) ?? cursor.Try(Figures) ?? cursor.Try(Named);

    /// <summary>«1 сентября», «1-го сентября 2020 г.», «первого сентября», «20 числа сентября».</summary>
    private static Span? Named(TokenCursor cursor)
    {
        if (DayNumber(cursor) is not { } day) return null;
        cursor.Skip(TokenKind.Dot);
        if (cursor.Stem("числ"))
        {
            if (YearParser.Word(cursor) is var word and not YearWord.None && cursor.Word("месяца")) return new Span(SpanUnit.Day) { Number = day, YearWord = word };
            cursor.Word("месяца");
        }
        cursor.Skip(TokenKind.Dot);
        if (!cursor.Is(TokenKind.Month)) return null;
        return YearParser.After(cursor, new Span(SpanUnit.Day) { Number = day, Month = Next(cursor).Value });
    }

    private static int? DayNumber(TokenCursor cursor)
    {
        if (cursor.Is(TokenKind.Number) && cursor.Current.Digits <= 2)
        {
            var day = Next(cursor).Value;
            YearParser.NumberSuffix(cursor);
            return day;
        }
        return Ordinals.Word(cursor) is { } value and > 0 ? value : null;
    }

    private static Span? Iso(TokenCursor cursor)
    {
        if (!YearParser.IsYear(cursor.Current) || cursor.Peek(1) is not { Kind: TokenKind.Dash or TokenKind.Dot } || cursor.Peek(2).Digits != 2) return null;
        if (cursor.Peek(3).Kind != cursor.Peek(1).Kind || cursor.Peek(4).Digits != 2 || cursor.Is(TokenKind.Dot, 5) && cursor.Is(TokenKind.Number, 6)) return null;
        var span = new Span(SpanUnit.Day) { Year = cursor.Current.Value, Month = cursor.Peek(2).Value, Number = cursor.Peek(4).Value };
        cursor.Position += 5;
        return span with { Broken = span.Month is < 1 or > 12 };
    }

    /// <summary>Lost dots: 01092020, 0109.2020, 01.092020.</summary>
    private static Span? Glued(TokenCursor cursor)
    {
        var (first, second, third) = (cursor.Current, cursor.Peek(1), cursor.Peek(2));
        if (first is { Kind: TokenKind.Number, Digits: 8 })
            return Make(cursor, 1, first.Value / 1_000_000, first.Value / 10_000 % 100, first.Value % 10_000);
        var year = second.Kind is TokenKind.Dot ? third : second;
        if (first is { Kind: TokenKind.Number, Digits: 4 } && !YearParser.IsYear(first) && YearParser.IsYear(year) && (first.Value % 100) is >= 1 and <= 12)
            return Make(cursor, second.Kind is TokenKind.Dot ? 3 : 2, first.Value / 100, first.Value % 100, year.Value);
        return first is { Kind: TokenKind.Number, Digits: <= 2 } && second.Kind is TokenKind.Dot && third is { Kind: TokenKind.Number, Digits: 6 }
            ? Make(cursor, 3, first.Value, third.Value / 10_000, third.Value % 10_000) : null;

        static Span? Make(TokenCursor cursor, int tokens, int day, int month, int year)
        {
            if (month is < 1 or > 12 || year is < 1990 or > 2100) return null;
            cursor.Position += tokens;
            YearParser.YearSuffix(cursor);
            return new Span(SpanUnit.Day) { Number = day, Month = month, Year = year };
        }
    }

    /// <summary>d.m.y, d/m/y, d-m-y, d,m,y, «d.m y», «d m y», d.IX.y, and d.m without a year.</summary>
    private static Span? Figures(TokenCursor cursor)
    {
        if (cursor.Current is not { Kind: TokenKind.Number, Digits: 1 or 2 }) return null;
        var day = Next(cursor);
        var sign = Separator(cursor, day);
        var month = cursor.Current;
        if (sign is null || month.Kind is not (TokenKind.Number or TokenKind.Roman) || month.Kind is TokenKind.Number && month.Digits > 2) return null;
        cursor.Position++;
        var beforeYear = cursor.Position;
        var secondSign = Separator(cursor, month);
        if (Year(cursor, sign.Value, secondSign) is { } dated) return dated with { Number = day.Value, Month = month.Value, Broken = dated.Broken || month.Value is < 1 or > 12 };
        cursor.Position = beforeYear;
        return WithoutYear(cursor, sign.Value, day, month);
    }

    private static Span? Year(TokenCursor cursor, TokenKind firstSign, TokenKind? secondSign)
    {
        if (secondSign is null) return null;
        var year = cursor.Current;
        if (YearParser.IsYear(year))
        {
            cursor.Position++;
            YearParser.YearSuffix(cursor);
            return new Span(SpanUnit.Day) { Year = year.Value };
        }
        var signed = secondSign is not TokenKind.Other && secondSign == firstSign;
        if (!signed || year.Kind is not TokenKind.Number) return null;
        if (year.Digits == 2 && firstSign is TokenKind.Dot or TokenKind.Slash && !(cursor.Is(TokenKind.Dot, 1) && cursor.Is(TokenKind.Number, 2)))
        {
            cursor.Position++;
            // «01.09.20 21»: a year that a scan tore apart.
            if (year.Value == 20 && cursor.Current is { Kind: TokenKind.Number, Digits: 2 } rest)
            {
                cursor.Position++;
                YearParser.YearSuffix(cursor);
                return new Span(SpanUnit.Day) { Year = 2000 + rest.Value, Doubtful = true };
            }
            YearParser.YearSuffix(cursor);
            return new Span(SpanUnit.Day) { Year = 2000 + year.Value, ShortYear = true };
        }
        if (year.Digits < 3 || firstSign is not (TokenKind.Dot or TokenKind.Slash)) return null;
        cursor.Position++;
        YearParser.YearSuffix(cursor);
        return new Span(SpanUnit.Day) { Broken = true };
    }

    private static Span? WithoutYear(TokenCursor cursor, TokenKind sign, Token day, Token month)
    {
        var roman = month.Kind is TokenKind.Roman;
        if (sign is not (TokenKind.Dot or TokenKind.Slash) && !roman) return null;
        if (month.Value is < 1 or > 12 || day.Value is < 1 or > 31 || sign is TokenKind.Slash && !roman && (month.Digits < 2 || day.Digits < 2)) return null;
        // «10.10 часов» is a time, «п. 1.2.3» a number of a clause.
        if (cursor.Current.IsStem("час") || cursor.Current.IsStem("мин") || cursor.Current.IsWord("ч")) return null;
        if (month is { Kind: TokenKind.Number, Digits: 1 } && day.Digits == 1) return null;
        if (cursor.Is(TokenKind.Dot) && cursor.Is(TokenKind.Number, 1) && cursor.Peek(1).Start == cursor.Current.End) return null;
        var span = YearParser.After(cursor, new Span(SpanUnit.Day) { Number = day.Value, Month = month.Value });
        if (span.Year is null && cursor.Is(TokenKind.Dot)) cursor.Position++;
        return span;
    }

    /// <summary>The sign between two parts of a date; <see cref="TokenKind.Other"/> is a mere space.</summary>
    private static TokenKind? Separator(TokenCursor cursor, Token before)
    {
        var sign = cursor.Current;
        if (sign.Kind is TokenKind.Number or TokenKind.Roman) return before.Digits == 2 || before.Kind is TokenKind.Roman || sign.Kind is TokenKind.Roman ? TokenKind.Other : null;
        if (sign.Kind is TokenKind.Comma or TokenKind.Dash && (sign.Start != before.End || cursor.Peek(1).Start != sign.End)) return null;
        if (sign.Kind is not (TokenKind.Dot or TokenKind.Slash or TokenKind.Comma or TokenKind.Dash)) return null;
        cursor.Position++;
        return sign.Kind;
    }

    private static Token Next(TokenCursor cursor)
    {
        var token = cursor.Current;
        cursor.Position++;
        return token;
    }
}
