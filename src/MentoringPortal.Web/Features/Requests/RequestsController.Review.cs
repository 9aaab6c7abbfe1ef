using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Web.Features.Executions;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Requests;

/// <summary>The department's side of the answers: review, reminders, and what leaves the portal.</summary>
public sealed partial class RequestsController
{
    [HttpGet("{requestId:id}/answers/{organizationId:id}")]
    [Access(Permission.ReviewExecutions)]
    public Task<IActionResult> Answer(int requestId, int organizationId, CancellationToken cancel) => Answered(requestId, organizationId, null, null, cancel);

    [HttpPost("{requestId:id}/answers/{organizationId:id}/accept")]
    [Access(Permission.ReviewExecutions)]
    public Task<IActionResult> Accept(int requestId, int organizationId, CancellationToken cancel) =>
        Review(requestId, organizationId, new(), a => a.Accept(User.Signature(clock)), a => "Ответ принят.", cancel);

    [HttpPost("{requestId:id}/answers/{organizationId:id}/return")]
    [Access(Permission.ReviewExecutions)]
    public Task<IActionResult> Return(int requestId, int organizationId, [Bind(Prefix = "Review")] ReviewForm form, CancellationToken cancel) =>
        Review(requestId, organizationId, form, a => a.Return(form.ReturnReason, User.Signature(clock)), a => "Ответ возвращён, куратору написано.", cancel);

    [HttpPost("{requestId:id}/answers/{organizationId:id}/documents/{documentId:id}/accept")]
    [Access(Permission.ReviewExecutions)]
    public Task<IActionResult> AcceptDocument(int requestId, int organizationId, int documentId, [Bind(Prefix = "Review")] ReviewForm form, CancellationToken cancel) =>
        ReviewDocument(requestId, organizationId, documentId, form, (a, d) => a.AcceptDocument(d, Known(a, d, form)), "Документ принят.", cancel);

    [HttpPost("{requestId:id}/answers/{organizationId:id}/documents/{documentId:id}/return")]
    [Access(Permission.ReviewExecutions)]
    public Task<IActionResult> ReturnDocument(int requestId, int organizationId, int documentId, [Bind(Prefix = "Review")] ReviewForm form, CancellationToken cancel) =>
        ReviewDocument(requestId, organizationId, documentId, form, (a, d) => a.ReturnDocument(d, form.DocumentReason, Known(a, d, form), User.Signature(clock)), "Документ возвращён, куратору написано.", cancel);

    /// <summary>A letter to the curators of those who have not answered; twice an hour would be once too often.</summary>
    [HttpPost("{requestId:id}/remind")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Remind(int requestId, CancellationToken cancel)
    {
        if (await Find(requestId, cancel) is not { } request)
            return NotFound();
        if (!request.IsOpen)
            return Shown(requestId, "Запрос закрыт: напоминать не о чем.");
        var owing = await db.Submissions.Where(s => s.RequestId == requestId && s.State != SubmissionState.Submitted && s.State != SubmissionState.Accepted).Select(s => s.OrganizationId!.Value).ToListAsync(cancel);
        var letters = await queue.WriteToCurators(owing, $"request:{requestId}:hand:{clock.UtcNow:yyyyMMddHH}", $"Запрос сведений: ответить до {request.Due:d MMMM}",
            RequestLetters.Reminder(await Department(cancel), request.What, request.Due!.Value, clock.Today, [], $"{mail.PublicUrl}/requests/{requestId}"), cancel);
        return Shown(requestId, letters == 0 ? "Новых писем нет: напоминание в этот час уже отправляли или у школ нет кураторов с учётной записью. Скопируйте текст для чата." :
            $"Напоминание поставлено в очередь, писем: {letters}.{(mail.IsOn ? "" : " Почта портала не настроена: скопируйте текст для чата.")}", "#owing");
    }

    [HttpGet("{requestId:id}/summary.{format:regex(^(xlsx|docx|pdf)$)}")]
    [Access(Permission.ReadMunicipality)]
    public async Task<IActionResult> Summary(int requestId, string format, CancellationToken cancel)
    {
        if (await RequestHead.Find(db, requestId, cancel) is not { } head)
            return NotFound();
        var summary = await RequestSummary.Load(db, counts, head, clock.Today, cancel);
        await db.Record(AuditAction.Exported, nameof(InformationRequest), $"{requestId}", $"сводная таблица, {format}", cancel: cancel);
        var name = $"{clock.Today:yyyy-MM-dd} Сводная по запросу {requestId}.{format}";
        if (format == "xlsx")
            return new FileDownload(SummaryWorkbook.Of(summary), name, FileKind.Xlsx);
        var paper = SummaryPaper.Of(summary, await Signatory.Load(db, cancel));
        return format == "docx" ? new FileDownload(Paper.Docx.Render(paper), name, FileKind.Docx) : new FileDownload(Paper.Pdf.Render(paper), name, FileKind.Pdf);
    }

    /// <summary>All documents, a folder for each school and in it one for each entry of the checklist.</summary>
    [HttpGet("{requestId:id}/documents.zip")]
    [Access(Permission.ReadMunicipality)]
    public async Task<IActionResult> Documents(int requestId, CancellationToken cancel)
    {
        if (await RequestHead.Find(db, requestId, cancel) is not { } head)
            return NotFound();
        var files = await db.Files.Where(f => f.RemovedAt == null && f.SubmittedDocument!.Submission!.RequestId == requestId)
            .OrderBy(f => f.OrganizationId).ThenBy(f => f.SubmittedDocument!.Ordinal).ThenBy(f => f.UploadedAt)
            .Select(f => new { f.Name, f.StoredName, f.SubmittedDocument!.Ordinal, School = f.SubmittedDocument.Submission!.Organization!.ShortName }).ToListAsync(cancel);
        await db.Record(AuditAction.Exported, nameof(InformationRequest), $"{requestId}", $"документы школ одним архивом; файлов: {files.Count}", cancel: cancel);
        var archive = await FileArchive.Of(files.Select(f => ((IReadOnlyList<string>)[f.School, $"{f.Ordinal + 1}. {head.Checklist[f.Ordinal].Name}"], f.Name, (Func<Stream>)(() => store.Open(f.StoredName)))), cancel);
        return new FileDownload(archive, $"{clock.Today:yyyy-MM-dd} Документы по запросу {requestId}.zip", FileKind.Zip.ContentType());
    }

    private Task<IActionResult> ReviewDocument(int requestId, int organizationId, int documentId, ReviewForm form, Action<Submission, SubmittedDocument> act, string done, CancellationToken cancel) =>
        Review(requestId, organizationId, form, a => act(a, a.Documents.Single(d => d.Id == documentId)), _ => done, cancel, a => a.Documents.Exists(d => d.Id == documentId));

    private async Task<IActionResult> Review(int requestId, int organizationId, ReviewForm form, Action<Submission> act, Func<Submission, string> done, CancellationToken cancel, Func<Submission, bool>? isThere = null)
    {
        if (await FindAnswer(requestId, organizationId, cancel) is not { } answer || isThere?.Invoke(answer) == false)
            return NotFound();
        var before = answer.State;
        return await Submit(
            async () =>
            {
                act(answer);
                await db.SaveChangesAsync(cancel);
                if (answer.State == SubmissionState.Returned && before != SubmissionState.Returned)
                    await queue.WriteToCurators([organizationId], $"request:{requestId}:returned:{answer.Id}:{answer.Versions.Count}", "Ответ на запрос возвращён",
                        RequestLetters.Returned(answer.Request!.What, answer.ReturnReason!, $"{mail.PublicUrl}/requests/{requestId}"), cancel);
            },
            () => Shown(requestId, done(answer), $"/answers/{organizationId}"),
            () => Answered(requestId, organizationId, null, form, cancel));
    }

    private static IReadOnlyList<string> Known(Submission answer, SubmittedDocument document, ReviewForm form) =>
        [.. answer.Request!.Checklist[document.Ordinal].MustContain.Where(form.Found.Contains)];
}
