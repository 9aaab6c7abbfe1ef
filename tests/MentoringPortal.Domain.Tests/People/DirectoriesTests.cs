using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;

namespace MentoringPortal.Domain.Tests.People;

public sealed class DirectoriesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory, InlineData("10–18, 15–18", "10–18, 15–18"), InlineData(" 10-18;15—18 ", "10–18, 15–18"), InlineData("18–18", "18–18")]
    public void AgeBands_AreReadWithAnyDash(string text, string bands) => string.Join(", ", AgeBand.ReadList(text)).ShouldBe(bands);

    [Theory, InlineData(""), InlineData("взрослые"), InlineData("18–10"), InlineData("10–18–20"), InlineData("10–18, 10-18"), InlineData("10–101"), InlineData("-5–9")]
    public void AgeBands_ThatMakeNoSense_AreRefused(string text) => Should.Throw<DomainException>(() => AgeBand.ReadList(text)).Field.ShouldBe("AgeBands");

    [Fact]
    public void LocalForm_CountsAsOneOfTheFive_WhichNobodyChanges()
    {
        var local = MentoringForm.Local(" родитель–ученик ", PersonKind.Specialist, PersonKind.Pupil, MentoringForm.BuiltIn[3]);
        (local.Name, local.CountsAsId, local.IsCanonical).ShouldBe(("родитель–ученик", 4, false));
        Should.Throw<DomainException>(() => local.Redefine("родитель–ученик", MentoringForm.BuiltIn[5])).Field.ShouldBe(nameof(MentoringForm.CountsAsId));
        Should.Throw<DomainException>(() => MentoringForm.BuiltIn[0].Redefine("другая", MentoringForm.BuiltIn[1])).Message.ShouldContain("методологией");
    }

    [Fact]
    public void Programme_EndsAfterItsBeginning()
    {
        var programme = new Programme(1);
        programme.Run(Today, Today);
        Should.Throw<DomainException>(() => programme.Run(Today, Today.AddDays(-1))).Field.ShouldBe(nameof(Programme.To));
    }

    [Fact]
    public void Mentee_IsSupportedWithinHisTime_UntilTheNameIsTakenOff()
    {
        var mentee = new Mentee(new Person(1, PersonKind.Teacher, new PersonName("Новиков", "Лев", null)), Today.AddDays(-10));
        foreach (var day in (DateOnly?[])[null, Today.AddDays(1), Today.AddDays(-11)])
            Should.Throw<DomainException>(() => mentee.Support("Психолог", day, Today)).Field.ShouldBe(nameof(Mentee.SupportedSince));
        mentee.Support(" Психолог ", Today.AddDays(-10), Today);
        (mentee.SupportedBy, mentee.SupportedSince).ShouldBe(("Психолог", Today.AddDays(-10)));
        mentee.Support(" ", Today, Today);
        (mentee.SupportedBy, mentee.SupportedSince).ShouldBe((null, null));
    }
}
