using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Settings;

namespace MentoringPortal.Domain.Tests.Pairs;

public sealed class LadderTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly MentoringSettings Settings = new() { UnconfirmedDays = 30, Reminders = new ReminderDays(Consent: 7, Order: 7, Plan: 14, Meeting: 30, FinalSurvey: 14) };
    private static readonly PairFacts AtWork = new(PairState.Active, Today.AddDays(-100), Today.AddDays(100), null, null, HasPlan: true, LastMeeting: Today.AddDays(-1));

    [Fact]
    public void ConsentThatIsOver_StandsFirst() => Of(AtWork with { UnconfirmedUntil = Today.AddDays(-1) }).ShouldBe([Rung.ConsentOver]);

    [Fact]
    public void PairThatOwesNothing_StandsOnNoRung() => Of(AtWork).ShouldBeEmpty();

    [Theory, InlineData(6, false), InlineData(7, true)]
    public void Draft_IsRemindedOf_DaysAfterItsFirstDay(int days, bool reminded) =>
        Of(AtWork with { State = PairState.Draft, From = Today.AddDays(-days), HasPlan = false, LastMeeting = null }).ShouldBe(reminded ? [Rung.Order] : []);

    [Theory, InlineData(24, false), InlineData(23, true)]
    public void PairWithoutConsent_IsRemindedOf_DaysAfterItWasBroughtIn(int daysLeft, bool reminded) =>
        Of(AtWork with { UnconfirmedUntil = Today.AddDays(daysLeft) }).ShouldBe(reminded ? [Rung.Consent] : []);

    [Theory, InlineData(29, false), InlineData(30, true)]
    public void QuietPair_IsRemindedOf_DaysAfterItsLastMeeting(int days, bool reminded) =>
        Of(AtWork with { LastMeeting = Today.AddDays(-days) }).ShouldBe(reminded ? [Rung.Meeting] : []);

    [Fact]
    public void PairThatNeverMet_CountsFromItsFirstDay()
    {
        Of(AtWork with { From = Today.AddDays(-29), LastMeeting = null }).ShouldBeEmpty();
        Of(AtWork with { From = Today.AddDays(-30), LastMeeting = null }).ShouldBe([Rung.Meeting]);
    }

    [Theory, InlineData(13, false), InlineData(14, true)]
    public void PairWithoutAPlan_IsRemindedOf_DaysAfterItsFirstDay(int days, bool reminded) =>
        Of(AtWork with { From = Today.AddDays(-days), HasPlan = false }).ShouldBe(reminded ? [Rung.Plan] : []);

    [Fact]
    public void PaperJournal_TakesThePairOffTheLadder_ForAMonth()
    {
        var quiet = AtWork with { HasPlan = false, LastMeeting = null };
        Of(quiet with { PaperJournalConfirmedOn = Today.AddDays(-20) }).ShouldBeEmpty();
        Of(quiet with { PaperJournalConfirmedOn = Today.AddMonths(-1) }).ShouldBe([Rung.PaperJournal]);
    }

    [Fact]
    public void PairWhosePeriodIsOver_IsAskedToBeCompleted_AndForNothingElse() =>
        Of(AtWork with { To = Today.AddDays(-1), LastMeeting = null, HasPlan = false }).ShouldBe([Rung.Over]);

    [Theory, InlineData(PairState.Active, true), InlineData(PairState.Draft, true), InlineData(PairState.Completed, false)]
    public void PairWhoseMentorHasLeft_IsAskedToReplaceHim_AndForNothingElse(PairState state, bool reminded) =>
        Of(AtWork with { State = state, MentorLeftOn = Today, LastMeeting = null, HasPlan = false }).ShouldBe(reminded ? [Rung.MentorLeft] : []);

    [Theory, InlineData(PairState.Completed), InlineData(PairState.Ended)]
    public void FinishedPair_IsLeftAlone(PairState state) =>
        Of(AtWork with { State = state, LastMeeting = null, HasPlan = false, UnconfirmedUntil = Today, To = Today.AddDays(-1) }).ShouldBeEmpty();

    [Theory, InlineData(13, false), InlineData(14, true), InlineData(Ladder.SurveyDays, true), InlineData(Ladder.SurveyDays + 1, false)]
    public void CompletedPairWhoseEndNobodyDescribed_IsRemindedOf_UntilItIsTooLate(int days, bool reminded) =>
        Of(AtWork with { State = PairState.Completed, SilentSince = Today.AddDays(-days) }).ShouldBe(reminded ? [Rung.FinalSurvey] : []);

    [Fact]
    public void PaperJournal_IsOnlyForAPairAtWork()
    {
        var pair = Draft();
        Should.Throw<DomainException>(() => pair.KeepOnPaper(Today));
        pair.Fix(new FixingOrder("1", Today, Today), [], Today);
        pair.KeepOnPaper(Today);
        pair.PaperJournalConfirmedOn.ShouldBe(Today);
        pair.KeepInPortal();
        pair.PaperJournalConfirmedOn.ShouldBeNull();
    }

    private static Pair Draft() => Pair.Open(MentoringForm.BuiltIn[0], Today, Today.AddDays(100), new MentorPlace(new Mentor(Pupil(2009), Today, 1), 1, 0, true), [new MenteePlace(new Mentee(Pupil(2013), Today), [])]);

    private static Person Pupil(int born)
    {
        var pupil = new Person(7, PersonKind.Pupil, new PersonName($"Лесной {born}", "Ким", null));
        pupil.Describe(PersonKind.Pupil, new DateOnly(born, 1, 2), null, Today);
        return pupil;
    }

    private static IEnumerable<Rung> Of(PairFacts pair) => Ladder.Of(pair, Settings, Today);
}
