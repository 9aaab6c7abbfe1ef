using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace MentoringPortal.Web.Features.Home;

/// <summary>The first screen, by role.</summary>
[Route("")]
public sealed class HomeController : PortalController
{
    [HttpGet("")]
    [Access(Permission.OwnAccount)]
    public IActionResult Index() => View();
}
