using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Executions;

/// <summary>
/// What executors owe: lists, one task, and every step of its loop. A step that is no longer possible because it was taken already (a double
/// click, a second window) shows the page again and changes nothing.
/// </summary>
[Route("executions")]
public sealed class ExecutionsController(PortalDb db, CoverageCounts counts, MunicipalClock clock, FileStore store) : PortalController
{
    private const long UploadBytes = (ExecutionFiles.MostFiles * (long)FileLimits.MaxFileBytes) + (1024 * 1024);

    [HttpGet("")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Index([FromQuery] ExecutionFilter filter, [FromQuery] PageRequest paging, CancellationToken cancel) =>
        View(await ExecutionList.Load(db, filter, paging, User.Actor().Role, clock.Today, cancel));

    [HttpGet("{executionId:id}")]
    [Access(Permission.ReadPapers)]
    public Task<IActionResult> Details(int executionId, CancellationToken cancel) => Page(executionId, null, null, null, cancel);

    [HttpPost("{executionId:id}/start")]
    [Access(Permission.ReportExecutions)]
    public Task<IActionResult> Start(int executionId, CancellationToken cancel) =>
        Take(executionId, ExecutionStep.Start, x => x.Start(User.Signature(clock)), "Взято в работу.", cancel);

    [HttpPost("{executionId:id}/save"), RequestSizeLimit(UploadBytes), RequestFormLimits(MultipartBodyLengthLimit = UploadBytes)]
    [Access(Permission.ReportExecutions)]
    public Task<IActionResult> Save(int executionId, ReportForm form, CancellationToken cancel) =>
        TakeReport(executionId, ExecutionStep.Save, form, x => x.Save(form.Report, User.Signature(clock)), "Сохранено. Отчёт пока не отправлен.", cancel);

    [HttpPost("{executionId:id}/report"), RequestSizeLimit(UploadBytes), RequestFormLimits(MultipartBodyLengthLimit = UploadBytes)]
    [Access(Permission.ReportExecutions)]
    public Task<IActionResult> Report(int executionId, ReportForm form, CancellationToken cancel) =>
        TakeReport(executionId, ExecutionStep.Report, form, x => x.Report(form.Report, User.Signature(clock)), "Отчёт сохранён.", cancel);

    [HttpPost("{executionId:id}/withdraw")]
    [Access(Permission.ReportExecutions)]
    public Task<IActionResult> Withdraw(int executionId, CancellationToken cancel) =>
        Take(executionId, ExecutionStep.Withdraw, x => x.Withdraw(User.Signature(clock)), "Отчёт отозван: его можно исправить и отправить снова.", cancel);

    [HttpPost("{executionId:id}/ask-release")]
    [Access(Permission.ReportExecutions)]
    public Task<IActionResult> AskRelease(int executionId, ReleaseForm form, CancellationToken cancel) =>
        TakeWords(executionId, ExecutionStep.AskRelease, x => x.AskRelease(form.Why, User.Signature(clock)), "Просьба отправлена в управление.",
            () => Page(executionId, null, null, form, cancel), cancel);

    [HttpPost("{executionId:id}/accept")]
    [Access(Permission.ReviewExecutions)]
    public Task<IActionResult> Accept(int executionId, CancellationToken cancel) =>
        Take(executionId, ExecutionStep.Accept, x => x.Accept(null, User.Signature(clock)), "Принято.", cancel);

    [HttpPost("{executionId:id}/return")]
    [Access(Permission.ReviewExecutions)]
    public Task<IActionResult> Return(int executionId, ReturnForm form, CancellationToken cancel) =>
        TakeWords(executionId, ExecutionStep.Return, x => x.Return(form.Words, User.Signature(clock)), "Возвращено с замечанием.",
            () => Page(executionId, null, form, null, cancel), cancel);

    [HttpPost("{executionId:id}/release")]
    [Access(Permission.ReviewExecutions)]
    public Task<IActionResult> Release(int executionId, ReleaseForm form, CancellationToken cancel) =>
        TakeWords(executionId, ExecutionStep.Release, x => x.Release(form.Why, User.Signature(clock)), "Отмечено: не требуется.",
            () => Page(executionId, null, null, form, cancel), cancel);

    /// <summary>Accepts what was ticked: all of it, or nothing where one is foreign, absent or no longer waits.</summary>
    [HttpPost("accept")]
    [Access(Permission.ReviewExecutions)]
    public async Task<IActionResult> AcceptMany(AcceptForm form, CancellationToken cancel)
    {
        var ids = form.Ids.Distinct().ToList();
        var ticked = await db.Executions.Include(x => x.RoadmapItem).Where(x => ids.Contains(x.Id) && !x.Roadmap!.IsArchived).ToListAsync(cancel);
        if (ticked.Count != ids.Count)
            return NotFound();
        if (ticked.Exists(x => x.State != ExecutionState.Submitted))
            Notice("Ничего не принято: часть отмеченного уже не ждёт проверки. Отметьте заново.");
        else if (ticked.Count == 0)
            Notice("Отметьте отчёты, которые нужно принять.");
        else
            Notice($"Принято отчётов: {await ExecutionTasks.AcceptAll(db, ticked, User.Signature(clock), cancel)}.");
        return LocalRedirect(Url.IsLocalUrl(form.Back) ? form.Back : "/executions");
    }

    [HttpPost("{executionId:id}/files/{fileId:guid}/remove")]
    [Access(Permission.ReportExecutions)]
    public async Task<IActionResult> RemoveFile(int executionId, Guid fileId, CancellationToken cancel)
    {
        if (await Find(executionId, cancel) is not { } execution
            || await db.Files.SingleOrDefaultAsync(f => f.Id == fileId && f.ExecutionId == executionId, cancel) is not { } file)
            return NotFound();
        if (!IsReporter(execution))
            return Forbid();
        RefuseArchived(execution);
        if (!execution.State.IsOpen())
            throw new DomainException("Отчёт уже отправлен: чтобы заменить файл, сначала отзовите отчёт.");
        file.RemovedAt ??= clock.UtcNow;
        await db.SaveChangesAsync(cancel);
        return Shown(execution, $"Файл «{file.Name}» убран.");
    }

    private Task<Execution?> Find(int executionId, CancellationToken cancel) => db.Executions
        .Include(x => x.RoadmapItem).Include(x => x.Roadmap).Include(x => x.Events.OrderBy(e => e.Id))
        .SingleOrDefaultAsync(x => x.Id == executionId, cancel);

    /// <summary>A step of one button.</summary>
    private Task<IActionResult> Take(int executionId, ExecutionStep step, Action<Execution> act, string done, CancellationToken cancel) =>
        Step(executionId, step, done, async x =>
        {
            await Act(x, act, cancel);
            return null;
        }, cancel);

    /// <summary>A step with a reason: where the words are missing, the page comes back with the message beside the field.</summary>
    private Task<IActionResult> TakeWords(
        int executionId, ExecutionStep step, Action<Execution> act, string done, Func<Task<IActionResult>> again, CancellationToken cancel) =>
        Step(executionId, step, done, async x => await Submit(() => Act(x, act, cancel), () => Shown(x, done), () => Fresh(again)), cancel);

    private Task<IActionResult> TakeReport(
        int executionId, ExecutionStep step, ReportForm form, Action<Execution> act, string done, CancellationToken cancel) =>
        Step(executionId, step, done, async x => await Submit(
            async () =>
            {
                if (step == ExecutionStep.Report)
                    form.CheckProof(ProofRequest.Of(x.RoadmapItem!.Result), clock.Today);
                // The same words saved twice are no conflict.
                db.Expect(x, form.Report == x.LastReport ? x.Version : form.Version);
                var files = await ExecutionFiles.Add(db, store, x, form.Files, User.Signature(clock), cancel);
                try
                {
                    await Act(x, act, cancel);
                }
                catch
                {
                    ExecutionFiles.Forget(db, store, files);
                    throw;
                }
            },
            () => Shown(x, step == ExecutionStep.Save ? done : x.Executor == ExecutorKind.Organization ? "Отчёт отправлен на проверку." : "Отмечено: выполнено."),
            () => Fresh(() => AfterConflict(executionId, step, form, cancel))), cancel);

    /// <summary>Where the other one of two posts has taken the step meanwhile, there is nothing left to decide.</summary>
    private async Task<IActionResult> AfterConflict(int executionId, ExecutionStep step, ReportForm form, CancellationToken cancel)
    {
        var isConflict = Response.StatusCode == StatusCodes.Status409Conflict;
        return isConflict && await Find(executionId, cancel) is { } now && !now.State.Allows(step)
            ? Shown(now, NothingChanged(now))
            : await Page(executionId, form, null, null, cancel);
    }

    private static string NothingChanged(Execution execution) =>
        $"Ничего не изменилось: состояние уже «{ExecutionWords.Of(execution.State, execution.Executor)}».";

    /// <summary>Who, where and whether at all; then the step itself. Returns the step's answer, or the page with what was done.</summary>
    private async Task<IActionResult> Step(int executionId, ExecutionStep step, string done, Func<Execution, Task<IActionResult?>> take, CancellationToken cancel)
    {
        if (await Find(executionId, cancel) is not { } execution)
            return NotFound();
        var isReport = step is ExecutionStep.Start or ExecutionStep.Save or ExecutionStep.Report or ExecutionStep.AskRelease or ExecutionStep.Withdraw;
        if (isReport && !IsReporter(execution))
            return Forbid();
        RefuseArchived(execution);
        if (!execution.State.Allows(step))
            return Shown(execution, NothingChanged(execution));
        try
        {
            return await take(execution) ?? Shown(execution, done);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Shown(execution, "Пока вы нажимали, задание изменили. Показано то, что есть сейчас.");
        }
    }

    private async Task Act(Execution execution, Action<Execution> act, CancellationToken cancel)
    {
        var joined = await ExecutionTasks.JoinedWith(db, [execution], cancel);
        execution.Together(joined[execution.Id], act);
        await db.SaveChangesAsync(cancel);
    }

    private bool IsReporter(Execution execution) => ExecutionPage.Reporter(execution.Executor) == User.Actor().Role;

    private static void RefuseArchived(Execution execution)
    {
        if (execution.Roadmap!.IsArchived)
            throw new DomainException("Карта в архиве: по ней больше не отчитываются.");
    }

    private IActionResult Shown(Execution execution, string notice)
    {
        Notice(notice);
        return LocalRedirect($"/executions/{execution.Id}");
    }

    /// <summary>What the refused write has left in the context must not be seen on the page that comes back.</summary>
    private Task<IActionResult> Fresh(Func<Task<IActionResult>> again)
    {
        db.ChangeTracker.Clear();
        return again();
    }

    /// <summary>The page, with what was typed into one of its forms.</summary>
    private async Task<IActionResult> Page(int executionId, ReportForm? report, ReturnForm? returned, ReleaseForm? release, CancellationToken cancel)
    {
        if (await ExecutionPage.Load(db, counts, clock, User.Actor(), executionId, cancel) is not { } page)
            return NotFound();
        return View("Details", page with { Report = report ?? page.Report, Return = returned ?? new(), Release = release ?? new() });
    }
}
