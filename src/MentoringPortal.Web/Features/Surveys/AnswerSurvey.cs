using System.ComponentModel.DataAnnotations;
using MentoringPortal.Domain.Surveys;

namespace MentoringPortal.Web.Features.Surveys;

/// <summary>Answers as they are typed, by question.</summary>
public sealed class AnswerForm
{
    /// <summary>The code of the secret address; null for one who is signed in.</summary>
    public string? Code { get; set; }

    public int Version { get; set; }

    [Display(Name = "Числа")]
    public Dictionary<int, int?> Scores { get; set; } = [];

    [Display(Name = "Слова")]
    public Dictionary<int, string?> Texts { get; set; } = [];

    /// <summary>Empty, or as a curator has copied it.</summary>
    public static AnswerForm Of(SurveyInvitation invitation) => new()
    {
        Version = invitation.Version,
        Scores = invitation.Answers.Where(a => a.Score is not null).ToDictionary(a => a.QuestionId, a => a.Score),
        Texts = invitation.Answers.Where(a => a.Text is not null).ToDictionary(a => a.QuestionId, a => a.Text),
    };

    public IReadOnlyList<GivenAnswer> Answers =>
        [.. Scores.Where(s => s.Value is not null).Select(s => new GivenAnswer(s.Key, s.Value, null)), .. Texts.Where(t => !string.IsNullOrWhiteSpace(t.Value)).Select(t => new GivenAnswer(t.Key, null, t.Value))];
}

/// <summary>GET and POST /surveys/answer, /surveys/pairs/{pairId}/{personId}/{stage}</summary>
/// <param name="Whom">Initials on a page without an account; the name for a curator; null for one's own.</param>
/// <param name="Action">Where the form is sent.</param>
/// <param name="PairId">The pair whose card one comes back to; null without an account.</param>
/// <param name="IsPaper">A curator copies a blank.</param>
public sealed record AnswerPage(string Survey, SurveySide Side, SurveyStage Stage, IReadOnlyList<AskedQuestion> Questions, string? Whom, string Action, int? PairId, bool IsPaper, AnswerForm Form)
{
    public static AnswerPage Of(SurveyInvitation invitation, string? whom, string action, int? pairId, bool isPaper, AnswerForm form) =>
        new(invitation.Survey!.Name, invitation.Side, invitation.Stage, [.. invitation.Survey.Asked(invitation.Stage).Select(q => new AskedQuestion(q.Id, q.Kind, q.Text))], whom, action, pairId, isPaper, form);
}
