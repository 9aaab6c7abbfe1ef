using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Data.Requests;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Requests;

/// <summary>A cell over all answers: the sum, and without those who stand in two organizations.</summary>
/// <param name="Answers">How many organizations gave a number.</param>
/// <param name="IsHidden">Of so few people that the reader may not see the number.</param>
public sealed record SummaryCell(CellKind Kind, int Sum, int Repeated, int Answers, bool IsHidden)
{
    public int Distinct => Math.Max(0, Sum - Repeated);

    public string Words => Kind == CellKind.Crossed ? "×" : Answers == 0 ? "нет данных" : IsHidden ? SmallGroups.Words : $"{Distinct}";
}

public sealed record SummaryCorrection(string Organization, StatedCell Cell);

public sealed record SummaryOrganization(
    int Id, string Name, SubmissionState State, bool IsLate, DateTime? SubmittedAt, IReadOnlyDictionary<(int Row, int Column), StatedCell> Cells, string? Responsible, string? Phone,
    int Documents, int Accepted, IReadOnlySet<(int Row, int Column)> Hidden)
{
    public bool IsAnswered => Submission.IsAnswered(State);

    public string Words(int row, int column) => Hidden.Contains((row, column)) ? HiddenNumbers.Words : Cells.TryGetValue((row, column), out var cell) && cell.Stated is { } stated ? $"{stated}" : "нет данных";
}

/// <summary>Сводная таблица: rows × forms over all answers, and each organization's own. What is counted twice is what the registry knows to stand in two answering organizations.</summary>
public sealed record RequestSummary(
    RequestHead Head, IReadOnlyList<IReadOnlyList<SummaryCell>> Cells, IReadOnlyList<SummaryOrganization> Organizations, IReadOnlyList<SummaryCorrection> Corrections, DateOnly Today)
{
    public IReadOnlyList<SummaryOrganization> Answered => [.. Organizations.Where(o => o.IsAnswered)];

    public IReadOnlyList<SummaryOrganization> Owing => [.. Organizations.Where(o => !o.IsAnswered)];

    public bool HasRepeats => Cells.SelectMany(r => r).Any(c => c.Repeated > 0);

    /// <summary>The cells in which anything stands, in the order of the form.</summary>
    public IReadOnlyList<(int Row, int Column)> Filled => [.. from row in Enumerable.Range(0, Cells.Count) from column in Enumerable.Range(0, Cells[row].Count) where Cells[row][column].Kind != CellKind.Crossed select (row, column)];

    public static async Task<RequestSummary> Load(PortalDb db, MeasureCounts counts, RequestHead head, DateOnly today, CancellationToken cancel)
    {
        var answers = await db.Submissions.Where(s => s.RequestId == head.Id).Select(s => new
        {
            Id = s.OrganizationId!.Value,
            s.Organization!.ShortName,
            s.State,
            s.IsLate,
            s.SubmittedAt,
            s.Cells,
            s.ResponsibleName,
            s.ResponsiblePhone,
            Documents = s.Documents.Count,
            Accepted = s.Documents.Count(d => d.State == DocumentState.Accepted),
        }).ToListAsync(cancel);
        var order = await db.Organizations.InOrder().Select(o => o.Id).ToListAsync(cancel);
        var rows = answers.OrderBy(a => order.IndexOf(a.Id)).Select(a => new SummaryOrganization(a.Id, a.ShortName, a.State, a.IsLate, a.SubmittedAt,
            a.Cells.ToDictionary(c => (c.Row, c.Column)), a.ResponsibleName, a.ResponsiblePhone, a.Documents, a.Accepted, EmptyHidden)).ToList();
        if (head.Sheet is not { } sheet)
            return new(head, [], rows, [], today);
        var known = await RequestFormPage.Known(db, cancel);
        var repeats = head.IsOpen ? await SheetCounts.Repeats(counts, sheet, known, head.CountedOn(today), [.. rows.Where(r => r.IsAnswered).Select(r => r.Id)], cancel) : head.Repeats;
        var seesPeople = db.Scope.IsDepartment;
        rows = seesPeople ? rows : Masked(rows, sheet);
        return new(head, CellsOf(sheet, known, [.. rows.Where(r => r.IsAnswered)], repeats, seesPeople), rows, seesPeople ? CorrectionsOf(rows) : [], today);
    }

    private static readonly IReadOnlySet<(int, int)> EmptyHidden = new HashSet<(int, int)>();

    private static IReadOnlyList<IReadOnlyList<SummaryCell>> CellsOf(CountingForm sheet, List<MentoringForm> known, List<SummaryOrganization> answered, IReadOnlyList<RepeatedCell> repeats, bool seesPeople) =>
        [.. Enumerable.Range(0, sheet.Rows.Count).Select(row => (IReadOnlyList<SummaryCell>)[.. Enumerable.Range(0, sheet.Columns.Count).Select(column =>
        {
            var stated = answered.Select(a => a.Cells.GetValueOrDefault((row, column))?.Stated).OfType<int>().ToList();
            var repeated = repeats.FirstOrDefault(r => r.Row == row && r.Column == column)?.Value ?? 0;
            return new SummaryCell(sheet.KindOf(row, column, known), stated.Sum(), repeated, stated.Count, IsOfPeople(sheet, row) && SmallGroups.Hides(stated.Sum() - repeated, seesPeople));
        })])];

    /// <summary>For whoever may not see the people.</summary>
    private static List<SummaryOrganization> Masked(List<SummaryOrganization> rows, CountingForm sheet)
    {
        var hidden = rows.ToDictionary(r => r.Id, _ => new HashSet<(int, int)>());
        foreach (var cell in rows.SelectMany(r => r.Cells.Keys).Distinct().Where(c => IsOfPeople(sheet, c.Row)))
        {
            foreach (var id in HiddenNumbers.Among(rows.ConvertAll(r => (r.Id, r.Cells.GetValueOrDefault(cell)?.Stated ?? 0)), seesPeople: false))
                hidden[id].Add(cell);
        }
        return rows.ConvertAll(r => r with { Hidden = hidden[r.Id] });
    }

    private static bool IsOfPeople(CountingForm sheet, int row) => sheet.Rows[row].Measure?.Measure is not (Measure.Enterprises or Measure.Pairs or Measure.CompletedPairs);

    /// <summary>For the department alone: a reason is in the school's own words and may name a child.</summary>
    private static IReadOnlyList<SummaryCorrection> CorrectionsOf(List<SummaryOrganization> rows) =>
        [.. from row in rows.Where(r => r.IsAnswered) from cell in row.Cells.Values where cell.IsCorrected orderby cell.Row, cell.Column select new SummaryCorrection(row.Name, cell)];
}
