using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace MentoringPortal.Web.Features.Accessibility;

/// <summary>The statement that постановление № 102 of 07.02.2026 asks of sites of local government; open to everybody.</summary>
[Route("accessibility")]
public sealed class AccessibilityController : PortalController
{
    [HttpGet("")]
    [AllowAnonymous]
    public IActionResult Index() => View();
}
