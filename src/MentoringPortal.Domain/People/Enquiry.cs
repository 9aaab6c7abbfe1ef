using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Settings;

namespace MentoringPortal.Domain.People;

/// <summary>What is asked for: to tell what is kept, to correct it, to take a consent back, to stop the processing, to destroy the data.</summary>
public enum EnquiryKind { Access, Correction, Withdrawal, Stop, Destruction, Other }

public enum EnquiryAsker { Self, Representative }

public enum EnquiryChannel { Paper, Mail, InPerson }

public enum EnquiryOutcome { Satisfied, Partly, Refused }

/// <summary>The most pressing first.</summary>
public enum EnquiryState { Overdue, Soon, Open, Closed }

/// <summary>What is written down when an enquiry comes.</summary>
/// <param name="RequesterName">As the paper names him: he may be in no bank.</param>
/// <param name="PersonId">Whose data; null where the register knows nobody of the name.</param>
public sealed record EnquiryFacts(EnquiryKind Kind, EnquiryAsker Asker, string RequesterName, int? PersonId, EnquiryChannel Channel, DateOnly ReceivedOn, string? Note);

/// <summary>Обращение субъекта персональных данных (152-ФЗ ст. 14, 20, 21): what a person or his representative asks of the operator, by when it is answered, and how.</summary>
public sealed class Enquiry : IOwnedByOrganization, IVersioned
{
    private Enquiry() { }

    /// <param name="organizationId">To whom it came; null for the department.</param>
    /// <param name="facts">What it says.</param>
    /// <param name="settings">The terms.</param>
    /// <param name="calendar">Working days.</param>
    /// <param name="today">The municipality's today.</param>
    public Enquiry(int? organizationId, EnquiryFacts facts, MentoringSettings settings, ProductionCalendar calendar, DateOnly today)
    {
        OrganizationId = organizationId;
        Describe(facts, settings, calendar, today);
    }

    public int Id { get; private set; }
    /// <summary>Null for the department's own.</summary>
    public int? OrganizationId { get; private set; }
    public EnquiryKind Kind { get; private set; }
    public EnquiryAsker Asker { get; private set; }
    [Personal] public string RequesterName { get; private set; } = "";
    public int? PersonId { get; private set; }
    public Person? Person { get; private set; }
    public EnquiryChannel Channel { get; private set; }
    public DateOnly ReceivedOn { get; private set; }
    /// <summary>The last day for the answer.</summary>
    public DateOnly DueOn { get; private set; }
    /// <summary>The transfers of days off of its year were not known when it was counted.</summary>
    public bool IsDueApproximate { get; private set; }
    [Personal] public string? Note { get; private set; }
    /// <summary>Working days by which the term was prolonged.</summary>
    public int? ExtendedBy { get; private set; }
    [Personal] public string? ExtensionReason { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }
    public EnquiryOutcome? Outcome { get; private set; }
    [Personal] public string? OutcomeReason { get; private set; }
    /// <summary>Outgoing number of the answer.</summary>
    [NotPersonal] public string? ReplyNumber { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen => AnsweredOn is null;

    public void Describe(EnquiryFacts facts, MentoringSettings settings, ProductionCalendar calendar, DateOnly today)
    {
        RefuseClosed();
        if (facts.ReceivedOn > today)
            throw new DomainException("Дата поступления – в будущем.", nameof(ReceivedOn));
        if (ExtendedBy is not null && !EnquiryTerm.MayExtend(facts.Kind))
            throw new DomainException("Срок этого обращения уже продлён, а у выбранного вида продления нет.", nameof(Kind));
        (Kind, Asker, RequesterName, PersonId) = (facts.Kind, facts.Asker, facts.RequesterName, facts.PersonId);
        (Channel, ReceivedOn, Note) = (facts.Channel, facts.ReceivedOn, facts.Note);
        Count(settings, calendar);
    }

    public bool CanExtend(DateOnly today) => IsOpen && ExtendedBy is null && EnquiryTerm.MayExtend(Kind) && today <= DueOn;

    /// <summary>Once, before the term is over, and with the reason that is told to whoever asks (ст. 20 ч. 1, ст. 21 ч. 5.1).</summary>
    public void Extend(int days, string reason, MentoringSettings settings, ProductionCalendar calendar, DateOnly today)
    {
        RefuseClosed();
        if (!EnquiryTerm.MayExtend(Kind))
            throw new DomainException("Срок такого обращения закон продлевать не позволяет.");
        if (ExtendedBy is not null)
            throw new DomainException("Срок уже продлён: второй раз его не продлевают.");
        if (today > DueOn)
            throw new DomainException("Срок уже прошёл: продлить его можно было до последнего дня включительно.");
        if (days < 1 || days > settings.Enquiries.Extension)
            throw new DomainException($"Рабочих дней – от 1 до {settings.Enquiries.Extension}.", "Days");
        (ExtendedBy, ExtensionReason) = (days, reason);
        Count(settings, calendar);
    }

    public void Close(DateOnly answeredOn, EnquiryOutcome outcome, string? reason, string? replyNumber, DateOnly today)
    {
        RefuseClosed();
        if (answeredOn > today)
            throw new DomainException("Дата ответа – в будущем.", nameof(AnsweredOn));
        if (answeredOn < ReceivedOn)
            throw new DomainException("Ответ раньше обращения.", nameof(AnsweredOn));
        if (outcome != EnquiryOutcome.Satisfied && reason is null)
            throw new DomainException("Напишите, в чём и почему отказано.", "Reason");
        (AnsweredOn, Outcome, OutcomeReason, ReplyNumber) = (answeredOn, outcome, reason, replyNumber);
    }

    private void Count(MentoringSettings settings, ProductionCalendar calendar) =>
        (DueOn, IsDueApproximate) = EnquiryTerm.Due(Kind, ReceivedOn, ExtendedBy ?? 0, settings, calendar);

    private void RefuseClosed()
    {
        if (!IsOpen)
            throw new DomainException($"Обращение уже закрыто: ответ дан {AnsweredOn:dd.MM.yyyy}.");
    }
}
