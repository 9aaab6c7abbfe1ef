using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Reports;

/// <summary>GET /reports/{report}: the parameters above, the result below.</summary>
/// <param name="Parameters">What was asked, in words.</param>
/// <param name="Organization">Of whom a curator reads; null for the municipality.</param>
public sealed record ReportPage(ReportKind Kind, ReportFilter Filter, ReportChoices Choices, IReadOnlyList<string> Parameters, string? Organization, Report Result, DateTime Made)
{
    public string Title => Organization is null ? Kind.Title : $"{Kind.Title}: {Organization}";

    public static async Task<ReportPage> Load(ReportSource source, ReportKind kind, ReportFilter filter, CancellationToken cancel)
    {
        var db = source.Db;
        var choices = await ReportChoices.Load(db, kind.Takes, source.Today, cancel);
        return new(kind, filter, choices, choices.InWords(filter, kind.Takes, source.Clock, ActivityReport.Days),
            db.Scope.IsCurator ? await db.Organizations.Where(o => o.Id == db.Scope.OrganizationId).Select(o => o.ShortName).SingleAsync(cancel) : null,
            await kind.Make(source, filter, cancel), source.Clock.Local(source.Clock.UtcNow));
    }
}
