using MentoringPortal.Domain.Organizations;

namespace MentoringPortal.Domain.Imports;

/// <summary>Who a party of the paper is in this municipality.</summary>
public enum ExecutorAs
{
    /// <summary>Owes nothing by itself («родители», «обучающиеся»).</summary>
    Nobody,
    Department,
    Unit,
    /// <summary>A unit that enters the register together with the paper.</summary>
    NewUnit,
    Outside,
    Organizations,
}

/// <summary>One party decided: chosen organizations, where there are any, go before kinds.</summary>
public sealed record ExecutorChoice(ExecutorAs As)
{
    public int? UnitId { get; init; }
    public IReadOnlyList<OrganizationKind> Kinds { get; init; } = [];
    public IReadOnlyList<int> OrganizationIds { get; init; } = [];
}

public sealed record RegisteredOrganization(int Id, string Name, OrganizationKind Kind);

public sealed record RegisteredUnit(int Id, string Name, string Abbreviation);

/// <summary>A person with an appointment: in a unit, in an organization, or in the department itself.</summary>
public sealed record RegisteredPerson(string Name, int? UnitId, int? OrganizationId);

/// <summary>Whom the municipality knows today: open organizations, open units, people with an appointment.</summary>
public sealed record Register(
    IReadOnlyList<RegisteredOrganization> Organizations, IReadOnlyList<RegisteredUnit> Units, IReadOnlyList<RegisteredPerson> People)
{
    /// <summary>«Образовательные организации» without further words: enterprises, universities and methodical centres are partners.</summary>
    public static readonly IReadOnlyList<OrganizationKind> Educational =
        [OrganizationKind.School, OrganizationKind.SupplementaryEducation, OrganizationKind.Kindergarten, OrganizationKind.College];

    public IEnumerable<int> OfKinds(IReadOnlyCollection<OrganizationKind> kinds) => Organizations.Where(o => kinds.Contains(o.Kind)).Select(o => o.Id);

    /// <summary>The organizations a choice means; ids that are not in the register are left out.</summary>
    public IEnumerable<int> Meant(ExecutorChoice choice) => choice.OrganizationIds.Count > 0
        ? Organizations.Where(o => choice.OrganizationIds.Contains(o.Id)).Select(o => o.Id)
        : OfKinds(choice.Kinds);
}
