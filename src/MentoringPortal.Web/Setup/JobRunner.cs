using MentoringPortal.Data.Jobs;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Jobs;
using MentoringPortal.Web.Features.PeopleImport;
using Quartz;

namespace MentoringPortal.Web.Setup;

/// <summary>Does a job of the portal in the name of its owner, and says in its row how that went.</summary>
public sealed class JobRunner(JobDesk desk, PeopleImportWork people, ILogger<JobRunner> log) : IJob
{
    private const string JobId = "JobId";

    /// <param name="now">By the portal's clock: a start in the future of the schedule's own clock would never come.</param>
    public static (IJobDetail Detail, ITrigger Trigger) Of(Guid jobId, DateTime now) => (
        JobBuilder.Create<JobRunner>().WithIdentity(KeyOf(jobId)).UsingJobData(JobId, jobId.ToString()).RequestRecovery().Build(),
        TriggerBuilder.Create().WithIdentity(jobId.ToString()).StartAt(new DateTimeOffset(now, TimeSpan.Zero)).Build());

    public static JobKey KeyOf(Guid jobId) => new(jobId.ToString());

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var jobId = Guid.Parse(context.MergedJobDataMap.GetString(JobId)!);
        if (await desk.Start(jobId, cancellationToken) is not { } started)
            return;
        try
        {
            await using var db = desk.For(started.Owner);
            await (started.Job.Kind switch
            {
                JobKind.PeopleImport => people.Run(db, started.Job.SubjectId, (done, total) => desk.Advance(jobId, done, total, cancellationToken), cancellationToken),
                _ => throw new InvalidOperationException($"No work for {started.Job.Kind}."),
            });
            await desk.Finish(jobId, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The portal stops: the row stays «running», and the next start takes it up.
            log.JobCutOff(jobId);
        }
        catch (DomainException refusal)
        {
            await desk.Fail(jobId, refusal.Message, CancellationToken.None);
        }
        catch (Exception error)
        {
            log.JobFailed(error, jobId);
            await desk.Fail(jobId, "Произошла ошибка. Загруженное до неё осталось. Попробуйте ещё раз, а если повторится – сообщите администратору код задания из адреса этой страницы.", CancellationToken.None);
        }
    }
}

/// <summary>Takes up what a stop of the portal has cut off, and what was asked for but never reached the schedule.</summary>
public sealed class JobResumer(JobDesk desk, ISchedulerFactory schedulers, TimeProvider time) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var jobId in await desk.Unfinished(cancellationToken))
        {
            if (await scheduler.GetJobDetail(JobRunner.KeyOf(jobId), cancellationToken) is not null)
                continue;
            var (detail, trigger) = JobRunner.Of(jobId, time.GetUtcNow().UtcDateTime);
            await scheduler.ScheduleJob(detail, trigger, cancellationToken: cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal static partial class JobLog
{
    [LoggerMessage(LogLevel.Information, "Job {JobId} is cut off by a stop and will be taken up.")]
    public static partial void JobCutOff(this ILogger log, Guid jobId);

    [LoggerMessage(LogLevel.Error, "Job {JobId} failed.")]
    public static partial void JobFailed(this ILogger log, Exception error, Guid jobId);
}
