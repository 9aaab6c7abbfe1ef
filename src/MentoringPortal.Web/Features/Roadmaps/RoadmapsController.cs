using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Roadmaps;

/// <summary>Roadmaps: the list, one roadmap in its three views, its own fields, archive and copy. Its rows: RoadmapsController.Items.cs.</summary>
[Route("roadmaps")]
public sealed partial class RoadmapsController(PortalDb db, CoverageCounts counts, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Index([FromQuery] RoadmapListFilter filter, [FromQuery] PageRequest paging, CancellationToken cancel) =>
        View(await RoadmapList.Load(db, filter, paging, clock.Today, cancel));

    [HttpGet("{roadmapId:id}")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Details(int roadmapId, [FromQuery] RoadmapFilter filter, CancellationToken cancel) =>
        await RoadmapBoard.Load(db, roadmapId, clock.Today, cancel) is { } board
            ? View(RoadmapDetails.Of(board, filter, User.Actor().Role == Role.Curator) with { History = await History.Of(db, clock, cancel, ("Roadmap", roadmapId)) })
            : NotFound();

    [HttpGet("{roadmapId:id}/matrix")]
    [Access(Permission.ReadMunicipality)]
    public async Task<IActionResult> Matrix(int roadmapId, [FromQuery] RoadmapFilter filter, CancellationToken cancel) =>
        await RoadmapBoard.Load(db, roadmapId, clock.Today, cancel) is { } board
            ? View(RoadmapMatrix.Of(board, filter) with { Targets = await MatrixTargets.Load(db, counts, roadmapId, clock.Today, cancel) })
            : NotFound();

    [HttpGet("{roadmapId:id}/timeline")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Timeline(int roadmapId, int? year, CancellationToken cancel) =>
        await RoadmapBoard.Load(db, roadmapId, clock.Today, cancel) is { } board ? View(RoadmapTimeline.Of(board, year)) : NotFound();

    [HttpGet("{roadmapId:id}/edit")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Edit(int roadmapId, CancellationToken cancel) =>
        await db.Roadmaps.SingleOrDefaultAsync(r => r.Id == roadmapId, cancel) is { } roadmap ? View(FormOf(roadmap)) : NotFound();

    [HttpPost("{roadmapId:id}/edit")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Edit(int roadmapId, RoadmapForm form, CancellationToken cancel)
    {
        if (await db.Roadmaps.SingleOrDefaultAsync(r => r.Id == roadmapId, cancel) is not { } roadmap)
            return NotFound();
        form.RoadmapId = roadmapId;
        return await Submit(
            async () =>
            {
                (roadmap.Title, roadmap.PeriodStart, roadmap.PeriodEnd) = (form.Title.Trim(), form.PeriodStart!.Value, form.PeriodEnd!.Value);
                db.Expect(roadmap, form.Version);
                await db.SaveChangesAsync(cancel);
            },
            () => Done("Карта сохранена.", $"/roadmaps/{roadmapId}"),
            () => Task.FromResult<IActionResult>(View(form)));
    }

    [HttpPost("{roadmapId:id}/archive")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> Archive(int roadmapId, CancellationToken cancel) =>
        SetArchived(roadmapId, true, "Карта убрана в архив: по ней больше ничего не спрашивают. Её можно вернуть.", cancel);

    [HttpPost("{roadmapId:id}/restore")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> Restore(int roadmapId, CancellationToken cancel) => SetArchived(roadmapId, false, "Карта возвращена из архива.", cancel);

    [HttpGet("{roadmapId:id}/copy")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Copy(int roadmapId, CancellationToken cancel) =>
        await Source(roadmapId, cancel) is { } source
            ? View(await CopyOf(source, new CopyForm { Title = NextYearCopy.Years(source.Title) }, cancel))
            : NotFound();

    [HttpPost("{roadmapId:id}/copy")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Copy(int roadmapId, CopyForm form, CancellationToken cancel)
    {
        if (await Source(roadmapId, cancel) is not { } source)
            return NotFound();
        Roadmap? copy = null;
        return await Submit(
            async () =>
            {
                copy = NextYearCopy.Make(source, form.Title.Trim(), clock.UtcNow);
                db.Roadmaps.Add(copy);
                await db.SaveChangesAsync(cancel);
            },
            () => Done("Карта скопирована. Проверьте сроки и раздайте задания исполнителям.", $"/roadmaps/{copy!.Id}"),
            async () => View(await CopyOf(source, form, cancel)));
    }

    /// <summary>Gives the rows of a copy to the executors of its source; from then on the schools see it.</summary>
    [HttpPost("{roadmapId:id}/give-out")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> GiveOut(int roadmapId, CancellationToken cancel)
    {
        var copy = await db.Roadmaps.Include(r => r.Items).ThenInclude(i => i.Executions).SingleOrDefaultAsync(r => r.Id == roadmapId, cancel);
        if (copy is null)
            return NotFound();
        var source = await db.Roadmaps.Include(r => r.Items).ThenInclude(i => i.Executions).SingleOrDefaultAsync(r => r.Id == copy.CopiedFromId, cancel)
            ?? throw new Domain.DomainException("Эта карта не скопирована с другой: назначьте исполнителей в её строках.");
        var today = clock.Today;
        var open = await db.Organizations.Where(o => o.ClosedOn == null || o.ClosedOn >= today).Select(o => o.Id).ToHashSetAsync(cancel);
        NextYearCopy.GiveOut(copy, source, open.Contains);
        await db.SaveChangesAsync(cancel);
        return Done("Задания розданы исполнителям.", $"/roadmaps/{roadmapId}");
    }

    private IActionResult Done(string notice, string url)
    {
        Notice(notice);
        return LocalRedirect(url);
    }

    private async Task<IActionResult> SetArchived(int roadmapId, bool archived, string notice, CancellationToken cancel)
    {
        if (await db.Roadmaps.SingleOrDefaultAsync(r => r.Id == roadmapId, cancel) is not { } roadmap)
            return NotFound();
        roadmap.IsArchived = archived;
        await db.SaveChangesAsync(cancel);
        return Done(notice, $"/roadmaps/{roadmapId}");
    }

    private Task<Roadmap?> Source(int roadmapId, CancellationToken cancel) => db.Roadmaps
        .Include(r => r.Order).Include(r => r.Sections).Include(r => r.Items).ThenInclude(i => i.Targets).Include(r => r.Obligations).ThenInclude(o => o.Parts)
        .AsSplitQuery().SingleOrDefaultAsync(r => r.Id == roadmapId, cancel);

    private async Task<CopyForm> CopyOf(Roadmap source, CopyForm form, CancellationToken cancel)
    {
        form.Head = (await RoadmapHead.Find(db, source.Id, cancel))!;
        form.Items = NextYearCopy.Preview(source);
        return form;
    }

    private static RoadmapForm FormOf(Roadmap roadmap) => new()
    {
        RoadmapId = roadmap.Id,
        Title = roadmap.Title,
        PeriodStart = roadmap.PeriodStart,
        PeriodEnd = roadmap.PeriodEnd,
        Version = roadmap.Version,
    };
}
