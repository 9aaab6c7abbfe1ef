using Microsoft.Data.Sqlite;

namespace MentoringPortal.Web.Tests.Hosting;

/// <summary>The SQLite file behind the portal, for what a test does to it from outside.</summary>
public static class PortalFile
{
    public static async Task Execute(this PortalHost host, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(host.Storage, "portal.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
