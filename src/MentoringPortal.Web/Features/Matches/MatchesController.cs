using MentoringPortal.Data;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Matches;

/// <summary>One human being in several organizations: found by the department, confirmed by both curators.</summary>
[Route("matches")]
public sealed class MatchesController(PortalDb db) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ReadPeople)]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await MatchList.Load(db, cancel));

    [HttpPost("find")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Find(CancellationToken cancel)
    {
        var count = 0;
        return await Submit(
            async () => count = await MatchFinder.Find(db, cancel),
            () => Saved($"Новых возможных совпадений: {count}. Их подтвердят кураторы обеих организаций."),
            async () => View(nameof(Index), await MatchList.Load(db, cancel)));
    }

    [HttpPost("{matchId:id}/confirm")]
    [Access(Permission.WritePairs)]
    public Task<IActionResult> Confirm(int matchId, CancellationToken cancel) => Answer(matchId, true, cancel);

    [HttpPost("{matchId:id}/refuse")]
    [Access(Permission.WritePairs)]
    public Task<IActionResult> Refuse(int matchId, CancellationToken cancel) => Answer(matchId, false, cancel);

    private async Task<IActionResult> Answer(int matchId, bool isSame, CancellationToken cancel)
    {
        if (await db.PersonMatches.SingleOrDefaultAsync(m => m.Id == matchId, cancel) is not { } match)
            return NotFound();
        match.Answer(User.Actor().OrganizationId!.Value, isSame);
        await db.SaveChangesAsync(cancel);
        return Saved(match.State switch
        {
            MatchState.Confirmed => "Совпадение подтверждено обеими организациями.",
            MatchState.Refused => "Записано: это разные люди.",
            _ => "Ответ записан. Ждём ответа другой организации.",
        });
    }

    private LocalRedirectResult Saved(string words)
    {
        Notice(words);
        return LocalRedirect("/matches");
    }
}
