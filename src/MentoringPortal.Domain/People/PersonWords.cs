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

    public static IReadOnlyList<(TimeSlots Slot, string Words)> Slots { get; } =
        [(TimeSlots.AfterLessons, "после уроков"), (TimeSlots.Evenings, "вечером"), (TimeSlots.Weekends, "в выходные"), (TimeSlots.Online, "по видеосвязи")];

    public static string Of(TimeSlots time) => string.Join(", ", Slots.Where(s => time.HasFlag(s.Slot)).Select(s => s.Words));
}
