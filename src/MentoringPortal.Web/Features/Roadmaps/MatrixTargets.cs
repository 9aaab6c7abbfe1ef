using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Web.Features.Coverage;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Roadmaps;

/// <summary>How an organization stands with a row that coverage counts.</summary>
/// <param name="Meets">Null without a headcount, or where the number may not be shown.</param>
public sealed record TargetCell(string Words, bool? Meets);

/// <summary>The cells of rows that are targets: on the target's day, or today while it is ahead. One command, and a few for each population; a roadmap names one or two.</summary>
public static class MatrixTargets
{
    /// <summary>In the place of an organization: the row of the department, of its units and of others answers for all.</summary>
    public const int Municipality = 0;

    public static async Task<IReadOnlyDictionary<(int ItemId, int OrganizationId), TargetCell>> Load(PortalDb db, CoverageCounts counts, int roadmapId, DateOnly today, CancellationToken cancel)
    {
        var targets = (await db.CoverageTargets.Where(t => t.RoadmapItem!.RoadmapId == roadmapId && t.Counted != null && t.By != null)
                .Select(t => new { ItemId = t.RoadmapItemId!.Value, Counted = t.Counted!.Value, t.Role, t.Percent, By = t.By!.Value }).ToListAsync(cancel))
            .GroupBy(t => t.ItemId, (_, ofItem) => ofItem.MaxBy(t => t.By)!).ToList();
        var cells = new Dictionary<(int, int), TargetCell>();
        foreach (var group in targets.GroupBy(t => (t.Counted, t.Role)))
        {
            var view = await CoverageView.Load(db, counts, new(group.Key.Counted) { Role = group.Key.Role }, null, [.. group.Select(t => On(t.By)).Distinct()], cancel);
            foreach (var target in group)
            {
                var rows = view.Rows(On(target.By), target.Percent);
                var hidden = HiddenNumbers.Among(rows.ConvertAll(r => (r.Id, r.Share!.Covered)), db.Scope.IsDepartment);
                foreach (var row in rows)
                    cells[(target.ItemId, row.Id)] = Cell(row.Share!, target.Percent, hidden.Contains(row.Id));
                var total = view.Total(On(target.By));
                cells[(target.ItemId, Municipality)] = Cell(total, target.Percent, SmallGroups.Hides(total.Covered, db.Scope.IsDepartment));
            }
        }
        return cells;

        static TargetCell Cell(CoverageShare share, decimal percent, bool isHidden) =>
            isHidden ? new(HiddenNumbers.Words, null) : new($"{share}; цель – {CoverageShare.PercentWords(percent)}", share.Meets(percent));

        DateOnly On(DateOnly by) => by < today ? by : today;
    }
}
