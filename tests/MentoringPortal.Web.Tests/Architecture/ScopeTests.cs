using MentoringPortal.Data;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Settings;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace MentoringPortal.Web.Tests.Architecture;

/// <summary>Rows are scoped where they are mapped, and guarded where they are written.</summary>
[Trait("Category", "security")]
public sealed class ScopeTests(PortalHost host) : IClassFixture<PortalHost>
{
    /// <summary>Entities without a filter, each with the reason.</summary>
    private static readonly HashSet<Type> Open =
    [
        typeof(Department), typeof(DepartmentUnit), typeof(MentoringForm),                     // the municipality's public face
        typeof(Topic), typeof(MentoringSettings), typeof(ConsentRule), typeof(Survey), typeof(SurveyQuestion), // directories and settings, no person in them
        typeof(PortalUser), typeof(UserSession), typeof(AccountLink),                          // whose account one manages is the accounts' own rule
        typeof(IdentityUserClaim<int>), typeof(IdentityUserLogin<int>), typeof(IdentityUserToken<int>), // Identity's, unused
    ];

    [Fact]
    public void Entity_HasAScope_OrIsListedAsOpen() => Model(model => model.GetEntityTypes()
        .Where(t => t.GetDeclaredQueryFilters().Count == 0 && !Open.Contains(t.ClrType)).Select(t => t.ClrType.Name).ShouldBeEmpty());

    [Fact]
    public void TextColumn_SaysWhetherItIsPersonal() => Model(model => model.GetEntityTypes()
        .Where(t => t.ClrType.Namespace!.StartsWith("MentoringPortal", StringComparison.Ordinal))
        .SelectMany(t => t.GetDeclaredProperties())
        .Where(p => p.PropertyInfo is { } info && info.DeclaringType!.Namespace!.StartsWith("MentoringPortal", StringComparison.Ordinal))
        .Where(p => p.ClrType == typeof(string) || (!p.ClrType.IsValueType && p.ClrType != typeof(byte[])))
        .Where(p => p.PropertyInfo!.IsDefined(typeof(PersonalAttribute), true) == p.PropertyInfo.IsDefined(typeof(NotPersonalAttribute), true))
        .Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}").ShouldBeEmpty());

    [Fact]
    public void SystemScope_IsOpenedInListedPlacesOfDataAlone()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "MentoringPortal.sln")))
            root = Path.GetDirectoryName(root)!;
        var callers = Directory.EnumerateFiles(Path.Combine(root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(f => File.ReadAllText(f) is var text && (text.Contains("factory.System(", StringComparison.Ordinal) || text.Contains("AccessScope.System(", StringComparison.Ordinal) || text.Contains("new SystemScope(", StringComparison.Ordinal)))
            .Select(Path.GetFileName).Order().ToList();
        callers.ShouldBe(["AccessScope.cs", "CoverageCounts.cs", "DataRegistration.cs", "DatabaseSetup.cs", "DemoMunicipality.cs", "Housekeeping.cs", "JobDesk.cs", "LentPlaces.cs", "MailQueue.cs", "MeasureCounts.cs", "MentorConsents.cs", "PaperChecks.cs", "PersonEraser.cs", "PublicFigures.cs", "RequestDebts.cs", "SchoolDirectory.cs", "SecretLinks.cs", "SignInStore.cs", "SyntheticMunicipality.cs"], ignoreOrder: true);
    }

    [Fact]
    public void Query_WithoutAnActor_Throws()
    {
        using var scope = host.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        Should.Throw<InvalidOperationException>(() => db.Organizations.ToList());
    }

    [Fact]
    public async Task Read_ByCurator_SeesHisOrganizationAlone()
    {
        var (own, other) = await Schools();
        await using var db = As(Role.Curator, own);
        (await db.Organizations.Select(o => o.Id).ToListAsync()).ShouldBe([own]);
        (await db.Executions.Where(x => x.OrganizationId == other).CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Write_OfAnotherSchoolsRow_IsRefused()
    {
        var (own, other) = await Schools();
        await using var db = As(Role.Curator, own);
        db.Appointments.Add(new Appointment { OrganizationId = other, PersonName = "Чужая строка", From = new DateOnly(2026, 9, 1) });
        await Should.ThrowAsync<ScopeException>(() => db.SaveChangesAsync());
    }

    [Theory, InlineData(Role.Official), InlineData(Role.Mentor)]
    public async Task Write_ByARoleThatOnlyReads_IsRefused(Role role)
    {
        var (own, _) = await Schools();
        await using var db = As(role, own);
        db.Appointments.Add(new Appointment { OrganizationId = own, PersonName = "Строка", From = new DateOnly(2026, 9, 1) });
        await Should.ThrowAsync<ScopeException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task Write_OfMunicipalRow_ByCurator_IsRefused()
    {
        var (own, _) = await Schools();
        await using var db = As(Role.Curator, own);
        db.Roadmaps.Add(new Roadmap { Title = "Карта", PeriodStart = new DateOnly(2026, 9, 1), PeriodEnd = new DateOnly(2027, 8, 31) });
        await Should.ThrowAsync<ScopeException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task Owner_NeverChanges()
    {
        var (own, other) = await Schools();
        await using var db = As(Role.Department, null);
        var row = new Appointment { OrganizationId = own, PersonName = "Строка", From = new DateOnly(2026, 9, 1) };
        db.Add(row);
        await db.SaveChangesAsync();
        db.Entry(row).Property(r => r.OrganizationId).CurrentValue = other;
        await Should.ThrowAsync<ScopeException>(() => db.SaveChangesAsync());
    }

    private async Task<(int Own, int Other)> Schools() => await host.Db(async db => (
        await db.Organizations.Where(o => o.ShortName == "Лицей № 3").Select(o => o.Id).SingleAsync(),
        await db.Organizations.Where(o => o.ShortName == "Школа № 7").Select(o => o.Id).SingleAsync()));

    private PortalDb As(Role role, int? organizationId) => TestScope.For(host.Services, new Actor(1, "Тест", role, organizationId));

    private void Model(Action<IModel> look)
    {
        using var scope = host.Services.CreateScope();
        using var db = TestScope.Department(scope.ServiceProvider);
        look(db.Model);
    }
}
