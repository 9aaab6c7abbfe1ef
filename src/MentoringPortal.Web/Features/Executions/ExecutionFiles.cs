using MentoringPortal.Data;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Files;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Features.Files;
using MentoringPortal.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Executions;

/// <summary>Proofs of an execution: checked, stored and counted. All files of a request are kept, or none.</summary>
public static class ExecutionFiles
{
    public const int MostFiles = 20;
    public const string Accept = ".pdf,.jpg,.jpeg,.png,.docx,.xlsx";

    /// <summary>Adds the files to the context; the caller saves, and calls <see cref="Forget"/> where saving fails.</summary>
    /// <exception cref="DomainException">A file is not taken, or there are too many.</exception>
    public static async Task<IReadOnlyList<StoredFile>> Add(
        PortalDb db, FileStore store, Execution execution, IReadOnlyList<IFormFile> files, Signature by, CancellationToken cancel)
    {
        if (files.Count == 0)
            return [];
        var kept = await db.Files.Where(f => f.ExecutionId == execution.Id && f.RemovedAt == null).Select(f => f.Sha256).ToListAsync(cancel);
        if (kept.Count + files.Count > MostFiles)
            throw new DomainException($"К одному заданию можно приложить не больше {MostFiles} файлов.", "Files");
        var used = await db.Files.Where(f => f.OrganizationId == execution.OrganizationId).SumAsync(f => f.Size, cancel);
        if (used + files.Sum(f => f.Length) > KeptFile.MostBytes)
            throw new DomainException("Место для файлов вашей организации закончилось (500 МБ). Обратитесь к администратору портала.", "Files");
        var added = new List<StoredFile>();
        try
        {
            foreach (var upload in files)
            {
                var file = Check(upload);
                var content = await store.Save(file, cancel);
                var row = new KeptFile(execution.OrganizationId).Row(file, content, by);
                row.ExecutionId = execution.Id;
                added.Add(row);
                // The same file again is the same proof: a form sent twice adds nothing.
                if (kept.Contains(content.Sha256))
                    store.Delete(content.StoredName);
                else
                    db.Files.Add(row);
                kept.Add(content.Sha256);
            }
        }
        catch
        {
            Forget(db, store, added);
            throw;
        }
        return added;
    }

    /// <summary>Takes back what was added and not saved.</summary>
    public static void Forget(PortalDb db, FileStore store, IReadOnlyList<StoredFile> added)
    {
        foreach (var row in added)
        {
            db.Entry(row).State = EntityState.Detached;
            store.Delete(row.StoredName);
        }
    }

    private static UploadedFile Check(IFormFile upload)
    {
        try
        {
            using var stream = upload.OpenReadStream();
            return UploadedFile.Attachment(upload.FileName, stream);
        }
        catch (DomainException refusal)
        {
            throw new DomainException($"«{Path.GetFileName(upload.FileName)}»: {refusal.Message} Остальные файлы выберите ещё раз.", "Files");
        }
    }
}
