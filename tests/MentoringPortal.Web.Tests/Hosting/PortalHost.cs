using MentoringPortal.Data;
using MentoringPortal.Data.Demo;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace MentoringPortal.Web.Tests.Hosting;

/// <summary>
/// The real portal on a folder of its own with the demo municipality, over TestServer. One a test class (<c>IClassFixture</c>); time is
/// <see cref="Time"/> and stands still unless a test moves it. The database is SQLite, or SQL Server where MENTORING_TEST_SQLSERVER names one.
/// </summary>
public class PortalHost : WebApplicationFactory<Program>
{
    /// <summary>The folder of a host that has made the demo of <see cref="Noon"/>: the others copy it, for making it takes a second or two.</summary>
    private static readonly Lazy<string> DemoFolder = new(() =>
    {
        var host = new PortalHost { _isFirst = true };
        _ = host.Services;
        host.Dispose();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(host._storage, recursive: true);
        return host._storage;
    });

    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private readonly string _storage = Directory.CreateTempSubdirectory("mentoring-portal-test-").FullName;
    private readonly ServerDatabase? _server = ServerDatabase.IfAsked();
    private bool _isFirst;

    /// <summary>Sunday, 22 November 2026, noon in Moscow.</summary>
    public FakeTimeProvider Time { get; } = new(Noon);

    public string Storage => _storage;

    protected virtual string Environment => "Production";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (!_isFirst && _server is null && Time.GetUtcNow() == Noon)
            CopyDemo();
        builder.UseEnvironment(Environment);
        builder.UseSetting("Storage:Path", _storage);
        builder.UseSetting("Demo:Enabled", "true");
        if (_server is not null)
        {
            builder.UseSetting("Database:Provider", "SqlServer");
            builder.UseSetting("ConnectionStrings:Portal", _server.ConnectionString);
        }
        builder.UseSetting("AllowedHosts", "localhost");
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time)));
    }

    /// <summary>A browser nobody has signed in with.</summary>
    public Visitor Anonymous() => new(CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false,
        BaseAddress = new Uri("https://localhost"),
    }));

    /// <summary>A browser signed in as a demo account: <c>department</c>, <c>curator1</c> …</summary>
    public async Task<Visitor> As(string login)
    {
        var visitor = Anonymous();
        var answer = await visitor.Submit("/account/login", new() { ["Email"] = $"{login}@{DemoAccounts.Domain}", ["Password"] = DemoAccounts.Password });
        answer.Status.ShouldBe(302, $"sign-in as {login}: {answer.Text}");
        return visitor;
    }

    /// <summary>The database as the department sees it: every row, and writes are on record as a test's.</summary>
    public async Task<T> Db<T>(Func<PortalDb, Task<T>> work)
    {
        using var scope = Services.CreateScope();
        await using var db = TestScope.Department(scope.ServiceProvider);
        return await work(db);
    }

    private void CopyDemo()
    {
        foreach (var folder in Directory.EnumerateDirectories(DemoFolder.Value, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(_storage, Path.GetRelativePath(DemoFolder.Value, folder)));
        foreach (var file in Directory.EnumerateFiles(DemoFolder.Value, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(_storage, Path.GetRelativePath(DemoFolder.Value, file)));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _server?.Dispose();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            if (!_isFirst && Directory.Exists(_storage))
                Directory.Delete(_storage, recursive: true);
        }
    }
}
