using MentoringPortal.Data;
using MentoringPortal.Domain;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Applications;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Transfers;

/// <summary>A pupil goes to another school: the old one sends him when he leaves, the new one takes him into a card of its own or refuses.</summary>
[Route("transfers")]
public sealed class TransfersController(PortalDb db, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await TransferList.Load(db, cancel));

    [HttpGet("{incomingId:id}")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Details(int incomingId, CancellationToken cancel) =>
        await Incoming(incomingId, cancel) is { } transfer ? View(await TransferCard.Load(db, transfer, new RefuseTransferForm(), cancel)) : NotFound();

    [HttpPost("{incomingId:id}/join")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Join(int incomingId, JoinForm form, CancellationToken cancel)
    {
        if (await Incoming(incomingId, cancel) is not { } transfer)
            return NotFound();
        return await Submit(
            async () =>
            {
                var person = await db.People.Include(p => p.Mentee).SingleOrDefaultAsync(p => p.Id == form.PersonId && p.OrganizationId == transfer.ToOrganizationId && p.NameKey == transfer.NameKey, cancel)
                    ?? throw new DomainException("Выберите человека с таким же именем.", nameof(JoinForm.PersonId));
                transfer.Join(person, clock.Today);
                db.Remove(transfer);
                await db.SaveChangesAsync(cancel);
            },
            () =>
            {
                Notice("Перевод принят: человек снова в школе. Согласия подпишите заново.");
                return LocalRedirect($"/people/{form.PersonId}");
            },
            async () => View(nameof(Details), await TransferCard.Load(db, transfer, new RefuseTransferForm(), cancel)));
    }

    [HttpPost("{incomingId:id}/refuse")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Refuse(int incomingId, RefuseTransferForm form, CancellationToken cancel)
    {
        if (await Incoming(incomingId, cancel) is not { } transfer)
            return NotFound();
        return await Submit(
            async () =>
            {
                transfer.Refuse(form.Reason);
                await db.SaveChangesAsync(cancel);
            },
            () => Saved("Отказ отправлен прежней школе."),
            async () => View(nameof(Details), await TransferCard.Load(db, transfer, form, cancel)));
    }

    /// <summary>Takes back what nobody has answered, or puts a refusal away.</summary>
    [HttpPost("{outgoingId:id}/withdraw")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Withdraw(int outgoingId, CancellationToken cancel)
    {
        if (await db.Transfers.SingleOrDefaultAsync(t => t.Id == outgoingId && t.OrganizationId == db.Scope.OrganizationId, cancel) is not { } transfer)
            return NotFound();
        db.Remove(transfer);
        await db.SaveChangesAsync(cancel);
        return Saved("Перевод убран. Если человек остаётся, верните его на карточке.");
    }

    private Task<Transfer?> Incoming(int incomingId, CancellationToken cancel) =>
        db.Transfers.SingleOrDefaultAsync(t => t.Id == incomingId && t.ToOrganizationId == db.Scope.OrganizationId && !t.IsRefused, cancel);

    private LocalRedirectResult Saved(string words)
    {
        Notice(words);
        return LocalRedirect("/transfers");
    }
}
