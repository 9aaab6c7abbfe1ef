using MentoringPortal.Domain.People;

namespace MentoringPortal.Domain.Applications;

/// <summary>What the applicant wants to be.</summary>
public enum ApplicantRole { Mentee, Mentor }

/// <summary>
/// A secret address by which a class, or the teachers, hand in «анкета желающего» without accounts (Тюхтетский округ, stages 2–3): for so many people, to a
/// last day. A link taken back is a row deleted.
/// </summary>
public sealed class ApplicationLink : IOwnedByOrganization, IVersioned
{
    public const int MostPlaces = 300;
    public const int MostDays = 60;

    private ApplicationLink() { }

    /// <param name="organizationId">Who collects.</param>
    /// <param name="role">What they will be.</param>
    /// <param name="kind">Who they are.</param>
    /// <param name="className">Of pupils, one class; null where each writes his own.</param>
    /// <param name="codeHash">Hash of the secret.</param>
    /// <param name="until">Last day.</param>
    /// <param name="places">How many may answer.</param>
    /// <param name="today">The municipality's today.</param>
    public ApplicationLink(int organizationId, ApplicantRole role, PersonKind kind, string? className, string codeHash, DateOnly until, int places, DateOnly today)
    {
        if (until < today || until > today.AddDays(MostDays))
            throw new DomainException($"Последний день – от сегодняшнего и не позже чем через {MostDays} дней.", nameof(Until));
        if (places is < 1 or > MostPlaces)
            throw new DomainException($"Укажите, сколько человек ответит: от 1 до {MostPlaces}.", nameof(Places));
        (OrganizationId, Role, Kind, CodeHash, Until, Places) = (organizationId, role, kind, codeHash, until, places);
        ClassName = kind == PersonKind.Pupil ? Person.ReadClass(className)?.Name : null;
    }

    public int Id { get; private set; }
    public int? OrganizationId { get; private set; }
    public ApplicantRole Role { get; private set; }
    public PersonKind Kind { get; private set; }
    [NotPersonal] public string? ClassName { get; private set; }
    [NotPersonal] public string CodeHash { get; private set; } = "";
    public DateOnly Until { get; private set; }
    public int Places { get; private set; }
    public int Taken { get; private set; }
    /// <summary>Moved by every application, so that the last place is given once.</summary>
    public int Version { get; private set; }

    public bool IsOpenOn(DateOnly day) => day <= Until && Taken < Places;

    /// <summary>One more has answered.</summary>
    public void Take(DateOnly today)
    {
        if (!IsOpenOn(today))
            throw new DomainException("По этой ссылке анкеты больше не принимают.");
        Taken++;
    }
}
