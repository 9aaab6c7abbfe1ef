using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;

namespace MentoringPortal.Domain.Tests.People;

public sealed class PersonTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("2012-11-23", "2026-11-22", 13), InlineData("2012-11-23", "2026-11-23", 14)]
    [InlineData("2008-02-29", "2026-02-28", 17), InlineData("2008-02-29", "2026-03-01", 18), InlineData("2008-02-29", "2028-02-29", 20)]
    public void Age_OnTheDay_CountsFullYears(string born, string day, int age) => Ages.On(DateOnly.Parse(born), DateOnly.Parse(day)).ShouldBe(age);

    [Theory]
    [InlineData("7 Б", "7 Б"), InlineData("7б", "7 Б"), InlineData("11", "11"), InlineData(" 10 «А» ", "10 А"), InlineData("", null)]
    public void Class_IsReadAsOfficialsWriteIt(string text, string? expected)
    {
        var person = Person(PersonKind.Pupil);
        person.PutInClass(text);
        person.ClassName.ShouldBe(expected);
    }

    [Theory, InlineData("Б"), InlineData("0 А"), InlineData("13 А"), InlineData("777")]
    public void Class_ThatCannotBe_IsRefused(string text) => Should.Throw<DomainException>(() => Person(PersonKind.Pupil).PutInClass(text));

    [Fact]
    public void BirthDate_IsAskedOfPupilsAndRefusedForAdults()
    {
        Should.Throw<DomainException>(() => Person(PersonKind.Pupil).Describe(PersonKind.Pupil, null, null, Today)).Field.ShouldBe("BirthDate");
        Should.Throw<DomainException>(() => Person(PersonKind.Teacher).Describe(PersonKind.Teacher, new DateOnly(1980, 1, 1), null, Today)).Field.ShouldBe("BirthDate");
        Should.Throw<DomainException>(() => Person(PersonKind.Student).Describe(PersonKind.Student, new DateOnly(2000, 1, 1), null, Today)).Field.ShouldBe("BirthDate");
    }

    [Theory, InlineData("2023-11-24", true), InlineData("2023-11-23", false)]
    public void YoungTeacher_IsOneOfFewerYearsThanTheSettingSays(string since, bool isYoung)
    {
        var person = Person(PersonKind.Teacher);
        person.Describe(PersonKind.Teacher, null, DateOnly.Parse(since), Today);
        person.IsYoungTeacherOn(Today, 3).ShouldBe(isYoung);
    }

    [Theory]
    [InlineData("ёлкина  ГАЛИНА", "Елкина Галина"), InlineData("Д'Артаньян Анна", "Д’Артаньян Анна"), InlineData("БӀаьвнаш Адам", "БIаьвнаш Адам")]
    public void Names_SpeltDifferently_HaveOneKey(string left, string right) => PersonName.Parse(left).Key.ShouldBe(PersonName.Parse(right).Key);

    [Fact]
    public void Name_OfOneWord_IsRefused() => Should.Throw<DomainException>(() => PersonName.Parse("Иванова"));

    [Fact]
    public void Consent_OfATeenager_NeedsHisOwnLine() =>
        Should.Throw<DomainException>(() => new Consent(Pupil("2012-01-01"), ConsentKind.Processing, Today, hasOwnLine: false, Today)).Field.ShouldBe("HasOwnLine");

    [Fact]
    public void Consent_OfAParent_EndsOnTheEveOfTheEighteenthBirthday()
    {
        var pupil = Pupil("2009-03-10");
        var consent = new Consent(pupil, ConsentKind.Processing, Today, hasOwnLine: true, Today);
        consent.Signer.ShouldBe(ConsentSigner.Parent);
        consent.HoldsOn(new DateOnly(2027, 3, 9), pupil.BirthDate).ShouldBeTrue();
        consent.HoldsOn(new DateOnly(2027, 3, 10), pupil.BirthDate).ShouldBeFalse();
    }

    [Fact]
    public void Consent_OnceWithdrawn_HoldsNoMore()
    {
        var pupil = Pupil("2009-03-10");
        var consent = new Consent(pupil, ConsentKind.Processing, Today.AddDays(-9), hasOwnLine: true, Today);
        consent.Withdraw(Today);
        consent.HoldsOn(Today.AddDays(-1), pupil.BirthDate).ShouldBeTrue();
        consent.HoldsOn(Today, pupil.BirthDate).ShouldBeFalse();
        Should.Throw<DomainException>(() => consent.Withdraw(Today));
    }

    [Fact]
    public void Lend_TakesPlacesFromHome_NeverAboveTheCapacity()
    {
        var mentor = new Mentor(Person(PersonKind.Teacher), Today, 3);
        mentor.Lend(7, 2, takenAtHome: 1).Places.ShouldBe(2);
        Should.Throw<DomainException>(() => mentor.Lend(8, 1, takenAtHome: 1));
        mentor.Availabilities.Sum(a => a.Places).ShouldBe(3);
        Should.Throw<DomainException>(() => mentor.Hold(1, 0)).Field.ShouldBe("Capacity");
        Should.Throw<DomainException>(() => mentor.Hold(3, 2), "two at home and two lent").Field.ShouldBe("Capacity");
        mentor.Hold(4, 2);
        mentor.Availabilities.Sum(a => a.Places).ShouldBe(4);
    }

    [Fact]
    public void TakeBack_BringsHomeWhatIsNotUsedThere()
    {
        var mentor = new Mentor(Person(PersonKind.Teacher), Today, 3);
        mentor.Lend(7, 2, takenAtHome: 0);
        mentor.TakeBack(7, takenThere: 1).ShouldBe(1);
        mentor.Availabilities.Select(a => a.Places).ShouldBe([2, 1]);
        Should.Throw<DomainException>(() => mentor.TakeBack(7, takenThere: 1)).Message.ShouldContain("Забрать нечего");
        Should.Throw<DomainException>(() => mentor.TakeBack(1, takenThere: 0), "the own places are at home");
        mentor.TakeBack(7, takenThere: 0).ShouldBe(1);
    }

    [Fact]
    public void Withdraw_AnswersWhoStillAsks_AndNobodyIsAcceptedAfterwards()
    {
        var mentor = new Mentor(Person(PersonKind.Teacher), Today, 3);
        var offer = new MentorOffer(mentor, new Organization(), 2, null, Today);
        MentorRequest Ask() => new(offer, 7, "Школа", 1, null, Today);
        var (accepted, waiting, late) = (Ask(), Ask(), Ask());
        offer.Requests.AddRange([accepted, waiting]);
        accepted.Accept(Today, 0);
        offer.Withdraw(Today);
        (accepted.State, waiting.State, waiting.Answer).ShouldBe((MentorRequestState.Accepted, MentorRequestState.Refused, MentorOffer.Withdrawn));
        Should.Throw<DomainException>(() => late.Accept(Today, 0)).Message.ShouldContain("отозвано");
        late.State.ShouldBe(MentorRequestState.Asked);
    }

    [Fact]
    public void Accept_OfAMentorWhoHasLeft_IsRefused()
    {
        var mentor = new Mentor(Person(PersonKind.Teacher), Today.AddDays(-9), 1);
        var request = new MentorRequest(new MentorOffer(mentor, new Organization(), 1, null, Today), 7, "Школа", 1, null, Today);
        mentor.Leave(Today.AddDays(-1));
        Should.Throw<DomainException>(() => request.Accept(Today, 0)).Message.ShouldContain("выбыл");
    }

    [Fact]
    public void Offer_OfAPupil_IsRefused() => Should.Throw<DomainException>(() => new MentorOffer(new Mentor(Pupil("2010-01-01"), Today, 1), new Organization(), 1, null, Today));

    [Theory, InlineData(OrganizationKind.Enterprise, true), InlineData(OrganizationKind.School, false)]
    public void Offer_OfAPartnersMentor_NeedsItsAgreement(OrganizationKind kind, bool needs)
    {
        var mentor = new Mentor(new Person(7, PersonKind.Specialist, new PersonName("Ёлкин", "Иван", null)), Today, 1);
        _ = new MentorOffer(mentor, new Organization { Kind = kind }, 1, null, Today);
        (mentor.PartnerId is not null).ShouldBe(needs);
    }

    [Theory]
    [InlineData("ИВАНОВА-ПЕТРОВА", "Иванова-Петрова")]
    [InlineData("иванова-петрова", "Иванова-Петрова")]
    [InlineData("ИваноВа", "ИваноВа")]
    [InlineData("фон Гольц", "фон Гольц")]
    [InlineData("Ы", "Ы")]
    [InlineData("ы", "Ы")]
    [InlineData("МАХ\u04C0МУД", "Мах\u04C0муд")]
    [InlineData("махIмуд", "МахIмуд")]
    [InlineData("MARIANI", "Mariani")]
    [InlineData("Д'АРТАНЬЯН", "Д'Артаньян")]
    [InlineData("МАР’ЯНЕНКО-О’НИЛ", "Мар’яненко-О’Нил")]
    [InlineData("ҢҒ", "Ңғ")]
    public void Name_InOneKindOfLetters_GetsItsOwn(string typed, string stored) => new PersonName(typed, "Имя", null).Surname.ShouldBe(stored);

    [Theory, InlineData("МАМЕД ОГЛЫ", "Мамед оглы"), InlineData("оглы", "оглы"), InlineData("Мамед оглы", "Мамед оглы")]
    public void Patronymic_KeepsItsParticleSmall(string typed, string stored) => new PersonName("Фамилия", "Имя", typed).Patronymic.ShouldBe(stored);

    [Theory]
    [InlineData("Ветров Георгий Андреевич", "Г.А. Ветров")]
    [InlineData("Ветров Георгий", "Г. Ветров")]
    [InlineData("Ветров Г.А.", "Г.А. Ветров")]
    [InlineData("Г.А. Ветров", "Г.А. Ветров")]
    [InlineData("Ветров", "Ветров")]
    [InlineData(" ", "")]
    [InlineData(null, "")]
    public void Signed_PutsInitialsFirst_AndKeepsWhatIsNoFullName(string? typed, string signed) => PersonName.Signed(typed).ShouldBe(signed);

    private static Person Person(PersonKind kind) => new(1, kind, new PersonName("Ёлкина", "Галина", null));

    private static Person Pupil(string born)
    {
        var person = Person(PersonKind.Pupil);
        person.Describe(PersonKind.Pupil, DateOnly.Parse(born), null, Today);
        return person;
    }
}
