using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Roadmaps;

namespace MentoringPortal.Domain.Coverage;

/// <summary>Целевой показатель охвата: at least <see cref="Percent"/> of a population by a day. Out of an order's row, or of a scale that the department keeps beside it.</summary>
public sealed class CoverageTarget : IVersioned
{
    public int Id { get; private set; }
    /// <summary>The paper it stands in; null for one that the department has set by itself.</summary>
    public int? OrderId { get; private set; }
    public Order? Order { get; private set; }
    public int? RoadmapItemId { get; private set; }
    public RoadmapItem? RoadmapItem { get; init; }
    public decimal Percent { get; private set; }
    public DateOnly? By { get; private set; }
    /// <summary>Who is counted, in the paper's words.</summary>
    [NotPersonal] public string? Population { get; init; }
    /// <summary>Who is counted; null until somebody has said what the words mean.</summary>
    public Population? Counted { get; private set; }
    /// <summary>In which role; null for either.</summary>
    public ParticipantRole? Role { get; private set; }
    /// <summary>Where a target without a paper comes from: «Р-145», «решение коллегии».</summary>
    [NotPersonal] public string? Source { get; private set; }
    public int Version { get; private set; }

    /// <summary>A target read out of a paper.</summary>
    public static CoverageTarget Read(decimal percent, DateOnly? by, string? words, RoadmapItem? item) =>
        new() { Percent = percent, By = by, Population = words, Counted = Populations.Find(words), RoadmapItem = item };

    /// <summary>The same of a row that goes on in the next year, by the row's new term; it stands in no paper yet.</summary>
    public CoverageTarget For(RoadmapItem item) =>
        new() { Percent = Percent, By = item.DueOn, Population = Population, Counted = Counted, Role = Role, RoadmapItem = item };

    /// <exception cref="DomainException">A percent outside 0–100.</exception>
    public void Define(Population population, ParticipantRole? role, decimal percent, DateOnly by, string? source)
    {
        if (percent is <= 0 or > 100)
            throw new DomainException("Процент – больше 0 и не больше 100.", nameof(Percent));
        (Counted, Role, Percent, By, Source) = (population, role, percent, by, string.IsNullOrWhiteSpace(source) ? null : source.Trim());
    }

    /// <summary>Of targets for one population: the nearest whose day has not passed, else the last that has.</summary>
    public static T? Current<T>(IEnumerable<T> targets, Func<T, DateOnly> by, DateOnly day) where T : class
    {
        var all = targets.OrderBy(by).ToList();
        return all.Find(t => by(t) >= day) ?? all.LastOrDefault();
    }
}
