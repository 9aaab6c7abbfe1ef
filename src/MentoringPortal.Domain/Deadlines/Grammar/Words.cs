namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>The Russian form of a noun after a number: 1 месяц, 2 месяца, 5 месяцев.</summary>
internal static class Words
{
    public static string Of(int number, string one, string few, string many) => (number % 10, number % 100) switch
    {
        (_, >= 11 and <= 14) => many,
        (1, _) => one,
        ( >= 2 and <= 4, _) => few,
        _ => many,
    };
}
