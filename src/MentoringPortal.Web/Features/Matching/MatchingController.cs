using MentoringPortal.Data;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Matching;

/// <summary>Who is without a mentor or without mentees, suggestions with their reasons, drafts for all at once.</summary>
[Route("matching")]
public sealed class MatchingController(PortalDb db, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Index(PageRequest paging, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await Unmatched.Load(db, paging, clock.Today, cancel));
    }

    [HttpGet("{menteeId:id}")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Suggest(int menteeId, CancellationToken cancel) =>
        await Suggestions.Load(db, menteeId, null, clock.Today, cancel) is { } page ? View(page) : NotFound();

    [HttpPost("{menteeId:id}/support")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Support(int menteeId, [Bind(Prefix = "Form")] SupportForm form, CancellationToken cancel)
    {
        if (await db.Mentees.SingleOrDefaultAsync(m => m.Id == menteeId, cancel) is not { } mentee)
            return NotFound();
        return await Submit(
            async () =>
            {
                db.Expect(mentee, form.Version);
                mentee.Support(form.SupportedBy, form.SupportedSince, clock.Today);
                await db.SaveChangesAsync(cancel);
            },
            () =>
            {
                Notice(mentee.SupportedBy is null ? "Поддержка до подбора наставника снята." : "Записано, кто поддерживает до подбора наставника.");
                return LocalRedirect($"/matching/{menteeId}");
            },
            async () => View(nameof(Suggest), await Suggestions.Load(db, menteeId, form, clock.Today, cancel)));
    }

    [HttpGet("proposal")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Propose(CancellationToken cancel) => View(await Proposal.Load(db, null, clock.Today, cancel));

    [HttpPost("proposal")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Propose([Bind(Prefix = "Form")] ProposalForm form, CancellationToken cancel)
    {
        (int Made, IReadOnlyList<string> Left) done = (0, []);
        return await Submit(
            async () => done = await form.Save(db, User.Actor().OrganizationId!.Value, clock.Today, cancel),
            () =>
            {
                Notice($"Черновики созданы: {done.Made}." + (done.Left.Count == 0 ? "" : $" Остальные не созданы: {string.Join(" ", done.Left)}") + " Работать пары начнут, когда их закрепит приказ.");
                return LocalRedirect("/pairs?State=Draft");
            },
            async () =>
            {
                db.ChangeTracker.Clear();
                return View(await Proposal.Load(db, form, clock.Today, cancel));
            });
    }
}
