using MentoringPortal.Domain.Organizations;

namespace MentoringPortal.Domain.Surveys;

/// <summary>Whose views a questionnaire asks for.</summary>
public enum SurveySide { Mentee, Mentor }

/// <summary>На входе, на выходе: the same questions twice, so that growth can be seen.</summary>
public enum SurveyStage { Entry, Exit }

/// <summary>A statement with a scale, or an open question.</summary>
public enum QuestionKind { Scale, Text }

/// <summary>Анкета участников: a municipal questionnaire of one side of a pair, for a contour or for one form of mentoring.</summary>
public sealed class Survey : IVersioned
{
    public const int MostQuestions = 40;

    public int Id { get; private set; }
    [NotPersonal] public string Name { get; set; } = "";
    public SurveySide Side { get; set; }
    public Contour Contour { get; set; }
    /// <summary>The only form that is asked; null for every form of the contour that has no questionnaire of its own.</summary>
    public int? FormId { get; set; }
    public MentoringForm? Form { get; private set; }
    /// <summary>Switched off: nobody is asked any more, answers stay.</summary>
    public bool IsArchived { get; set; }
    public List<SurveyQuestion> Questions { get; } = [];
    public int Version { get; private set; }

    /// <summary>The questions of a stage, in order; without those that were replaced.</summary>
    public IEnumerable<SurveyQuestion> Asked(SurveyStage stage) => Questions.Where(q => q.IsAskedAt(stage)).OrderBy(q => q.Ordinal);

    /// <summary>
    /// Takes these questions in this order: those with an id are changed, new ones added, the missing ones go. An answered question keeps its words
    /// for the answers given to it: instead of a rewritten one a new one is asked.
    /// </summary>
    /// <param name="lines">The questions as somebody typed them.</param>
    /// <param name="answered">Identifiers of those that have answers.</param>
    public void Put(IReadOnlyList<SurveyLine> lines, IReadOnlySet<int> answered)
    {
        if (lines.Count == 0)
            throw new DomainException("Впишите хотя бы один вопрос.", "Lines");
        if (lines.Count > MostQuestions)
            throw new DomainException($"В анкете не больше {MostQuestions} вопросов.", "Lines");
        foreach (var gone in Questions.Where(q => !q.IsReplaced && lines.All(l => l.QuestionId != q.Id)).ToList())
            Drop(gone, answered);
        for (var n = 0; n < lines.Count; n++)
        {
            var line = lines[n];
            var question = line.QuestionId is { } id ? Questions.Find(q => q.Id == id && !q.IsReplaced) : null;
            if (question is not null && !question.Says(line) && answered.Contains(question.Id))
            {
                question.IsReplaced = true;
                question = null;
            }
            if (question is null)
                Questions.Add(question = new SurveyQuestion());
            (question.Ordinal, question.Kind, question.Text, question.OnlyAt) = (n + 1, line.Kind, line.Text, line.OnlyAt);
        }
    }

    private void Drop(SurveyQuestion question, IReadOnlySet<int> answered)
    {
        if (answered.Contains(question.Id))
            question.IsReplaced = true;
        else
            Questions.Remove(question);
    }

    /// <summary>The questionnaire for a side of a pair: its form's own, or its contour's; null where nothing is asked.</summary>
    public static Survey? For(IEnumerable<Survey> surveys, SurveySide side, int formId, Contour contour) =>
        surveys.Where(s => !s.IsArchived && s.Side == side && (s.FormId == formId || (s.FormId is null && s.Contour == contour))).MaxBy(s => s.FormId is not null);
}

/// <summary>A question as somebody typed it into a questionnaire.</summary>
/// <param name="QuestionId">The question that it changes; null for a new one.</param>
/// <param name="OnlyAt">The only stage at which it is asked; null for both.</param>
public sealed record SurveyLine(int? QuestionId, QuestionKind Kind, string Text, SurveyStage? OnlyAt);

public sealed class SurveyQuestion
{
    public const int LowestScore = 1, HighestScore = 10;

    public int Id { get; private set; }
    public int SurveyId { get; private set; }
    public Survey? Survey { get; private set; }
    public int Ordinal { get; internal set; }
    public QuestionKind Kind { get; internal set; }
    [NotPersonal] public string Text { get; internal set; } = "";
    /// <summary>The only stage at which it is asked; null for both.</summary>
    public SurveyStage? OnlyAt { get; internal set; }
    /// <summary>Asked no more: it stays for the answers that were given to it.</summary>
    public bool IsReplaced { get; internal set; }

    internal bool Says(SurveyLine line) => (Kind, Text, OnlyAt) == (line.Kind, line.Text, line.OnlyAt);

    internal bool IsAskedAt(SurveyStage stage) => !IsReplaced && (OnlyAt is null || OnlyAt == stage);
}
