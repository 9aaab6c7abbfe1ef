using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Data.Requests;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Web.Features.Orders;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Requests;

/// <summary>What is asked, as every page of a request shows it.</summary>
public sealed record RequestHead(
    int Id, int? OrderId, string? Letter, string What, string? Text, DateOnly Due, DateOnly OpenedOn, DateOnly? ClosedOn, DateOnly AsOf, int SchoolYear,
    IReadOnlyList<RequestedDocument> Checklist, CountingForm? Sheet, IReadOnlyList<RepeatedCell> Repeats, int Version)
{
    public string Url => $"/requests/{Id}";

    public bool IsOpen => ClosedOn is null;

    public DateOnly CountedOn(DateOnly today) => AsOf < today ? AsOf : today;

    /// <summary>Null for one that is not there, is not the reader's, or is not opened yet.</summary>
    public static async Task<RequestHead?> Find(PortalDb db, int requestId, CancellationToken cancel)
    {
        var q = await db.InformationRequests.Where(r => r.Id == requestId && r.OpenedOn != null).Select(r => new
        {
            r.Id,
            r.OrderId,
            Kind = (Domain.Orders.OrderKind?)r.Order!.Kind,
            r.Order.Number,
            r.Order.Date,
            r.What,
            r.Text,
            r.Due,
            r.OpenedOn,
            r.ClosedOn,
            r.AsOf,
            r.SchoolYear,
            r.Checklist,
            r.Sheet,
            r.Repeats,
            r.Version,
        }).SingleOrDefaultAsync(cancel);
        return q is null ? null : new(q.Id, q.Kind is null ? null : q.OrderId, q.Kind is { } kind ? OrderWords.Caption(kind, q.Number, q.Date) : null, q.What, q.Text, q.Due!.Value, q.OpenedOn!.Value, q.ClosedOn,
            q.AsOf!.Value, q.SchoolYear!.Value, q.Checklist, q.Sheet, q.Repeats, q.Version);
    }
}

/// <param name="Value">What stands in the field: as typed, else as stated, else as counted.</param>
/// <param name="Before">What the last answer stated here, where it was another.</param>
public sealed record CellView(int Row, int Column, CellKind Kind, int? Counted, string? Value, string? Reason, string? Difference, int? Before)
{
    public string Key => $"{Row}_{Column}";

    public bool IsCorrected => !string.IsNullOrEmpty(Difference);
}

public sealed record AnswerFileRow(Guid Id, string Name, long Size, DateTime UploadedAt);

public sealed record DocumentView(int Id, RequestedDocument Asked, DocumentState State, string? Reason, IReadOnlyList<string> Found, IReadOnlyList<AnswerFileRow> Files);

public sealed record VersionView(int Number, DateTime At, string By, IReadOnlyList<StatedCell> Cells, IReadOnlyList<string> Files, string? Outcome, string? Reason, DateTime? DecidedAt, string? DecidedBy);

/// <summary>GET /requests/{requestId} for a curator, …/answers/{organizationId} for the department: one organization's answer.</summary>
public sealed record AnswerPage(
    RequestHead Head, int OrganizationId, string Organization, SubmissionState State, bool IsLate, DateTime? SubmittedAt, string? ReturnReason, IReadOnlyList<IReadOnlyList<CellView>> Cells,
    IReadOnlyList<DocumentView> Documents, IReadOnlyList<VersionView> Versions, DateOnly Today, bool IsReviewer)
{
    public AnswerForm Form { get; init; } = new();

    public ReviewForm Review { get; init; } = new();

    public string Url => IsReviewer ? $"{Head.Url}/answers/{OrganizationId}" : Head.Url;

    public bool IsEditable => !IsReviewer && Head.IsOpen && Submission.IsOwed(State);

    public bool IsOverdue => Head.IsOpen && Submission.IsOwed(State) && Head.Due < Today;

    public static async Task<AnswerPage?> Load(PortalDb db, MeasureCounts counts, DateOnly today, int requestId, int organizationId, AnswerForm? typed, CancellationToken cancel)
    {
        if (await RequestHead.Find(db, requestId, cancel) is not { } head
            || await db.Submissions.AsNoTracking().Include(s => s.Organization).Include(s => s.Documents.OrderBy(d => d.Ordinal)).ThenInclude(d => d.Files.Where(f => f.RemovedAt == null)).Include(s => s.Versions.OrderBy(v => v.Number))
                .AsSplitQuery().SingleOrDefaultAsync(s => s.RequestId == requestId && s.OrganizationId == organizationId, cancel) is not { } answer)
            return null;
        var known = head.Sheet is null ? [] : await RequestFormPage.Known(db, cancel);
        var isReviewer = !db.Scope.IsCurator;
        var isOwed = head.IsOpen && Submission.IsOwed(answer.State);
        var counted = isOwed && head.Sheet is { } sheet ? await SheetCounts.Of(counts, sheet, known, head.CountedOn(today), organizationId, cancel) : null;
        return new(head, organizationId, answer.Organization!.ShortName, answer.State, answer.IsLate, answer.SubmittedAt, answer.ReturnReason, CellsOf(head.Sheet, known, answer, counted, typed),
            [.. answer.Documents.Select(d => new DocumentView(d.Id, head.Checklist[d.Ordinal], d.State, d.Reason, d.Found, [.. d.Files.OrderBy(f => f.UploadedAt).Select(f => new AnswerFileRow(f.Id, f.Name, f.Size, f.UploadedAt))]))],
            [.. answer.Versions.OrderByDescending(v => v.Number).Select(v => new VersionView(v.Number, v.At, v.ByName, v.Cells, v.Files, v.Outcome, v.Reason, v.DecidedAt, v.DecidedByName))],
            today, isReviewer)
        {
            Form = typed ?? await FormOf(db, answer, isOwed && !isReviewer, today, cancel),
        };
    }

    /// <summary>Who answers for it: as written before, else the curator of the day.</summary>
    private static async Task<AnswerForm> FormOf(PortalDb db, Submission answer, bool isFilled, DateOnly today, CancellationToken cancel)
    {
        var form = new AnswerForm { Version = answer.Version, ResponsibleName = answer.ResponsibleName, ResponsiblePhone = answer.ResponsiblePhone };
        if (!isFilled || form.ResponsibleName is not null)
            return form;
        var curators = await db.Appointments.Where(a => a.OrganizationId == answer.OrganizationId && a.Role == AppointmentRole.Curator && a.From <= today && (a.To == null || a.To >= today))
            .OrderByDescending(a => a.From).ThenByDescending(a => a.Id).Take(1).Select(a => new { a.PersonName, a.Phone, School = a.Organization!.Phone }).ToListAsync(cancel);
        if (curators is [var curator])
            (form.ResponsibleName, form.ResponsiblePhone) = (curator.PersonName, curator.Phone ?? curator.School);
        return form;
    }

    private static List<IReadOnlyList<CellView>> CellsOf(
        CountingForm? sheet, IReadOnlyCollection<MentoringForm> known, Submission answer, IReadOnlyDictionary<(int Row, int Column), int>? counted, AnswerForm? typed)
    {
        var rows = new List<IReadOnlyList<CellView>>();
        for (var row = 0; row < (sheet?.Rows.Count ?? 0); row++)
            rows.Add([.. Enumerable.Range(0, sheet!.Columns.Count).Select(column => CellOf(row, column, sheet.KindOf(row, column, known), answer, counted, typed))]);
        return rows;
    }

    private static CellView CellOf(int row, int column, CellKind kind, Submission answer, IReadOnlyDictionary<(int Row, int Column), int>? counted, AnswerForm? typed)
    {
        var stated = answer.Cells.FirstOrDefault(c => c.Row == row && c.Column == column);
        int? inRegistry = kind != CellKind.Counted ? null : counted is null ? stated?.Counted : counted[(row, column)];
        var key = $"{row}_{column}";
        var last = answer.Versions.MaxBy(v => v.Number)?.Cells.FirstOrDefault(c => c.Row == row && c.Column == column)?.Stated;
        // Sent and returned, a cell that nobody has corrected follows the registry; a correction stays.
        var own = counted is not null && stated is { IsCorrected: false, Counted: not null } ? null : stated?.Stated;
        var value = typed is null ? (own ?? inRegistry)?.ToString(System.Globalization.CultureInfo.InvariantCulture) : typed.Cells.GetValueOrDefault(key);
        var now = new StatedCell(row, column, inRegistry, int.TryParse(value, out var number) ? number : null, null);
        return new(row, column, kind, inRegistry, value, typed is null ? stated?.Reason : typed.Reasons.GetValueOrDefault(key), kind == CellKind.Counted ? now.Difference : null,
            counted is not null && last is not null && last != now.Stated ? last : null);
    }
}
