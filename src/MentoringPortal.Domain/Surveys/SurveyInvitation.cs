using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;

namespace MentoringPortal.Domain.Surveys;

/// <summary>How the answers came in.</summary>
public enum AnsweredBy { Link, Account, Paper }

/// <summary>One person of a pair is asked at one stage, and answers once.</summary>
public sealed class SurveyInvitation : IOwnedByOrganization, IVersioned
{
    /// <summary>Days for which a link is good.</summary>
    public const int LinkDays = 14;

    /// <summary>A page of handwriting and more.</summary>
    private const int LongestText = 4000;

    private SurveyInvitation() { }

    private SurveyInvitation(Pair pair, Person person, Survey survey, SurveyStage stage, DateOnly today) =>
        (Pair, PairId, OrganizationId, Person, PersonId, Survey, SurveyId, Side, Stage, AskedOn) = (pair, pair.Id, pair.OrganizationId, person, person.Id, survey, survey.Id, survey.Side, stage, today);

    public int Id { get; private set; }
    /// <summary>The pair's organization: an outside mentor's answers are its too.</summary>
    public int? OrganizationId { get; private set; }
    public int PairId { get; private set; }
    public Pair? Pair { get; private set; }
    public int PersonId { get; private set; }
    public Person? Person { get; private set; }
    public int SurveyId { get; private set; }
    public Survey? Survey { get; private set; }
    public SurveySide Side { get; private set; }
    public SurveyStage Stage { get; private set; }
    public DateOnly AskedOn { get; private set; }
    /// <summary>Hash of the secret address; null where there is none, or none any more.</summary>
    [NotPersonal] public string? CodeHash { get; private set; }
    /// <summary>Last day of the address.</summary>
    public DateOnly? LinkUntil { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }
    public AnsweredBy? How { get; private set; }
    public List<SurveyAnswer> Answers { get; } = [];
    public int Version { get; private set; }

    /// <summary>Those who may be asked: a pair that an order has fixed, with its consents; one that ended early is asked no more, for a consent may be why.</summary>
    public static bool MayAsk(PairState state, DateOnly? unconfirmedUntil) => state is PairState.Active or PairState.Completed && unconfirmedUntil is null;

    /// <param name="pair">The person is, or was to the end, in it.</param>
    public static SurveyInvitation Ask(Pair pair, Person person, Survey survey, SurveyStage stage, DateOnly today) =>
        person.IsErased ? throw new DomainException("Данные этого человека уничтожены.")
            : MayAsk(pair.State, pair.UnconfirmedUntil) ? new(pair, person, survey, stage, today)
            : throw new DomainException("Анкеты раздают парам, которые закреплены приказом и у которых записаны согласия.");

    /// <summary>Gives a secret address; the former one opens nothing from now on.</summary>
    public void GiveLink(string codeHash, DateOnly today)
    {
        RefuseAnswered();
        (CodeHash, LinkUntil) = (codeHash, today.AddDays(LinkDays));
    }

    public void RevokeLink() => (CodeHash, LinkUntil) = (null, null);

    /// <summary>Takes the answers, once; what was copied from a blank may be copied again. On paper a scale may be left empty; who answers himself is told of it.</summary>
    /// <param name="answers">By question; empty ones are left out.</param>
    public void Answer(IReadOnlyList<GivenAnswer> answers, AnsweredBy how, DateOnly today)
    {
        if (!IsCopy || how != AnsweredBy.Paper)
            RefuseAnswered();
        if (how != AnsweredBy.Paper && Missed(answers).Any())
            throw new DomainException("Отметьте число в каждой строке.");
        // What the stage asks; a question replaced since then may be corrected where it was answered.
        foreach (var question in Survey!.Questions.Where(q => q.IsAskedAt(Stage) || Answers.Exists(a => a.QuestionId == q.Id)).ToList())
            Take(question, answers.FirstOrDefault(a => a.QuestionId == question.Id));
        if (Answers.Count == 0)
            throw new DomainException("Ответьте хотя бы на один вопрос.");
        (AnsweredOn, How) = (today, how);
        RevokeLink();
    }

    /// <summary>Scales of the stage without a score.</summary>
    public IEnumerable<SurveyQuestion> Missed(IReadOnlyList<GivenAnswer> answers) =>
        Survey!.Asked(Stage).Where(q => q.Kind == QuestionKind.Scale && !answers.Any(a => a.QuestionId == q.Id && a.Score is not null));

    /// <summary>A curator copied it from a blank, and may have misread it.</summary>
    public bool IsCopy => How == AnsweredBy.Paper;

    private void Take(SurveyQuestion question, GivenAnswer? given)
    {
        var isScale = question.Kind == QuestionKind.Scale;
        if (isScale && given?.Score is < SurveyQuestion.LowestScore or > SurveyQuestion.HighestScore)
            throw new DomainException($"Отметьте число от {SurveyQuestion.LowestScore} до {SurveyQuestion.HighestScore}.", $"Scores[{question.Id}]");
        if (!isScale && given?.Text?.Length > LongestText)
            throw new DomainException($"Ответ длиннее {LongestText} знаков: сократите его.", $"Texts[{question.Id}]");
        var score = isScale ? given?.Score : null;
        var text = isScale || string.IsNullOrWhiteSpace(given?.Text) ? null : given.Text.Trim();
        var known = Answers.Find(a => a.QuestionId == question.Id);
        if (score is null && text is null)
            Answers.RemoveAll(a => a.QuestionId == question.Id);
        else if (known is null)
            Answers.Add(new SurveyAnswer(this, question, score, text));
        else
            known.Correct(score, text);
    }

    private void RefuseAnswered()
    {
        if (AnsweredOn is { } day)
            throw new DomainException($"На анкету уже ответили {day:dd.MM.yyyy}.");
    }
}

/// <summary>What somebody said to a question: a score or words.</summary>
public sealed record GivenAnswer(int QuestionId, int? Score, string? Text);

public sealed class SurveyAnswer : IOwnedByOrganization
{
    private SurveyAnswer() { }

    internal SurveyAnswer(SurveyInvitation invitation, SurveyQuestion question, int? score, string? text) =>
        (Invitation, InvitationId, OrganizationId, Question, QuestionId, Score, Text) = (invitation, invitation.Id, invitation.OrganizationId, question, question.Id, score, text);

    public int Id { get; private set; }
    public int? OrganizationId { get; private set; }
    public int InvitationId { get; private set; }
    public SurveyInvitation? Invitation { get; private set; }
    public int QuestionId { get; private set; }
    public SurveyQuestion? Question { get; private set; }
    public int? Score { get; private set; }
    [Personal] public string? Text { get; private set; }

    internal void Correct(int? score, string? text) => (Score, Text) = (score, text);
}
