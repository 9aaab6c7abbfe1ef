using System.Text.RegularExpressions;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Text;

namespace MentoringPortal.Domain.Coverage;

/// <summary>What a cell of a report, or a part of an indicator, counts out of the registry: participants as of a day, or what stands behind their pairs.</summary>
public enum Measure
{
    /// <summary>Обучающиеся в роли наставляемых, of an age band where one is named.</summary>
    PupilMentees,
    /// <summary>Обучающиеся в роли наставников.</summary>
    PupilMentors,
    /// <summary>Обучающиеся in either role.</summary>
    Pupils,
    /// <summary>Обучающиеся по дополнительным программам, in either role.</summary>
    PupilsInProgrammes,
    TeacherMentees,
    TeacherMentors,
    Teachers,
    YoungTeacherMentees,
    YoungTeachers,
    Mentees,
    Mentors,
    Participants,
    /// <summary>Предприятия whose people are mentors in the organization's pairs.</summary>
    Enterprises,
    /// <summary>Студенты as mentors in the organization's pairs.</summary>
    StudentMentors,
    /// <summary>Работники предприятий и организаций as mentors in the organization's pairs.</summary>
    SpecialistMentors,
    Pairs,
    CompletedPairs,
}

/// <summary>A measure with the age band of its form, evaluated on the form's day.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Band">Of pupils of this age alone; null for all.</param>
public sealed record CountedMeasure(Measure Measure, AgeBand? Band = null)
{
    public override string ToString() => Measures.Of(Measure, Band);

    /// <summary>Whether somebody could stand there at all: under «учитель–учитель» there are no pupils, and the cell is crossed out instead of being zero.</summary>
    /// <param name="forms">All forms that the column counts; empty for a column that counts every form.</param>
    public bool MakesSense(IReadOnlyCollection<MentoringForm> forms) => forms.Count == 0 || forms.Any(f => Fits(f.MentorKind, f.MenteeKind));

    private bool Fits(PersonKind? mentor, PersonKind? mentee)
    {
        bool IsMentor(PersonKind kind) => mentor is null || mentor == kind;
        bool IsMentee(PersonKind kind) => mentee is null || mentee == kind;
        return Measure switch
        {
            Measure.PupilMentees => IsMentee(PersonKind.Pupil),
            Measure.PupilMentors => IsMentor(PersonKind.Pupil),
            Measure.Pupils or Measure.PupilsInProgrammes => IsMentee(PersonKind.Pupil) || IsMentor(PersonKind.Pupil),
            Measure.TeacherMentees or Measure.YoungTeacherMentees => IsMentee(PersonKind.Teacher),
            Measure.TeacherMentors => IsMentor(PersonKind.Teacher),
            Measure.Teachers or Measure.YoungTeachers => IsMentee(PersonKind.Teacher) || IsMentor(PersonKind.Teacher),
            Measure.Enterprises or Measure.SpecialistMentors => IsMentor(PersonKind.Specialist),
            Measure.StudentMentors => IsMentor(PersonKind.Student),
            Measure.Mentees or Measure.Mentors or Measure.Participants or Measure.Pairs or Measure.CompletedPairs => true,
            _ => throw new ArgumentOutOfRangeException(nameof(mentor)),
        };
    }
}

/// <summary>Measures in people's words, and the measure that a heading of somebody's form means.</summary>
public static partial class Measures
{
    /// <summary>In the order of choices.</summary>
    public static readonly IReadOnlyList<Measure> All = Enum.GetValues<Measure>();

    /// <summary>Counted by the organization of the pair, not of the person: those who come from outside, and the pairs themselves.</summary>
    public static bool IsOfPair(Measure measure) =>
        measure is Measure.Enterprises or Measure.StudentMentors or Measure.SpecialistMentors or Measure.Pairs or Measure.CompletedPairs;

    /// <summary>Pupils can be counted of an age.</summary>
    public static bool HasBand(Measure measure) => measure is Measure.Pupils or Measure.PupilMentees or Measure.PupilMentors;

    public static string Of(Measure measure, AgeBand? band = null) => measure switch
    {
        Measure.PupilMentees => $"обучающиеся{Of(band)} – наставляемые",
        Measure.PupilMentors => $"обучающиеся{Of(band)} – наставники",
        Measure.Pupils => $"обучающиеся{Of(band)} в любой роли",
        Measure.PupilsInProgrammes => "обучающиеся по дополнительным программам",
        Measure.TeacherMentees => "педагоги – наставляемые",
        Measure.TeacherMentors => "педагоги – наставники",
        Measure.Teachers => "педагоги в любой роли",
        Measure.YoungTeacherMentees => "молодые педагоги – наставляемые",
        Measure.YoungTeachers => "молодые педагоги в любой роли",
        Measure.Mentees => "наставляемые, всего",
        Measure.Mentors => "наставники, всего",
        Measure.Participants => "участники, всего",
        Measure.Enterprises => "предприятия, чьи работники стали наставниками",
        Measure.StudentMentors => "студенты – наставники",
        Measure.SpecialistMentors => "работники предприятий – наставники",
        Measure.Pairs => "наставнические пары и группы",
        Measure.CompletedPairs => "завершённые пары и группы",
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };

    /// <summary>The measure that a heading means; null where it names none of ours and is left to hands.</summary>
    public static CountedMeasure? Find(string? heading)
    {
        var key = SearchKey.Of(heading);
        bool Says(params ReadOnlySpan<string> beginnings)
        {
            foreach (var beginning in beginnings)
                if (key.StartsWith(beginning, StringComparison.Ordinal) || key.Contains($" {beginning}", StringComparison.Ordinal))
                    return true;
            return false;
        }
        // A share or a satisfaction is no number of people, whoever is named in it.
        if (Says("ДОЛЯ", "ПРОЦЕНТ", "УДОВЛЕТВОР", "ОТНОШЕНИЕ"))
            return null;
        var isMentee = Says("НАСТАВЛЯЕМ");
        var isMentor = RoleOfMentor().IsMatch(key);
        Measure? measure = key switch
        {
            _ when Says("ПРЕДПРИЯТ") => Measure.Enterprises,
            _ when Says("МОЛОД", "НАЧИНАЮЩ") && Says("УЧИТЕЛ", "ПЕДАГОГ", "СПЕЦИАЛИСТ") => (isMentee, isMentor) switch { (true, _) => Measure.YoungTeacherMentees, (_, false) => Measure.YoungTeachers, _ => null },
            _ when Says("СТУДЕНТ") => isMentor ? Measure.StudentMentors : null,
            _ when Says("РАБОТОДАТЕЛ", "СПЕЦИАЛИСТ", "РАБОТНИК") && !Says("ПЕДАГОГ") => isMentor ? Measure.SpecialistMentors : null,
            _ when Says("УЧИТЕЛ", "ПЕДАГОГ") && !Says("ОБУЧАЮЩ", "УЧАЩ", "УЧЕНИК") => Role(isMentee, isMentor, Measure.TeacherMentees, Measure.TeacherMentors, Measure.Teachers),
            _ when Says("ОБУЧАЮЩ", "УЧАЩ", "ШКОЛЬНИК", "УЧЕНИК", "ДЕТЕЙ", "ДЕТИ", "ПОДРОСТК") =>
                Says("ДОПОЛНИТЕЛЬН") ? (isMentee || isMentor ? null : Measure.PupilsInProgrammes) : Role(isMentee, isMentor, Measure.PupilMentees, Measure.PupilMentors, Measure.Pupils),
            _ when Says("ПАР", "ГРУПП") && Says("НАСТАВНИЧ") => Says("ЗАВЕРШ") ? Measure.CompletedPairs : Measure.Pairs,
            _ when isMentee || isMentor => Role(isMentee, isMentor, Measure.Mentees, Measure.Mentors, Measure.Participants),
            _ when Says("УЧАСТНИК") => Measure.Participants,
            _ => null,
        };
        return measure is { } found ? new(found, HasBand(found) ? BandIn(heading!) : null) : null;
    }

    /// <summary>Both roles in one heading are either role.</summary>
    private static Measure Role(bool isMentee, bool isMentor, Measure mentees, Measure mentors, Measure both) =>
        isMentee == isMentor ? both : isMentee ? mentees : mentors;

    private static AgeBand? BandIn(string heading) =>
        Ages().Match(heading) is { Success: true } m && int.Parse(m.Groups["from"].ValueSpan) is var from && int.Parse(m.Groups["to"].ValueSpan) is var to && from <= to ? new(from, to) : null;

    private static string Of(AgeBand? band) => band is null ? "" : $" {band} лет";

    [GeneratedRegex(@"(?<from>\d{1,2})\s*(?:-|–|—|до)\s*(?<to>\d{1,2})\s*(?:-?ти\s*)?лет", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ages();

    // «наставника», «наставники», «наставников»; not «наставничества», which every heading speaks of.
    [GeneratedRegex(@"(?:^| )НАСТАВНИК", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RoleOfMentor();
}
