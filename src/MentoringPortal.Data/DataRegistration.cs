using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace MentoringPortal.Data;

/// <summary>Which database serves the portal; setting <c>Database__Provider</c>.</summary>
public enum DatabaseProvider { Sqlite, SqlServer }

/// <summary>Registers <see cref="PortalDb"/> for one provider.</summary>
public static class DataRegistration
{
    public static IServiceCollection AddPortalDb(this IServiceCollection services, DatabaseProvider provider, string connection)
    {
        // The options are singletons, so that contexts can also be made outside a request.
        _ = provider switch
        {
            DatabaseProvider.Sqlite => services.AddDbContext<PortalDb, SqlitePortalDb>(
                options => options.UseSqlite(connection).AddInterceptors(new SqlitePragmas()), optionsLifetime: ServiceLifetime.Singleton),
            DatabaseProvider.SqlServer => services.AddDbContext<PortalDb, SqlServerPortalDb>(
                options => options.UseSqlServer(connection, server => server.EnableRetryOnFailure()), optionsLifetime: ServiceLifetime.Singleton),
            _ => throw new ArgumentOutOfRangeException(nameof(provider)),
        };
        services.AddSingleton<PortalDbFactory>();
        services.AddSingleton<Housekeeping>();
        services.AddSingleton<Jobs.JobDesk>();
        services.AddSingleton<Accounts.StrangersPassword>();
        services.AddScoped<Accounts.SignInStore>();
        services.AddScoped<SecretLinks>();
        services.AddScoped<SchoolDirectory>();
        services.AddScoped<MentorConsents>();
        services.AddScoped<LentPlaces>();
        services.AddSingleton<Coverage.CoverageCounts>();
        services.AddSingleton<Coverage.MeasureCounts>();
        services.AddSingleton<Orders.PaperChecks>();
        services.AddSingleton<Coverage.PublicFigures>();
        services.AddScoped<Requests.RequestDebts>();
        services.AddScoped<Mail.MailQueue>();
        services.AddScoped<Privacy.PersonEraser>();
        services.AddScoped<DatabaseSetup>();
        services.AddScoped<Demo.DemoMunicipality>();
        services.AddScoped<Demo.SyntheticMunicipality>();
        return services;
    }

}

/// <summary>Makes contexts outside a request. The unscoped ones do not leave this assembly.</summary>
public sealed class PortalDbFactory(IServiceProvider services, TimeProvider time)
{
    internal PortalDb System(string reason) => With(new SystemScope(reason, services.GetRequiredService<ScopeSource>()));

    /// <summary>The database as this person sees it, outside the person's own request: a job that he has asked for, a letter to him.</summary>
    internal PortalDb For(Actor actor) => With(new ActorScope(actor));

    private PortalDb With(ScopeSource scope) =>
        services.GetService<DbContextOptions<SqlitePortalDb>>() is { } sqlite
            ? new SqlitePortalDb(sqlite, scope, time)
            : new SqlServerPortalDb(services.GetRequiredService<DbContextOptions<SqlServerPortalDb>>(), scope, time);
}

/// <summary>Durability first: WAL with a sync per commit, foreign keys on, five seconds of patience for the one writer; what is deleted is overwritten.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000; PRAGMA secure_delete=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>For <c>dotnet ef</c>: no server and no file is needed to make a migration.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqlitePortalDb>
{
    public SqlitePortalDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=design.db").Options, new SystemScope("design"), TimeProvider.System);
}

internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerPortalDb>
{
    public SqlServerPortalDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerPortalDb>().UseSqlServer("Server=design").Options, new SystemScope("design"), TimeProvider.System);
}
