using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;

namespace MentoringPortal.Domain.Tests.People;

public sealed class PersonMatchTests
{
    [Theory]
    [InlineData(null, null, MatchState.Possible), InlineData(true, null, MatchState.Possible), InlineData(true, true, MatchState.Confirmed)]
    [InlineData(false, null, MatchState.Refused), InlineData(true, false, MatchState.Refused), InlineData(false, true, MatchState.Refused)]
    public void State_IsWhatBothSay(bool? first, bool? second, MatchState state)
    {
        var match = new PersonMatch(Pupil(1), OrganizationKind.School, Pupil(2), OrganizationKind.SupplementaryEducation);
        if (first is { } one)
            match.Answer(1, one);
        if (second is { } other)
            match.Answer(2, other);
        match.State.ShouldBe(state);
    }

    [Fact]
    public void Answer_OfAThirdOrganization_AndAMatchOfDifferentPeople_AreRefused()
    {
        Should.Throw<DomainException>(() => new PersonMatch(Pupil(1), OrganizationKind.School, Pupil(2), OrganizationKind.School).Answer(3, true));
        Should.Throw<DomainException>(() => new PersonMatch(Pupil(1), OrganizationKind.School, Pupil(1), OrganizationKind.School));
        Should.Throw<DomainException>(() => new PersonMatch(Pupil(1), OrganizationKind.School, Pupil(2, "Иной"), OrganizationKind.School));
        Should.Throw<DomainException>(() => new PersonMatch(Pupil(1), OrganizationKind.School, Pupil(2, born: 2012), OrganizationKind.School));
    }

    [Fact]
    public void Distinct_CountsOneHumanBeingOnce_HoweverManyRecordsHeHas()
    {
        PersonMatch.Distinct(5, []).ShouldBe(5);
        PersonMatch.Distinct(5, [(1, 2), (3, 4)]).ShouldBe(3);
        PersonMatch.Distinct(5, [(1, 2), (2, 3), (1, 3)]).ShouldBe(3, "three records of one person, each pair of them confirmed");
    }

    private static Person Pupil(int organization, string surname = "Соколов", int born = 2013)
    {
        var pupil = new Person(organization, PersonKind.Pupil, new PersonName(surname, "Лев", null));
        pupil.Describe(PersonKind.Pupil, new DateOnly(born, 5, 6), null, new DateOnly(2026, 11, 23));
        return pupil;
    }
}
