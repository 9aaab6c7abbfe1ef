using MentoringPortal.Domain;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data;

/// <summary>Rules of the mapping that hold for every entity.</summary>
internal static class ModelConventions
{
    public const string SearchKey = nameof(SearchKey);
    public const string SortKey = nameof(SortKey);

    private const int LongestSearchKey = 2000;
    private const int LongestSortKey = 400;

    public static void MapConventions(this ModelBuilder builder)
    {
        foreach (var type in builder.Model.GetEntityTypes().Where(t => !t.IsOwned()).ToList())
        {
            if (typeof(IVersioned).IsAssignableFrom(type.ClrType))
                builder.Entity(type.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
            if (typeof(IOwnedByOrganization).IsAssignableFrom(type.ClrType))
                builder.Entity(type.ClrType).Property(nameof(IOwnedByOrganization.OrganizationId)).IsConcurrencyToken();
            if (typeof(ISearchable).IsAssignableFrom(type.ClrType))
            {
                var entity = builder.Entity(type.ClrType);
                entity.Property<string>(SearchKey).HasMaxLength(LongestSearchKey);
                entity.Property<byte[]>(SortKey).HasMaxLength(LongestSortKey);
                entity.HasIndex(SortKey);
                if (typeof(IOwnedByOrganization).IsAssignableFrom(type.ClrType))
                    entity.HasIndex(nameof(IOwnedByOrganization.OrganizationId), SortKey);
            }
            // SQL Server refuses several cascade paths to one table: rows are deleted by name or not at all.
            foreach (var key in type.GetForeignKeys().Where(k => !k.IsOwnership && k.DeleteBehavior != DeleteBehavior.Cascade))
                key.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }
}

/// <summary>How features search and sort by the stored keys.</summary>
public static class SearchQueries
{
    /// <summary>More than anybody types; a thousand words would be a condition deeper than SQLite takes.</summary>
    private const int MostWords = 20;

    public static IQueryable<T> Matching<T>(this IQueryable<T> rows, string? words) where T : class, ISearchable
    {
        // Each word anywhere in the key: «школа 7» finds «Средняя школа № 7».
        foreach (var word in Domain.Text.SearchKey.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords))
            rows = rows.Where(r => EF.Property<string>(r, ModelConventions.SearchKey).Contains(word));
        return rows;
    }

    public static IOrderedQueryable<T> InOrder<T>(this IQueryable<T> rows, bool descending = false) where T : class, ISearchable =>
        descending
            ? rows.OrderByDescending(r => EF.Property<byte[]>(r, ModelConventions.SortKey))
            : rows.OrderBy(r => EF.Property<byte[]>(r, ModelConventions.SortKey));

    public static IOrderedQueryable<T> ThenInOrder<T>(this IOrderedQueryable<T> rows) where T : class, ISearchable =>
        rows.ThenBy(r => EF.Property<byte[]>(r, ModelConventions.SortKey));
}
