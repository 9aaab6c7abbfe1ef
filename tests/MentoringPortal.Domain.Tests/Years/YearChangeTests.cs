using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;
using MentoringPortal.Domain.Years;

namespace MentoringPortal.Domain.Tests.Years;

public sealed class YearChangeTests
{
    private static readonly DateOnly From = new(2026, 10, 1);
    private static readonly DateOnly LastDay = new(2027, 8, 31);
    private readonly YearChange _change = new(1, new SchoolYear(2027));

    [Fact]
    public void Move_PutsUp_KeepsTheFormerClass_AndLetsGraduatesGo()
    {
        var (pupil, graduate, repeater) = (Pupil(), Pupil(), Pupil());
        graduate.PutInClass("11 А");
        YearChange.Proposed(pupil, 11, isInNewPair: true).ShouldBe(PupilOutcome.Up);
        YearChange.Proposed(graduate, 11, isInNewPair: false).ShouldBe(PupilOutcome.Graduate);
        YearChange.Proposed(graduate, 11, isInNewPair: true).ShouldBe(PupilOutcome.Repeat, "whoever is in a pair of the new year is still here");
        _change.Move(pupil, PupilOutcome.Up);
        _change.Move(graduate, PupilOutcome.Graduate);
        _change.Move(repeater, PupilOutcome.Repeat);
        (pupil.ClassName, graduate.LeftOn, repeater.ClassName, repeater.LeftOn).ShouldBe(("8 Б", LastDay, "7 Б", null));
        _change.Moves.Select(m => m.ClassName).ShouldBe(["7 Б", "11 А", "7 Б"]);
    }

    [Fact]
    public void Close_OfAPairThatLosesItsMentor_CompletesIt_AndRefusesToGoOn()
    {
        var pair = Pair(to: new DateOnly(2027, 12, 31));
        HashSet<int> leavers = [0];
        _change.Proposed(pair, leavers).ShouldBe(PairOutcome.Complete);
        Should.Throw<DomainException>(() => _change.Close(pair, PairOutcome.Stay, leavers)).Message.ShouldContain("не может продолжаться");
        _change.Close(pair, PairOutcome.Complete, leavers);
        (pair.State, pair.EndedOn).ShouldBe((PairState.Completed, LastDay));
    }

    [Theory, InlineData("2027-05-31", PairOutcome.Complete), InlineData("2027-12-31", PairOutcome.Stay)]
    public void Proposed_ForAPairWithItsPeople_GoesByItsPeriod(string to, PairOutcome expected) =>
        _change.Proposed(Pair(DateOnly.Parse(to)), new HashSet<int>()).ShouldBe(expected);

    [Fact]
    public void Close_EndsAPairByItsOwnPeriodWhereThatIsEarlier()
    {
        var pair = Pair(new DateOnly(2027, 5, 31));
        _change.Close(pair, PairOutcome.Complete, new HashSet<int>());
        pair.EndedOn.ShouldBe(new DateOnly(2027, 5, 31));
    }

    /// <summary>The change is made in September, and somebody has joined in September already.</summary>
    [Fact]
    public void Close_OfAPairWithSomebodyOfTheNewYear_EndsNobodyBeforeHeCame()
    {
        var (pair, since) = (Pair(new DateOnly(2027, 12, 31)), LastDay.AddDays(5));
        pair.ReplaceMentor(new MentorPlace(new Mentor(Pupil(), From, 1), 1, 0, true), since, "Уехал", since);
        _change.Close(pair, PairOutcome.Complete, new HashSet<int>());
        (pair.EndedOn, pair.Mentors[^1].From, pair.Mentors[^1].To).ShouldBe((since, since, since));
    }

    [Fact]
    public void Undo_BringsBackClassesPeopleAndPairs_AndKeepsTheTicks()
    {
        var (pair, graduate) = (Pair(new DateOnly(2027, 5, 31)), Pupil());
        graduate.PutInClass("11 А");
        _ = new Mentee(graduate, From);
        _change.Close(pair, PairOutcome.Complete, new HashSet<int>());
        _change.Move(graduate, PupilOutcome.Graduate);
        _change.Finish(DateTime.UnixEpoch);
        // Nothing was saved: the versions are those of before the change.
        Should.Throw<DomainException>(() => Undo(graduate, pair)).Message.ShouldContain("уже меняли");
        typeof(Person).GetProperty(nameof(Person.Version))!.SetValue(graduate, 1);
        typeof(Domain.Pairs.Pair).GetProperty(nameof(Domain.Pairs.Pair.Version))!.SetValue(pair, 1);
        Undo(graduate, pair);
        (graduate.LeftOn, graduate.Mentee!.LeftOn).ShouldBe((null, null));
        (pair.State, pair.EndedOn, pair.CurrentMentees.Count(), pair.CurrentMentor is null).ShouldBe((PairState.Active, null, 1, false));
        (_change.State, _change.Moves.Single().Outcome).ShouldBe((YearChangeState.Draft, PupilOutcome.Graduate));
    }

    [Fact]
    public void EveryStep_InTheWrongState_IsRefused()
    {
        Should.Throw<DomainException>(() => Undo(Pupil(), Pair(LastDay))).Message.ShouldContain("ещё не проведён");
        _change.Finish(DateTime.UnixEpoch);
        Should.Throw<DomainException>(() => _change.Finish(DateTime.UnixEpoch));
        Should.Throw<DomainException>(() => _change.Note([], []));
        Should.Throw<DomainException>(() => _change.Move(Pupil(), PupilOutcome.Up));
        Should.Throw<DomainException>(() => _change.Close(Pair(LastDay), PairOutcome.Stay, new HashSet<int>())).Message.ShouldContain("уже проведён");
    }

    [Theory, InlineData("2027-06-15", false), InlineData("2027-08-31", false), InlineData("2027-09-01", true)]
    public void TheChange_BeforeItsYear_IsRefused_WithTheDayOnWhichItMayBeMade(string today, bool isAllowed)
    {
        void Act() => _change.RefuseBeforeTheYear(DateOnly.Parse(today));
        if (isAllowed)
            Act();
        else
            Should.Throw<DomainException>(Act).Message.ShouldContain("с 01.09.2027");
    }

    private void Undo(Person person, Pair pair) => _change.Undo(new Dictionary<int, Person> { [0] = person }, new Dictionary<int, Pair> { [0] = pair });

    private static Pair Pair(DateOnly to)
    {
        var mentor = new Mentor(Pupil(), From, 1);
        var pair = Domain.Pairs.Pair.Open(MentoringForm.BuiltIn[0], From, to, new MentorPlace(mentor, 1, 0, true), [new MenteePlace(new Mentee(Pupil(), From), [])]);
        pair.Fix(new FixingOrder("1", From, From), [], From);
        return pair;
    }

    private static Person Pupil()
    {
        var pupil = new Person(1, PersonKind.Pupil, new PersonName("Лесной", "Глеб", null));
        pupil.PutInClass("7 Б");
        return pupil;
    }
}
