using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace MentoringPortal.Web.Features.Help;

/// <summary>Short pages for a tired deputy head; the texts are <c>docs/help/*.md</c>.</summary>
[Route("help")]
public sealed class HelpController : PortalController
{
    [HttpGet("")]
    [Access(Permission.ReadHelp)]
    public IActionResult Index() => View(HelpTopic.For(User.Actor().Role));

    [HttpGet("{topic:regex(^[[a-z-]]+$)}")]
    [Access(Permission.ReadHelp)]
    public IActionResult Topic(string topic) => HelpTopic.Find(topic) is { } page ? View(page) : NotFound();
}
