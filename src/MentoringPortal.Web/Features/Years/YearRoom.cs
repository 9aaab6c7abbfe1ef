using MentoringPortal.Data;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Years;
using MentoringPortal.Web.Features.Pairs;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Years;

/// <summary>Somebody's open pair that the change of the year leaves alone: a draft, or a pair that begins in the new year.</summary>
public sealed record OtherPair(int PersonId, DateOnly From);

/// <summary>Everything that a school's change of the year works on: its pupils in the banks, its pairs of the year that ends.</summary>
public sealed class YearRoom(YearChange change, IReadOnlyList<Person> pupils, IReadOnlyList<Pair> pairs, IReadOnlyList<OtherPair> others, int lastGrade)
{
    private readonly HashSet<int> _inNewPairs = [.. others.Where(o => o.From >= change.Begins.Start).Select(o => o.PersonId)];

    internal IReadOnlyList<Person> Pupils => pupils;

    internal IReadOnlyList<Pair> Pairs => pairs;

    internal int LastGrade => lastGrade;

    public static async Task<YearRoom> Load(PortalDb db, YearChange change, CancellationToken cancel)
    {
        var start = change.Begins.Start;
        // Who came into the banks in the new year is in his new class already.
        var pupils = await db.People.Include(p => p.Mentee).Include(p => p.Mentor)
            .Where(p => p.OrganizationId == change.OrganizationId && p.LeftOn == null && p.Grade != null && (p.Mentee!.EnteredOn < start || p.Mentor!.EnteredOn < start))
            .OrderBy(p => p.Grade).ThenBy(p => p.ClassLetter).ThenInOrder().ToListAsync(cancel);
        var pairs = await Members(db).Where(p => p.OrganizationId == change.OrganizationId && p.State == PairState.Active && p.From < start).OrderBy(p => p.Id).ToListAsync(cancel);
        var open = db.Pairs.Where(p => p.OrganizationId == change.OrganizationId && (p.State == PairState.Draft || (p.State == PairState.Active && p.From >= start)));
        var others = await open.SelectMany(p => p.Mentees).Where(m => m.To == null).Select(m => new { m.Mentee!.PersonId, m.Pair!.From })
            .Concat(open.SelectMany(p => p.Mentors).Where(m => m.To == null).Select(m => new { m.Mentor!.PersonId, m.Pair!.From })).ToListAsync(cancel);
        return new(change, pupils, pairs, others.ConvertAll(o => new OtherPair(o.PersonId, o.From)), await db.Settings.Select(s => s.LastGrade).SingleAsync(cancel));
    }

    public static IQueryable<Pair> Members(PortalDb db) => db.Pairs.Include(p => p.Form)
        .Include(p => p.Mentors).ThenInclude(m => m.Mentor!.Person).Include(p => p.Mentees).ThenInclude(m => m.Mentee!.Person).AsSplitQuery();

    public PupilOutcome Of(Person pupil) => change.Moves.Find(m => m.PersonId == pupil.Id)?.Outcome ?? Proposed(pupil);

    public PupilOutcome Proposed(Person pupil) => YearChange.Proposed(pupil, LastGrade, IsInNewPair(pupil));

    public bool IsInNewPair(Person pupil) => _inNewPairs.Contains(pupil.Id);

    public PairOutcome Of(Pair pair, IReadOnlySet<int> leavers) => change.Pairs.Find(p => p.PairId == pair.Id)?.Outcome ?? change.Proposed(pair, leavers);

    /// <summary>Who is not in the school in the new year.</summary>
    public HashSet<int> Leavers() => [.. Pupils.Where(p => Of(p) is PupilOutcome.Graduate or PupilOutcome.Leave).Select(p => p.Id)];

    /// <summary>Carries the change out in one save: pairs first, then people, then drafts for the next year's order.</summary>
    public async Task Apply(PortalDb db, DateOnly today, DateTime now, CancellationToken cancel)
    {
        change.RefuseBeforeTheYear(today);
        var leavers = Leavers();
        RefuseOtherPairsOf(leavers);
        var moved = Pupils.Select(p => (Person: p, Outcome: Of(p))).ToList();
        var old = Pairs.Select(p => (Pair: p, Outcome: Of(p, leavers), Mentor: p.CurrentMentor!, Mentees: p.CurrentMentees.ToList())).ToList();
        change.Note([], []);
        var rows = old.ConvertAll(p => change.Close(p.Pair, p.Outcome, leavers));
        foreach (var pair in old.Where((_, i) => rows[i] is not null))
            db.Entry(pair.Pair).Property(p => p.Version).IsModified = true;
        foreach (var (person, outcome) in moved)
            change.Move(person, outcome);
        var places = new PairPlaces(db, change.OrganizationId!.Value, today);
        for (var i = 0; i < old.Count; i++)
        {
            if (old[i].Outcome != PairOutcome.Renew)
                continue;
            try
            {
                await Renew(i);
            }
            catch (DomainException refusal)
            {
                throw new DomainException($"{old[i].Mentor.Mentor!.Person!.Name.Short} – {string.Join(", ", old[i].Mentees.Select(m => m.Mentee!.Person!.Name.Short))}: черновик на новый год не открыть. {refusal.Message} Выберите для этой пары другое.");
            }
        }
        change.Finish(now);
        await places.Save(cancel);

        async Task Renew(int i)
        {
            var (pair, _, mentor, mentees) = old[i];
            var place = await places.Mentor(mentor.MentorId, pair, change.Begins.Start, change.Begins.End, cancel);
            // What the database counts is before this save: the other old that end free their places, those made anew take them.
            var freed = old.Where(p => p.Pair != pair && p.Mentor.MentorId == mentor.MentorId && p.Outcome != PairOutcome.Stay).Sum(p => p.Mentees.Count);
            var taken = rows.Where(r => r?.Renewed?.CurrentMentor!.MentorId == mentor.MentorId).Sum(r => r!.Renewed!.Mentees.Count);
            var going = mentees.Where(m => !leavers.Contains(m.Mentee!.PersonId)).Select(m => m.MenteeId).ToList();
            rows[i]!.Renewed = Pair.Open(pair.Form!, change.Begins.Start, change.Begins.End, place with { Taken = place.Taken - freed + taken }, await places.Mentees(going, pair.FormId, pair.Id, cancel));
            rows[i]!.Renewed!.ProgrammeId = pair.ProgrammeId;
        }
    }

    /// <summary>Takes the change back while nothing was built upon it.</summary>
    public static async Task Undo(PortalDb db, YearChange change, CancellationToken cancel)
    {
        var people = await db.People.Include(p => p.Mentee).Include(p => p.Mentor)
            .Where(p => db.YearChanges.Any(c => c.Id == change.Id && c.Moves.Any(m => m.PersonId == p.Id))).ToDictionaryAsync(p => p.Id, cancel);
        var pairs = await Members(db).Where(p => db.YearChanges.Any(c => c.Id == change.Id && c.Pairs.Any(r => r.PairId == p.Id || r.RenewedId == p.Id))).ToDictionaryAsync(p => p.Id, cancel);
        var drafts = change.Pairs.Where(p => p.RenewedId is not null).Select(p => pairs[p.RenewedId!.Value]).ToList();
        if (drafts.Exists(d => d.State != PairState.Draft || d.Version > 0))
            throw new DomainException("Черновики на новый учебный год уже закреплены или изменены. Отменить перевод целиком нельзя.");
        var ended = change.Pairs.Where(p => p.Outcome != PairOutcome.Stay).Select(p => pairs[p.PairId]).ToList();
        change.Undo(people, pairs);
        await RefuseTakenPlaces(db, ended, drafts, cancel);
        db.RemoveRange(drafts.SelectMany(d => d.Mentors));
        db.RemoveRange(drafts.SelectMany(d => d.Mentees));
        db.RemoveRange(drafts);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>A draft, or a pair of the new year, with somebody who leaves is the curator's to decide.</summary>
    private void RefuseOtherPairsOf(HashSet<int> leavers)
    {
        var stuck = others.Select(o => o.PersonId).Where(leavers.Contains).ToHashSet();
        if (stuck.Count > 0)
            throw new DomainException($"{string.Join(", ", Pupils.Where(p => stuck.Contains(p.Id)).Select(p => p.Name.Short))} – среди уходящих, но в черновике или в паре нового года. Отметьте «Остаётся в классе» либо сначала завершите эту пару или замените в ней человека.");
    }

    /// <summary>A pair that comes back takes its places again, and its mentees may be in no other pair of the form.</summary>
    private static async Task RefuseTakenPlaces(PortalDb db, List<Pair> ended, List<Pair> drafts, CancellationToken cancel)
    {
        var made = drafts.ConvertAll(d => d.Id);
        foreach (var group in ended.GroupBy(p => (p.CurrentMentor!.MentorId, p.OrganizationId)))
        {
            var (mentorId, home) = group.Key;
            var places = await db.MentorAvailabilities.Where(a => a.MentorId == mentorId && a.OrganizationId == home).Select(a => a.Places).SingleOrDefaultAsync(cancel);
            var taken = await db.PairMentees.CountAsync(m => m.To == null && m.OrganizationId == home && !made.Contains(m.PairId) && m.Pair!.Mentors.Any(x => x.To == null && x.MentorId == mentorId), cancel);
            if (taken + group.Sum(p => p.CurrentMentees.Count()) > places)
                throw new DomainException($"После перевода места у наставника заняты новыми парами ({group.First().CurrentMentor!.Mentor!.Person!.Name.Short}). Отменить перевод целиком нельзя.");
        }
        foreach (var pair in ended)
        {
            var mentees = pair.CurrentMentees.Select(m => m.MenteeId).ToList();
            if (await db.PairMentees.AnyAsync(m => m.To == null && mentees.Contains(m.MenteeId) && m.Pair!.FormId == pair.FormId && !made.Contains(m.PairId), cancel))
                throw new DomainException("После перевода наставляемым подобрали новые пары. Отменить перевод целиком нельзя.");
        }
    }
}
