namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>Years and school years: «2020 года», «20 г.», «т.г.», «2020-2021 учебный год», «2020/21 уч. г.».</summary>
internal static class YearParser
{
    private const int First = 1990;
    private const int Final = 2100;

    public static bool IsYear(Token token) => token.Kind is TokenKind.Number && token.Digits == 4 && token.Value is >= First and <= Final;

    /// <summary>The year that follows a day or a month, put into the span; the span itself where none follows.</summary>
    public static Span After(TokenCursor cursor, Span span)
    {
        var start = cursor.Position;
        cursor.Skip(TokenKind.Dot);
        if (cursor.Try(SchoolYear) is { } school) return span with { InSchoolYear = school.Year };
        cursor.Skip(TokenKind.Open);
        if (cursor.Try(Year) is { } year)
        {
            cursor.Skip(TokenKind.Close);
            return span with { Year = year.Year, YearWord = year.YearWord, ShortYear = year.ShortYear };
        }
        cursor.Position = start;
        return span;
    }

    /// <summary>One calendar year.</summary>
    public static Span? Year(TokenCursor cursor)
    {
        if (IsYear(cursor.Current))
        {
            var year = cursor.Current.Value;
            cursor.Position++;
            YearSuffix(cursor);
            return new Span(SpanUnit.Year) { Year = year };
        }
        if (cursor.Current is { Kind: TokenKind.Number, Digits: 2 } two && IsYearWord(cursor.Peek(1)))
        {
            cursor.Position++;
            YearSuffix(cursor);
            return new Span(SpanUnit.Year) { Year = 2000 + two.Value, ShortYear = true };
        }
        return cursor.Try(Relative);
    }

    /// <summary>«т.г.», «с.г.», «н.г.», «текущего года», «следующего года».</summary>
    private static Span? Relative(TokenCursor cursor)
    {
        if (cursor.AnyWord("тг", "сг", "нг")) return new Span(SpanUnit.Year) { YearWord = YearWord.This };
        if (cursor.AnyWord("т", "с", "н"))
        {
            cursor.SkipAny(TokenKind.Dot, TokenKind.Slash);
            return cursor.Word("г") && Dot(cursor) ? new Span(SpanUnit.Year) { YearWord = YearWord.This } : null;
        }
        return Word(cursor) is var word and not YearWord.None && IsYearWord(cursor.Current) && YearSuffix(cursor)
            ? new Span(SpanUnit.Year) { YearWord = word } : null;
    }

    /// <summary>«текущий», «следующий», «прошлый» in any form; moves over it.</summary>
    public static YearWord Word(TokenCursor cursor)
    {
        if (cursor.Stem("текущ", "настоящ", "нынешн") || cursor.AnyWord("этого", "этом", "этот", "сего", "тек")) return Dotted(cursor, YearWord.This);
        if (cursor.Stem("следующ", "будущ", "предстоящ", "очередно") || cursor.AnyWord("след")) return Dotted(cursor, YearWord.Next);
        return cursor.Stem("прошл", "предыдущ", "прошедш") ? YearWord.Previous : YearWord.None;
    }

    public static bool IsYearWord(Token token) =>
        token.Kind is TokenKind.Word && token.Text is "г" or "гг" or "год" or "года" or "году" or "годы" or "годов" or "годом" or "годам";

    /// <summary>Moves over «года», «г.», «гг.», «-го года».</summary>
    public static bool YearSuffix(TokenCursor cursor)
    {
        NumberSuffix(cursor);
        if (!IsYearWord(cursor.Current)) return false;
        var isShort = cursor.Current.Text is "г" or "гг";
        cursor.Position++;
        if (isShort) cursor.Skip(TokenKind.Dot);
        if (isShort && cursor.Word("г")) cursor.Skip(TokenKind.Dot);
        return true;
    }

    /// <summary>Moves over «-го», «-ый», «-й» after a number.</summary>
    public static void NumberSuffix(TokenCursor cursor)
    {
        var ahead = cursor.Is(TokenKind.Dash) && cursor.Peek(1).Start == cursor.Current.End ? 1 : 0;
        if (cursor.Peek(ahead) is { Kind: TokenKind.Word, Text: "го" or "ого" or "е" or "й" or "я" or "ой" or "ый" or "ая" or "ое" or "ей" or "му" or "м" or "х" or "ти" or "и" } word
            && (ahead == 1 || word.Start == cursor.Peek(-1).End))
            cursor.Position += ahead + 1;
    }

    /// <summary>One school year or several; «2024/2025» alone is a doubtful one.</summary>
    public static Span? SchoolYear(TokenCursor cursor)
    {
        var word = cursor.Current.IsStem("нов") && SchoolWord(cursor.Peek(1)) ? YearWord.None : Word(cursor);
        cursor.Stem("нов");
        if (SchoolWord(cursor.Current))
        {
            SkipSchoolWord(cursor);
            if (Pair(cursor) is { } after && YearSuffixOrNothing(cursor)) return after;
            if (!YearSuffix(cursor)) return null;
            return Pair(cursor) ?? new Span(SpanUnit.SchoolYear) { YearWord = word };
        }
        if (word is not YearWord.None || Pair(cursor) is not { } pair) return null;
        cursor.Skip(TokenKind.Dot);
        var slashed = pair.Doubtful;
        if (IsYearWord(cursor.Current) && SchoolWord(cursor.Peek(1))) YearSuffix(cursor);
        if (SchoolWord(cursor.Current))
        {
            SkipSchoolWord(cursor);
            YearSuffix(cursor);
            return pair with { Doubtful = false };
        }
        if (!slashed || pair.LastYear is not null) return null;
        YearSuffix(cursor);
        return pair;
    }

    private static bool YearSuffixOrNothing(TokenCursor cursor)
    {
        YearSuffix(cursor);
        return true;
    }

    private static bool SchoolWord(Token token) => token.IsStem("учебн") || token.IsWord("уч");

    private static void SkipSchoolWord(TokenCursor cursor)
    {
        cursor.Position++;
        cursor.Skip(TokenKind.Dot);
    }

    /// <summary>«2020-2021», «2020/21», «20/21»: the first and the last calendar year of school years.</summary>
    private static Span? Pair(TokenCursor cursor)
    {
        var (first, sign, second) = (cursor.Current, cursor.Peek(1), cursor.Peek(2));
        var suffixed = IsYearWord(sign) && sign.Text is "г";
        if (suffixed) (sign, second) = cursor.Peek(2).Kind is TokenKind.Dot ? (cursor.Peek(3), cursor.Peek(4)) : (cursor.Peek(2), cursor.Peek(3));
        if (first.Kind is not TokenKind.Number || second.Kind is not TokenKind.Number || sign.Kind is not (TokenKind.Dash or TokenKind.Slash)) return null;
        if (first.Digits is not (2 or 4) || second.Digits is not (2 or 4) || second.Digits > first.Digits) return null;
        var from = first.Digits == 4 ? first.Value : 2000 + first.Value;
        var to = second.Digits == 4 ? second.Value : from / 100 * 100 + second.Value;
        if (from is < First or > Final || to <= from || to > from + 15) return null;
        var school = first.Digits == 4 && sign.Kind is TokenKind.Slash && to == from + 1;
        cursor.Position += suffixed ? (cursor.Peek(2).Kind is TokenKind.Dot ? 5 : 4) : 3;
        return new Span(SpanUnit.SchoolYear) { Year = from, LastYear = to == from + 1 ? null : to - 1, Doubtful = school };
    }

    private static bool Dot(TokenCursor cursor)
    {
        cursor.Skip(TokenKind.Dot);
        return true;
    }

    private static YearWord Dotted(TokenCursor cursor, YearWord word)
    {
        cursor.Skip(TokenKind.Dot);
        return word;
    }
}
