using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Coverage;

/// <summary>Охват as of any day, against its targets; and the targets.</summary>
[Route("coverage")]
public sealed class CoverageController(PortalDb db, CoverageCounts counts, MeasureCounts measures, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Index(CoverageFilter filter, CancellationToken cancel) => View(await CoverageBoard.Load(db, counts, filter, clock.Today, cancel));

    [HttpGet("export.{format:regex(^(xlsx|docx|pdf)$)}")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Export(string format, [FromQuery] CoverageFilter filter, CancellationToken cancel)
    {
        var board = await CoverageBoard.Load(db, counts, filter, clock.Today, cancel);
        await db.Record(AuditAction.Exported, nameof(CoverageTarget), detail: $"охват на {board.On:dd.MM.yyyy}; {format}, строк: {board.Rows.Count}", cancel: cancel);
        var name = $"{board.On:yyyy-MM-dd} Охват по организациям.{format}";
        var made = clock.Local(clock.UtcNow);
        return format switch
        {
            "xlsx" => new FileDownload(CoverageWorkbook.Render(board), name, FileKind.Xlsx),
            "docx" => new FileDownload(Paper.Docx.Render(CoveragePaper.Of(board, made)), name, FileKind.Docx),
            _ => new FileDownload(Paper.Pdf.Render(CoveragePaper.Of(board, made)), name, FileKind.Pdf),
        };
    }

    /// <summary>What the organizations planned by form for the year, and how many take part.</summary>
    [HttpGet("forms")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Forms(FormsFilter filter, CancellationToken cancel) => View(await FormsBoard.Load(db, measures, filter, clock, cancel));

    [HttpGet("forms/export.xlsx")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> ExportForms(FormsFilter filter, CancellationToken cancel)
    {
        var board = await FormsBoard.Load(db, measures, filter, clock, cancel);
        await db.Record(AuditAction.Exported, nameof(Participation), detail: $"план и факт по формам на {board.On:dd.MM.yyyy}; строк: {board.Rows.Count}", cancel: cancel);
        return new FileDownload(FormsBoard.Workbook(board), $"{board.On:yyyy-MM-dd} План и факт по формам.xlsx", FileKind.Xlsx);
    }

    /// <summary>The people behind a number, as the reader may see them.</summary>
    [HttpGet("people")]
    [Access(Permission.ReadPeople)]
    public async Task<IActionResult> People(CoverageFilter filter, int? organizationId, PageRequest paging, CancellationToken cancel) =>
        // Of a whole municipality nobody reads names: they are opened school by school.
        organizationId is null && !db.Scope.IsCurator ? LocalRedirect("/coverage") : await CoveredPeople.Load(db, counts, filter, organizationId, paging, clock.Today, cancel) is { } people ? View(people) : NotFound();

    [HttpGet("targets")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Targets(CancellationToken cancel) => View(await TargetList.Load(db, cancel));

    [HttpGet("targets/new")]
    [Access(Permission.WriteRules)]
    public IActionResult NewTarget() => View("Target", new TargetForm());

    [HttpPost("targets/new")]
    [Access(Permission.WriteRules)]
    public Task<IActionResult> NewTarget(TargetForm form, CancellationToken cancel) => Submit(
        async () =>
        {
            form.ApplyTo(db.CoverageTargets.Add(new CoverageTarget()).Entity);
            await db.SaveChangesAsync(cancel);
            Notice("Цель добавлена.");
        },
        () => LocalRedirect("/coverage/targets"),
        () => Task.FromResult<IActionResult>(View("Target", form)));

    /// <summary>The yearly line of the methodology, to be changed by the department as it decides.</summary>
    [HttpPost("targets/line")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> AddLine(CancellationToken cancel)
    {
        var added = await TargetList.AddLine(db, cancel);
        Notice(added == 0 ? "Все цели методологии уже в списке." : $"Целей добавлено: {added}. Проверьте их и исправьте, если у вас решено иначе.");
        return LocalRedirect("/coverage/targets");
    }

    [HttpGet("targets/{targetId:id}")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Target(int targetId, CancellationToken cancel) => await Find(targetId, cancel) is { } target ? View(TargetForm.Of(target)) : NotFound();

    [HttpPost("targets/{targetId:id}")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Target(int targetId, TargetForm form, CancellationToken cancel)
    {
        if (await Find(targetId, cancel) is not { } target)
            return NotFound();
        form.Words = target.Population;
        return await Submit(
            async () =>
            {
                db.Expect(target, form.Version);
                form.ApplyTo(target);
                await db.SaveChangesAsync(cancel);
                Notice("Цель сохранена.");
            },
            () => LocalRedirect("/coverage/targets"),
            () => Task.FromResult<IActionResult>(View(form)));
    }

    [HttpPost("targets/{targetId:id}/delete")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> DeleteTarget(int targetId, CancellationToken cancel)
    {
        if (await Find(targetId, cancel) is not { } target)
            return NotFound();
        if (target.OrderId is not null)
            throw new DomainException("Эта цель стоит в приказе: её убирают вместе с ним.");
        db.Remove(target);
        await db.SaveChangesAsync(cancel);
        Notice("Цель убрана.");
        return LocalRedirect("/coverage/targets");
    }

    private Task<CoverageTarget?> Find(int targetId, CancellationToken cancel) => db.CoverageTargets.SingleOrDefaultAsync(t => t.Id == targetId, cancel);
}
