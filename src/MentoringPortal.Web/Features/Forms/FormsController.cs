using MentoringPortal.Data;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Forms;

/// <summary>The directory of forms of mentoring. The canonical ones stay as the methodology has them.</summary>
[Route("forms")]
public sealed class FormsController(PortalDb db, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await FormList.Load(db, cancel));

    [HttpGet("new")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Create(CancellationToken cancel) => View(await LocalFormPage.Load(db, null, new LocalForm(), clock, cancel));

    [HttpPost("new")]
    [Access(Permission.WriteRules)]
    public Task<IActionResult> Create([Bind(Prefix = "Form")] LocalForm form, CancellationToken cancel) => Submit(
        () => form.Create(db, cancel),
        () => Saved("Форма добавлена."),
        async () => View(await LocalFormPage.Load(db, null, form, clock, cancel)));

    [HttpGet("{formId:id}/edit")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Edit(int formId, CancellationToken cancel) =>
        await Find(formId, cancel) is { } form ? View(await LocalFormPage.Load(db, formId, LocalForm.Of(form), clock, cancel)) : NotFound();

    [HttpPost("{formId:id}/edit")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Edit(int formId, [Bind(Prefix = "Form")] LocalForm form, CancellationToken cancel)
    {
        if (await Find(formId, cancel) is not { } row)
            return NotFound();
        return await Submit(
            () => form.Save(db, row, cancel),
            () => Saved("Форма сохранена."),
            async () => View(await LocalFormPage.Load(db, formId, form, clock, cancel)));
    }

    /// <summary>A local form; a canonical one is nobody's to change.</summary>
    private Task<MentoringForm?> Find(int formId, CancellationToken cancel) => db.MentoringForms.SingleOrDefaultAsync(f => f.Id == formId && !f.IsCanonical, cancel);

    private LocalRedirectResult Saved(string words)
    {
        Notice(words);
        return LocalRedirect("/forms");
    }
}
