using MentoringPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentoringPortal.Web.Tests.Hosting;

/// <summary>A fixed actor for tests that look into the database directly.</summary>
public sealed class TestScope(AccessScope scope) : ScopeSource
{
    public override AccessScope Current { get; } = scope;

    public static PortalDb Department(IServiceProvider services) => For(services, new Actor(1, "Тест", Role.Department, null));

    public static PortalDb For(IServiceProvider services, Actor actor) => For(services, AccessScope.For(actor));

    public static PortalDb For(IServiceProvider services, AccessScope actor)
    {
        var time = services.GetRequiredService<TimeProvider>();
        return services.GetService<DbContextOptions<SqlitePortalDb>>() is { } sqlite
            ? new SqlitePortalDb(sqlite, new TestScope(actor), time)
            : new SqlServerPortalDb(services.GetRequiredService<DbContextOptions<SqlServerPortalDb>>(), new TestScope(actor), time);
    }
}
