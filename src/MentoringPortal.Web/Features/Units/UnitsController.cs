using MentoringPortal.Data;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Units;

/// <summary>The register of the department's units: methodical centre, mentoring centre, working groups.</summary>
[Route("units")]
public sealed class UnitsController(PortalDb db, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ReadDirectories)]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await UnitList.Load(db, clock.Today, cancel));

    [HttpGet("{unitId:id}")]
    [Access(Permission.ReadDirectories)]
    public async Task<IActionResult> Details(int unitId, string? year, CancellationToken cancel) =>
        await UnitCard.Load(db, unitId, year, User, clock, cancel) is { } card ? View(card) : NotFound();

    [HttpGet("new")]
    [Access(Permission.WriteDirectories)]
    public IActionResult Create() => View(new UnitForm());

    [HttpPost("new")]
    [Access(Permission.WriteDirectories)]
    public async Task<IActionResult> Create(UnitForm form, CancellationToken cancel)
    {
        var unit = new DepartmentUnit();
        return await Submit(
            async () =>
            {
                await form.ApplyTo(unit, db, cancel);
                db.DepartmentUnits.Add(unit);
                await db.SaveChangesAsync(cancel);
            },
            () => Saved("Подразделение добавлено.", unit.Id),
            () => Task.FromResult<IActionResult>(View(form)));
    }

    [HttpGet("{unitId:id}/edit")]
    [Access(Permission.WriteDirectories)]
    public async Task<IActionResult> Edit(int unitId, CancellationToken cancel) =>
        await Find(unitId, cancel) is { } unit ? View(UnitForm.Of(unit)) : NotFound();

    [HttpPost("{unitId:id}/edit")]
    [Access(Permission.WriteDirectories)]
    public async Task<IActionResult> Edit(int unitId, UnitForm form, CancellationToken cancel)
    {
        if (await Find(unitId, cancel) is not { } unit)
            return NotFound();
        return await Submit(
            async () =>
            {
                db.Expect(unit, form.Version);
                await form.ApplyTo(unit, db, cancel);
                await db.SaveChangesAsync(cancel);
            },
            () => Saved("Подразделение сохранено.", unitId),
            () => Task.FromResult<IActionResult>(View(form)));
    }

    [HttpGet("{unitId:id}/close")]
    [Access(Permission.WriteDirectories)]
    public async Task<IActionResult> Close(int unitId, CancellationToken cancel) =>
        await Find(unitId, cancel) is { } unit ? View(new CloseUnitForm { Version = unit.Version, LastDay = clock.Today }) : NotFound();

    [HttpPost("{unitId:id}/close")]
    [Access(Permission.WriteDirectories)]
    public async Task<IActionResult> Close(int unitId, CloseUnitForm form, CancellationToken cancel)
    {
        if (await Find(unitId, cancel) is not { } unit)
            return NotFound();
        return await Submit(
            async () =>
            {
                db.Expect(unit, form.Version);
                unit.ClosedOn = form.LastDay;
                await db.SaveChangesAsync(cancel);
            },
            () => Saved($"Подразделение закрыто: последний день работы {form.LastDay:dd.MM.yyyy}.", unitId),
            () => Task.FromResult<IActionResult>(View(form)));
    }

    [HttpPost("{unitId:id}/reopen")]
    [Access(Permission.WriteDirectories)]
    public async Task<IActionResult> Reopen(int unitId, CancellationToken cancel)
    {
        if (await Find(unitId, cancel) is not { } unit)
            return NotFound();
        // Meanwhile another unit may have taken the abbreviation.
        await UnitForm.Of(unit).ApplyTo(unit, db, cancel);
        unit.ClosedOn = null;
        await db.SaveChangesAsync(cancel);
        return Saved("Подразделение снова действует.", unitId);
    }

    private Task<DepartmentUnit?> Find(int unitId, CancellationToken cancel) => db.DepartmentUnits.SingleOrDefaultAsync(u => u.Id == unitId, cancel);

    private LocalRedirectResult Saved(string words, int unitId)
    {
        Notice(words);
        return LocalRedirect($"/units/{unitId}");
    }
}
