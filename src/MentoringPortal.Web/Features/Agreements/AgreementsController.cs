using MentoringPortal.Data;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Executions;
using MentoringPortal.Web.Features.Files;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Agreements;

/// <summary>The register of agreements with partners: the department keeps it, curators see whose mentors they may ask for.</summary>
[Route("agreements")]
public sealed class AgreementsController(PortalDb db, FileStore store, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ReadPeople)]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await AgreementList.Load(db, clock.Today, cancel));

    [HttpGet("new")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Create(CancellationToken cancel) =>
        View(await AgreementPage.Load(db, null, new AgreementForm { Date = clock.Today }, clock, cancel));

    [HttpPost("new"), RequestSizeLimit(KeptFile.MaxRequestBytes), RequestFormLimits(MultipartBodyLengthLimit = KeptFile.MaxRequestBytes)]
    [Access(Permission.WriteRules)]
    public Task<IActionResult> Create([Bind(Prefix = "Form")] AgreementForm form, CancellationToken cancel) => Submit(
        async () =>
        {
            var agreement = new PartnerAgreement();
            db.PartnerAgreements.Add(agreement);
            await form.Save(db, store, agreement, User.Signature(clock), cancel);
        },
        () => Saved("Соглашение записано."),
        async () =>
        {
            db.ChangeTracker.Clear();
            return View(await AgreementPage.Load(db, null, form, clock, cancel));
        });

    [HttpGet("{agreementId:id}/edit")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Edit(int agreementId, CancellationToken cancel) =>
        await Find(agreementId, cancel) is { } agreement ? View(await AgreementPage.Load(db, agreement, AgreementForm.Of(agreement), clock, cancel)) : NotFound();

    [HttpPost("{agreementId:id}/edit"), RequestSizeLimit(KeptFile.MaxRequestBytes), RequestFormLimits(MultipartBodyLengthLimit = KeptFile.MaxRequestBytes)]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Edit(int agreementId, [Bind(Prefix = "Form")] AgreementForm form, CancellationToken cancel)
    {
        if (await Find(agreementId, cancel) is not { } agreement)
            return NotFound();
        return await Submit(
            async () =>
            {
                db.Expect(agreement, form.Version);
                await form.Save(db, store, agreement, User.Signature(clock), cancel);
            },
            () => Saved("Соглашение сохранено."),
            async () =>
            {
                db.ChangeTracker.Clear();
                return View(await AgreementPage.Load(db, await Find(agreementId, cancel), form, clock, cancel));
            });
    }

    private Task<PartnerAgreement?> Find(int agreementId, CancellationToken cancel) => db.PartnerAgreements.SingleOrDefaultAsync(a => a.Id == agreementId, cancel);

    private LocalRedirectResult Saved(string words)
    {
        Notice(words);
        return LocalRedirect("/agreements");
    }
}
