using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace MentoringPortal.Web.Features.Roadmaps;

/// <summary>The roadmap out of the portal: the rows that the screen shows, under the same filter.</summary>
public sealed partial class RoadmapsController
{
    [HttpGet("{roadmapId:id}/export.{format:regex(^(xlsx|docx|pdf)$)}")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Export(int roadmapId, string format, [FromQuery] RoadmapFilter filter, CancellationToken cancel)
    {
        if (await RoadmapBoard.Load(db, roadmapId, clock.Today, cancel) is not { } board)
            return NotFound();
        var shown = RoadmapDetails.Of(board, filter, User.Actor().Role == Role.Curator);
        await db.Record(AuditAction.Exported, nameof(Roadmap), $"{roadmapId}", $"{format}, строк: {shown.Rows.Count}", cancel: cancel);
        var made = clock.Local(clock.UtcNow);
        var name = $"{clock.Today:yyyy-MM-dd} Дорожная карта {board.Head.OrderNumber}".TrimEnd() + $".{format}";
        return format switch
        {
            "xlsx" => new FileDownload(RoadmapWorkbook.Of(shown, made), name, FileKind.Xlsx),
            "docx" => new FileDownload(Paper.Docx.Render(RoadmapPaper.Of(shown, made)), name, FileKind.Docx),
            _ => new FileDownload(Paper.Pdf.Render(RoadmapPaper.Of(shown, made)), name, FileKind.Pdf),
        };
    }
}
