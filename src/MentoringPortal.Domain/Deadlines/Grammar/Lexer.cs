namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>Cleaned phrase → tokens. Signs are themselves, runs of letters and digits go through <see cref="LookAlikes"/>.</summary>
internal static class Lexer
{
    public static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == ' ')
            {
                i++;
            }
            else if (char.IsLetterOrDigit(text[i]))
            {
                var start = i;
                while (i < text.Length && char.IsLetterOrDigit(text[i])) i++;
                LookAlikes.Split(text, start, i, tokens);
            }
            else
            {
                if (Sign(text[i]) is { } kind) tokens.Add(new Token(kind, text[i].ToString(), 0, i, i + 1));
                i++;
            }
        }
        return LookAlikes.RepairByNeighbours(tokens, text);
    }

    private static TokenKind? Sign(char sign) => sign switch
    {
        '-' => TokenKind.Dash,
        '.' or '…' => TokenKind.Dot,
        ',' => TokenKind.Comma,
        '/' => TokenKind.Slash,
        ':' => TokenKind.Colon,
        ';' => TokenKind.Semicolon,
        '(' or '[' => TokenKind.Open,
        ')' or ']' => TokenKind.Close,
        '\n' => TokenKind.Break,
        '#' => TokenKind.NumberSign,
        PhraseCleaner.Blank => TokenKind.Blank,
        _ => TokenKind.Other,
    };
}
