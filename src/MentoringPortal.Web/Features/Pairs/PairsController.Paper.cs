using MentoringPortal.Data.Audit;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace MentoringPortal.Web.Features.Pairs;

/// <summary>What stands on paper: the list for an amending order, and «журнал на бумаге», which the curator confirms each month.</summary>
public sealed partial class PairsController
{
    [HttpGet("changes")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Changes(DateOnly? from, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await PairChanges.Load(db, from, clock.Today, cancel));
    }

    [HttpGet("changes.{paper:regex(^(docx|pdf|xlsx)$)}")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> ChangesFile(string paper, DateOnly? from, CancellationToken cancel)
    {
        ModelState.Clear();
        var changes = await PairChanges.Load(db, from, clock.Today, cancel);
        await db.Record(AuditAction.Exported, nameof(Domain.Pairs.Pair), detail: $"изменения для приказа, {paper}; строк: {changes.Rows.Count}", cancel: cancel);
        var name = $"{clock.Today:yyyy-MM-dd} Изменения к приказу.{paper}";
        return paper switch
        {
            "pdf" => new FileDownload(Paper.Pdf.Render(changes.Document()), name, FileKind.Pdf),
            "docx" => new FileDownload(Paper.Docx.Render(changes.Document()), name, FileKind.Docx),
            _ => new FileDownload(changes.Workbook(), name, FileKind.Xlsx),
        };
    }

    [HttpPost("{pairId:id}/paper")]
    [Access(Permission.WritePairs)]
    public Task<IActionResult> KeepOnPaper(int pairId, CancellationToken cancel) =>
        Journal(pairId, "Журнал на бумаге подтверждён. Портал спросит снова через месяц.", pair => pair.KeepOnPaper(clock.Today), cancel);

    [HttpPost("{pairId:id}/paper/stop")]
    [Access(Permission.WritePairs)]
    public Task<IActionResult> KeepInPortal(int pairId, CancellationToken cancel) =>
        Journal(pairId, "Встречи этой пары снова отмечают в портале.", pair => pair.KeepInPortal(), cancel);

    private async Task<IActionResult> Journal(int pairId, string words, Action<Domain.Pairs.Pair> write, CancellationToken cancel)
    {
        if (await Find(pairId, cancel) is not { } pair)
            return NotFound();
        return await Submit(
            async () =>
            {
                write(pair);
                await db.SaveChangesAsync(cancel);
            },
            () => Saved(words, pairId),
            async () => View(nameof(Details), await PairCard.Load(db, mentors, pairId, clock, cancel)));
    }
}
