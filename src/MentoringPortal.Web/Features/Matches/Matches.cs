using MentoringPortal.Data;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Matches;

/// <param name="Name">The curator's own person; nothing of the other's card.</param>
/// <param name="OtherKind">What kind of organization has the same name and date of birth.</param>
/// <param name="Mine">The curator's answer so far.</param>
public sealed record MatchRow(int Id, int PersonId, string Name, string? ClassName, OrganizationKind OtherKind, bool? Mine, MatchState State);

/// <summary>GET /matches: a curator's own people who may stand in another organization too; the department sees numbers alone.</summary>
/// <param name="Records">People in all banks.</param>
/// <param name="Distinct">Human beings behind them, by the confirmed matches.</param>
public sealed record MatchList(IReadOnlyList<MatchRow> Rows, int Possible, int Confirmed, int Refused, int Records, int Distinct)
{
    public static async Task<MatchList> Load(PortalDb db, CancellationToken cancel)
    {
        var matches = await db.PersonMatches.AsNoTracking().OrderBy(m => m.Id).ToListAsync(cancel);
        var records = await db.People.CountAsync(p => p.Mentee != null || p.Mentor != null, cancel);
        var confirmed = matches.Where(m => m.State == MatchState.Confirmed).Select(m => (m.FirstPersonId, m.SecondPersonId));
        return new(db.Scope.IsCurator ? await RowsOf(db, matches, cancel) : [], matches.Count(m => m.State == MatchState.Possible), matches.Count(m => m.State == MatchState.Confirmed),
            matches.Count(m => m.State == MatchState.Refused), records, PersonMatch.Distinct(records, confirmed));
    }

    private static async Task<IReadOnlyList<MatchRow>> RowsOf(PortalDb db, List<PersonMatch> matches, CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        var ids = matches.ConvertAll(m => m.FirstOrganizationId == own ? m.FirstPersonId : m.SecondPersonId);
        var people = await db.People.AsNoTracking().Where(p => p.OrganizationId == own && ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        return
        [
            .. matches.Select(m => (Match: m, IsFirst: m.FirstOrganizationId == own))
                .Select(m => (m.Match, m.IsFirst, Person: people[m.IsFirst ? m.Match.FirstPersonId : m.Match.SecondPersonId]))
                .Select(m => new MatchRow(m.Match.Id, m.Person.Id, m.Person.Name.Full, m.Person.ClassName, m.IsFirst ? m.Match.SecondKind : m.Match.FirstKind,
                    m.IsFirst ? m.Match.FirstAnswer : m.Match.SecondAnswer, m.Match.State))
                .OrderBy(r => r.Mine is not null).ThenBy(r => r.Name, StringComparer.CurrentCulture),
        ];
    }
}

/// <summary>Finds the same name and date of birth in two organizations; of adults the same name with the same telephone or workplace.</summary>
public static class MatchFinder
{
    /// <summary>Runs in the department's scope: no curator looks into another school. Answers how many new ones there are.</summary>
    public static async Task<int> Find(PortalDb db, CancellationToken cancel)
    {
        var found = await NewPairs(db).ToListAsync(cancel);
        var ids = found.SelectMany(f => new[] { f.FirstId, f.SecondId }).Distinct().ToList();
        var people = await db.People.Include(p => p.Organization).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        db.PersonMatches.AddRange(found.Select(f => (First: people[f.FirstId], Second: people[f.SecondId]))
            .Select(f => new PersonMatch(f.First, f.First.Organization!.Kind, f.Second, f.Second.Organization!.Kind)));
        await db.SaveChangesAsync(cancel);
        return found.Count;
    }

    private static IQueryable<FoundPair> NewPairs(PortalDb db) =>
        from first in db.People
        join second in db.People on first.NameKey equals second.NameKey
        where first.OrganizationId < second.OrganizationId && first.LeftOn == null && second.LeftOn == null
            && ((first.BirthDate != null && first.BirthDate == second.BirthDate)
                || (first.BirthDate == null && second.BirthDate == null && first.Contact != null && first.Contact == second.Contact)
                || (first.BirthDate == null && second.BirthDate == null && first.Mentor!.Workplace != null && first.Mentor.Workplace == second.Mentor!.Workplace))
            && !db.PersonMatches.Any(m => m.FirstPersonId == first.Id && m.SecondPersonId == second.Id)
        select new FoundPair(first.Id, second.Id);

    private sealed record FoundPair(int FirstId, int SecondId);
}
