using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Imports;

/// <summary>
/// The draft of an import: the source and what was read of it with the author's corrections. Seen by its author alone, deleted on saving or
/// after <see cref="DaysKept"/> days; nothing of it stands among orders and roadmaps before it is saved.
/// Its making, downloads, saving and deletion are on record, single corrections are not: a draft is its author's working paper.
/// </summary>
public sealed class RoadmapImport : IVersioned
{
    public const int DaysKept = 7;

    public Guid Id { get; init; }
    public int AuthorId { get; init; }
    public DateTime CreatedAt { get; init; }
    public DateTime ExpiresAt { get; init; }
    /// <summary>Name of the uploaded file; pasted text is kept as a file of its own.</summary>
    [NotPersonal] public string? FileName { get; init; }
    [NotPersonal] public string? StoredName { get; init; }
    [NotPersonal] public string? ContentType { get; init; }
    public long Size { get; init; }
    /// <summary>SHA-256 of the source: the same file twice is noticed.</summary>
    [NotPersonal] public required string Sha256 { get; init; }
    /// <summary>What was read, with the corrections made so far.</summary>
    [Personal] public required DocumentReading Reading { get; set; }
    public int Version { get; private set; }
}
