using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Surveys;

namespace MentoringPortal.Web.Features.Indicators;

/// <summary>What an indicator counts: the numerator, in which form, and of what.</summary>
public sealed record IndicatorFormula(CountedMeasure Counted, int? FormId, string? Form, Population? OfHeadcount, Measure? OfMeasure)
{
    public bool IsShare => OfHeadcount is not null || OfMeasure is not null;

    /// <summary>The headcount of enterprises is the municipality's: no organization has a share of it.</summary>
    public bool IsByOrganization => OfHeadcount != Population.Enterprises;

    /// <summary>«обучающиеся в любой роли, форма ученик–ученик / численность: обучающиеся».</summary>
    public override string ToString() => $"{Counted}{(Form is null ? "" : $", форма {Form}")}"
        + (OfHeadcount is { } population ? $" / численность: {Populations.Of(population)}" : OfMeasure is { } measure ? $" / {Measures.Of(measure)}" : "");
}

/// <summary>A computed value: a share, or a number where there is no denominator.</summary>
/// <param name="Counted">The numerator.</param>
/// <param name="Of">The denominator; null is «нет данных».</param>
public sealed record IndicatorValue(int Counted, int? Of, bool IsShare)
{
    /// <summary>Per cent for a share, else the number; null without a denominator.</summary>
    public decimal? Value => IsShare ? new CoverageShare(Counted, Of).Percent : Counted;

    public override string ToString() => IsShare ? new CoverageShare(Counted, Of).ToString() : $"{Counted:N0}";
}

/// <summary>Computes indicators as of a day, for the municipality and for each organization.</summary>
public sealed class IndicatorFacts
{
    private readonly ColumnCounts _counts;
    private readonly DateOnly _on;

    private IndicatorFacts(CoverageFigures figures, ColumnCounts counts, DateOnly on) => (Figures, _counts, _on) = (figures, counts, on);

    public CoverageFigures Figures { get; }

    public static async Task<IndicatorFacts> Load(PortalDb db, MeasureCounts measures, IReadOnlyList<IndicatorFormula> formulas, DateOnly on, int? own, CancellationToken cancel)
    {
        var figures = await CoverageFigures.Load(db, own, [on], formulas.Any(f => f.OfHeadcount == Population.Enterprises), cancel);
        return new(figures, await measures.Count([.. formulas.SelectMany(Columns).Distinct()], on, own, cancel), on);
    }

    /// <summary>Of the municipality, or of the one organization that was asked about.</summary>
    public IndicatorValue Total(IndicatorFormula formula)
    {
        var counted = Sum(formula.Counted, formula.FormId, formula.OfHeadcount);
        return formula switch
        {
            { OfHeadcount: Population.Enterprises } => new(counted, Figures.Enterprises(_on), true),
            { OfHeadcount: { } population } => new(counted, Figures.Sum(Figures.Known(population, null, _on), population, null, _on), true),
            { OfMeasure: { } measure } => new(counted, Sum(new(measure), formula.FormId, null), true),
            _ => new(counted, null, false),
        };
    }

    /// <summary>Organizations of which somebody is counted, and those that state the headcount.</summary>
    public IEnumerable<(CountedOrganization Organization, IndicatorValue Value)> ByOrganization(IndicatorFormula formula)
    {
        var counts = _counts.ByOrganization(new(formula.Counted, formula.FormId));
        var wholes = formula.OfMeasure is { } of ? _counts.ByOrganization(new(new(of), formula.FormId)) : null;
        var asked = formula.OfHeadcount is { } population ? Figures.Asked(population, null, _on).Select(o => o.Id).ToHashSet() : [];
        foreach (var organization in Figures.Organizations.Where(o => counts.ContainsKey(o.Id) || asked.Contains(o.Id)))
        {
            var whole = formula.OfHeadcount is { } stated ? Figures.Of(organization.Id, stated, _on) : wholes?.GetValueOrDefault(organization.Id);
            yield return (organization, new(counts.GetValueOrDefault(organization.Id), whole, formula.IsShare));
        }
    }

    /// <summary>A group so small that a person could be guessed in it; pairs and enterprises are nobody's secret, but few pairs are few people.</summary>
    public static bool Hides(IndicatorFormula formula, IndicatorValue value, bool seesPeople) =>
        formula.Counted.Measure != Measure.Enterprises && SmallGroups.Hides(value.Counted, seesPeople);

    private int Sum(CountedMeasure measure, int? formId, Population? of) => _counts.Distinct(new(measure, formId), Included(of).ToHashSet());

    /// <summary>Whose people are counted: with a headcount as the denominator, of those that have stated it.</summary>
    private IEnumerable<int> Included(Population? of) => of is { } population and not Population.Enterprises && Figures.Known(population, null, _on) is { Count: > 0 } known
        ? known : Figures.Organizations.Select(o => o.Id);

    private static IEnumerable<CountedColumn> Columns(IndicatorFormula formula)
    {
        yield return new(formula.Counted, formula.FormId);
        if (formula.OfMeasure is { } measure)
            yield return new(new(measure), formula.FormId);
    }
}
