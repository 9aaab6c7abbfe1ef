using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;

namespace MentoringPortal.Web.Features.Coverage;

/// <summary>The counts and the headcounts of one question, put together for a day.</summary>
public sealed record CoverageView(CoverageAnswer Answer, Population Population, OrganizationKind? Kind, CoverageFigures Figures)
{
    /// <param name="own">The one organization that is asked about; null for all.</param>
    public static async Task<CoverageView> Load(PortalDb db, CoverageCounts counts, CoverageQuestion question, int? own, IReadOnlyList<DateOnly> days, CancellationToken cancel)
    {
        var figures = await CoverageFigures.Load(db, own, days, question.Population == Population.Enterprises, cancel);
        return new(await counts.Count(question, days, cancel), question.Population, question.Kind, figures);
    }

    public CoverageShare Total(DateOnly day) => Figures.Share(Answer, Population, Kind, day);

    /// <summary>Of the people of <see cref="Total"/>.</summary>
    public int Participations(DateOnly day) => Answer.Participations(day, Figures.Known(Population, Kind, day) is { Count: > 0 } known ? known.Contains : _ => true);

    public List<CoverageRow> Rows(DateOnly day, decimal? target)
    {
        var counts = Answer.Counts.Where(c => c.On == day).ToDictionary(c => c.OrganizationId);
        return [.. Figures.Organizations.Where(o => counts.ContainsKey(o.Id) || (o.IsOpenOn(day) && (Kind is null || Kind == o.Kind) && Populations.AskedOf(o.Kind).Contains(Population)))
            .Select(o => Row(o, counts.GetValueOrDefault(o.Id), new(counts.GetValueOrDefault(o.Id)?.People ?? 0, Figures.Of(o.Id, Population, day)), target))];
    }

    public IReadOnlyList<string> WithoutFigures(DateOnly day) =>
        [.. Figures.Asked(Population, Kind, day).Where(o => Figures.Of(o.Id, Population, day) is null).Select(o => o.Name)];

    private static CoverageRow Row(CountedOrganization o, OrganizationCount? count, CoverageShare share, decimal? target) =>
        new(o.Id, o.Name, o.Kind, share, count?.Participations ?? 0, target is { } percent ? share.Missing(percent) : null);
}
