using System.Data.Common;
using System.Text;
using ClosedXML.Excel;
using MentoringPortal.Data;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.PeopleImport;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Pairs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace MentoringPortal.Web.Tests.Exchange;

/// <summary>What stands between a preview and the stored rows: people who are there already, those who change meanwhile, and a database that drops a commit.</summary>
public sealed partial class BringingTablesTests
{
    private const string List = "Код (не меняйте);Фамилия;Имя;Кто;База;Дата рождения;Должность\n";

    [Fact]
    public async Task Save_WhenARowIsRefusedMeanwhile_StoresTheOthersAndNamesIt_AndACommitThatFailsIsTakenAnew()
    {
        var curator = await host.As("curator1");
        var mentee = (await host.Mentees(1))[0];
        var (known, actor) = await host.Db(async db =>
        {
            var user = await db.Users.SingleAsync(u => u.NormalizedEmail == "CURATOR1@DEMO.EXAMPLE");
            return (await db.People.SingleAsync(p => p.Mentee!.Id == mentee), new Actor(user.Id, "Куратор", Role.Curator, user.OrganizationId));
        });
        var text = new StringBuilder(List);
        for (var i = 0; i < 205; i++)
            text.Append($";Спутник{i};Лука;обучающийся;наставляемые;05.09.2012;\n");
        text.Append($"{known.Id};{known.Surname};{known.Given};;;;староста\n;Спутник205;Лука;обучающийся;наставляемые;05.09.2012;\n;Спутник206;Лука;обучающийся;наставляемые;31.02.2012;\n");
        var address = await Upload(curator, "все.csv", Encoding.UTF8.GetBytes(text.ToString()));
        var table = Guid.Parse(address.Split('/')[^1]);

        using var scope = host.Services.CreateScope();
        var drops = new DroppedCommits();
        await using var db = new SqlitePortalDb(new DbContextOptionsBuilder<SqlitePortalDb>(scope.ServiceProvider.GetRequiredService<DbContextOptions<SqlitePortalDb>>())
            .UseSqlite(o => o.ExecutionStrategy(d => new RetryingStrategy(d))).AddInterceptors(drops).Options, new TestScope(AccessScope.For(actor)), host.Time);
        (await db.PeopleImports.SingleAsync(i => i.Id == table)).Begin(null, isCutOff: false);
        await db.SaveChangesAsync();
        drops.Left = 1;
        var parts = 0;
        await scope.ServiceProvider.GetRequiredService<PeopleImportWork>().Run(db, table, async (_, _) =>
        {
            if (parts++ > 0)
                return;
            await host.Db(async other =>
            {
                (await other.People.Include(p => p.Mentee).Include(p => p.Mentor).SingleAsync(p => p.Id == known.Id)).Leave(PairsDesk.Today);
                return await other.SaveChangesAsync();
            });
        }, CancellationToken.None);

        drops.Left.ShouldBe(0);
        (await Known("Лука")).ShouldBe(206);
        (await host.Db(d => d.People.Where(p => p.Id == known.Id).Select(p => p.Position).SingleAsync())).ShouldBeNull();
        var result = await curator.Get(address);
        result.Words.ShouldContain("Создано: 206, обновлено: 0, пар: 0, не загружено строк: 2.");
        result.Words.ShouldContain("Этот человек выбыл 22.11.2026");
        using var workbook = new XLWorkbook(await curator.Client.GetStreamAsync($"{address}/errors.xlsx"));
        workbook.Worksheet(1).RowsUsed().Skip(1).Select(r => r.Cell(2).GetString()).ShouldBe(["Таблица, строка 207", "Таблица, строка 209"]);

        // Whatever happens to these people later, the table is told as it went.
        await host.Db(async other =>
        {
            (await other.People.Include(p => p.Mentee).SingleAsync(p => p.Surname == "Спутник7" && p.Given == "Лука")).Leave(PairsDesk.Today);
            return await other.SaveChangesAsync();
        });
        (await curator.Get(address)).Words.ShouldContain("не загружено строк: 2.");
    }

    [Fact]
    public async Task Save_OfOneMentorInMoreRowsThanAPartTakes_GivesHimPlacesForAll_AndAnUndoneTableIsStoredNoFurther()
    {
        var curator = await host.As("curator1");
        var text = new StringBuilder("Ф.И.О. наставляемого;Год рождения наставляемого;Дата вхождения в программу;ФИО наставника;Форма наставничества;Дата завершения программы\n");
        for (var i = 0; i < 210; i++)
            text.Append($"Ведомый{i} Климентина;2013;01.09.2026;Ведущая Климентина Львовна;учитель–ученик;25.05.2027\n");
        var table = await Upload(curator, "база.csv", Encoding.UTF8.GetBytes(text.ToString()), ("OrderNumber", "30-о"), ("OrderDate", "2026-09-01"));
        (await curator.Get(table)).Words.ShouldContain("Создать: 210,");
        (await curator.Submit(table, [], $"{table}/save")).Location.ShouldBe(table);
        (await curator.Get(table)).Words.ShouldContain("пар: 210, не загружено строк: 0.");
        (await curator.Submit(table, [], $"{table}/undo")).Location.ShouldBe("/people/import");
        (await Known("Климентина")).ShouldBe(0);

        using var scope = host.Services.CreateScope();
        var (id, owner) = (Guid.Parse(table.Split('/')[^1]), await host.Db(d => d.Users.SingleAsync(u => u.NormalizedEmail == "CURATOR1@DEMO.EXAMPLE")));
        await using var own = TestScope.For(scope.ServiceProvider, new Actor(owner.Id, "Куратор", Role.Curator, owner.OrganizationId));
        await scope.ServiceProvider.GetRequiredService<PeopleImportWork>().Run(own, id, (_, _) => Task.CompletedTask, CancellationToken.None);
        (await Known("Климентина")).ShouldBe(0, "a saving that is late by a moment does not bring back what was taken back");
    }

    [Fact]
    public async Task Preview_LooksForEverybodyOfTheOrganization_ThoseWhoLeftToo()
    {
        var curator = await host.As("curator1");
        var ids = await host.Mentees(2);
        var (left, here) = await host.Db(async db =>
        {
            var people = await db.People.Include(p => p.Mentee).Where(p => ids.Contains(p.Mentee!.Id)).OrderBy(p => p.Id).ToListAsync();
            people[0].Leave(PairsDesk.Today);
            var teacher = new Person(people[0].OrganizationId!.Value, PersonKind.Teacher, new PersonName("Тёзкина", "Рада", null));
            db.Add(teacher);
            await db.SaveChangesAsync();
            return (people[0], people[1]);
        });
        var table = await Upload(curator, "список.csv", Encoding.UTF8.GetBytes($"""
            {List}{left.Id};{left.Surname};{left.Given};;;;староста
            ;{left.Surname};{left.Given};обучающийся;наставляемые;04.03.2013;
            ;{here.Surname.ToUpperInvariant()};{here.Given};обучающийся;наставляемые;2013;
            ;{here.Surname};{here.Given};обучающийся;наставляемые;05.03.2013;
            ;Тезкина;Рада;обучающийся;наставляемые;05.03.2013;
            ;Тёзкина;Рада;обучающийся;наставляемые;05.03.2013;
            """));
        var words = (await curator.Get(table)).Words;
        words.ShouldContain("Создать: 2, обновить: 1, пропустить (без изменений): 0, ошибок: 3.");
        words.ShouldContain("Этот человек выбыл 22.11.2026");
        words.ShouldContain("Этот человек уже есть в таблице выше");
        words.ShouldContain($"{here.Surname} {here.Given}: человек с таким именем уже есть");
        words.ShouldContain("Тезкина Рада: человек с таким именем уже есть");
    }

    /// <summary>A register of old is entered after the pupil has left: his pair comes in, his card stays as he left it.</summary>
    [Fact]
    public async Task Save_OfAPairOfOneWhoHasLeft_ChangesNothingElseOfHim()
    {
        var curator = await host.As("curator1");
        var mentee = (await host.Mentees(1))[0];
        var person = await host.Db(async db =>
        {
            var found = await db.People.Include(p => p.Mentee).SingleAsync(p => p.Mentee!.Id == mentee);
            found.ParentContact = "8 (000) 333-33-33";
            found.Leave(PairsDesk.Today);
            await db.SaveChangesAsync();
            return found;
        });
        var table = await Upload(curator, "база.csv", Encoding.UTF8.GetBytes($"""
            Ф.И.О. наставляемого;Контактные данные для связи (данные представителя);Год рождения наставляемого;Основной запрос наставляемого;Дата вхождения в программу;ФИО наставника;Форма наставничества;Дата завершения программы
            {person.Surname} {person.Given};8 (000) 444-44-44;2013;Речь;02.09.2026;Памятливая Ия Львовна;учитель–ученик;25.10.2026
            """), ("OrderNumber", "30-о"), ("OrderDate", "2026-09-01"));
        (await curator.Submit(table, [], $"{table}/save")).Location.ShouldBe(table);
        (await curator.Get(table)).Words.ShouldContain("пар: 1, не загружено строк: 0.");
        var now = await host.Db(db => db.People.Include(p => p.Mentee).SingleAsync(p => p.Id == person.Id));
        (now.ParentContact, now.Mentee!.Request).ShouldBe(("8 (000) 333-33-33", "Трудно с дробями"));
    }

    [Fact]
    public async Task Undo_PutsBackADateOfBirthThatNoCellTold()
    {
        var curator = await host.As("curator1");
        var mentorId = (await host.Mentors(1, 1))[0];
        var born = new DateOnly(2007, 3, 4);
        var person = await host.Db(async db =>
        {
            var found = await db.People.SingleAsync(p => p.Mentor!.Id == mentorId);
            found.Describe(PersonKind.Pupil, born, null, PairsDesk.Today);
            await db.SaveChangesAsync();
            return found;
        });
        var table = await Upload(curator, "список.csv", Encoding.UTF8.GetBytes($"{List}{person.Id};{person.Surname};{person.Given};;;04.03.2009;"));
        (await curator.Submit(table, [], $"{table}/save")).Location.ShouldBe(table);
        (await BirthDate()).ShouldBe(new DateOnly(2009, 3, 4));
        (await curator.Submit(table, [], $"{table}/undo")).Location.ShouldBe("/people/import");
        (await BirthDate()).ShouldBe(born);

        Task<DateOnly?> BirthDate() => host.Db(db => db.People.Where(p => p.Id == person.Id).Select(p => p.BirthDate).SingleAsync());
    }

    [Fact]
    public async Task Preview_OfFiveThousandHostileRows_IsAPage_AndAFileOfTheRefusedOnes()
    {
        var rows = HostileRows.Make(5_000);
        var curator = await host.As("curator1");
        var table = await Upload(curator, "список.xlsx", HostileRows.Workbook(rows, []));
        var preview = await curator.Get(table);
        preview.Status.ShouldBe(200);
        var bad = rows.Count(r => r.Bad is not null);
        preview.Words.ShouldContain($"Создать: {rows.Count - bad}, обновить: 0, пропустить (без изменений): 0, ошибок: {bad}.");
        using var workbook = new XLWorkbook(await curator.Client.GetStreamAsync($"{table}/errors.xlsx"));
        var told = workbook.Worksheet(1).RowsUsed().Skip(1).ToList();
        told.Select(r => r.Cell(2).GetString()).ShouldBe(rows.Index().Where(r => r.Item.Bad is not null).Select(r => $"=Люди, строка {r.Index + 2}"));
        told.ShouldAllBe(r => r.Cell(1).GetString().Contains("найдено «"));
        workbook.Worksheet(1).CellsUsed().ShouldAllBe(c => !c.HasFormula);
    }

    private sealed class RetryingStrategy(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, 3, TimeSpan.Zero)
    {
        protected override bool ShouldRetryOn(Exception exception) => exception is TimeoutException;
    }

    /// <summary>As a server that goes away at the last moment: everything was written, nothing is stored.</summary>
    private sealed class DroppedCommits : DbTransactionInterceptor
    {
        public int Left { get; set; }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            Left == 0 ? ValueTask.FromResult(result) : throw new TimeoutException($"The server has gone away, {--Left} times more.");
    }
}
