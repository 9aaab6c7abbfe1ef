using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;

namespace MentoringPortal.Domain.Tests.Pairs;

public sealed class PairLifeTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateOnly From = new(2026, 10, 1);
    private static readonly DateOnly To = new(2027, 5, 31);
    private static readonly MentoringForm PupilToPupil = MentoringForm.BuiltIn[0];
    private static readonly FixingOrder Order = new("41", new DateOnly(2026, 10, 5), From);

    [Fact]
    public void Open_WithinTheRules_IsADraftWithPeriods()
    {
        var pair = Open();
        pair.State.ShouldBe(PairState.Draft);
        pair.CurrentMentor!.From.ShouldBe(From);
        pair.CurrentMentees.Single().From.ShouldBe(From);
        pair.IsActiveOn(Today).ShouldBeFalse("nothing is active before the order");
    }

    [Fact]
    public void Open_OfAPersonWithHimself_IsRefused()
    {
        var pupil = Pupil();
        Refusal(() => Pair.Open(PupilToPupil, From, To, Place(new Mentor(pupil, From, 1)), [Place(new Mentee(pupil, From))])).ShouldContain("самому себе");
    }

    [Fact]
    public void Open_AboveTheMentorsPlaces_IsRefused()
    {
        var mentor = new Mentor(Pupil(), From, 2);
        Refusal(() => Pair.Open(PupilToPupil, From, To, new MentorPlace(mentor, 2, 1, true), [Place(NewMentee()), Place(NewMentee())])).ShouldContain("1 из 2");
    }

    [Theory, InlineData("2027-05-31", "2027-08-31", true), InlineData("2027-06-01", "2027-08-31", false), InlineData("2026-09-01", "2026-09-30", false), InlineData("2026-09-01", "2026-10-01", true)]
    public void Open_BesideAPairOfTheSameForm_IsRefusedWhereTheyOverlap(string from, string to, bool overlaps)
    {
        var mentee = new MenteePlace(NewMentee(), [(DateOnly.Parse(from), DateOnly.Parse(to))]);
        void Act() => Pair.Open(PupilToPupil, From, To, Place(new Mentor(Pupil(), From, 1)), [mentee]);
        if (overlaps)
            Refusal(Act).ShouldContain("уже есть пара этой формы");
        else
            Act();
    }

    [Fact]
    public void Open_WithAMentorOfAnotherKind_NamesWhoIsNeeded() =>
        Refusal(() => Pair.Open(MentoringForm.BuiltIn[3], From, To, Place(new Mentor(Pupil(), From, 1)), [Place(NewMentee())])).ShouldContain("специалист");

    [Fact]
    public void Open_WithoutThePartnersAgreement_IsRefused() =>
        Refusal(() => Pair.Open(PupilToPupil, From, To, new MentorPlace(new Mentor(Pupil(), From, 1), 1, 0, false), [Place(NewMentee())])).ShouldContain("соглашения");

    [Fact]
    public void Open_WithSomebodyOutOfTheBank_IsRefused()
    {
        var gone = new Mentee(Pupil(), From.AddDays(-9));
        gone.Leave(From.AddDays(-1));
        Refusal(() => Pair.Open(PupilToPupil, From, To, Place(new Mentor(Pupil(), From, 1)), [Place(gone)])).ShouldContain("не состоит в базе");
    }

    [Fact]
    public void Fix_WithAMissingConsent_NamesIt() => Refusal(() => Open().Fix(Order, ["Ёлкин Г. В. – обработка данных"], Today)).ShouldContain("Ёлкин");

    [Fact]
    public void Fix_ForgetsWhoWasTakenOutOfTheDraft()
    {
        var stays = NewMentee();
        var pair = Pair.Open(PupilToPupil, From, To, Place(new Mentor(Pupil(), From, 2)), [Place(NewMentee()), Place(stays)]);
        pair.ReplaceMentor(Place(new Mentor(Pupil(), From, 2)), From.AddDays(3), "Занят", Today);
        pair.Remove(pair.Mentees[0].MenteeId, From.AddDays(3), "Передумал");
        pair.Fix(Order, [], Today);
        pair.Mentors.ShouldHaveSingleItem().From.ShouldBe(pair.From);
        pair.Mentees.ShouldHaveSingleItem().Mentee.ShouldBe(stays);
    }

    [Fact]
    public void Fix_ByAnOrderThatSaysSince_BeginsBeforeItsDate()
    {
        var pair = Fixed();
        pair.State.ShouldBe(PairState.Active);
        pair.IsActiveOn(From).ShouldBeTrue();
        pair.OrderDate.ShouldBe(new DateOnly(2026, 10, 5));
    }

    [Fact]
    public void FixBackdated_WithoutConsent_IsActiveForTheTermAlone()
    {
        var pair = Open();
        pair.FixBackdated(Order, isConsentRecorded: false, 30, null, Today);
        pair.UnconfirmedUntil.ShouldBe(Today.AddDays(30));
        pair.IsBackdated.ShouldBeTrue();
    }

    [Fact]
    public void FixBackdated_OfAPeriodThatIsOver_IsCompletedAtOnce()
    {
        var pair = Pair.Open(PupilToPupil, From, Today.AddDays(-1), Place(new Mentor(Pupil(), From, 1)), [Place(NewMentee())]);
        pair.FixBackdated(Order, isConsentRecorded: false, 30, "Сделано", Today);
        (pair.State, pair.UnconfirmedUntil, pair.Result).ShouldBe((PairState.Completed, null, "Сделано"));
    }

    [Fact]
    public void ReplaceMentor_KeepsTheFormerOneInTheHistory()
    {
        var pair = Fixed();
        pair.ReplaceMentor(Place(new Mentor(Pupil(), From, 1)), Today, "Перешёл в другую школу", Today);
        pair.Mentors.Count.ShouldBe(2);
        pair.Mentors[0].To.ShouldBe(Today.AddDays(-1));
        pair.CurrentMentor!.From.ShouldBe(Today);
    }

    [Fact]
    public void ReplaceMentor_BySomebodyWhoEnteredTheBankLater_IsAllowedFromThen() =>
        Should.NotThrow(() => Fixed().ReplaceMentor(Place(new Mentor(Pupil(), Today.AddDays(-3), 1)), Today, "Уехал", Today));

    [Fact]
    public void ReplaceMentor_OnADayToCome_IsRefused_AndNobodyIsReplaced()
    {
        var pair = Fixed();
        Refusal(() => pair.ReplaceMentor(Place(new Mentor(Pupil(), From, 1)), Today.AddDays(1), "Уедет", Today)).ShouldContain("ещё не наступил");
        pair.Mentors.ShouldHaveSingleItem().To.ShouldBeNull();
    }

    [Fact]
    public void ReplaceMentor_InADraftToCome_IsFromItsFirstDay()
    {
        var pair = Pair.Open(PupilToPupil, Today.AddDays(9), To, Place(new Mentor(Pupil(), From, 1)), [Place(NewMentee())]);
        pair.ReplaceMentor(Place(new Mentor(Pupil(), From, 1)), Today, "Занят", Today);
        pair.CurrentMentor!.From.ShouldBe(pair.From);
    }

    [Fact]
    public void ReplaceMentor_BeforeTheFirstDayOfAFixedPair_IsFromThatDay_AndTheFormerOneWasThereOnNone()
    {
        var pair = Pair.Open(PupilToPupil, Today.AddDays(9), To, Place(new Mentor(Pupil(), From, 1)), [Place(NewMentee())]);
        pair.Fix(new FixingOrder("7", Today, Today.AddDays(9)), [], Today);
        pair.ReplaceMentor(Place(new Mentor(Pupil(), From, 1)), Today, "Уехал", Today);
        pair.CurrentMentor!.From.ShouldBe(pair.From);
        pair.Mentors[0].To.ShouldBe(pair.From.AddDays(-1));
    }

    /// <summary>ТК РФ ст. 351.8: warned on Friday 20 November 2026, the third working day after it is Wednesday the 25th.</summary>
    [Fact]
    public void Notice_IsThreeWorkingDaysBefore()
    {
        var friday = new DateOnly(2026, 11, 20);
        string Reason(PersonKind mentor, DateOnly noticedOn, DateOnly lastDay) => MentoringNotice.Reason(mentor, NoticeSide.Mentor, noticedOn, lastDay, " Уезжает ", MentoringPortal.Domain.Deadlines.ProductionCalendar.Russia);
        Refusal(() => Reason(PersonKind.Teacher, friday, friday.AddDays(4))).ShouldContain("не раньше 25.11.2026");
        Refusal(() => Reason(PersonKind.Pupil, friday, friday.AddDays(5))).ShouldContain("не работник");
        Refusal(() => Reason(PersonKind.Teacher, DateOnly.MaxValue, friday)).ShouldContain("позже последнего дня");
        Reason(PersonKind.Specialist, friday, friday.AddDays(5))
            .ShouldBe("Работник отказался от наставничества, предупреждение от 20.11.2026 (статья 351.8 ТК РФ). Уезжает");
    }

    [Fact]
    public void Join_OnADayToCome_IsRefused() =>
        Refusal(() => Fixed().Join(Place(NewMentee()), Place(new Mentor(Pupil(), From, 2)), Today.AddDays(1), Today)).ShouldContain("ещё не наступил");

    [Fact]
    public void Join_CountsThoseWhoAreInTheGroupAlready()
    {
        var pair = Fixed();
        var mentor = pair.CurrentMentor!.Mentor!;
        Refusal(() => pair.Join(Place(NewMentee()), new MentorPlace(mentor, 1, 0, true), Today, Today)).ShouldContain("0 из 1");
        pair.Join(Place(new Mentee(Pupil(), Today)), new MentorPlace(mentor, 2, 0, true), Today, Today);
        pair.CurrentMentees.Count().ShouldBe(2);
    }

    [Fact]
    public void Join_AfterTheEnd_IsRefused() =>
        Refusal(() => Fixed().Join(Place(NewMentee()), Place(new Mentor(Pupil(), From, 2)), To.AddDays(1), Today)).ShouldContain("Пара работает");

    [Fact]
    public void Remove_TheLastMentee_EndsThePair()
    {
        var pair = Fixed();
        pair.Remove(pair.CurrentMentees.Single().MenteeId, Today, "Выбыл");
        (pair.State, pair.EndedOn).ShouldBe((PairState.Ended, Today));
        pair.CurrentMentor.ShouldBeNull();
    }

    /// <summary>Nobody's period ends before it has begun.</summary>
    [Fact]
    public void End_BeforeAMemberCame_IsRefused()
    {
        var pair = Fixed();
        pair.Join(Place(NewMentee()), new MentorPlace(pair.CurrentMentor!.Mentor!, 2, 0, true), Today.AddDays(-5), Today);
        Refusal(() => pair.Remove(pair.Mentees[0].MenteeId, From.AddDays(-1), "Выбыл")).ShouldContain("01.10.2026");
        Refusal(() => pair.Complete(Today.AddDays(-6), null)).ShouldContain("18.11.2026");
        pair.ReplaceMentor(Place(new Mentor(Pupil(), From, 2)), Today, "Уехал", Today);
        Refusal(() => pair.EndEarly(Today.AddDays(-1), "Причина")).ShouldContain("23.11.2026");
        (pair.State, pair.CurrentMentees.Count()).ShouldBe((PairState.Active, 2));
    }

    [Fact]
    public void ReplaceMentor_AfterTheEnd_IsRefused() =>
        Refusal(() => Fixed().ReplaceMentor(Place(new Mentor(Pupil(), From, 1)), To.AddDays(1), "Уехал", To.AddDays(9))).ShouldContain("Пара работает");

    [Fact]
    public void Fix_WhereSomebodyHasLeftTheBankSince_IsRefused()
    {
        var pair = Open();
        pair.CurrentMentor!.Mentor!.Leave(From.AddDays(2));
        Refusal(() => pair.Fix(Order with { FirstDay = From.AddDays(3) }, [], Today)).ShouldContain("не состоит в базе");
        pair.State.ShouldBe(PairState.Draft);
        pair.Fix(Order, [], Today);
        pair = Open();
        pair.CurrentMentees.Single().Mentee!.Leave(From.AddDays(2));
        Refusal(() => pair.Fix(Order with { FirstDay = From.AddDays(3) }, [], Today)).ShouldContain("не состоит в базе");
    }

    /// <summary>IN5: what a state does not allow is refused, and the state stays.</summary>
    [Theory]
    [InlineData(PairState.Draft, "complete"), InlineData(PairState.Active, "fix"), InlineData(PairState.Active, "backdate")]
    [InlineData(PairState.Completed, "fix"), InlineData(PairState.Completed, "complete"), InlineData(PairState.Completed, "end"), InlineData(PairState.Completed, "replace"), InlineData(PairState.Completed, "join")]
    [InlineData(PairState.Ended, "fix"), InlineData(PairState.Ended, "complete"), InlineData(PairState.Ended, "end"), InlineData(PairState.Ended, "replace"), InlineData(PairState.Ended, "join")]
    public void Step_ThatTheStateForbids_IsRefused(PairState state, string step)
    {
        var pair = InState(state);
        Refusal(() => Take(pair, step)).ShouldContain(PairWords.Of(state));
        pair.State.ShouldBe(state);
    }

    [Fact]
    public void Meeting_OfADraft_IsRefused() =>
        Refusal(() => Meeting.Hold(Open(), MeetingKind.Trial, From, new MeetingNotes(30, null, null, 1, "Куратор"), Today)).ShouldContain("приказом");

    [Theory, InlineData("2026-09-30"), InlineData("2026-11-24")]
    public void Meeting_OutsideThePeriodOrInTheFuture_IsRefused(string day) =>
        Refusal(() => Meeting.Hold(Fixed(), MeetingKind.Regular, DateOnly.Parse(day), new MeetingNotes(30, null, null, 1, "Куратор"), Today)).ShouldNotBeEmpty();

    private static void Take(Pair pair, string step)
    {
        switch (step)
        {
            case "fix": pair.Fix(Order, [], Today); break;
            case "backdate": pair.FixBackdated(Order, true, 30, null, Today); break;
            case "complete": pair.Complete(Today, null); break;
            case "end": pair.EndEarly(Today, "Причина"); break;
            case "replace": pair.ReplaceMentor(Place(new Mentor(Pupil(), From, 1)), Today, "Причина", Today); break;
            default: pair.Join(Place(NewMentee()), Place(new Mentor(Pupil(), From, 2)), Today, Today); break;
        }
    }

    private static Pair InState(PairState state)
    {
        var pair = state == PairState.Draft ? Open() : Fixed();
        if (state == PairState.Completed)
            pair.Complete(Today, null);
        else if (state == PairState.Ended)
            pair.EndEarly(Today, "Причина");
        return pair;
    }

    private static Pair Open() => Pair.Open(PupilToPupil, From, To, Place(new Mentor(Pupil(), From, 1)), [Place(NewMentee())]);

    private static Pair Fixed()
    {
        var pair = Open();
        pair.Fix(Order, [], Today);
        return pair;
    }

    private static Person Pupil()
    {
        var person = new Person(1, PersonKind.Pupil, new PersonName("Ёлкин", "Глеб", "Викторович"));
        person.Describe(PersonKind.Pupil, new DateOnly(2012, 3, 4), null, Today);
        return person;
    }

    private static Mentee NewMentee() => new(Pupil(), From);

    private static MentorPlace Place(Mentor mentor) => new(mentor, mentor.Capacity, 0, true);

    private static MenteePlace Place(Mentee mentee) => new(mentee, []);

    private static string Refusal(Action act) => Should.Throw<DomainException>(act).Message;
}
