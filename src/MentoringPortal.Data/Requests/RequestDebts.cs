using MentoringPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data.Requests;

/// <summary>An open request, and the organizations that have not answered it.</summary>
/// <param name="Department">Who asks.</param>
public sealed record RequestDebt(string Department, int RequestId, string What, DateOnly Due, DateOnly OpenedOn, IReadOnlyList<int> OrganizationIds);

public static class SubmissionQueries
{
    public static IQueryable<Submission> OfOpenRequests(this IQueryable<Submission> submissions) => submissions.Where(s => s.Request!.OpenedOn != null && s.Request.ClosedOn == null);

    /// <summary>The organization has not handed its answer in, or has it back.</summary>
    public static IQueryable<Submission> Owed(this IQueryable<Submission> submissions) =>
        submissions.OfOpenRequests().Where(s => s.State == SubmissionState.NotStarted || s.State == SubmissionState.InProgress || s.State == SubmissionState.Returned);
}

/// <summary>Who owes an answer, for reminders that the portal writes by itself.</summary>
public sealed class RequestDebts(PortalDbFactory factory)
{
    public async Task<IReadOnlyList<RequestDebt>> Load(CancellationToken cancel)
    {
        await using var db = factory.System("напоминания о запросах");
        var department = await db.Departments.Select(d => d.Name).SingleOrDefaultAsync(cancel);
        var rows = await db.Submissions.Owed()
            .Select(s => new { s.RequestId, s.Request!.What, s.Request.Due, s.Request.OpenedOn, s.OrganizationId }).ToListAsync(cancel);
        return [.. rows.GroupBy(r => (r.RequestId, r.What, r.Due, r.OpenedOn), r => r.OrganizationId!.Value)
            .Select(g => new RequestDebt(department ?? "", g.Key.RequestId, g.Key.What, g.Key.Due!.Value, g.Key.OpenedOn!.Value, [.. g]))];
    }
}
