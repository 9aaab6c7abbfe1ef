using MentoringPortal.Data;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Files;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Files;

/// <summary>The one file that a form brings with it, in its field <c>File</c>.</summary>
/// <param name="OwnerId">Whose it is; null for the department.</param>
/// <param name="Name">What it is kept as; null for its own name, which may hold a child's.</param>
/// <param name="IsConfidential">Seen by the organization alone.</param>
public sealed record KeptFile(int? OwnerId, string? Name = null, bool IsConfidential = false)
{
    /// <summary>Of a request with one file of ten megabytes and a few fields.</summary>
    public const long MaxRequestBytes = 11L * 1024 * 1024;

    /// <summary>All files of one owner together.</summary>
    public const long MostBytes = 500L * 1024 * 1024;

    /// <summary>Checks the file, stores it, hands its row over and saves; the bytes go where saving fails.</summary>
    /// <param name="attach">Puts the row to what it belongs to.</param>
    /// <exception cref="DomainException">The file is not taken, or there is no room left.</exception>
    public async Task Save(PortalDb db, FileStore store, IFormFile file, Signature by, Func<StoredFile, Task> attach, CancellationToken cancel)
    {
        if (await db.Files.Where(f => f.OrganizationId == OwnerId).SumAsync(f => f.Size, cancel) + file.Length > MostBytes)
            throw new DomainException("Место для файлов закончилось (500 МБ). Обратитесь к администратору портала.", "Form.File");
        var upload = Check(file);
        var content = await store.Save(upload, cancel);
        try
        {
            var row = Row(upload, content, by);
            db.Files.Add(row);
            await attach(row);
            await db.SaveChangesAsync(cancel);
        }
        catch
        {
            store.Delete(content.StoredName);
            throw;
        }
    }

    /// <summary>The row of a file that is stored.</summary>
    public StoredFile Row(UploadedFile upload, StoredContent content, Signature by) => new()
    {
        Id = Guid.NewGuid(),
        OrganizationId = OwnerId,
        IsConfidential = IsConfidential,
        Name = Name is null ? upload.Name : Name + Path.GetExtension(upload.Name).ToLowerInvariant(),
        StoredName = content.StoredName,
        ContentType = upload.Kind.ContentType(),
        Size = content.Size,
        Sha256 = content.Sha256,
        UploadedAt = by.At,
        UploadedById = by.UserId,
        UploadedByName = by.Name,
    };

    /// <summary>The former file of something that has one at a time opens no more.</summary>
    public static async Task Replace(PortalDb db, Guid? former, Signature by, CancellationToken cancel)
    {
        if (former is { } id && await db.Files.SingleOrDefaultAsync(f => f.Id == id, cancel) is { } row)
            row.RemovedAt = by.At;
    }

    private static UploadedFile Check(IFormFile file)
    {
        try
        {
            using var stream = file.OpenReadStream();
            return UploadedFile.Attachment(file.FileName, stream);
        }
        catch (DomainException refusal)
        {
            throw new DomainException(refusal.Message, "Form.File");
        }
    }
}
