using MentoringPortal.Data;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;
using MentoringPortal.Domain.Years;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Years;

/// <summary>A class with what becomes of it («8 Б», «выпуск») and its pupils.</summary>
/// <param name="Usual">What becomes of those of its pupils of whom nothing is said.</param>
public sealed record YearClass(string Name, string Next, PupilOutcome Usual, IReadOnlyList<YearPupil> Pupils);

/// <param name="IsInNewPair">He has a pair, or a draft, of the new year already.</param>
public sealed record YearPupil(int Id, string Name, PupilOutcome Outcome, bool IsInNewPair = false);

/// <param name="MustEnd">The mentor or all mentees leave.</param>
public sealed record YearPairRow(int Id, string Mentor, string Mentees, string Form, DateOnly To, PairOutcome Outcome, bool MustEnd);

/// <summary>A consent that the new year ends: the pupil comes of age, or the paper's own term is over.</summary>
public sealed record YearConsent(int PersonId, string Name, string Why, DateOnly Day);

/// <summary>GET /years for a curator: what the change will do, or what it has done.</summary>
/// <param name="IsCounted">The school has stated the year's headcount, and it was not returned.</param>
/// <param name="Planned">Participants that the school plans for the year in all forms together; null where it has not said.</param>
public sealed record YearPage(SchoolYear Year, int Version, bool IsDone, bool HasBegun, IReadOnlyList<YearClass> Classes, IReadOnlyList<YearPairRow> Pairs,
    IReadOnlyList<YearConsent> Consents, int Unconfirmed, bool IsCounted, int? Planned, DateTime? DoneAt)
{
    public IEnumerable<YearPupil> Pupils => Classes.SelectMany(c => c.Pupils);

    /// <summary>The same page with ticks that were refused.</summary>
    public YearPage With(YearForm form) => this with
    {
        Classes = [.. Classes.Select(c => c with
        {
            Pupils = [.. c.Pupils.Select(p => p with { Outcome = form.Repeat.Contains(p.Id) ? PupilOutcome.Repeat : form.Leave.Contains(p.Id) ? PupilOutcome.Leave : c.Usual })],
        })],
        Pairs = [.. Pairs.Select(p => p with { Outcome = form.Renew.Contains(p.Id) ? PairOutcome.Renew : form.Complete.Contains(p.Id) ? PairOutcome.Complete : PairOutcome.Stay })],
    };

    public static async Task<YearPage> Load(PortalDb db, YearChange change, MunicipalClock clock, CancellationToken cancel)
    {
        var year = change.Begins;
        var isDone = change.State == YearChangeState.Done;
        var room = isDone ? new YearRoom(change, [], [], [], 0) : await YearRoom.Load(db, change, cancel);
        var leavers = room.Leavers();
        return new(year, change.Version, isDone, year.Start <= clock.Today,
            isDone ? await DoneClasses(db, change, cancel)
                : [.. room.Pupils.GroupBy(p => p.ClassName!).Select(g => new YearClass(g.Key, Next(g.First(), room.LastGrade), YearChange.Usual(g.First(), room.LastGrade),
                    [.. g.Select(p => new YearPupil(p.Id, p.Name.Full, room.Of(p), room.IsInNewPair(p)))]))],
            isDone ? await DonePairs(db, change, cancel)
                : [.. room.Pairs.Select(p => Row(p, room.Of(p, leavers), YearChange.LosesItsPeople(p, leavers)))],
            await ConsentsOf(db, change, leavers, cancel),
            await db.Appointments.CountAsync(a => a.OrganizationId == change.OrganizationId && a.ConfirmedFor < year.StartYear && (a.To == null || a.To >= year.Start), cancel),
            await db.Headcounts.AnyAsync(h => h.OrganizationId == change.OrganizationId && h.SchoolYear == year.StartYear && h.State != HeadcountState.Returned, cancel),
            await PlannedFor(db, change, cancel),
            change.DoneAt is { } at ? clock.Local(at) : null);
    }

    private static async Task<int?> PlannedFor(PortalDb db, YearChange change, CancellationToken cancel)
    {
        var planned = await db.Participations.Where(p => p.OrganizationId == change.OrganizationId && p.SchoolYear == change.Year).SelectMany(p => p.Forms)
            .Where(f => f.Planned != null).Select(f => f.Planned).ToListAsync(cancel);
        return planned.Count == 0 ? null : planned.Sum();
    }

    private static string Next(Person pupil, int lastGrade) =>
        YearChange.Usual(pupil, lastGrade) == PupilOutcome.Graduate ? "выпуск" : $"{pupil.Grade + 1} {pupil.ClassLetter}".TrimEnd();

    private static YearPairRow Row(Pair pair, PairOutcome outcome, bool mustEnd) => new(pair.Id,
        pair.Mentors[^1].Mentor!.Person!.Name.Full, string.Join(", ", pair.Mentees.Select(m => m.Mentee!.Person!.Name.Full).Distinct()), pair.Form!.Name, pair.To, outcome, mustEnd);

    private static async Task<IReadOnlyList<YearClass>> DoneClasses(PortalDb db, YearChange change, CancellationToken cancel)
    {
        var moves = await db.YearChanges.AsNoTracking().Where(c => c.Id == change.Id).SelectMany(c => c.Moves)
            .Select(m => new { m.PersonId, m.ClassName, m.Outcome, m.Person!.Surname, m.Person.Given, m.Person.Patronymic, m.Person.Grade, m.Person.ClassLetter }).ToListAsync(cancel);
        return [.. moves.GroupBy(m => m.ClassName!).OrderBy(g => g.Key.Split(' ')[0].Length).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new YearClass(g.Key,
            g.FirstOrDefault(m => m.Outcome == PupilOutcome.Up) is { } up ? $"{up.Grade} {up.ClassLetter}".TrimEnd() : "выпуск", PupilOutcome.Up,
            [.. g.Select(m => new YearPupil(m.PersonId, new PersonName(m.Surname, m.Given, m.Patronymic).Full, m.Outcome)).OrderBy(p => p.Name, StringComparer.Create(Russian, ignoreCase: true))]))];
    }

    private static readonly System.Globalization.CultureInfo Russian = System.Globalization.CultureInfo.GetCultureInfo("ru-RU");

    private static async Task<IReadOnlyList<YearPairRow>> DonePairs(PortalDb db, YearChange change, CancellationToken cancel)
    {
        var outcomes = change.Pairs.ToDictionary(p => p.PairId, p => p.Outcome);
        var pairs = await YearRoom.Members(db).AsNoTrackingWithIdentityResolution()
            .Where(p => db.YearChanges.Any(c => c.Id == change.Id && c.Pairs.Any(r => r.PairId == p.Id))).OrderBy(p => p.Id).ToListAsync(cancel);
        return pairs.ConvertAll(p => Row(p, outcomes[p.Id], mustEnd: false));
    }

    private static async Task<IReadOnlyList<YearConsent>> ConsentsOf(PortalDb db, YearChange change, HashSet<int> leavers, CancellationToken cancel)
    {
        var (start, end) = (change.Begins.Start, change.Begins.End);
        var (bornFrom, bornTo) = (start.AddYears(-Ages.Adult), end.AddYears(-Ages.Adult));
        var people = await db.People.AsNoTracking().Include(p => p.Consents).Where(p => p.OrganizationId == change.OrganizationId && p.LeftOn == null
                && ((p.BirthDate >= bornFrom && p.BirthDate <= bornTo) || p.Consents.Any(c => c.WithdrawnOn == null && c.ValidTo >= start && c.ValidTo <= end)))
            .InOrder().ToListAsync(cancel);
        return [.. people.Where(p => !leavers.Contains(p.Id)).Select(p =>
            p.BirthDate is { } born && born >= bornFrom && born <= bornTo
                ? new YearConsent(p.Id, p.Name.Full, "исполнится 18 лет, нужно собственное согласие", born.AddYears(Ages.Adult))
                : new YearConsent(p.Id, p.Name.Full, "кончается срок согласия", p.Consents.Where(c => c.WithdrawnOn == null && c.ValidTo >= start && c.ValidTo <= end).Min(c => c.ValidTo)!.Value))];
    }
}

/// <summary>A school in the department's list.</summary>
/// <param name="State">Null where nobody has begun.</param>
public sealed record YearSchool(int Id, string Name, int Pupils, YearChangeState? State, DateTime? DoneAt);

/// <summary>GET /years for the department: which schools have changed the year.</summary>
public sealed record YearSchools(SchoolYear Year, IReadOnlyList<YearSchool> Schools)
{
    public static async Task<YearSchools> Load(PortalDb db, SchoolYear year, MunicipalClock clock, CancellationToken cancel)
    {
        var schools = await db.Organizations.AsNoTracking().Where(o => o.ClosedOn == null && o.Kind == OrganizationKind.School).InOrder()
            .Select(o => new
            {
                o.Id,
                o.ShortName,
                Pupils = db.People.Count(p => p.OrganizationId == o.Id && p.LeftOn == null && p.Grade != null),
                Change = db.YearChanges.Where(c => c.OrganizationId == o.Id && c.Year == year.StartYear).Select(c => new { c.State, c.DoneAt }).FirstOrDefault(),
            }).ToListAsync(cancel);
        return new(year, schools.ConvertAll(s => new YearSchool(s.Id, s.ShortName, s.Pupils, s.Change?.State, s.Change?.DoneAt is { } at ? clock.Local(at) : null)));
    }
}
