using MentoringPortal.Domain.Applications;
using MentoringPortal.Domain.Exchange;
using MentoringPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data;

/// <summary>What the portal throws away by itself. Rows are deleted here, on record; the bytes of their files are the caller's.</summary>
public sealed class Housekeeping(PortalDbFactory factory, TimeProvider time, MunicipalClock clock)
{
    /// <summary>Deletes the drafts of imports whose days are over and returns the stored names of their files.</summary>
    public async Task<IReadOnlyList<string>> DeleteExpiredImports(CancellationToken cancel = default)
    {
        await using var db = factory.System("уборка черновиков");
        var now = time.GetUtcNow().UtcDateTime;
        var expired = await db.RoadmapImports.Where(d => d.ExpiresAt <= now).ToListAsync(cancel);
        var tables = await db.PeopleImports.Where(i => i.ExpiresAt <= now).ToListAsync(cancel);
        db.RemoveRange(expired);
        db.RemoveRange(tables);
        db.RemoveRange(await db.Jobs.Where(j => j.FinishedAt != null && j.CreatedAt <= now.AddDays(-PeopleImport.DaysKept)).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
        return [.. expired.Select(d => d.StoredName).OfType<string>(), .. tables.Select(i => i.StoredName)];
    }

    /// <summary>Deletes applications that nobody has decided on in their days, and links that are over.</summary>
    public async Task DeleteForgottenApplications(CancellationToken cancel = default)
    {
        await using var db = factory.System("уборка анкет желающих");
        var (today, oldest) = (clock.Today, clock.Today.AddDays(-Application.DaysKept));
        db.RemoveRange(await db.Applications.Where(a => a.ReceivedOn <= oldest).ToListAsync(cancel));
        db.RemoveRange(await db.ApplicationLinks.Where(l => l.Until < today).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Every stored name that some row knows; a file with another name belongs to nobody.</summary>
    public async Task<IReadOnlySet<string>> KnownFiles(CancellationToken cancel = default)
    {
        await using var db = factory.System("уборка файлов");
        var kept = await db.Files.Select(f => f.StoredName).ToListAsync(cancel);
        var drafts = await db.RoadmapImports.Select(d => d.StoredName).ToListAsync(cancel);
        var tables = await db.PeopleImports.Select(i => i.StoredName).ToListAsync(cancel);
        return kept.Concat(tables).Concat(drafts.OfType<string>()).ToHashSet(StringComparer.Ordinal);
    }
}
