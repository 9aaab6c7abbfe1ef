using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace MentoringPortal.Web.Features.People;

/// <summary>The fields of a person, whatever the role.</summary>
public sealed class PersonFields
{
    [Required, StringLength(Lengths.PersonName), Display(Name = "Фамилия")]
    public string Surname { get; set; } = "";

    [Required, StringLength(Lengths.PersonName), Display(Name = "Имя")]
    public string Given { get; set; } = "";

    [StringLength(Lengths.PersonName), Display(Name = "Отчество")]
    public string? Patronymic { get; set; }

    [Required, Display(Name = "Кто")]
    public PersonKind? Kind { get; set; }

    [Display(Name = "Дата рождения")]
    public DateOnly? BirthDate { get; set; }

    [StringLength(20), Display(Name = "Класс")]
    public string? ClassName { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Должность, курс")]
    public string? Position { get; set; }

    [Display(Name = "Начало педагогической работы")]
    public DateOnly? TeachingSince { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Телефон или почта")]
    public string? Contact { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Родитель (законный представитель)")]
    public string? ParentName { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Телефон родителя")]
    public string? ParentContact { get; set; }

    [Display(Name = "Показывать телефон родителя наставнику")]
    public bool IsParentContactShared { get; set; }

    public static PersonFields Of(Person person) => new()
    {
        Kind = person.Kind,
        Surname = person.Surname,
        Given = person.Given,
        Patronymic = person.Patronymic,
        BirthDate = person.BirthDate,
        ClassName = person.ClassName,
        Position = person.Position,
        TeachingSince = person.TeachingSince,
        Contact = person.Contact,
        ParentName = person.ParentName,
        ParentContact = person.ParentContact,
        IsParentContactShared = person.IsParentContactShared,
    };

    public PersonName Name() => new(Surname, Given, Patronymic);

    public Person Create(int organizationId, DateOnly today)
    {
        var person = new Person(organizationId, Kind!.Value, Name());
        ApplyTo(person, today);
        return person;
    }

    public void ApplyTo(Person person, DateOnly today)
    {
        person.Rename(Name());
        person.Describe(Kind!.Value, BirthDate, TeachingSince, today);
        person.PutInClass(Kind == PersonKind.Pupil ? ClassName : null);
        person.Position = Position?.Trim();
        person.Contact = Contact?.Trim();
        person.ParentName = ParentName?.Trim();
        person.ParentContact = ParentContact?.Trim();
        person.IsParentContactShared = IsParentContactShared;
    }
}

/// <summary>What the bank of mentees keeps of a person.</summary>
public sealed class MenteeFields
{
    [Required, Display(Name = "В базе с")]
    public DateOnly? EnteredOn { get; set; }

    [Display(Name = "Темы запроса")]
    public int[] TopicIds { get; set; } = [];

    [StringLength(Lengths.Text), Display(Name = "Запрос своими словами")]
    public string? Request { get; set; }

    [Display(Name = "Когда удобно встречаться")]
    public string[] Time { get; set; } = [];

    [Display(Name = "Особые категории")]
    public string[] Categories { get; set; } = [];

    public static MenteeFields Of(Mentee mentee) => new()
    {
        EnteredOn = mentee.EnteredOn,
        TopicIds = [.. mentee.Topics.Select(t => t.TopicId)],
        Request = mentee.Request,
        Time = PeopleWords.Chosen(mentee.Time),
        Categories = PeopleWords.Chosen(mentee.Categories),
    };

    public void ApplyTo(Mentee mentee)
    {
        mentee.EnteredOn = EnteredOn!.Value;
        mentee.Choose(TopicIds);
        mentee.Request = Request?.Trim();
        mentee.Time = PeopleWords.Flags<TimeSlots>(Time);
        mentee.Categories = PeopleWords.Flags<MenteeCategories>(Categories);
    }
}

/// <summary>What the bank of mentors keeps of a person.</summary>
public sealed class MentorFields
{
    [Required, Display(Name = "В базе с")]
    public DateOnly? EnteredOn { get; set; }

    [Required, Range(1, 100), Display(Name = "Сколько наставляемых берёт одновременно")]
    public int? Capacity { get; set; } = 1;

    [Display(Name = "Темы, в которых поможет")]
    public int[] TopicIds { get; set; } = [];

    [StringLength(Lengths.Text), Display(Name = "Компетенции")]
    public string? Competences { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Место работы или учёбы")]
    public string? Workplace { get; set; }

    [Display(Name = "От партнёра")]
    public int? PartnerId { get; set; }

    [StringLength(Lengths.Text), Display(Name = "Достижения")]
    public string? Achievements { get; set; }

    [StringLength(Lengths.Text), Display(Name = "Интересы")]
    public string? Interests { get; set; }

    [Range(1, 100), Display(Name = "Возраст наставляемых, от")]
    public int? AgeFrom { get; set; }

    [Range(1, 100), Display(Name = "Возраст наставляемых, до")]
    public int? AgeTo { get; set; }

    [Display(Name = "Когда удобно встречаться")]
    public string[] Time { get; set; } = [];

    [Display(Name = "Дата обучения наставничеству")]
    public DateOnly? TrainedOn { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Удостоверение, сертификат")]
    public string? Certificate { get; set; }

    [Display(Name = "Письменное согласие работника")]
    public DateOnly? EmployeeConsentOn { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Дополнение к трудовому договору")]
    public string? ContractAddition { get; set; }

    public static MentorFields Of(Mentor mentor) => new()
    {
        EnteredOn = mentor.EnteredOn,
        Capacity = mentor.Capacity,
        TopicIds = [.. mentor.Topics.Select(t => t.TopicId)],
        Competences = mentor.Competences,
        Workplace = mentor.Workplace,
        PartnerId = mentor.PartnerId,
        Achievements = mentor.Achievements,
        Interests = mentor.Interests,
        AgeFrom = mentor.AgeFrom,
        AgeTo = mentor.AgeTo,
        Time = PeopleWords.Chosen(mentor.Time),
        TrainedOn = mentor.TrainedOn,
        Certificate = mentor.Certificate,
        EmployeeConsentOn = mentor.EmployeeConsentOn,
        ContractAddition = mentor.ContractAddition,
    };

    /// <param name="mentor">The place in the bank.</param>
    /// <param name="takenAtHome">Mentees whom he has in his own organization now.</param>
    public void ApplyTo(Mentor mentor, int takenAtHome)
    {
        mentor.EnteredOn = EnteredOn!.Value;
        if (mentor.Capacity != Capacity)
            mentor.Hold(Capacity!.Value, takenAtHome);
        mentor.Choose(TopicIds);
        mentor.Wish(AgeFrom, AgeTo);
        mentor.Time = PeopleWords.Flags<TimeSlots>(Time);
        (mentor.Competences, mentor.Workplace) = (Competences?.Trim(), Workplace?.Trim());
        // A partner's own mentor has it from his offer; the form knows partners of agreements alone.
        mentor.PartnerId = PartnerId ?? (mentor.PartnerId == mentor.OrganizationId ? mentor.PartnerId : null);
        (mentor.Achievements, mentor.Interests) = (Achievements?.Trim(), Interests?.Trim());
        (mentor.TrainedOn, mentor.Certificate) = (TrainedOn, Certificate?.Trim());
        (mentor.EmployeeConsentOn, mentor.ContractAddition) = (EmployeeConsentOn, ContractAddition?.Trim());
    }
}

/// <summary>Lists that the forms of people offer.</summary>
public sealed record PersonChoices(IReadOnlyList<SelectListItem> Topics, IReadOnlyList<SelectListItem> Partners);
