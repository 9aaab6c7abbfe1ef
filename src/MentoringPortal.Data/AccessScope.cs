using MentoringPortal.Domain;

namespace MentoringPortal.Data;

/// <summary>The five roles; each account has exactly one.</summary>
public enum Role { Admin, Department, Official, Curator, Mentor }

/// <summary>Who acts, as the audit and the scope need it.</summary>
public sealed record Actor(int UserId, string Name, Role Role, int? OrganizationId)
{
    /// <summary>A mentor's own pairs; nothing for everybody else.</summary>
    public MentorReach Reach { get; init; } = MentorReach.Nothing;
}

/// <summary>
/// What a mentor's own pairs let him see, found once a request. A filter that asked for it row by row would put the whole chain from a person
/// to a pair's mentor into every query.
/// </summary>
public sealed record MentorReach(IReadOnlyList<int> PairIds, IReadOnlyList<int> MenteeIds, IReadOnlyList<int> PersonIds)
{
    public static readonly MentorReach Nothing = new([], [], []);

    /// <summary>The mentor himself; an identifier no row has where he is in no bank.</summary>
    public int OwnPersonId { get; init; }
}

/// <summary>What a secret address opens: one person's questionnaire, or the door for the applications of many.</summary>
public enum LinkKind { Survey, Applications }

/// <summary>The one row that a secret address opens to whoever holds it, without an account.</summary>
/// <param name="Kind">Of which table.</param>
/// <param name="Id">The row.</param>
/// <param name="OrganizationId">Whose row it is: the journal's lines are the organization's.</param>
/// <param name="Name">In Russian, who acts then: the journal shows it.</param>
public sealed record LinkedRow(LinkKind Kind, int Id, int OrganizationId, string Name);

/// <summary>
/// Which rows the actor may read and write. Every query filter of <see cref="PortalDb"/> asks it, so that a forgotten check in a controller
/// shows nothing foreign; where nobody acts, it throws.
/// </summary>
public sealed class AccessScope
{
    /// <summary>An identifier no row has: «no organization» must never compare equal to a null owner.</summary>
    private const int Nobody = -1;

    private AccessScope(Actor? actor, LinkedRow? link, string? systemReason)
    {
        Actor = actor;
        Link = link;
        SystemReason = systemReason;
    }

    /// <summary>The acting person; null for the system itself and for the holder of a secret address.</summary>
    public Actor? Actor { get; }

    /// <summary>What the holder of a secret address may reach; filters and the write guard name each such row themselves.</summary>
    public LinkedRow? Link { get; }

    /// <summary>Why the system acts without a person, e.g. «вход».</summary>
    public string? SystemReason { get; }

    public bool IsSystem => SystemReason is not null;

    /// <summary>Who acts, for the journal.</summary>
    public string ActorName => Actor?.Name ?? Link?.Name ?? SystemReason!;

    /// <summary>All organizations' rows.</summary>
    public bool SeesAll => IsSystem || Actor?.Role is Role.Department or Role.Official;

    /// <summary>Names of organizations, units, the department's card: needed by whoever manages accounts.</summary>
    public bool SeesDirectories => SeesAll || Actor?.Role == Role.Admin;

    /// <summary>The curator's own organization; mentors and admins own no rows of registries.</summary>
    public int OrganizationId => Actor is { Role: Role.Curator, OrganizationId: { } id } ? id : Nobody;

    /// <summary>The organization a curator or a mentor belongs to, for its name and nothing more.</summary>
    public int HomeOrganizationId => Actor is { Role: Role.Curator or Role.Mentor, OrganizationId: { } id } ? id : Nobody;

    public int UserId => Actor?.UserId ?? Nobody;

    public bool IsAdmin => Actor?.Role == Role.Admin;

    public bool IsDepartment => Actor?.Role == Role.Department;

    public bool IsCurator => OrganizationId != Nobody;

    /// <summary>The pairs, mentees and people of a mentor's own pairs.</summary>
    public IReadOnlyList<int> PairIds => Reach.PairIds;

    public IReadOnlyList<int> MenteeIds => Reach.MenteeIds;

    public IReadOnlyList<int> PersonIds => Reach.PersonIds;

    /// <summary>A mentor's own person.</summary>
    public int OwnPersonId => Reach.OwnPersonId;

    /// <summary>The questionnaire that a secret address opens.</summary>
    public int LinkedSurveyId => Link is { Kind: LinkKind.Survey } link ? link.Id : Nobody;

    /// <summary>The link for applications that a secret address opens.</summary>
    public int LinkedApplicationsId => Link is { Kind: LinkKind.Applications } link ? link.Id : Nobody;

    private MentorReach Reach => Actor?.Reach ?? MentorReach.Nothing;

    public static AccessScope For(Actor actor) => new(actor, null, null);

    /// <summary>Nothing but the row of a secret address.</summary>
    public static AccessScope For(LinkedRow link) => new(null, link, null);

    /// <summary>Whole access for a job, a verb or sign-in. Call sites are listed by a test.</summary>
    internal static AccessScope System(string reason) => new(null, null, reason);

    /// <summary>Whether the actor may add, change or delete this row. Rows of nobody in particular are the department's to write.</summary>
    internal bool MayWrite(object entity) => IsSystem || Actor?.Role switch
    {
        Role.Department => true,
        Role.Admin => entity is not IOwnedByOrganization,
        Role.Curator => entity is IOwnedByOrganization owned && owned.OrganizationId == OrganizationId,
        _ => false,
    };
}

/// <summary>Where <see cref="PortalDb"/> asks who acts. Lazy: sign-in needs the database before it knows the person.</summary>
public abstract class ScopeSource
{
    /// <exception cref="InvalidOperationException">Nobody acts.</exception>
    public abstract AccessScope Current { get; }

    /// <summary>Request id and address for the audit; null outside a request.</summary>
    public virtual string? RequestId => null;

    public virtual string? Address => null;
}

/// <summary>A person for whom the portal works outside a request.</summary>
internal sealed class ActorScope(Actor actor) : ScopeSource
{
    public override AccessScope Current { get; } = AccessScope.For(actor);
}

/// <param name="reason">In Russian: the journal shows it where nobody acts.</param>
/// <param name="request">The request in which the system acts for somebody who is nobody yet.</param>
internal sealed class SystemScope(string reason, ScopeSource? request = null) : ScopeSource
{
    public override AccessScope Current { get; } = AccessScope.System(reason);

    public override string? RequestId => request?.RequestId;

    public override string? Address => request?.Address;
}
