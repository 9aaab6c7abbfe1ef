using MentoringPortal.Data;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Web.Features.Executions;
using MentoringPortal.Web.Features.Files;
using MentoringPortal.Web.Features.People;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Consents;

/// <summary>One consent: its withdrawal and its scan.</summary>
public sealed partial class ConsentsController
{
    [HttpGet("{consentId:id}/withdraw")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Withdraw(int consentId, CancellationToken cancel) =>
        await Find(consentId, cancel) is { WithdrawnOn: null } consent
            ? View(await WithdrawPage.Load(db, consent, new WithdrawForm { Version = consent.Version, Day = clock.Today }, clock.Today, cancel))
            : NotFound();

    [HttpPost("{consentId:id}/withdraw")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Withdraw(int consentId, [Bind(Prefix = "Form")] WithdrawForm form, CancellationToken cancel)
    {
        if (await Find(consentId, cancel) is not { } consent)
            return NotFound();
        var days = await db.Settings.Select(s => s.DestructionDays).SingleAsync(cancel);
        return await Submit(
            async () =>
            {
                await form.Save(db, consent, clock.Today, cancel);
                // A mentor's pairs at other schools are not this curator's to end: they are hidden from him, and their curators told. A page that is closed meanwhile stops neither.
                await housekeeping.ReviewConsents([consent.PersonId], CancellationToken.None);
            },
            () => Saved($"Согласие отозвано. Данные, которые держались на нём, уничтожьте до {form.Day!.Value.AddDays(days):dd.MM.yyyy} включительно.", consent.PersonId),
            async () =>
            {
                db.ChangeTracker.Clear();
                return View(await WithdrawPage.Load(db, (await Find(consentId, cancel))!, form, clock.Today, cancel));
            });
    }

    [HttpGet("{consentId:id}/scan")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Scan(int consentId, CancellationToken cancel) =>
        await FindOwn(consentId, cancel) is { } consent ? View(PageOf(consent, new ScanForm())) : NotFound();

    [HttpPost("{consentId:id}/scan"), RequestSizeLimit(KeptFile.MaxRequestBytes), RequestFormLimits(MultipartBodyLengthLimit = KeptFile.MaxRequestBytes)]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Scan(int consentId, [Bind(Prefix = "Form")] ScanForm form, CancellationToken cancel)
    {
        if (await FindOwn(consentId, cancel) is not { } consent)
            return NotFound();
        return await Submit(
            () => form.Save(db, store, consent, User.Signature(clock), cancel),
            () => Saved("Скан согласия сохранён. Его видит только ваша организация.", consent.PersonId),
            () => Task.FromResult<IActionResult>(View(PageOf(consent, form))));
    }

    private static ScanPage PageOf(Consent consent, ScanForm form) =>
        new(consent.Id, consent.PersonId, consent.Person!.Name.Full, consent.Kind, consent.SignedOn, consent.FileId, form);

    private LocalRedirectResult Saved(string words, int personId)
    {
        Notice(words);
        return LocalRedirect($"/people/{personId}");
    }

    /// <summary>A consent of a person whom the reader may write for.</summary>
    private async Task<Consent?> Find(int consentId, CancellationToken cancel) =>
        await db.Consents.Include(c => c.Person).SingleOrDefaultAsync(c => c.Id == consentId, cancel) is { } consent && await PeopleRights.MayWrite(db, consent.OrganizationId, cancel) ? consent : null;

    /// <summary>Scans are the organization's own: the department neither sees nor sends them.</summary>
    private async Task<Consent?> FindOwn(int consentId, CancellationToken cancel) =>
        User.Actor().Role == Role.Curator ? await Find(consentId, cancel) : null;
}
