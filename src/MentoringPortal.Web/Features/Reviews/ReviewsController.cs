using MentoringPortal.Data;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace MentoringPortal.Web.Features.Reviews;

/// <summary>Оценка процесса: what each organization says of its own mentoring, the first stage of monitoring.</summary>
[Route("reviews")]
public sealed class ReviewsController(PortalDb db, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ReadSurveys)]
    public async Task<IActionResult> Index(string? year, CancellationToken cancel) => db.Scope.IsCurator
        ? View("Edit", await ReviewPage.Load(db, clock, SchoolYears.Parse(year, clock), null, cancel))
        : View(await ReviewList.Load(db, SchoolYears.Parse(year, clock), null, cancel));

    [HttpPost("")]
    [Access(Permission.WritePairs)]
    public Task<IActionResult> Write([Bind(Prefix = "Form")] ReviewForm form, CancellationToken cancel)
    {
        var year = SchoolYears.Parse(form.Year, clock);
        return Submit(
            () => form.Save(db, year, clock.Today, cancel),
            () =>
            {
                Notice($"Оценка за {year} учебный год сохранена. Она вошла в отчёт «Мониторинг: два этапа».");
                return LocalRedirect($"/reviews?year={year.StartYear}");
            },
            async () =>
            {
                db.ChangeTracker.Clear();
                return View("Edit", await ReviewPage.Load(db, clock, year, form, cancel));
            });
    }
}
