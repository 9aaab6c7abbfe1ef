using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Executions;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Headcounts;

/// <summary>Численность: what organizations state about a school year, and the department confirms.</summary>
[Route("headcounts")]
public sealed class HeadcountsController(PortalDb db, CoverageCounts counts, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ReadMunicipality)]
    public async Task<IActionResult> Index(string? year, CancellationToken cancel) => View(await HeadcountList.Load(db, year, clock, cancel));

    [HttpGet("export.xlsx")]
    [Access(Permission.ReadMunicipality)]
    public async Task<IActionResult> Export(string? year, CancellationToken cancel)
    {
        var list = await HeadcountList.Load(db, year, clock, cancel);
        await db.Record(AuditAction.Exported, nameof(Headcount), detail: $"численность {list.Year}; строк: {list.Rows.Count}", cancel: cancel);
        return new FileDownload(HeadcountsWorkbook.Render(list, clock.Today), $"{clock.Today:yyyy-MM-dd} Численность {list.Year.StartYear}-{list.Year.Next.StartYear}.xlsx", FileKind.Xlsx);
    }

    /// <summary>Confirms the ticked statements, all or none.</summary>
    [HttpPost("confirm")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Confirm(ConfirmForm form, CancellationToken cancel)
    {
        var ids = form.HeadcountIds.Distinct().ToList();
        var stated = await db.Headcounts.Where(h => ids.Contains(h.Id)).ToListAsync(cancel);
        if (stated.Count != ids.Count)
            return NotFound();
        return await Submit(
            async () =>
            {
                if (ids.Count == 0)
                    throw new DomainException("Отметьте хотя бы одну организацию.");
                stated.ForEach(h => h.Confirm(User.Signature(clock)));
                await db.SaveChangesAsync(cancel);
                Notice($"Численность подтверждена: {ids.Count}.");
            },
            () => LocalRedirect($"/headcounts?year={SchoolYears.Parse(form.Year, clock).StartYear}"),
            async () => View(nameof(Index), await HeadcountList.Load(db, form.Year, clock, cancel)));
    }

    /// <summary>The figures of one organization: what is stated, what was stated before, and the form.</summary>
    [HttpGet("{organizationId:id}")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Details(int organizationId, string? year, CancellationToken cancel) =>
        await HeadcountPage.Load(db, organizationId, year, null, clock, cancel) is { } page ? View(page) : NotFound();

    [HttpPost("{organizationId:id}")]
    [Access(Permission.WriteOwnOrganization)]
    public Task<IActionResult> Details(int organizationId, HeadcountForm form, CancellationToken cancel) => State(organizationId, form, cancel);

    /// <summary>The municipality's own figure: its enterprises.</summary>
    [HttpGet("municipality")]
    [Access(Permission.ReadMunicipality)]
    public async Task<IActionResult> Municipality(string? year, CancellationToken cancel) => View(nameof(Details), await HeadcountPage.Load(db, null, year, null, clock, cancel));

    [HttpPost("municipality")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> Municipality(HeadcountForm form, CancellationToken cancel) => State(null, form, cancel);

    [HttpPost("{organizationId:id}/{headcountId:id}/return")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Return(int organizationId, int headcountId, ReturnForm form, CancellationToken cancel)
    {
        if (await db.Headcounts.SingleOrDefaultAsync(h => h.Id == headcountId && h.OrganizationId == organizationId, cancel) is not { } stated)
            return NotFound();
        return await Submit(
            async () =>
            {
                stated.Return(form.Reason, User.Signature(clock));
                await db.SaveChangesAsync(cancel);
                Notice("Численность возвращена организации.");
            },
            () => LocalRedirect($"/headcounts/{organizationId}?year={stated.SchoolYear}"),
            async () => View(nameof(Details), await HeadcountPage.Load(db, organizationId, $"{stated.SchoolYear}", null, clock, cancel)));
    }

    [HttpGet("import")]
    [Access(Permission.WritePapers)]
    public IActionResult Import() => View(new HeadcountImport(new HeadcountPaste { AsOf = clock.Today }, []));

    /// <summary>Preview: writes nothing.</summary>
    [HttpPost("import")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Import(HeadcountPaste form, CancellationToken cancel)
    {
        var page = new HeadcountImport(form, []);
        return await Submit(async () => page = await HeadcountImport.Preview(db, counts, form, clock, cancel), () => View(page), () => Task.FromResult<IActionResult>(View(page)));
    }

    [HttpPost("import/save")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> SaveImport(HeadcountPaste form, CancellationToken cancel)
    {
        var page = new HeadcountImport(form, []);
        return await Submit(
            async () =>
            {
                page = await HeadcountImport.Preview(db, counts, form, clock, cancel);
                Notice(await page.Save(db, User.Signature(clock), clock, cancel));
            },
            () => LocalRedirect($"/headcounts?year={SchoolYear.Of(form.AsOf!.Value).StartYear}"),
            () => Task.FromResult<IActionResult>(View(nameof(Import), page)));
    }

    private async Task<IActionResult> State(int? organizationId, HeadcountForm form, CancellationToken cancel)
    {
        if (organizationId is not null && !await db.Organizations.AnyAsync(o => o.Id == organizationId, cancel))
            return NotFound();
        return await Submit(
            async () =>
            {
                await form.Save(db, counts, organizationId, User.Actor().Role == Role.Department, User.Signature(clock), clock, cancel);
                Notice(User.Actor().Role == Role.Department ? "Численность сохранена." : "Численность отправлена в управление на подтверждение.");
            },
            () => LocalRedirect(organizationId is null ? $"/headcounts?year={SchoolYear.Of(form.AsOf!.Value).StartYear}" : $"/headcounts/{organizationId}?year={SchoolYear.Of(form.AsOf!.Value).StartYear}"),
            async () => View(nameof(Details), await HeadcountPage.Load(db, organizationId, form.Year, form, clock, cancel)));
    }
}
