using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Features.Files;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Features.Consents;

public sealed class ScanForm
{
    [Required(ErrorMessage = "Выберите файл."), Display(Name = "Скан или фото подписанного согласия")]
    public IFormFile? File { get; set; }

    /// <summary>Keeps the scan where the organization's curator alone sees it. The name a person gave the file may hold a child's name: it is not kept.</summary>
    public Task Save(PortalDb db, FileStore store, Consent consent, Signature by, CancellationToken cancel) =>
        new KeptFile(consent.OrganizationId, consent.ScanName, IsConfidential: true).Save(db, store, File!, by, async row =>
        {
            await KeptFile.Replace(db, consent.FileId, by, cancel);
            consent.FileId = row.Id;
        }, cancel);
}

/// <summary>GET /consents/{consentId}/scan</summary>
public sealed record ScanPage(int ConsentId, int PersonId, string Name, ConsentKind Kind, DateOnly SignedOn, Guid? FileId, ScanForm Form);
