using MentoringPortal.Domain.People;

namespace MentoringPortal.Domain.Applications;

/// <summary>What an applicant says of himself beside his person.</summary>
/// <param name="TopicIds">Of the one directory: asked for, or offered.</param>
/// <param name="Words">The request, or what he can help with.</param>
/// <param name="Interests">Of a future mentor.</param>
/// <param name="Time">When he can meet.</param>
public sealed record ApplicantWords(IReadOnlyList<int> TopicIds, string? Words, string? Interests, TimeSlots Time);

/// <summary>
/// Анкета желающего: a draft until the curator decides. Accepted, it becomes a person of the bank; declined or forgotten, it is deleted: of somebody who is
/// in no bank the portal keeps nothing.
/// </summary>
public sealed class Application : IOwnedByOrganization, IVersioned
{
    /// <summary>Days for which an application waits for the curator.</summary>
    public const int DaysKept = 60;

    private Application() { }

    /// <param name="organizationId">To whom.</param>
    /// <param name="role">As what.</param>
    /// <param name="applicant">The person as the form describes him; never saved itself.</param>
    /// <param name="words">What he says.</param>
    /// <param name="today">The municipality's today.</param>
    public Application(int organizationId, ApplicantRole role, Person applicant, ApplicantWords words, DateOnly today)
    {
        if (applicant.Kind == PersonKind.Pupil && applicant.ClassName is null)
            throw new DomainException("Укажите класс.", nameof(ClassName));
        if (applicant.IsMinorOn(today) && (string.IsNullOrWhiteSpace(applicant.ParentName) || string.IsNullOrWhiteSpace(applicant.ParentContact)))
            throw new DomainException("За того, кому нет 18 лет, укажите родителя и его телефон.", nameof(ParentName));
        (OrganizationId, Role, Kind, ReceivedOn) = (organizationId, role, applicant.Kind, today);
        (Surname, Given, Patronymic, NameKey) = (applicant.Surname, applicant.Given, applicant.Patronymic, applicant.NameKey);
        (BirthDate, ClassName, Position, Contact) = (applicant.BirthDate, applicant.ClassName, applicant.Position, applicant.Contact);
        (ParentName, ParentContact) = (applicant.ParentName, applicant.ParentContact);
        (TopicIds, Words, Interests, Time) = (words.TopicIds, words.Words, words.Interests, words.Time);
    }

    public int Id { get; private set; }
    public int? OrganizationId { get; private set; }
    public ApplicantRole Role { get; private set; }
    public PersonKind Kind { get; private set; }
    [Personal] public string Surname { get; private set; } = "";
    [Personal] public string Given { get; private set; } = "";
    [Personal] public string? Patronymic { get; private set; }
    /// <summary>Normalised full name: namesakes are found by it.</summary>
    [Personal] public string NameKey { get; private set; } = "";
    [Personal] public DateOnly? BirthDate { get; private set; }
    [NotPersonal] public string? ClassName { get; private set; }
    [Personal] public string? Position { get; private set; }
    [Personal] public string? Contact { get; private set; }
    [Personal] public string? ParentName { get; private set; }
    [Personal] public string? ParentContact { get; private set; }
    [Personal] public IReadOnlyList<int> TopicIds { get; private set; } = [];
    [Personal] public string? Words { get; private set; }
    [Personal] public string? Interests { get; private set; }
    public TimeSlots Time { get; private set; }
    public DateOnly ReceivedOn { get; private set; }
    public int Version { get; private set; }

    public PersonName Name => new(Surname, Given, Patronymic);

    /// <summary>Deleted by itself on this day.</summary>
    public DateOnly DeletedOn => ReceivedOn.AddDays(DaysKept);

    /// <summary>Gives somebody who is in the organization already the place in the bank, or adds to the one he has; his card is otherwise as it was.</summary>
    public void Join(Person person, DateOnly today)
    {
        if (person.LeftOn is not null)
            throw new DomainException($"{person.Name.Short}: выбыл {person.LeftOn:dd.MM.yyyy}. Верните его в организацию на карточке.");
        if (Role == ApplicantRole.Mentee)
            Join(person.Mentee ?? new Mentee(person, today));
        else
            Join(person.Mentor ?? new Mentor(person, today, 1));
    }

    private void Join(Mentee mentee)
    {
        mentee.Return();
        mentee.Choose(mentee.Topics.Select(t => t.TopicId).Concat(TopicIds).ToList());
        mentee.Request = Words ?? mentee.Request;
        mentee.Time |= Time;
    }

    private void Join(Mentor mentor)
    {
        mentor.Return();
        mentor.Choose(mentor.Topics.Select(t => t.TopicId).Concat(TopicIds).ToList());
        (mentor.Competences, mentor.Interests) = (Words ?? mentor.Competences, Interests ?? mentor.Interests);
        mentor.Time |= Time;
    }
}
