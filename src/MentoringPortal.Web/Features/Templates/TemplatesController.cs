using MentoringPortal.Data;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Templates;

/// <summary>Templates of personal plans: an organization's and the department's common ones, copied into pairs and followed by them.</summary>
[Route("templates")]
public sealed class TemplatesController(PortalDb db, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.WriteTemplates)]
    public async Task<IActionResult> Index(int? pairId, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await TemplateList.Load(db, pairId, cancel));
    }

    [HttpGet("new")]
    [Access(Permission.WriteTemplates)]
    public async Task<IActionResult> Create(CancellationToken cancel) => View(nameof(Edit), await TemplatePage.Load(db, 0, new TemplateForm(), cancel));

    [HttpPost("new")]
    [Access(Permission.WriteTemplates)]
    public async Task<IActionResult> Create(TemplateForm form, CancellationToken cancel)
    {
        var template = new PlanTemplate(Owner);
        return await Submit(
            async () =>
            {
                form.ApplyTo(template);
                db.PlanTemplates.Add(template);
                await db.SaveChangesAsync(cancel);
            },
            () => Saved("Шаблон сохранён.", "/templates"),
            async () => View(nameof(Edit), await TemplatePage.Load(db, 0, form, cancel)));
    }

    [HttpGet("{templateId:id}")]
    [Access(Permission.WriteTemplates)]
    public async Task<IActionResult> Edit(int templateId, CancellationToken cancel) =>
        await FindOwn(templateId, cancel) is { } template ? View(await TemplatePage.Load(db, templateId, TemplateForm.Of(template), cancel)) : NotFound();

    /// <summary>The plans of pairs stay as they are: what would change in them is shown next, and they change by a second step.</summary>
    [HttpPost("{templateId:id}")]
    [Access(Permission.WriteTemplates)]
    public async Task<IActionResult> Edit(int templateId, TemplateForm form, CancellationToken cancel)
    {
        if (await FindOwn(templateId, cancel) is not { } template)
            return NotFound();
        return await Submit(
            async () =>
            {
                db.ExpectWithParts(template, form.Version);
                form.ApplyTo(template);
                await db.SaveChangesAsync(cancel);
            },
            () => User.Can(Permission.WritePairs)
                ? Saved("Шаблон сохранён. Планы пар пока прежние: посмотрите, что в них изменится.", $"/templates/{templateId}/pairs")
                : Saved("Шаблон сохранён. Школы увидят, что изменится в их планах.", "/templates"),
            async () => View(await TemplatePage.Load(db, templateId, form, cancel)));
    }

    /// <summary>Offered no more; pressed again, it is offered once more.</summary>
    [HttpPost("{templateId:id}/archive")]
    [Access(Permission.WriteTemplates)]
    public async Task<IActionResult> Archive(int templateId, CancellationToken cancel)
    {
        if (await FindOwn(templateId, cancel) is not { } template)
            return NotFound();
        template.IsArchived = !template.IsArchived;
        await db.SaveChangesAsync(cancel);
        return Saved(template.IsArchived ? "Шаблон убран из предлагаемых." : "Шаблон снова предлагается.", "/templates");
    }

    /// <summary>What the template would change in the plans of pairs at work.</summary>
    [HttpGet("{templateId:id}/pairs")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Pairs(int templateId, int? pairId, CancellationToken cancel)
    {
        ModelState.Clear();
        return await TemplatePairsPage.Load(db, templateId, pairId, clock.Today, cancel) is { } page ? View(page) : NotFound();
    }

    [HttpPost("{templateId:id}/pairs")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Pairs(int templateId, TemplatePairsForm form, CancellationToken cancel)
    {
        if (await db.PlanTemplates.Include(t => t.Items).SingleOrDefaultAsync(t => t.Id == templateId, cancel) is not { } template)
            return NotFound();
        var count = 0;
        return await Submit(
            async () => count = await form.Save(db, template, cancel),
            () => Saved($"Изменено планов: {count}.", form.Pairs is [var only] ? $"/pairs/{only}" : "/templates"),
            async () => View(await TemplatePairsPage.Load(db, templateId, null, clock.Today, cancel)));
    }

    /// <summary>A curator's templates are his organization's, the department's are common.</summary>
    private int? Owner => User.Actor().OrganizationId;

    private LocalRedirectResult Saved(string words, string address)
    {
        Notice(words);
        return LocalRedirect(address);
    }

    private Task<PlanTemplate?> FindOwn(int templateId, CancellationToken cancel) =>
        db.PlanTemplates.Include(t => t.Items).SingleOrDefaultAsync(t => t.Id == templateId && t.OrganizationId == Owner, cancel);
}
