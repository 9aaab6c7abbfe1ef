using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Exchange;
using MentoringPortal.Domain.Jobs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using MentoringPortal.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace MentoringPortal.Web.Features.PeopleImport;

/// <summary>People and pairs in from Excel and out to it: template or register, preview, saving, undoing.</summary>
// A controller of its own under /people, as with papers: a table that comes in shares nothing with a person's card but the first word of the address.
[Route("people/import")]
public sealed class PeopleImportController(PortalDb db, FileStore files, PeopleImportWork work, MunicipalClock clock) : PortalController
{
    private int OrganizationId => User.Actor().OrganizationId!.Value;

    [HttpGet("")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await ImportIndex.Load(db, new UploadForm(), clock, cancel));

    [HttpPost("")]
    [Access(Permission.WritePairs)]
    [RequestSizeLimit(UploadForm.MaxRequestBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = UploadForm.MaxRequestBytes, ValueLengthLimit = UploadForm.MaxRequestBytes)]
    public Task<IActionResult> Index(UploadForm form, CancellationToken cancel)
    {
        Domain.Exchange.PeopleImport? table = null;
        return Submit(
            async () => table = await form.Keep(db, files, clock, cancel),
            () => LocalRedirect($"/people/import/{table!.Id}"),
            async () => View(await ImportIndex.Load(db, form, clock, cancel)));
    }

    /// <summary>What would be done; after saving, what was done.</summary>
    [HttpGet("{tableId:guid}")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Preview(Guid tableId, CancellationToken cancel)
    {
        if (await Find(tableId, cancel) is not { } table)
            return NotFound();
        return table.State == PeopleImportState.Draft ? View(await ImportPreview.Load(db, work, table, clock, cancel)) : View("Result", await ImportResult.Load(db, work, table, clock, cancel));
    }

    [HttpPost("{tableId:guid}/save")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Save(Guid tableId, SaveTableForm form, [FromServices] ISchedulerFactory schedulers, CancellationToken cancel)
    {
        if (await Find(tableId, cancel) is not { } table)
            return NotFound();
        Job? job = null;
        return await Submit(
            async () =>
            {
                var page = await ImportPreview.Load(db, work, table, clock, cancel);
                if (form.Seen != page.Seen && table.State == PeopleImportState.Draft)
                    throw new DomainException("Пока вы смотрели, данные в портале изменились. Проверьте строки ещё раз и сохраните.");
                job = page.Total > PeopleImportWork.AtOnce ? await Queue(table, schedulers, cancel) : null;
                if (job is not null)
                    return;
                table.Begin(null, await work.IsCutOff(db, table, cancel));
                await db.SaveChangesAsync(cancel);
                // A page that is closed meanwhile does not cut it off.
                await work.Run(db, tableId, (_, _) => Task.CompletedTask, CancellationToken.None);
            },
            () => LocalRedirect(job is null ? $"/people/import/{tableId}" : $"/jobs/{job.Id}"),
            async () => View(nameof(Preview), await ImportPreview.Load(db, work, table, clock, cancel)));
    }

    [HttpPost("{tableId:guid}/undo")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Undo(Guid tableId, CancellationToken cancel)
    {
        if (await Find(tableId, cancel) is not { } table)
            return NotFound();
        await work.Undo(db, table, await work.IsCutOff(db, table, cancel), cancel);
        Notice("Загрузка отменена: новые люди и пары убраны, прежние значения возвращены.");
        return LocalRedirect("/people/import");
    }

    /// <summary>The rows that did not go in, with the reasons, to be mended and brought again.</summary>
    [HttpGet("{tableId:guid}/errors.xlsx")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Errors(Guid tableId, CancellationToken cancel)
    {
        if (await Find(tableId, cancel) is not { } table)
            return NotFound();
        var errors = await work.NotStored(db, table, cancel);
        await db.Record(AuditAction.Exported, nameof(Domain.Exchange.PeopleImport), $"{tableId}", $"строки с ошибками: {errors.Count}", cancel: cancel);
        return new FileDownload(ExchangeWorkbooks.Errors(errors), $"{clock.Today:yyyy-MM-dd} Строки с ошибками.xlsx", FileKind.Xlsx);
    }

    [HttpGet("template.xlsx")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Template(CancellationToken cancel) =>
        new FileDownload(ExchangeWorkbooks.Template([], await TopicNames(cancel), clock.Today), "Шаблон людей.xlsx", FileKind.Xlsx);

    /// <summary>The organization's people in the template: change what is wrong and bring it back.</summary>
    [HttpGet("export.xlsx")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Export(CancellationToken cancel)
    {
        var people = await Knowledge.People(db, OrganizationId, isTracked: false).Where(p => p.Mentee != null || p.Mentor != null).ToListAsync(cancel);
        await db.Record(AuditAction.Exported, nameof(Person), detail: $"люди в шаблоне; строк: {people.Count}", cancel: cancel);
        return new FileDownload(ExchangeWorkbooks.Template(people, await TopicNames(cancel), clock.Today), $"{clock.Today:yyyy-MM-dd} Люди.xlsx", FileKind.Xlsx);
    }

    /// <summary>The methodology's two base forms, column by column.</summary>
    [HttpGet("forms.xlsx")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Forms(CancellationToken cancel)
    {
        var rows = await BaseFormRow.Load(db, OrganizationId, clock.Today, cancel);
        await db.Record(AuditAction.Exported, nameof(Person), detail: $"базы наставляемых и наставников; строк: {rows.Count}", cancel: cancel);
        return new FileDownload(ExchangeWorkbooks.BaseForms(rows), $"{clock.Today:yyyy-MM-dd} Базы наставляемых и наставников.xlsx", FileKind.Xlsx);
    }

    private async Task<Job> Queue(Domain.Exchange.PeopleImport table, ISchedulerFactory schedulers, CancellationToken cancel)
    {
        var job = new Job
        {
            Id = Guid.NewGuid(),
            Kind = JobKind.PeopleImport,
            OwnerId = User.Actor().UserId,
            OrganizationId = table.OrganizationId,
            SubjectId = table.Id,
            ResultUrl = $"/people/import/{table.Id}",
            CreatedAt = clock.UtcNow,
        };
        db.Jobs.Add(job);
        table.Begin(job.Id, await work.IsCutOff(db, table, cancel));
        await db.SaveChangesAsync(cancel);
        // A stop between the two lines loses nothing: the next start schedules what waits.
        var (detail, trigger) = JobRunner.Of(job.Id, clock.UtcNow);
        await (await schedulers.GetScheduler(cancel)).ScheduleJob(detail, trigger, cancellationToken: cancel);
        return job;
    }

    private Task<List<string>> TopicNames(CancellationToken cancel) => db.Topics.Where(t => t.IsActive).OrderBy(t => t.Name).Select(t => t.Name).ToListAsync(cancel);

    private Task<Domain.Exchange.PeopleImport?> Find(Guid tableId, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        return db.PeopleImports.SingleOrDefaultAsync(i => i.Id == tableId && i.ExpiresAt > now && i.OrganizationId == OrganizationId, cancel);
    }
}
