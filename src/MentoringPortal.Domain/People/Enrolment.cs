namespace MentoringPortal.Domain.People;

/// <summary>Зачисление: a pupil in a supplementary programme. The numerator of the targets 15/30/70 counts those who are enrolled on the day.</summary>
public sealed class Enrolment : IOwnedByOrganization, IVersioned
{
    private Enrolment() { }

    public Enrolment(Person person, string programme, int providerId, DateOnly from, DateOnly? to)
    {
        if (to < from)
            throw new DomainException("Окончание раньше начала.", nameof(To));
        (Person, OrganizationId, Programme, ProviderId, From, To) = (person, person.OrganizationId, programme.Trim(), providerId, from, to);
    }

    public int Id { get; private set; }
    public int? OrganizationId { get; private set; }
    public int PersonId { get; private set; }
    public Person? Person { get; private set; }
    [NotPersonal] public string Programme { get; private set; } = "";
    /// <summary>The organization that runs the programme.</summary>
    public int ProviderId { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }
    public int Version { get; private set; }

    public bool IsOn(DateOnly day) => From <= day && (To is null || day <= To);

    public void End(DateOnly lastDay) => To = lastDay < From ? throw new DomainException("Окончание раньше начала.", nameof(To)) : lastDay;
}

/// <summary>Соглашение с партнёром: without one in force no mentor of the partner enters a pair.</summary>
public sealed class PartnerAgreement : IOwnedByOrganization, IVersioned
{
    public int Id { get; private set; }
    /// <summary>The school that signed; null for the department, whose agreements serve all.</summary>
    public int? OrganizationId { get; init; }
    public int PartnerId { get; set; }
    /// <summary>Short name of the partner: a curator sees no other organization's row.</summary>
    [NotPersonal] public string PartnerName { get; set; } = "";
    [NotPersonal] public string Subject { get; set; } = "";
    [NotPersonal] public string Number { get; set; } = "";
    public DateOnly Date { get; set; }
    public DateOnly? ValidTo { get; set; }
    /// <summary>The scan.</summary>
    public Guid? FileId { get; set; }
    public int Version { get; private set; }

    public bool IsInForceOn(DateOnly day) => Date <= day && (ValidTo is null || day <= ValidTo);
}
