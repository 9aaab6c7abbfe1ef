using System.Text;

namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>
/// Letters and digits that recognised scans confuse: О and 0, З and 3, I or l and 1, б and 6, Latin for Cyrillic.
/// A repair is made only where the result is a number in a date or a known word, and it marks the token.
/// </summary>
internal static class LookAlikes
{
    private const string Latin = "aceopxykmthbur";
    private const string Cyrillic = "асеорхукмтнвиг";
    private const int LongestNumber = 9;

    /// <summary>Adds the tokens of one run of letters and digits.</summary>
    public static void Split(string text, int start, int end, List<Token> tokens)
    {
        var chunk = text[start..end];
        if (chunk.All(char.IsAsciiDigit)) tokens.Add(Number(chunk, start, end, repaired: false));
        else if (Lexicon.Roman(chunk) is { } roman) tokens.Add(new Token(TokenKind.Roman, chunk.ToLowerInvariant(), roman, start, end));
        else if (!chunk.Any(char.IsAsciiDigit)) tokens.Add(Word(chunk, start, end));
        else if (chunk.Length <= 30) SplitMixed(chunk, start, tokens);
        else tokens.Add(new Token(TokenKind.Other, chunk, 0, start, end));
    }

    /// <summary>«З сентября», «ЗО.09.2020»: a short word of look-alikes is a number where a day or a month must stand.</summary>
    public static List<Token> RepairByNeighbours(List<Token> tokens, string text)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind is not (TokenKind.Word or TokenKind.Roman) || token.End - token.Start > 2) continue;
            var chunk = text[token.Start..token.End];
            if (!chunk.All(c => Digit(c) is not null)) continue;
            var number = Number(chunk, token.Start, token.End, repaired: true);
            var next = i + 1 < tokens.Count ? tokens[i + 1] : Token.None;
            var beforeMonth = next.Kind is TokenKind.Month && number.Value is >= 1 and <= 31;
            var beforeDot = next.Kind is TokenKind.Dot && next.Start == token.End && IsPartOfDate(tokens, i + 2, text, next.End);
            var afterDot = i > 1 && tokens[i - 1].Kind is TokenKind.Dot && tokens[i - 2].Kind is TokenKind.Number && tokens[i - 2].Digits <= 2
                && token.Kind is TokenKind.Word && beforeDot;
            var ofRange = i > 0 && tokens[i - 1].IsWord("с") && next.IsWord("по");
            if (number.Value > 0 && (beforeMonth || beforeDot || afterDot || ofRange)) tokens[i] = number;
        }
        return tokens;
    }

    private static bool IsPartOfDate(List<Token> tokens, int index, string text, int start)
    {
        if (index >= tokens.Count || tokens[index].Start != start) return false;
        var token = tokens[index];
        return token.Kind is TokenKind.Number || (token.End - token.Start <= 2 && text[token.Start..token.End].All(c => Digit(c) is not null));
    }

    private static void SplitMixed(string chunk, int start, List<Token> tokens)
    {
        if (chunk.All(c => Digit(c) is not null))
        {
            tokens.Add(Number(chunk, start, start + chunk.Length, repaired: true));
            return;
        }
        if (chunk.Any(c => c is 'V' or 'X' or 'I') && Lexicon.Roman(chunk.Replace('1', 'I')) is { } roman)
        {
            tokens.Add(new Token(TokenKind.Roman, chunk, roman, start, start + chunk.Length, Repaired: true));
            return;
        }
        if (MonthOf(Letters(chunk)) is var month and > 0 && char.IsLetter(chunk[^1]) && Lexicon.Month(AfterDigits(chunk)) == 0)
        {
            tokens.Add(new Token(TokenKind.Month, Letters(chunk), month, start, start + chunk.Length, Repaired: true));
            return;
        }
        SplitAtLetters(chunk, start, tokens);
    }

    /// <summary>«01сентября», «2020года», «202Ог»: a number, look-alikes that continue it, then a word, then the rest.</summary>
    private static void SplitAtLetters(string chunk, int start, List<Token> tokens)
    {
        for (var i = 0; i < chunk.Length;)
        {
            var head = i;
            if (!char.IsAsciiDigit(chunk[i]) && Digit(chunk[i]) is null || !StartsNumber(chunk, i))
            {
                while (i < chunk.Length && !char.IsAsciiDigit(chunk[i])) i++;
                tokens.Add(Word(chunk[head..i], start + head, start + i));
                continue;
            }
            while (i < chunk.Length && Digit(chunk[i]) is not null && StartsNumber(chunk, i)) i++;
            var number = chunk[head..i];
            tokens.Add(Number(number, start + head, start + i, !number.All(char.IsAsciiDigit)));
        }
    }

    /// <summary>True where what follows from here, letters included, belongs to a number and not to a known word.</summary>
    private static bool StartsNumber(string chunk, int index)
    {
        if (char.IsAsciiDigit(chunk[index])) return true;
        var end = index;
        while (end < chunk.Length && !char.IsAsciiDigit(chunk[end])) end++;
        var word = Fold(chunk[index..end]);
        if (Lexicon.Month(word) > 0 || Lexicon.AfterNumber.Contains(word)) return false;
        while (index < end && Digit(chunk[index]) is not null) index++;
        return index == end || Lexicon.AfterNumber.Contains(Fold(chunk[index..end])) || Lexicon.Month(Fold(chunk[index..end])) > 0;
    }

    private static Token Number(string chunk, int start, int end, bool repaired)
    {
        var value = 0;
        if (chunk.Length <= LongestNumber)
            foreach (var sign in chunk)
                value = value * 10 + Digit(sign)!.Value;
        return new Token(chunk.Length <= LongestNumber ? TokenKind.Number : TokenKind.Other, chunk, value, start, end, repaired);
    }

    private static Token Word(string chunk, int start, int end)
    {
        var folded = Fold(chunk);
        var cyrillic = folded.Any(char.IsAsciiLetter) ? ToCyrillic(folded) : folded;
        var repaired = !ReferenceEquals(cyrillic, folded);
        if (Lexicon.Month(cyrillic) is var month and > 0) return new Token(TokenKind.Month, cyrillic, month, start, end, repaired);
        if (Lexicon.MisspeltMonth(cyrillic) is var near and > 0) return new Token(TokenKind.Month, cyrillic, near, start, end, Repaired: true);
        return new Token(TokenKind.Word, cyrillic, 0, start, end, repaired);
    }

    private static int MonthOf(string word) => Lexicon.Month(word) is var month and > 0 ? month : Lexicon.MisspeltMonth(word);

    private static int? Digit(char sign) => sign switch
    {
        >= '0' and <= '9' => sign - '0',
        'О' or 'о' or 'O' or 'o' => 0,
        'I' or 'l' or 'І' or 'і' or 'i' => 1,
        'З' or 'з' => 3,
        'б' => 6,
        _ => null,
    };

    private static string Fold(string chunk) => chunk.ToLowerInvariant().Replace('ё', 'е');

    private static string AfterDigits(string chunk) => Fold(chunk.TrimStart("0123456789".ToCharArray()));

    private static string Letters(string chunk) => ToCyrillic(Fold(chunk).Replace('0', 'о').Replace('3', 'з').Replace('6', 'б').Replace('4', 'ч'));

    /// <summary>The word in Cyrillic if each of its Latin letters has a look-alike, else as it is.</summary>
    private static string ToCyrillic(string word)
    {
        var result = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            var index = Latin.IndexOf(letter);
            if (index < 0 && char.IsAsciiLetter(letter)) return word;
            result.Append(index < 0 ? letter : Cyrillic[index]);
        }
        return result.ToString();
    }
}
