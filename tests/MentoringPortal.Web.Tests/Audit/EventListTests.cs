using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Security;
using Microsoft.Extensions.DependencyInjection;

namespace MentoringPortal.Web.Tests.Audit;

/// <summary>AD2: the events of the journal are the same in the document, in the code, in Russian and in what the portal really writes.</summary>
[Collection(WorldCollection.Name), Trait("Category", "security")]
public sealed class EventListTests(World world)
{
    /// <summary>What a line of the journal never names: keys of the row itself, secrets and the program's own notes.</summary>
    private static readonly HashSet<string> Untold =
        ["Id", "Version", "SearchKey", "SortKey", "PasswordHash", "SecurityStamp", "ConcurrencyStamp", "CodeHash", "NormalizedEmail", "NormalizedUserName", "SeenAt", "AccessFailedCount", "NameKey", "Recipient", "Body", "Key"];

    [Fact]
    public void Document_ListsWhatTheCodeHas()
    {
        var listed = File.ReadLines(Path.Combine(Repository(), "docs", "audit-events.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal))
            .Select(l => l.Split('|')[1].Trim()).Skip(1).ToList();
        listed.ShouldBe(Enum.GetNames<AuditAction>(), ignoreOrder: true);
    }

    [Fact]
    public void Event_HasAWordOfItsOwn() => Enum.GetValues<AuditAction>().Select(AuditWords.Of).ShouldBeUnique();

    [Fact]
    public void Entity_AndFieldAndValue_HaveRussianWords()
    {
        using var scope = world.Services.CreateScope();
        using var db = TestScope.Department(scope.ServiceProvider);
        var types = db.Model.GetEntityTypes().Where(t => !t.IsOwned() && t.ClrType != typeof(AuditEntry) && t.ClrType.Namespace!.StartsWith("MentoringPortal", StringComparison.Ordinal)).ToList();
        types.Count.ShouldBeGreaterThan(20);
        types.Select(t => t.ClrType.Name).Where(n => AuditWords.Entity(n) == n).ShouldBeEmpty("entities without a word");
        var fields = types.SelectMany(t => t.GetProperties().Where(p => !p.IsPrimaryKey() && !Untold.Contains(p.Name)).Select(p => (Entity: t.ClrType.Name, p.Name, p.ClrType))).ToList();
        fields.Where(f => AuditWords.Field(f.Entity, f.Name) == f.Name).Select(f => $"{f.Entity}.{f.Name}").ShouldBeEmpty("fields without a word");
        fields.Select(f => Nullable.GetUnderlyingType(f.ClrType) ?? f.ClrType).Where(t => t.IsEnum).Distinct()
            .SelectMany(t => Enum.GetNames(t).Where(v => AuditWords.Value(v, t, world.Services.GetRequiredService<Domain.Time.MunicipalClock>()) == v).Select(v => $"{t.Name}.{v}"))
            .ShouldBeEmpty("values without a word");
    }

    [Fact]
    public async Task Portal_WritesEveryEvent()
    {
        await world.Db(async db =>
        {
            var unit = new DepartmentUnit { Name = "Событие", Abbreviation = "СОБ" };
            db.Add(unit);
            await db.SaveChangesAsync();
            unit.Name = "Другое событие";
            await db.SaveChangesAsync();
            db.Remove(unit);
            return await db.SaveChangesAsync();
        });
        for (var i = 0; i < 5; i++)
            await world.Anonymous().SignIn("mentor2@demo.example", "не тот пароль");
        var official = await world.As("official");
        (await official.Get("/organizations/export.xlsx")).Status.ShouldBe(200);
        (await official.Get($"/files/{world.Own["fileId"]}")).Status.ShouldBe(200);
        (await official.Get("/admin/users")).Status.ShouldBe(403);
        await official.Post("/account/logout", []);
        var department = await world.As("department");
        (await department.Get($"/people/{world.Own["personId"]}")).Status.ShouldBe(200);
        (await department.Post($"/people/{world.Own["personId"]}/reveal", new() { ["Reason"] = "Проверка" })).Status.ShouldBe(200);
        var gone = await world.Db(async db =>
        {
            var person = new Domain.People.Person(int.Parse(world.Own["organizationId"]), Domain.People.PersonKind.Teacher, new("Уходящий", "Ян", null));
            db.Add(person);
            await db.SaveChangesAsync();
            return person.Id;
        });
        (await (await world.As("curator1")).Submit($"/people/{gone}/erase", new() { ["Form.Reason"] = "Demanded", ["Form.IsConfirmed"] = "true" })).IsRedirect.ShouldBeTrue();
        await (await world.As("official")).Post("/account/sessions/end", []);
        await (await world.As("official")).Submit("/account/password", new() { ["Current"] = Data.Demo.DemoAccounts.Password, ["New"] = "озеро зонт кит", ["Again"] = "озеро зонт кит" });

        var seen = world.NewLines().Select(l => l.Action).ToHashSet(StringComparer.Ordinal);
        world.Restore();
        Enum.GetNames<AuditAction>().Except(seen).ShouldBeEmpty("events that nothing writes");
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MentoringPortal.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
