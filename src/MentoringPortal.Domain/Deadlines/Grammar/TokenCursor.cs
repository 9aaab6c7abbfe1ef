namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>A place among the tokens. Parsers move it forward on success and put it back on failure.</summary>
internal sealed class TokenCursor(IReadOnlyList<Token> tokens)
{
    public int Position { get; set; }

    public bool AtEnd => Position >= tokens.Count;

    public Token Current => Peek(0);

    public Token Peek(int ahead) => Position + ahead >= 0 && Position + ahead < tokens.Count ? tokens[Position + ahead] : Token.None;

    public bool Is(TokenKind kind, int ahead = 0) => Peek(ahead).Kind == kind;

    public bool Skip(TokenKind kind)
    {
        if (!Is(kind)) return false;
        Position++;
        return true;
    }

    /// <summary>Moves over the word if it stands here.</summary>
    public bool Word(string word)
    {
        if (!Current.IsWord(word)) return false;
        Position++;
        return true;
    }

    public bool AnyWord(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (Word(word)) return true;
        return false;
    }

    /// <summary>Moves over a word that begins so, and over the dot of its abbreviation.</summary>
    public bool Stem(params ReadOnlySpan<string> stems)
    {
        foreach (var stem in stems)
        {
            if (!Current.IsStem(stem)) continue;
            Position++;
            return true;
        }
        return false;
    }

    /// <summary>Moves over the words if all of them follow one another here.</summary>
    public bool Words(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
            if (!Peek(i).IsWord(words[i])) return false;
        Position += words.Length;
        return true;
    }

    public void SkipAny(params ReadOnlySpan<TokenKind> kinds)
    {
        while (!AtEnd && kinds.Contains(Current.Kind)) Position++;
    }

    /// <summary>Runs the parser; puts the place back where it finds nothing.</summary>
    public T? Try<T>(Func<TokenCursor, T?> parse) where T : class
    {
        var start = Position;
        var found = parse(this);
        if (found is null) Position = start;
        return found;
    }
}
