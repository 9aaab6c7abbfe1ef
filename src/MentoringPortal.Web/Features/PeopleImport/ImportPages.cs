using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using MentoringPortal.Data;
using MentoringPortal.Domain.Exchange;
using MentoringPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.PeopleImport;

/// <summary>A table brought in the last days.</summary>
public sealed record TableRow(Guid TableId, string FileName, DateTime At, PeopleImportState State, int Created, int Updated, int Pairs);

/// <summary>GET /people/import</summary>
public sealed record ImportIndex(UploadForm Form, IReadOnlyList<TableRow> Tables)
{
    public static async Task<ImportIndex> Load(PortalDb db, UploadForm form, MunicipalClock clock, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var tables = await db.PeopleImports.Where(i => i.ExpiresAt > now).OrderByDescending(i => i.CreatedAt)
            .Select(i => new TableRow(i.Id, i.FileName, i.CreatedAt, i.State, i.Created, i.Updated, i.Pairs)).ToListAsync(cancel);
        return new(form, [.. tables.Select(t => t with { At = clock.Local(t.At) })]);
    }

    public static string Of(PeopleImportState state) => state switch
    {
        PeopleImportState.Draft => "не сохранено",
        PeopleImportState.Saving => "загружается",
        PeopleImportState.Saved => "загружено",
        PeopleImportState.Undone => "отменено",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

/// <summary>POST /people/import/{tableId}/save</summary>
public sealed class SaveTableForm
{
    /// <summary>What the preview showed, as a hash: saving what was not shown is refused.</summary>
    [StringLength(64)]
    public string? Seen { get; set; }
}

/// <summary>GET /people/import/{tableId} before saving</summary>
/// <param name="Rows">Errors first, then what should be looked at, then what will be done; not more than a page can show.</param>
/// <param name="Twin">When the same file was saved before; null if never.</param>
public sealed record ImportPreview(Guid TableId, string FileName, int Create, int Update, int Skip, int Error, int Pairs, IReadOnlyList<JudgedRow> Rows, IReadOnlyList<string> Unknown, DateTime? Twin, string Seen)
{
    public const int MostShown = 200;

    public int Total => Create + Update + Skip + Error;

    public static async Task<ImportPreview> Load(PortalDb db, PeopleImportWork work, Domain.Exchange.PeopleImport table, MunicipalClock clock, CancellationToken cancel)
    {
        var rows = await work.Judge(db, table, cancel);
        var twin = await db.PeopleImports.Where(i => i.Sha256 == table.Sha256 && i.OrganizationId == table.OrganizationId && i.Id != table.Id && i.State == PeopleImportState.Saved)
            .MaxAsync(i => i.SavedAt, cancel);
        int Count(ExchangeVerdict verdict) => rows.Count(r => r.Verdict == verdict);
        return new(table.Id, table.FileName, Count(ExchangeVerdict.Create), Count(ExchangeVerdict.Update), Count(ExchangeVerdict.Skip), Count(ExchangeVerdict.Error), rows.Count(r => r.Pair is not null),
            [.. rows.OrderBy(r => r.Verdict != ExchangeVerdict.Error).ThenBy(r => r.Remarks.Count == 0).Take(MostShown)], [.. rows.Select(r => r.Row.Sheet).Distinct().SelectMany(s => s.Unknown).Distinct(StringComparer.Ordinal)],
            twin is { } at ? clock.Local(at) : null, Fingerprint(rows));
    }

    private static string Fingerprint(IReadOnlyList<JudgedRow> rows) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', rows.Select(r => $"{r.Verdict}|{string.Join(',', r.People.Select(p => $"{p.Person.Id}:{p.Person.Version}"))}")))));
}

/// <summary>GET /people/import/{tableId} after saving</summary>
public sealed record ImportResult(Guid TableId, string FileName, PeopleImportState State, Guid? JobId, int Created, int Updated, int Pairs, IReadOnlyList<JudgedRow> Errors, bool IsCutOff, int Taken, bool CanUndo, DateTime? UndoUntil)
{
    public static async Task<ImportResult> Load(PortalDb db, PeopleImportWork work, Domain.Exchange.PeopleImport table, MunicipalClock clock, CancellationToken cancel)
    {
        var errors = await work.NotStored(db, table, cancel);
        var isCutOff = await work.IsCutOff(db, table, cancel);
        return new(table.Id, table.FileName, table.State, table.JobId, table.Created, table.Updated, table.Pairs, errors, isCutOff, table.Taken, table.CanUndo(clock.UtcNow, isCutOff),
            table.SavedAt is { } saved ? clock.Local(saved + Domain.Exchange.PeopleImport.UndoWithin) : null);
    }
}
