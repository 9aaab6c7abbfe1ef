using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Features.Executions;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Hosting;

public sealed class DemoTests
{
    /// <summary>The contract of the demo holds on the day it is made, in every season.</summary>
    [Theory]
    [InlineData(2026, 11, 22), InlineData(2027, 2, 28), InlineData(2027, 7, 15), InlineData(2027, 8, 31)]
    public async Task Create_OnAnyDay_HasThreeItemsOverdueAndOneReturned(int year, int month, int day)
    {
        using var host = new PortalHost();
        host.Time.SetUtcNow(new DateTimeOffset(year, month, day, 9, 0, 0, TimeSpan.Zero));
        var executions = await host.Db(db => db.Executions.Overdue(new DateOnly(year, month, day)).Select(x => x.RoadmapItemId).Distinct().CountAsync());
        executions.ShouldBe(3);
        (await host.Db(db => db.Executions.CountAsync(x => x.State == ExecutionState.Returned))).ShouldBe(1);
    }
}
