using MentoringPortal.Domain;

namespace MentoringPortal.Data.Audit;

/// <summary>What happened; the names are listed for people in <c>docs/audit-events.md</c>.</summary>
public enum AuditAction
{
    Created,
    Changed,
    Deleted,
    SignedIn,
    SignInFailed,
    SignedOut,
    LockedOut,
    AccessDenied,
    Downloaded,
    Exported,
    SessionsEnded,
    Viewed,
    Revealed,
    PasswordChanged,
    Erased,
}

/// <summary>One line of the journal: append-only, written in the transaction of the change; the database refuses to alter or delete it.</summary>
public sealed class AuditEntry
{
    public long Id { get; private set; }
    public DateTime At { get; init; }
    public AuditAction Action { get; init; }
    /// <summary>Entity type, e.g. «Execution»; null for events without one.</summary>
    [NotPersonal] public string? Entity { get; init; }
    [NotPersonal] public string? EntityId { get; init; }
    /// <summary>The organization whose row it is; null for the department's own.</summary>
    public int? OrganizationId { get; init; }
    public int? ActorId { get; init; }
    [Personal] public required string ActorName { get; init; }
    public Role? ActorRole { get; init; }
    /// <summary>Changed fields, old and new; values of personal fields are shown to those alone who may see the field.</summary>
    [Personal] public IReadOnlyList<AuditChange> Changes { get; init; } = [];
    /// <summary>Words of the event that has no fields: a path, a filter and its count.</summary>
    [NotPersonal] public string? Detail { get; init; }
    [Personal] public string? Address { get; init; }
    [NotPersonal] public string? RequestId { get; init; }
}

/// <summary>One field, old and new as text.</summary>
public sealed record AuditChange(string Field, string? Old, string? New, bool Personal);
