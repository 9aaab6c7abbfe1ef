using MentoringPortal.Domain.Coverage;

namespace MentoringPortal.Web.Features.Coverage;

/// <summary>Coverage in people's words.</summary>
public static class CoverageWords
{
    /// <summary>«учащиеся в роли наставляемых»; without the role, both are counted.</summary>
    public static string Of(Population population, ParticipantRole? role) =>
        Populations.Of(population) + role switch { ParticipantRole.Mentee => " в роли наставляемых", ParticipantRole.Mentor => " в роли наставников", _ => "" };

    /// <summary>«+12 чел., +3,4 п. п.»; «–» where one of the days has no number.</summary>
    public static string Change(CoverageShare? now, CoverageShare? earlier)
    {
        if (now is null || earlier is null)
            return "–";
        var people = $"{Signed(now.Covered - earlier.Covered)} чел.";
        return now.Percent is { } percent && earlier.Percent is { } before ? $"{people}, {Signed(Math.Truncate((percent - before) * 10) / 10)} п. п." : people;
    }

    private static string Signed(decimal change) => change switch
    {
        0 => "0",
        > 0 => $"+{change:#,0.#}",
        _ => $"−{-change:#,0.#}",
    };
}
