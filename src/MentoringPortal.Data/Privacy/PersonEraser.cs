using System.Globalization;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Exchange;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace MentoringPortal.Data.Privacy;

/// <summary>
/// Destroys a person's data and keeps the statistics (PD3): the rows stay, under a pseudonym and without words; scans go; the journal keeps who
/// did what when, without the values. With the system's scope, because a mentor's pairs may lie in other organizations, and because the journal,
/// append-only for everybody, is rewritten here and nowhere else.
/// </summary>
public sealed partial class PersonEraser(PortalDbFactory factory, ILogger<PersonEraser> log)
{
    private const string Destroyed = "уничтожено";

    /// <summary>Texts that say nothing of the person: numbers of orders, names of organizations and of programmes; who logged a meeting is handled by itself.</summary>
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        nameof(Pair.OrderNumber), nameof(MentorOffer.OwnerName), nameof(MentorRequest.AskerName), nameof(Enrolment.Programme), nameof(Meeting.LoggedByName), nameof(Enquiry.ReplyNumber),
    };

    /// <summary>Erases the person and returns the stored names of the files that have lost their rows: their bytes are the caller's.</summary>
    /// <exception cref="DomainException">The person still has drafts or pairs at work, or stands in the municipal base.</exception>
    public async Task<IReadOnlyList<string>> Erase(int personId, int version, ErasureReason reason, Actor actor, DateOnly today, CancellationToken cancel)
    {
        await using var db = factory.System("уничтожение персональных данных");
        var rows = await PersonRows.Load(db, personId, cancel) ?? throw new ScopeException("No such person.");
        if (Obstacle(rows) is { } obstacle)
            throw new DomainException(obstacle);
        var person = rows.Person;
        db.Entry(person).Property(p => p.Version).OriginalValue = version;
        var account = person.Mentor?.UserId is { } userId ? await db.Users.SingleAsync(u => u.Id == userId, cancel) : null;

        string?[] addresses = [account?.Email?.ToLowerInvariant(), person.Contact?.ToLowerInvariant()];
        db.RemoveRange(await db.Mails.Where(m => addresses.Contains(m.Recipient)).ToListAsync(cancel));
        var surname = $" {SearchKey.Of(person.Surname)} ";
        foreach (var row in rows.Kept.Where(row => !IsOfOthersAtWork(row)))
            Blank(db.Entry(row));
        person.Erase(today);
        if (account is not null)
            Close(account, person, rows.Pairs);
        foreach (var consent in person.Consents)
            consent.FileId = null;
        db.RemoveRange(rows.Scans);
        // The card of the same human being elsewhere would give the name back.
        db.RemoveRange(rows.Matches);
        db.RemoveRange(rows.Transfers);

        // What an import would put back, and why it refused a row; its file goes with the import, a week after it came.
        foreach (var import in await db.PeopleImports.Where(i => i.OrganizationId == person.OrganizationId).ToListAsync(cancel))
        {
            if (import.Changes.Any(c => c.PersonId == personId))
                db.Entry(import).Property(i => i.Changes).CurrentValue = [.. import.Changes.Where(c => c.PersonId != personId)];
            if (import.Refused.Any(Names))
                db.Entry(import).Property(i => i.Refused).CurrentValue = [.. import.Refused.Where(r => !Names(r))];
        }

        // As the table wrote it, with ё or without; and the whole word, or a short surname would take the rows of others along.
        bool Names(RefusedRow row) => row.Remarks.Any(r => $" {SearchKey.Of(r.Words)} ".Contains(surname, StringComparison.Ordinal));

        await db.SaveWith(async () =>
        {
            await OpenJournal(db, () => Scrub(db, rows, account, cancel), cancel);
            await db.Record(AuditAction.Erased, nameof(Person), $"{personId}", $"{reason}", actor, cancel);
        }, cancel);
        await Compact(db, cancel);
        return [.. rows.Scans.Select(s => s.StoredName)];
    }

    /// <summary>
    /// Saves, and takes out of the journal what it told of the rows deleted now: an import taken back leaves people who have no card by which they could be erased.
    /// Who did what when stays.
    /// </summary>
    public static async Task SaveAndForget(PortalDb db, CancellationToken cancel)
    {
        var gone = db.ChangeTracker.Entries().Where(e => e.State == EntityState.Deleted).Select(KeyOf).GroupBy(k => k.Entity, k => k.Id).ToList();
        IReadOnlyList<AuditChange> nothing = [];
        await db.SaveWith(() => OpenJournal(db, async () =>
        {
            // Without the scope's filter: a line belongs to whoever wrote it, perhaps to a job.
            await using var journal = new AuditDb(db.Database.GetDbConnection(), db.Database.ProviderName!);
            await journal.Database.UseTransactionAsync(db.Database.CurrentTransaction!.GetDbTransaction(), cancel);
            foreach (var (entity, ids) in gone.SelectMany(rows => rows.Chunk(200).Select(ids => (rows.Key, ids.ToList()))))
                await journal.Entries.Where(a => a.Entity == entity && ids.Contains(a.EntityId!))
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.Changes, nothing).SetProperty(a => a.Detail, (string?)null), cancel);
        }, cancel), cancel);
    }

    /// <summary>Why the person cannot be erased yet; null where nothing stands in the way.</summary>
    public static string? Obstacle(PersonRows rows) =>
        rows.Person.IsErased ? "Данные этого человека уже уничтожены."
        : rows.Pairs.Any(p => p.State is PairState.Draft or PairState.Active && HasNow(p, rows.Person)) ? "Сначала завершите пары этого человека или замените его в них."
        : rows.Person.Mentor is { IsOffered: true } ? "Сначала уберите наставника из муниципальной базы."
        : null;

    private static bool HasNow(Pair pair, Person person) =>
        person.Mentee?.Pairs.Exists(m => m.PairId == pair.Id && m.To is null) == true || person.Mentor?.Pairs.Exists(m => m.PairId == pair.Id && m.To is null) == true;

    /// <summary>A group that goes on without the person keeps its plan; the meetings with him lose their words.</summary>
    private static bool IsOfOthersAtWork(object row) => (row as Pair ?? (row as PlanTask)?.Pair) is { State: PairState.Active };

    private static void Blank(EntityEntry entry)
    {
        foreach (var property in entry.Properties.Where(p => IsWords(p.Metadata)))
            property.CurrentValue = property.Metadata.IsNullable ? null : "";
    }

    private static bool IsWords(IReadOnlyProperty property) => property.ClrType == typeof(string) && property.PropertyInfo is not null && !Kept.Contains(property.Name);

    /// <summary>The mentor's account can never be used again; its row holds up what it has written.</summary>
    private static void Close(PortalUser account, Person person, IEnumerable<Pair> pairs)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"erased-{account.Id}@invalid");
        (account.Email, account.UserName, account.PhoneNumber, account.PasswordHash) = (address, address, null, null);
        account.NormalizedEmail = account.NormalizedUserName = address.ToUpperInvariant();
        (account.DisplayName, account.IsDisabled, account.SecurityStamp) = (person.Name.Full, true, Guid.NewGuid().ToString());
        foreach (var meeting in pairs.SelectMany(p => p.Meetings).Where(m => m.LoggedById == account.Id))
            meeting.SignAs(person.Name.Full);
        person.Mentor!.UserId = null;
    }

    /// <summary>Values of the erased fields leave the journal, the person's own name as an actor too; lines, fields, times stay.</summary>
    private static async Task Scrub(PortalDb db, PersonRows rows, PortalUser? account, CancellationToken cancel)
    {
        var keys = rows.Kept.Where(row => !IsOfOthersAtWork(row)).Concat(rows.Scans).Concat(account is null ? [] : [account]).Select(row => KeyOf(db.Entry(row))).ToList();
        keys.AddRange(await Lost(db, rows, cancel));
        foreach (var part in keys.Chunk(200))
        {
            var (entities, ids) = (part.Select(k => k.Entity).Distinct().ToList(), part.Select(k => k.Id).Distinct().ToList());
            var lines = await db.Audit.AsNoTracking().Where(a => entities.Contains(a.Entity!) && ids.Contains(a.EntityId!)).ToListAsync(cancel);
            foreach (var line in lines.Where(l => part.Contains((l.Entity!, l.EntityId!))))
            {
                var type = db.Model.GetEntityTypes().First(t => t.ClrType.Name == line.Entity);
                IReadOnlyList<AuditChange> changes = [.. line.Changes.Select(c => c.Personal || type.FindProperty(c.Field) is not { } field || IsWords(field) ? Emptied(c) : c)];
                await db.Audit.Where(a => a.Id == line.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.Changes, changes).SetProperty(a => a.Detail, (string?)null), cancel);
            }
        }
        if (account is not null)
            await db.Audit.Where(a => a.ActorId == account.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.ActorName, account.DisplayName).SetProperty(a => a.Address, (string?)null), cancel);
    }

    /// <summary>Rows of the person that are no more and whose values the journal still tells: a task taken out of a plan, a draft with its people.</summary>
    private static async Task<List<(string Entity, string Id)>> Lost(PortalDb db, PersonRows rows, CancellationToken cancel)
    {
        var types = PersonRows.Types.Select(t => t.Name).ToList();
        var organizations = rows.Pairs.Select(p => p.OrganizationId).Append(rows.Person.OrganizationId).Distinct().ToList();
        var lines = await db.Audit.AsNoTracking().Where(a => a.Action == AuditAction.Deleted && types.Contains(a.Entity!) && organizations.Contains(a.OrganizationId)).ToListAsync(cancel);
        IEnumerable<(string Field, int? Id)> own = [("PersonId", rows.Person.Id), ("MenteeId", rows.Person.Mentee?.Id), ("MentorId", rows.Person.Mentor?.Id)];
        var pairs = rows.Pairs.Where(p => !IsOfOthersAtWork(p)).Select(p => ("PairId", (int?)p.Id));
        var members = lines.FindAll(l => PointsTo(l, own.Concat(pairs)));
        // Whose draft was deleted is told by the lines of its members.
        var drafts = members.SelectMany(l => l.Changes).Where(c => c.Field == "PairId").Select(c => c.Old).ToHashSet(StringComparer.Ordinal);
        var lost = lines.FindAll(l => l.Entity == nameof(Pair) && drafts.Contains(l.EntityId));
        var deleted = lost.Select(l => ("PairId", (int?)int.Parse(l.EntityId!, CultureInfo.InvariantCulture))).ToList();
        return [.. members.Concat(lost).Concat(lines.Where(l => PointsTo(l, deleted))).Select(l => (l.Entity!, l.EntityId!)).Distinct()];
    }

    private static bool PointsTo(AuditEntry line, IEnumerable<(string Field, int? Id)> rows)
    {
        var keys = rows.Where(r => r.Id is not null).Select(r => (r.Field, (string?)r.Id!.Value.ToString(CultureInfo.InvariantCulture))).ToHashSet();
        return line.Changes.Any(c => keys.Contains((c.Field, c.Old)));
    }

    private static AuditChange Emptied(AuditChange change) =>
        change with { Old = change.Old is null ? null : Destroyed, New = change.New is null ? null : Destroyed };

    private static (string Entity, string Id) KeyOf(EntityEntry entry) => (entry.Metadata.ClrType.Name,
        string.Join(',', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => Convert.ToString(entry.Property(p.Name).CurrentValue, CultureInfo.InvariantCulture))));

    /// <summary>Takes the guard off the journal for the length of the work, inside the transaction: a failure brings it back with everything else.</summary>
    private static async Task OpenJournal(PortalDb db, Func<Task> work, CancellationToken cancel)
    {
        var (open, close) = db.Database.IsSqlite()
            ? ("DROP TRIGGER TR_AuditEntries_NoUPDATE",
               "CREATE TRIGGER TR_AuditEntries_NoUPDATE BEFORE UPDATE ON AuditEntries BEGIN SELECT RAISE(ABORT, 'AuditEntries is append-only'); END;")
            : ("DISABLE TRIGGER TR_AuditEntries_AppendOnly ON AuditEntries", "ENABLE TRIGGER TR_AuditEntries_AppendOnly ON AuditEntries");
        await db.Database.ExecuteSqlRawAsync(open, cancel);
        await work();
        await db.Database.ExecuteSqlRawAsync(close, cancel);
    }

    /// <summary>SQLite keeps old pages in the file and in the log until they are written anew. A busy database is compacted with the next erasure.</summary>
    private async Task Compact(PortalDb db, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite())
            return;
        try
        {
            await db.Database.ExecuteSqlRawAsync("VACUUM", cancel);
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancel);
        }
        catch (SqliteException busy)
        {
            LogBusy(log, busy.SqliteErrorCode);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database was busy and is not compacted after an erasure: SQLite error {Code}.")]
    private static partial void LogBusy(ILogger log, int code);
}
