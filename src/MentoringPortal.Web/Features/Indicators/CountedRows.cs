using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.People;
using MentoringPortal.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Indicators;

public sealed record CountedRow(string Name, string Url, string Note);

/// <summary>GET /indicators/{indicatorId}/people?organizationId=: who, or which pairs and enterprises, make up the numerator in one organization.</summary>
public sealed record CountedRows(IndicatorHead Head, string Organization, DateOnly On, Paged<CountedRow> Rows)
{
    public static async Task<CountedRows?> Load(PortalDb db, MeasureCounts measures, int indicatorId, int? asked, IndicatorFilter filter, PageRequest page, DateOnly today, CancellationToken cancel)
    {
        var organizationId = asked ?? db.Scope.OrganizationId;
        if ((await IndicatorHead.Load(db, indicatorId, cancel)).SingleOrDefault() is not { Formula: { } formula } head || (db.Scope.IsCurator && db.Scope.OrganizationId != organizationId)
            || await db.Organizations.Where(o => o.Id == organizationId).Select(o => o.ShortName).SingleOrDefaultAsync(cancel) is not { } name)
            return null;
        var on = filter.DayIn(today);
        var keys = await measures.Behind(formula.Counted, formula.FormId is { } form ? [form] : [], formula.FormId ?? MeasureCounts.AllForms, on, organizationId, cancel);
        var rows = formula.Counted.Measure switch
        {
            Measure.Pairs or Measure.CompletedPairs => await Pairs(db, keys, page, cancel),
            Measure.Enterprises => await Enterprises(db, keys, page, cancel),
            _ => await People(db, keys, page, cancel),
        };
        return new(head, name, on, rows);
    }

    private static async Task<Paged<CountedRow>> People(PortalDb db, IReadOnlyList<int> keys, PageRequest page, CancellationToken cancel)
    {
        var actor = db.Scope.Actor!;
        var found = await db.People.Where(p => keys.Contains(p.Id)).InOrder()
            .Select(p => new { p.Id, p.OrganizationId, p.Surname, p.Given, p.Patronymic, p.Kind, p.BirthDate, p.Grade, p.ClassLetter, p.Position }).ToPageAsync(page, cancel);
        return new([.. found.Rows.Select(p => new CountedRow(
            Sight.Of(actor, p.OrganizationId, p.Kind, p.BirthDate).NameOf(new PersonName(p.Surname, p.Given, p.Patronymic)), $"/people/{p.Id}",
            p.Grade is null ? p.Position ?? PersonWords.Of(p.Kind) : $"{p.Grade} {p.ClassLetter}".TrimEnd()))], found.Total, found.Page, found.Size);
    }

    private static async Task<Paged<CountedRow>> Pairs(PortalDb db, IReadOnlyList<int> keys, PageRequest page, CancellationToken cancel)
    {
        var found = await db.Pairs.Where(p => keys.Contains(p.Id)).OrderBy(p => p.From).ThenBy(p => p.Id).Select(p => new { p.Id, Form = p.Form!.Name, p.From, To = p.EndedOn ?? p.To }).ToPageAsync(page, cancel);
        return new([.. found.Rows.Select(p => new CountedRow($"Пара № {p.Id}", $"/pairs/{p.Id}", $"{p.Form}, {p.From:dd.MM.yyyy} – {p.To:dd.MM.yyyy}"))], found.Total, found.Page, found.Size);
    }

    private static async Task<Paged<CountedRow>> Enterprises(PortalDb db, IReadOnlyList<int> keys, PageRequest page, CancellationToken cancel)
    {
        var found = await db.Organizations.Where(o => keys.Contains(o.Id)).OrderBy(o => o.ShortName).ThenBy(o => o.Id).Select(o => new { o.Id, o.ShortName, o.FullName }).ToPageAsync(page, cancel);
        return new([.. found.Rows.Select(o => new CountedRow(o.ShortName, $"/organizations/{o.Id}", o.FullName))], found.Total, found.Page, found.Size);
    }
}
