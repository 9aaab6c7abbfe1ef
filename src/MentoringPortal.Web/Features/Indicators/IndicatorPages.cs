using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Web.Features.Coverage;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Indicators;

public sealed class IndicatorFilter
{
    public DateOnly? On { get; set; }

    public DateOnly DayIn(DateOnly today) => new CoverageFilter { On = On }.DayIn(today);
}

/// <summary>An indicator as it stands in the paper or was set by the department.</summary>
/// <param name="Formula">Null until somebody has said what its words mean.</param>
public sealed record IndicatorHead(int Id, string Number, string Name, string? Unit, string? Form, string? Words, IReadOnlyDictionary<string, decimal?> Plan, string? Note, int? OrderId, string? Order, IndicatorFormula? Formula)
{
    public static async Task<IReadOnlyList<IndicatorHead>> Load(PortalDb db, int? indicatorId, CancellationToken cancel)
    {
        var found = await db.Indicators.Where(i => indicatorId == null || i.Id == indicatorId).OrderBy(i => i.OrderId == null).ThenBy(i => i.OrderId).ThenBy(i => i.Id)
            .Select(i => new { i.Id, i.Number, i.Name, i.Unit, i.Form, i.Numerator, i.Denominator, i.Plan, i.Note, i.OrderId, Order = i.Order!.Number, i.Counted, i.FromAge, i.ToAge, i.CountedFormId, CountedForm = i.CountedForm!.Name, i.OfHeadcount, i.OfMeasure })
            .ToListAsync(cancel);
        return found.ConvertAll(i => new IndicatorHead(i.Id, i.Number, i.Name, i.Unit, i.Form, i.Numerator is null ? null : $"{i.Numerator}{(i.Denominator is null ? "" : $" к {i.Denominator}")}", i.Plan, i.Note, i.OrderId, i.Order,
            i.Counted is not { } counted ? null : new(new(counted, i.FromAge is { } from && i.ToAge is { } to ? new(from, to) : null), i.CountedFormId, i.CountedForm, i.OfHeadcount, i.OfMeasure)));
    }
}

/// <param name="Plan">That the day is measured against.</param>
/// <param name="Fact">Null where nothing is computed, or the group is small and the reader may not see the people.</param>
public sealed record IndicatorRow(IndicatorHead Head, (string Year, decimal Value)? Plan, IndicatorValue? Fact, bool IsHidden)
{
    public bool? IsMet => Plan is { } plan && Fact?.Value is { } value ? value >= plan.Value : null;

    public string FactWords => IsHidden ? SmallGroups.Words : Fact?.ToString() ?? "не считается";
}

/// <summary>GET /indicators: the plan and the fact of each as of a day.</summary>
public sealed record IndicatorBoard(DateOnly On, IReadOnlyList<IndicatorRow> Rows, string? Organization)
{
    public static async Task<IndicatorBoard> Load(PortalDb db, MeasureCounts measures, IndicatorFilter filter, DateOnly today, CancellationToken cancel)
    {
        var own = db.Scope.IsCurator ? db.Scope.OrganizationId : (int?)null;
        var on = filter.DayIn(today);
        var heads = await IndicatorHead.Load(db, null, cancel);
        var facts = await IndicatorFacts.Load(db, measures, [.. heads.Select(h => h.Formula).OfType<IndicatorFormula>().Where(f => own is null || f.IsByOrganization)], on, own, cancel);
        var seesPeople = own is not null || db.Scope.IsDepartment;
        return new(on, [.. heads.Select(h => Row(h, facts))], own is null ? null : facts.Figures.Organizations[0].Name);

        IndicatorRow Row(IndicatorHead head, IndicatorFacts of)
        {
            var value = head.Formula is { } formula && (own is null || formula.IsByOrganization) ? of.Total(formula) : null;
            var isHidden = value is not null && IndicatorFacts.Hides(head.Formula!, value, seesPeople);
            // A plan is the municipality's: an organization shows its own fact beside it.
            return new(head, Indicator.PlanOn(head.Plan, on), isHidden ? null : value, isHidden);
        }
    }
}

/// <param name="Value">Null where it is masked.</param>
public sealed record IndicatorOfOrganization(int Id, string Name, OrganizationKind Kind, IndicatorValue? Value);

/// <summary>GET /indicators/{indicatorId}: the formula opened by organization.</summary>
public sealed record IndicatorPage(DateOnly On, IndicatorRow Row, IReadOnlyList<IndicatorOfOrganization> Organizations, bool SeesPeople)
{
    public static async Task<IndicatorPage?> Load(PortalDb db, MeasureCounts measures, int indicatorId, IndicatorFilter filter, DateOnly today, CancellationToken cancel)
    {
        if ((await IndicatorHead.Load(db, indicatorId, cancel)).SingleOrDefault() is not { } head)
            return null;
        var own = db.Scope.IsCurator ? db.Scope.OrganizationId : (int?)null;
        var on = filter.DayIn(today);
        var seesPeople = own is not null || db.Scope.IsDepartment;
        if (head.Formula is not { } formula || (own is not null && !formula.IsByOrganization))
            return new(on, new(head, Indicator.PlanOn(head.Plan, on), null, false), [], seesPeople);
        var facts = await IndicatorFacts.Load(db, measures, [formula], on, own, cancel);
        var total = facts.Total(formula);
        var isHidden = IndicatorFacts.Hides(formula, total, seesPeople);
        var values = facts.ByOrganization(formula).ToList();
        var hidden = formula.Counted.Measure == Measure.Enterprises ? [] : HiddenNumbers.Among(values.ConvertAll(v => (v.Organization.Id, v.Value.Counted)), seesPeople);
        return new(on, new(head, Indicator.PlanOn(head.Plan, on), isHidden ? null : total, isHidden),
            values.ConvertAll(v => new IndicatorOfOrganization(v.Organization.Id, v.Organization.Name, v.Organization.Kind, hidden.Contains(v.Organization.Id) ? null : v.Value)), seesPeople);
    }
}
