namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>A phrase → its terms in order; what says nothing of time becomes <see cref="OtherWords"/>. Each parser looks at a bounded stretch, so the whole is linear.</summary>
internal sealed class PhraseParser(string text, IReadOnlyList<Token> tokens)
{
    private readonly TokenCursor cursor = new(tokens);
    private readonly RelativeParser relative = new(new EventText(text));
    private readonly List<Term> terms = [];

    public static IReadOnlyList<Term> Parse(string text, IReadOnlyList<Token> tokens) => new PhraseParser(text, tokens).Parse();

    private List<Term> Parse()
    {
        while (!cursor.AtEnd)
        {
            var start = cursor.Position;
            var before = terms.Count;
            if (!Sign() && !NumberOfAct() && !Timed()) Other();
            for (var i = before; i < terms.Count; i++) terms[i] = terms[i] with { From = start, To = cursor.Position };
        }
        return terms;
    }

    private bool Sign()
    {
        var kind = cursor.Current.IsWord("и") || cursor.Current.IsWord("или") ? TokenKind.Comma : cursor.Current.Kind;
        if (cursor.Is(TokenKind.Blank))
        {
            cursor.Position++;
            terms.Add(new BlankTerm());
            return true;
        }
        if (kind is not (TokenKind.Comma or TokenKind.Semicolon or TokenKind.Break or TokenKind.Dash or TokenKind.Colon or TokenKind.Open or TokenKind.Close
            or TokenKind.Dot or TokenKind.Slash or TokenKind.Other))
            return false;
        cursor.Position++;
        terms.Add(new Separator(kind));
        return true;
    }

    /// <summary>«№ 94/1», «п. 3.1», «от 25.12.2019»: figures that are the name of an act or of its part.</summary>
    private bool NumberOfAct()
    {
        var start = cursor.Position;
        if (cursor.Is(TokenKind.NumberSign) || cursor.Current.Text is "п" or "пп" or "пункт" or "пункта" or "пунктом" or "пунктами" or "ст" or "статьи" or "стр" or "приложение" or "форма")
        {
            cursor.Position++;
            cursor.Skip(TokenKind.Dot);
            cursor.Skip(TokenKind.NumberSign);
            var figures = cursor.Position;
            while (cursor.Current.Kind is TokenKind.Number or TokenKind.Dot or TokenKind.Slash && (cursor.Position == figures || cursor.Current.Start == cursor.Peek(-1).End)) cursor.Position++;
            if (cursor.Position > figures || cursor.Peek(-1).Kind is TokenKind.NumberSign)
            {
                terms.Add(new OtherWords());
                return true;
            }
        }
        else if (cursor.Word("от") && DateParser.Parse(cursor) is not null && !cursor.Current.IsWord("до") && !cursor.Is(TokenKind.Dash))
        {
            terms.Add(new OtherWords());
            return true;
        }
        cursor.Position = start;
        return false;
    }

    private bool Timed()
    {
        var term = KeywordParser.Parse(cursor) ?? cursor.Try(RecurrenceParser.Parse) ?? relative.Parse(cursor) ?? (Term?)cursor.Try(ThroughoutParser.Parse);
        if (term is not null)
        {
            terms.Add(term);
            return true;
        }
        if (cursor.Try(TimeParser.Parse) is not { } times) return false;
        terms.AddRange(times);
        return true;
    }

    private void Other()
    {
        cursor.Position++;
        terms.Add(new OtherWords());
    }
}
