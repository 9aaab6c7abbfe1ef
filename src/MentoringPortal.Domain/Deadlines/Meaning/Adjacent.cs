using MentoringPortal.Domain.Deadlines.Grammar;

namespace MentoringPortal.Domain.Deadlines.Meaning;

/// <summary>Terms that are one term when they stand side by side.</summary>
internal static class Adjacent
{
    /// <summary>«не ранее A и не позднее B», in either order, is the window from A to B.</summary>
    public static List<Term> Merge(List<Term> terms)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i] is not TimeTerm { Second: null } left) continue;
            var next = i + 1;
            while (next < terms.Count && terms[next] is Separator { Kind: TokenKind.Comma or TokenKind.Dash }) next++;
            if (next >= terms.Count || terms[next] is not TimeTerm { Second: null } right) continue;
            if (left.Mode is TimeMode.Until or TimeMode.Through && right is { Mode: TimeMode.Plain, First: { Unit: SpanUnit.Day } } && next > i + 1)
            {
                // «до 1 октября, 1 декабря»: the preposition serves both.
                terms[next] = right with { Mode = left.Mode };
                continue;
            }
            var window = (left.Mode, right.Mode) switch
            {
                (TimeMode.Since, TimeMode.Until or TimeMode.Through) => (left.First, right.First),
                (TimeMode.Until or TimeMode.Through, TimeMode.Since) => (right.First, left.First),
                _ => ((Span From, Span To)?)null,
            };
            if (window is not { } bounds) continue;
            terms[i] = new TimeTerm(TimeMode.Window, bounds.From, bounds.To) { From = left.From, To = right.To };
            terms.RemoveRange(i + 1, next - i);
        }
        return terms;
    }

    /// <summary>A comma or «и» between adjacent months is a range, unless each has a year of its own; between others it is a list.</summary>
    public static List<Stretch> JoinMonths(List<Stretch> stretches, bool byComma)
    {
        var joined = new List<Stretch>();
        foreach (var stretch in stretches)
        {
            if (byComma && joined.Count > 0 && joined[^1] is { IsMonths: true, OwnYear: false } last && stretch.IsMonths && stretch.Start == last.End?.AddDays(1))
                joined[^1] = last with { End = stretch.End, OwnYear = stretch.OwnYear };
            else
                joined.Add(stretch);
        }
        return joined;
    }
}
