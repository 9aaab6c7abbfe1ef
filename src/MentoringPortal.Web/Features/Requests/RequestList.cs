using MentoringPortal.Data;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Web.Features.Orders;
using MentoringPortal.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Requests;

/// <param name="Own">The state of the reader's own answer; null for whoever asks.</param>
public sealed record RequestRow(int Id, string What, DateOnly? Due, DateOnly? ClosedOn, int Asked, int Answered, int Waiting, SubmissionState? Own, bool IsOverdue)
{
    public bool IsOwed => ClosedOn is null && Own is { } state && Submission.IsOwed(state);
}

/// <summary>A request that stands in a letter and waits to be opened.</summary>
public sealed record ReadRequestRow(int Id, int OrderId, string What, DateOnly? Due, string Letter);

/// <param name="Years">School years of those closed, by their first calendar year.</param>
/// <summary>GET /requests: a school's task list; for the department what is open, what was closed, and what letters ask for and nobody has opened.</summary>
public sealed record RequestList(Paged<RequestRow> Rows, IReadOnlyList<ReadRequestRow> Read, bool IsClosed, int Open, int Closed, bool IsCurator, int? Year, IReadOnlyList<int> Years)
{
    public static async Task<RequestList> Load(PortalDb db, bool isClosed, int? year, PageRequest paging, DateOnly today, CancellationToken cancel)
    {
        var isCurator = db.Scope.IsCurator;
        var opened = db.InformationRequests.Where(q => q.OpenedOn != null);
        var counts = await opened.GroupBy(q => new { IsClosed = q.ClosedOn != null, q.SchoolYear }).Select(g => new { g.Key.IsClosed, g.Key.SchoolYear, Count = g.Count() }).ToListAsync(cancel);
        var years = isClosed ? counts.Where(c => c.IsClosed).Select(c => c.SchoolYear!.Value).OrderDescending().ToList() : [];
        if (year is { } asked && !years.Contains(asked))
            year = null;
        var rows = await opened.Where(q => isClosed == (q.ClosedOn != null) && (year == null || q.SchoolYear == year))
            .OrderBy(q => isCurator && !q.Submissions.Any(s => s.State != SubmissionState.Submitted && s.State != SubmissionState.Accepted))
            .ThenBy(q => isClosed ? null : q.Due).ThenByDescending(q => q.ClosedOn).ThenBy(q => q.Id)
            .Select(q => new RequestRow(q.Id, q.What, q.Due, q.ClosedOn, q.Submissions.Count,
                q.Submissions.Count(s => s.State == SubmissionState.Submitted || s.State == SubmissionState.Accepted), q.Submissions.Count(s => s.State == SubmissionState.Submitted),
                isCurator ? q.Submissions.Select(s => (SubmissionState?)s.State).FirstOrDefault() : null, q.Due < today && q.ClosedOn == null))
            .ToPageAsync(paging, cancel);
        var read = db.Scope.IsDepartment && !isClosed
            ? await db.InformationRequests.Where(q => q.OpenedOn == null && q.OrderId != null).OrderByDescending(q => q.OrderId).ThenBy(q => q.Ordinal)
                .Select(q => new { q.Id, q.OrderId, q.What, q.Due, q.Order!.Kind, q.Order.Number, q.Order.Date }).ToListAsync(cancel)
            : [];
        int Of(bool closed) => counts.Where(c => c.IsClosed == closed).Sum(c => c.Count);
        return new(rows, read.ConvertAll(q => new ReadRequestRow(q.Id, q.OrderId!.Value, q.What, q.Due, OrderWords.Caption(q.Kind, q.Number, q.Date))), isClosed, Of(false), Of(true), isCurator, year, years);
    }
}
