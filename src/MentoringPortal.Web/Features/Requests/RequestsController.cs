using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Data.Mail;
using MentoringPortal.Data.Requests;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Mail;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Requests;

/// <summary>Запросы сведений: opened by the department, answered by schools, put together in one table. Here the lists, the opening and the closing.</summary>
[Route("requests")]
public sealed partial class RequestsController(PortalDb db, MeasureCounts counts, MailQueue queue, MailSettings mail, MunicipalClock clock, FileStore store) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Index(string? view, int? year, [FromQuery] PageRequest paging, CancellationToken cancel) =>
        View(await RequestList.Load(db, view == "closed", year, paging, clock.Today, cancel));

    /// <param name="copy">A former request that is asked again.</param>
    /// <param name="cancel">Gives up.</param>
    [HttpGet("new")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Create(int? copy, CancellationToken cancel)
    {
        ModelState.Clear();
        var former = copy is null ? null : await db.InformationRequests.AsNoTracking().Include(q => q.Submissions).SingleOrDefaultAsync(q => q.Id == copy && q.OpenedOn != null, cancel);
        if (copy is not null && former is null)
            return NotFound();
        var form = former is null ? new RequestForm { AsOf = clock.Today } : RequestForm.Again(former, clock.Today);
        return await FormPage(form, null, former is null ? null : $"Повтор запроса {former.OpenedOn:dd.MM.yyyy}", null, cancel);
    }

    [HttpPost("new")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> Create([Bind(Prefix = "Form")] RequestForm form, string? more, CancellationToken cancel) => Opened(new InformationRequest(), form, more, cancel);

    [HttpGet("{requestId:id}/open")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Open(int requestId, CancellationToken cancel)
    {
        if (await db.InformationRequests.AsNoTracking().SingleOrDefaultAsync(q => q.Id == requestId, cancel) is not { } read)
            return NotFound();
        if (read.OpenedOn is not null)
            return LocalRedirect($"/requests/{requestId}");
        var form = RequestForm.Of(read, await RequestFormPage.Known(db, cancel), clock.Today);
        form.OrganizationIds = await RequestFormPage.AddresseesOf(db, read.OrderId!.Value, clock.Today, cancel);
        return await FormPage(form, read, null, null, cancel);
    }

    [HttpPost("{requestId:id}/open")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Open(int requestId, [Bind(Prefix = "Form")] RequestForm form, string? more, CancellationToken cancel)
    {
        if (await db.InformationRequests.SingleOrDefaultAsync(q => q.Id == requestId, cancel) is not { } read)
            return NotFound();
        if (read.OpenedOn is null)
            return await Opened(read, form, more, cancel);
        Notice("Запрос уже открыт.");
        return LocalRedirect($"/requests/{requestId}");
    }

    private async Task<IActionResult> Opened(InformationRequest request, RequestForm form, string? more, CancellationToken cancel)
    {
        if (more is not null)
            ModelState.Clear();
        return more is not null ? await FormPage(form, request, null, more, cancel) : await Submit(
            async () =>
            {
                if (request.Id == 0)
                    db.InformationRequests.Add(request);
                else
                    db.Expect(request, form.Version);
                request.Open(form.Terms(), clock.Today);
                await db.SaveChangesAsync(cancel);
                await Tell(request, [.. request.Submissions.Select(s => s.OrganizationId!.Value)], cancel);
            },
            () => Shown(request.Id, $"Запрос открыт: {request.Submissions.Count} организаций увидели его у себя."),
            () => FormPage(form, request, null, null, cancel));
    }

    [HttpGet("{requestId:id}")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Details(int requestId, CancellationToken cancel)
    {
        if (db.Scope.IsCurator)
            return await Answered(requestId, db.Scope.OrganizationId, null, null, cancel);
        // One that nobody has opened yet stands in its letter.
        if (await db.InformationRequests.Where(q => q.Id == requestId && q.OpenedOn == null).Select(q => q.OrderId).SingleOrDefaultAsync(cancel) is { } orderId)
            return LocalRedirect($"/orders/{orderId}#requests");
        return await Board(requestId, null, cancel);
    }

    [HttpPost("{requestId:id}/postpone")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Postpone(int requestId, [Bind(Prefix = "Postpone")] PostponeForm form, CancellationToken cancel) => await Find(requestId, cancel) is not { } request ? NotFound() : await Submit(
        () =>
        {
            db.Expect(request, form.Version);
            request.Postpone(form.Due!.Value, clock.Today);
            return db.SaveChangesAsync(cancel);
        },
        () => Shown(requestId, $"Срок изменён: ответить до {request.Due:dd.MM.yyyy}."),
        () => Board(requestId, form, cancel));

    /// <summary>Asks those who were forgotten, or opened later.</summary>
    [HttpPost("{requestId:id}/ask")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Ask(int requestId, [Bind(Prefix = "AskMore")] AskMoreForm form, CancellationToken cancel)
    {
        if (await db.InformationRequests.Include(q => q.Submissions).SingleOrDefaultAsync(q => q.Id == requestId && q.OpenedOn != null, cancel) is not { } request)
            return NotFound();
        var askable = (await RequestFormPage.Askable(db, clock.Today, cancel)).Select(o => o.Value).ToHashSet();
        IReadOnlyList<int> added = [];
        return await Submit(
            async () =>
            {
                db.Expect(request, form.Version);
                added = request.Ask(form.OrganizationIds.Where(id => askable.Contains($"{id}")));
                await db.SaveChangesAsync(cancel);
                await Tell(request, added, cancel);
            },
            () => Shown(requestId, $"Запрос направлен ещё: {added.Count}. Они увидели его у себя."),
            () => Board(requestId, null, cancel, form));
    }

    /// <summary>What closing means, and who has not answered.</summary>
    [HttpGet("{requestId:id}/close")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Close(int requestId, CancellationToken cancel) =>
        await RequestHead.Find(db, requestId, cancel) is { IsOpen: true } head ? View(await RequestSummary.Load(db, counts, head, clock.Today, cancel)) : NotFound();

    [HttpPost("{requestId:id}/close"), ActionName("Close")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Closed(int requestId, CancellationToken cancel)
    {
        if (await Find(requestId, cancel) is not { } request)
            return NotFound();
        if (!request.IsOpen)
            return Shown(requestId, "Запрос уже закрыт.");
        var answered = await db.Submissions.Where(s => s.RequestId == requestId && (s.State == SubmissionState.Submitted || s.State == SubmissionState.Accepted)).Select(s => s.OrganizationId!.Value).ToListAsync(cancel);
        request.Close(request.Sheet is { } sheet ? await SheetCounts.Repeats(counts, sheet, await RequestFormPage.Known(db, cancel), request.CountedOn(clock.Today), answered, cancel) : [], clock.Today);
        await db.SaveChangesAsync(cancel);
        return Shown(requestId, "Запрос закрыт. Сводную таблицу можно скачать и подписать.");
    }

    [HttpPost("{requestId:id}/reopen")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Reopen(int requestId, CancellationToken cancel)
    {
        if (await Find(requestId, cancel) is not { } request)
            return NotFound();
        if (request.IsOpen)
            return Shown(requestId, "Запрос уже открыт.");
        request.Reopen();
        await db.SaveChangesAsync(cancel);
        return Shown(requestId, "Запрос открыт снова: школы могут ответить и исправить возвращённое.");
    }

    private Task<InformationRequest?> Find(int requestId, CancellationToken cancel) => db.InformationRequests.SingleOrDefaultAsync(q => q.Id == requestId && q.OpenedOn != null, cancel);

    private Task<string> Department(CancellationToken cancel) => db.Departments.Select(d => d.ShortName.Length > 0 ? d.ShortName : d.Name).SingleAsync(cancel);

    private async Task<IActionResult> FormPage(RequestForm form, InformationRequest? read, string? source, string? more, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        form.AddBlanks(more);
        return View("Form", await RequestFormPage.Load(db, form, read is { Id: > 0 } ? read : null, source, clock.Today, cancel));
    }

    private async Task Tell(InformationRequest request, IReadOnlyList<int> organizationIds, CancellationToken cancel) =>
        await queue.WriteToCurators(organizationIds, $"request:{request.Id}:opened", $"Запрос сведений: ответить до {request.Due:d MMMM}",
            RequestLetters.Opened(await Department(cancel), request.What, request.Due!.Value, $"{mail.PublicUrl}/requests/{request.Id}"), cancel);

    private async Task<IActionResult> Board(int requestId, PostponeForm? typed, CancellationToken cancel, AskMoreForm? more = null)
    {
        db.ChangeTracker.Clear();
        return await RequestBoard.Load(db, counts, clock, mail.PublicUrl, requestId, typed, more, cancel) is { } board ? View("Details", board) : NotFound();
    }

    private LocalRedirectResult Shown(int requestId, string notice, string? part = null)
    {
        Notice(notice);
        return LocalRedirect($"/requests/{requestId}{part}");
    }
}
