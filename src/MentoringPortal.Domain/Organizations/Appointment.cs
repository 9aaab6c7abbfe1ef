namespace MentoringPortal.Domain.Organizations;

/// <summary>What a person answers for.</summary>
public enum AppointmentRole
{
    /// <summary>Куратор of one organization, or the municipal one.</summary>
    Curator,
    /// <summary>Responsible for data handed to the department.</summary>
    DataKeeper,
    WorkingGroupHead,
    WorkingGroupMember,
    UnitHead,
    UnitMember,
}

/// <summary>Назначение: who answers for what in an organization, in the department or in its unit, by which order, from–to.</summary>
public sealed class Appointment : IOwnedByOrganization, IVersioned
{
    public int Id { get; private set; }
    /// <summary>Null for the department and its units.</summary>
    public int? OrganizationId { get; init; }
    public Organization? Organization { get; private set; }
    public int? DepartmentUnitId { get; init; }
    public DepartmentUnit? DepartmentUnit { get; init; }
    public AppointmentRole Role { get; set; }
    [Personal] public string PersonName { get; set; } = "";
    [NotPersonal] public string? Position { get; set; }
    [Personal] public string? Phone { get; set; }
    [Personal] public string? Email { get; set; }
    [NotPersonal] public string? OrderNumber { get; set; }
    public DateOnly? OrderDate { get; set; }
    public DateOnly From { get; set; }
    /// <summary>Last day, or null while it lasts.</summary>
    public DateOnly? To { get; set; }
    /// <summary>School year for which the appointment was last confirmed; asked anew each September.</summary>
    public int ConfirmedFor { get; private set; }
    public int Version { get; private set; }

    public bool IsOn(DateOnly day) => From <= day && (To is null || day <= To);

    public void MoveStart(DateOnly firstDay)
    {
        if (firstDay > To)
            throw new DomainException("Дата назначения позже даты его окончания.", nameof(From));
        From = firstDay;
    }

    public void Confirm(Time.SchoolYear year)
    {
        if (To is not null && To < year.Start)
            throw new DomainException("Назначение закончилось до начала учебного года; оформите новое.");
        ConfirmedFor = year.StartYear;
    }

    public void End(DateOnly lastDay)
    {
        if (lastDay < From)
            throw new DomainException($"Человек назначен с {From:dd.MM.yyyy}; последний день не может быть раньше.", "LastDay");
        To = lastDay;
    }
}
