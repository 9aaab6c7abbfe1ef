using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Applications;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace MentoringPortal.Web.Features.Applications;

/// <summary>The questionnaire as the applicant fills it in; who he is and as what he applies stands in the link.</summary>
public sealed class ApplicationForm
{
    /// <summary>The code of the secret address.</summary>
    public string? Code { get; set; }

    [Required, StringLength(Lengths.PersonName), Display(Name = "Фамилия")]
    public string Surname { get; set; } = "";

    [Required, StringLength(Lengths.PersonName), Display(Name = "Имя")]
    public string Given { get; set; } = "";

    [StringLength(Lengths.PersonName), Display(Name = "Отчество")]
    public string? Patronymic { get; set; }

    [Display(Name = "Дата рождения")]
    public DateOnly? BirthDate { get; set; }

    [StringLength(20), Display(Name = "Класс")]
    public string? ClassName { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Должность, место работы или учёбы")]
    public string? Position { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Телефон или почта")]
    public string? Contact { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Родитель (законный представитель)")]
    public string? ParentName { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Телефон родителя")]
    public string? ParentContact { get; set; }

    [Display(Name = "Темы")]
    public int[] TopicIds { get; set; } = [];

    [StringLength(Lengths.Text), Display(Name = "Своими словами")]
    public string? Words { get; set; }

    [StringLength(Lengths.Text), Display(Name = "Интересы и увлечения")]
    public string? Interests { get; set; }

    [Display(Name = "Когда удобно встречаться")]
    public string[] Time { get; set; } = [];

    [Display(Name = "Согласие на обработку этих сведений школой для подбора пары")]
    public bool IsAgreed { get; set; }

    /// <summary>The draft that the curator reads.</summary>
    /// <param name="topics">Topics of the directory: others are left out.</param>
    /// <exception cref="DomainException">Something is missing or cannot be.</exception>
    public Application Apply(ApplicationLink link, IReadOnlySet<int> topics, DateOnly today)
    {
        if (!IsAgreed)
            throw new DomainException("Без согласия на обработку этих сведений анкету принять нельзя.", nameof(IsAgreed));
        // The rules of a card are the applicant's too.
        var fields = new PersonFields
        {
            Kind = link.Kind,
            Surname = Surname.Trim(),
            Given = Given.Trim(),
            Patronymic = string.IsNullOrWhiteSpace(Patronymic) ? null : Patronymic.Trim(),
            BirthDate = link.Kind == PersonKind.Pupil ? BirthDate : null,
            ClassName = link.ClassName ?? ClassName,
            Position = link.Kind == PersonKind.Pupil ? null : Position,
            Contact = Contact,
            ParentName = link.Kind == PersonKind.Pupil ? ParentName : null,
            ParentContact = link.Kind == PersonKind.Pupil ? ParentContact : null,
        };
        var words = new ApplicantWords([.. TopicIds.Where(topics.Contains).Distinct()], Text(Words), link.Role == ApplicantRole.Mentor ? Text(Interests) : null, PeopleWords.Flags<TimeSlots>(Time));
        if (words.TopicIds.Count == 0 && words.Words is null)
            throw new DomainException(link.Role == ApplicantRole.Mentee ? "Отметьте, с чем нужна помощь, или напишите своими словами." : "Отметьте, в чём можете помочь, или напишите своими словами.", nameof(TopicIds));
        return new(link.OrganizationId!.Value, link.Role, fields.Create(link.OrganizationId.Value, today), words, today);
    }

    private static string? Text(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}

/// <summary>GET and POST /applications/fill</summary>
public sealed record FillPage(string Organization, ApplicantRole Role, PersonKind Kind, string? ClassName, IReadOnlyList<SelectListItem> Topics, ApplicationForm Form);

/// <summary>A new link.</summary>
public sealed class ApplicationLinkForm
{
    [Required, Display(Name = "Кем хотят стать")]
    public ApplicantRole? Role { get; set; }

    [Required, Display(Name = "Кто отвечает")]
    public PersonKind? Kind { get; set; }

    [StringLength(20), Display(Name = "Класс")]
    public string? ClassName { get; set; }

    [Required, Display(Name = "Последний день")]
    public DateOnly? Until { get; set; }

    [Required, Range(1, ApplicationLink.MostPlaces), Display(Name = "Сколько человек ответит")]
    public int? Places { get; set; } = 30;
}

/// <summary>A link that is collecting.</summary>
public sealed record LinkRow(int Id, ApplicantRole Role, PersonKind Kind, string? ClassName, DateOnly Until, int Taken, int Places);

/// <summary>GET /applications/links</summary>
public sealed record LinksPage(IReadOnlyList<LinkRow> Links, ApplicationLinkForm Form);

/// <summary>A link that was just made: its address is shown this once.</summary>
public sealed record MadeLink(string Address, string Text);

/// <summary>Who of the organization the applicant is.</summary>
public sealed class JoinForm
{
    [Required, Display(Name = "Кто это")]
    public int? PersonId { get; set; }
}
