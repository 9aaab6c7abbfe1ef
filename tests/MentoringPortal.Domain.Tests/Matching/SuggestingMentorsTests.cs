using MentoringPortal.Domain.Matching;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Settings;

namespace MentoringPortal.Domain.Tests.Matching;

public sealed class SuggestingMentorsTests
{
    private const int Maths = 1, Sport = 2, Friends = 3;
    private static readonly MatchWeights Weights = new();
    private static readonly Seeker Pupil = new(1, 100, PersonKind.Pupil, 12, TimeSlots.AfterLessons, [Maths, Sport]);
    private static readonly Candidate Mentor = new(1, 1, PersonKind.Pupil, null, null, TimeSlots.None, [], MentorOrigin.Own, false, 2, 0);

    [Fact]
    public void Reasons_OfAGoodMatch_NameEverythingThatSpeaksForIt()
    {
        var best = Suggest(Mentor with { Topics = [Maths, Sport, Friends], AgeFrom = 10, AgeTo = 13, Time = TimeSlots.AfterLessons | TimeSlots.Online }).Single();
        best.Reasons.Select(r => r.Words).ShouldBe(
        [
            "общие темы: Математика, Спорт", "форма «ученик–ученик», выбрана организацией на этот год", "возраст подходит: лет 12, наставник ждёт от 10 до 13",
            "удобное время совпадает: после уроков", "из вашей организации", "ещё никого не ведёт, мест: 2",
        ]);
        best.Points.ShouldBe((2 * Weights.Topic) + Weights.Form + Weights.Age + Weights.Time + Weights.OwnOrganization);
        best.Reasons.ShouldNotContain(r => r.IsWarning);
    }

    [Fact]
    public void Reasons_OfAPoorMatch_SaySo()
    {
        var poor = Suggest(Mentor with { Topics = [Friends], AgeFrom = 15, Time = TimeSlots.Weekends, Taken = 1 }).Single();
        poor.HasSharedTopic.ShouldBeFalse();
        poor.Reasons.Where(r => r.IsWarning).Select(r => r.Words).ShouldBe(["общих тем нет", "возраст не тот: лет 12, наставник ждёт от 15", "удобное время не совпадает"]);
        poor.Reasons[^1].ShouldBe(new MatchReason("уже ведёт: 1, свободных мест: 1", -Weights.Load));
    }

    [Theory]
    [InlineData(MentorOrigin.Own, false, "из вашей организации")]
    [InlineData(MentorOrigin.Lent, false, "из другой организации, место вам выделено")]
    [InlineData(MentorOrigin.Lent, true, "от партнёра, соглашение действует, место вам выделено")]
    [InlineData(MentorOrigin.Municipal, false, "из муниципальной базы; наставника нужно запросить")]
    [InlineData(MentorOrigin.Municipal, true, "от партнёра, соглашение действует; наставника нужно запросить")]
    public void Reasons_TellWhereTheMentorComesFrom(MentorOrigin origin, bool isPartners, string words) =>
        Suggest(Mentor with { Origin = origin, IsPartners = isPartners }).Single().Reasons.ShouldContain(r => r.Words == words);

    [Fact]
    public void Order_IsByPoints_ThenOwnFirst_AndNeverJumps()
    {
        Candidate[] mentors =
        [
            Mentor with { MentorId = 5, Topics = [Friends] }, Mentor with { MentorId = 4, Topics = [Maths], Taken = 1 }, Mentor with { MentorId = 3, Topics = [Maths, Sport] },
            Mentor with { MentorId = 2, Topics = [Maths] }, Mentor with { MentorId = 1, Topics = [Friends] },
        ];
        Suggest(mentors).Select(s => s.Mentor.MentorId).ShouldBe([3, 2, 4, 1, 5]);
        Suggest([.. mentors.Reverse()]).Select(s => s.Mentor.MentorId).ShouldBe([3, 2, 4, 1, 5]);
    }

    [Fact]
    public void Mentor_WithoutAPlace_OrTheMenteeHimself_IsNotSuggested() =>
        Suggest(Mentor with { Taken = 2 }, Mentor with { PersonId = Pupil.PersonId }).ShouldBeEmpty();

    [Fact]
    public void Form_IsTheOneOfBothKinds()
    {
        Maker().Suggest(Pupil, [Mentor with { Kind = PersonKind.Teacher }]).Single().FormId.ShouldBe(6);
        Maker().Suggest(Pupil with { Kind = PersonKind.Student }, [Mentor with { Kind = PersonKind.Specialist }]).Single().FormId.ShouldBe(5);
        Maker().Suggest(Pupil with { Kind = PersonKind.Teacher, Age = null }, [Mentor]).ShouldBeEmpty("no form has a pupil over a teacher");
    }

    [Fact]
    public void Weights_DecideTheOrder()
    {
        Candidate[] mentors = [Mentor with { MentorId = 1, Topics = [Maths] }, Mentor with { MentorId = 2, Time = TimeSlots.AfterLessons }];
        Maker(Weights with { Topic = 1, Time = 9 }).Suggest(Pupil, mentors)[0].Mentor.MentorId.ShouldBe(2);
        Maker().Suggest(Pupil, mentors)[0].Mentor.MentorId.ShouldBe(1);
    }

    [Fact]
    public void Assign_GivesEachWhatSuitsBoth_WithinThePlaces_AndItsReasonsAddUp()
    {
        var seekers = Enumerable.Range(1, 5).Select(i => Pupil with { MenteeId = i, PersonId = 100 + i, Topics = i % 2 == 0 ? [Maths] : [Sport] }).ToList();
        Candidate[] mentors = [Mentor with { MentorId = 1, Topics = [Maths] }, Mentor with { MentorId = 2, PersonId = 2, Topics = [Sport], Places = 3, Taken = 1 }, Mentor with { MentorId = 3, PersonId = 3, Places = 1, Taken = 1 }];
        var pairs = Maker().Assign(seekers, mentors);
        pairs.Select(p => (p.Mentee.MenteeId, p.Mentor.MentorId)).ShouldBe([(1, 2), (2, 1), (3, 2), (4, 1)]);
        pairs.ShouldAllBe(p => p.Points == p.Reasons.Sum(r => r.Points));
        pairs.Where(p => p.Mentor.MentorId == 2).Select(p => p.Mentor.Taken).ShouldBe([1, 2], "the second sees the first as load");
    }

    private static IReadOnlyList<Suggestion> Suggest(params Candidate[] mentors) => Maker().Suggest(Pupil, mentors);

    private static Matchmaker Maker(MatchWeights? weights = null) => new(weights ?? Weights, MentoringForm.BuiltIn, new HashSet<int> { 1, 6 },
        new Dictionary<int, string> { [Maths] = "Математика", [Sport] = "Спорт", [Friends] = "Общение" });
}
