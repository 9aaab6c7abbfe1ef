using MentoringPortal.Data.Coverage;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace MentoringPortal.Web.Features.Public;

/// <summary>The municipality's totals for everybody, as a page and as open data; there while the department shows them.</summary>
[Route("public")]
[EnableRateLimiting(RatesRegistration.Totals)]
public sealed class PublicController(PublicFigures figures) : PortalController
{
    [HttpGet("")]
    [AllowAnonymous]
    public async Task<IActionResult> Index(CancellationToken cancel) => await figures.Load(cancel) is { } totals ? View(totals) : NotFound();

    /// <summary>Field by field as docs/open-data.md tells.</summary>
    [HttpGet("data.{openFormat:regex(^(json|csv)$)}")]
    [AllowAnonymous]
    public async Task<IActionResult> Data(string openFormat, CancellationToken cancel)
    {
        if (await figures.Load(cancel) is not { } totals)
            return NotFound();
        if (openFormat == "json")
            return Json(OpenData.Of(totals));
        return new FileDownload(OpenData.Csv(totals), $"{totals.On:yyyy-MM-dd} Наставничество, итоги.csv", FileKind.Csv);
    }
}
