using System.Security.Claims;
using MentoringPortal.Data;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Executions;

/// <summary>An execution together with those that an obligation joins with it.</summary>
public static class ExecutionTasks
{
    public static Signature Signature(this ClaimsPrincipal user, MunicipalClock clock) => new(user.Actor().UserId, user.Actor().Name, clock.UtcNow);

    /// <summary>The executions of the same executor at the rows joined with each of the given ones, by the given one's id. Two commands for any number.</summary>
    public static async Task<ILookup<int, Execution>> JoinedWith(PortalDb db, IReadOnlyCollection<Execution> executions, CancellationToken cancel)
    {
        var itemIds = executions.Select(x => x.RoadmapItemId).Distinct().ToList();
        var parts = await db.Set<ObligationPart>()
            .Where(p => p.RoadmapItemId != null && p.Obligation!.Parts.Any(q => q.RoadmapItemId != null && itemIds.Contains(q.RoadmapItemId.Value)))
            .Select(p => new { p.ObligationId, ItemId = p.RoadmapItemId!.Value })
            .ToListAsync(cancel);
        if (parts.Count == 0)
            return Enumerable.Empty<Execution>().ToLookup(_ => 0);
        var joinedIds = parts.Select(p => p.ItemId).Distinct().ToList();
        var all = await db.Executions.Include(x => x.RoadmapItem).Where(x => joinedIds.Contains(x.RoadmapItemId)).ToListAsync(cancel);
        return (from execution in executions
                let obligations = parts.Where(p => p.ItemId == execution.RoadmapItemId).Select(p => p.ObligationId).ToHashSet()
                let items = parts.Where(p => obligations.Contains(p.ObligationId)).Select(p => p.ItemId).ToHashSet()
                from other in all
                where other.Id != execution.Id && items.Contains(other.RoadmapItemId) && Assignee.Of(other) == Assignee.Of(execution)
                select (execution.Id, Other: other)).ToLookup(p => p.Id, p => p.Other);
    }

    /// <summary>Accepts reports and what is joined with them; returns how many of the given ones. All are saved, or none.</summary>
    public static async Task<int> AcceptAll(PortalDb db, IReadOnlyCollection<Execution> submitted, Signature by, CancellationToken cancel)
    {
        var joined = await JoinedWith(db, submitted, cancel);
        foreach (var execution in submitted)
        {
            // One that was accepted together with another is accepted already.
            if (execution.State == ExecutionState.Submitted)
                execution.Together(joined[execution.Id], x => x.Accept(null, by));
        }
        await db.SaveChangesAsync(cancel);
        return submitted.Count;
    }
}
