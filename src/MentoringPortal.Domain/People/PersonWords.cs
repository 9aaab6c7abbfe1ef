namespace MentoringPortal.Domain.People;

/// <summary>Russian words of the registers.</summary>
public static class PersonWords
{
    public static string Of(PersonKind kind) => kind switch
    {
        PersonKind.Pupil => "обучающийся",
        PersonKind.Student => "студент",
        PersonKind.Teacher => "педагог",
        PersonKind.Specialist => "специалист предприятия или иной взрослый",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
