using System.Globalization;
using System.Text.Json;
using MentoringPortal.Data;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>One field of a conflict: what was just typed and what somebody else saved meanwhile.</summary>
public sealed record ConflictField(string Name, string Yours, string Theirs);

/// <summary>Two saves of one row: who was faster, when, and the fields in which the two differ. Shown by <c>_Conflict</c>.</summary>
/// <param name="StoredVersion">The form takes it over: its next save is made knowingly.</param>
public sealed record EditConflict(string? Who, DateTime? At, int StoredVersion, IReadOnlyList<ConflictField> Fields)
{
    /// <exception cref="DomainException">The row is gone.</exception>
    public static async Task<EditConflict> Of(EntityEntry entry, MunicipalClock clock)
    {
        var stored = await entry.GetDatabaseValuesAsync() ?? throw new DomainException("Запись уже удалена.");
        var name = entry.Metadata.ClrType.Name;
        var id = Convert.ToString(entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p.Name).CurrentValue).First(), CultureInfo.InvariantCulture);
        var last = await ((PortalDb)entry.Context).Audit.Where(a => a.Entity == name && a.EntityId == id)
            .OrderByDescending(a => a.Id).Select(a => new { a.ActorName, a.At }).FirstOrDefaultAsync();
        var fields = entry.Properties
            .Where(p => p.IsModified && p.Metadata.PropertyInfo is not null && p.Metadata.Name is not nameof(IVersioned.Version))
            .Select(p => new ConflictField(
                AuditWords.Field(name, p.Metadata.Name),
                Words(p.CurrentValue, p.Metadata.ClrType, clock),
                Words(stored[p.Metadata], p.Metadata.ClrType, clock)))
            .Where(f => f.Yours != f.Theirs).ToList();
        return new EditConflict(last?.ActorName, last is null ? null : clock.Local(last.At), stored.GetValue<int>(nameof(IVersioned.Version)), fields);
    }

    private static string Words(object? value, Type type, MunicipalClock clock) => AuditWords.Value(
        value is null or string or IFormattable or bool ? Convert.ToString(value, CultureInfo.InvariantCulture) : JsonSerializer.Serialize(value, value.GetType()),
        type, clock);
}
