using System.Globalization;
using System.Linq.Expressions;
using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>One line of «История»: who did what when, field by field.</summary>
public sealed record HistoryLine(DateTime At, string Who, string What, IReadOnlyList<HistoryChange> Changes);

/// <summary>Old and new value in words; both null where the reader may not see values of the field.</summary>
public sealed record HistoryChange(string Field, string? Old, string? New);

/// <summary>«История» of a card, out of the journal. Values of personal fields are not shown to the admin.</summary>
public static class History
{
    private const int Shown = 50;

    /// <summary>History of these rows, each named by its entity and id.</summary>
    public static Task<IReadOnlyList<HistoryLine>> Of(PortalDb db, MunicipalClock clock, CancellationToken cancel, params (string Entity, object Id)[] rows)
    {
        var keys = rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Entity}/{r.Id}")).ToList();
        // The first two conditions are what the index serves; the pair of both decides.
        var entities = rows.Select(r => r.Entity).Distinct().ToList();
        var ids = rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Id}")).ToList();
        return Load(db, clock, a => entities.Contains(a.Entity!) && ids.Contains(a.EntityId!) && keys.Contains(a.Entity + "/" + a.EntityId), cancel);
    }

    public static async Task<IReadOnlyList<HistoryLine>> Load(PortalDb db, MunicipalClock clock,
        Expression<Func<AuditEntry, bool>> lines, CancellationToken cancel)
    {
        var entries = await db.Audit.AsNoTracking()
            .Where(a => a.Action == AuditAction.Created || a.Action == AuditAction.Changed || a.Action == AuditAction.Deleted)
            .Where(lines).OrderByDescending(a => a.Id).Take(Shown).ToListAsync(cancel);
        return [.. entries.Select(e => new HistoryLine(clock.Local(e.At), e.ActorName,
            $"{AuditWords.Of(e.Action)}: {AuditWords.Entity(e.Entity)}", [.. Changes(db, clock, e, f => !AuditWords.IsTechnical(f))]))];
    }

    /// <summary>Changed fields of one line in words, those that <paramref name="isShown"/> lets through.</summary>
    public static IEnumerable<HistoryChange> Changes(PortalDb db, MunicipalClock clock, AuditEntry entry, Func<string, bool> isShown)
    {
        var hidesPersonal = db.Scope.Actor is { Role: Role.Admin };
        foreach (var change in entry.Changes.Where(c => isShown(c.Field)))
        {
            var type = AuditWords.TypeOf(db.Model, entry.Entity, change.Field);
            var field = AuditWords.Field(entry.Entity, change.Field);
            yield return hidesPersonal && change.Personal
                ? new HistoryChange(field, null, null)
                : new HistoryChange(field, AuditWords.Value(change.Old, type, clock), AuditWords.Value(change.New, type, clock));
        }
    }
}
