using MentoringPortal.Data;
using MentoringPortal.Web.Features.PeopleImport;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Quartz;

namespace MentoringPortal.Web.Setup;

/// <summary>
/// Work outside requests: Quartz with a store that survives a restart (docs/adr/0005-jobs.md). Its tables are Quartz's own business: it makes
/// them itself, in the portal's database on SQL Server and in a file beside it on SQLite, where two writers of one file would wait for each other.
/// </summary>
public static class JobsRegistration
{
    /// <summary>An import writes thousands of rows: a second job may run beside it, a third would only make all of them slow.</summary>
    private const int AtOnce = 2;

    public static void AddPortalJobs(this WebApplicationBuilder builder)
    {
        var (provider, connection) = DatabaseRegistration.Connection(builder);
        builder.Services.AddQuartz(quartz =>
        {
            // Its threads sleep by this clock: one that stands still in a test would never wake them.
            quartz.UseTimeProvider(TimeProvider.System);
            quartz.UseDefaultThreadPool(AtOnce);
            quartz.UsePersistentStore(store =>
            {
                if (provider == DatabaseProvider.Sqlite)
                    store.UseSqlite(SqliteFactory.Instance, $"Data Source={Path.Combine(DatabaseRegistration.StorageFolder(builder), "jobs.db")}");
                else
                    store.UseSqlServer(SqlClientFactory.Instance, connection);
                store.ProvisionSchema();
            });
        });
        // A job that is cut off is taken up at the next start: stopping does not wait for it.
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = false);
        builder.Services.AddHostedService<JobResumer>();
        builder.Services.AddHostedService<DailyWork>();
        builder.Services.AddSingleton<PeopleImportWork>();
    }
}
