using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Files;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Features.Executions;
using MentoringPortal.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Consents;

public sealed class ScanForm
{
    public const long MaxRequestBytes = 11L * 1024 * 1024;

    [Required(ErrorMessage = "Выберите файл."), Display(Name = "Скан или фото подписанного согласия")]
    public IFormFile? File { get; set; }

    /// <summary>Keeps the scan where the organization's curator alone sees it. The name a person gave the file may hold a child's name: it is not kept.</summary>
    public async Task Save(PortalDb db, FileStore store, Consent consent, Signature by, CancellationToken cancel)
    {
        var used = await db.Files.Where(f => f.OrganizationId == consent.OrganizationId).SumAsync(f => f.Size, cancel);
        if (used + File!.Length > ExecutionFiles.MostBytes)
            throw new DomainException("Место для файлов вашей организации закончилось (500 МБ). Обратитесь к администратору портала.", "Form.File");
        var upload = Check();
        var content = await store.Save(upload, cancel);
        try
        {
            if (consent.FileId is { } former && await db.Files.SingleOrDefaultAsync(f => f.Id == former, cancel) is { } row)
                row.RemovedAt = by.At;
            var scan = new StoredFile
            {
                Id = Guid.NewGuid(),
                OrganizationId = consent.OrganizationId,
                IsConfidential = true,
                Name = $"Согласие {consent.Id}{Path.GetExtension(upload.Name).ToLowerInvariant()}",
                StoredName = content.StoredName,
                ContentType = upload.Kind.ContentType(),
                Size = content.Size,
                Sha256 = content.Sha256,
                UploadedAt = by.At,
                UploadedById = by.UserId,
                UploadedByName = by.Name,
            };
            db.Files.Add(scan);
            consent.FileId = scan.Id;
            await db.SaveChangesAsync(cancel);
        }
        catch
        {
            store.Delete(content.StoredName);
            throw;
        }
    }

    private UploadedFile Check()
    {
        try
        {
            using var stream = File!.OpenReadStream();
            return UploadedFile.Attachment(File.FileName, stream);
        }
        catch (DomainException refusal)
        {
            throw new DomainException(refusal.Message, "Form.File");
        }
    }
}

/// <summary>GET /consents/{consentId}/scan</summary>
public sealed record ScanPage(int ConsentId, int PersonId, string Name, ConsentKind Kind, DateOnly SignedOn, Guid? FileId, ScanForm Form);
