using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.People;

namespace MentoringPortal.Domain.Tests.Consents;

public sealed class ConsentCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateOnly Signed = new(2026, 9, 1);

    [Fact]
    public void Missing_WithoutAConsent_NamesThePersonAndTheKind() =>
        Missing(Pupil("2012-05-06"), Today).ShouldHaveSingleItem().ShouldBe("Ёлкин Г. В. – согласие на обработку данных");

    [Fact]
    public void Missing_WithAConsent_IsEmpty()
    {
        var pupil = Pupil("2012-05-06");
        Agree(pupil, ConsentKind.Processing);
        Missing(pupil, Today).ShouldBeEmpty();
    }

    [Fact]
    public void Missing_WithAMentorFromOutside_AsksForTheTransferToo()
    {
        var pupil = Pupil("2012-05-06");
        Agree(pupil, ConsentKind.Processing);
        Missing(pupil, Today, hasOutsideMentor: true).ShouldHaveSingleItem().ShouldContain("передач");
        Agree(pupil, ConsentKind.Transfer);
        Missing(pupil, Today, hasOutsideMentor: true).ShouldBeEmpty();
    }

    [Fact]
    public void Missing_OnTheEighteenthBirthday_TheParentsConsentIsNoneAnyMore()
    {
        var pupil = Pupil("2008-12-01");
        Agree(pupil, ConsentKind.Processing);
        Missing(pupil, new DateOnly(2026, 11, 30)).ShouldBeEmpty();
        Missing(pupil, new DateOnly(2026, 12, 1)).Count.ShouldBe(1);
        pupil.Consents.Add(new Consent(pupil, ConsentKind.Processing, new DateOnly(2026, 12, 1), hasOwnLine: false, new DateOnly(2026, 12, 1)));
        Missing(pupil, new DateOnly(2026, 12, 1)).ShouldBeEmpty();
    }

    [Fact]
    public void Missing_WhereTheLawIsTheGround_IsEmpty()
    {
        ConsentRule[] byLaw = [.. Enum.GetValues<ConsentActivity>().Select(a => new ConsentRule(a, null))];
        ConsentCheck.Missing([(Pupil("2012-05-06"), [])], byLaw, hasOutsideMentor: true, Today).ShouldBeEmpty();
    }

    [Fact]
    public void State_GoesFromValidThroughExpiringToMissing()
    {
        var pupil = Pupil("2012-05-06");
        Agree(pupil, ConsentKind.Processing).ValidTo = new DateOnly(2026, 12, 31);
        ConsentState On(string day) => ConsentStates.Of(pupil.Consents, pupil.BirthDate, DateOnly.Parse(day));
        On("2026-12-01").ShouldBe(ConsentState.Valid);
        On("2026-12-02").ShouldBe(ConsentState.Expiring);
        On("2026-12-31").ShouldBe(ConsentState.Expiring);
        On("2027-01-01").ShouldBe(ConsentState.Missing);
        pupil.Consents[0].Withdraw(Today);
        On("2026-11-23").ShouldBe(ConsentState.Withdrawn);
    }

    private static IReadOnlyList<string> Missing(Person person, DateOnly day, bool hasOutsideMentor = false) =>
        ConsentCheck.Missing([(person, person.Consents)], ConsentRule.BuiltIn, hasOutsideMentor, day);

    private static Consent Agree(Person person, ConsentKind kind)
    {
        var consent = new Consent(person, kind, Signed, hasOwnLine: true, Today);
        person.Consents.Add(consent);
        return consent;
    }

    private static Person Pupil(string born)
    {
        var person = new Person(1, PersonKind.Pupil, new PersonName("Ёлкин", "Глеб", "Викторович"));
        person.Describe(PersonKind.Pupil, DateOnly.Parse(born), null, Today);
        return person;
    }
}
