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
    private readonly Dictionary<(CountedMeasure, int?), Dictionary<int, int>> _counts = [];
    private readonly Dictionary<(CountedMeasure, int?, Population?), int> _repeats = [];
    private readonly DateOnly _on;

    private IndicatorFacts(CoverageFigures figures, DateOnly on) => (Figures, _on) = (figures, on);

    public CoverageFigures Figures { get; }

    public static async Task<IndicatorFacts> Load(PortalDb db, MeasureCounts measures, IReadOnlyList<IndicatorFormula> formulas, DateOnly on, int? own, CancellationToken cancel)
    {
        var facts = new IndicatorFacts(await CoverageFigures.Load(db, own, [on], formulas.Any(f => f.OfHeadcount == Population.Enterprises), cancel), on);
        foreach (var (measure, formId, of) in formulas.SelectMany(Parts).Distinct())
        {
            int[] forms = formId is { } form ? [form] : [];
            if (!facts._counts.TryGetValue((measure, formId), out var counts))
                facts._counts[(measure, formId)] = counts = (await measures.Count(measure, forms, on, own, cancel)).Where(c => c.FormId == (formId ?? MeasureCounts.AllForms)).ToDictionary(c => c.OrganizationId, c => c.Value);
            // Nobody is counted twice in one organization.
            if (own is null)
                facts._repeats[(measure, formId, of)] = (await measures.Repeats(measure, forms, on, [.. facts.Included(of).Intersect(counts.Keys)], cancel)).SingleOrDefault(r => r.FormId == (formId ?? MeasureCounts.AllForms))?.Value ?? 0;
        }
        return facts;
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
        var counts = _counts[(formula.Counted, formula.FormId)];
        var asked = formula.OfHeadcount is { } of ? Figures.Asked(of, null, _on).Select(o => o.Id).ToHashSet() : [];
        foreach (var organization in Figures.Organizations.Where(o => counts.ContainsKey(o.Id) || asked.Contains(o.Id)))
        {
            int? whole = formula.OfHeadcount is { } population ? Figures.Of(organization.Id, population, _on) : formula.OfMeasure is { } measure ? _counts[(new(measure), formula.FormId)].GetValueOrDefault(organization.Id) : null;
            yield return (organization, new(counts.GetValueOrDefault(organization.Id), whole, formula.IsShare));
        }
    }

    /// <summary>A group so small that a person could be guessed in it; pairs and enterprises are nobody's secret, but few pairs are few people.</summary>
    public static bool Hides(IndicatorFormula formula, IndicatorValue value, bool seesPeople) =>
        formula.Counted.Measure != Measure.Enterprises && SmallGroups.Hides(value.Counted, seesPeople);

    private int Sum(CountedMeasure measure, int? formId, Population? of) =>
        Included(of).Sum(id => _counts[(measure, formId)].GetValueOrDefault(id)) - _repeats.GetValueOrDefault((measure, formId, of));

    /// <summary>Whose people are counted: with a headcount as the denominator, of those that have stated it.</summary>
    private IEnumerable<int> Included(Population? of) => of is { } population and not Population.Enterprises && Figures.Known(population, null, _on) is { Count: > 0 } known
        ? known : Figures.Organizations.Select(o => o.Id);

    private static IEnumerable<(CountedMeasure, int?, Population?)> Parts(IndicatorFormula formula)
    {
        yield return (formula.Counted, formula.FormId, formula.OfHeadcount);
        if (formula.OfMeasure is { } measure)
            yield return (new(measure), formula.FormId, null);
    }
}
