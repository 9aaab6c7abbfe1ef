using MentoringPortal.Data;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace MentoringPortal.Web.Tests.Databases;

/// <summary>MG3: a process killed while it migrated leaves a lock behind.</summary>
public sealed class DeadMigrationTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Migrate_LockOfADeadProcess_IsTakenAway()
    {
        await using var scope = host.Services.CreateAsyncScope();
        await host.Execute("INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-11-22 09:00:00.1234567+00:00')");
        await scope.ServiceProvider.GetRequiredService<DatabaseSetup>().Migrate().WaitAsync(TimeSpan.FromSeconds(30));
    }
}
