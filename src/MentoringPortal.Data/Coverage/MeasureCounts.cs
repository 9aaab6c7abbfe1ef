using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data.Coverage;

/// <param name="FormId">The column; <see cref="MeasureCounts.AllForms"/> where forms are not told apart.</param>
public sealed record MeasureCount(int OrganizationId, int FormId, int Value);

/// <summary>By how many the sum over organizations is greater than the number of those counted: who stands in two of them is one.</summary>
public sealed record RepeatedCount(int FormId, int Value);

/// <summary>A number that is asked for: a measure in one form, with the local ones counted under it, or in all forms together.</summary>
public sealed record CountedColumn(CountedMeasure Measure, int? FormId);

/// <summary>Two records, in two organizations, of one human being.</summary>
internal sealed record TwiceCounted(int Column, int First, int FirstOrganizationId, int Second, int SecondOrganizationId);

/// <summary>One who came from outside to several organizations, in one of them.</summary>
internal sealed record SharedKey(int Column, int Key, int OrganizationId);

/// <summary>Numbers of several columns by organization, and who is counted in two of them.</summary>
public sealed class ColumnCounts
{
    private readonly IReadOnlyList<CountedColumn> _columns;
    private readonly IReadOnlyDictionary<(int Column, int OrganizationId), int> _counts;
    private readonly ILookup<int, TwiceCounted> _twice;
    private readonly ILookup<int, SharedKey> _shared;

    internal ColumnCounts(IReadOnlyList<CountedColumn> columns, IReadOnlyDictionary<(int Column, int OrganizationId), int> counts, IEnumerable<TwiceCounted> twice, IEnumerable<SharedKey> shared) =>
        (_columns, _counts, _twice, _shared) = (columns, counts, twice.ToLookup(t => t.Column), shared.ToLookup(s => s.Column));

    public IReadOnlyDictionary<int, int> ByOrganization(CountedColumn column)
    {
        var index = Index(column);
        return _counts.Where(c => c.Key.Column == index).ToDictionary(c => c.Key.OrganizationId, c => c.Value);
    }

    /// <summary>Distinct ones of these organizations.</summary>
    public int Distinct(CountedColumn column, IReadOnlySet<int> organizationIds)
    {
        var index = Index(column);
        var records = organizationIds.Sum(o => _counts.GetValueOrDefault((index, o)));
        var shared = _shared[index].Where(s => organizationIds.Contains(s.OrganizationId)).GroupBy(s => s.Key).Sum(g => g.Count() - 1);
        return PersonMatch.Distinct(records - shared, _twice[index]
            .Where(t => organizationIds.Contains(t.FirstOrganizationId) && organizationIds.Contains(t.SecondOrganizationId)).Select(t => (t.First, t.Second)));
    }

    private int Index(CountedColumn column) => Enumerable.Range(0, _columns.Count).First(i => _columns[i] == column);
}

/// <summary>
/// Counts what a <see cref="Measure"/> names, by organization and form, as of a day: the cells of counting forms and the parts of indicators. Participants as
/// <see cref="CoverageCounts"/> takes them, by the person's organization; who comes from outside, and pairs, by the pair's. With the system's scope, as there: numbers leave, and keys.
/// </summary>
public sealed class MeasureCounts(PortalDbFactory factory)
{
    public const int AllForms = 0;

    /// <summary>One command; a column of nobody has no row.</summary>
    /// <param name="measure">What is counted.</param>
    /// <param name="forms">Forms with a column of their own; a local form without one is counted under its canonical form. Empty: all forms together, and a person once.</param>
    /// <param name="on">As of this day.</param>
    /// <param name="organizationId">Of this organization alone.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<MeasureCount>> Count(CountedMeasure measure, IReadOnlyCollection<int> forms, DateOnly on, int? organizationId, CancellationToken cancel)
    {
        await using var db = factory.System("подсчёт показателя");
        return await Keys(db, measure, forms, on, organizationId).GroupBy(k => new { k.OrganizationId, k.FormId })
            .Select(g => new MeasureCount(g.Key.OrganizationId, g.Key.FormId, g.Select(k => k.Key).Distinct().Count())).ToListAsync(cancel);
    }

    /// <summary>All of the columns: three commands, however many they are.</summary>
    public async Task<ColumnCounts> Count(IReadOnlyList<CountedColumn> columns, DateOnly on, int? organizationId, CancellationToken cancel)
    {
        await using var db = factory.System("подсчёт показателей");
        IQueryable<ColumnKey>? Keys(Func<Measure, bool> isAsked) => columns.Select((column, i) => (column, i)).Where(c => isAsked(c.column.Measure.Measure))
            .Select(c => MeasureCounts.Keys(db, c.column.Measure, c.column.FormId is { } form ? [form] : [], on, organizationId)
                .Where(k => k.FormId == (c.column.FormId ?? AllForms)).Select(k => new ColumnKey { Column = c.i, OrganizationId = k.OrganizationId, Key = k.Key }))
            .Aggregate((IQueryable<ColumnKey>?)null, (all, one) => all?.Concat(one) ?? one);
        var counts = Keys(_ => true) is not { } asked ? [] : await asked.GroupBy(k => new { k.Column, k.OrganizationId })
            .Select(g => new { g.Key.Column, g.Key.OrganizationId, Value = g.Select(k => k.Key).Distinct().Count() }).ToListAsync(cancel);
        // Nobody is counted twice in one organization.
        var twice = organizationId is null && Keys(m => !Measures.IsOfPair(m)) is { } people ? await Twice(db, people.Distinct(), cancel) : [];
        var shared = organizationId is null && Keys(m => m is Measure.Enterprises or Measure.StudentMentors or Measure.SpecialistMentors) is { } outside ? await Shared(outside.Distinct(), cancel) : [];
        return new(columns, counts.ToDictionary(c => (c.Column, c.OrganizationId), c => c.Value), twice, shared);
    }

    private static Task<List<TwiceCounted>> Twice(PortalDb db, IQueryable<ColumnKey> people, CancellationToken cancel) =>
        (from m in db.PersonMatches
         where m.FirstAnswer == true && m.SecondAnswer == true
         join first in people on m.FirstPersonId equals first.Key
         join second in people on new { Key = m.SecondPersonId, first.Column } equals new { second.Key, second.Column }
         select new TwiceCounted(first.Column, first.Key, first.OrganizationId, second.Key, second.OrganizationId)).ToListAsync(cancel);

    private static Task<List<SharedKey>> Shared(IQueryable<ColumnKey> keys, CancellationToken cancel) =>
        keys.Join(keys.GroupBy(k => new { k.Column, k.Key }).Where(g => g.Count() > 1).Select(g => g.Key), k => new { k.Column, k.Key }, several => several,
            (k, _) => new SharedKey(k.Column, k.Key, k.OrganizationId)).ToListAsync(cancel);

    /// <summary>How many of these organizations' sum are counted more than once; a form without such has no row. People by matches that both curators have confirmed.</summary>
    public async Task<IReadOnlyList<RepeatedCount>> Repeats(CountedMeasure measure, IReadOnlyCollection<int> forms, DateOnly on, IReadOnlyCollection<int> organizationIds, CancellationToken cancel)
    {
        await using var db = factory.System("подсчёт показателя");
        var keys = Keys(db, measure, forms, on, null).Where(k => organizationIds.Contains(k.OrganizationId)).Distinct();
        if (Measures.IsOfPair(measure.Measure))
            return [.. (await keys.GroupBy(k => k.FormId).Select(g => new { Form = g.Key, Sum = g.Count(), Distinct = g.Select(k => k.Key).Distinct().Count() })
                .ToListAsync(cancel)).Where(r => r.Sum > r.Distinct).Select(r => new RepeatedCount(r.Form, r.Sum - r.Distinct))];
        var joined = await (from m in db.PersonMatches
                            where m.FirstAnswer == true && m.SecondAnswer == true
                            join first in keys on m.FirstPersonId equals first.Key
                            join second in keys on new { Key = m.SecondPersonId, first.FormId } equals new { second.Key, second.FormId }
                            select new { first.FormId, m.FirstPersonId, m.SecondPersonId }).ToListAsync(cancel);
        return [.. joined.GroupBy(j => j.FormId, j => (j.FirstPersonId, j.SecondPersonId)).Select(g => new RepeatedCount(g.Key, -PersonMatch.Distinct(0, g)))];
    }

    /// <summary>By form, over these organizations, without those who stand in two of them: two commands, one where nobody can.</summary>
    public async Task<IReadOnlyDictionary<int, int>> Distinct(CountedMeasure measure, IReadOnlyCollection<int> forms, DateOnly on, IReadOnlyCollection<int> organizationIds, CancellationToken cancel)
    {
        var counts = await Count(measure, forms, on, organizationIds.Count == 1 ? organizationIds.First() : null, cancel);
        var sums = counts.Where(c => organizationIds.Contains(c.OrganizationId)).GroupBy(c => c.FormId, c => c.Value).ToDictionary(g => g.Key, g => g.Sum());
        // A pair is of one organization, and one organization repeats nobody.
        if (organizationIds.Count > 1 && measure.Measure is not (Measure.Pairs or Measure.CompletedPairs))
            foreach (var repeat in await Repeats(measure, forms, on, organizationIds, cancel))
                sums[repeat.FormId] -= repeat.Value;
        return sums;
    }

    /// <summary>Keys of those behind a number, for who may see them: of people, of enterprises (organizations), of pairs. The caller reads the rows in his own scope.</summary>
    public async Task<IReadOnlyList<int>> Behind(CountedMeasure measure, IReadOnlyCollection<int> forms, int formId, DateOnly on, int? organizationId, CancellationToken cancel)
    {
        await using var db = factory.System("люди в подсчёте показателя");
        return await Keys(db, measure, forms, on, organizationId).Where(k => k.FormId == formId).Select(k => k.Key).Distinct().ToListAsync(cancel);
    }

    private static IQueryable<CountedKey> Keys(PortalDb db, CountedMeasure measure, IReadOnlyCollection<int> forms, DateOnly on, int? organizationId)
    {
        var found = measure.Measure switch
        {
            Measure.Pairs => Pairs(db, on, isCompleted: false),
            Measure.CompletedPairs => Pairs(db, on, isCompleted: true),
            Measure.Enterprises => OfMentors(db, on, null),
            Measure.StudentMentors => OfMentors(db, on, PersonKind.Student),
            Measure.SpecialistMentors => OfMentors(db, on, PersonKind.Specialist),
            _ => People(db, measure, on, organizationId),
        };
        if (organizationId is not null)
            found = found.Where(k => k.OrganizationId == organizationId);
        if (forms.Count == 0)
            return found.Select(k => new CountedKey { OrganizationId = k.OrganizationId, Key = k.Key, FormId = AllForms });
        return from k in found
               join p in db.Pairs on k.PairId equals p.Id
               select new CountedKey { OrganizationId = k.OrganizationId, Key = k.Key, FormId = forms.Contains(p.FormId) ? p.FormId : p.Form!.CountsAsId };
    }

    private static IQueryable<FoundKey> People(PortalDb db, CountedMeasure measure, DateOnly on, int? organizationId)
    {
        var role = measure.Measure switch
        {
            Measure.PupilMentees or Measure.TeacherMentees or Measure.YoungTeacherMentees or Measure.Mentees => ParticipantRole.Mentee,
            Measure.PupilMentors or Measure.TeacherMentors or Measure.Mentors => ParticipantRole.Mentor,
            _ => (ParticipantRole?)null,
        };
        Population? population = measure.Measure switch
        {
            Measure.PupilMentees or Measure.PupilMentors or Measure.Pupils => Population.Pupils,
            Measure.PupilsInProgrammes => Population.PupilsInProgrammes,
            Measure.TeacherMentees or Measure.TeacherMentors or Measure.Teachers => Population.Teachers,
            Measure.YoungTeacherMentees or Measure.YoungTeachers => Population.YoungTeachers,
            _ => null,
        };
        var places = population is { } of
            ? CoverageCounts.Counted(db, new(of) { Role = role, Band = measure.Band, OrganizationId = organizationId }, [on])
            : CoverageCounts.Everybody(db, new() { Role = role, OrganizationId = organizationId }, [on]);
        return places.Select(p => new FoundKey { OrganizationId = p.OrganizationId, Key = p.PersonId, PairId = p.PairId });
    }

    /// <summary>Mentors of one kind, or the enterprises that they are from, by the organization whose pairs they are in.</summary>
    private static IQueryable<FoundKey> OfMentors(PortalDb db, DateOnly day, PersonKind? kind)
    {
        var mentors = from place in CoverageCounts.Places(db, [day], new() { Role = ParticipantRole.Mentor })
                      join pair in db.Pairs on place.PairId equals pair.Id
                      join person in db.People on place.PersonId equals person.Id
                      select new { pair, person };
        return kind is null
            ? mentors.Where(m => db.Organizations.Any(o => o.Id == m.person.OrganizationId && o.Kind == OrganizationKind.Enterprise))
                .Select(m => new FoundKey { OrganizationId = m.pair.OrganizationId!.Value, Key = m.person.OrganizationId!.Value, PairId = m.pair.Id })
            : mentors.Where(m => m.person.Kind == kind).Select(m => new FoundKey { OrganizationId = m.pair.OrganizationId!.Value, Key = m.person.Id, PairId = m.pair.Id });
    }

    private static IQueryable<FoundKey> Pairs(PortalDb db, DateOnly on, bool isCompleted) => db.Pairs
        .Where(p => p.OrderNumber != null && p.From <= on)
        .Where(p => (!isCompleted && (p.EndedOn ?? p.To) >= on)
            || (p.State == PairState.Completed && (!isCompleted || p.EndedOn <= on) && (p.EndedOn!.Value.Year * 12 + p.EndedOn.Value.Month - 9) / 12 == (on.Year * 12 + on.Month - 9) / 12))
        .Select(p => new FoundKey { OrganizationId = p.OrganizationId!.Value, Key = p.Id, PairId = p.Id });

    private sealed class FoundKey
    {
        public int OrganizationId { get; init; }
        public int Key { get; init; }
        public int PairId { get; init; }
    }

    private sealed class ColumnKey
    {
        public int Column { get; init; }
        public int OrganizationId { get; init; }
        public int Key { get; init; }
    }

    private sealed class CountedKey
    {
        public int OrganizationId { get; init; }
        public int Key { get; init; }
        public int FormId { get; init; }
    }
}
