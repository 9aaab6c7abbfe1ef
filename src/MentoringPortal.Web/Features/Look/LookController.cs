using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace MentoringPortal.Web.Features.Look;

/// <summary>Keeps what a reader has chosen in the «Вид» panel. Open to everybody: the page of sign-in must be readable too.</summary>
[Route("look")]
public sealed class LookController(IHostEnvironment environment) : PortalController
{
    [HttpPost("")]
    [AllowAnonymous]
    public IActionResult Choose(string? theme, string? size, string? contrast, string? pictures, string? returnUrl)
    {
        LookCookie.Write(HttpContext, environment, PageLook.Of(theme, size, contrast, pictures));
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
