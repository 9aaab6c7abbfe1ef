namespace MentoringPortal.Data.Demo;

/// <summary>The accounts of the demo municipality; only where <c>Demo__Enabled</c>.</summary>
public static class DemoAccounts
{
    public const string Password = "Наставник-2026-demo";
    public const string Domain = "demo.example";

    /// <summary>Name before the @, role, shown name, short name of the organization.</summary>
    internal static readonly (string Login, Role Role, string Name, string? Organization)[] All =
    [
        ("admin", Role.Admin, "Администратор портала", null),
        ("department", Role.Department, DemoMunicipality.DepartmentCurator, null),
        ("official", Role.Official, "Ветров Глеб Аркадьевич", null),
        ("curator1", Role.Curator, "Снегирёва Алла Романовна", "Лицей № 3"),
        ("curator2", Role.Curator, "Дубравин Олег Тихонович", "Школа № 7"),
        ("mentor1", Role.Mentor, "Полевая Рита Захаровна", "Лицей № 3"),
        ("mentor2", Role.Mentor, "Озеров Клим Янович", "Лицей № 3"),
    ];
}
