namespace MentoringPortal.Domain.Organizations;

/// <summary>Образовательная организация or a partner: school, supplementary institution, kindergarten, college, enterprise, university.</summary>
public sealed class Organization : IVersioned, ISearchable
{
    public int Id { get; private set; }
    public OrganizationKind Kind { get; set; }
    [NotPersonal] public string ShortName { get; set; } = "";
    [NotPersonal] public string FullName { get; set; } = "";
    [NotPersonal] public string? HeadPosition { get; set; }
    [Personal] public string? HeadName { get; set; }
    [NotPersonal] public string? Phone { get; set; }
    [NotPersonal] public string? Email { get; set; }
    [NotPersonal] public string? Address { get; set; }
    /// <summary>First day of work; null where it has always been there, as far as the portal is concerned.</summary>
    public DateOnly? OpenedOn { get; private set; }
    /// <summary>Last day of work, or null while it works.</summary>
    public DateOnly? ClosedOn { get; private set; }
    public List<Participation> Participations { get; } = [];
    public List<Appointment> Appointments { get; } = [];
    public int Version { get; private set; }

    [NotPersonal] public string SearchSource => $"{ShortName} {FullName}";
    [NotPersonal] public string SortSource => ShortName;

    /// <summary>What makes two short names one: neither case, nor Ё, nor the space after «№» tells organizations apart.</summary>
    public static string NameKey(string shortName) => Text.SearchKey.Of(shortName).Replace("№ ", "№", StringComparison.Ordinal);

    /// <exception cref="DomainException">It would open after it has closed.</exception>
    public void Open(DateOnly? firstDay) =>
        OpenedOn = firstDay > ClosedOn ? throw new DomainException($"Организация закрыта {ClosedOn:dd.MM.yyyy}: первый день не может быть позже.", nameof(OpenedOn)) : firstDay;

    public void Close(DateOnly lastDay)
    {
        if (ClosedOn is not null)
            throw new DomainException($"Организация уже закрыта с {ClosedOn:dd.MM.yyyy}.");
        if (lastDay < OpenedOn)
            throw new DomainException($"Организация открыта {OpenedOn:dd.MM.yyyy}; последний день не может быть раньше.", "LastDay");
        ClosedOn = lastDay;
    }

    public void Reopen() => ClosedOn = null;
}
