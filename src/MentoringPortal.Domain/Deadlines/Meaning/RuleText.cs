using MentoringPortal.Domain.Deadlines.Grammar;

namespace MentoringPortal.Domain.Deadlines.Meaning;

/// <summary>The day of a recurring term in Russian, as <see cref="Deadline.On"/> keeps it; null for the whole unit.</summary>
internal static class RuleText
{
    private static readonly string[] Weekdays = ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"];

    public static string? Of(DayRule rule) => rule.Kind switch
    {
        DayRuleKind.ByDay or DayRuleKind.OnDay => $"{rule.First} число{TargetText(rule.Target)}",
        DayRuleKind.Days => $"с {rule.First} по {rule.Second} число{TargetText(rule.Target)}",
        DayRuleKind.LastDay or DayRuleKind.ByLastDay => "последний день",
        DayRuleKind.LastWorkingDay => "последний рабочий день",
        DayRuleKind.Weekdays => string.Join(", ", rule.Weekdays.Select(Name)),
        DayRuleKind.NthWeekday => $"{Which(rule.First, rule.Weekdays[0])} {Name(rule.Weekdays[0])}",
        DayRuleKind.NthWeek => rule.First == Lexicon.Last ? "последняя неделя" : $"{rule.First}-я неделя",
        DayRuleKind.NthDecade => $"{rule.First}-я декада",
        _ => null,
    };

    private static string TargetText(DayTarget target) => target switch
    {
        DayTarget.NextMonth => " следующего месяца",
        DayTarget.LastMonth => " последнего месяца",
        _ => "",
    };

    private static string Which(int number, DayOfWeek day)
    {
        var (last, ending) = day switch
        {
            DayOfWeek.Wednesday or DayOfWeek.Friday or DayOfWeek.Saturday => ("последняя", "я"),
            DayOfWeek.Sunday => ("последнее", "е"),
            _ => ("последний", "й"),
        };
        return number == Lexicon.Last ? last : $"{number}-{ending}";
    }

    private static string Name(DayOfWeek day) => Weekdays[(int)day];
}
