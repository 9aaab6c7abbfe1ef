using MentoringPortal.Domain.Files;
using MentoringPortal.Domain.Organizations;

namespace MentoringPortal.Domain.Pairs;

/// <summary>Материал для наставника: a document or a link that the department puts up for all mentors, or an organization for its own.</summary>
public sealed class Material(int? organizationId) : IOwnedByOrganization, IVersioned
{
    public int Id { get; private set; }
    /// <summary>Null for the department's, which is for everybody.</summary>
    public int? OrganizationId { get; private set; } = organizationId;
    [NotPersonal] public string Title { get; set; } = "";
    /// <summary>What it is good for, in a sentence.</summary>
    [NotPersonal] public string? Note { get; set; }
    [NotPersonal] public string? Link { get; private set; }
    /// <summary>The form of mentoring it is for; null for any.</summary>
    public int? FormId { get; set; }
    public MentoringForm? Form { get; private set; }
    public DateOnly PublishedOn { get; private set; }
    public DateOnly? RemovedOn { get; private set; }
    public List<StoredFile> Files { get; } = [];
    public int Version { get; private set; }

    /// <summary>Puts it up: with a document, with an address on the web, or with both.</summary>
    /// <exception cref="DomainException">There is nothing to open, or the address is none of the web.</exception>
    public void Publish(string? link, bool hasFile, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(link) && !hasFile)
            throw new DomainException("Приложите файл или укажите ссылку.", "File");
        if (!string.IsNullOrWhiteSpace(link) && !(Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
            throw new DomainException("Ссылка начинается с https:// или http://.", nameof(Link));
        (Link, PublishedOn) = (string.IsNullOrWhiteSpace(link) ? null : link.Trim(), today);
    }

    /// <summary>Shown no more, its document neither; the row stays for the history.</summary>
    public void Remove(DateOnly today, DateTime now)
    {
        RemovedOn ??= today;
        foreach (var file in Files)
            file.RemovedAt ??= now;
    }
}
