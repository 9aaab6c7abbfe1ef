using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Files;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Files;

/// <summary>Downloads of kept files. Who may see a file is the scope of its row: a foreign one is not there, whole or in ranges.</summary>
[Route("files")]
public sealed class FilesController(PortalDb db, FileStore store) : PortalController
{
    [HttpGet("{fileId:guid}")]
    [Access(Permission.ReadFiles)]
    public async Task<IActionResult> Download(Guid fileId, CancellationToken cancel)
    {
        var file = await db.Files.Where(f => f.Id == fileId && f.RemovedAt == null)
            .Select(f => new { f.Name, f.StoredName, f.ContentType })
            .SingleOrDefaultAsync(cancel);
        if (file is null)
            return NotFound();
        FileStream content;
        try
        {
            content = store.Open(file.StoredName);
        }
        catch (IOException)
        {
            // The row outlived its file: a restored database without its files.
            return NotFound();
        }
        await db.Record(AuditAction.Downloaded, nameof(StoredFile), $"{fileId}", cancel: cancel);
        return new FileDownload(content, file.Name, file.ContentType) { EnableRangeProcessing = true };
    }
}
