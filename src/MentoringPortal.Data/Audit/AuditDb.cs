using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data.Audit;

/// <summary>
/// The journal alone, on the connection and in the transaction of the change: a second context, because the keys of new rows are known only
/// after they are saved, and a retried save must not write its lines twice.
/// </summary>
internal sealed class AuditDb(DbConnection connection, string provider) : DbContext
{
    public DbSet<AuditEntry> Entries => Set<AuditEntry>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        _ = provider.EndsWith("Sqlite", StringComparison.Ordinal) ? optionsBuilder.UseSqlite(connection) : optionsBuilder.UseSqlServer(connection);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfiguration(new Configurations.AuditEntryConfiguration());
}
