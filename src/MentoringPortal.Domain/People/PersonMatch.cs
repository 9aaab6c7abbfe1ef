using MentoringPortal.Domain.Organizations;

namespace MentoringPortal.Domain.People;

public enum MatchState { Possible, Confirmed, Refused }

/// <summary>
/// One human being in two organizations, as far as name and date of birth tell (of adults: name and telephone or workplace). Both curators say whether it
/// is so; neither sees the other's card. Municipal counts of distinct people go by the confirmed ones.
/// </summary>
public sealed class PersonMatch : IVersioned
{
    private PersonMatch() { }

    /// <param name="first">A person.</param>
    /// <param name="firstKind">Kind of his organization: all that the other curator learns of it.</param>
    /// <param name="second">The same name in another organization.</param>
    /// <param name="secondKind">Kind of that organization.</param>
    public PersonMatch(Person first, OrganizationKind firstKind, Person second, OrganizationKind secondKind)
    {
        if (first.OrganizationId == second.OrganizationId || first.NameKey != second.NameKey || first.BirthDate != second.BirthDate)
            throw new DomainException("Совпадением считают одинаковые имя и дату рождения в двух организациях.");
        (FirstPersonId, FirstOrganizationId, FirstKind) = (first.Id, first.OrganizationId!.Value, firstKind);
        (SecondPersonId, SecondOrganizationId, SecondKind) = (second.Id, second.OrganizationId!.Value, secondKind);
    }

    public int Id { get; private set; }
    public int FirstPersonId { get; private set; }
    public int FirstOrganizationId { get; private set; }
    public OrganizationKind FirstKind { get; private set; }
    /// <summary>Null until its curator has answered.</summary>
    public bool? FirstAnswer { get; private set; }
    public int SecondPersonId { get; private set; }
    public int SecondOrganizationId { get; private set; }
    public OrganizationKind SecondKind { get; private set; }
    public bool? SecondAnswer { get; private set; }
    public int Version { get; private set; }

    public MatchState State => (FirstAnswer, SecondAnswer) switch
    {
        (false, _) or (_, false) => MatchState.Refused,
        (true, true) => MatchState.Confirmed,
        _ => MatchState.Possible,
    };

    /// <summary>One organization's own answer; it may be changed, the other's never.</summary>
    public void Answer(int organizationId, bool isSame)
    {
        if (organizationId == FirstOrganizationId)
            FirstAnswer = isSame;
        else if (organizationId == SecondOrganizationId)
            SecondAnswer = isSame;
        else
            throw new DomainException("На это совпадение отвечают две его организации.");
    }

    /// <summary>How many human beings stand behind so many records, where these pairs of records are one person each; a person may stand in three organizations.</summary>
    public static int Distinct(int records, IEnumerable<(int First, int Second)> confirmed)
    {
        var leader = new Dictionary<int, int>();
        var joined = 0;
        foreach (var (first, second) in confirmed)
            if (Leader(first) is var one && Leader(second) is var other && one != other)
            {
                leader[one] = other;
                joined++;
            }
        return records - joined;

        int Leader(int id)
        {
            while (leader.TryGetValue(id, out var next))
                id = next;
            return id;
        }
    }
}
