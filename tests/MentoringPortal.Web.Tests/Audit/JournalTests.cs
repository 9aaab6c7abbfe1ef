using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Imports;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Import;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Audit;

/// <summary>AD1, AD3: each change has its line in the same transaction, and no line is ever altered.</summary>
[Trait("Category", "security")]
public sealed class JournalTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Save_WritesWhoWhatAndBothValues()
    {
        await host.Db(async db =>
        {
            var unit = new DepartmentUnit { Name = "Центр наставничества", Abbreviation = "ЦН" };
            db.Add(unit);
            await db.SaveChangesAsync();
            unit.Name = "Муниципальный центр наставничества";
            await db.SaveChangesAsync();

            var lines = await db.Audit.Where(a => a.Entity == nameof(DepartmentUnit) && a.EntityId == $"{unit.Id}").OrderBy(a => a.Id).ToListAsync();
            lines.Select(l => l.Action).ShouldBe([AuditAction.Created, AuditAction.Changed]);
            lines[1].ActorName.ShouldBe("Тест");
            lines[1].At.ShouldBe(host.Time.GetUtcNow().UtcDateTime);
            lines[1].Changes.ShouldBe([new AuditChange("Name", "Центр наставничества", "Муниципальный центр наставничества", false)]);
            return 0;
        });
    }

    [Fact]
    public async Task Save_WhenTheJournalFails_ChangesNothing()
    {
        await host.Db(async db =>
        {
            await host.Execute("CREATE TRIGGER RefuseJournal BEFORE INSERT ON AuditEntries BEGIN SELECT RAISE(ABORT, 'full'); END");
            try
            {
                db.Add(new DepartmentUnit { Name = "Не сохранится", Abbreviation = "НС" });
                await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
            }
            finally
            {
                await host.Execute("DROP TRIGGER RefuseJournal");
            }
            (await db.DepartmentUnits.AsNoTracking().CountAsync(u => u.Abbreviation == "НС")).ShouldBe(0);
            return 0;
        });
    }

    [Theory, InlineData("UPDATE AuditEntries SET ActorName = 'другой'"), InlineData("DELETE FROM AuditEntries")]
    public async Task Line_IsNeverAltered(string sql)
    {
        await host.Db(async db =>
        {
            db.Add(new DepartmentUnit { Name = "Строка журнала", Abbreviation = Guid.NewGuid().ToString("N") });
            await db.SaveChangesAsync();
            return 0;
        });
        (await Should.ThrowAsync<SqliteException>(() => host.Execute(sql))).Message.ShouldContain("append-only");
    }

    [Fact]
    public async Task Draft_IsOnRecord_WithoutThePaperItself()
    {
        var visitor = await host.As("department");
        var draft = await visitor.Draft(ImportVisitor.Order("94-ж"));
        var fields = (await visitor.Get($"{draft}?edit=item-0")).Filled($"{draft}/items/0");
        fields["Activity"] = "Разработка положений";
        (await visitor.Post($"{draft}/items/0", fields)).Status.ShouldBe(302);

        var lines = await host.Db(db => db.Audit.Where(a => a.Entity == nameof(RoadmapImport)).OrderBy(a => a.Id).ToListAsync());
        lines.Select(l => l.Action).ShouldBe([AuditAction.Created, AuditAction.Changed]);
        var change = lines[1].Changes.ShouldHaveSingleItem();
        change.Field.ShouldBe(nameof(RoadmapImport.Reading));
        change.Old.ShouldNotBe(change.New);
        lines.SelectMany(l => l.Changes).ShouldAllBe(c => (c.New ?? "").Length < 200);
    }

    [Fact]
    public async Task Refusal_IsOnRecord()
    {
        (await (await host.As("mentor1")).Get("/roadmaps")).Status.ShouldBe(403);
        await host.Db(async db =>
        {
            (await db.Audit.AnyAsync(a => a.Action == AuditAction.AccessDenied && a.Detail == "GET /roadmaps")).ShouldBeTrue();
            return 0;
        });
    }
}
