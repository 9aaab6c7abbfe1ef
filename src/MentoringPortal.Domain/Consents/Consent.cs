using MentoringPortal.Domain.People;

namespace MentoringPortal.Domain.Consents;

/// <summary>What is agreed to: processing; handing data to a mentor from outside; publication of a photo or a case.</summary>
public enum ConsentKind { Processing, Transfer, Publication }

public enum ConsentSigner { Self, Parent }

/// <summary>Согласие на обработку персональных данных: a document of its own (152-ФЗ ст. 9).</summary>
public sealed class Consent : IOwnedByOrganization, IVersioned
{
    private Consent() { }

    /// <param name="person">Whose data.</param>
    /// <param name="kind">What is agreed to.</param>
    /// <param name="signedOn">Date of signing, not in the future.</param>
    /// <param name="hasOwnLine">A teenager from 14 has signed beside the parent.</param>
    /// <param name="today">The municipality's today.</param>
    public Consent(Person person, ConsentKind kind, DateOnly signedOn, bool hasOwnLine, DateOnly today)
    {
        if (signedOn > today)
            throw new DomainException("Дата согласия — в будущем.", nameof(SignedOn));
        Signer = person.IsMinorOn(signedOn) ? ConsentSigner.Parent : ConsentSigner.Self;
        if (Signer == ConsentSigner.Parent && Ages.On(person.BirthDate!.Value, signedOn) >= Ages.Teenager && !hasOwnLine)
            throw new DomainException("С 14 лет рядом с подписью родителя нужна подпись самого подростка.", nameof(HasOwnLine));
        (Person, OrganizationId, Kind, SignedOn, HasOwnLine) = (person, person.OrganizationId, kind, signedOn, hasOwnLine);
    }

    public int Id { get; private set; }
    public int? OrganizationId { get; private set; }
    public int PersonId { get; private set; }
    public Person? Person { get; private set; }
    public ConsentKind Kind { get; private set; }
    public ConsentSigner Signer { get; private set; }
    [Personal] public string? SignerName { get; set; }
    public bool HasOwnLine { get; private set; }
    public DateOnly SignedOn { get; private set; }
    /// <summary>Number of the paper or of the folder it lies in.</summary>
    [NotPersonal] public string? PaperNumber { get; set; }
    public Guid? FileId { get; set; }
    /// <summary>What its scans are kept as, those that were replaced too: a name that says nothing of the person.</summary>
    public string ScanName => $"Согласие {Id}";
    public DateOnly? ValidTo { get; set; }
    public DateOnly? WithdrawnOn { get; private set; }
    public int Version { get; private set; }

    /// <summary>The last day on which it holds, or null: its term, the day before withdrawal, and for a parent's the day before the 18th birthday.</summary>
    public DateOnly? LastDay(DateOnly? born)
    {
        DateOnly?[] ends = [ValidTo, WithdrawnOn?.AddDays(-1), Signer == ConsentSigner.Parent && born is { } b ? Ages.Birthday(b, Ages.Adult).AddDays(-1) : null];
        return ends.Min();
    }

    public bool HoldsOn(DateOnly day, DateOnly? born) => SignedOn <= day && (LastDay(born) is not { } last || day <= last);

    /// <summary>The person or the parent takes it back; data must be destroyed within the department's term (152-ФЗ ст. 21).</summary>
    public void Withdraw(DateOnly day)
    {
        if (WithdrawnOn is not null)
            throw new DomainException($"Согласие уже отозвано {WithdrawnOn:dd.MM.yyyy}.");
        if (day < SignedOn)
            throw new DomainException("Отзыв раньше подписания.", "Day");
        WithdrawnOn = day;
    }
}

/// <summary>What is done with the data; each has its ground in the settings.</summary>
public enum ConsentActivity { Register, Pair, OutsideMentor, Publication }

/// <summary>Ground of processing of one activity: the consent it needs, or the law where <see cref="Kind"/> is null.</summary>
public sealed class ConsentRule(ConsentActivity activity, ConsentKind? kind) : IVersioned
{
    public ConsentActivity Activity { get; private set; } = activity;
    public ConsentKind? Kind { get; set; } = kind;
    public int Version { get; private set; }

    /// <summary>Until the department decides otherwise: the school's register by law; a pair, handing over and publication by consent.</summary>
    public static readonly IReadOnlyList<ConsentRule> BuiltIn =
    [
        new(ConsentActivity.Register, null),
        new(ConsentActivity.Pair, ConsentKind.Processing),
        new(ConsentActivity.OutsideMentor, ConsentKind.Transfer),
        new(ConsentActivity.Publication, ConsentKind.Publication),
    ];

    /// <summary>Kinds of consent that the activities need together.</summary>
    public static IReadOnlyList<ConsentKind> Needed(IEnumerable<ConsentRule> rules, params ReadOnlySpan<ConsentActivity> activities)
    {
        var kinds = new List<ConsentKind>();
        foreach (var activity in activities)
            if (rules.First(r => r.Activity == activity).Kind is { } kind && !kinds.Contains(kind))
                kinds.Add(kind);
        return kinds;
    }
}
