using MentoringPortal.Data;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.People;

namespace MentoringPortal.Web.Features.Pairs;

/// <summary>«Who sees what» of a pair: its organization's curator and its mentor everything of the work, the department states and dates.</summary>
/// <param name="IsOwn">The reader is the curator of the pair's organization.</param>
/// <param name="IsMentor">The reader is a mentor: the scope shows him his own pairs alone.</param>
public readonly record struct PairSight(Actor Actor, int? OrganizationId, bool IsOwn, bool IsMentor)
{
    public static PairSight Of(Actor actor, int? organizationId) =>
        new(actor, organizationId, actor.Role == Role.Curator && actor.OrganizationId == organizationId, actor.Role == Role.Mentor);

    /// <summary>Topics, plan, requests, reasons, results.</summary>
    public bool Words => IsOwn || IsMentor;

    public string NameOf(PairName person)
    {
        var name = new PersonName(person.Surname, person.Given, person.Patronymic);
        return IsMentor ? name.Full : Sight.Of(Actor, OrganizationId, person.Kind, person.BirthDate).NameOf(name);
    }
}

/// <summary>What a query takes of a person in order to name him as the reader may.</summary>
public sealed record PairName(int PersonId, string Surname, string Given, string? Patronymic, PersonKind Kind, DateOnly? BirthDate, int? Grade, string? ClassLetter)
{
    public string? ClassName => Grade is null ? null : $"{Grade} {ClassLetter}".TrimEnd();
}
