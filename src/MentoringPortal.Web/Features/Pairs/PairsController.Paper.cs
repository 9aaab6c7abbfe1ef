using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace MentoringPortal.Web.Features.Pairs;

/// <summary>«Журнал на бумаге»: the curator says so, and says it again each month.</summary>
public sealed partial class PairsController
{
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
