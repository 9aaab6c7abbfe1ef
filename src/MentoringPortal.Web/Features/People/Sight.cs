using MentoringPortal.Data;
using MentoringPortal.Domain.People;

namespace MentoringPortal.Web.Features.People;

/// <summary>The table «Who sees what» of the domain for one reader and one person; <c>tests/fields.csv</c> is the same table for the tests.</summary>
/// <param name="IsOwn">The reader is the curator of the person's organization.</param>
/// <param name="IsDepartment">The reader is the department.</param>
/// <param name="IsChild">A pupil, or a student under age.</param>
public readonly record struct Sight(bool IsOwn, bool IsDepartment, bool IsChild)
{
    public static Sight Of(Actor actor, int? organizationId, PersonKind kind, DateOnly? born) =>
        new(actor.Role == Role.Curator && actor.OrganizationId == organizationId, actor.Role == Role.Department, kind == PersonKind.Pupil || born is not null);

    /// <summary>Adults are seen by name; of a child the department sees initials until it asks for the name.</summary>
    public bool FullName => IsOwn || !IsChild;

    /// <summary>An adult's own telephone or e-mail; another organization learns it with an accepted offer.</summary>
    public bool Contact => IsOwn || (IsDepartment && !IsChild);

    /// <summary>Date of birth, parents, request, categories.</summary>
    public bool Private => IsOwn;

    /// <summary>The person as this reader may name him.</summary>
    public string NameOf(PersonName name) => FullName ? name.Full : name.Initials;
}
