using Microsoft.Data.SqlClient;

namespace MentoringPortal.Web.Tests.Hosting;

/// <summary>
/// A database of its own on the server of MENTORING_TEST_SQLSERVER (a connection string of somebody who may create databases), dropped at
/// the end. Where the variable is not set, the tests run on SQLite.
/// </summary>
internal sealed class ServerDatabase : IDisposable
{
    private readonly SqlConnectionStringBuilder _connection;

    private ServerDatabase(string server) =>
        _connection = new SqlConnectionStringBuilder(server) { InitialCatalog = $"MentoringPortalTest_{Guid.NewGuid():N}" };

    public string ConnectionString => _connection.ConnectionString;

    public static ServerDatabase? IfAsked() =>
        Environment.GetEnvironmentVariable("MENTORING_TEST_SQLSERVER") is { Length: > 0 } server ? new ServerDatabase(server) : null;

    public void Dispose()
    {
        SqlConnection.ClearAllPools();
        using var master = new SqlConnection(new SqlConnectionStringBuilder(_connection.ConnectionString) { InitialCatalog = "master" }.ConnectionString);
        master.Open();
        using var drop = master.CreateCommand();
        drop.CommandText = $"IF DB_ID('{_connection.InitialCatalog}') IS NOT NULL BEGIN ALTER DATABASE [{_connection.InitialCatalog}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{_connection.InitialCatalog}]; END";
        drop.ExecuteNonQuery();
    }
}
