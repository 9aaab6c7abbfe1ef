using MentoringPortal.Data.Requests;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Web.Features.Executions;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Requests;

/// <summary>The school's side: its own answer.</summary>
public sealed partial class RequestsController
{
    private const long UploadBytes = (ExecutionFiles.MostFiles * (long)FileLimits.MaxFileBytes) + (1024 * 1024);

    [HttpPost("{requestId:id}/save"), RequestSizeLimit(UploadBytes), RequestFormLimits(MultipartBodyLengthLimit = UploadBytes)]
    [Access(Permission.AnswerRequests)]
    public Task<IActionResult> Save(int requestId, [Bind(Prefix = "Form")] AnswerForm form, CancellationToken cancel) => Write(requestId, form, isSent: false, cancel);

    [HttpPost("{requestId:id}/send"), RequestSizeLimit(UploadBytes), RequestFormLimits(MultipartBodyLengthLimit = UploadBytes)]
    [Access(Permission.AnswerRequests)]
    public Task<IActionResult> Send(int requestId, [Bind(Prefix = "Form")] AnswerForm form, CancellationToken cancel) => Write(requestId, form, isSent: true, cancel);

    [HttpPost("{requestId:id}/withdraw")]
    [Access(Permission.AnswerRequests)]
    public async Task<IActionResult> Withdraw(int requestId, CancellationToken cancel)
    {
        if (await Own(requestId, cancel) is not { } answer)
            return NotFound();
        if (answer.State != SubmissionState.Submitted)
            return Shown(requestId, $"Ничего не изменилось: ответ сейчас «{SubmissionWords.Of(answer.State)}».");
        return await Submit(
            () =>
            {
                answer.Withdraw();
                return db.SaveChangesAsync(cancel);
            },
            () => Shown(requestId, "Ответ отозван: его можно исправить и отправить снова."),
            () => Answered(requestId, answer.OrganizationId!.Value, null, null, cancel));
    }

    [HttpPost("{requestId:id}/files/{answerFileId:guid}/remove")]
    [Access(Permission.AnswerRequests)]
    public async Task<IActionResult> RemoveFile(int requestId, Guid answerFileId, CancellationToken cancel)
    {
        if (await Own(requestId, cancel) is not { } answer
            || await db.Files.Include(f => f.SubmittedDocument).SingleOrDefaultAsync(f => f.Id == answerFileId && f.SubmittedDocument!.SubmissionId == answer.Id, cancel) is not { } file)
            return NotFound();
        answer.Begin();
        if (file.SubmittedDocument!.State == DocumentState.Accepted)
            throw new DomainException("Этот документ уже принят: менять его не нужно.");
        file.RemovedAt ??= clock.UtcNow;
        await db.SaveChangesAsync(cancel);
        return Shown(requestId, $"Файл «{file.Name}» убран.", "#documents");
    }

    private async Task<IActionResult> Write(int requestId, AnswerForm form, bool isSent, CancellationToken cancel)
    {
        if (await Own(requestId, cancel) is not { } answer)
            return NotFound();
        return await Submit(
            async () =>
            {
                db.Expect(answer, form.Version);
                var kept = await AnswerFiles.Keep(db, store, answer, Request.Form.Files, User.Signature(clock), cancel);
                // What is kept is kept, whatever becomes of the numbers; and the row has another version now.
                if (kept > 0)
                    ModelState.SetModelValue("Form.Version", $"{answer.Version}", $"{answer.Version}");
                await WriteCells(answer, form, isSent, cancel);
            },
            () => Shown(requestId, !isSent ? "Сохранено. Ответ пока не отправлен."
                : answer.IsLate && answer.Versions.Count == 1 ? "Ответ отправлен после срока и так отмечен. Управление его проверит." : "Ответ отправлен. Управление проверит его и примет или вернёт с замечанием."),
            () => Answered(requestId, answer.OrganizationId!.Value, form, null, cancel));
    }

    private async Task WriteCells(Submission answer, AnswerForm form, bool isSent, CancellationToken cancel)
    {
        answer.Request!.RefuseUnlessOpen();
        var sheet = answer.Request.Sheet;
        var known = sheet is null ? [] : await RequestFormPage.Known(db, cancel);
        var counted = sheet is null ? new Dictionary<(int, int), int>() : await SheetCounts.Of(counts, sheet, known, answer.Request.CountedOn(clock.Today), answer.OrganizationId!.Value, cancel);
        var cells = form.Read(sheet, known, counted, ModelState);
        if (!ModelState.IsValid)
            throw new DomainException("Числа не сохранены: исправьте отмеченное. Приложенные файлы сохранены.");
        if (isSent)
        {
            var files = await db.Files.Where(f => f.RemovedAt == null && f.SubmittedDocument!.SubmissionId == answer.Id).Select(f => new { f.SubmittedDocument!.Ordinal, f.Name }).ToListAsync(cancel);
            answer.Submit(cells, form.Responsible, files.ToLookup(f => f.Ordinal, f => f.Name), clock.Today, User.Signature(clock));
        }
        else
        {
            answer.Save(cells, form.Responsible);
        }
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The reader's own organization's answer.</summary>
    private Task<Submission?> Own(int requestId, CancellationToken cancel) => FindAnswer(requestId, db.Scope.OrganizationId, cancel);

    private Task<Submission?> FindAnswer(int requestId, int organizationId, CancellationToken cancel) => db.Submissions.Include(s => s.Request).Include(s => s.Documents).Include(s => s.Versions.OrderBy(v => v.Number))
        .AsSplitQuery().SingleOrDefaultAsync(s => s.RequestId == requestId && s.OrganizationId == organizationId && s.Request!.OpenedOn != null, cancel);

    /// <summary>The answer's page, with what was typed into it.</summary>
    private async Task<IActionResult> Answered(int requestId, int organizationId, AnswerForm? typed, ReviewForm? review, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return await AnswerPage.Load(db, counts, clock.Today, requestId, organizationId, typed, cancel) is { } page ? View("Answer", page with { Review = review ?? new() }) : NotFound();
    }
}
