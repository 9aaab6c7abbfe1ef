using MentoringPortal.Data;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Files;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Features.Executions;
using MentoringPortal.Web.Features.Files;
using MentoringPortal.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Requests;

/// <summary>Files of an answer, by document. They are kept whatever becomes of the numbers sent with them: a slip in a cell costs nobody a second upload.</summary>
public static class AnswerFiles
{
    public static string FieldOf(int documentId) => $"file{documentId}";

    /// <exception cref="DomainException">A file is not taken, there are too many, or the document is accepted already.</exception>
    public static async Task<int> Keep(PortalDb db, FileStore store, Submission answer, IFormFileCollection files, Signature by, CancellationToken cancel)
    {
        if (files.Count == 0)
            return 0;
        if (!answer.IsEditable)
            answer.Begin();
        var owner = answer.OrganizationId;
        var kept = await db.Files.Where(f => f.SubmittedDocument!.SubmissionId == answer.Id && f.RemovedAt == null).Select(f => new { f.SubmittedDocumentId, f.Sha256 }).ToListAsync(cancel);
        if (kept.Count + files.Count > ExecutionFiles.MostFiles * 2)
            throw new DomainException($"К одному ответу можно приложить не больше {ExecutionFiles.MostFiles * 2} файлов.");
        if (await db.Files.Where(f => f.OrganizationId == owner).SumAsync(f => f.Size, cancel) + files.Sum(f => f.Length) > KeptFile.MostBytes)
            throw new DomainException("Место для файлов вашей организации закончилось (500 МБ). Обратитесь к администратору портала.");
        var added = new List<StoredFile>();
        try
        {
            foreach (var document in answer.Documents)
                foreach (var upload in files.GetFiles($"Form.{FieldOf(document.Id)}"))
                {
                    if (document.State == DocumentState.Accepted)
                        throw new DomainException("Этот документ уже принят: менять его не нужно.", FieldOf(document.Id));
                    var file = Check(upload, document.Id);
                    var row = await Store(store, owner, file, document.Id, by, added, cancel);
                    // The same file again is the same document: a form sent twice adds nothing.
                    if (kept.Exists(k => k.SubmittedDocumentId == document.Id && k.Sha256 == row.Sha256))
                        store.Delete(row.StoredName);
                    else
                        db.Files.Add(row);
                }
            answer.Begin();
            await db.SaveChangesAsync(cancel);
        }
        catch
        {
            ExecutionFiles.Forget(db, store, added);
            throw;
        }
        return added.Count;
    }

    private static async Task<StoredFile> Store(FileStore store, int? owner, UploadedFile file, int documentId, Signature by, List<StoredFile> added, CancellationToken cancel)
    {
        var row = new KeptFile(owner).Row(file, await store.Save(file, cancel), by);
        row.SubmittedDocumentId = documentId;
        added.Add(row);
        return row;
    }

    private static UploadedFile Check(IFormFile upload, int documentId)
    {
        try
        {
            using var stream = upload.OpenReadStream();
            return UploadedFile.Attachment(upload.FileName, stream);
        }
        catch (DomainException refusal)
        {
            throw new DomainException($"«{Path.GetFileName(upload.FileName)}»: {refusal.Message}", FieldOf(documentId));
        }
    }
}
