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

namespace MentoringPortal.Web.Features.Meetings;

/// <summary>Meetings of all pairs: the register, the grid into which paper journals are written, blank journals to print.</summary>
[Route("meetings")]
public sealed class MeetingsController(PortalDb db, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ListPairs)]
    public async Task<IActionResult> Index(MeetingFilter filter, PageRequest paging, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await MeetingList.Load(db, filter, paging, clock.Today, cancel));
    }

    [HttpGet("export.xlsx")]
    [Access(Permission.ListPairs)]
    public async Task<IActionResult> Export(MeetingFilter filter, CancellationToken cancel)
    {
        ModelState.Clear();
        var rows = await MeetingList.Rowwise(db, filter, clock.Today, cancel);
        var words = PeopleWords.InWords(filter.Pills(await MeetingList.FormsOf(db, cancel)));
        var bytes = MeetingsWorkbook.Render(rows, await db.Meetings.CountAsync(cancel), words, clock.Today, isMunicipal: User.Actor().Role == Role.Department);
        await db.Record(AuditAction.Exported, nameof(Meeting), detail: $"встречи, {words}; строк: {rows.Count}", cancel: cancel);
        return new FileDownload(bytes, $"{clock.Today:yyyy-MM-dd} Встречи.xlsx", FileKind.Xlsx);
    }

    [HttpGet("grid")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Grid(GridForm form, PageRequest paging, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await GridPage.Load(db, form, new Dictionary<string, string>(StringComparer.Ordinal), paging.Page, clock, cancel));
    }

    /// <summary>Preview: writes nothing.</summary>
    [HttpPost("grid")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Grid(GridForm form, IFormCollection fields, PageRequest paging, CancellationToken cancel)
    {
        var page = await GridPage.Load(db, form, GridPage.Typed(fields), paging.Page, clock, cancel);
        return await Submit(() => Task.FromResult(page = page.Judged(clock.Today)), () => View(page), () => Task.FromResult<IActionResult>(View(page)));
    }

    [HttpPost("grid/save")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> SaveGrid(GridForm form, IFormCollection fields, PageRequest paging, CancellationToken cancel)
    {
        var page = await GridPage.Load(db, form, GridPage.Typed(fields), paging.Page, clock, cancel);
        return await Submit(
            async () => Notice(await (page = page.Judged(clock.Today)).Save(db, User.Actor(), clock.Today, cancel)),
            () => LocalRedirect(page.Address),
            () => Task.FromResult<IActionResult>(View("Grid", page)));
    }

    /// <summary>The grid as a workbook: filled in by Excel, it is pasted back.</summary>
    [HttpGet("grid/export.xlsx")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> ExportGrid(GridForm form, CancellationToken cancel)
    {
        ModelState.Clear();
        var page = await GridPage.Load(db, form, new Dictionary<string, string>(StringComparer.Ordinal), 1, clock, cancel, GridPage.Whole);
        await db.Record(AuditAction.Exported, nameof(Meeting), detail: $"таблица встреч; пар: {page.All.Count}", cancel: cancel);
        return new FileDownload(MeetingsWorkbook.Grid(page), $"{clock.Today:yyyy-MM-dd} Таблица встреч.xlsx", FileKind.Xlsx);
    }

    /// <summary>Blank journals: of one pair, or of every pair at work that the reader may log.</summary>
    [HttpGet("journal.{paper:regex(^(docx|pdf)$)}")]
    [Access(Permission.LogMeetings)]
    public async Task<IActionResult> Journal(string paper, int? pairId, CancellationToken cancel)
    {
        ModelState.Clear();
        var journals = await JournalBlank.Load(db, pairId, cancel);
        if (pairId is not null && journals.Count == 0)
            return NotFound();
        await db.Record(AuditAction.Exported, nameof(Pair), $"{pairId}", $"бланк журнала встреч, пар: {journals.Count}", cancel: cancel);
        var document = JournalPaper.Of(journals);
        var name = $"{clock.Today:yyyy-MM-dd} Журнал встреч.{paper}";
        return paper == "docx" ? new FileDownload(Paper.Docx.Render(document), name, FileKind.Docx) : new FileDownload(Paper.Pdf.Render(document), name, FileKind.Pdf);
    }
}
