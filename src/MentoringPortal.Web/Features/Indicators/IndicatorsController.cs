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

namespace MentoringPortal.Web.Features.Indicators;

/// <summary>Целевые индикаторы: plan and fact as of any day, opened by organization and to those who are counted.</summary>
[Route("indicators")]
public sealed class IndicatorsController(PortalDb db, MeasureCounts measures, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Index(IndicatorFilter filter, CancellationToken cancel) => View(await IndicatorBoard.Load(db, measures, filter, clock.Today, cancel));

    [HttpGet("export.{format:regex(^(xlsx|docx|pdf)$)}")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Export(string format, [FromQuery] IndicatorFilter filter, CancellationToken cancel)
    {
        var board = await IndicatorBoard.Load(db, measures, filter, clock.Today, cancel);
        await db.Record(AuditAction.Exported, nameof(Indicator), detail: $"на {board.On:dd.MM.yyyy}; {format}, строк: {board.Rows.Count}", cancel: cancel);
        var name = $"{board.On:yyyy-MM-dd} Показатели.{format}";
        var made = clock.Local(clock.UtcNow);
        return format switch
        {
            "xlsx" => new FileDownload(IndicatorFiles.Workbook(board), name, FileKind.Xlsx),
            "docx" => new FileDownload(Paper.Docx.Render(IndicatorFiles.Paper(board, made)), name, FileKind.Docx),
            _ => new FileDownload(Paper.Pdf.Render(IndicatorFiles.Paper(board, made)), name, FileKind.Pdf),
        };
    }

    [HttpGet("{indicatorId:id}")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Details(int indicatorId, IndicatorFilter filter, CancellationToken cancel) =>
        await IndicatorPage.Load(db, measures, indicatorId, filter, clock.Today, cancel) is { } page ? View(page) : NotFound();

    /// <summary>Who is counted in one organization, as the reader may see them.</summary>
    [HttpGet("{indicatorId:id}/people")]
    [Access(Permission.ReadPeople)]
    public async Task<IActionResult> People(int indicatorId, int? organizationId, IndicatorFilter filter, PageRequest paging, CancellationToken cancel) =>
        // Of a whole municipality nobody reads names: they are opened school by school.
        organizationId is null && !db.Scope.IsCurator ? LocalRedirect($"/indicators/{indicatorId}") :
        await CountedRows.Load(db, measures, indicatorId, organizationId, filter, paging, clock.Today, cancel) is { } page ? View(page) : NotFound();

    [HttpGet("new")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Create(CancellationToken cancel) => View("Edit", await IndicatorEdit.Load(db, null, new(), clock, cancel));

    [HttpPost("new")]
    [Access(Permission.WriteRules)]
    public Task<IActionResult> Create([Bind(Prefix = "Form")] IndicatorForm form, CancellationToken cancel) => Submit(
        async () =>
        {
            await form.ApplyTo(db.Indicators.Add(new Indicator()).Entity, db, cancel);
            await db.SaveChangesAsync(cancel);
            Notice("Показатель добавлен.");
        },
        () => LocalRedirect("/indicators"),
        async () => View("Edit", await IndicatorEdit.Load(db, null, form, clock, cancel)));

    /// <summary>The three of «вовлечённость в формы наставничества» that municipalities set (seed 002), to be changed as decided.</summary>
    [HttpPost("usual")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> AddUsual(CancellationToken cancel)
    {
        var known = await db.Indicators.Where(i => i.Counted != null).Select(i => new { i.Counted, i.CountedFormId, i.OfHeadcount }).ToListAsync(cancel);
        var missing = Indicator.Usual().Where(u => !known.Exists(k => k.Counted == u.Counted && k.CountedFormId == u.CountedFormId && k.OfHeadcount == u.OfHeadcount)).ToList();
        db.Indicators.AddRange(missing);
        await db.SaveChangesAsync(cancel);
        Notice(missing.Count == 0 ? "Эти показатели уже в списке." : $"Показателей добавлено: {missing.Count}. Задайте им план.");
        return LocalRedirect("/indicators");
    }

    [HttpGet("{indicatorId:id}/edit")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Edit(int indicatorId, CancellationToken cancel) =>
        await Find(indicatorId, cancel) is { } indicator ? View(await IndicatorEdit.Load(db, indicator, IndicatorForm.From(indicator), clock, cancel)) : NotFound();

    [HttpPost("{indicatorId:id}/edit")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Edit(int indicatorId, [Bind(Prefix = "Form")] IndicatorForm form, CancellationToken cancel)
    {
        if (await Find(indicatorId, cancel) is not { } indicator)
            return NotFound();
        return await Submit(
            async () =>
            {
                db.Expect(indicator, form.Version);
                await form.ApplyTo(indicator, db, cancel);
                await db.SaveChangesAsync(cancel);
                Notice("Показатель сохранён.");
            },
            () => LocalRedirect($"/indicators/{indicatorId}"),
            async () => View(await IndicatorEdit.Load(db, indicator, form, clock, cancel)));
    }

    [HttpPost("{indicatorId:id}/delete")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Delete(int indicatorId, CancellationToken cancel)
    {
        if (await Find(indicatorId, cancel) is not { } indicator)
            return NotFound();
        if (indicator.OrderId is not null)
            throw new DomainException("Этот показатель стоит в документе: его убирают вместе с ним.");
        db.Remove(indicator);
        await db.SaveChangesAsync(cancel);
        Notice("Показатель убран.");
        return LocalRedirect("/indicators");
    }

    private Task<Indicator?> Find(int indicatorId, CancellationToken cancel) => db.Indicators.SingleOrDefaultAsync(i => i.Id == indicatorId, cancel);
}
