using System.Globalization;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Settings;

namespace MentoringPortal.Domain.Tests.People;

/// <summary>Terms of enquiries about personal data (152-ФЗ ст. 20, 21), by the calendar of working days.</summary>
public sealed class EnquiryTests
{
    private static readonly ProductionCalendar Calendar = ProductionCalendar.Russia;
    private static readonly MentoringSettings Settings = new();

    [Theory]
    [InlineData(EnquiryKind.Access, "2026-11-16", "2026-11-30")]     // ten working days, the day of receipt not among them
    [InlineData(EnquiryKind.Access, "2026-11-21", "2026-12-04")]     // received on a Saturday: Monday is the first
    [InlineData(EnquiryKind.Access, "2026-11-22", "2026-12-04")]
    [InlineData(EnquiryKind.Access, "2026-10-26", "2026-11-10")]     // 4 November is a holiday
    [InlineData(EnquiryKind.Access, "2026-04-28", "2026-05-14")]     // 1 May, and 11 May for 9 May
    [InlineData(EnquiryKind.Access, "2025-12-25", "2026-01-20")]     // 31 December, the holidays, 9 January moved by the government
    [InlineData(EnquiryKind.Stop, "2026-11-16", "2026-11-30")]
    [InlineData(EnquiryKind.Other, "2026-11-16", "2026-11-30")]
    [InlineData(EnquiryKind.Correction, "2026-11-16", "2026-11-25")] // seven
    [InlineData(EnquiryKind.Withdrawal, "2026-11-16", "2026-12-16")] // thirty days of the calendar
    [InlineData(EnquiryKind.Destruction, "2026-11-16", "2026-12-16")]
    public void DueOn_ByKindAndCalendar(EnquiryKind kind, string received, string due)
    {
        var enquiry = Of(kind, Day(received));
        enquiry.DueOn.ShouldBe(Day(due));
        enquiry.IsDueApproximate.ShouldBeFalse();
    }

    [Theory]
    [InlineData(EnquiryKind.Access, "2026-12-25", true)] // ends in a year whose transfers are not known
    [InlineData(EnquiryKind.Access, "2020-03-02", true)]
    [InlineData(EnquiryKind.Destruction, "2026-12-25", false)]
    public void DueOn_WhereTransfersAreNotKnown_IsApproximate(EnquiryKind kind, string received, bool isApproximate) =>
        Of(kind, Day(received)).IsDueApproximate.ShouldBe(isApproximate);

    [Fact]
    public void Extend_MovesTheTermOnce_ByWorkingDays()
    {
        var enquiry = Of(EnquiryKind.Access, Day("2026-11-16"));
        Should.Throw<DomainException>(() => enquiry.Extend(6, "Архив", Settings, Calendar, Day("2026-11-20"))).Field.ShouldBe("Days");
        Should.Throw<DomainException>(() => enquiry.Extend(0, "Архив", Settings, Calendar, Day("2026-11-20")));
        Should.Throw<DomainException>(() => enquiry.Extend(5, "Архив", Settings, Calendar, Day("2026-12-01"))).Message.ShouldContain("уже прошёл");
        enquiry.Extend(5, "Архив", Settings, Calendar, Day("2026-11-30"));
        enquiry.DueOn.ShouldBe(Day("2026-12-07"));
        enquiry.CanExtend(Day("2026-12-01")).ShouldBeFalse();
        Should.Throw<DomainException>(() => enquiry.Extend(1, "Архив", Settings, Calendar, Day("2026-12-01"))).Message.ShouldContain("второй раз");
        // Written down anew, it keeps what it was prolonged by.
        enquiry.Describe(Facts(EnquiryKind.Access, Day("2026-11-17")), Settings, Calendar, Day("2026-11-30"));
        enquiry.DueOn.ShouldBe(Day("2026-12-08"));
        Should.Throw<DomainException>(() => enquiry.Describe(Facts(EnquiryKind.Correction, Day("2026-11-17")), Settings, Calendar, Day("2026-11-30"))).Field.ShouldBe("Kind");
    }

    [Theory, InlineData(EnquiryKind.Correction), InlineData(EnquiryKind.Withdrawal), InlineData(EnquiryKind.Destruction)]
    public void Extend_WhereTheLawHasNoLongerTerm_IsRefused(EnquiryKind kind) =>
        Should.Throw<DomainException>(() => Of(kind, Day("2026-11-16")).Extend(1, "Архив", Settings, Calendar, Day("2026-11-17")));

    [Fact]
    public void Close_KeepsTheAnswer_AndNothingChangesAfter()
    {
        var (enquiry, today) = (Of(EnquiryKind.Access, Day("2026-11-16")), Day("2026-11-20"));
        Should.Throw<DomainException>(() => enquiry.Close(Day("2026-11-21"), EnquiryOutcome.Satisfied, null, null, today)).Field.ShouldBe("AnsweredOn");
        Should.Throw<DomainException>(() => enquiry.Close(Day("2026-11-15"), EnquiryOutcome.Satisfied, null, null, today)).Field.ShouldBe("AnsweredOn");
        Should.Throw<DomainException>(() => enquiry.Close(today, EnquiryOutcome.Refused, null, null, today)).Field.ShouldBe("Reason");
        enquiry.Close(today, EnquiryOutcome.Partly, "Чужие данные", "5-пд", today);
        enquiry.IsOpen.ShouldBeFalse();
        Should.Throw<DomainException>(() => enquiry.Close(today, EnquiryOutcome.Satisfied, null, null, today));
        Should.Throw<DomainException>(() => enquiry.Extend(1, "Архив", Settings, Calendar, today));
        Should.Throw<DomainException>(() => enquiry.Describe(Facts(EnquiryKind.Stop, today), Settings, Calendar, today));
    }

    [Fact]
    public void Received_InTheFuture_IsRefused() =>
        Should.Throw<DomainException>(() => new Enquiry(1, Facts(EnquiryKind.Access, Day("2026-11-17")), Settings, Calendar, Day("2026-11-16"))).Field.ShouldBe("ReceivedOn");

    [Theory]
    [InlineData("2026-11-16", "осталось 10 рабочих дней", EnquiryState.Open)]
    [InlineData("2026-11-24", "осталось 4 рабочих дня", EnquiryState.Open)]
    [InlineData("2026-11-25", "осталось 3 рабочих дня", EnquiryState.Soon)]
    [InlineData("2026-11-28", "остался 1 рабочий день", EnquiryState.Soon)]
    [InlineData("2026-11-30", "сегодня последний день", EnquiryState.Soon)]
    [InlineData("2026-12-01", "просрочено", EnquiryState.Overdue)]
    public void Left_CountsWorkingDays(string today, string words, EnquiryState state)
    {
        EnquiryTerm.Left(Day("2026-11-30"), Day(today), Calendar).ShouldBe(words);
        EnquiryTerm.StateOf(null, Day("2026-11-30"), Day(today), Calendar).ShouldBe(state);
        EnquiryTerm.StateOf(Day("2026-11-20"), Day("2026-11-30"), Day(today), Calendar).ShouldBe(EnquiryState.Closed);
    }

    private static Enquiry Of(EnquiryKind kind, DateOnly received) => new(1, Facts(kind, received), Settings, Calendar, received);

    private static EnquiryFacts Facts(EnquiryKind kind, DateOnly received) => new(kind, EnquiryAsker.Self, "Иванова Мария", null, EnquiryChannel.Paper, received, null);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
