using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.People;

namespace MentoringPortal.Domain.Pairs;

/// <summary>Who gives up the work of an employee as a mentor before its end.</summary>
public enum NoticeSide { Mentor, Organization }

/// <summary>Отказ работника от наставничества или досрочная отмена поручения: either side warns the other at least three working days before (ТК РФ ст. 351.8).</summary>
public static class MentoringNotice
{
    public const int WorkingDays = 3;

    /// <summary>The reason as it is kept: who warned and when, and then the words.</summary>
    /// <param name="mentor">A pupil or a student is not an employee: the article is not about him.</param>
    /// <exception cref="DomainException">No employee, or the last day comes before the three working days are over.</exception>
    public static string Reason(PersonKind mentor, NoticeSide side, DateOnly noticedOn, DateOnly lastDay, string? words, ProductionCalendar calendar)
    {
        if (mentor is PersonKind.Pupil or PersonKind.Student)
            throw new DomainException("Наставник – не работник: статья 351.8 ТК РФ к нему не относится. Выберите «нет».", "Notice");
        if (noticedOn > lastDay)
            throw new DomainException("Предупредили позже последнего дня: проверьте даты.", "NoticedOn");
        var earliest = calendar.AddWorkingDays(noticedOn, WorkingDays);
        if (lastDay < earliest)
            throw new DomainException($"По статье 351.8 ТК РФ предупреждают не позднее чем за три рабочих дня: последний день – не раньше {earliest:dd.MM.yyyy}.", "NoticedOn");
        return $"{Of(side)}, предупреждение от {noticedOn:dd.MM.yyyy} (статья 351.8 ТК РФ). {words?.Trim()}".TrimEnd();
    }

    public static string Of(NoticeSide side) => side switch
    {
        NoticeSide.Mentor => "Работник отказался от наставничества",
        NoticeSide.Organization => "Организация отменила поручение о наставничестве",
        _ => throw new ArgumentOutOfRangeException(nameof(side)),
    };
}
