using System.Globalization;
using MentoringPortal.Domain;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>A plan by year as lines of a text area: «2021: 30»; a year without a number is a plan left blank.</summary>
public static class PlanLines
{
    public static string Write(IReadOnlyDictionary<string, decimal?> plan) => string.Join('\n', plan.Select(p => $"{p.Key}: {p.Value:0.####}".TrimEnd()));

    /// <exception cref="DomainException">A line with something else than a number; <paramref name="field"/> is where it is shown.</exception>
    public static IReadOnlyDictionary<string, decimal?> Read(string? text, string field) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => YearOf(line, field))
            .DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    private static KeyValuePair<string, decimal?> YearOf(string line, string field)
    {
        var parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
        var value = parts.ElementAtOrDefault(1)?.Replace(',', '.').TrimEnd('%', ' ') ?? "";
        if (value.Length == 0)
            return new(parts[0], null);
        return decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var planned) && planned < 100_000
            ? new(parts[0], planned)
            : throw new DomainException($"«{line}»: напишите год, двоеточие и число, например «2025: 30».", field);
    }
}
