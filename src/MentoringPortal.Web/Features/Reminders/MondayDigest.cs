using MentoringPortal.Data;
using MentoringPortal.Data.Mail;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Mail;

namespace MentoringPortal.Web.Features.Reminders;

/// <summary>The Monday digest: to curators, mentors and the department, each what he himself finds under «Требует внимания»; nothing where nothing waits.</summary>
public sealed class MondayDigest(MailQueue queue, MailSettings settings, MunicipalClock clock)
{
    private const int Hour = 8;

    /// <summary>After a Monday that the portal slept through the digest still comes for so many days.</summary>
    private const int LateDays = 2;

    /// <summary>The Monday whose digest is due now, or null.</summary>
    public DateOnly? Due()
    {
        var now = clock.Local(clock.UtcNow);
        var since = ((int)now.DayOfWeek + 6) % 7;
        return since > LateDays || (since == 0 && now.Hour < Hour) ? null : DateOnly.FromDateTime(now).AddDays(-since);
    }

    public Task Write(DateOnly monday, CancellationToken cancel) => queue.WriteOnce([Role.Curator, Role.Mentor, Role.Department], $"digest:{monday:yyyyMMdd}", async db =>
    {
        var ladder = await PairLadder.Load(db, clock.Today, cancel);
        return ladder.Count == 0 ? null : ($"Наставничество: ждут внимания, {clock.Today:d MMMM}", ladder.Text(settings.PublicUrl, clock.Today));
    }, cancel);
}
