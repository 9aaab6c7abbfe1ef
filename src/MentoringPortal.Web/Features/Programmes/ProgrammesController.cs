using MentoringPortal.Data;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Programmes;

/// <summary>Programmes of mentoring: an organization's own; the department's serve all.</summary>
[Route("programmes")]
public sealed class ProgrammesController(PortalDb db, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ListPairs)]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await ProgrammeList.Load(db, cancel));

    [HttpGet("new")]
    [Access(Permission.WriteOwnOrganization)]
    public async Task<IActionResult> Create(CancellationToken cancel) => View(await ProgrammePage.Load(db, null, new ProgrammeForm(), clock, cancel));

    [HttpPost("new")]
    [Access(Permission.WriteOwnOrganization)]
    public Task<IActionResult> Create([Bind(Prefix = "Form")] ProgrammeForm form, CancellationToken cancel) => Submit(
        async () =>
        {
            var programme = new Programme(User.Actor().OrganizationId);
            db.Programmes.Add(programme);
            await form.Save(db, programme, cancel);
        },
        () => Saved("Программа добавлена."),
        async () =>
        {
            db.ChangeTracker.Clear();
            return View(await ProgrammePage.Load(db, null, form, clock, cancel));
        });

    [HttpGet("{programmeId:id}/edit")]
    [Access(Permission.WriteOwnOrganization)]
    public async Task<IActionResult> Edit(int programmeId, CancellationToken cancel) =>
        await FindOwn(programmeId, cancel) is { } programme ? View(await ProgrammePage.Load(db, programmeId, ProgrammeForm.Of(programme), clock, cancel)) : NotFound();

    [HttpPost("{programmeId:id}/edit")]
    [Access(Permission.WriteOwnOrganization)]
    public async Task<IActionResult> Edit(int programmeId, [Bind(Prefix = "Form")] ProgrammeForm form, CancellationToken cancel)
    {
        if (await FindOwn(programmeId, cancel) is not { } programme)
            return NotFound();
        return await Submit(
            async () =>
            {
                db.Expect(programme, form.Version);
                await form.Save(db, programme, cancel);
            },
            () => Saved("Программа сохранена."),
            async () => View(await ProgrammePage.Load(db, programmeId, form, clock, cancel)));
    }

    /// <summary>A school's programmes are its own to change, the department's the department's.</summary>
    private Task<Programme?> FindOwn(int programmeId, CancellationToken cancel)
    {
        var owner = User.Actor().OrganizationId;
        return db.Programmes.SingleOrDefaultAsync(p => p.Id == programmeId && p.OrganizationId == owner, cancel);
    }

    private LocalRedirectResult Saved(string words)
    {
        Notice(words);
        return LocalRedirect("/programmes");
    }
}
