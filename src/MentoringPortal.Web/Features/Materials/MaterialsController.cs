using MentoringPortal.Data;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Executions;
using MentoringPortal.Web.Features.Files;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Materials;

/// <summary>Documents and links for mentors: the department's for all, an organization's for its own.</summary>
[Route("materials")]
public sealed class MaterialsController(PortalDb db, FileStore store, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ReadMaterials)]
    public async Task<IActionResult> Index(string? form, PageRequest paging, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await MaterialList.Load(db, form, paging, cancel));
    }

    [HttpGet("new")]
    [Access(Permission.WriteMaterials)]
    public async Task<IActionResult> Create(CancellationToken cancel) => View(await MaterialPage.Load(db, new MaterialForm(), cancel));

    [HttpPost("new"), RequestSizeLimit(KeptFile.MaxRequestBytes), RequestFormLimits(MultipartBodyLengthLimit = KeptFile.MaxRequestBytes)]
    [Access(Permission.WriteMaterials)]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] MaterialForm form, CancellationToken cancel) => await Submit(
        () => form.Save(db, store, Owner, User.Signature(clock), clock.Today, cancel),
        () => Done("Материал опубликован."),
        async () =>
        {
            db.ChangeTracker.Clear();
            return View(await MaterialPage.Load(db, form, cancel));
        });

    /// <summary>Asks first, and shows who put it up.</summary>
    [HttpGet("{materialId:id}/remove")]
    [Access(Permission.WriteMaterials)]
    public async Task<IActionResult> Remove(int materialId, CancellationToken cancel) =>
        await Find(materialId, cancel) is { } material ? View(await RemovalPage.Load(db, material, clock, cancel)) : NotFound();

    [HttpPost("{materialId:id}/remove"), ActionName(nameof(Remove))]
    [Access(Permission.WriteMaterials)]
    public async Task<IActionResult> RemoveNow(int materialId, CancellationToken cancel)
    {
        if (await Find(materialId, cancel) is not { } material)
            return NotFound();
        material.Remove(clock.Today, clock.UtcNow);
        await db.SaveChangesAsync(cancel);
        return Done("Материал убран.");
    }

    private Task<Material?> Find(int materialId, CancellationToken cancel)
    {
        var owner = Owner;
        return db.Materials.Include(m => m.Files).SingleOrDefaultAsync(m => m.Id == materialId && m.OrganizationId == owner, cancel);
    }

    /// <summary>A curator's materials are his organization's, the department's are everybody's.</summary>
    private int? Owner => User.Actor().OrganizationId;

    private LocalRedirectResult Done(string words)
    {
        Notice(words);
        return LocalRedirect("/materials");
    }
}
