using System.Net.Http.Headers;
using System.Text;
using ClosedXML.Excel;
using MentoringPortal.Data;
using MentoringPortal.Domain.Exchange;
using MentoringPortal.Domain.Jobs;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Web.Features.PeopleImport;
using MentoringPortal.Web.Setup;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Pairs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MentoringPortal.Web.Tests.Exchange;

/// <summary>From a table to people and pairs: registers as schools keep them, mass editing, hostile cells, the large table, and the way back.</summary>
public sealed partial class BringingTablesTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Register = """
        № п/п;Ф.И.О. наставляемого;Контактные данные для связи (данные представителя);Год рождения наставляемого;Основной запрос наставляемого;Дата вхождения в программу;ФИО наставника;Форма наставничества;Место работы/учебы наставника;Дата завершения программы;Результаты программы;Ссылка на кейс/отзыв;Отметка о прохождении программы
        1;2;3;4;5;6;7;8;9;10;11;12;13
        1;Ёжикова {0} Львовна;8 900 000-00-01;2012;Дроби;01.10.2025;Гӏалгӏаева {0} Магомедовна;педагог - ученик;Лицей;25.05.2026;Справляется сама;;да
        2;О’Коннор {0};8 900 000-00-02;2013;Чтение;1.9.26;Гӏалгӏаева {0} Магомедовна;учитель–ученик;Лицей;;;;
        3;Дубль {0} Ильич;;2013;Речь;31.02.2026;Гӏалгӏаева {0} Магомедовна;учитель–ученик;Лицей;;;;
        """;

    [Fact]
    public async Task Save_OfARegisterInWindows1251_MakesPeopleAndPairs_AndUndoTakesThemBack()
    {
        var curator = await host.As("curator1");
        var table = await Upload(curator, "база.csv", CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(Named("Асият").Replace('ӏ', 'I')), ("OrderNumber", "17-о"), ("OrderDate", "2026-09-02"));
        var preview = await curator.Get(table);
        preview.Text.ShouldContain("Создать: 2, обновить: 0, пропустить (без изменений): 0, ошибок: 1. Новых пар: 2.");
        preview.Text.ShouldContain("Дубль Асият Ильич");
        preview.Text.ShouldContain("Дата вхождения в программу");
        preview.Text.ShouldContain("31.02.2026");
        (await Known("Асият")).ShouldBe(0, "a preview writes nothing");

        (await curator.Submit(table, [], $"{table}/save")).Location.ShouldBe(table);
        var pairs = await Pairs("Асият");
        pairs.Select(p => (p.State, p.IsBackdated, p.OrderNumber)).ShouldBe([(PairState.Completed, true, "17-о"), (PairState.Active, true, "17-о")], ignoreOrder: true);
        pairs.Single(p => p.State == PairState.Active).UnconfirmedUntil.ShouldNotBeNull("no consent is recorded");
        (await host.Db(db => db.People.SingleAsync(p => p.Surname == "Ёжикова" && p.Given == "Асият"))).IsBirthYearOnly.ShouldBeTrue();

        (await curator.Submit(table, [], $"{table}/undo")).Location.ShouldBe("/people/import");
        (await Known("Асият")).ShouldBe(0);
        (await Pairs("Асият")).ShouldBeEmpty();
        // Who has no card cannot be erased: the journal keeps that somebody was there, not who.
        (await host.Db(db => db.Audit.ToListAsync())).Where(a => a.Changes.Any(c => $"{c.Old} {c.New}".Contains("Асият", StringComparison.Ordinal))).Select(a => a.Entity).ShouldBeEmpty();
    }

    [Theory, InlineData("10 А класс", 2009), InlineData("Школа № 5, 10 «А»", 2009), InlineData("Школа № 5", null)]
    public async Task Preview_OfAPupilMentorWithoutAYearOfBirth_TakesItFromTheClass_AndSaysSo(string place, int? born)
    {
        var curator = await host.As("curator1");
        var table = await Upload(curator, "база.csv", Encoding.UTF8.GetBytes($"""
            Ф.И.О. наставляемого;Год рождения наставляемого;Дата вхождения в программу;ФИО наставника;Форма наставничества;Место работы/учебы наставника;Дата завершения программы
            Классная {born} Ильинична;2013;01.09.2025;Классова {born} Львовна;ученик–ученик;{place};25.05.2026
            """), ("OrderNumber", "17-о"), ("OrderDate", "2025-09-01"));
        (await curator.Get(table)).Text.ShouldContain(born is null ? "Подойдёт и класс в столбце" : $"по классу (10) принят {born}. Уточните дату в карточке.");
    }

    [Fact]
    public async Task Preview_OfAListOfPeople_WantsADateOfBirth_WhateverTheClass()
    {
        var curator = await host.As("curator1");
        var table = await Upload(curator, "список.csv", Encoding.UTF8.GetBytes("Фамилия;Имя;Кто;База;Класс\nБездатова;Ия;обучающийся;наставляемые;7 Б"));
        var text = (await curator.Get(table)).Text;
        text.ShouldContain("Бездатова Ия: у обучающегося нужна дата или год рождения");
        text.ShouldNotContain("Подойдёт и класс");
    }

    [Fact]
    public async Task Undo_AfterSomebodyWorkedWithTheRows_IsRefused()
    {
        var curator = await host.As("curator1");
        var table = await Upload(curator, "база.csv", Encoding.UTF8.GetBytes(Named("Ия")), ("OrderNumber", "18-о"), ("OrderDate", "2026-09-02"));
        await curator.Submit(table, [], $"{table}/save");
        await host.Db(async db =>
        {
            (await db.People.SingleAsync(p => p.Surname == "Ёжикова" && p.Given == "Ия")).Position = "староста";
            return await db.SaveChangesAsync();
        });
        var answer = await curator.Submit(table, [], $"{table}/undo");
        answer.Status.ShouldBe(422);
        answer.Text.ShouldContain("Ёжикова И. Л.");
        (await Known("Ия")).ShouldBe(3);

        // The same file again: nothing new in it, and it is known.
        var again = await Upload(curator, "база.csv", Encoding.UTF8.GetBytes(Named("Ия")), ("OrderNumber", "18-о"), ("OrderDate", "2026-09-02"));
        var preview = await curator.Get(again);
        preview.Text.ShouldContain("Этот же файл уже загружали");
        preview.Text.ShouldContain("Создать: 0, обновить: 0, пропустить (без изменений): 2, ошибок: 1.");
        var errors = await curator.Client.GetAsync($"{again}/errors.xlsx");
        using var workbook = new XLWorkbook(await errors.Content.ReadAsStreamAsync());
        var rows = workbook.Worksheet(1).RowsUsed().ToList();
        rows.Count.ShouldBe(2);
        rows[1].CellsUsed().Select(c => c.GetString()).ShouldContain("Дубль Ия Ильич");
    }

    [Theory, InlineData("Зульмира", "enrolment"), InlineData("Зинфира", "request"), InlineData("Зарема", "survey")]
    public async Task Undo_AfterARowWasHungOnAPerson_OrAPlaceWasChanged_IsRefusedByName(string given, string hung)
    {
        var curator = await host.As("curator1");
        var table = await Upload(curator, "база.csv", Encoding.UTF8.GetBytes(Named(given)), ("OrderNumber", "19-о"), ("OrderDate", "2026-09-02"));
        await curator.Submit(table, [], $"{table}/save");
        await host.Db(async db =>
        {
            var person = await db.People.Include(p => p.Mentee).SingleAsync(p => p.Surname == "Ёжикова" && p.Given == given);
            if (hung == "survey")
                db.Add(SurveyInvitation.Ask(await db.Pairs.SingleAsync(p => p.Mentees.Any(m => m.MenteeId == person.Mentee!.Id)), person, await db.Surveys.FirstAsync(), SurveyStage.Exit, new DateOnly(2026, 11, 1)));
            else if (hung == "enrolment")
                person.Enrolments.Add(new Enrolment(person, "Шахматы", person.OrganizationId!.Value, new DateOnly(2026, 9, 5), null));
            else
                person.Mentee!.Request = "Сказано позже";
            return await db.SaveChangesAsync();
        });
        var answer = await curator.Submit(table, [], $"{table}/undo");
        answer.Status.ShouldBe(422, answer.Words);
        answer.Text.ShouldContain("Ёжикова");
        (await Known(given)).ShouldBe(3);
    }

    [Fact]
    public async Task Export_BroughtBack_ChangesNothing_AndAnEditedCellUpdatesItsPerson()
    {
        var curator = await host.As("curator2");
        var bytes = await curator.Client.GetByteArrayAsync("/people/import/export.xlsx");
        var unchanged = await curator.Get(await Upload(curator, "люди.xlsx", bytes));
        unchanged.Text.ShouldContain("Создать: 0, обновить: 0,");
        unchanged.Text.ShouldContain("ошибок: 0.");

        using var workbook = new XLWorkbook(new MemoryStream(bytes));
        var sheet = workbook.Worksheet("Люди");
        // A class is the same class however it is written.
        foreach (var cell in sheet.Column(1 + (int)ExchangeColumn.ClassName).CellsUsed().Skip(1))
            cell.SetValue(cell.GetString().Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant());
        sheet.Cell(2, 1 + (int)ExchangeColumn.Contact).SetValue("8 900 765-43-21");
        var code = sheet.Cell(2, 1).GetValue<int>();
        using var changed = new MemoryStream();
        workbook.SaveAs(changed);
        var table = await Upload(curator, "люди.xlsx", changed.ToArray());
        var preview = await curator.Get(table);
        preview.Text.ShouldContain("Создать: 0, обновить: 1,");
        preview.Html.QuerySelectorAll("[data-label='Что будет'] div").ShouldHaveSingleItem().TextContent.ShouldEndWith("→ «8 900 765-43-21»");
        await curator.Submit(table, [], $"{table}/save");
        (await host.Db(db => db.People.Where(p => p.Id == code).Select(p => p.Contact).SingleAsync())).ShouldBe("8 900 765-43-21");
        (await (await host.As("curator1")).Get(table)).Status.ShouldBe(404, "a table is its author's alone");
    }

    [Fact]
    public async Task BaseForms_BroughtBack_AddNobody()
    {
        var curator = await host.As("curator1");
        var bytes = await curator.Client.GetByteArrayAsync("/people/import/forms.xlsx");
        var preview = await curator.Get(await Upload(curator, "базы.xlsx", bytes));
        preview.Text.ShouldContain("Создать: 0,");
        preview.Text.ShouldContain("Новых пар: 0.");
    }

    [Fact]
    public async Task Preview_OfHostileCells_NamesEachRowThatIsRefused()
    {
        string[] names = ["Ибн-Хаттаб Аль-Мухаммад оглы", "Д'Артаньян Шарль", "Ыъ Я", "=cmd|' /C calc'!A0 Имя", "Әминә Өҗҗәтова Ңғ", "Ӕхсар Гӏалгӏайче", "Зеро\u200BШирина Имя", new string('Ж', 500) + " Имя", "Одно"];
        string[] days = ["01.02.2012", "1.2.12", "2012-02-01", "31.02.2012", "29.02.2013", "40940", "00.00.0000", "02/13/2012", "01.01.0001"];
        using var workbook = new XLWorkbook();
        var hidden = workbook.Worksheets.Add("Скрытый");
        hidden.Cell(1, 1).SetValue("ФИО");
        hidden.Hide();
        var sheet = workbook.Worksheets.Add("7 Б");
        sheet.Cell(1, 1).SetValue("Список наставляемых");
        sheet.Range(1, 1, 1, 4).Merge();
        string[] heads = ["ФИО", "Кто", "База", "Дата рождения"];
        for (var c = 0; c < heads.Length; c++)
            sheet.Cell(3, c + 1).SetValue(heads[c]);
        for (var r = 0; r < names.Length; r++)
        {
            sheet.Cell(r + 4, 1).SetValue(names[r]);
            sheet.Cell(r + 4, 4).SetValue(days[r]).SetDataType(XLDataType.Text);
        }
        sheet.Cell(4, 2).SetValue("обучающийся");
        sheet.Range(4, 2, 3 + names.Length, 2).Merge();
        sheet.Cell(4, 3).SetValue("наставляемые");
        sheet.Range(4, 3, 3 + names.Length, 3).Merge();
        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        var curator = await host.As("curator1");
        var table = await Upload(curator, "список.xlsx", bytes.ToArray());
        var preview = await curator.Get(table);
        preview.Status.ShouldBe(200);
        // 31.02, 29.02.2013, 00.00.0000, 02/13/2012, year 1; the long name; the lone word: seven marks on five rows and two more.
        preview.Text.ShouldContain("Создать: 4,");
        preview.Text.ShouldContain("ошибок: 5.");
        foreach (var found in (string[])["31.02.2012", "29.02.2013", "00.00.0000", "02/13/2012", "01.01.0001"])
            preview.Text.ShouldContain($"найдено «{found}»");
        await curator.Submit(table, [], $"{table}/save");
        (await host.Db(db => db.People.Where(p => p.Surname == "Ибн-Хаттаб").Select(p => p.Patronymic).SingleAsync())).ShouldBe("оглы");
        var export = await curator.Client.GetByteArrayAsync("/people/import/export.xlsx");
        using var again = new XLWorkbook(new MemoryStream(export));
        again.Worksheet("Люди").CellsUsed().Where(c => c.HasFormula).ShouldBeEmpty();
    }

    [Fact]
    public async Task Save_OfALargeTable_IsAJob_ThatAnInterruptedStartTakesUp()
    {
        var curator = await host.As("curator1");
        var text = new StringBuilder("Фамилия;Имя;Кто;База;Дата рождения\n");
        for (var i = 0; i < 450; i++)
            text.Append($"Многолюдный{i};Тит;обучающийся;наставляемые;05.09.2012\n");
        var table = await Upload(curator, "все.csv", Encoding.UTF8.GetBytes(text.ToString()));
        var address = (await curator.Submit(table, [], $"{table}/save")).Location!;
        address.ShouldStartWith("/jobs/");
        var running = Guid.Parse(address["/jobs/".Length..]);
        await Done(running);
        (await curator.Get(address)).Text.ShouldContain("Обработано строк: 450 из 450.");
        (await Known("Тит")).ShouldBe(450);
        (await (await host.As("curator2")).Get(address)).Status.ShouldBe(404);

        // A row that never reached the schedule, as after a kill: the start finds it. What is stored already is not stored twice.
        var left = await host.Db(async db =>
        {
            var first = await db.Jobs.IgnoreQueryFilters().SingleAsync(j => j.Id == running);
            return (first.OwnerId, first.OrganizationId, first.SubjectId);
        });
        var jobId = Guid.NewGuid();
        using (var scope = host.Services.CreateScope())
        {
            await using var db = TestScope.For(scope.ServiceProvider, new Actor(left.OwnerId, "Куратор", Role.Curator, left.OrganizationId));
            db.Jobs.Add(new Job { Id = jobId, Kind = JobKind.PeopleImport, OwnerId = left.OwnerId, OrganizationId = left.OrganizationId, SubjectId = left.SubjectId, ResultUrl = table, CreatedAt = host.Time.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync();
        }
        await host.Services.GetServices<IHostedService>().OfType<JobResumer>().Single().StartAsync(CancellationToken.None);
        await Done(jobId);
        (await Known("Тит")).ShouldBe(450);
    }

    [Fact]
    public async Task Preview_OfARowWithoutAName_SaysSo_BesideItsOtherErrors()
    {
        var curator = await host.As("curator1");
        var table = await Upload(curator, "люди.csv", Encoding.UTF8.GetBytes("Фамилия;Имя;Кто;База;Дата рождения\n;;обучающийся;наставляемые;31.02.2012\n"));
        var row = (await curator.Get(table)).Html.QuerySelector("[data-label='Что исправить']")!;
        row.QuerySelectorAll("p").Select(p => p.TextContent).ShouldBe(["Дата рождения: найдено «31.02.2012», ожидается дата, например 05.09.2012, или год: 2012.", "Фамилия: найдено «пусто», ожидается фамилия.", "Имя: найдено «пусто», ожидается имя."]);
    }

    [Fact]
    public async Task Save_ThatRuns_IsNotShownAsCutOff()
    {
        var curator = await host.As("curator1");
        var table = await Upload(curator, "база.csv", Encoding.UTF8.GetBytes(Named("Павла")), ("OrderNumber", "21-о"), ("OrderDate", "2026-09-02"));
        var id = Guid.Parse(table.Split('/')[^1]);
        var seen = "";
        Task<int> Put(PeopleImportState state) => host.Db(db => db.PeopleImports.IgnoreQueryFilters().Where(i => i.Id == id).ExecuteUpdateAsync(s => s.SetProperty(i => i.State, state)));
        await Put(PeopleImportState.Saving);
        var owner = await host.Db(db => db.PeopleImports.IgnoreQueryFilters().Where(i => i.Id == id).Select(i => new { i.AuthorId, i.OrganizationId }).SingleAsync());
        using var scope = host.Services.CreateScope();
        await using var db = TestScope.For(scope.ServiceProvider, new Actor(owner.AuthorId, "Куратор", Role.Curator, owner.OrganizationId));
        // As another window sees it between two parts: not finished, its rows being stored.
        await host.Services.GetRequiredService<PeopleImportWork>().Run(db, id, async (_, _) =>
        {
            await Put(PeopleImportState.Saving);
            seen = (await curator.Get(table)).Words;
        }, CancellationToken.None);
        seen.ShouldContain("Загружается");
        seen.ShouldNotContain("прервана");
    }

    [Fact]
    public async Task Save_ThatWasCutOff_GoesOn_AndCanBeTakenBack()
    {
        var curator = await host.As("curator1");
        var table = await Upload(curator, "база.csv", Encoding.UTF8.GetBytes(Named("Устинья")), ("OrderNumber", "20-о"), ("OrderDate", "2026-09-02"));
        var id = Guid.Parse(table.Split('/')[^1]);
        // As a kill leaves it: begun, not finished, its job gone.
        Task CutOff() => host.Db(db => db.PeopleImports.IgnoreQueryFilters().Where(i => i.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.State, PeopleImportState.Saving).SetProperty(i => i.SavedAt, (DateTime?)null).SetProperty(i => i.JobId, Guid.NewGuid())));
        await CutOff();
        (await curator.Get(table)).Words.ShouldContain("Загрузка прервана");
        (await (await host.As("curator2")).Get(table)).Status.ShouldBe(404);
        (await curator.Post($"{table}/save", [])).Location.ShouldBe(table);
        (await Known("Устинья")).ShouldBe(3);
        (await curator.Get(table)).Words.ShouldContain("Загружено");
        (await curator.Post($"{table}/save", [])).Status.ShouldBe(422, "it is saved already");
        await CutOff();
        (await curator.Post($"{table}/undo", [])).IsRedirect.ShouldBeTrue();
        (await Known("Устинья")).ShouldBe(0);
    }

    [Fact]
    public async Task Save_OfPeopleWhomSomebodyChangesInTheSameMinute_IsTakenAnew()
    {
        var curator = await host.As("curator1");
        var (known, organizationId, userId) = await host.Db(async db =>
        {
            var user = await db.Users.SingleAsync(u => u.NormalizedEmail == "CURATOR1@DEMO.EXAMPLE");
            var person = await db.People.Include(p => p.Mentee).FirstAsync(p => p.OrganizationId == user.OrganizationId && p.Mentee != null && p.LeftOn == null && !db.People.Any(x => x.Id != p.Id && x.NameKey == p.NameKey));
            return (person, user.OrganizationId!.Value, user.Id);
        });
        var text = new StringBuilder($"{ExchangeColumns.Head(ExchangeColumn.Code)};Фамилия;Имя;Кто;База;Дата рождения;Должность\n");
        for (var i = 0; i < 210; i++)
            text.Append($";Попутный{i};Фрол;обучающийся;наставляемые;05.09.2012;\n");
        text.Append($"{known.Id};{known.Surname};{known.Given};;;;староста\n");
        var table = Guid.Parse((await Upload(curator, "все.csv", Encoding.UTF8.GetBytes(text.ToString()))).Split('/')[^1]);
        using var scope = host.Services.CreateScope();
        await using var own = TestScope.For(scope.ServiceProvider, new Actor(userId, "Куратор", Role.Curator, organizationId));
        (await own.PeopleImports.SingleAsync(i => i.Id == table)).Begin(null, isCutOff: false);
        await own.SaveChangesAsync();
        var meanwhile = 0;
        await scope.ServiceProvider.GetRequiredService<PeopleImportWork>().Run(own, table, async (_, _) =>
        {
            if (meanwhile++ == 0)
                await host.Db(async db =>
                {
                    (await db.People.SingleAsync(p => p.Id == known.Id)).Contact = "8 900 000-77-77";
                    return await db.SaveChangesAsync();
                });
        }, CancellationToken.None);
        (await curator.Get($"/people/import/{table}")).Words.ShouldContain("Создано: 210, обновлено: 1");
        (await Known("Фрол")).ShouldBe(210);
        var now = await host.Db(db => db.People.SingleAsync(p => p.Id == known.Id));
        (now.Position, now.Contact).ShouldBe(("староста", "8 900 000-77-77"));
        (await curator.Get($"/people/import/{table}")).Words.ShouldContain("Создано: 210, обновлено: 1");
    }

    [Fact]
    public async Task Save_OfAPair_MovesTheVersionsOfItsPlaces_AndUndoPutsBackTheDaysOfEntry()
    {
        var curator = await host.As("curator1");
        var mentorId = (await host.Mentors(1, 1))[0];
        var (mentee, mentor, before) = await host.Db(async db =>
        {
            var mentor = await db.Mentors.Include(m => m.Person).Include(m => m.Availabilities).AsNoTracking().SingleAsync(m => m.Id == mentorId);
            var ids = await host.Mentees(1);
            return (await db.Mentees.Include(m => m.Person).AsNoTracking().SingleAsync(m => m.Id == ids[0]), mentor, mentor.Availabilities.Single().Version);
        });
        var table = await Upload(curator, "база.csv", Encoding.UTF8.GetBytes($"""
            Ф.И.О. наставляемого;Дата вхождения в программу;ФИО наставника;Форма наставничества;Дата завершения программы
            {mentee.Person!.Name.Full};01.03.2026;{mentor.Person!.Name.Full};ученик–ученик;25.05.2027
            """), ("OrderNumber", "21-о"), ("OrderDate", "2026-03-01"));
        (await curator.Submit(table, [], $"{table}/save")).Location.ShouldBe(table);
        (await host.Db(db => db.MentorAvailabilities.Where(a => a.MentorId == mentorId).Select(a => a.Version).SingleAsync())).ShouldBe(before + 1);
        (await host.Db(db => db.Mentees.Where(m => m.Id == mentee.Id).Select(m => m.EnteredOn).SingleAsync())).ShouldBe(new DateOnly(2026, 3, 1));
        (await curator.Submit(table, [], $"{table}/undo")).Location.ShouldBe("/people/import");
        (await host.Db(db => db.Mentees.Where(m => m.Id == mentee.Id).Select(m => m.EnteredOn).SingleAsync())).ShouldBe(mentee.EnteredOn);
        (await host.Db(db => db.Mentors.Where(m => m.Id == mentorId).Select(m => m.EnteredOn).SingleAsync())).ShouldBe(mentor.EnteredOn);
    }

    private static string Named(string given) => Register.Replace("{0}", given, StringComparison.Ordinal);

    private async Task Done(Guid jobId)
    {
        for (var i = 0; i < 300; i++)
        {
            var state = await host.Db(db => db.Jobs.IgnoreQueryFilters().Where(j => j.Id == jobId).Select(j => new { j.State, j.Error }).SingleAsync());
            if (state.State is JobState.Done or JobState.Failed)
            {
                state.State.ShouldBe(JobState.Done, state.Error);
                return;
            }
            await Task.Delay(200);
        }
        throw new TimeoutException("The job does not end.");
    }

    private Task<int> Known(string given) => host.Db(db => db.People.CountAsync(p => p.Given == given));

    private Task<List<Pair>> Pairs(string given) => host.Db(db => db.Pairs.Where(p => p.Mentees.Any(m => m.Mentee!.Person!.Given == given)).ToListAsync());

    private static async Task<string> Upload(Visitor visitor, string name, byte[] content, params (string Field, string Value)[] fields)
    {
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { new StringContent(await visitor.Token()), "__RequestVerificationToken" }, { file, "File", name } };
        foreach (var (field, value) in fields)
            form.Add(new StringContent(value), field);
        var answer = await Answer.Of(await visitor.Client.PostAsync("/people/import", form));
        answer.Status.ShouldBe(302, answer.Text);
        return answer.Location!;
    }
}
