using MentoringPortal.Data.Orders;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Web.Features.Orders;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace MentoringPortal.Web.Features.V;

/// <summary>The check of a printed paper by the code on it, for everybody who holds the sheet.</summary>
[Route("v")]
[EnableRateLimiting(RatesRegistration.Checks)]
public sealed class VController(PaperChecks checks) : PortalController
{
    [HttpGet("{checkCode:length(20)}")]
    [AllowAnonymous]
    public async Task<IActionResult> Index(string checkCode, CancellationToken cancel) => await checks.Find(checkCode, cancel) is { } found
        ? View(new CheckedPage(found.State is OrderState.Draft or OrderState.Prepared, OrderWords.Caption(found.Kind, found.Number, found.Date), found.Title, found.Issuer, OrderWords.InForce(found.State), found.Hash,
            [.. found.ChangedBy.Select(c => OrderWords.Caption(c.Kind, c.Number, c.Date))]))
        : NotFound();
}

/// <param name="IsDraft">Nothing else is told of it.</param>
/// <param name="ChangedBy">Orders that amended or repealed it.</param>
public sealed record CheckedPage(bool IsDraft, string Caption, string Title, string? Issuer, string InForce, string? Hash, IReadOnlyList<string> ChangedBy);
