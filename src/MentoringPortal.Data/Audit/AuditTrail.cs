using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Applications;
using MentoringPortal.Domain.Exchange;
using MentoringPortal.Domain.Jobs;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MentoringPortal.Data.Audit;

/// <summary>Turns tracked changes into lines of the journal. Keys of new rows are known after the first save, so it is asked twice.</summary>
internal sealed class AuditTrail
{
    /// <summary>Columns that are the program's own business, or a secret.</summary>
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "Version", "SearchKey", "SortKey", "NameKey", "PasswordHash", "SecurityStamp", "ConcurrencyStamp", "CodeHash",
        "NormalizedEmail", "NormalizedUserName", "SeenAt", "AccessFailedCount",
        // Of a letter: the journal is kept for years, and whoever asked for a password may be nobody of the portal.
        "Recipient", "Body", "Key",
    };

    private readonly List<(EntityEntry Entry, AuditAction Action, IReadOnlyList<AuditChange> Changes)> _changes = [];

    private AuditTrail() { }

    public static AuditTrail Of(ChangeTracker tracker)
    {
        var trail = new AuditTrail();
        foreach (var entry in tracker.Entries())
        {
            AuditAction? action = entry.State switch
            {
                EntityState.Added => AuditAction.Created,
                EntityState.Modified => AuditAction.Changed,
                EntityState.Deleted => AuditAction.Deleted,
                _ => null,
            };
            if (action is null || entry.Entity is AuditEntry or Accounts.UserSession or Job)
                continue;
            var changes = Changes(entry);
            if (changes.Count > 0 || action != AuditAction.Changed)
                trail._changes.Add((entry, action.Value, changes));
        }
        return trail;
    }

    public bool IsEmpty => _changes.Count == 0;

    public IEnumerable<AuditEntry> Entries(ScopeSource source, DateTime now)
    {
        var scope = source.Current;
        return _changes.Select(c => new AuditEntry
        {
            At = now,
            Action = c.Action,
            Entity = c.Entry.Metadata.ClrType.Name,
            EntityId = string.Join(',', c.Entry.Metadata.FindPrimaryKey()!.Properties
                .Select(p => Text(c.Entry.Property(p.Name).CurrentValue))),
            OrganizationId = OwnerOf(c.Entry),
            ActorId = scope.Actor?.UserId,
            ActorName = scope.ActorName,
            ActorRole = scope.Actor?.Role,
            Changes = [.. c.Changes, .. FreshKeys(c.Entry, c.Changes)],
            Address = source.Address,
            RequestId = source.RequestId,
        });
    }

    /// <summary>Whose curator reads the line on the card: an organization's own card and its chosen forms are its own too.</summary>
    private static int? OwnerOf(EntityEntry entry) => entry.Entity switch
    {
        IOwnedByOrganization owned => owned.OrganizationId,
        // The key of a new row stands in the entry alone until the save is accepted.
        Organization => (int?)entry.Property(nameof(Organization.Id)).CurrentValue,
        ParticipationForm { Participation: { } year } => year.OrganizationId,
        _ => null,
    };

    private static List<AuditChange> Changes(EntityEntry entry)
    {
        var changes = new List<AuditChange>();
        foreach (var property in entry.Properties)
        {
            if (Silent.Contains(property.Metadata.Name) || property.Metadata.IsPrimaryKey())
                continue;
            // Of an applicant, and of what another school is shown, nothing is kept once the curator has decided: nor in the journal.
            if (entry.Entity is (Application or Transfer) && IsPersonal(property.Metadata))
                continue;
            var old = entry.State == EntityState.Added ? null : Text(property.OriginalValue);
            var now = entry.State == EntityState.Deleted ? null : Text(property.CurrentValue);
            // A foreign key to a row that is not saved yet holds a temporary number: it is told when the real one is known.
            if (property.IsTemporary)
                continue;
            if (!string.Equals(old, now, StringComparison.Ordinal))
                changes.Add(new AuditChange(property.Metadata.Name, old, now, IsPersonal(property.Metadata)));
        }
        return changes;
    }

    /// <summary>Keys of rows that were saved together with this new one.</summary>
    private static IEnumerable<AuditChange> FreshKeys(EntityEntry entry, IReadOnlyList<AuditChange> told) => entry.Properties
        .Where(p => entry.State == EntityState.Added && p.Metadata.IsForeignKey() && !p.Metadata.IsPrimaryKey() && p.CurrentValue is not null && told.All(t => t.Field != p.Metadata.Name))
        .Select(p => new AuditChange(p.Metadata.Name, null, Text(p.CurrentValue), IsPersonal(p.Metadata)));

    internal static bool IsPersonal(IReadOnlyProperty property) =>
        property.PropertyInfo is { } info
        && (info.IsDefined(typeof(PersonalAttribute), inherit: true)
            || info.IsDefined(typeof(Microsoft.AspNetCore.Identity.PersonalDataAttribute), inherit: true));

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        DateTime at => at.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        // A draft is corrected a hundred times and then thrown away: the journal keeps that it was, not the whole paper twice each time.
        DocumentReading draft => $"SHA-256 {Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(draft, JsonColumn.Options)))}",
        // What an import has changed is told by the rows themselves.
        IReadOnlyList<ImportedChange> changes => $"строк: {changes.Count}",
        IReadOnlyList<RefusedRow> refused => $"строк: {refused.Count}",
        _ => JsonSerializer.Serialize(value, value.GetType(), JsonColumn.Options),
    };
}
