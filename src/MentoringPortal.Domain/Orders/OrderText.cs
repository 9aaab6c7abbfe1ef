using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Orders;

/// <summary>What is written on the page on which a paper is composed.</summary>
/// <param name="Body">Clauses of an order, each line with its number; paragraphs of a letter.</param>
/// <param name="Changes">The paper it amends or repeals.</param>
public sealed record OrderText(
    string? Title, string? Preamble, string? Operative, string? Addressee, string Body, string? SignatoryPosition, string? SignatoryName, string? Performer,
    IReadOnlyCollection<int> OrganizationIds, Order? Changes, OrderState? ChangesTo);

/// <summary>The body of a composed paper, read by the readers that read imported ones: who answers for a clause and by when is understood the same way.</summary>
public static class ComposedText
{
    /// <summary>Numbered as typed; without any number each line is a clause.</summary>
    public static IReadOnlyList<ReadClause> Clauses(string? body, string? issuer, DateOnly today) =>
        new ClauseReader(new PartyReader(issuer, new Glossary(body ?? "")), null, new DeadlineContext(today, null, null, null)).Read(Lines(body));

    public static IReadOnlyList<string> Paragraphs(string? body) => [.. Lines(body)];

    private static IEnumerable<string> Lines(string? body) => (body ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
