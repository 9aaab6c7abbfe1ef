namespace MentoringPortal.Domain.Deadlines;

/// <summary>
/// Days off on weekdays beyond the holidays themselves, and worked Saturdays, by year: resolutions of the Government of Russia
/// no. 1564 of 16.09.2021, no. 1505 of 29.08.2022, no. 1314 of 10.08.2023, no. 1335 of 04.10.2024, no. 1466 of 24.09.2025, and art. 112, part 2.
/// 2020 and 2021 are left out on purpose: presidential decrees made further days non-working in them.
/// </summary>
internal static class KnownTransfers
{
    public static readonly IReadOnlyDictionary<int, DayOffTransfers> ByYear = new Dictionary<int, DayOffTransfers>
    {
        [2022] = new(Days(2022, (3, 7), (5, 2), (5, 3), (5, 10), (6, 13)), Days(2022, (3, 5))),
        [2023] = new(Days(2023, (2, 24), (5, 8), (11, 6)), []),
        [2024] = new(Days(2024, (4, 29), (4, 30), (5, 10), (12, 30), (12, 31)), Days(2024, (4, 27), (11, 2), (12, 28))),
        [2025] = new(Days(2025, (5, 2), (5, 8), (6, 13), (11, 3), (12, 31)), Days(2025, (11, 1))),
        [2026] = new(Days(2026, (1, 9), (3, 9), (5, 11), (12, 31)), []),
    };

    private static DateOnly[] Days(int year, params (int Month, int Day)[] days) => [.. days.Select(d => new DateOnly(year, d.Month, d.Day))];
}
