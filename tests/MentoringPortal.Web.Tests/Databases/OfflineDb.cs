using MentoringPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Databases;

/// <summary>Contexts without a database behind them: for the model, the migrations and their script.</summary>
internal static class OfflineDb
{
    public static PortalDb Create(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => new SqlitePortalDb(
            new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=:memory:").Options, new Nobody(), TimeProvider.System),
        DatabaseProvider.SqlServer => new SqlServerPortalDb(
            new DbContextOptionsBuilder<SqlServerPortalDb>().UseSqlServer("Server=nowhere").Options, new Nobody(), TimeProvider.System),
        _ => throw new ArgumentOutOfRangeException(nameof(provider)),
    };

    private sealed class Nobody : ScopeSource
    {
        public override AccessScope Current => throw new InvalidOperationException("Nobody acts.");
    }
}
