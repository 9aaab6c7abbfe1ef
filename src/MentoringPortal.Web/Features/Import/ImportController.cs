using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Files;
using MentoringPortal.Domain.Imports;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Import;

/// <summary>From a paper to a saved order with its roadmap: upload, preview, corrections, saving.</summary>
// A folder and a controller of its own under /roadmaps: drafts share nothing with saved roadmaps but the first word of the address.
[Route("roadmaps/import")]
public sealed class ImportController(PortalDb db, FileStore files, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await ImportIndex.Load(db, new UploadForm(), cancel));

    [HttpPost("")]
    [Access(Permission.WritePapers)]
    [RequestSizeLimit(UploadForm.MaxRequestBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = UploadForm.MaxRequestBytes, ValueLengthLimit = UploadForm.MaxRequestBytes)]
    public Task<IActionResult> Index(UploadForm form, CancellationToken cancel)
    {
        RoadmapImport? draft = null;
        return Submit(
            async () => draft = await form.Keep(db, files, clock, User.Actor().UserId, cancel),
            () => LocalRedirect($"/roadmaps/import/{draft!.Id}"),
            async () =>
            {
                // A text too long to be read is not sent back either.
                if (form.Text?.Length > FileLimits.MaxTextCharacters)
                    ModelState.SetModelValue(nameof(form.Text), form.Text = null, null);
                return View(await ImportIndex.Load(db, form, cancel));
            });
    }

    [HttpGet("{importId:guid}")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Preview(Guid importId, string? edit, string? section, CancellationToken cancel) =>
        await FindDraft(importId, cancel) is { } draft
            ? View(await ImportPreview.Load(db, draft, edit, CorrectionForm.For(edit, section, draft.Reading), cancel))
            : NotFound();

    [HttpGet("{importId:guid}/source")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Source(Guid importId, CancellationToken cancel)
    {
        if (await FindDraft(importId, cancel) is not { } draft)
            return NotFound();
        await db.Record(AuditAction.Downloaded, nameof(RoadmapImport), $"{importId}", draft.FileName, cancel: cancel);
        return new FileDownload(files.Open(draft.StoredName!), draft.FileName!, draft.ContentType!);
    }

    [HttpGet("{importId:guid}/delete")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Delete(Guid importId, CancellationToken cancel) =>
        await FindDraft(importId, cancel) is { } draft ? View(await ImportPreview.Load(db, draft, null, null, cancel)) : NotFound();

    [HttpPost("{importId:guid}/delete")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> DeleteDraft(Guid importId, CancellationToken cancel)
    {
        if (await FindDraft(importId, cancel) is not { } draft)
            return NotFound();
        db.Remove(draft);
        await db.SaveChangesAsync(cancel);
        files.Delete(draft.StoredName!);
        Notice("Черновик удалён.");
        return LocalRedirect("/roadmaps/import");
    }

    [HttpGet("{importId:guid}/save")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Save(Guid importId, CancellationToken cancel)
    {
        if (await FindDraft(importId, cancel) is not { } draft)
            return NotFound();
        var register = await SavePage.Known(db, clock.Today, cancel);
        return View(await Check(draft, SaveForm.Of(draft.Reading, register), register, cancel));
    }

    [HttpPost("{importId:guid}/save")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Save(Guid importId, SaveForm form, CancellationToken cancel)
    {
        if (await FindDraft(importId, cancel) is not { } draft)
            return NotFound();
        var register = await SavePage.Known(db, clock.Today, cancel);
        if (form.Recount && ModelState.IsValid)
            return View(await Check(draft, form, register, cancel));
        ImportedPaper? paper = null;
        return await Submit(
            async () =>
            {
                if (await SavePage.SameNumber(db, draft.Reading.Document, cancel) is { } twin)
                    throw new DomainException($"Документ с таким номером уже есть: {twin.Text}.");
                paper = form.Build(draft.Reading, register, clock.UtcNow);
                Keep(paper, draft);
                SavePage.CheckLengths(db);
                db.Expect(draft, form.Version);
                await db.SaveChangesAsync(cancel);
            },
            () =>
            {
                Notice(paper!.Roadmap is null ? "Документ сохранён." : "Дорожная карта сохранена.");
                return LocalRedirect(paper.Roadmap is { } roadmap ? $"/roadmaps/{roadmap.Id}" : $"/orders/{paper.Order.Id}");
            },
            async () => View(await Check(draft, form, register, cancel)));
    }

    [HttpPost("{importId:guid}/head")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> EditHead(Guid importId, HeadForm form, CancellationToken cancel) =>
        Correct(importId, form, "head", form.Edit, cancel);

    [HttpPost("{importId:guid}/items")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> AddItem(Guid importId, ItemForm form, CancellationToken cancel) =>
        Correct(importId, form, "item-new", form.Add, cancel);

    [HttpPost("{importId:guid}/items/{index:int}")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> EditItem(Guid importId, int index, ItemForm form, CancellationToken cancel) =>
        Correct(importId, form, $"item-{index}", reading => form.Edit(reading, index), cancel);

    [HttpPost("{importId:guid}/items/{index:int}/split")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> SplitItem(Guid importId, int index, ItemForm form, CancellationToken cancel) =>
        Correct(importId, form, $"item-{index}", reading => form.Split(reading, index), cancel);

    [HttpPost("{importId:guid}/items/{index:int}/{change}")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> ChangeItem(Guid importId, int index, RowChange change, ItemForm form, CancellationToken cancel) =>
        Correct(importId, form, $"item-{index}", reading => form.Change(reading, index, change), cancel);

    [HttpPost("{importId:guid}/sections")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> AddSection(Guid importId, SectionForm form, CancellationToken cancel) =>
        Correct(importId, form, "section-new", form.Add, cancel);

    [HttpPost("{importId:guid}/sections/{index:int}")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> EditSection(Guid importId, int index, SectionForm form, CancellationToken cancel) =>
        Correct(importId, form, $"section-{index}", reading => form.Edit(reading, index), cancel);

    [HttpPost("{importId:guid}/clauses")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> AddClause(Guid importId, ClauseForm form, CancellationToken cancel) =>
        Correct(importId, form, "clause-new", form.Add, cancel);

    [HttpPost("{importId:guid}/clauses/{index:int}")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> EditClause(Guid importId, int index, ClauseForm form, CancellationToken cancel) =>
        Correct(importId, form, $"clause-{index}", reading => form.Edit(reading, index), cancel);

    [HttpPost("{importId:guid}/targets/{index:int}")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> EditTarget(Guid importId, int index, TargetForm form, CancellationToken cancel) =>
        Correct(importId, form, $"target-{index}", reading => form.Edit(reading, index), cancel);

    [HttpPost("{importId:guid}/indicators/{index:int}")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> EditIndicator(Guid importId, int index, IndicatorForm form, CancellationToken cancel) =>
        Correct(importId, form, $"indicator-{index}", reading => form.Edit(reading, index), cancel);

    [HttpPost("{importId:guid}/requests")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> AddRequest(Guid importId, RequestForm form, CancellationToken cancel) =>
        Correct(importId, form, "request-new", form.Add, cancel);

    [HttpPost("{importId:guid}/requests/{index:int}")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> EditRequest(Guid importId, int index, RequestForm form, CancellationToken cancel) =>
        Correct(importId, form, $"request-{index}", reading => form.Edit(reading, index), cancel);

    [HttpPost("{importId:guid}/appendices/{index:int}")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> EditAppendix(Guid importId, int index, AppendixForm form, CancellationToken cancel) =>
        Correct(importId, form, $"appendix-{index}", reading => form.Edit(reading, index), cancel);

    [HttpPost("{importId:guid}/unused/{index:int}")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> UseLine(Guid importId, int index, UseForm form, CancellationToken cancel) =>
        Correct(importId, form, "unused", reading => form.Use(reading, index), cancel);

    [HttpPost("{importId:guid}/drop/{part}/{index:int}")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> Drop(Guid importId, DroppedPart part, int index, CorrectionForm form, CancellationToken cancel) =>
        Correct(importId, form, part switch { DroppedPart.Unused => "unused", DroppedPart.Item => "items", _ => "head" }, reading => reading.Drop(part, index), cancel);

    [HttpPost("{importId:guid}/remarks/{index:int}/mend")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> Mend(Guid importId, int index, CorrectionForm form, CancellationToken cancel) =>
        Correct(importId, form, "remarks", reading => reading.Mend(index), cancel);

    [HttpPost("{importId:guid}/remarks/{index:int}/dismiss")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> Dismiss(Guid importId, int index, CorrectionForm form, CancellationToken cancel) =>
        Correct(importId, form, "remarks", reading => reading.Dismiss(index), cancel);

    private Task<RoadmapImport?> FindDraft(Guid importId, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        return db.RoadmapImports.SingleOrDefaultAsync(d => d.Id == importId && d.ExpiresAt > now, cancel);
    }

    /// <summary>One small correction; a draft changed in another tab since is shown as it is now, with what was typed.</summary>
    private async Task<IActionResult> Correct(
        Guid importId, CorrectionForm form, string part, Func<DocumentReading, DocumentReading> correction, CancellationToken cancel)
    {
        if (await FindDraft(importId, cancel) is not { } draft)
            return NotFound();
        if (draft.Version != form.Version)
        {
            ModelState.AddModelError("", "Черновик изменён в другой вкладке: ниже он такой, как сейчас. Проверьте свою правку и сохраните её ещё раз.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View(nameof(Preview), await ImportPreview.Load(db, draft, part, OpenForm(), cancel));
        }
        return await Submit(
            async () =>
            {
                draft.Reading = correction(draft.Reading);
                await db.SaveChangesAsync(cancel);
            },
            () => LocalRedirect($"/roadmaps/import/{importId}#{part}"),
            async () => View(nameof(Preview), await ImportPreview.Load(db, draft, part, OpenForm(), cancel)));

        // Buttons without fields show the form of their part.
        CorrectionForm? OpenForm() => form.GetType() == typeof(CorrectionForm) || form is UseForm ? CorrectionForm.For(part, null, draft.Reading) : form;
    }

    private void Keep(ImportedPaper paper, RoadmapImport draft)
    {
        db.Orders.Add(paper.Order);
        db.Files.Add(new StoredFile
        {
            Id = Guid.NewGuid(),
            Order = paper.Order,
            Name = draft.FileName!,
            StoredName = draft.StoredName!,
            ContentType = draft.ContentType!,
            Size = draft.Size,
            Sha256 = draft.Sha256,
            UploadedAt = draft.CreatedAt,
            UploadedById = draft.AuthorId,
            UploadedByName = User.Actor().Name,
        });
        db.RoadmapImports.Remove(draft);
    }

    private async Task<SavePage> Check(RoadmapImport draft, SaveForm form, Register register, CancellationToken cancel) => new()
    {
        Draft = DraftCard.Of(draft),
        Form = form,
        Register = register,
        Parties = PartyGroups.Of(draft.Reading),
        Paper = form.IsComplete(draft.Reading) ? form.Build(draft.Reading, register, clock.UtcNow) : null,
        Twin = await SavePage.SameNumber(db, draft.Reading.Document, cancel),
    };
}
