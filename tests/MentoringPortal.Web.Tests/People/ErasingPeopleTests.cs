using System.Net.Http.Headers;
using System.Text;
using MentoringPortal.Data.Privacy;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Web.Tests.Formats;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.People;

/// <summary>PD1–PD3 and «Кто видит мои данные»: a person reads who sees what, takes a copy, and goes without a trace but the statistics.</summary>
[Trait("Category", "security")]
public sealed class ErasingPeopleTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string School = "Лицей № 3";
    /// <summary>Stands in every text of the one person, in no other row of the demo.</summary>
    private const string Stem = "тираемо";
    /// <summary>The same of people who are not searched for.</summary>
    private const string Kept = "охраняемо";
    private const string Other = "Остающийся";
    private static readonly DateOnly Day = new(2026, 10, 1), Born = new(2012, 7, 19);

    private static readonly Dictionary<string, string> Confirmed = new(StringComparer.Ordinal) { ["Form.Reason"] = "Demanded", ["Form.IsConfirmed"] = "true" };

    [Fact]
    public async Task Erase_LeavesNoTrace_AndTheStatistics()
    {
        var (personId, pairId) = await Pupil(Stem, Born);
        var curator = await host.As("curator1");
        await AttachScan(curator, personId);
        await AttachScan(curator, personId);
        await DropTask(pairId);
        (await curator.Submit($"/people/{personId}/edit", new() { ["Form.Person.Contact"] = "с" + Stem + "е-другой" })).IsRedirect.ShouldBeTrue();
        Traces().ShouldNotBeEmpty("the search finds what is there");
        var before = await Statistics();

        (await curator.Submit($"/people/{personId}/erase", Confirmed)).Status.ShouldBe(422, "the pair is at work");
        await Complete(pairId);
        (await curator.Submit($"/people/{personId}/erase", new() { ["Form.Reason"] = "Demanded" })).Words.ShouldContain("скачайте и подпишите акт");
        var act = CanaryReader.TextOf(await curator.Get($"/people/{personId}/erase/act.docx"));
        act.ShouldContain("С" + Stem + "в");
        act.ShouldContain("потребовал сам человек");
        var answer = await curator.Submit($"/people/{personId}/erase", Confirmed);
        answer.IsRedirect.ShouldBeTrue(answer.Words);

        Traces().ShouldBeEmpty();
        (await Statistics()).ShouldBe(before);
        var card = await curator.Get($"/people/{personId}");
        card.Words.ShouldContain($"Обезличено № {personId}");
        card.Words.ShouldContain("уничтожено");
        card.Html.QuerySelector($"a[href='/people/{personId}/edit']").ShouldBeNull();
        foreach (var page in new[] { "edit", "erase", "readers", "data.json", "mentee" })
            (await curator.Get($"/people/{personId}/{page}")).Status.ShouldBe(404, page);
        var line = await host.Db(db => db.Audit.SingleAsync(a => a.Action == Data.Audit.AuditAction.Erased && a.EntityId == $"{personId}"));
        line.ActorId.ShouldNotBeNull();
        line.Detail.ShouldBe("Demanded");
        var enquiry = await host.Db(db => db.Enquiries.SingleAsync(e => e.PersonId == personId));
        (enquiry.RequesterName, enquiry.Note, enquiry.ReceivedOn, enquiry.AnsweredOn, enquiry.Outcome, enquiry.ReplyNumber).ShouldBe(("", null, Day, Day, EnquiryOutcome.Refused, "91-пд"), "that it was asked and answered stays");
    }

    [Fact]
    public async Task Erase_OfAMentorWithAnAccount_ClosesIt()
    {
        var personId = await host.Db(async db =>
        {
            var school = await db.Organizations.SingleAsync(o => o.ShortName == "Школа № 2");
            var account = new Data.Accounts.PortalUser
            {
                UserName = "stiraemyj@demo.example",
                NormalizedUserName = "STIRAEMYJ@DEMO.EXAMPLE",
                Email = "stiraemyj@demo.example",
                NormalizedEmail = "STIRAEMYJ@DEMO.EXAMPLE",
                DisplayName = "Увольняева Ия",
                Role = Data.Role.Mentor,
                OrganizationId = school.Id,
                PasswordHash = await db.Users.Where(u => u.Email == "mentor1@demo.example").Select(u => u.PasswordHash).SingleAsync(),
                IsDemo = true,
            };
            db.Add(account);
            await db.SaveChangesAsync();
            var person = new Person(school.Id, PersonKind.Teacher, new PersonName("Увольняева", "Ия", null));
            db.Add(new Mentor(person, Day, 2) { UserId = account.Id });
            await db.SaveChangesAsync();
            return person.Id;
        });
        const string Address = "stiraemyj@demo.example";
        await host.Db(async db =>
        {
            db.Add(new Data.Mail.OutboxMail { Kind = Data.Mail.MailKind.Digest, Recipient = Address, Subject = "Пары", Body = "Увольняева", QueuedAt = Day.ToDateTime(default, DateTimeKind.Utc), NextAttemptAt = Day.AddYears(9).ToDateTime(default, DateTimeKind.Utc) });
            return await db.SaveChangesAsync();
        });
        (await Letters(Address)).ShouldBe(1);
        var own = await (await host.As("stiraemyj")).Get("/people/own");
        own.Words.ShouldContain("Кто видит мои данные");
        own.Words.ShouldContain("Сам наставник: Увольняева Ия");
        await using (var db = TestScope.For(host.Services, new Data.Actor(1, "Тест", Data.Role.Department, null)))
        {
            using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateScope(host.Services);
            var eraser = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<PersonEraser>(scope.ServiceProvider);
            await eraser.Erase(personId, 0, ErasureReason.Demanded, new Data.Actor(1, "Тест", Data.Role.Department, null), Day, CancellationToken.None);
            var account = await db.Users.SingleAsync(u => u.DisplayName == $"Обезличено № {personId}");
            account.IsDisabled.ShouldBeTrue();
            account.Email!.ShouldNotContain("stiraemyj");
            (await db.Audit.Where(a => a.ActorId == account.Id).Select(a => a.ActorName).Distinct().ToListAsync()).ShouldBe([$"Обезличено № {personId}"]);
        }
        (await Letters(Address)).ShouldBe(0, "a letter to him is no more");
        (await host.Anonymous().SignIn("stiraemyj@demo.example", Data.Demo.DemoAccounts.Password)).IsRedirect.ShouldBeFalse();
    }

    /// <summary>However the table has written him; and of others, whose names hold the same letters, nothing.</summary>
    [Fact]
    public async Task Erase_TakesTheRowsOfHisThatAnImportRefused_AndNobodyElses()
    {
        var curator = await host.As("curator1");
        const string Row = "\tИя\tобучающийся\tнаставляемые\t05.09.2012\n";
        var table = (await curator.Submit("/people/import", new() { ["Text"] = $"Фамилия\tИмя\tКто\tБаза\tДата рождения\nЛёв{Row}Лев{Row}Алёвина{Row}АЛЁВИНА{Row}" }, "/people/import")).Location!;
        (await curator.Submit(table, [], $"{table}/save")).Location.ShouldBe(table);
        (await curator.Get(table)).Words.ShouldContain("не загружено строк: 2.");
        var personId = await host.Db(db => db.People.Where(p => p.Surname == "Лёв").Select(p => p.Id).SingleAsync());
        (await curator.Submit($"/people/{personId}/erase", Confirmed)).IsRedirect.ShouldBeTrue();

        var result = await curator.Get(table);
        result.Words.ShouldContain("не загружено строк: 1.");
        result.Words.ShouldContain("АЛЁВИНА");
        result.Words.ShouldNotContain("Лев Ия");
    }

    [Fact]
    public async Task Journal_IsClosedAgain_AfterAnErasure()
    {
        var (personId, pairId) = await Pupil(Kept, Day.AddYears(-13));
        await Complete(pairId);
        (await (await host.As("curator1")).Submit($"/people/{personId}/erase", Confirmed)).IsRedirect.ShouldBeTrue();
        await Should.ThrowAsync<System.Data.Common.DbException>(() => host.Db(db => db.Audit.ExecuteUpdateAsync(set => set.SetProperty(a => a.ActorName, "чужой"))));
    }

    [Fact]
    public async Task Copy_HasAllOfThePerson_AndNobodyElse()
    {
        var (personId, _) = await Pupil(Kept, Day.AddYears(-13));
        var curator = await host.As("curator1");
        foreach (var format in new[] { "docx", "json" })
        {
            var text = CanaryReader.TextOf(await curator.Get($"/people/{personId}/data.{format}"));
            foreach (var canary in new[] { "С" + Kept + "в", "контакт", "мать", "запрос", "папка", "тема", "итог", "задача", "исход", "анкета", "проситель", "просьба", "отказ" })
                text.ShouldContain(canary.StartsWith('С') ? canary : $"с{Kept}е-{canary}", Case.Sensitive, $"{canary} in {format}");
            text.ShouldNotContain(Other);
        }
        (await (await host.As("curator2")).Get($"/people/{personId}/data.json")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Readers_AreNamed_ByTheRulesOfThePages()
    {
        var (personId, _) = await Pupil(Kept, Day.AddYears(-13));
        var page = await (await host.As("curator1")).Get($"/people/{personId}/readers");
        var rows = page.Html.QuerySelectorAll("tbody tr").ToDictionary(r => r.QuerySelector("th")!.TextContent, r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        var names = await host.Db(db => db.Users.Where(u => !u.IsDisabled && (u.Role == Data.Role.Department || u.Role == Data.Role.Curator))
            .Select(u => new { u.DisplayName, u.Role, School = u.Organization!.ShortName }).ToListAsync());
        var (own, department) = (names.First(n => n.School == School).DisplayName, names.First(n => n.Role == Data.Role.Department).DisplayName);
        rows["Дата рождения"].ShouldContain(own);
        rows["Дата рождения"].ShouldNotContain(department);
        rows["Фамилия, имя, отчество"].ShouldContain($"{department} (инициалы");
        rows["Встречи, план и итоги пары"].ShouldContain("только число и даты");
        page.Words.ShouldNotContain(names.First(n => n.Role == Data.Role.Curator && n.School != School).DisplayName);
        page.Words.ShouldNotContain($"{Kept}е-", Case.Sensitive, "no values on the page");
    }

    [Fact]
    public async Task Entity_WithAWayToAPerson_IsInTheRowsOfAPerson() => await host.Db(db =>
    {
        var reached = new HashSet<Type> { typeof(Person), typeof(Pair), typeof(Domain.Files.StoredFile) };
        var types = db.Model.GetEntityTypes().ToList();
        while (types.Where(t => t.GetForeignKeys().Any(k => reached.Contains(k.PrincipalEntityType.ClrType) && k.PrincipalEntityType.ClrType != typeof(Domain.Files.StoredFile)))
            .Select(t => t.ClrType).Where(reached.Add).ToList().Count > 0)
        {
            // Each round adds who points to those found so far.
        }
        reached.ShouldBe(PersonRows.Types, ignoreOrder: true);
        return Task.FromResult(0);
    });

    private Task<(int PersonId, int PairId)> Pupil(string stem, DateOnly born) => host.Db(async db =>
    {
        var school = await db.Organizations.SingleAsync(o => o.ShortName == School);
        var pupil = new Person(school.Id, PersonKind.Pupil, new PersonName($"С{stem}в", "Лев", $"С{stem}вич")) { Contact = $"с{stem}е-контакт", ParentName = $"с{stem}е-мать", ParentContact = $"с{stem}е-мать" };
        pupil.Describe(PersonKind.Pupil, born, null, Day);
        pupil.PutInClass("7 Б");
        var mentee = new Mentee(pupil, Day) { Request = $"с{stem}е-запрос", Categories = MenteeCategories.Gifted };
        pupil.Consents.Add(new Consent(pupil, ConsentKind.Processing, Day, true, Day) { PaperNumber = $"с{stem}е-папка", SignerName = $"с{stem}е-мать" });
        var older = new Person(school.Id, PersonKind.Pupil, new PersonName(Other, "Лев", null));
        older.Describe(PersonKind.Pupil, new DateOnly(2009, 2, 2), null, Day);
        var mentor = new Mentor(older, Day, 1);
        var pair = Pair.Open(await db.MentoringForms.SingleAsync(f => f.Id == 1), Day, Day.AddDays(200), new MentorPlace(mentor, 1, 0, true), [new MenteePlace(mentee, [])]);
        pair.Fix(new FixingOrder("5-н", Day, Day), [], Day);
        pair.Result = $"с{stem}е-исход";
        pair.Plan.Add(new PlanTask(school.Id) { Ordinal = 1, Task = $"с{stem}е-задача", Goal = $"с{stem}е-цель" });
        var asked = SurveyInvitation.Ask(pair, pupil, await db.Surveys.Include(s => s.Questions).FirstAsync(s => s.Id == 1), SurveyStage.Entry, Day);
        asked.Answer([new GivenAnswer(1, 7, null), new GivenAnswer(7, null, $"с{stem}е-анкета")], AnsweredBy.Paper, Day);
        db.AddRange(pupil, older, asked, pair, Meeting.Hold(pair, MeetingKind.Regular, Day, new MeetingNotes(45, $"с{stem}е-тема", $"с{stem}е-итог", 1, Other), Day));
        await db.SaveChangesAsync();
        var enquiry = new Enquiry(school.Id, new(EnquiryKind.Access, EnquiryAsker.Representative, $"с{stem}е-проситель", pupil.Id, EnquiryChannel.Paper, Day, $"с{stem}е-просьба"), await db.Settings.SingleAsync(), ProductionCalendar.Russia, Day);
        enquiry.Extend(2, $"с{stem}е-продление", await db.Settings.SingleAsync(), ProductionCalendar.Russia, Day);
        enquiry.Close(Day, EnquiryOutcome.Refused, $"с{stem}е-отказ", "91-пд", Day);
        db.Add(enquiry);
        await db.SaveChangesAsync();
        return (pupil.Id, pair.Id);
    });

    /// <summary>As the administrator counts them: nobody else sees the outbox.</summary>
    private async Task<int> Letters(string address)
    {
        await using var db = TestScope.For(host.Services, new Data.Actor(1, "Тест", Data.Role.Admin, null));
        return await db.Mails.CountAsync(m => m.Recipient == address);
    }

    private Task<int> Complete(int pairId) => host.Db(async db =>
    {
        var pair = await db.Pairs.Include(p => p.Mentors).Include(p => p.Mentees).SingleAsync(p => p.Id == pairId);
        pair.Complete(Day.AddDays(40), pair.Result);
        return await db.SaveChangesAsync();
    });

    /// <summary>A task taken out of the plan: its words stand in the journal alone.</summary>
    private Task<int> DropTask(int pairId) => host.Db(async db =>
    {
        var pair = await db.Pairs.Include(p => p.Plan).SingleAsync(p => p.Id == pairId);
        var task = new PlanTask(pair.OrganizationId!.Value) { Ordinal = 2, Task = $"с{Stem}е-снятая" };
        pair.Plan.Add(task);
        await db.SaveChangesAsync();
        db.Remove(task);
        return await db.SaveChangesAsync();
    });

    private async Task AttachScan(Visitor curator, int personId)
    {
        var consent = await host.Db(db => db.Consents.Where(c => c.PersonId == personId).Select(c => c.Id).SingleAsync());
        var file = new ByteArrayContent([.. HostileFiles.Pdf, .. Encoding.UTF8.GetBytes($"%с{Stem}е-скан\n%%EOF\n")]);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var content = new MultipartFormDataContent { { new StringContent(await curator.Token()), "__RequestVerificationToken" }, { file, "Form.File", $"с{Stem}е-скан.pdf" } };
        (await Answer.Of(await curator.Client.PostAsync($"/consents/{consent}/scan", content))).IsRedirect.ShouldBeTrue();
    }

    private Task<string> Statistics() => host.Db(async db => string.Join(';',
        await db.People.CountAsync(), await db.Mentees.CountAsync(), await db.Pairs.CountAsync(), await db.PairMentees.CountAsync(), await db.Consents.CountAsync(),
        await db.Meetings.CountAsync(m => m.IsHeld), await db.Meetings.SumAsync(m => m.Minutes ?? 0), await db.SurveyAnswers.SumAsync(a => a.Score ?? 0), await db.People.CountAsync(p => p.BirthDate!.Value.Year == Born.Year)));

    /// <summary>Files of the store, database, log and logs that hold the person in any writing.</summary>
    private List<string> Traces()
    {
        string[] words = [Stem, Stem.ToUpperInvariant(), "2012-07-19"];
        var needles = words.SelectMany(w => new[] { Encoding.UTF8.GetBytes(w), Encoding.Unicode.GetBytes(w), Encoding.ASCII.GetBytes(string.Concat(w.Select(c => $"\\u{(int)c:x4}"))),
            Encoding.ASCII.GetBytes(string.Concat(w.Select(c => $"\\u{(int)c:X4}"))) }).ToList();
        return [.. Directory.EnumerateFiles(host.Storage, "*", SearchOption.AllDirectories).Where(f => needles.Exists(n => Bytes(f).AsSpan().IndexOf(n) >= 0))];
    }

    /// <summary>SQLite takes its two side files away when the last connection closes, perhaps between the listing and the reading: what is gone holds nothing.</summary>
    private static byte[] Bytes(string path)
    {
        try
        {
            return Read(path);
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }

    private static byte[] Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
