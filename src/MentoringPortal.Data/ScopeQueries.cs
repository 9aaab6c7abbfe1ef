using MentoringPortal.Domain;
using MentoringPortal.Domain.Pairs;

namespace MentoringPortal.Data;

public static class ScopeQueries
{
    /// <summary>
    /// The rows of the reader's organization where he is of one. The scope's filter tells the same, but as «all, or of this one», by which no
    /// database takes an index: a list that may be of a whole municipality says it once more.
    /// </summary>
    public static IQueryable<T> OfReader<T>(this IQueryable<T> rows, AccessScope scope) where T : class, IOwnedByOrganization =>
        scope.IsCurator ? rows.Where(r => r.OrganizationId == scope.OrganizationId) : rows;

    /// <summary>The same, and of a mentor his own.</summary>
    public static IQueryable<Pair> OfReader(this IQueryable<Pair> rows, AccessScope scope) =>
        scope.Actor?.Role == Role.Mentor ? rows.Where(p => scope.PairIds.Contains(p.Id)) : rows.OfReader<Pair>(scope);
}
