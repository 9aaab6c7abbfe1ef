namespace MentoringPortal.Domain.People;

/// <summary>Наставник: a person's place in the bank of mentors, with what he offers.</summary>
public sealed class Mentor : IOwnedByOrganization, IVersioned
{
    private Mentor() { }

    /// <summary>A mentor is always available in his own organization.</summary>
    public Mentor(Person person, DateOnly enteredOn, int capacity)
    {
        (Person, OrganizationId, EnteredOn) = (person, person.OrganizationId, enteredOn);
        person.Mentor = this;
        Availabilities.Add(new MentorAvailability(this, person.OrganizationId, 0));
        Hold(capacity, 0);
    }

    public int Id { get; private set; }
    public int? OrganizationId { get; private set; }
    public int PersonId { get; private set; }
    public Person? Person { get; private set; }
    /// <summary>Place of work or study as written in the register.</summary>
    [Personal] public string? Workplace { get; set; }
    /// <summary>The partner that sends him: outside the partner itself an agreement must be in force.</summary>
    public int? PartnerId { get; set; }
    [NotPersonal] public string? Competences { get; set; }
    public List<MentorTopic> Topics { get; } = [];
    [Personal] public string? Achievements { get; set; }
    [Personal] public string? Interests { get; set; }
    /// <summary>Wished age of mentees, full years.</summary>
    public int? AgeFrom { get; private set; }
    public int? AgeTo { get; private set; }
    public TimeSlots Time { get; set; }
    /// <summary>How many mentees at once, in all organizations together.</summary>
    public int Capacity { get; private set; }
    public DateOnly? TrainedOn { get; set; }
    [NotPersonal] public string? Certificate { get; set; }
    /// <summary>An employee's written consent to mentor and the addition to his labour contract (ТК РФ ст. 351.8).</summary>
    public DateOnly? EmployeeConsentOn { get; set; }
    [NotPersonal] public string? ContractAddition { get; set; }
    public DateOnly EnteredOn { get; set; }
    public DateOnly? LeftOn { get; private set; }
    /// <summary>The mentor's account, where he has one.</summary>
    public int? UserId { get; set; }
    public List<MentorAvailability> Availabilities { get; } = [];
    public List<MentorOffer> Offers { get; } = [];
    public List<Pairs.PairMentor> Pairs { get; } = [];
    /// <summary>Stands in the municipal base: other organizations see him.</summary>
    public bool IsOffered { get; internal set; }
    public int Version { get; private set; }

    /// <summary>The partner whose agreement an organization needs for him; at the partner itself he needs none.</summary>
    public int? PartnerFor(int organizationId) => PartnerId == organizationId ? null : PartnerId;

    public bool IsActiveOn(DateOnly day) => EnteredOn <= day && (LeftOn is null || day <= LeftOn);

    public void Wish(int? ageFrom, int? ageTo)
    {
        if (ageFrom is < 0 or > 100 || ageTo is < 0 or > 100 || ageFrom > ageTo)
            throw new DomainException("Проверьте возраст: от меньшего к большему.", nameof(AgeFrom));
        (AgeFrom, AgeTo) = (ageFrom, ageTo);
    }

    public void Choose(IEnumerable<int> topicIds)
    {
        var chosen = topicIds.ToHashSet();
        Topics.RemoveAll(t => !chosen.Contains(t.TopicId));
        Topics.AddRange(chosen.Where(id => !Topics.Exists(t => t.TopicId == id)).Select(id => new MentorTopic { TopicId = id, OrganizationId = OrganizationId }));
    }

    /// <summary>Sets the capacity; what is lent to other organizations stays lent, the rest is the own organization's.</summary>
    /// <param name="capacity">How many mentees at once.</param>
    /// <param name="takenAtHome">Mentees whom he has in his own organization now.</param>
    public void Hold(int capacity, int takenAtHome)
    {
        var lent = Availabilities.Where(a => a.OrganizationId != OrganizationId).Sum(a => a.Places);
        if (capacity < 1)
            throw new DomainException("Наставник берёт не меньше одного наставляемого.", nameof(Capacity));
        if (capacity < lent + takenAtHome)
            throw new DomainException($"Места уже заняты: своими наставляемыми {takenAtHome}, отдано другим организациям {lent}.", nameof(Capacity));
        Capacity = capacity;
        Availabilities.Single(a => a.OrganizationId == OrganizationId).Places = capacity - lent;
    }

    /// <summary>Gives places to another organization out of the own ones.</summary>
    /// <param name="organizationId">The organization that asked.</param>
    /// <param name="places">Number of mentees.</param>
    /// <param name="takenAtHome">Mentees whom he has in his own organization now.</param>
    public MentorAvailability Lend(int organizationId, int places, int takenAtHome)
    {
        var home = Availabilities.Single(a => a.OrganizationId == OrganizationId);
        if (places < 1 || places > home.Places - takenAtHome)
            throw new DomainException($"Свободных мест у наставника: {Math.Max(0, home.Places - takenAtHome)}.", "Places");
        home.Places -= places;
        var there = Availabilities.Find(a => a.OrganizationId == organizationId);
        if (there is null)
            Availabilities.Add(there = new MentorAvailability(this, organizationId, 0));
        there.Places += places;
        return there;
    }

    /// <summary>Takes the lent places that no pair uses back into the own organization.</summary>
    /// <param name="organizationId">The organization that has them.</param>
    /// <param name="takenThere">Mentees whom he has there now.</param>
    /// <returns>How many came back.</returns>
    public int TakeBack(int organizationId, int takenThere)
    {
        var there = Availabilities.Find(a => a.OrganizationId == organizationId && a.OrganizationId != OrganizationId);
        var free = (there?.Places ?? 0) - takenThere;
        if (free < 1)
            throw new DomainException("Забрать нечего: отданные места заняты парами или уже вернулись.");
        there!.Places -= free;
        Availabilities.Single(a => a.OrganizationId == OrganizationId).Places += free;
        return free;
    }

    public void Leave(DateOnly lastDay)
    {
        if (lastDay < EnteredOn)
            throw new DomainException($"В базе с {EnteredOn:dd.MM.yyyy}; последний день не может быть раньше.", "LastDay");
        LeftOn = lastDay;
    }

    public void Return() => LeftOn = null;
}

public sealed class MentorTopic : IOwnedByOrganization
{
    public int Id { get; private set; }
    public int? OrganizationId { get; init; }
    public int MentorId { get; private set; }
    public Mentor? Mentor { get; private set; }
    public int TopicId { get; init; }
    public Topic? Topic { get; private set; }
}

/// <summary>
/// Where a mentor may enter pairs, and with how many mentees: in his own organization, or where an accepted request brought him. A pair's key
/// points here, so that the database itself refuses a pair across organizations that nobody offered.
/// </summary>
public sealed class MentorAvailability : IOwnedByOrganization, IVersioned
{
    private MentorAvailability() { }

    internal MentorAvailability(Mentor mentor, int? organizationId, int places) =>
        (Mentor, OrganizationId, HomeOrganizationId, Places) = (mentor, organizationId, mentor.OrganizationId!.Value, places);

    public int MentorId { get; private set; }
    public Mentor? Mentor { get; private set; }
    /// <summary>The organization of the mentees.</summary>
    public int? OrganizationId { get; private set; }
    /// <summary>The mentor's own organization, which lends the places.</summary>
    public int HomeOrganizationId { get; private set; }
    public int Places { get; internal set; }
    /// <summary>Moved by every pair that takes a place, so that two at once meet on it.</summary>
    public int Version { get; private set; }
}

/// <summary>Предложение наставника: his organization, or the department for a partner without an account, shows him in the municipal base.</summary>
public sealed class MentorOffer : IOwnedByOrganization, IVersioned
{
    private MentorOffer() { }

    /// <param name="mentor">The mentor, with his person; a pupil is never shown to other organizations.</param>
    /// <param name="owner">His organization: others see its short name here and nowhere else. A partner's mentor needs the partner's agreement from now on.</param>
    /// <param name="places">How many mentees other organizations may give him.</param>
    /// <param name="note">What other organizations should know.</param>
    /// <param name="offeredOn">Today.</param>
    public MentorOffer(Mentor mentor, Organizations.Organization owner, int places, string? note, DateOnly offeredOn)
    {
        if (mentor.Person!.Kind == PersonKind.Pupil)
            throw new DomainException("Другим организациям предлагают только взрослых наставников.");
        if (mentor.IsOffered)
            throw new DomainException("Наставник уже в муниципальной базе.");
        if (places < 1 || places > mentor.Capacity)
            throw new DomainException($"Предложить можно от 1 до {mentor.Capacity} мест: столько наставляемых он берёт.", nameof(Places));
        (Mentor, OrganizationId, OwnerName, Places, Note, OfferedOn, mentor.IsOffered) = (mentor, mentor.OrganizationId, owner.ShortName, places, note, offeredOn, true);
        if (Organizations.OrganizationKinds.Partners.Contains(owner.Kind))
            mentor.PartnerId ??= owner.Id;
    }

    public int Id { get; private set; }
    /// <summary>The mentor's own organization.</summary>
    public int? OrganizationId { get; private set; }
    public int MentorId { get; private set; }
    public Mentor? Mentor { get; private set; }
    [NotPersonal] public string OwnerName { get; private set; } = "";
    public DateOnly OfferedOn { get; private set; }
    /// <summary>Places that are still offered.</summary>
    public int Places { get; internal set; }
    public DateOnly? WithdrawnOn { get; private set; }
    [NotPersonal] public string? Note { get; set; }
    public List<MentorRequest> Requests { get; } = [];
    public int Version { get; private set; }

    /// <summary>Why a request is refused when the offer is gone before it was answered.</summary>
    public const string Withdrawn = "Предложение отозвано";

    /// <summary>Out of the base; places that were lent stay lent, who still waits for an answer gets it.</summary>
    public void Withdraw(DateOnly day)
    {
        if (WithdrawnOn is not null)
            throw new DomainException("Предложение уже снято.");
        WithdrawnOn = day;
        Mentor!.IsOffered = false;
        Requests.FindAll(r => r.State == MentorRequestState.Asked).ForEach(r => r.Decline(Withdrawn, day));
    }
}

public enum MentorRequestState { Asked, Accepted, Refused }

/// <summary>«Запросить»: an organization asks for an offered mentor; his own organization answers.</summary>
public sealed class MentorRequest : IOwnedByOrganization, IVersioned
{
    private MentorRequest() { }

    /// <param name="offer">An offer that stands.</param>
    /// <param name="organizationId">Who asks.</param>
    /// <param name="askerName">Short name of who asks: the owner sees it here and nowhere else.</param>
    /// <param name="places">For how many mentees.</param>
    /// <param name="message">Words to the owner.</param>
    /// <param name="askedOn">Today.</param>
    public MentorRequest(MentorOffer offer, int organizationId, string askerName, int places, string? message, DateOnly askedOn)
    {
        if (offer.WithdrawnOn is not null)
            throw new DomainException("Предложение уже снято.");
        if (offer.OrganizationId == organizationId)
            throw new DomainException("Это наставник вашей организации.");
        if (places < 1 || places > offer.Places)
            throw new DomainException($"Укажите, скольким наставляемым нужен наставник: от 1 до {offer.Places}.", nameof(Places));
        (Offer, OrganizationId, AskerName, OwnerOrganizationId, Places, Message, AskedOn) = (offer, organizationId, askerName, offer.OrganizationId!.Value, places, message, askedOn);
    }

    public int Id { get; private set; }
    /// <summary>Who asks.</summary>
    public int? OrganizationId { get; private set; }
    [NotPersonal] public string AskerName { get; private set; } = "";
    /// <summary>Who answers: the mentor's own organization.</summary>
    public int OwnerOrganizationId { get; private set; }
    public int OfferId { get; private set; }
    public MentorOffer? Offer { get; private set; }
    public int Places { get; private set; }
    [Personal] public string? Message { get; private set; }
    public DateOnly AskedOn { get; private set; }
    public MentorRequestState State { get; private set; }
    [Personal] public string? Answer { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }
    public int Version { get; private set; }

    public void Accept(DateOnly day, int takenAtHome)
    {
        if (Offer!.WithdrawnOn is not null)
            throw new DomainException($"{MentorOffer.Withdrawn}: запрос уже не принять.");
        if (!Offer.Mentor!.IsActiveOn(day))
            throw new DomainException("Наставник выбыл: запрос не принять.");
        Settle(MentorRequestState.Accepted, null, day);
        if (Places > Offer.Places)
            throw new DomainException($"Мест в предложении осталось: {Offer.Places}.", nameof(Places));
        Offer.Places -= Places;
        Offer.Mentor.Lend(OrganizationId!.Value, Places, takenAtHome);
    }

    /// <summary>Takes back the places that the asker does not use; an offer that still stands offers them again.</summary>
    /// <param name="takenThere">Mentees whom the mentor has there now.</param>
    /// <returns>How many came back.</returns>
    public int TakeBack(int takenThere)
    {
        var back = Offer!.Mentor!.TakeBack(OrganizationId!.Value, takenThere);
        if (Offer.WithdrawnOn is null)
            Offer.Places += back;
        return back;
    }

    public void Decline(string? reason, DateOnly day) =>
        Settle(MentorRequestState.Refused, string.IsNullOrWhiteSpace(reason) ? throw new DomainException("Укажите причину отказа.", "Reason") : reason.Trim(), day);

    private void Settle(MentorRequestState to, string? answer, DateOnly day)
    {
        if (State != MentorRequestState.Asked)
            throw new DomainException("На запрос уже ответили.");
        (State, Answer, AnsweredOn) = (to, answer, day);
    }
}
