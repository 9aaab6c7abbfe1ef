using MentoringPortal.Domain.Years;

namespace MentoringPortal.Web.Features.Years;

/// <summary>Outcomes of the year in people's words.</summary>
public static class YearWords
{
    public static string Of(PupilOutcome outcome) => outcome switch
    {
        PupilOutcome.Up => "перешёл в следующий класс",
        PupilOutcome.Repeat => "остался в классе",
        PupilOutcome.Graduate => "окончил школу",
        PupilOutcome.Leave => "ушёл из школы",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static string Of(PairOutcome outcome) => outcome switch
    {
        PairOutcome.Stay => "продолжается без ушедших",
        PairOutcome.Complete => "завершена",
        PairOutcome.Renew => "завершена и оформлена заново",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
