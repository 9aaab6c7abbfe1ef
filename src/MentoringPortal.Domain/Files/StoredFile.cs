namespace MentoringPortal.Domain.Files;

/// <summary>A file kept in the store under a random name; the name a person gave it stands here alone.</summary>
public sealed class StoredFile : IOwnedByOrganization
{
    public Guid Id { get; init; }
    /// <summary>Owner: the organization that sent it, null for the department's own.</summary>
    public int? OrganizationId { get; init; }
    /// <summary>The order it is the source or scan of.</summary>
    public int? OrderId { get; set; }
    public Orders.Order? Order { get; init; }
    /// <summary>The execution it proves.</summary>
    public int? ExecutionId { get; set; }
    public Roadmaps.Execution? Execution { get; private set; }
    /// <summary>The material for mentors it is the document of.</summary>
    public int? MaterialId { get; private set; }
    public Pairs.Material? Material { get; private set; }
    /// <summary>The entry of a request's checklist it answers.</summary>
    public int? SubmittedDocumentId { get; set; }
    public Requests.SubmittedDocument? SubmittedDocument { get; private set; }
    /// <summary>The scan of a consent or another paper of a person: seen by its organization alone, not by the department.</summary>
    public bool IsConfidential { get; init; }
    [NotPersonal] public required string Name { get; init; }
    /// <summary>Random name inside the store.</summary>
    [NotPersonal] public required string StoredName { get; init; }
    [NotPersonal] public required string ContentType { get; init; }
    /// <summary>Bytes.</summary>
    public long Size { get; init; }
    /// <summary>Lower-case hexadecimal SHA-256 of the content: the same file twice is noticed by it.</summary>
    [NotPersonal] public required string Sha256 { get; init; }
    public DateTime UploadedAt { get; init; }
    public int UploadedById { get; init; }
    [Personal] public required string UploadedByName { get; init; }
    /// <summary>Taken out of the list by its owner; kept for the history.</summary>
    public DateTime? RemovedAt { get; set; }
}
