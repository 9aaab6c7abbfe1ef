using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.People;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Consents;

/// <summary>Consents: the list by person, receipt in bulk, blanks, the grounds of processing.</summary>
[Route("consents")]
public sealed partial class ConsentsController(PortalDb db, Housekeeping housekeeping, FileStore store, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ReadPeople)]
    public async Task<IActionResult> Index(ConsentFilter filter, PageRequest paging, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await ConsentList.Load(db, filter, paging, clock.Today, cancel));
    }

    [HttpGet("export.xlsx")]
    [Access(Permission.ReadPeople)]
    public async Task<IActionResult> Export(ConsentFilter filter, CancellationToken cancel)
    {
        var actor = User.Actor();
        var rows = await ConsentList.Rowwise(db, filter, clock.Today, cancel);
        var all = await new ConsentFilter { State = PeopleFilter.All, Organization = filter.Organization }.Apply(db, clock.Today).CountAsync(cancel);
        var pills = filter.Pills(await ConsentList.ChoicesOf(db, actor, cancel));
        var bytes = ConsentsWorkbook.Render(rows, all, $"Согласия {PeopleWords.Of(filter.ConsentOrDefault)}", PeopleWords.InWords(pills, "без выбывших"), clock.Today, actor.Role == Role.Curator);
        // The words of a search are names: the journal keeps that there was one.
        await db.Record(AuditAction.Exported, nameof(Consent), detail: $"согласия, отборов: {pills.Count}; строк: {rows.Count}", cancel: cancel);
        return new FileDownload(bytes, $"{clock.Today:yyyy-MM-dd} Согласия.xlsx", FileKind.Xlsx);
    }

    // The parameter must not be named like a property of its type («group»): model binding would take the name for a prefix and read nothing.
    [HttpGet("receive")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Receive(ConsentGroup chosen, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await Exists(chosen, cancel))
            return NotFound();
        return View(await ReceivePage.Load(db, chosen, new ReceiveForm { SignedOn = clock.Today }, clock.Today, cancel));
    }

    [HttpPost("receive")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Receive(ConsentGroup chosen, [Bind(Prefix = "Form")] ReceiveForm form, CancellationToken cancel)
    {
        if (!await Exists(chosen, cancel))
            return NotFound();
        var count = 0;
        return await Submit(
            async () =>
            {
                (count, var refusals) = await form.Save(db, chosen, clock.Today, cancel);
                foreach (var refusal in refusals.Skip(1))
                    ModelState.AddModelError(refusal.Field!, refusal.Message);
                if (refusals.Count > 0)
                    throw refusals[0];
                // Pairs that waited for it, a mentor's at other schools too. The consents are recorded by now: a page that is closed does not stop it.
                await housekeeping.ReviewConsents(form.People, CancellationToken.None);
            },
            () =>
            {
                Notice($"Согласия зарегистрированы: {count}.");
                return LocalRedirect(chosen.PersonId is { } person ? $"/people/{person}" : $"/consents?Consent={chosen.Kind}");
            },
            async () =>
            {
                db.ChangeTracker.Clear();
                return View(await ReceivePage.Load(db, chosen, form, clock.Today, cancel));
            });
    }

    [HttpGet("forms/export.pdf")]
    [Access(Permission.WritePeople)]
    public Task<IActionResult> Pdf(ConsentGroup chosen, CancellationToken cancel) => Blanks(chosen, FileKind.Pdf, cancel);

    [HttpGet("forms/export.docx")]
    [Access(Permission.WritePeople)]
    public Task<IActionResult> Docx(ConsentGroup chosen, CancellationToken cancel) => Blanks(chosen, FileKind.Docx, cancel);

    [HttpGet("rules")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Rules(CancellationToken cancel) => View(await ConsentRulesForm.Load(db, cancel));

    [HttpPost("rules")]
    [Access(Permission.WriteRules)]
    public Task<IActionResult> Rules(ConsentRulesForm form, CancellationToken cancel) => Submit(
        () => form.Save(db, cancel),
        () =>
        {
            Notice("Основания и сроки сохранены.");
            return LocalRedirect("/consents/rules");
        },
        () => Task.FromResult<IActionResult>(View(form)));

    private async Task<IActionResult> Blanks(ConsentGroup chosen, FileKind format, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await Exists(chosen, cancel))
            return NotFound();
        var people = chosen.PersonId is null ? chosen.InNeed(db, clock.Today) : chosen.Of(db, clock.Today);
        var rows = await people.AsNoTracking().InOrder().ToListAsync(cancel);
        if (rows.Count == 0)
            return LocalRedirect("/consents/receive");
        var owner = rows[0].OrganizationId;
        var organization = await db.Organizations.Where(o => o.Id == owner).Select(o => new ConsentOperator(o.FullName, o.Address)).SingleAsync(cancel);
        var paper = ConsentPaper.Of(chosen.Kind, organization, [.. rows.Select(p => ConsentBlank.Of(p, clock.Today))]);
        await db.Record(AuditAction.Exported, nameof(Consent), detail: $"бланки согласий, {rows.Count}", cancel: cancel);
        var bytes = format == FileKind.Pdf ? Paper.Pdf.Render(paper) : Paper.Docx.Render(paper);
        return new FileDownload(bytes, $"{clock.Today:yyyy-MM-dd} Бланки согласий.{(format == FileKind.Pdf ? "pdf" : "docx")}", format);
    }

    /// <summary>A person of somebody else's is not there.</summary>
    private async Task<bool> Exists(ConsentGroup chosen, CancellationToken cancel) => chosen.PersonId is null || await chosen.Of(db, clock.Today).AnyAsync(cancel);
}
