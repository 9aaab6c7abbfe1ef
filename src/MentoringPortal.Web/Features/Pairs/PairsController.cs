using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.People;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Pairs;

/// <summary>Pairs and groups: the list, a new one, the card and its papers.</summary>
[Route("pairs")]
public sealed partial class PairsController(PortalDb db, MentorConsents mentors, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ListPairs)]
    public async Task<IActionResult> Index(PairFilter filter, PageRequest paging, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await PairList.Load(db, filter, paging, clock.Today, cancel));
    }

    [HttpGet("export.xlsx")]
    [Access(Permission.ListPairs)]
    public async Task<IActionResult> Export(PairFilter filter, CancellationToken cancel)
    {
        var quietDays = (await db.Settings.AsNoTracking().SingleAsync(cancel)).Reminders.Meeting;
        var rows = await PairList.Rowwise(db, filter, clock.Today, quietDays, cancel);
        var words = PeopleWords.InWords(filter.Pills(await PairChoices.Load(db, cancel), quietDays), "черновики и действующие");
        var bytes = PairsWorkbook.Render(rows, await db.Pairs.CountAsync(cancel), words, clock.Today, isMunicipal: User.Actor().Role == Role.Department);
        await db.Record(AuditAction.Exported, nameof(Pair), detail: $"пары, {words}; строк: {rows.Count}", cancel: cancel);
        return new FileDownload(bytes, $"{clock.Today:yyyy-MM-dd} Пары.xlsx", FileKind.Xlsx);
    }

    [HttpGet("new")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Create(int? menteeId, int? mentorId, int? formId, CancellationToken cancel)
    {
        ModelState.Clear();
        var form = OpenPairForm.On(clock.Today);
        (form.FormId, form.MentorId) = (formId, mentorId);
        return View(await OpenPairPage.Load(db, form, menteeId, clock.Today, cancel));
    }

    [HttpPost("new")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Create(OpenPairForm form, CancellationToken cancel)
    {
        var pairId = 0;
        return await Submit(
            async () => pairId = await form.Save(db, mentors, OrganizationId, clock.Today, cancel),
            () => Saved(form.IsBackdated ? "Пара внесена задним числом." : "Черновик пары создан. Работать она начнёт, когда её закрепит приказ.", pairId),
            async () => View(await OpenPairPage.Load(db, form, null, clock.Today, cancel)));
    }

    [HttpGet("{pairId:id}")]
    [Access(Permission.ReadPairs)]
    public async Task<IActionResult> Details(int pairId, CancellationToken cancel)
    {
        if (await PairCard.Load(db, mentors, pairId, clock, cancel) is not { } card)
            return NotFound();
        await db.Record(AuditAction.Viewed, nameof(Pair), $"{pairId}", cancel: cancel);
        return View(card);
    }

    [HttpGet("{pairId:id}/export.{paper:regex(^(docx|pdf)$)}")]
    [Access(Permission.ReadPairs)]
    public async Task<IActionResult> ExportCard(int pairId, string paper, CancellationToken cancel)
    {
        if (await PairCard.Load(db, mentors, pairId, clock, cancel) is not { } card)
            return NotFound();
        await db.Record(AuditAction.Exported, nameof(Pair), $"{pairId}", $"карточка пары, {paper}", cancel: cancel);
        var document = PairPaper.Of(card, clock.Local(clock.UtcNow));
        var name = $"{clock.Today:yyyy-MM-dd} Карточка пары {pairId}.{paper}";
        return paper == "docx" ? new FileDownload(Paper.Docx.Render(document), name, FileKind.Docx) : new FileDownload(Paper.Pdf.Render(document), name, FileKind.Pdf);
    }

    /// <summary>Only curators write pairs, each his organization's.</summary>
    private int OrganizationId => User.Actor().OrganizationId!.Value;

    private LocalRedirectResult Saved(string words, int pairId)
    {
        Notice(words);
        return LocalRedirect($"/pairs/{pairId}");
    }
}
