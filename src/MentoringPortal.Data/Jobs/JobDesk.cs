using MentoringPortal.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data.Jobs;

/// <summary>What the runner of jobs may do as the system: keep the state of jobs, and act for their owners within the owners' rights.</summary>
public sealed class JobDesk(PortalDbFactory factory, TimeProvider time)
{
    private const string Reason = "выполнение заданий";

    /// <summary>Jobs that wait, or that a stop of the portal has cut off.</summary>
    public async Task<IReadOnlyList<Guid>> Unfinished(CancellationToken cancel)
    {
        await using var db = factory.System(Reason);
        return await db.Jobs.Where(j => j.State == JobState.Queued || j.State == JobState.Running).OrderBy(j => j.CreatedAt).Select(j => j.Id).ToListAsync(cancel);
    }

    /// <summary>Marks the job as running and answers it with its owner; null where there is nothing left to do.</summary>
    public async Task<(Job Job, Actor Owner)?> Start(Guid jobId, CancellationToken cancel)
    {
        await using var db = factory.System(Reason);
        if (await db.Jobs.SingleOrDefaultAsync(j => j.Id == jobId, cancel) is not { IsFinished: false } job)
            return null;
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == job.OwnerId && !u.IsDisabled, cancel) is not { } user)
        {
            job.Fail("Учётная запись, от имени которой шло задание, закрыта.", Now);
            await db.SaveChangesAsync(cancel);
            return null;
        }
        job.Start(Now);
        await db.SaveChangesAsync(cancel);
        return (job, new Actor(user.Id, user.DisplayName, user.Role, user.OrganizationId));
    }

    /// <summary>The database as the owner sees it.</summary>
    public PortalDb For(Actor owner) => factory.For(owner);

    public Task Advance(Guid jobId, int done, int total, CancellationToken cancel) => Change(jobId, job => job.Advance(done, total), cancel);

    public Task Finish(Guid jobId, CancellationToken cancel) => Change(jobId, job => job.Finish(Now), cancel);

    public Task Fail(Guid jobId, string error, CancellationToken cancel) => Change(jobId, job => job.Fail(error, Now), cancel);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task Change(Guid jobId, Action<Job> change, CancellationToken cancel)
    {
        await using var db = factory.System(Reason);
        change(await db.Jobs.SingleAsync(j => j.Id == jobId, cancel));
        await db.SaveChangesAsync(cancel);
    }
}
