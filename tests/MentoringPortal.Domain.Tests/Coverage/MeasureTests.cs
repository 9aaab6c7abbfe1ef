using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;

namespace MentoringPortal.Domain.Tests.Coverage;

public sealed class MeasureTests
{
    [Theory]
    [InlineData("Число учащихся в возрасте от 10 до 18 лет, вошедших в программу наставничества в роли наставляемого", Measure.PupilMentees, "10–18")]
    [InlineData("Число учащихся в возрасте от 15 до 18 лет, вошедших в программу наставничества в роли наставника", Measure.PupilMentors, "15–18")]
    [InlineData("Число учителей-молодых специалистов (с опытом работы от 0 до 3 лет), вошедших в программу наставничества в роли наставляемого", Measure.YoungTeacherMentees, null)]
    [InlineData("Количество предприятий (организаций), вошедших в программу наставничества, предоставив своих наставников (при наличии)", Measure.Enterprises, null)]
    [InlineData("Обучающиеся 10–18 лет – наставляемые", Measure.PupilMentees, "10–18")]
    [InlineData("Молодые специалисты – наставляемые", Measure.YoungTeacherMentees, null)]
    [InlineData("Численность обучающихся по дополнительным общеобразовательным программам", Measure.PupilsInProgrammes, null)]
    [InlineData("Количество педагогов-наставников", Measure.TeacherMentors, null)]
    [InlineData("Количество педагогов, участвующих в программах наставничества", Measure.Teachers, null)]
    [InlineData("Количество студентов-наставников", Measure.StudentMentors, null)]
    [InlineData("Количество наставнических пар и групп", Measure.Pairs, null)]
    [InlineData("Всего наставников", Measure.Mentors, null)]
    [InlineData("Всего участников наставничества", Measure.Participants, null)]
    public void Find_OfHeading_NamesItsMeasureAndBand(string heading, Measure measure, string? band)
    {
        var found = Measures.Find(heading).ShouldNotBeNull();
        found.Measure.ShouldBe(measure);
        found.Band?.ToString().ShouldBe(band);
    }

    [Theory]
    [InlineData("Доля обучающихся, вошедших в программы наставничества в роли наставляемого, %")]
    [InlineData("Уровень удовлетворённости наставляемых")]
    [InlineData("Количество публикаций в средствах массовой информации")]
    [InlineData("Ссылка на страницу сайта о наставничестве")]
    [InlineData("")]
    public void Find_OfWhatTheRegistryDoesNotCount_IsLeftToHands(string heading) => Measures.Find(heading).ShouldBeNull();

    [Theory]
    [InlineData(Measure.YoungTeacherMentees, 1, false)]
    [InlineData(Measure.YoungTeacherMentees, 2, true)]
    [InlineData(Measure.PupilMentees, 2, false)]
    [InlineData(Measure.PupilMentees, 3, true)]
    [InlineData(Measure.PupilMentors, 3, false)]
    [InlineData(Measure.Enterprises, 1, false)]
    [InlineData(Measure.Enterprises, 4, true)]
    [InlineData(Measure.TeacherMentors, 4, false)]
    [InlineData(Measure.TeacherMentors, 6, true)]
    [InlineData(Measure.Participants, 5, true)]
    public void MakesSense_ByTheFormsPeople(Measure measure, int formId, bool expected) =>
        new CountedMeasure(measure).MakesSense([MentoringForm.BuiltIn.Single(f => f.Id == formId)]).ShouldBe(expected);

    [Fact]
    public void MakesSense_OfColumnThatCountsALocalForm_AsksThatFormToo() =>
        new CountedMeasure(Measure.TeacherMentors).MakesSense([.. MentoringForm.BuiltIn.Where(f => f.CountsAsId == 4)]).ShouldBeTrue("«учитель–ученик» is counted under «работодатель–ученик»");

    [Fact]
    public void MakesSense_OfColumnOfAllForms_Always() => new CountedMeasure(Measure.Enterprises, new AgeBand(10, 18)).MakesSense([]).ShouldBeTrue();
}
