namespace MentoringPortal.Domain.Deadlines.Grammar;

internal enum TokenKind { Number, Word, Month, Roman, Dash, Dot, Comma, Slash, Colon, Semicolon, Open, Close, Break, NumberSign, Blank, Other }

/// <summary>One word, number or sign of a cleaned phrase.</summary>
/// <param name="Text">In lower case, ё as е, look-alike letters made Cyrillic.</param>
/// <param name="Value">Of a number, of a Roman numeral, or the month 1–12.</param>
/// <param name="Start">Where the token stands in the cleaned phrase.</param>
/// <param name="End">The first position after it.</param>
/// <param name="Repaired">True where a look-alike of a recognised scan was read as the sign it stands for.</param>
internal sealed record Token(TokenKind Kind, string Text, int Value, int Start, int End, bool Repaired = false)
{
    public static readonly Token None = new(TokenKind.Other, "", 0, -1, -1);

    public int Digits => Kind is TokenKind.Number ? End - Start : 0;

    public bool IsWord(string word) => Kind is TokenKind.Word && string.Equals(Text, word, StringComparison.Ordinal);

    public bool IsStem(string stem) => Kind is TokenKind.Word && Text.StartsWith(stem, StringComparison.Ordinal);
}
