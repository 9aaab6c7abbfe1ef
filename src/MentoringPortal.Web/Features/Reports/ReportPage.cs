using MentoringPortal.Domain.People;
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

/// <summary>Who signs a municipal report.</summary>
public sealed record ReportSigner(string Department, string Position, string Name)
{
    /// <summary>Null for a curator: his report is not the department's.</summary>
    public static async Task<ReportSigner?> Load(ReportSource source, CancellationToken cancel)
    {
        if (source.Db.Scope.IsCurator)
            return null;
        var card = await source.Db.Departments.Select(d => new { d.Name, d.HeadPosition, d.HeadName }).SingleAsync(cancel);
        return new(card.Name, card.HeadPosition, InitialsFirst(card.HeadName));
    }

    /// <summary>As ГОСТ Р 7.0.97 wants it under a paper: «Г.А. Ветров».</summary>
    private static string InitialsFirst(string fullName)
    {
        if (string.IsNullOrWhiteSpace(fullName))
            return "";
        var name = PersonName.Parse(fullName);
        return $"{name.Given[0]}.{(name.Patronymic is { Length: > 0 } patronymic ? $"{patronymic[0]}." : "")} {name.Surname}";
    }
}
