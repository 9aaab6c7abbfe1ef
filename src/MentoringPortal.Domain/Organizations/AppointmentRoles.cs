namespace MentoringPortal.Domain.Organizations;

/// <summary>What an appointed person is called.</summary>
public static class AppointmentRoles
{
    /// <summary>Roles in an organization or in the department as a whole.</summary>
    public static readonly IReadOnlyList<AppointmentRole> General =
        [AppointmentRole.Curator, AppointmentRole.DataKeeper, AppointmentRole.WorkingGroupHead, AppointmentRole.WorkingGroupMember];

    /// <summary>Roles in one unit of the department.</summary>
    public static readonly IReadOnlyList<AppointmentRole> InUnit = [AppointmentRole.UnitHead, AppointmentRole.UnitMember];

    public static string Of(AppointmentRole role, bool municipal = false) => role switch
    {
        AppointmentRole.Curator => municipal ? "муниципальный куратор" : "куратор",
        AppointmentRole.DataKeeper => "ответственный за данные",
        AppointmentRole.WorkingGroupHead => "руководитель рабочей группы",
        AppointmentRole.WorkingGroupMember => "член рабочей группы",
        AppointmentRole.UnitHead => "руководитель подразделения",
        AppointmentRole.UnitMember => "сотрудник подразделения",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
