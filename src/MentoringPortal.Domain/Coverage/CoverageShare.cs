using System.Globalization;

namespace MentoringPortal.Domain.Coverage;

/// <summary>Охват: so many of so many. Without a headcount there is no percent, never 0 or 100.</summary>
/// <param name="Covered">Distinct people.</param>
/// <param name="Of">The headcount; null is «нет данных».</param>
public sealed record CoverageShare(int Covered, int? Of)
{
    /// <summary>Spaces between thousands, a comma before tenths, whatever the machine speaks.</summary>
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    /// <summary>Exact, not rounded; null without a headcount, and where it is 0.</summary>
    public decimal? Percent => Of is > 0 ? 100m * Covered / Of.Value : null;

    /// <summary>Judged by people: a percent rounded up meets no target.</summary>
    public bool? Meets(decimal target) => Of is > 0 ? Missing(target) == 0 : null;

    /// <summary>How many people more meet the target; null without a headcount.</summary>
    public int? Missing(decimal target) => Of is > 0 ? Math.Max(0, (int)Math.Ceiling(target * Of.Value / 100m) - Covered) : null;

    /// <summary>«31,4 % · 2 118 из 6 745».</summary>
    public override string ToString() => Percent is { } percent
        ? string.Create(Russian, $"{PercentWords(percent)} · {Covered:N0} из {Of:N0}")
        : string.Create(Russian, $"нет данных · {Covered:N0} чел.");

    /// <summary>One decimal, cut and not rounded: 69,97 % is not yet 70 %.</summary>
    public static string PercentWords(decimal percent) => string.Create(Russian, $"{Math.Truncate(percent * 10) / 10:0.#}\u00A0%");
}
