namespace MentoringPortal.Domain.People;

/// <summary>Special data (152-ФЗ): seen by the organization's curator alone; elsewhere counts of five and more.</summary>
[Flags]
public enum MenteeCategories
{
    None = 0,
    /// <summary>Обучающийся с ОВЗ.</summary>
    Disabilities = 1,
    /// <summary>Одарённый.</summary>
    Gifted = 2,
    /// <summary>Трудная жизненная ситуация.</summary>
    HardLife = 4,
    /// <summary>Ребёнок-сирота.</summary>
    Orphan = 8,
}

/// <summary>When somebody has time for meetings.</summary>
[Flags]
public enum TimeSlots
{
    None = 0,
    AfterLessons = 1,
    Evenings = 2,
    Weekends = 4,
    Online = 8,
}

/// <summary>Наставляемый: a person's place in the bank of mentees, with the request.</summary>
public sealed class Mentee : IOwnedByOrganization, IVersioned
{
    private Mentee() { }

    public Mentee(Person person, DateOnly enteredOn)
    {
        (Person, OrganizationId, EnteredOn) = (person, person.OrganizationId, enteredOn);
        person.Mentee = this;
    }

    public int Id { get; private set; }
    public int? OrganizationId { get; private set; }
    public int PersonId { get; private set; }
    public Person? Person { get; private set; }
    /// <summary>Запрос in the person's own words, beside the topics.</summary>
    [Personal] public string? Request { get; set; }
    public List<MenteeTopic> Topics { get; } = [];
    public DateOnly EnteredOn { get; set; }
    public DateOnly? LeftOn { get; private set; }
    [Personal] public MenteeCategories Categories { get; set; }
    public TimeSlots Time { get; set; }
    /// <summary>Who supports him while he has no mentor, e.g. the class teacher (Тюхтетский округ, stage 5, 5).</summary>
    [Personal] public string? SupportedBy { get; private set; }
    public DateOnly? SupportedSince { get; private set; }
    public List<Pairs.PairMentee> Pairs { get; } = [];
    /// <summary>Kept by whoever adds a pair, so that two at once meet on it.</summary>
    public int Version { get; private set; }

    public bool IsActiveOn(DateOnly day) => EnteredOn <= day && (LeftOn is null || day <= LeftOn);

    public void Choose(IEnumerable<int> topicIds)
    {
        var chosen = topicIds.ToHashSet();
        Topics.RemoveAll(t => !chosen.Contains(t.TopicId));
        Topics.AddRange(chosen.Where(id => !Topics.Exists(t => t.TopicId == id)).Select(id => new MenteeTopic { TopicId = id, OrganizationId = OrganizationId }));
    }

    /// <summary>Until a mentor is found somebody else supports him; an empty name ends it. Earlier ones stay in the journal.</summary>
    public void Support(string? name, DateOnly? since, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            (SupportedBy, SupportedSince) = (null, null);
            return;
        }
        if (since is null)
            throw new DomainException("Укажите, с какого дня.", nameof(SupportedSince));
        if (since > today || since < EnteredOn)
            throw new DomainException($"В базе с {EnteredOn:dd.MM.yyyy}: день поддержки не раньше и не позже сегодняшнего.", nameof(SupportedSince));
        (SupportedBy, SupportedSince) = (name.Trim(), since);
    }

    public void Leave(DateOnly lastDay)
    {
        if (lastDay < EnteredOn)
            throw new DomainException($"В базе с {EnteredOn:dd.MM.yyyy}; последний день не может быть раньше.", "LastDay");
        LeftOn = lastDay;
    }

    public void Return() => LeftOn = null;
}

public sealed class MenteeTopic : IOwnedByOrganization
{
    public int Id { get; private set; }
    public int? OrganizationId { get; init; }
    public int MenteeId { get; private set; }
    public int TopicId { get; init; }
    public Topic? Topic { get; private set; }
}

/// <summary>A line of the one directory of request topics and competences: what is asked and what is offered meet by it.</summary>
public sealed class Topic(string name) : IVersioned
{
    public int Id { get; private set; }
    [NotPersonal] public string Name { get; set; } = name;
    /// <summary>Offered in forms; a retired topic stays where it was chosen.</summary>
    public bool IsActive { get; set; } = true;
    public int Version { get; private set; }
}
