using System.Globalization;
using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>One field of a change, in words; both values are null where the reader may not see the field.</summary>
public sealed record HistoryField(string Name, string? Old, string? New, bool Hidden);

/// <summary>One line of «История»: who did what to the row, and when (municipal time).</summary>
public sealed record HistoryLine(DateTime At, string Who, string What, IReadOnlyList<HistoryField> Fields);

/// <summary>
/// «История» of a card, out of the journal: <c>await History.Of(db, clock, cancel, ("RoadmapItem", id))</c>, shown by
/// <c>&lt;partial name="_History" model="…" /&gt;</c>. The journal's scope decides which lines a person gets.
/// </summary>
public static class History
{
    private const int Longest = 100;

    public static async Task<IReadOnlyList<HistoryLine>> Of(PortalDb db, MunicipalClock clock, CancellationToken cancel, params (string Entity, object Id)[] rows)
    {
        var keys = rows.Select(r => r.Entity + "/" + string.Create(CultureInfo.InvariantCulture, $"{r.Id}")).ToList();
        var entries = await db.Audit.Where(a => keys.Contains(a.Entity + "/" + a.EntityId))
            .OrderByDescending(a => a.Id).Take(Longest)
            .Select(a => new { a.At, a.ActorName, a.Action, a.Entity, a.Changes, a.Detail })
            .ToListAsync(cancel);
        // An admin manages accounts and reads the journal, not the registries: he is told the names of personal fields alone.
        var seesPersonal = db.Scope.Actor is { Role: not Role.Admin };
        return [.. entries.Select(e => new HistoryLine(clock.Local(e.At), e.ActorName, What(e.Action, e.Entity!, e.Detail),
            [.. e.Changes.Select(c => Field(e.Entity!, c, seesPersonal)).OfType<HistoryField>()]))];
    }

    private static string What(AuditAction action, string entity, string? detail) => action switch
    {
        AuditAction.Created => HistoryWords.Created(entity),
        AuditAction.Changed => "изменено",
        AuditAction.Deleted => "удалено",
        AuditAction.Downloaded => "скачано",
        AuditAction.Exported => "выгружено",
        _ => detail ?? "",
    };

    /// <summary>Null for a field that is the program's own business: keys, derived columns.</summary>
    private static HistoryField? Field(string entity, AuditChange change, bool seesPersonal) =>
        HistoryWords.Field(entity, change.Field) is not { } name ? null
        : change.Personal && !seesPersonal ? new HistoryField(name, null, null, Hidden: true)
        : new HistoryField(name, HistoryWords.Value(change.Old), HistoryWords.Value(change.New), Hidden: false);
}
