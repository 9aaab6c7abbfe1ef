using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace MentoringPortal.Web.Features.Error;

/// <summary>What went wrong, in Russian, with a code for support; no stack, type, path or SQL.</summary>
[AllowAnonymous]
[Route("error")]
public sealed class ErrorController : PortalController
{
    /// <summary>A failed request is executed again here under its own verb, whatever it was.</summary>
    [HttpGet("{status:int}"), HttpPost("{status:int}"), HttpHead("{status:int}")]
    [IgnoreAntiforgeryToken]
    public IActionResult Status(int status)
    {
        Response.StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
        return View("Status", new ErrorPage(Response.StatusCode, HttpContext.TraceId()));
    }

    [HttpGet("insecure"), HttpPost("insecure"), HttpHead("insecure")]
    [IgnoreAntiforgeryToken]
    public IActionResult Insecure()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("Insecure");
    }
}

public sealed record ErrorPage(int Status, string Code);
