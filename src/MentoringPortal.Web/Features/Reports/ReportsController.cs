using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace MentoringPortal.Web.Features.Reports;

/// <summary>The list of reports, a page for each, and the same address as a file. A curator's are of his own organization.</summary>
[Route("reports")]
public sealed class ReportsController(PortalDb db, MeasureCounts measures, MunicipalClock clock) : PortalController
{
    private ReportSource Source => new(db, measures, clock);

    [HttpGet("")]
    [Access(Permission.ReadPapers)]
    public IActionResult Index() => View(ReportCatalog.All);

    [HttpGet("{report}")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Details(string report, ReportFilter filter, CancellationToken cancel) =>
        ReportCatalog.Find(report) is { } kind ? View(await ReportPage.Load(Source, kind, filter, cancel)) : NotFound();

    [HttpGet("{report}.{format:regex(^(xlsx|docx|pdf)$)}")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Export(string report, string format, ReportFilter filter, CancellationToken cancel)
    {
        if (ReportCatalog.Find(report) is not { } kind)
            return NotFound();
        var page = await ReportPage.Load(Source, kind, filter, cancel);
        await db.Record(AuditAction.Exported, detail: $"отчёт «{page.Title}», {format}; {string.Join("; ", page.Parameters)}", cancel: cancel);
        var name = $"{clock.Today:yyyy-MM-dd} {page.Kind.Title.Replace(":", ",", StringComparison.Ordinal)}.{format}";
        if (format == "xlsx")
            return new FileDownload(ReportWorkbook.Of(page), name, FileKind.Xlsx);
        var paper = ReportPaper.Of(page, db.Scope.IsCurator ? null : await Signatory.Load(db, cancel));
        return format == "docx" ? new FileDownload(Paper.Docx.Render(paper), name, FileKind.Docx) : new FileDownload(Paper.Pdf.Render(paper), name, FileKind.Pdf);
    }
}
