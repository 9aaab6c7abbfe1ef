using System.Security.Cryptography;
using System.Text;
using MentoringPortal.Data;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Files;
using MentoringPortal.Domain.Imports;
using MentoringPortal.Domain.Jobs;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentoringPortal.Web.Tests.Security;

/// <summary>
/// Two schools with rows of every kind, each text of a school carrying its canary, and every principal signed in. The database is put back
/// after each write, so that the walk may post anything anywhere.
/// </summary>
public sealed partial class World : PortalHost, IAsyncLifetime
{
    public const string CanaryA = "КАН-A-6c1f";
    public const string CanaryB = "КАН-B-97de";

    /// <summary>Principals of the walk and the role whose column of the table each obeys.</summary>
    public static readonly IReadOnlyDictionary<string, string> Principals = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["anonymous"] = "anonymous",
        ["admin"] = "admin",
        ["department"] = "department",
        ["official"] = "official",
        ["curator1"] = "curator",
        ["curator2"] = "curator",
        ["mentor1"] = "mentor",
        ["mentor2"] = "mentor",
        // A curator whose account was disabled after he had signed in is as good as a stranger.
        [Disabled] = "anonymous",
        [OneTime] = "curator",
    };

    public const string Disabled = "disabled";

    /// <summary>A curator who has signed in with a one-time password and must change it first.</summary>
    public const string OneTime = "must-change-password";

    private readonly Dictionary<string, Visitor> _visitors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private byte[] _snapshot = [];

    /// <summary>Route values of objects that curator1's school may see, by parameter name.</summary>
    public Dictionary<string, string> Own { get; } = new(StringComparer.Ordinal);

    /// <summary>The same of objects that only the other school may see.</summary>
    public Dictionary<string, string> Foreign { get; } = new(StringComparer.Ordinal);

    private string DatabaseFile => Path.Combine(Storage, "portal.db");

    private string SnapshotFile => Path.Combine(Storage, "snapshot.db");

    public Visitor Visitor(string principal) => _visitors[principal];

    public async Task InitializeAsync()
    {
        _ = Services;
        await Db(async db =>
        {
            var a = await db.Organizations.SingleAsync(o => o.ShortName == "Лицей № 3");
            var b = await db.Organizations.SingleAsync(o => o.ShortName == "Школа № 7");
            a.Address = CanaryA;
            b.Address = CanaryB;
            await Fill(db, Own, a, CanaryA, "mentor1@demo.example");
            await Fill(db, Foreign, b, CanaryB, null);
            return 0;
        });
        await FillTables(Own, int.Parse(Own["organizationId"]), "curator1@demo.example", CanaryA);
        await FillTables(Foreign, int.Parse(Foreign["organizationId"]), "curator2@demo.example", CanaryB);
        await AddCurator(Disabled, _ => { });
        await AddCurator(OneTime, u => u.MustChangePassword = true);
        foreach (var principal in Principals.Keys)
            _visitors[principal] = await Frozen(principal == "anonymous" ? Anonymous() : await As(principal));
        await Db(async db =>
        {
            (await db.Users.SingleAsync(u => u.Email == $"{Disabled}@demo.example")).IsDisabled = true;
            return await db.SaveChangesAsync();
        });
        SqliteConnection.ClearAllPools();
        _snapshot = await File.ReadAllBytesAsync(Checkpointed());
        await File.WriteAllBytesAsync(SnapshotFile, _snapshot);
    }

    /// <summary>Another curator of curator1's school with the password of the demo.</summary>
    private Task AddCurator(string login, Action<PortalUser> with) => Db(async db =>
    {
        var model = await db.Users.AsNoTracking().SingleAsync(u => u.Email == "curator1@demo.example");
        var email = $"{login}@demo.example";
        var user = new PortalUser
        {
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            DisplayName = "Ещё Один Куратор",
            Role = Role.Curator,
            OrganizationId = model.OrganizationId,
            PasswordHash = model.PasswordHash,
            IsDemo = true,
        };
        with(user);
        db.Users.Add(user);
        return await db.SaveChangesAsync();
    });

    /// <summary>Puts the database and the files back as they were before the walk.</summary>
    public void Restore()
    {
        SqliteConnection.ClearAllPools();
        File.Delete(DatabaseFile + "-wal");
        File.Delete(DatabaseFile + "-shm");
        File.WriteAllBytes(DatabaseFile, _snapshot);
        foreach (var (path, bytes) in _files)
            File.WriteAllBytes(path, bytes);
    }

    /// <summary>Rows that differ from the world as it was made; the journal apart.</summary>
    public IReadOnlyList<RowChange> Changes() => DatabaseDifference.Rows(DatabaseFile, SnapshotFile);

    /// <summary>What the journal has got since.</summary>
    public IReadOnlyList<JournalLine> NewLines() => DatabaseDifference.Lines(DatabaseFile, SnapshotFile);

    /// <summary>Changes the database behind the portal's back, until it is put back.</summary>
    public void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Hash of every row of every table but the journal and the sessions' seen-marks.</summary>
    public string Fingerprint()
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in Tables(connection).Where(t => t is not ("AuditEntries" or "UserSessions" or "sqlite_sequence")))
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            using var reader = command.ExecuteReader();
            while (reader.Read())
                for (var i = 0; i < reader.FieldCount; i++)
                    hash.AppendData(Encoding.UTF8.GetBytes($"{table}|{i}|{(reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i))}"));
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>The same browser with its cookies nailed down: a sign-out on the walk is undone by <see cref="Restore"/>.</summary>
    private async Task<Visitor> Frozen(Visitor visitor)
    {
        await visitor.Token();
        var last = await visitor.Get("/account/password");
        var client = CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("https://localhost") });
        client.DefaultRequestHeaders.Add("Cookie", last.Response.RequestMessage!.Headers.GetValues("Cookie"));
        return new Visitor(client);
    }

    async Task IAsyncLifetime.DisposeAsync() => await base.DisposeAsync();

    private static List<string> Tables(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private string Checkpointed()
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
        return DatabaseFile;
    }

    private async Task Fill(PortalDb db, Dictionary<string, string> ids, Organization organization, string canary, string? mentorEmail)
    {
        var school = organization.Id;
        var day = new DateOnly(2026, 10, 1);
        var order = new Order { Kind = OrderKind.Order, CreatedAt = Time.GetUtcNow().UtcDateTime };
        // Title and number are told to whoever holds the sheet.
        order.Compose(new OrderText($"О работе {school}", canary, "ПРИКАЗЫВАЮ", null, $"1. {canary}", null, canary, canary, [school], null, null), day);
        order.Prepare();
        order.Register($"{school}-м", day);
        order.Send(order.CreatedAt);
        var roadmap = new Roadmap { Order = order, Title = canary, PeriodStart = day, PeriodEnd = day.AddYears(1), CreatedAt = order.CreatedAt };
        var item = new RoadmapItem { Number = "1", Activity = canary, Result = "Приказ ОО" };
        item.Plan(new Deadline { Text = "до 01.10.2026", Kind = DeadlineKind.Due, End = day });
        roadmap.Items.Add(item);
        var execution = new Execution { Roadmap = roadmap, RoadmapItem = item, Executor = ExecutorKind.Organization, OrganizationId = school };
        item.Executions.Add(execution);
        execution.Report(new ExecutionReport(canary, "приказ", canary, day), new Signature(1, canary, order.CreatedAt));
        var appointment = new Appointment { OrganizationId = school, Role = AppointmentRole.Curator, PersonName = canary, From = day };
        // The demo may have given the school its year already.
        var participation = await db.Participations.SingleOrDefaultAsync(p => p.OrganizationId == school && p.SchoolYear == 2026)
            ?? db.Add(new Participation(school, 2026) { TakesPart = true }).Entity;
        participation.OrderNumber = canary;
        var target = new CoverageTarget();
        target.Define(Population.Pupils, null, 40, day.AddYears(1), null);
        var headcount = new Headcount(organization, day, new Dictionary<Population, int> { [Population.Pupils] = 900 }, new Signature(1, canary, order.CreatedAt), new DateOnly(2026, 11, 22));
        var unit = new DepartmentUnit { Name = "Методический центр", Abbreviation = $"МЦ{school}" };
        var mail = new Data.Mail.OutboxMail
        {
            Kind = Data.Mail.MailKind.Test,
            Recipient = $"mail{school}@demo.example",
            Subject = "Проверка",
            QueuedAt = order.CreatedAt,
            NextAttemptAt = order.CreatedAt,
        };
        var indicator = new Indicator();
        indicator.Rename("1", "Показатель для обхода", "%");
        indicator.Count(new(Measure.Pupils), null, Population.Pupils, null, new Dictionary<string, decimal?>(StringComparer.Ordinal) { ["2026"] = 30 }, null);
        (await db.Settings.SingleAsync()).IsPublic = true;
        db.AddRange(order, roadmap, appointment, target, indicator, headcount, unit, mail);
        await db.SaveChangesAsync();

        var file = await StoreFile(db, school, execution.Id, canary);
        var author = await db.Users.SingleAsync(u => u.NormalizedEmail == "DEPARTMENT@DEMO.EXAMPLE");
        var mentor = mentorEmail is null
            ? new PortalUser { UserName = $"m{school}@demo.example", NormalizedUserName = $"M{school}@DEMO.EXAMPLE", Email = $"m{school}@demo.example", NormalizedEmail = $"M{school}@DEMO.EXAMPLE", DisplayName = canary, Role = Role.Mentor, OrganizationId = school }
            : await db.Users.SingleAsync(u => u.Email == mentorEmail);
        if (mentorEmail is null)
            db.Users.Add(mentor);
        await db.SaveChangesAsync();
        var draft = await Draft(mentorEmail is null ? mentor.Id : author.Id, canary);

        await StoreRequest(db, ids, school, canary);
        await FillPeople(db, ids, organization, canary, mentorEmail is null ? null : mentor.Id);
        ids["organizationId"] = $"{school}";
        ids["roadmapId"] = $"{roadmap.Id}";
        ids["itemId"] = $"{item.Id}";
        ids["executionId"] = $"{execution.Id}";
        ids["orderId"] = $"{order.Id}";
        ids["checkCode"] = order.CheckCode!;
        ids["clauseId"] = $"{order.Clauses[0].Id}";
        ids["appointmentId"] = $"{appointment.Id}";
        ids["mailId"] = $"{mail.Id}";
        ids["targetId"] = $"{target.Id}";
        ids["indicatorId"] = $"{indicator.Id}";
        ids["headcountId"] = $"{headcount.Id}";
        ids["unitId"] = $"{unit.Id}";
        ids["userId"] = $"{mentor.Id}";
        ids["fileId"] = $"{file.Id}";
        ids["materialId"] = $"{await StoreMaterial(db, school, canary)}";
        ids["importId"] = $"{draft.Id}";
        ids["report"] = "pairs";
        ids["year"] = "2026";
        ids["schoolYear"] = "2026";
        ids["topic"] = "start";
        ids["status"] = "404";
        ids["format"] = "xlsx";
        ids["openFormat"] = "json";
        ids["index"] = "0";
        ids["change"] = "up";
        ids["part"] = "unused";
    }

    private async Task<StoredFile> StoreFile(PortalDb db, int school, int executionId, string canary)
    {
        var file = new StoredFile
        {
            Id = Guid.NewGuid(),
            OrganizationId = school,
            ExecutionId = executionId,
            Name = $"{canary}.pdf",
            StoredName = StoreBytes(Encoding.UTF8.GetBytes($"%PDF-1.4 {canary} %%EOF")),
            ContentType = "application/pdf",
            Size = 10,
            Sha256 = new string('0', 64),
            UploadedAt = Time.GetUtcNow().UtcDateTime,
            UploadedByName = canary,
        };
        db.Files.Add(file);
        await db.SaveChangesAsync();
        return file;
    }

    /// <summary>A request to one school alone, with its answer and a document.</summary>
    private async Task StoreRequest(PortalDb db, Dictionary<string, string> ids, int school, string canary)
    {
        var request = new InformationRequest();
        request.Open(new(canary, canary, new DateOnly(2026, 12, 10), new DateOnly(2026, 11, 20), [new(canary, [canary])],
            new([new("Наставляемые", new(Measure.Mentees))], [new("Всего", FormColumn.AllForms)], ["ФИО"]), [school]), new DateOnly(2026, 11, 20));
        db.Add(request);
        await db.SaveChangesAsync();
        var answer = request.Submissions.Single();
        var file = new StoredFile
        {
            Id = Guid.NewGuid(),
            OrganizationId = school,
            SubmittedDocumentId = answer.Documents.Single().Id,
            Name = $"{canary}.pdf",
            StoredName = StoreBytes(Encoding.UTF8.GetBytes($"%PDF-1.4 {canary} %%EOF")),
            ContentType = "application/pdf",
            Size = 10,
            Sha256 = new string('4', 64),
            UploadedAt = Time.GetUtcNow().UtcDateTime,
            UploadedByName = canary,
        };
        db.Files.Add(file);
        answer.Submit([new(0, 0, 1, 2, canary)], new(canary, canary), new[] { file.Name }.ToLookup(_ => 0), new DateOnly(2026, 11, 21), new Signature(1, canary, Time.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();
        (ids["requestId"], ids["documentId"], ids["answerFileId"]) = ($"{request.Id}", $"{answer.Documents.Single().Id}", $"{file.Id}");
    }

    /// <summary>A document for the mentors of a school.</summary>
    private async Task<int> StoreMaterial(PortalDb db, int school, string canary)
    {
        var material = new Domain.Pairs.Material(school) { Title = canary, Note = canary };
        material.Publish($"https://example.org/{canary}", hasFile: true, new DateOnly(2026, 10, 1));
        material.Files.Add(new StoredFile
        {
            Id = Guid.NewGuid(),
            OrganizationId = school,
            Name = $"{canary}.pdf",
            StoredName = StoreBytes(Encoding.UTF8.GetBytes($"%PDF-1.4 {canary} %%EOF")),
            ContentType = "application/pdf",
            Size = 10,
            Sha256 = new string('3', 64),
            UploadedAt = Time.GetUtcNow().UtcDateTime,
            UploadedByName = canary,
        });
        db.Materials.Add(material);
        await db.SaveChangesAsync();
        return material.Id;
    }

    private string StoreBytes(byte[] bytes)
    {
        var name = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var folder = Path.Combine(Storage, "files", name[..2], name[2..4]);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, name), bytes);
        _files[Path.Combine(folder, name)] = bytes;
        return name;
    }

    /// <summary>A table of people and a job of a curator, which nobody else sees.</summary>
    private async Task FillTables(Dictionary<string, string> ids, int organizationId, string curatorEmail, string canary)
    {
        using var scope = Services.CreateScope();
        var curator = await Db(db => db.Users.AsNoTracking().SingleAsync(u => u.Email == curatorEmail));
        await using var db = TestScope.For(scope.ServiceProvider, new Actor(curator.Id, curator.DisplayName, Role.Curator, organizationId));
        var now = Time.GetUtcNow().UtcDateTime;
        var bytes = Encoding.UTF8.GetBytes($"Фамилия;Имя;Кто;База;Дата рождения\n{canary};Ия;обучающийся;наставляемые;05.09.2012\n{canary};Лев;обучающийся;наставляемые;не помню\n");
        var table = new Domain.Exchange.PeopleImport { Id = Guid.NewGuid(), AuthorId = curator.Id, OrganizationId = organizationId, FileName = $"{canary}.csv", StoredName = StoreBytes(bytes), Sha256 = new string('2', 64), CreatedAt = now, ExpiresAt = now.AddDays(Domain.Exchange.PeopleImport.DaysKept) };
        var job = new Job { Id = Guid.NewGuid(), Kind = JobKind.PeopleImport, OwnerId = curator.Id, OrganizationId = organizationId, SubjectId = table.Id, ResultUrl = $"/people/import/{table.Id}", CreatedAt = now };
        db.AddRange(table, job);
        await db.SaveChangesAsync();
        (ids["tableId"], ids["jobId"]) = ($"{table.Id}", $"{job.Id}");
    }

    /// <summary>A draft is written by its author alone, so the author's scope makes it.</summary>
    private async Task<RoadmapImport> Draft(int authorId, string canary)
    {
        using var scope = Services.CreateScope();
        await using var db = TestScope.For(scope.ServiceProvider, new Actor(authorId, "Автор", Role.Department, null));
        var deadline = new Deadline { Text = "до 01.10.2026", Kind = DeadlineKind.Due, End = new DateOnly(2026, 10, 1) };
        var draft = new RoadmapImport
        {
            Id = Guid.NewGuid(),
            AuthorId = authorId,
            CreatedAt = Time.GetUtcNow().UtcDateTime,
            ExpiresAt = Time.GetUtcNow().UtcDateTime.AddDays(RoadmapImport.DaysKept),
            FileName = $"{canary}.txt",
            StoredName = StoreBytes(Encoding.UTF8.GetBytes(canary)),
            ContentType = "text/plain",
            Sha256 = new string('1', 64),
            Reading = new DocumentReading
            {
                Document = new DocumentHead { Kind = DocumentKind.Order, Title = canary },
                Items = [new ReadItem { Number = "1", Activity = canary, Deadline = deadline }],
            },
        };
        db.RoadmapImports.Add(draft);
        await db.SaveChangesAsync();
        return draft;
    }
}
