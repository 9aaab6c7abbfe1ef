using System.Collections.Concurrent;
using MentoringPortal.Data;
using MentoringPortal.Data.Privacy;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Exchange;
using MentoringPortal.Domain.Jobs;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Formats;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace MentoringPortal.Web.Features.PeopleImport;

/// <summary>Judges and stores a table, in a request or as a job. Rows are stored by the hundred, so that nobody waits for the writer, and one that was cut off goes on.</summary>
public sealed class PeopleImportWork(FileStore files, MunicipalClock clock)
{
    /// <summary>A table with more rows is stored by a job.</summary>
    public const int AtOnce = 300;

    private const int Chunk = 200;
    private const int MostFailures = 5;

    /// <summary>What this process stores at this moment.</summary>
    private readonly ConcurrentDictionary<Guid, bool> _running = new();

    public async Task<IReadOnlyList<ExchangeRow>> Rows(Domain.Exchange.PeopleImport table, CancellationToken cancel)
    {
        await using var content = files.Open(table.StoredName);
        return [.. ExchangeRun.InOrder(ExchangeSheet.Read(TableSource.Open(UploadedFile.Table(table.FileName, content)), Domain.Exchange.PeopleImport.MostRows))];
    }

    /// <summary>What each row would do; nothing is written.</summary>
    public async Task<IReadOnlyList<JudgedRow>> Judge(PortalDb db, Domain.Exchange.PeopleImport table, CancellationToken cancel)
    {
        var rows = await Rows(table, cancel);
        var run = new ExchangeRun(await Knowledge.Load(db, table.OrganizationId, clock.Today, isTracked: false, cancel), OrderOf(table), EnlistedBy(table));
        return [.. rows.Select(run.Take)];
    }

    /// <summary>Rows that would not go in; once the table is stored, those that did not, with the reasons of that moment.</summary>
    public async Task<IReadOnlyList<JudgedRow>> NotStored(PortalDb db, Domain.Exchange.PeopleImport table, CancellationToken cancel)
    {
        if (table.State == PeopleImportState.Draft)
            return [.. (await Judge(db, table, cancel)).Where(r => r.Verdict == ExchangeVerdict.Error)];
        var rows = table.Refused.Count == 0 ? [] : await Rows(table, cancel);
        return [.. table.Refused.Select(r => ExchangeRun.Refused(rows[r.At], r.Remarks))];
    }

    /// <summary>Stores the rows without errors; those stored already by a saving that was cut off are passed over.</summary>
    public async Task Run(PortalDb db, Guid tableId, Func<int, int, Task> progress, CancellationToken cancel)
    {
        _running[tableId] = true;
        try
        {
            await Store(db, tableId, progress, cancel);
        }
        finally
        {
            _running.TryRemove(tableId, out _);
        }
    }

    private async Task Store(PortalDb db, Guid tableId, Func<int, int, Task> progress, CancellationToken cancel)
    {
        var judged = await Judge(db, await db.PeopleImports.AsNoTracking().SingleAsync(i => i.Id == tableId, cancel), cancel);
        var refused = judged.Index().Where(r => r.Item.Verdict == ExchangeVerdict.Error).ToDictionary(r => r.Index, r => r.Item.Remarks);
        // A table being stored, and the organization as its rows change it.
        (Domain.Exchange.PeopleImport Table, ExchangeRun Run)? saving = null;
        for (var failures = 0; saving is null || saving.Value.Table.State == PeopleImportState.Saving;)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                saving = await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
                {
                    // Whoever fails leaves objects behind that were never stored: the next attempt knows nothing of them and reads what is stored.
                    var now = saving ?? await Begin(db, tableId, cancel);
                    saving = null;
                    return await StoreChunk(db, now.Table, now.Run, judged, refused, cancel) ? now : default((Domain.Exchange.PeopleImport Table, ExchangeRun Run)?);
                });
                failures = 0;
            }
            catch (DbUpdateConcurrencyException) when (++failures < MostFailures)
            {
                // Somebody works with one of these people in the same minute: the chunk is taken anew over what he has written.
                saving = null;
            }
            if (saving is { } stored)
                await progress(stored.Table.Taken, judged.Count);
        }
    }

    private async Task<(Domain.Exchange.PeopleImport Table, ExchangeRun Run)> Begin(PortalDb db, Guid tableId, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var table = await db.PeopleImports.SingleAsync(i => i.Id == tableId, cancel);
        return (table, new ExchangeRun(await Knowledge.Load(db, table.OrganizationId, clock.Today, isTracked: true, cancel), OrderOf(table), EnlistedBy(table)));
    }

    /// <summary>The next rows; with the last of them the table is finished. Answers false where a row that was good in the preview is refused now: the chunk is taken anew without it.</summary>
    /// <param name="refused">Reasons by the row's place.</param>
    private async Task<bool> StoreChunk(PortalDb db, Domain.Exchange.PeopleImport table, ExchangeRun run, IReadOnlyList<JudgedRow> judged, Dictionary<int, IReadOnlyList<CellRemark>> refused, CancellationToken cancel)
    {
        // It has been finished, or taken back in another window.
        if (table.State != PeopleImportState.Saving)
            return true;
        var places = Enumerable.Range(table.Taken, Math.Min(Chunk, judged.Count - table.Taken)).ToList();
        var taken = places.Where(at => !refused.ContainsKey(at)).Select(at => (At: at, Row: run.Take(judged[at].Row))).ToList();
        var failed = taken.FindAll(r => r.Row.Verdict == ExchangeVerdict.Error);
        failed.ForEach(r => refused[r.At] = r.Row.Remarks);
        // What the refused row has begun to write must not be stored with the others.
        if (failed.Count > 0)
            return false;
        var done = taken.ConvertAll(r => r.Row);
        db.People.AddRange(done.SelectMany(r => r.People).Where(p => p.IsNew).Select(p => p.Person).Distinct());
        var pairs = done.Select(r => r.Pair).OfType<Pair>().ToList();
        db.Pairs.AddRange(pairs);
        TouchPlaces(db, pairs);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.SaveChangesAsync(cancel);
        // The keys are known now; rows and the note of them stand or fall together.
        table.Advance(places.Count, done.Count(r => r.Verdict == ExchangeVerdict.Create), done.Count(r => r.Verdict == ExchangeVerdict.Update), pairs.Count, Changes(done),
            places.Where(refused.ContainsKey).Select(at => new RefusedRow(at, refused[at])));
        if (table.Taken >= judged.Count)
            table.Finish(clock.UtcNow);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>As with a pair made by hand: of two who take the last place, or put one mentee into two pairs, the second meets the first (CC4).</summary>
    private static void TouchPlaces(PortalDb db, List<Pair> pairs)
    {
        foreach (var place in pairs.SelectMany(p => p.CurrentMentor?.Mentor!.Availabilities.Where(a => a.OrganizationId == p.OrganizationId) ?? []))
            Touch(db.Entry(place).Property(p => p.Version));
        foreach (var mentee in pairs.SelectMany(p => p.Mentees).Select(m => m.Mentee!))
            Touch(db.Entry(mentee).Property(m => m.Version));

        static void Touch(PropertyEntry version) => version.IsModified = version.EntityEntry.State is not EntityState.Added;
    }

    /// <summary>What saved the table has ended, and the table is not finished.</summary>
    public async Task<bool> IsCutOff(PortalDb db, Domain.Exchange.PeopleImport table, CancellationToken cancel) => table.State == PeopleImportState.Saving && !_running.ContainsKey(table.Id)
        && !await db.Jobs.AnyAsync(j => j.Id == table.JobId && (j.State == JobState.Queued || j.State == JobState.Running), cancel);

    private static List<ImportedChange> Changes(List<JudgedRow> done) => [.. done.SelectMany(r => r.People.Count == 0 && r.Pair is null ? [] :
        r.People.Select((p, at) => new ImportedChange(p.Person.Id, Stamp(p.Person), p.IsNew, p.IsNewMentee, p.IsNewMentor, p.Before, at == 0 ? r.Pair?.Id : null, p.IsNew ? null : p.Places)))];

    private static HashSet<int> EnlistedBy(Domain.Exchange.PeopleImport table) => [.. table.Changes.Where(c => c.IsNewMentor).Select(c => c.PersonId)];

    private static RegisterOrder OrderOf(Domain.Exchange.PeopleImport table) => new(table.OrderNumber, table.OrderDate);

    /// <summary>Puts back what the saving did, whole or not at all.</summary>
    /// <exception cref="DomainException">The term is over, or something has been built on what came in.</exception>
    public async Task Undo(PortalDb db, Domain.Exchange.PeopleImport table, bool isCutOff, CancellationToken cancel)
    {
        var changes = table.Changes;
        table.Undo(clock.UtcNow, isCutOff);
        var known = await Knowledge.Load(db, table.OrganizationId, clock.Today, isTracked: true, cancel);
        var people = known.People.ToDictionary(p => p.Id);
        var pairIds = changes.Select(c => c.PairId).OfType<int>().ToHashSet();
        var made = changes.Where(c => c.IsNew || c.IsNewMentee || c.IsNewMentor).Select(c => c.PersonId).ToHashSet();
        await RefuseBuiltOn(db, changes, people, pairIds, made, cancel);
        var pairs = await db.Pairs.Include(p => p.Mentors).Include(p => p.Mentees).Where(p => pairIds.Contains(p.Id)).AsSplitQuery().ToListAsync(cancel);
        foreach (var pair in pairs)
        {
            db.RemoveRange(pair.Mentors);
            db.RemoveRange(pair.Mentees);
            db.Remove(pair);
        }
        // A topic that has been retired since comes back with the person's own words.
        var topics = ExchangeRun.TopicBook(await db.Topics.OrderByDescending(t => t.IsActive).ToListAsync(cancel));
        foreach (var change in changes.Reverse())
        {
            var person = people[change.PersonId];
            if (!change.IsNew && change.Before.Count > 0)
                PersonCells.Apply(person, Restored(person, change, clock.Today), topics, known.Taken.GetValueOrDefault(person.Mentor?.Id ?? 0), clock.Today);
            change.Places?.PutBack(person);
            if (change.IsNewMentee && person.Mentee is { } mentee)
            {
                db.RemoveRange(mentee.Topics);
                db.Remove(mentee);
            }
            if (change.IsNewMentor && person.Mentor is { } mentor)
            {
                db.RemoveRange(mentor.Topics);
                db.RemoveRange(mentor.Availabilities);
                db.Remove(mentor);
            }
            if (change.IsNew)
                db.Remove(person);
        }
        await PersonEraser.SaveAndForget(db, cancel);
    }

    /// <summary>The cells as they were; those that were empty are emptied again.</summary>
    private static Dictionary<ExchangeColumn, string> Restored(Domain.People.Person person, ImportedChange change, DateOnly today)
    {
        var (before, now) = (new Dictionary<ExchangeColumn, string>(change.Before), PersonCells.Of(person, today));
        if (change.Places?.Born is { } born)
            before[ExchangeColumn.BirthDate] = born;
        return ExchangeColumns.Template.Where(c => c is not (ExchangeColumn.Code or ExchangeColumn.Banks) && now.GetValueOrDefault(c) != before.GetValueOrDefault(c)
                && !(c is >= ExchangeColumn.Capacity and <= ExchangeColumn.Certificate && before.GetValueOrDefault(ExchangeColumn.Banks) is null or CellText.Mentees))
            .ToDictionary(c => c, c => before.GetValueOrDefault(c) ?? CellText.Nothing);
    }

    /// <summary>Moves with every later change of the person or of his places in the banks, and with a new place.</summary>
    private static int Stamp(Domain.People.Person person) => person.Version + (person.Mentee?.Version + 1 ?? 0) + (person.Mentor?.Version + 1 ?? 0);

    /// <summary>Those of the people on whom rows hang that no import makes.</summary>
    private static async Task<IEnumerable<int>> HungOn(PortalDb db, HashSet<int> people, CancellationToken cancel) =>
    [
        .. await db.Enrolments.Where(e => people.Contains(e.PersonId)).Select(e => e.PersonId).ToListAsync(cancel),
        .. await db.MentorOffers.Where(o => people.Contains(o.Mentor!.PersonId)).Select(o => o.Mentor!.PersonId).ToListAsync(cancel),
        .. await db.PersonMatches.Where(m => people.Contains(m.FirstPersonId)).Select(m => m.FirstPersonId).ToListAsync(cancel),
        .. await db.PersonMatches.Where(m => people.Contains(m.SecondPersonId)).Select(m => m.SecondPersonId).ToListAsync(cancel),
        .. await db.Enquiries.Where(e => e.PersonId != null && people.Contains(e.PersonId.Value)).Select(e => e.PersonId!.Value).ToListAsync(cancel),
        .. await db.YearChanges.SelectMany(c => c.Moves).Where(m => people.Contains(m.PersonId)).Select(m => m.PersonId).ToListAsync(cancel),
    ];

    private static async Task RefuseBuiltOn(PortalDb db, IReadOnlyList<ImportedChange> changes, Dictionary<int, Domain.People.Person> people, HashSet<int> pairIds, HashSet<int> made, CancellationToken cancel)
    {
        var versions = changes.GroupBy(c => c.PersonId).ToDictionary(g => g.Key, g => g.Max(c => c.Version));
        var touched = versions.Where(v => !people.TryGetValue(v.Key, out var person) || Stamp(person) != v.Value || (made.Contains(v.Key) && person.Consents.Count > 0)).Select(v => v.Key).ToHashSet();
        var busy = await db.PairMentees.Select(m => new { Id = m.PairId, m.Mentee!.PersonId, IsWorked = m.Pair!.Meetings.Any() || m.Pair.Plan.Any() || m.Pair.Surveys.Any() || m.Pair.Version > 0 }).ToListAsync(cancel);
        var leading = await db.PairMentors.Select(m => new { Id = m.PairId, m.Mentor!.PersonId }).ToListAsync(cancel);
        touched.UnionWith(busy.Where(b => pairIds.Contains(b.Id) ? b.IsWorked : made.Contains(b.PersonId)).Select(b => b.PersonId));
        touched.UnionWith(leading.Where(b => !pairIds.Contains(b.Id) && made.Contains(b.PersonId)).Select(b => b.PersonId));
        touched.UnionWith(await HungOn(db, made, cancel));
        if (touched.Count == 0)
            return;
        var names = touched.Select(id => people.GetValueOrDefault(id)?.Name.Short ?? "удалённый человек").Order().Take(5);
        throw new DomainException($"Отменить нельзя: после загрузки с этими людьми уже работали – {string.Join(", ", names)}{(touched.Count > 5 ? $" и ещё {touched.Count - 5}" : "")}.");
    }
}
