namespace MentoringPortal.Domain.Surveys;

/// <summary>Russian words of questionnaires, on screen and on paper.</summary>
public static class SurveyWords
{
    /// <summary>What the numbers of a scale mean.</summary>
    public const string Scale = "1 – совсем не так, 10 – полностью так";

    public static string Of(SurveySide side) => side == SurveySide.Mentee ? "наставляемые" : "наставники";

    /// <summary>Whose questionnaire it is: «анкета наставника».</summary>
    public static string OfOne(SurveySide side) => side == SurveySide.Mentee ? "наставляемого" : "наставника";

    public static string Of(SurveyStage stage) => stage == SurveyStage.Entry ? "на входе" : "на выходе";

    public static string Of(QuestionKind kind) => kind == QuestionKind.Scale ? "шкала 1–10" : "своими словами";

    public static string Of(AnsweredBy how) => how switch
    {
        AnsweredBy.Link => "по ссылке",
        AnsweredBy.Account => "в портале",
        AnsweredBy.Paper => "с бланка",
        _ => throw new ArgumentOutOfRangeException(nameof(how)),
    };
}
