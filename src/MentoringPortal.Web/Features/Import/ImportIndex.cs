using MentoringPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Import;

/// <summary>GET /roadmaps/import: the form and the author's unfinished drafts.</summary>
public sealed record ImportIndex(UploadForm Form, IReadOnlyList<DraftRow> Drafts)
{
    public static async Task<ImportIndex> Load(PortalDb db, UploadForm form, CancellationToken cancel)
    {
        var drafts = await db.RoadmapImports.OrderByDescending(d => d.CreatedAt).ToListAsync(cancel);
        return new ImportIndex(form, [.. drafts.Select(d => new DraftRow(d.Id, d.FileName ?? "", d.Reading.Document.Title, d.CreatedAt, d.ExpiresAt, d.Reading.Remarks.Count))]);
    }
}

public sealed record DraftRow(Guid Id, string FileName, string? Title, DateTime CreatedAt, DateTime ExpiresAt, int Remarks);
