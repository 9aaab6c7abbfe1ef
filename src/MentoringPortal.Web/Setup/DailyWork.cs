using System.Diagnostics;
using MentoringPortal.Data;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Setup;

/// <summary>What each day of the municipality begins with, whether anybody opens a page or not.</summary>
public sealed partial class DailyWork(Housekeeping housekeeping, FileStore files, MunicipalClock clock, TimeProvider time, ILogger<DailyWork> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private DateOnly _doneOn;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                if (_doneOn != clock.Today)
                    await Run(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // Somebody works with the same pair, or the database is away: the next minute tries again.
                LogFailed(error.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public async Task Run(CancellationToken cancel)
    {
        var (today, start) = (clock.Today, Stopwatch.GetTimestamp());
        foreach (var expired in await housekeeping.DeleteExpiredImports(cancel))
            files.Delete(expired);
        await housekeeping.DeleteForgottenApplications(cancel);
        await housekeeping.ReviewConsents(cancel: cancel);
        _doneOn = today;
        LogDone((long)Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    [LoggerMessage(LogLevel.Information, "The day's work is done in {Elapsed} ms")]
    private partial void LogDone(long elapsed);

    [LoggerMessage(LogLevel.Error, "The day's work failed: {Error}")]
    private partial void LogFailed(string error);
}
