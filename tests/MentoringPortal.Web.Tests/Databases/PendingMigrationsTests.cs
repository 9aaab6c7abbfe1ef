using MentoringPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Databases;

public sealed class PendingMigrationsTests
{
    public static TheoryData<DatabaseProvider> Providers => [.. Enum.GetValues<DatabaseProvider>()];

    [Theory, MemberData(nameof(Providers))]
    public void Model_OfEachProvider_HasNoPendingChanges(DatabaseProvider provider)
    {
        using var db = OfflineDb.Create(provider);

        db.Database.HasPendingModelChanges().ShouldBeFalse($"dotnet ef migrations add … -c {db.GetType().Name}");
    }

    [Fact]
    public void Providers_HaveTheSameSteps()
    {
        using var sqlite = OfflineDb.Create(DatabaseProvider.Sqlite);
        using var sqlServer = OfflineDb.Create(DatabaseProvider.SqlServer);

        Names(sqlServer).ShouldBe(Names(sqlite), "every step is made for each database");
    }

    private static IEnumerable<string> Names(PortalDb db) => db.Database.GetMigrations().Select(name => name[(name.IndexOf('_') + 1)..]);
}
