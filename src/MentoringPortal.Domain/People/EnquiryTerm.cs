using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Deadlines.Grammar;
using MentoringPortal.Domain.Settings;

namespace MentoringPortal.Domain.People;

/// <summary>By when an enquiry is answered, and how near that is. The figures are the department's settings, with those of the law as they come.</summary>
public static class EnquiryTerm
{
    /// <summary>Working days before the last one in which the enquiry is called near.</summary>
    public const int SoonDays = 3;

    /// <summary>The term of an answer and of stopping may be prolonged (ст. 20 ч. 1, ст. 21 ч. 5.1); those of correction and destruction may not.</summary>
    public static bool MayExtend(EnquiryKind kind) => kind is EnquiryKind.Access or EnquiryKind.Stop or EnquiryKind.Other;

    /// <summary>
    /// The last day. Working days are counted from the day after the receipt; what is destroyed has days of the calendar, as after a consent is
    /// withdrawn on its own page (ст. 21 ч. 5).
    /// </summary>
    public static (DateOnly Day, bool IsApproximate) Due(EnquiryKind kind, DateOnly receivedOn, int extendedBy, MentoringSettings settings, ProductionCalendar calendar)
    {
        if (kind is EnquiryKind.Withdrawal or EnquiryKind.Destruction)
            return (receivedOn.AddDays(settings.DestructionDays), false);
        var days = kind == EnquiryKind.Correction ? settings.Enquiries.Correction : settings.Enquiries.Answer + extendedBy;
        var day = calendar.AddWorkingDays(receivedOn, days);
        return (day, !calendar.IsExact(receivedOn.Year) || !calendar.IsExact(day.Year));
    }

    /// <summary>The last of the days that are near.</summary>
    public static DateOnly Soon(DateOnly today, ProductionCalendar calendar) => calendar.AddWorkingDays(today, SoonDays);

    public static EnquiryState StateOf(DateOnly? answeredOn, DateOnly dueOn, DateOnly today, ProductionCalendar calendar) =>
        answeredOn is not null ? EnquiryState.Closed : dueOn < today ? EnquiryState.Overdue : dueOn <= Soon(today, calendar) ? EnquiryState.Soon : EnquiryState.Open;

    /// <summary>«осталось 5 рабочих дней», «сегодня последний день», «просрочено».</summary>
    public static string Left(DateOnly dueOn, DateOnly today, ProductionCalendar calendar)
    {
        if (dueOn <= today)
            return dueOn < today ? "просрочено" : "сегодня последний день";
        var left = calendar.WorkingDaysBetween(today, dueOn);
        return left == 0 ? "рабочих дней не осталось" : $"{Words.Of(left, "остался", "осталось", "осталось")} {left} {Words.Of(left, "рабочий день", "рабочих дня", "рабочих дней")}";
    }
}
