using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Text;

namespace MentoringPortal.Domain.Coverage;

/// <summary>Of whom a coverage speaks: what a headcount counts, and who of the registry is counted against it.</summary>
public enum Population
{
    /// <summary>Все обучающиеся.</summary>
    Pupils,
    /// <summary>Обучающиеся of <see cref="Populations.Band"/>, by age on the day.</summary>
    PupilsInBand,
    /// <summary>Обучающиеся по дополнительным общеобразовательным программам: the line 15/30/70.</summary>
    PupilsInProgrammes,
    /// <summary>Педагогические работники.</summary>
    Teachers,
    /// <summary>Молодые специалисты: teaching for fewer full years than the settings say.</summary>
    YoungTeachers,
    /// <summary>Предприятия that have given mentors; the municipality's own figure.</summary>
    Enterprises,
}

/// <summary>In which role somebody is counted.</summary>
public enum ParticipantRole { Mentee, Mentor }

/// <summary>Populations in people's words.</summary>
public static class Populations
{
    /// <summary>The age in which Р-145 wants pupils covered, both bounds included; a headcount is asked for just it.</summary>
    public static readonly People.AgeBand Band = new(10, 18);

    /// <summary>In the order of forms and tables.</summary>
    public static readonly IReadOnlyList<Population> All = Enum.GetValues<Population>();

    /// <summary>What an organization of this kind counts itself; enterprises are counted by the department.</summary>
    public static IReadOnlyList<Population> AskedOf(OrganizationKind kind) => kind switch
    {
        OrganizationKind.School => [Population.Pupils, Population.PupilsInBand, Population.PupilsInProgrammes, Population.Teachers, Population.YoungTeachers],
        OrganizationKind.SupplementaryEducation => [Population.PupilsInProgrammes, Population.Teachers, Population.YoungTeachers],
        OrganizationKind.Kindergarten or OrganizationKind.College or OrganizationKind.MethodicalCentre => [Population.Teachers, Population.YoungTeachers],
        _ => [],
    };

    /// <summary>Pupils of a supplementary institution stand in the headcount of their schools already: a sum over kinds takes them once.</summary>
    public static bool IsSummed(Population population, OrganizationKind kind) =>
        AskedOf(kind).Contains(population) && (population, kind) != (Population.PupilsInProgrammes, OrganizationKind.SupplementaryEducation);

    public static string Of(Population population) => population switch
    {
        Population.Pupils => "обучающиеся",
        Population.PupilsInBand => $"обучающиеся {Band} лет",
        Population.PupilsInProgrammes => "обучающиеся по дополнительным программам",
        Population.Teachers => "педагоги",
        Population.YoungTeachers => "молодые педагоги",
        Population.Enterprises => "предприятия",
        _ => throw new ArgumentOutOfRangeException(nameof(population)),
    };

    /// <summary>The population that a paper's words mean («обучающиеся по дополнительным общеобразовательным программам»); null where they name none of ours.</summary>
    public static Population? Find(string? words)
    {
        var key = SearchKey.Of(words);
        bool Says(string beginning) => key.StartsWith(beginning, StringComparison.Ordinal) || key.Contains($" {beginning}", StringComparison.Ordinal);
        return key switch
        {
            _ when Says("ПРЕДПРИЯТ") => Population.Enterprises,
            _ when Says("МОЛОД") || Says("НАЧИНАЮЩ") => Population.YoungTeachers,
            _ when Says("ПЕДАГОГ") || Says("УЧИТЕЛ") => Population.Teachers,
            _ when !(Says("ОБУЧАЮЩ") || Says("УЧАЩ") || Says("ДЕТИ") || Says("ДЕТЕЙ") || Says("ШКОЛЬНИК") || Says("ПОДРОСТК")) => null,
            _ when Says("ДОПОЛНИТЕЛЬН") => Population.PupilsInProgrammes,
            _ when Says("ВОЗРАСТ") || Says("ЛЕТ") => Population.PupilsInBand,
            _ => Population.Pupils,
        };
    }
}
