using MentoringPortal.Data;

namespace MentoringPortal.Web.Security;

/// <summary>Roles as people call them.</summary>
public static class RoleNames
{
    public static string Of(Role role) => role switch
    {
        Role.Admin => "администратор",
        Role.Department => "специалист управления",
        Role.Official => "руководитель (только просмотр)",
        Role.Curator => "куратор организации",
        Role.Mentor => "наставник",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
