using MentoringPortal.Domain;
using MentoringPortal.Domain.Applications;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace MentoringPortal.Web.Tests.Security;

/// <summary>
/// IN4, IN6 and AD1 over every write there is: sent as its own form sends it, sent twice, sent again with thirty fields more, and sent while the journal cannot be
/// written. A new write falls under it; where its form lacks a value, <see cref="Typed"/> has it.
/// </summary>
[Collection(WorldCollection.Name), Trait("Category", "security")]
public sealed class WritingWalkTests(World world, ITestOutputHelper output)
{
    private static readonly string[] Extra =
    [
        "Id", "OrganizationId", "CuratorId", "UserId", "AuthorId", "Role", "Roles[0]", "IsAdmin", "IsDisabled", "IsDemo", "MustChangePassword", "CreatedBy", "CreatedAt",
        "RowVersion", "DeletedAt", "ConsentStatus", "ApprovedBy", "PasswordHash", "SecurityStamp", "EmailConfirmed", "LockoutEnd", "AccessFailedCount", "State", "ClosedOn",
        "IsArchived", "StoredName", "UploadedByName", "Organization.Name", "Order.Title", "Pair.Mentor.OrganizationId", "Roadmap.OrganizationId",
    ];

    /// <summary>What people type into forms that come empty, and what they change in those that do not.</summary>
    private static readonly Dictionary<string, (string Field, string Value)[]> Typed = new(StringComparer.Ordinal)
    {
        ["Account.Forgot.POST"] = [("Email", "official@demo.example")],
        ["Account.Login.POST"] = [("Email", "official@demo.example"), ("Password", Data.Demo.DemoAccounts.Password)],
        ["Account.Password.POST"] = [("Current", Data.Demo.DemoAccounts.Password), ("New", "озеро зонт кит"), ("Again", "озеро зонт кит")],
        ["Admin.NewUser.POST"] = [("Email", "walked@demo.example"), ("Name", "Пройденный Ким Львович"), ("Role", "Official")],
        ["Admin.EditUser.POST"] = [("Name", "Другое Имя Отчество")],
        ["Appointments.Create.POST"] = [("Role", "Curator"), ("PersonName", "Назначенная Ия Львовна"), ("From", "2026-11-01")],
        ["Appointments.Edit.POST"] = [("PersonName", "Иначе Названный Ян")],
        ["Appointments.End.POST"] = [("To", "2026-11-20"), ("LastDay", "2026-11-20")],
        ["Consents.Rules.POST"] = [("UnconfirmedDays", "20")],
        ["Coverage.NewTarget.POST"] = [("Counted", "Teachers"), ("Percent", "35"), ("By", "2027-12-31")],
        ["Indicators.Create.POST"] = [("Form.Name", "Пройденный показатель"), ("Form.Counted", "Pairs")],
        ["Indicators.Edit.POST"] = [("Form.Note", "Сверено")],
        ["Coverage.Target.POST"] = [("Percent", "45")],
        ["Headcounts.Details.POST"] = [("AsOf", "2026-11-20"), ("Pupils", "950"), ("PupilsInBand", "800"), ("PupilsInProgrammes", "700"), ("Teachers", "60"), ("YoungTeachers", "9")],
        ["Headcounts.Return.POST"] = [("Reason", "Проверьте число")],
        ["Headcounts.Municipality.POST"] = [("AsOf", "2026-11-20"), ("Enterprises", "15")],
        ["Headcounts.SaveImport.POST"] = [("Text", "Лицей № 3\t900"), ("AsOf", "2026-11-20")],
        ["Department.Edit.POST"] = [("Phone", "8 (00000) 3-33-33")],
        ["PeopleImport.Index.POST"] = [("Text", "Фамилия\tИмя\tКто\tБаза\tДата рождения\nПройденная\tИя\tобучающийся\tнаставляемые\t05.09.2012")],
        ["Executions.AskRelease.POST"] = [("Reason", "Не нужно"), ("Comment", "Не нужно")],
        ["Executions.Return.POST"] = [("Reason", "Приложите приказ"), ("Comment", "Приложите приказ")],
        ["Executions.Release.POST"] = [("Reason", "Не требуется"), ("Comment", "Не требуется")],
        ["Meetings.SaveGrid.POST"] = [("Form.Text", $"Кто\t02.11.2026\n{World.CanaryA}\t+")],
        ["Orders.Register.POST"] = [("Number", "901"), ("Date", "2026-10-02")],
        ["Organizations.Close.POST"] = [("LastDay", "2026-11-20")],
        ["Organizations.Create.POST"] = [("Kind", "School"), ("ShortName", "Школа пройденная"), ("FullName", "Пройденная школа")],
        ["Organizations.Edit.POST"] = [("Phone", "8 (00000) 4-44-44")],
        ["Organizations.SaveImport.POST"] = [("Text", "Школа вставленная\tВставленная школа"), ("Rows", "Школа вставленная\tВставленная школа")],
        ["Participation.Edit.POST"] = [("OrderNumber", "55-о")],
        ["Requests.Create.POST"] = [("Form.What", "Пройденный запрос"), ("Form.Due", "2026-12-20"), ("Form.Documents[0].Name", "Пройденный документ"), ("Form.OrganizationIds", "1")],
        ["Orders.Create.POST"] = [("Form.Title", "О встрече"), ("Form.Body", "1. Провести встречу.")],
        ["Reviews.Write.POST"] = [("Form.Strengths", "Опытные наставники")],
        ["Requests.Postpone.POST"] = [("Postpone.Due", "2026-12-25")],
        ["Requests.Return.POST"] = [("Review.ReturnReason", "Проверьте число")],
        ["Requests.ReturnDocument.POST"] = [("Review.DocumentReason", "Нет подписи")],
        ["Roadmaps.Edit.POST"] = [("Title", "Другое название карты")],
        ["Roadmaps.EditItem.POST"] = [("Activity", "Другое мероприятие")],
        ["Roadmaps.Deadline.POST"] = [("Text", "до 01.12.2026"), ("Words", "до 01.12.2026"), ("Reason", "Перенесено")],
        ["Mentors.Offer.POST"] = [("Form.Places", "1")],
        ["Mentors.Decline.POST"] = [("Reason", "Занят")],
        ["People.Create.POST"] =
        [
            ("Form.Bank", "mentees"), ("Form.Person.Surname", "Пройденный"), ("Form.Person.Given", "Лев"), ("Form.Person.Kind", "Pupil"),
            ("Form.Person.BirthDate", "2012-01-02"), ("Form.Mentee.EnteredOn", "2026-11-01"), ("Form.OrganizationId", "10"),
        ],
        ["People.Erase.POST"] = [("Form.Reason", "Demanded"), ("Form.IsConfirmed", "true")],
        ["People.Edit.POST"] = [("Form.Person.Contact", "8 (000) 000-00-09")],
        ["People.Leave.POST"] = [("Form.LastDay", "2026-11-20")],
        ["People.Mentee.POST"] = [("Form.Mentee.Request", "Другой запрос")],
        ["People.Enrol.POST"] = [("Programme", "Шахматы"), ("From", "2026-11-01")],
        ["People.Reveal.POST"] = [("Reason", "Проверка")],
        ["Matching.Support.POST"] = [("Form.SupportedBy", "Классный руководитель"), ("Form.SupportedSince", "2026-11-01")],
        ["Agreements.Create.POST"] = [("Form.PartnerId", "10"), ("Form.Subject", "Наставничество"), ("Form.Number", "77-С")],
        ["Agreements.Edit.POST"] = [("Form.Subject", "Другой предмет")],
        ["Topics.Create.POST"] = [("Form.Name", "Пройденная тема")],
        ["Topics.Edit.POST"] = [("Form.Name", "Другая тема")],
        ["Enquiries.Create.POST"] = [("Form.Kind", "Access"), ("Form.Asker", "Self"), ("Form.RequesterName", "Пройденная Ия"), ("Form.Channel", "Paper")],
        ["Enquiries.Edit.POST"] = [("Form.Note", "Другое примечание")],
        ["Enquiries.Extend.POST"] = [("Form.Days", "3"), ("Form.Reason", "Архив в другом здании")],
        ["Enquiries.Close.POST"] = [("Form.Outcome", "Satisfied"), ("Form.ReplyNumber", "7-пд")],
        ["Forms.Create.POST"] = [("Form.Name", "пройденный–пройденный"), ("Form.CountsAsId", "1")],
        ["Forms.Edit.POST"] = [("Form.CountsAsId", "1")],
        ["Settings.Index.POST"] = [("Form.YoungTeacherYears", "5")],
        ["Programmes.Create.POST"] = [("Form.Name", "Пройденная программа"), ("Form.FormId", "1")],
        ["Programmes.Edit.POST"] = [("Form.Name", "Другая программа")],
        ["Templates.Create.POST"] = [("Form.Name", "Пройденный шаблон"), ("Form.Lines[0].Task", "Пройти")],
        ["Templates.Edit.POST"] = [("Form.Name", "Иначе названный шаблон")],
        ["Transfers.Refuse.POST"] = [("Form.Reason", "Не пришёл")],
        ["Applications.Links.POST"] = [("Form.Role", "Mentee"), ("Form.Kind", "Teacher")],
        ["Materials.Create.POST"] = [("Form.Title", "Пройденный материал"), ("Form.Link", "https://example.org/walk")],
        ["Surveys.Create.POST"] = [("Form.Name", "Пройденная анкета"), ("Form.Side", "Mentee"), ("Form.Contour", "Pupils"), ("Form.FormId", "6"), ("Form.Lines[0].Text", "Всё ли понятно?")],
        ["Surveys.Edit.POST"] = [("Form.Name", "Иначе названная анкета")],
        ["Surveys.Fill.POST"] = [("Form.Scores[1]", "7"), ("Form.Texts[8]", "Пройдено")],
        ["Units.Close.POST"] = [("LastDay", "2026-11-20")],
        ["Units.Create.POST"] = [("Abbreviation", "ПРОЙД"), ("Name", "Пройденное подразделение")],
        ["Units.Edit.POST"] = [("Name", "Другое название")],
    };

    /// <summary>Of the writes at least so many must really write; the rest are refused in the world's state and change nothing either way.</summary>
    private const int WritesThatWrite = 30;

    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, List<KeyValuePair<string, string>>>> _forms = new(StringComparer.Ordinal);

    [Fact]
    public async Task Write_ChangesWhatItsFormDeclares_OnRecord_OrNothing()
    {
        var entities = Entities();
        var idle = new List<string>();
        var defects = new List<string>();
        var written = 0;
        foreach (var endpoint in WalkedEndpoint.All(world.Services).Where(e => !e.IsSafe && !e.Template.StartsWith("/error", StringComparison.Ordinal)))
        {
            var principal = Principal(endpoint);
            var address = endpoint.Address(name => world.Own[name]);
            var form = await Form(endpoint, principal, address);

            var answer = await Post(principal, address, form);
            if (answer.Status >= 500)
                defects.Add($"{endpoint.Key}: {answer.Status}");
            var declared = world.Changes();
            defects.AddRange(Untold(endpoint.Key, declared, world.NewLines(), entities));
            if (answer.IsRedirect && !endpoint.Template.StartsWith("/account", StringComparison.Ordinal))
            {
                var second = await Post(principal, address, form);
                if (second.Location != answer.Location || world.Changes().Count != declared.Count)
                    defects.Add($"{endpoint.Key} sent twice: {second.Status} {second.Location}, rows {declared.Count} and {world.Changes().Count}");
            }
            world.Restore();

            var extra = Extra.Where(name => !Binds(endpoint, name.Split('.', '[')[0])).Select(name => new KeyValuePair<string, string>(name, "1")).ToList();
            extra.Count.ShouldBeGreaterThan(20, endpoint.Key);
            await Post(principal, $"{address}?{string.Join('&', extra.Select(e => $"{Uri.EscapeDataString(e.Key)}=1"))}", [.. form, .. extra]);
            defects.AddRange(Shape(world.Changes()).Except(Shape(declared)).Select(row => $"{endpoint.Key} with fields that its form does not have: {row}"));
            world.Restore();

            if (declared.Count == 0)
            {
                idle.Add(endpoint.Key);
                continue;
            }
            written++;
            world.Execute("CREATE TRIGGER RefuseJournal BEFORE INSERT ON AuditEntries BEGIN SELECT RAISE(ABORT, 'full'); END");
            // A form of another page, by its fields: this one has been sent.
            await Post(principal, address, [.. form, new("Again", "1")]);
            defects.AddRange(world.Changes().Where(c => !IsOwnNote(c)).Select(row => $"{endpoint.Key} while the journal cannot be written: {row}"));
            world.Restore();
        }
        output.WriteLine($"writes that wrote: {written}; idle: {string.Join(", ", idle)}");
        defects.ShouldBeEmpty();
        written.ShouldBeGreaterThanOrEqualTo(WritesThatWrite);
    }

    /// <summary>Each changed row has a line that names it and its changed fields; a session's line names the account.</summary>
    private static IEnumerable<string> Untold(string key, IReadOnlyList<RowChange> rows, IReadOnlyList<JournalLine> lines, Dictionary<string, (string Name, HashSet<string> Silent)> entities)
    {
        foreach (var row in rows.Where(r => !IsTouched(r)))
        {
            var (entity, silent) = entities[row.Table];
            var own = entity == nameof(Data.Accounts.UserSession)
                ? lines.Where(l => l.Entity == nameof(Data.Accounts.PortalUser)).ToList()
                : lines.Where(l => l.Entity == entity && string.Equals(l.EntityId, row.Key, StringComparison.OrdinalIgnoreCase)).ToList();
            var told = own.SelectMany(l => l.Fields).ToHashSet(StringComparer.Ordinal);
            if (own.Count == 0)
                yield return $"{key}: no line of the journal names {row}";
            else if (entity != nameof(Data.Accounts.UserSession) && row.Columns.Keys.Where(c => !silent.Contains(c) && !told.Contains(c)).ToList() is { Count: > 0 } columns)
                yield return $"{key}: the journal does not tell {string.Join(", ", columns)} of {row}";
        }
    }

    /// <summary>Entity and its columns that no line tells: keys, secrets and the program's own notes.</summary>
    private Dictionary<string, (string Name, HashSet<string> Silent)> Entities()
    {
        string[] silent =
        [
            "Id", "Version", "SearchKey", "SortKey", "NameKey", "PasswordHash", "SecurityStamp", "ConcurrencyStamp", "CodeHash", "NormalizedEmail", "NormalizedUserName",
            "Recipient", "Body", "Key", "SeenAt", "AccessFailedCount", "LockoutEnd", "LastSignInAt", "PreviousSignInAt",
        ];
        using var scope = world.Services.CreateScope();
        using var db = TestScope.Department(scope.ServiceProvider);
        return db.Model.GetEntityTypes().Where(t => t.GetTableName() is not null).DistinctBy(t => t.GetTableName())
            .ToDictionary(t => t.GetTableName()!, t => (t.ClrType.Name, silent.Concat(t.FindPrimaryKey()!.Properties.Select(p => p.Name)).Concat(Forgotten(t)).ToHashSet(StringComparer.Ordinal)), StringComparer.Ordinal);
    }

    /// <summary>Words of somebody of whom nothing is to be left, the journal's line included.</summary>
    private static IEnumerable<string> Forgotten(IEntityType type) => type.ClrType != typeof(Application) && type.ClrType != typeof(Transfer) ? []
        : type.GetProperties().Where(p => p.PropertyInfo?.IsDefined(typeof(PersonalAttribute), true) == true).Select(p => p.Name);

    /// <summary>The count of attempts is kept whatever happens after it.</summary>
    private static bool IsOwnNote(RowChange row) => row.Table == "Users" && row.Columns.Keys.All(c => c is "AccessFailedCount" or "LockoutEnd")
        || row.Table == "UserSessions" && row.Columns.Keys.All(c => c is "SeenAt") || IsTouched(row);

    /// <summary>Saved without a change: its version alone has moved.</summary>
    private static bool IsTouched(RowChange row) => row.Kind == "changed" && row.Columns.Keys.All(c => c is "Version");

    /// <summary>What changed, without what is random in every run.</summary>
    private static List<string> Shape(IEnumerable<RowChange> rows) => [.. rows.Select(row =>
        $"{row.Table} {(Guid.TryParse(row.Key, out _) ? "" : row.Key)} {row.Kind}: {string.Join("; ", row.Columns.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={(IsRandom(c.Key, c.Value) ? "" : c.Value)}"))}").Order(StringComparer.Ordinal)];

    private static bool IsRandom(string column, string? value) => column is "PasswordHash" or "SecurityStamp" or "ConcurrencyStamp" or "CodeHash" or "StoredName" || Guid.TryParse(value, out _);

    private static bool Binds(WalkedEndpoint endpoint, string name) =>
        endpoint.Parameters.Contains(name, StringComparer.OrdinalIgnoreCase)
        || endpoint.Endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()!.Parameters.Any(p =>
            string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase)
            || p.ParameterType.GetProperties().Any(q => string.Equals(q.Name, name, StringComparison.OrdinalIgnoreCase)));

    private static string Principal(WalkedEndpoint endpoint)
    {
        var row = AuthorizationRow.Load().Single(r => r.Key == endpoint.Key);
        if (endpoint.Key == "Account.Login.POST")
            return "anonymous";
        string[] wish = endpoint.Key.StartsWith("Account.", StringComparison.Ordinal) ? ["official"] : row.Object == "organization" ? ["curator1", "department", "admin"] : ["department", "curator1", "admin"];
        return wish.First(p => row.Verdicts[World.Principals[p]] == Verdict.Ok);
    }

    /// <summary>The form of this address as the portal's own pages offer it, filled in; just a token where no page has it now.</summary>
    private async Task<List<KeyValuePair<string, string>>> Form(WalkedEndpoint endpoint, string principal, string address)
    {
        if (!_forms.TryGetValue(principal, out var forms))
        {
            forms = _forms[principal] = new(StringComparer.Ordinal);
            foreach (var page in WalkedEndpoint.All(world.Services).Where(e => e.Verb == "GET"))
                foreach (var (action, values) in (await world.Visitor(principal).Get(page.Address(name => world.Own[name]))).Forms())
                    forms.TryAdd(action, values);
            _tokens[principal] = await world.Visitor(principal).Token();
            world.Restore();
        }
        var fields = forms.GetValueOrDefault(address, []).Where(f => f.Key != "__RequestVerificationToken").ToList();
        foreach (var (field, value) in Typed.GetValueOrDefault(endpoint.Key, []))
        {
            fields.RemoveAll(f => f.Key == field);
            fields.Add(new(field, value));
        }
        return fields;
    }

    private Task<Answer> Post(string principal, string address, IEnumerable<KeyValuePair<string, string>> fields) =>
        world.Visitor(principal).Post(address, fields.Append(new("__RequestVerificationToken", _tokens[principal])));
}
