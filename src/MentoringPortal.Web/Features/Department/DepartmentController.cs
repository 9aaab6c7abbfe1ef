using MentoringPortal.Data;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Department;

/// <summary>The card of the one department that runs this portal.</summary>
[Route("department")]
public sealed class DepartmentController(PortalDb db, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ReadDirectories)]
    public async Task<IActionResult> Index(string? year, CancellationToken cancel) => View(await DepartmentPage.Load(db, year, User, clock, cancel));

    [HttpGet("edit")]
    [Access(Permission.WriteDirectories)]
    public async Task<IActionResult> Edit(CancellationToken cancel) => View(DepartmentForm.Of(await db.Departments.SingleAsync(cancel)));

    [HttpPost("edit")]
    [Access(Permission.WriteDirectories)]
    public Task<IActionResult> Edit(DepartmentForm form, CancellationToken cancel) => Submit(
        async () =>
        {
            var card = await db.Departments.SingleAsync(cancel);
            db.Expect(card, form.Version);
            form.ApplyTo(card);
            await db.SaveChangesAsync(cancel);
        },
        () =>
        {
            Notice("Карточка управления сохранена.");
            return LocalRedirect("/department");
        },
        () => Task.FromResult<IActionResult>(View(form)));
}
