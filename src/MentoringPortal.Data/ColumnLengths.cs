using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data;

/// <summary>A text longer than its column: SQL Server would refuse it, SQLite would keep it.</summary>
public sealed record LongText(string Entity, string Field, int MaxLength, string Value);

public static class ColumnLengths
{
    /// <summary>The first of the new or changed texts that does not fit its column; null when all fit.</summary>
    public static LongText? TooLong(this PortalDb db) => (
        from entry in db.ChangeTracker.Entries()
        where entry.State is EntityState.Added or EntityState.Modified
        from property in entry.Properties
        where property.Metadata.PropertyInfo is not null && property.Metadata.GetMaxLength() is { } max && property.CurrentValue is string text && text.Length > max
        select new LongText(entry.Metadata.ClrType.Name, property.Metadata.Name, property.Metadata.GetMaxLength()!.Value, (string)property.CurrentValue!)).FirstOrDefault();
}
