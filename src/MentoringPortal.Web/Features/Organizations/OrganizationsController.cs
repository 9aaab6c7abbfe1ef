using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Organizations;

/// <summary>The directory of organizations and the card of each.</summary>
[Route("organizations")]
public sealed class OrganizationsController(PortalDb db, MunicipalClock clock) : PortalController
{
    /// <summary>A curator has one organization: its card stands in place of the list.</summary>
    [HttpGet("")]
    [Access(Permission.ReadDirectories)]
    public async Task<IActionResult> Index(OrganizationFilter filter, PageRequest paging, CancellationToken cancel)
    {
        ModelState.Clear();
        return User.Actor() is { Role: Role.Curator, OrganizationId: { } own }
            ? await Details(own, filter.Year, cancel)
            : View(await OrganizationList.Load(db, filter, paging, clock, cancel));
    }

    [HttpGet("export.xlsx")]
    [Access(Permission.ReadDirectories)]
    public async Task<IActionResult> Export(OrganizationFilter filter, CancellationToken cancel)
    {
        var year = SchoolYears.Parse(filter.Year, clock);
        var rows = await OrganizationList.Project(filter.Apply(db.Organizations, year, clock.Today), year, clock.Today).ToListAsync(cancel);
        var bytes = OrganizationsWorkbook.Render(rows, await db.Organizations.CountAsync(cancel), filter.InWords, year, clock.Today,
            showsYear: User.Actor().Role != Role.Admin);
        await db.Record(AuditAction.Exported, nameof(Organization), detail: $"организации: {filter.InWords}; строк: {rows.Count}", cancel: cancel);
        return new FileDownload(bytes, $"{clock.Today:yyyy-MM-dd} Организации.xlsx", FileKind.Xlsx);
    }

    [HttpGet("{organizationId:id}")]
    [Access(Permission.ReadDirectories)]
    public async Task<IActionResult> Details(int organizationId, string? year, CancellationToken cancel) =>
        await OrganizationCard.Load(db, organizationId, year, User, clock, cancel) is { } card ? View(nameof(Details), card) : NotFound();

    [HttpGet("new")]
    [Access(Permission.WriteDirectories)]
    public IActionResult Create() => View(new OrganizationForm());

    [HttpPost("new")]
    [Access(Permission.WriteDirectories)]
    public async Task<IActionResult> Create(OrganizationForm form, CancellationToken cancel)
    {
        var created = new Organization();
        return await Submit(
            async () => created = await form.Create(db, cancel),
            () => Saved($"Организация «{created.ShortName}» добавлена.", created.Id),
            () => Task.FromResult<IActionResult>(View(form)));
    }

    [HttpGet("{organizationId:id}/edit")]
    [Access(Permission.WriteDirectories)]
    public async Task<IActionResult> Edit(int organizationId, CancellationToken cancel) =>
        await Find(organizationId, cancel) is { } organization ? View(OrganizationForm.Of(organization)) : NotFound();

    [HttpPost("{organizationId:id}/edit")]
    [Access(Permission.WriteDirectories)]
    public async Task<IActionResult> Edit(int organizationId, OrganizationForm form, CancellationToken cancel)
    {
        if (await Find(organizationId, cancel) is not { } organization)
            return NotFound();
        return await Submit(
            async () =>
            {
                db.Expect(organization, form.Version);
                await form.ApplyTo(organization, db, cancel);
                await db.SaveChangesAsync(cancel);
            },
            () => Saved("Карточка организации сохранена.", organizationId),
            () => Task.FromResult<IActionResult>(View(form)));
    }

    [HttpGet("{organizationId:id}/close")]
    [Access(Permission.WriteDirectories)]
    public Task<IActionResult> Close(int organizationId, CancellationToken cancel) => ClosePageOf(organizationId, new CloseForm { LastDay = clock.Today }, cancel);

    [HttpPost("{organizationId:id}/close")]
    [Access(Permission.WriteDirectories)]
    public async Task<IActionResult> Close(int organizationId, CloseForm form, CancellationToken cancel)
    {
        if (await Find(organizationId, cancel) is not { } organization)
            return NotFound();
        return await Submit(
            async () =>
            {
                db.Expect(organization, form.Version);
                organization.Close(form.LastDay!.Value);
                await db.SaveChangesAsync(cancel);
            },
            () => Saved($"Организация закрыта: последний день работы {form.LastDay:dd.MM.yyyy}.", organizationId),
            () => ClosePageOf(organizationId, form, cancel));
    }

    [HttpPost("{organizationId:id}/reopen")]
    [Access(Permission.WriteDirectories)]
    public async Task<IActionResult> Reopen(int organizationId, CancellationToken cancel)
    {
        if (await Find(organizationId, cancel) is not { } organization)
            return NotFound();
        organization.Reopen();
        await db.SaveChangesAsync(cancel);
        return Saved("Организация снова действует.", organizationId);
    }

    [HttpGet("import")]
    [Access(Permission.WriteDirectories)]
    public IActionResult Import() => View(new ImportPage(new ImportForm(), null));

    /// <summary>Preview: writes nothing.</summary>
    [HttpPost("import")]
    [Access(Permission.WriteDirectories)]
    public async Task<IActionResult> Import(ImportForm form, CancellationToken cancel)
    {
        var page = new ImportPage(form, null);
        return await Submit(
            async () => page = await ImportPage.Preview(db, form, cancel),
            () => View(page),
            () => Task.FromResult<IActionResult>(View(page)));
    }

    [HttpPost("import/save")]
    [Access(Permission.WriteDirectories)]
    public async Task<IActionResult> SaveImport(ImportForm form, CancellationToken cancel)
    {
        var page = new ImportPage(form, null);
        return await Submit(
            async () =>
            {
                page = await ImportPage.Preview(db, form, cancel);
                Notice(await page.Save(db, cancel));
            },
            () => LocalRedirect("/organizations"),
            () => Task.FromResult<IActionResult>(View("Import", page)));
    }

    private LocalRedirectResult Saved(string words, int organizationId)
    {
        Notice(words);
        return LocalRedirect($"/organizations/{organizationId}");
    }

    private Task<Organization?> Find(int organizationId, CancellationToken cancel) =>
        db.Organizations.SingleOrDefaultAsync(o => o.Id == organizationId, cancel);

    private async Task<IActionResult> ClosePageOf(int organizationId, CloseForm form, CancellationToken cancel) =>
        await ClosePage.Load(db, organizationId, form, cancel) is { } page ? View(page) : NotFound();
}
