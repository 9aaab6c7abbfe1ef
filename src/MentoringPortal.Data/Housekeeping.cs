using MentoringPortal.Domain.Applications;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Exchange;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data;

/// <summary>What the portal does by itself, each day: throws away what it promised to, and looks whose consents have run out. Rows change here, on record; the bytes of files are the caller's.</summary>
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

    /// <summary>Pairs at work whose consents hold no more: the mentor does not see them until there are others. And those that wait for what is there by now.</summary>
    /// <param name="people">Pairs of these people alone: somebody has just given or withdrawn a consent; null for all.</param>
    public async Task ReviewConsents(IReadOnlyCollection<int>? people = null, CancellationToken cancel = default)
    {
        for (var failures = 0; ;)
        {
            try
            {
                await ReviewOnce(people, cancel);
                return;
            }
            catch (DbUpdateConcurrencyException) when (++failures < 3)
            {
                // Somebody works with one of these pairs in the same moment: what he has written is looked at too.
            }
        }
    }

    private async Task ReviewOnce(IReadOnlyCollection<int>? people, CancellationToken cancel)
    {
        await using var db = factory.System("сроки согласий");
        var rules = await db.ConsentRules.AsNoTracking().ToListAsync(cancel);
        var today = clock.Today;
        var active = db.Pairs.Where(p => p.State == PairState.Active && p.From <= today);
        if (people is not null)
            active = active.Where(p => p.Mentees.Any(m => m.To == null && people.Contains(m.Mentee!.PersonId)) || p.Mentors.Any(m => m.To == null && people.Contains(m.Mentor!.PersonId)));
        var organizations = await active.Select(p => p.OrganizationId).Distinct().ToListAsync(cancel);
        foreach (var organizationId in organizations)
        {
            var pairs = await active.Where(p => p.OrganizationId == organizationId)
                .Include(p => p.Mentors).ThenInclude(m => m.Mentor!.Person!.Consents).Include(p => p.Mentees).ThenInclude(m => m.Mentee!.Person!.Consents)
                .AsSplitQuery().ToListAsync(cancel);
            var lacking = pairs.Select(p => p.CurrentMentor!.Mentor!).Where(m => m.OrganizationId != organizationId && ConsentCheck.LacksOwn(m, rules, today)).Select(m => m.Id).ToHashSet();
            foreach (var pair in pairs)
                if (ConsentCheck.Missing(pair, rules, today, lacking).Count > 0)
                    pair.LapseConsent(today.AddDays(-1));
                else
                    pair.ConfirmConsent();
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
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
