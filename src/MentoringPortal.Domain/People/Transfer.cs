using MentoringPortal.Domain.Organizations;

namespace MentoringPortal.Domain.People;

/// <summary>
/// A pupil who has left for another school of the municipality, until that school's curator decides. The new school sees of him what it needs to make a card of
/// its own; consents do not go with him, for they were given to another operator (152-ФЗ ст. 9). Accepted or taken back, it is deleted; refused, it keeps the reason alone.
/// </summary>
public sealed class Transfer : IOwnedByOrganization, IVersioned
{
    private Transfer() { }

    /// <param name="person">A pupil who has left.</param>
    /// <param name="fromName">Short name of the school he leaves: the other curator sees no other row of it.</param>
    /// <param name="to">The school he goes to.</param>
    /// <param name="day">Today.</param>
    public Transfer(Person person, string fromName, Organization to, DateOnly day)
    {
        if (person.Kind != PersonKind.Pupil)
            throw new DomainException("В другую школу переводят обучающихся.", nameof(ToOrganizationId));
        if (to.Id == person.OrganizationId || to.Kind != OrganizationKind.School)
            throw new DomainException("Выберите другую школу.", nameof(ToOrganizationId));
        (Person, PersonId, OrganizationId, FromName, ToOrganizationId, ToName, AskedOn, LastDay) = (person, person.Id, person.OrganizationId, fromName, to.Id, to.ShortName, day, person.LeftOn ?? day);
        (Surname, Given, Patronymic, NameKey) = (person.Surname, person.Given, person.Patronymic, person.NameKey);
        (BirthDate, ClassName, IsMentee) = (person.BirthDate, person.ClassName, person.Mentee is not null);
    }

    public int Id { get; private set; }
    /// <summary>The school he has left.</summary>
    public int? OrganizationId { get; private set; }
    [NotPersonal] public string FromName { get; private set; } = "";
    public int PersonId { get; private set; }
    /// <summary>His card in the school he has left; its curator alone reads it.</summary>
    public Person? Person { get; private set; }
    public int ToOrganizationId { get; private set; }
    [NotPersonal] public string ToName { get; private set; } = "";
    public DateOnly AskedOn { get; private set; }
    /// <summary>Last day in the old school.</summary>
    public DateOnly LastDay { get; private set; }
    [Personal] public string? Surname { get; private set; }
    [Personal] public string? Given { get; private set; }
    [Personal] public string? Patronymic { get; private set; }
    [Personal] public string? NameKey { get; private set; }
    [Personal] public DateOnly? BirthDate { get; private set; }
    [NotPersonal] public string? ClassName { get; private set; }
    /// <summary>He was in the bank of mentees.</summary>
    public bool IsMentee { get; private set; }
    public bool IsRefused { get; private set; }
    [Personal] public string? Reason { get; private set; }
    public int Version { get; private set; }

    public PersonName Name => new(Surname ?? "", Given ?? "", Patronymic);

    /// <summary>He has not come: what the new school was shown is taken from it.</summary>
    public void Refuse(string? reason)
    {
        RefuseDecided();
        Reason = string.IsNullOrWhiteSpace(reason) ? throw new DomainException("Укажите причину отказа.", nameof(Reason)) : reason.Trim();
        IsRefused = true;
        (Surname, Given, Patronymic, NameKey, BirthDate, ClassName) = (null, null, null, null, null, null);
    }

    /// <summary>He has been in the new school before, or stands there already: his card is taken up again.</summary>
    public void Join(Person person, DateOnly today)
    {
        RefuseDecided();
        if (person.OrganizationId != ToOrganizationId)
            throw new DomainException("Выберите человека своей школы.", nameof(PersonId));
        person.Return();
        if (IsMentee)
            (person.Mentee ?? new Mentee(person, today)).Return();
    }

    /// <exception cref="DomainException">The new school has refused.</exception>
    public void RefuseDecided()
    {
        if (IsRefused)
            throw new DomainException("По этому переводу уже ответили.");
    }
}
