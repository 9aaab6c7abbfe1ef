using MentoringPortal.Domain.Deadlines.Grammar;
using MentoringPortal.Domain.Deadlines.Meaning;

namespace MentoringPortal.Domain.Deadlines;

/// <summary>
/// Reads a term as Russian officials write it: noise out, words to tokens, tokens to terms, terms to days.
/// Never throws and takes bounded time; where the words hold no date it says so.
/// </summary>
public static class DeadlineReader
{
    /// <summary>No cell and no clause is longer; what lies beyond is not looked at.</summary>
    private const int LongestPhrase = 20_000;

    /// <param name="phrase">The words of a cell or a sentence; null and empty are a missing term.</param>
    /// <param name="context">What fills in the year and the bounds that the words leave out.</param>
    public static Deadline Read(string? phrase, DeadlineContext context)
    {
        var original = phrase ?? "";
        if (Emptiness.IsDitto(original)) return Ditto(original, context);
        if (Emptiness.IsMissing(original)) return Missing(original);
        var text = PhraseCleaner.Clean(original.Length > LongestPhrase ? original[..LongestPhrase] : original);
        var tokens = Lexer.Tokenize(text);
        return Composer.Compose(original, text, tokens, PhraseParser.Parse(text, tokens), Sensible(context));
    }

    /// <summary>
    /// Terms stacked in one cell, one for each numbered sub-item of the row, k-th to k-th. Empty where their number is not
    /// <paramref name="items"/>: the cell is then one term of the whole row.
    /// </summary>
    public static IReadOnlyList<Deadline> ReadStacked(IReadOnlyList<string> lines, int items, DeadlineContext context)
    {
        var parts = StackedTerms.Split(lines, items);
        var read = new List<Deadline>();
        foreach (var part in parts)
        {
            read.Add(Read(part, context));
            context = context with { PreviousStart = read[^1].Start ?? read[^1].End ?? context.PreviousStart, Previous = read[^1] };
        }
        return read;
    }

    private static Deadline Missing(string original) => new()
    {
        Text = original,
        Kind = DeadlineKind.Unspecified,
        Remarks = [new DeadlineRemark(RemarkCodes.Missing, "Срок не указан")],
    };

    private static Deadline Ditto(string original, DeadlineContext context)
    {
        if (context.Previous is { } previous) return previous with { Text = original, Inferred = ["previous"] };
        return new Deadline
        {
            Text = original,
            Kind = DeadlineKind.Unspecified,
            Proposal = context.PreviousStart is { } start ? new DeadlineProposal(start, End: null, "Как в предыдущей строке") : null,
            Remarks = [new DeadlineRemark(RemarkCodes.Ambiguous, "Знак повтора: срок предыдущей строки")],
        };
    }

    /// <summary>Dates that no paper of an office has, and a plan that ends before it begins, are no context.</summary>
    private static DeadlineContext Sensible(DeadlineContext context)
    {
        static DateOnly? Date(DateOnly? date) => date is { Year: >= 1900 and <= 2200 } ? date : null;
        var backwards = context.PlanStart > context.PlanEnd;
        return context with
        {
            OrderDate = Date(context.OrderDate),
            PlanStart = backwards ? null : Date(context.PlanStart),
            PlanEnd = backwards ? null : Date(context.PlanEnd),
            PreviousStart = Date(context.PreviousStart),
        };
    }
}
