using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace MentoringPortal.Web.Features.Home;

/// <summary>The first screen, by role: what needs attention, in five seconds.</summary>
[Route("")]
public sealed class HomeController(PortalDb db, CoverageCounts counts, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.OwnAccount)]
    public async Task<IActionResult> Index(CancellationToken cancel) => User.Actor().Role switch
    {
        _ when User.MustChangePassword() => LocalRedirect("/account/password"),
        Role.Department or Role.Official => View("Department", await DepartmentOverview.Load(db, counts, clock, User.PreviousVisit(), cancel)),
        Role.Curator => View("Curator", await CuratorOverview.Load(db, counts, clock.Today, cancel)),
        Role.Admin => View("Admin", await AdminOverview.Load(db, clock.UtcNow, cancel)),
        _ => View("Mentor", await MentorRoom.Load(db, clock.Today, cancel)),
    };
}
