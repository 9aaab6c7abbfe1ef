using MentoringPortal.Domain;

namespace MentoringPortal.Data;

public static class ScopeQueries
{
    /// <summary>
    /// The rows of the reader's organization where he is of one. The scope's filter tells the same, but as «all, or of this one», by which no
    /// database takes an index: a list that may be of a whole municipality says it once more.
    /// </summary>
    public static IQueryable<T> OfReader<T>(this IQueryable<T> rows, AccessScope scope) where T : class, IOwnedByOrganization =>
        scope.IsCurator ? rows.Where(r => r.OrganizationId == scope.OrganizationId) : rows;
}
