using MentoringPortal.Data;
using MentoringPortal.Domain.Jobs;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Jobs;

/// <summary>How far a job is. The page can be left and opened again; it draws itself anew until it is told to stop.</summary>
[Route("jobs")]
public sealed class JobsController(PortalDb db, MunicipalClock clock) : PortalController
{
    [HttpGet("{jobId:guid}")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Details(Guid jobId, bool paused, CancellationToken cancel) =>
        await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == jobId, cancel) is { } job
            ? View(new JobPage(jobId, JobWords.Of(job.Kind), job.State, job.Done, job.Total, job.Error, job.ResultUrl, clock.Local(job.CreatedAt), paused))
            : NotFound();
}

/// <summary>GET /jobs/{jobId}</summary>
public sealed record JobPage(Guid JobId, string Title, JobState State, int Done, int Total, string? Error, string ResultUrl, DateTime AskedAt, bool IsPaused)
{
    public bool IsRunning => State is JobState.Queued or JobState.Running;
}
