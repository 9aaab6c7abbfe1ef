using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Surveys;

namespace MentoringPortal.Domain.Tests.Surveys;

/// <summary>An answered question keeps its words; a questionnaire is answered once, by those who may be asked.</summary>
public sealed class SurveyTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static int _ids;

    private static Survey Questionnaire(params SurveyLine[] lines)
    {
        var survey = new Survey { Name = "Анкета", Side = SurveySide.Mentee };
        survey.Put(lines, new HashSet<int>());
        // As the database numbers them.
        foreach (var question in survey.Questions)
            typeof(SurveyQuestion).GetProperty(nameof(SurveyQuestion.Id))!.SetValue(question, ++_ids);
        return survey;
    }

    private static SurveyLine Scale(string text, SurveyStage? onlyAt = null) => new(null, QuestionKind.Scale, text, onlyAt);

    private static SurveyLine Words(string text, SurveyStage? onlyAt = null) => new(null, QuestionKind.Text, text, onlyAt);

    private static SurveyInvitation Asked(Survey survey, SurveyStage stage = SurveyStage.Entry)
    {
        var pair = Pair();
        return SurveyInvitation.Ask(pair, pair.Mentees[0].Mentee!.Person!, survey, stage, Today);
    }

    private static Pair Pair(bool isFixed = true)
    {
        var pair = Domain.Pairs.Pair.Open(MentoringForm.BuiltIn[0], Today, Today.AddDays(100), new MentorPlace(new Mentor(Pupil(2009), Today, 1), 1, 0, true), [new MenteePlace(new Mentee(Pupil(2013), Today), [])]);
        if (isFixed)
            pair.Fix(new FixingOrder("1", Today, Today), [], Today);
        return pair;
    }

    private static Person Pupil(int born)
    {
        var pupil = new Person(7, PersonKind.Pupil, new PersonName($"Лесной {born}", "Ким", null));
        pupil.Describe(PersonKind.Pupil, new DateOnly(born, 1, 2), null, Today);
        return pupil;
    }

    [Fact]
    public void Question_Rewritten_IsReplacedWhereItHasAnswers_AndChangedWhereNot()
    {
        var survey = Questionnaire(Scale("Первый"), Scale("Второй"));
        var (first, second) = (survey.Questions[0], survey.Questions[1]);
        survey.Put([new(first.Id, QuestionKind.Scale, "Первый иначе", null), new(second.Id, QuestionKind.Scale, "Второй иначе", null)], new HashSet<int> { first.Id });
        (first.Text, first.IsReplaced).ShouldBe(("Первый", true));
        (second.Text, second.IsReplaced).ShouldBe(("Второй иначе", false));
        survey.Asked(SurveyStage.Entry).Select(q => q.Text).ShouldBe(["Первый иначе", "Второй иначе"]);
    }

    [Fact]
    public void Question_TakenAway_StaysForItsAnswersAlone()
    {
        var survey = Questionnaire(Scale("Отвеченный"), Scale("Пустой"), Scale("Останется"));
        survey.Put([new(survey.Questions[2].Id, QuestionKind.Scale, "Останется", null)], new HashSet<int> { survey.Questions[0].Id });
        survey.Questions.Select(q => (q.Text, q.IsReplaced)).ShouldBe([("Отвеченный", true), ("Останется", false)]);
    }

    [Fact]
    public void Question_Unchanged_StaysItself_ThoughItHasAnswers()
    {
        var survey = Questionnaire(Scale("Первый"));
        survey.Put([new(survey.Questions[0].Id, QuestionKind.Scale, "Первый", null), Words("Новый")], new HashSet<int> { survey.Questions[0].Id });
        survey.Questions.Select(q => (q.Text, q.IsReplaced)).ShouldBe([("Первый", false), ("Новый", false)]);
    }

    [Fact]
    public void Stage_HasItsOwnQuestions()
    {
        var survey = Questionnaire(Scale("Оба раза"), Words("Чего ждёте", SurveyStage.Entry), Words("Что вышло", SurveyStage.Exit));
        survey.Asked(SurveyStage.Entry).Select(q => q.Text).ShouldBe(["Оба раза", "Чего ждёте"]);
        survey.Asked(SurveyStage.Exit).Select(q => q.Text).ShouldBe(["Оба раза", "Что вышло"]);
    }

    [Fact]
    public void Survey_OfTheForm_GoesBeforeThatOfTheContour_AndASwitchedOffOneIsNotAsked()
    {
        var contour = new Survey { Name = "Контур", Side = SurveySide.Mentee, Contour = Contour.Pupils };
        var form = new Survey { Name = "Форма", Side = SurveySide.Mentee, Contour = Contour.Pupils, FormId = 3 };
        Survey.For([contour, form], SurveySide.Mentee, 3, Contour.Pupils).ShouldBe(form);
        Survey.For([contour, form], SurveySide.Mentee, 1, Contour.Pupils).ShouldBe(contour);
        form.IsArchived = true;
        Survey.For([contour, form], SurveySide.Mentee, 3, Contour.Pupils).ShouldBe(contour);
        Survey.For([contour, form], SurveySide.Mentor, 3, Contour.Pupils).ShouldBeNull();
        Survey.For([contour, form], SurveySide.Mentee, 2, Contour.Teachers).ShouldBeNull();
    }

    [Fact]
    public void Answer_IsTakenOnce_AndTheLinkEndsWithIt()
    {
        var survey = Questionnaire(Scale("Насколько"), Words("Что ещё"));
        var asked = Asked(survey);
        asked.GiveLink("hash", Today);
        asked.LinkUntil.ShouldBe(Today.AddDays(14));
        asked.Answer([new(survey.Questions[0].Id, 8, null), new(survey.Questions[1].Id, null, "  ничего  ")], AnsweredBy.Link, Today);
        asked.Answers.Select(a => (a.Score, a.Text)).ShouldBe([(8, null), (null, "ничего")]);
        (asked.CodeHash, asked.LinkUntil, asked.AnsweredOn, asked.How).ShouldBe((null, null, Today, AnsweredBy.Link));
        Should.Throw<DomainException>(() => asked.Answer([new(survey.Questions[0].Id, 1, null)], AnsweredBy.Paper, Today));
        Should.Throw<DomainException>(() => asked.GiveLink("other", Today));
    }

    [Fact]
    public void Scale_LeftEmpty_IsToldToWhoAnswersHimself_AndTakenFromABlank()
    {
        var survey = Questionnaire(Scale("Первая"), Scale("Вторая"));
        GivenAnswer[] half = [new(survey.Questions[0].Id, 5, null)];
        Asked(survey).Missed(half).Select(q => q.Text).ShouldBe(["Вторая"]);
        Should.Throw<DomainException>(() => Asked(survey).Answer(half, AnsweredBy.Link, Today));
        Should.Throw<DomainException>(() => Asked(survey).Answer(half, AnsweredBy.Account, Today));
        var paper = Asked(survey);
        paper.Answer(half, AnsweredBy.Paper, Today);
        paper.Answers.ShouldHaveSingleItem();
        Should.Throw<DomainException>(() => Asked(survey).Answer([], AnsweredBy.Paper, Today));
    }

    [Fact]
    public void Blank_CopiedAgain_CorrectsWhatWasCopied_AndNothingElse()
    {
        var survey = Questionnaire(Scale("Первая"), Scale("Вторая"), Words("Словами"));
        var (first, second, words) = (survey.Questions[0].Id, survey.Questions[1].Id, survey.Questions[2].Id);
        var asked = Asked(survey);
        asked.Answer([new(first, 1, null), new(second, 2, null)], AnsweredBy.Paper, Today);
        asked.Answer([new(first, 7, null), new(words, null, "Слова")], AnsweredBy.Paper, Today);
        asked.Answers.Select(a => (a.QuestionId, a.Score, a.Text)).ShouldBe([(first, 7, null), (words, null, "Слова")]);
        Should.Throw<DomainException>(() => asked.Answer([new(first, 9, null), new(second, 9, null)], AnsweredBy.Link, Today));
    }

    [Theory, InlineData(0), InlineData(11), InlineData(-3)]
    public void Score_OutsideTheScale_IsRefused(int score)
    {
        var survey = Questionnaire(Scale("Насколько"));
        Should.Throw<DomainException>(() => Asked(survey).Answer([new(survey.Questions[0].Id, score, null)], AnsweredBy.Paper, Today));
    }

    [Fact]
    public void Answer_ToAQuestionOfAnotherSurvey_IsLeftOut()
    {
        var (survey, other) = (Questionnaire(Scale("Свой")), Questionnaire(Scale("Чужой")));
        var asked = Asked(survey);
        asked.Answer([new(survey.Questions[0].Id, 3, null), new(other.Questions[0].Id, 9, null)], AnsweredBy.Link, Today);
        asked.Answers.ShouldHaveSingleItem().Score.ShouldBe(3);
    }

    [Fact]
    public void Answer_ToAQuestionOfTheOtherStage_OrOneReplaced_IsLeftOut()
    {
        var survey = Questionnaire(Scale("Насколько"), Words("Что получилось?", SurveyStage.Exit), Words("Прежний?"));
        var (scale, exit, former) = (survey.Questions[0], survey.Questions[1], survey.Questions[2]);
        survey.Put([new(scale.Id, scale.Kind, scale.Text, null), new(exit.Id, exit.Kind, exit.Text, exit.OnlyAt)], new HashSet<int> { former.Id });
        var asked = Asked(survey);
        asked.Answer([new(scale.Id, 3, null), new(exit.Id, null, "Рано"), new(former.Id, null, "Поздно")], AnsweredBy.Link, Today);
        asked.Answers.ShouldHaveSingleItem().Score.ShouldBe(3);
    }

    [Fact]
    public void Pair_IsAsked_WhenFixedAndConsented_AndNotAfterItEndedEarly()
    {
        var survey = Questionnaire(Scale("Насколько"));
        void Ask(Pair pair) => SurveyInvitation.Ask(pair, pair.Mentees[0].Mentee!.Person!, survey, SurveyStage.Exit, Today);
        Should.Throw<DomainException>(() => Ask(Pair(isFixed: false)));
        var unconfirmed = Pair(isFixed: false);
        unconfirmed.FixBackdated(new FixingOrder("1", Today, Today), isConsentRecorded: false, 30, null, Today);
        Should.Throw<DomainException>(() => Ask(unconfirmed));
        var ended = Pair();
        ended.EndEarly(Today, "Отозвано согласие");
        Should.Throw<DomainException>(() => Ask(ended));
        var completed = Pair();
        completed.Complete(Today, null);
        Should.NotThrow(() => Ask(completed));
        completed.Mentees[0].Mentee!.Person!.Erase(Today);
        Should.Throw<DomainException>(() => Ask(completed), "nobody is asked whose data are destroyed");
    }

    [Theory, InlineData(0, false), InlineData(1, true), InlineData(4, true), InlineData(5, false)]
    public void SmallGroup_IsHidden_FromWhoDoesNotSeeThePeople(int people, bool isHidden)
    {
        SmallGroups.Hides(people, seesPeople: false).ShouldBe(isHidden);
        SmallGroups.Hides(people, seesPeople: true).ShouldBeFalse();
        SmallGroups.HidesParts([20, people, 0], seesPeople: false).ShouldBe(isHidden);
    }
}
