using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Pairs;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace MentoringPortal.Web.Features.Pairs;

/// <summary>The pair has done its work.</summary>
public sealed class CompleteForm
{
    public int Version { get; set; }

    [Required, Display(Name = "Последний день")]
    public DateOnly? LastDay { get; set; }

    [StringLength(Lengths.Text), Display(Name = "Результат")]
    public string? Result { get; set; }
}

/// <summary>Where an employee stops being a mentor by the will of one side (ТК РФ ст. 351.8).</summary>
public abstract class NoticeFields
{
    [Display(Name = "Отказ или отмена поручения")]
    public NoticeSide? Notice { get; set; }

    [Display(Name = "Когда предупредили")]
    public DateOnly? NoticedOn { get; set; }

    public static IEnumerable<SelectListItem> Sides { get; } = [.. Enum.GetValues<NoticeSide>().Select(s => new SelectListItem(MentoringNotice.Of(s), s.ToString()))];

    /// <summary>The reason with the notice in it, where there was one.</summary>
    /// <exception cref="DomainException">Its day is missing, or less than three working days before.</exception>
    protected string? With(string? reason, DateOnly lastDay, Pair pair) => Notice is not { } side ? reason
        : MentoringNotice.Reason(pair.CurrentMentor!.Mentor!.Person!.Kind, side, NoticedOn ?? throw new DomainException("Укажите день предупреждения.", nameof(NoticedOn)), lastDay, reason, ProductionCalendar.Russia);
}

/// <summary>The pair, or one mentee's part in it, ends early.</summary>
public sealed class EndForm : NoticeFields
{
    public int Version { get; set; }

    [Required, Display(Name = "Последний день")]
    public DateOnly? LastDay { get; set; }

    [Required, StringLength(Lengths.Title), Display(Name = "Причина")]
    public string? Reason { get; set; }

    public string? WholeReason(Pair pair) => With(Reason, LastDay!.Value, pair);
}

/// <summary>Another mentor from a day on.</summary>
public sealed class ReplaceForm : NoticeFields
{
    public int Version { get; set; }

    [Required, Display(Name = "Новый наставник")]
    public int? MentorId { get; set; }

    [Required, Display(Name = "С какого дня")]
    public DateOnly? From { get; set; }

    [Required, StringLength(Lengths.Title), Display(Name = "Причина замены")]
    public string? Reason { get; set; }

    /// <param name="from">The new mentor's first day: the former one works till the day before.</param>
    public string? WholeReason(Pair pair, DateOnly from) => With(Reason, from.AddDays(-1), pair);
}

/// <summary>One more mentee.</summary>
public sealed class JoinForm
{
    public int Version { get; set; }

    [Required, Display(Name = "Наставляемый")]
    public int? Mentees { get; set; }

    [Required, Display(Name = "С какого дня")]
    public DateOnly? From { get; set; }
}

/// <summary>A meeting that was held: written on a phone in half a minute.</summary>
public sealed class MeetingForm
{
    public const string Today = "today", Yesterday = "yesterday", Other = "other";

    public int Version { get; set; }

    [Display(Name = "Когда встретились")]
    public string When { get; set; } = Other;

    [Display(Name = "Дата")]
    public DateOnly? Date { get; set; }

    [Required, Display(Name = "Какая встреча")]
    public MeetingKind? Kind { get; set; } = MeetingKind.Regular;

    [Range(1, 600), Display(Name = "Сколько минут")]
    public int? Minutes { get; set; }

    [StringLength(Lengths.Title), Display(Name = "Тема")]
    public string? Topic { get; set; }

    [StringLength(Lengths.Text), Display(Name = "Что получилось, о чём договорились")]
    public string? Result { get; set; }

    /// <summary>The day meant; null where another day was chosen and not named.</summary>
    public DateOnly? DayMeant(DateOnly today) => When switch
    {
        Today => today,
        Yesterday => today.AddDays(-1),
        _ => Date,
    };

    public static IReadOnlyList<SelectListItem> Days { get; } = [new("сегодня", Today), new("вчера", Yesterday), new("в другой день", Other)];

    public static IReadOnlyList<SelectListItem> Lengthy { get; } = [new("30", "30"), new("45", "45"), new("60", "60"), new("90", "90")];

    public static IReadOnlyList<SelectListItem> Kinds { get; } =
        [new("рабочая", nameof(MeetingKind.Regular)), new("пробная", nameof(MeetingKind.Trial)), new("организационная", nameof(MeetingKind.Organisational)), new("итоговая", nameof(MeetingKind.Final))];

    public static string Word(MeetingKind kind) => Kinds.First(k => k.Value == kind.ToString()).Text;

    public static string Word(MeetingState state) => state switch
    {
        MeetingState.Held => "состоялась",
        MeetingState.Planned => "запланирована",
        MeetingState.Missed => "не отмечена",
        MeetingState.Dropped => "отменена",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

/// <summary>The next meeting.</summary>
public sealed class PlanMeetingForm
{
    [Required, Display(Name = "Дата")]
    public DateOnly? Date { get; set; }

    [Required, Display(Name = "Какая встреча")]
    public MeetingKind? Kind { get; set; } = MeetingKind.Regular;

    [StringLength(Lengths.Title), Display(Name = "Тема")]
    public string? Topic { get; set; }
}

/// <summary>A task of the personal plan.</summary>
public sealed class TaskForm
{
    public int Version { get; set; }

    [StringLength(Lengths.Title), Display(Name = "Цель")]
    public string? Goal { get; set; }

    [Required, StringLength(Lengths.Title), Display(Name = "Задача")]
    public string? Task { get; set; }

    [Display(Name = "Срок")]
    public DateOnly? DueOn { get; set; }

    [Display(Name = "Сделано")]
    public DateOnly? DoneOn { get; set; }

    [StringLength(Lengths.Text), Display(Name = "Результат")]
    public string? Result { get; set; }
}

/// <summary>A form of a pair: whose it is, and what it offers.</summary>
/// <param name="Title">People of the pair.</param>
/// <param name="PartId">The meeting, task or mentee that the form is about; 0 for the pair itself or a new part.</param>
/// <param name="About">Name of the mentee, where it is about one.</param>
public sealed record PairFormPage<T>(int PairId, string Title, T Form, int PartId = 0, string? About = null, IReadOnlyList<SelectListItem>? Choices = null);
