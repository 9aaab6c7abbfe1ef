using MentoringPortal.Domain.Deadlines.Grammar;

namespace MentoringPortal.Domain.Deadlines.Meaning;

/// <summary>«школы – до 01.09, сады – до 15.09»: whose each term is, where each has words of its own before it, or each after it.</summary>
internal static class Labels
{
    private const int LongestLabel = 8;

    /// <summary>The label of each time term; null where they are not labelled one by one.</summary>
    public static IReadOnlyDictionary<TimeTerm, string>? Find(IReadOnlyList<Term> terms, IReadOnlyList<TimeTerm> times, IReadOnlyList<Token> tokens, string text)
    {
        if (times.Count < 2) return null;
        return All(times, t => Before(terms, IndexOf(terms, t), tokens, text)) ?? All(times, t => After(terms, IndexOf(terms, t), tokens, text));
    }

    private static Dictionary<TimeTerm, string>? All(IReadOnlyList<TimeTerm> times, Func<TimeTerm, string?> find)
    {
        var labels = new Dictionary<TimeTerm, string>(ReferenceEqualityComparer.Instance);
        foreach (var time in times)
        {
            if (find(time) is not { } label) return null;
            labels[time] = label;
        }
        return labels;
    }

    private static int IndexOf(IReadOnlyList<Term> terms, TimeTerm time)
    {
        for (var i = 0; i < terms.Count; i++)
            if (ReferenceEquals(terms[i], time)) return i;
        return -1;
    }

    private static string? Before(IReadOnlyList<Term> terms, int index, IReadOnlyList<Token> tokens, string text)
    {
        var end = index - 1;
        while (end >= 0 && terms[end] is Separator { Kind: TokenKind.Dash or TokenKind.Colon or TokenKind.Open or TokenKind.Dot }) end--;
        var start = end;
        while (start >= 0 && (terms[start] is OtherWords || start > 0 && terms[start] is Separator { Kind: TokenKind.Dash } && terms[start - 1] is OtherWords && start < end)) start--;
        return start == end ? null : Slice(terms[start + 1], terms[end], tokens, text);
    }

    private static string? After(IReadOnlyList<Term> terms, int index, IReadOnlyList<Token> tokens, string text)
    {
        var start = index + 1;
        while (start < terms.Count && terms[start] is Separator { Kind: TokenKind.Dash or TokenKind.Open or TokenKind.Dot }) start++;
        var end = start;
        while (end < terms.Count && terms[end] is OtherWords) end++;
        return start == end ? null : Slice(terms[start], terms[end - 1], tokens, text);
    }

    private static string? Slice(Term first, Term last, IReadOnlyList<Token> tokens, string text)
    {
        if (last.To - first.From > LongestLabel) return null;
        var label = text[tokens[first.From].Start..tokens[last.To - 1].End].Trim();
        return label.Any(char.IsLetter) ? label : null;
    }
}
