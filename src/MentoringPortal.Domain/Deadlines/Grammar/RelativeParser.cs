namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>Terms counted from an event: «в течение 10 рабочих дней со дня …», «за 3 дня до …», «в десятидневный срок», «по окончании …».</summary>
internal sealed class RelativeParser(EventText events)
{
    public RelativeTerm? Parse(TokenCursor cursor) => cursor.Try(InNamedSpan) ?? cursor.Try(Counted) ?? cursor.Try(NextDay) ?? cursor.Try(FromThen);

    /// <summary>«в десятидневный срок», «в 3-дневный срок после …», «в месячный срок со дня …».</summary>
    private RelativeTerm? InNamedSpan(TokenCursor cursor)
    {
        cursor.AnyWord("в", "во");
        var amount = 0;
        if (cursor.Is(TokenKind.Number) && cursor.Current.Digits <= 3)
        {
            amount = cursor.Current.Value;
            cursor.Position++;
            YearParser.NumberSuffix(cursor);
            cursor.Skip(TokenKind.Dash);
        }
        if (!cursor.Is(TokenKind.Word) || Lengths.Adjective(cursor.Current.Text, amount) is not { } length) return null;
        cursor.Position++;
        if (cursor.Stem("рабоч")) length = (length.Amount, OffsetUnit.WorkingDay);
        if (!cursor.AnyWord("срок", "сроки", "период")) return null;
        return After(cursor, length) ?? new RelativeTerm(length.Amount, length.Unit, OffsetDirection.After, Event: null, Anchor: null);
    }

    private RelativeTerm? Counted(TokenCursor cursor)
    {
        var head = Head(cursor);
        if (Lengths.Parse(cursor) is not { } length) return null;
        cursor.AnyWord("включительно");
        if (cursor.Try(c => Before(c, length)) is { } before && head is not LengthHead.After) return before;
        if (head is LengthHead.Before) return null;
        if (cursor.Try(c => After(c, length)) is { } after) return after;
        return head is LengthHead.None ? null : new RelativeTerm(length.Amount, length.Unit, OffsetDirection.After, Event: null, Anchor: null);
    }

    private enum LengthHead { None, Within, After, Before }

    private static LengthHead Head(TokenCursor cursor)
    {
        if (cursor.Words("в", "течение") || cursor.Words("в", "течении") || cursor.AnyWord("втечение", "втечении")) return LengthHead.Within;
        cursor.Word("в");
        if (cursor.Word("срок")) cursor.Skip(TokenKind.Comma);
        if (cursor.Words("не", "позднее") || cursor.Words("не", "позже") || cursor.Words("не", "более") || cursor.Words("не", "менее"))
        {
            cursor.Skip(TokenKind.Comma);
            cursor.Word("чем");
            cursor.Word("в");
            return cursor.Word("за") ? LengthHead.Before : cursor.AnyWord("через") ? LengthHead.After : LengthHead.Within;
        }
        if (cursor.AnyWord("через", "спустя") || cursor.Words("по", "истечении")) return LengthHead.After;
        if (cursor.Word("за")) return LengthHead.Before;
        return cursor.Peek(-1).IsWord("срок") ? LengthHead.Within : LengthHead.None;
    }

    private RelativeTerm? Before(TokenCursor cursor, (int Amount, OffsetUnit Unit) length) =>
        cursor.AnyWord("до") && events.Read(cursor) is { } read
            ? new RelativeTerm(length.Amount, length.Unit, OffsetDirection.Before, read.Text, read.Anchor) : null;

    private RelativeTerm? After(TokenCursor cursor, (int Amount, OffsetUnit Unit) length)
    {
        cursor.Skip(TokenKind.Comma);
        var counted = cursor.Words("со", "дня") || cursor.Words("с", "даты") || cursor.Words("с", "момента") || cursor.Words("после", "дня") || cursor.Word("после")
            || cursor.Words("от", "даты") || cursor.Words("от", "дня") || cursor.Words("с", "дня") || cursor.Words("следующих", "за", "днем") || cursor.AnyWord("от", "с", "со") || (cursor.Peek(1).IsStem("окончани") || cursor.Peek(1).IsStem("завершени")) && cursor.Word("по");
        return counted && events.Read(cursor) is { } read
            ? new RelativeTerm(length.Amount, length.Unit, OffsetDirection.After, read.Text, read.Anchor) : null;
    }

    /// <summary>«на следующий день после …», «в день …».</summary>
    private RelativeTerm? NextDay(TokenCursor cursor)
    {
        var amount = cursor.Words("на", "следующий") && (cursor.Stem("рабоч") || true) ? 1 : 0;
        var working = cursor.Peek(-1).IsStem("рабоч");
        if (amount == 0 && !cursor.Words("в", "день") && !cursor.Words("в", "дни")) return null;
        if (amount == 1 && !(cursor.Word("день") && cursor.AnyWord("после", "за"))) return null;
        return events.Read(cursor) is { Anchor: null } read
            ? new RelativeTerm(amount, working ? OffsetUnit.WorkingDay : OffsetUnit.Day, OffsetDirection.After, read.Text, Anchor: null) : null;
    }

    /// <summary>«события: …», as the canonical words put it.</summary>
    private static bool IsCalled(TokenCursor cursor) => cursor.Current.IsWord("события") && cursor.Is(TokenKind.Colon, 1);

    /// <summary>«по окончании …», «после …», «с момента …», «до проведения …»: an event without a length.</summary>
    private RelativeTerm? FromThen(TokenCursor cursor)
    {
        var opensRange = false;
        cursor.AnyWord("сразу");
        if (cursor.AnyWord("перед", "накануне"))
            return events.Known(cursor.Current) && events.Read(cursor) is { } eve
                ? new RelativeTerm(0, OffsetUnit.Day, OffsetDirection.Before, eve.Text, Anchor: null) { OpenEnd = true } : null;
        if (cursor.Word("до"))
            return events.Known(cursor.Current) && IsCalled(cursor) is var called && events.Read(cursor) is { } before && (called || before.Anchor is null)
                ? new RelativeTerm(0, OffsetUnit.Day, OffsetDirection.Before, before.Text, Anchor: null) { OpenEnd = true } : null;
        if (cursor.Word("по"))
        {
            if (!cursor.Current.IsStem("окончани") && !cursor.Current.IsStem("завершени") && !cursor.Current.IsStem("итог") && !cursor.Current.IsStem("результат")
                && !cursor.Current.IsStem("получени") && !cursor.Current.IsStem("факт") && !cursor.Current.IsStem("прибыти"))
                return null;
        }
        else if (!cursor.Word("после"))
        {
            cursor.Word("начиная");
            opensRange = cursor.Words("с", "момента") || cursor.Words("со", "дня") || cursor.Words("с", "даты");
            if (!opensRange) return null;
        }
        var edged = IsCalled(cursor) || cursor.Current.IsStem("окончани") || cursor.Current.IsStem("завершени") || cursor.Current.IsStem("начал") || cursor.Current.IsStem("конц");
        if (events.Read(cursor) is not { } read || read.Anchor is not null && !edged) return null;
        return new RelativeTerm(0, OffsetUnit.Day, OffsetDirection.After, read.Text, read.Anchor) { OpenEnd = true, OpensRange = opensRange };
    }
}
