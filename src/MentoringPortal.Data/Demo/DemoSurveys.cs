using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.Surveys;

namespace MentoringPortal.Data.Demo;

/// <summary>Questionnaires of the demo's pairs: answered at the beginning where the work goes on, at the end where it is done, some still waited for.</summary>
internal sealed class DemoSurveys(DateOnly today, IReadOnlyList<Survey> surveys)
{
    /// <summary>The same answers at every creation.</summary>
    private readonly Random _random = new(2026);

    private static readonly string[] First = ["Понимания, с чего начать.", "Помощи с трудными темами.", "Чтобы было с кем посоветоваться.", "Больше уверенности."];
    private static readonly string[] Last = ["Стало спокойнее отвечать у доски.", "Понравилось делать проект вместе.", "Хотелось бы встречаться чаще.", "Всё устраивает."];

    public IEnumerable<SurveyInvitation> Of(IEnumerable<Pair> pairs) => pairs.Where(p => SurveyInvitation.MayAsk(p.State, p.UnconfirmedUntil)).SelectMany(OfPair);

    private IEnumerable<SurveyInvitation> OfPair(Pair pair)
    {
        var people = pair.Mentees.Select(m => (m.Mentee!.Person!, SurveySide.Mentee)).Concat(pair.Mentors.Select(m => (m.Mentor!.Person!, SurveySide.Mentor)));
        foreach (var (person, side) in people)
        {
            if (Survey.For(surveys, side, pair.FormId, pair.Form!.Contour) is not { } survey)
                continue;
            var entry = SurveyInvitation.Ask(pair, person, survey, SurveyStage.Entry, pair.From);
            if (pair.Meetings.Count > 0)
                Answer(entry, pair.From.AddDays(3), 0);
            yield return entry;
            if (pair.EndedOn is not { } end)
                continue;
            var exit = SurveyInvitation.Ask(pair, person, survey, SurveyStage.Exit, end);
            Answer(exit, end.AddDays(2), 2);
            yield return exit;
        }
    }

    private void Answer(SurveyInvitation invitation, DateOnly day, int growth) => invitation.Answer(
        [.. invitation.Survey!.Asked(invitation.Stage).Select(q => q.Kind == QuestionKind.Scale
            ? new GivenAnswer(q.Id, Math.Min(SurveyQuestion.HighestScore, _random.Next(3, 8) + growth), null)
            : new GivenAnswer(q.Id, null, _random.Next(2) == 0 ? _random.GetItems(invitation.Stage == SurveyStage.Entry ? First : Last, 1)[0] : null))],
        _random.Next(3) == 0 ? AnsweredBy.Paper : AnsweredBy.Link, day < today ? day : today);
}
