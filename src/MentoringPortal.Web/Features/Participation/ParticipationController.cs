using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Participation;

/// <summary>The «перечень ОО» of a school year, and each organization's forms and planned numbers.</summary>
[Route("participation")]
public sealed class ParticipationController(PortalDb db, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ReadMunicipality)]
    public async Task<IActionResult> Index(ParticipationFilter filter, CancellationToken cancel) =>
        View(await ParticipationList.Load(db, filter, new IncludeForm(), clock, cancel));

    [HttpGet("export.xlsx")]
    [Access(Permission.ReadMunicipality)]
    public async Task<IActionResult> Export(ParticipationFilter filter, CancellationToken cancel)
    {
        var list = await ParticipationList.Load(db, filter, new IncludeForm(), clock, cancel);
        await db.Record(AuditAction.Exported, nameof(Domain.Organizations.Participation),
            detail: $"перечень {list.Year}: {filter.InWords}; строк: {list.Rows.Count}", cancel: cancel);
        return new FileDownload(ParticipationWorkbook.Render(list, clock.Today), $"{clock.Today:yyyy-MM-dd} Перечень ОО {list.Year.StartYear}-{list.Year.Next.StartYear}.xlsx", FileKind.Xlsx);
    }

    /// <summary>Puts the ticked organizations into the list by one order, all or none.</summary>
    [HttpPost("include")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Include(IncludeForm form, CancellationToken cancel)
    {
        var year = SchoolYears.Parse(form.Year, clock);
        var ids = form.OrganizationIds.Distinct().ToList();
        var organizations = await db.Organizations.Where(o => ids.Contains(o.Id))
            .Select(o => new { o.Id, Year = o.Participations.FirstOrDefault(p => p.SchoolYear == year.StartYear) }).ToListAsync(cancel);
        if (organizations.Count != ids.Count)
            return NotFound();
        return await Submit(
            async () =>
            {
                if (ids.Count == 0)
                    throw new DomainException("Отметьте хотя бы одну организацию.");
                foreach (var organization in organizations)
                {
                    var row = organization.Year ?? db.Participations.Add(new Domain.Organizations.Participation(organization.Id, year.StartYear)).Entity;
                    (row.TakesPart, row.OrderNumber, row.OrderDate) = (true, form.OrderNumber!.Trim(), form.OrderDate);
                }
                await db.SaveChangesAsync(cancel);
            },
            () =>
            {
                Notice($"Включено в перечень {year} учебного года: {ids.Count}.");
                return LocalRedirect($"/participation?year={year.StartYear}");
            },
            async () => View(nameof(Index), await ParticipationList.Load(db, new ParticipationFilter { Year = form.Year }, form, clock, cancel)));
    }

    [HttpGet("{organizationId:id}")]
    [Access(Permission.WriteOwnOrganization)]
    public async Task<IActionResult> Edit(int organizationId, string? year, CancellationToken cancel) =>
        await YearForm.Load(db, organizationId, year, clock, cancel) is { } form ? View(form) : NotFound();

    [HttpPost("{organizationId:id}")]
    [Access(Permission.WriteOwnOrganization)]
    public async Task<IActionResult> Edit(int organizationId, YearForm form, CancellationToken cancel)
    {
        if (!await form.Describe(db, organizationId, clock, cancel))
            return NotFound();
        return await Submit(
            () => form.Save(db, setsList: User.Actor().Role == Role.Department, cancel),
            () =>
            {
                Notice($"Сведения на {form.SchoolYear} учебный год сохранены.");
                return LocalRedirect($"/organizations/{organizationId}?year={form.SchoolYear.StartYear}");
            },
            async () =>
            {
                ViewData["StoredForms"] = await YearForm.StoredForms(db, organizationId, form.SchoolYear, cancel);
                return View(form);
            });
    }
}
