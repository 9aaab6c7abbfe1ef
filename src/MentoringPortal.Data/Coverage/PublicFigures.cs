using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data.Coverage;

/// <summary>Coverage of one population; numbers of a group so small that a person could be guessed in it are null.</summary>
/// <param name="Role">In which the target counts them; null is both.</param>
/// <param name="Of">The headcount; null where it is not stated.</param>
public sealed record PublicCoverage(Population Population, ParticipantRole? Role, int? Covered, int? Of, decimal? Percent, decimal? TargetPercent, DateOnly? TargetBy, int? Missing);

/// <param name="Mentors">Null where the group is small, or beside a small one.</param>
public sealed record PublicForm(string Name, int? Mentors, int? Mentees);

/// <summary>The municipality's totals as anybody may see them: no person, no organization.</summary>
/// <param name="Organizations">Those with at least one participant.</param>
/// <param name="Pairs">Active on the day, or completed in its school year.</param>
public sealed record PublicTotals(DateOnly On, string Department, SchoolYear Year, int Organizations, int? Mentors, int? Mentees, int? Pairs, int? CompletedPairs, IReadOnlyList<PublicCoverage> Coverage, IReadOnlyList<PublicForm> Forms);

/// <summary>Makes the totals once a day and keeps them: strangers make the database count nothing.</summary>
public sealed class PublicFigures(PortalDbFactory factory, CoverageCounts coverage, MeasureCounts measures, MunicipalClock clock) : IDisposable
{
    private readonly SemaphoreSlim _making = new(1, 1);
    private PublicTotals? _made;

    /// <summary>Today's totals; null while the department shows them to nobody.</summary>
    public async Task<PublicTotals?> Load(CancellationToken cancel)
    {
        await using var db = factory.System("итоги для всех");
        if (!await db.Settings.Select(s => s.IsPublic).SingleAsync(cancel))
            return null;
        if (_made is { } made && made.On == clock.Today)
            return made;
        await _making.WaitAsync(cancel);
        try
        {
            return _made = _made is { } other && other.On == clock.Today ? other : await Make(db, clock.Today, cancel);
        }
        finally
        {
            _making.Release();
        }
    }

    public void Dispose() => _making.Dispose();

    private async Task<PublicTotals> Make(PortalDb db, DateOnly today, CancellationToken cancel)
    {
        var organizations = await db.Organizations.Select(o => o.Id).ToListAsync(cancel);
        var forms = await db.MentoringForms.OrderBy(f => f.Id).Select(f => new { f.Id, f.Name }).ToListAsync(cancel);
        var ids = forms.ConvertAll(f => f.Id);
        async Task<int?> Total(Measure measure) => Shown((await measures.Distinct(new(measure), [], today, organizations, cancel)).GetValueOrDefault(MeasureCounts.AllForms));
        var mentors = await measures.Distinct(new(Measure.Mentors), ids, today, organizations, cancel);
        var mentees = await measures.Distinct(new(Measure.Mentees), ids, today, organizations, cancel);
        // A form's two numbers are hidden together: the number of both stands elsewhere.
        var hidden = HiddenNumbers.Together(seesPeople: false, [.. ids.Select(f => (f, mentors.GetValueOrDefault(f)))], [.. ids.Select(f => (f, mentees.GetValueOrDefault(f)))]);
        return new(today, await db.Departments.Select(d => d.Name).SingleOrDefaultAsync(cancel) ?? "", SchoolYear.Of(today),
            (await measures.Count(new(Measure.Participants), [], today, null, cancel)).Count(c => c.Value > 0),
            await Total(Measure.Mentors), await Total(Measure.Mentees), await Total(Measure.Pairs), await Total(Measure.CompletedPairs),
            await Coverage(db, today, cancel),
            [.. forms.Where(f => mentors.ContainsKey(f.Id) || mentees.ContainsKey(f.Id))
                .Select(f => hidden.Contains(f.Id) ? new PublicForm(f.Name, null, null) : new(f.Name, mentors.GetValueOrDefault(f.Id), mentees.GetValueOrDefault(f.Id)))]);
    }

    /// <summary>Pupils and teachers, and whom a target names.</summary>
    private async Task<IReadOnlyList<PublicCoverage>> Coverage(PortalDb db, DateOnly today, CancellationToken cancel)
    {
        var targets = await db.CoverageTargets.Where(t => t.Counted != null && t.By != null).Select(t => new { Counted = t.Counted!.Value, t.Role, t.Percent, By = t.By!.Value }).ToListAsync(cancel);
        var figures = await CoverageFigures.Load(db, null, [today], withEnterprises: true, cancel);
        var rows = new List<PublicCoverage>();
        foreach (var population in Populations.All.Where(p => p is Population.Pupils or Population.Teachers || targets.Exists(t => t.Counted == p)))
        {
            var target = CoverageTarget.Current(targets.Where(t => t.Counted == population), t => t.By, today);
            var share = figures.Share(await coverage.Count(new(population) { Role = target?.Role }, [today], cancel), population, null, today);
            var isHidden = population != Population.Enterprises && SmallGroups.Hides(share.Covered, seesPeople: false);
            rows.Add(isHidden ? new(population, target?.Role, null, share.Of, null, target?.Percent, target?.By, null)
                : new(population, target?.Role, share.Covered, share.Of, share.Percent is { } percent ? Math.Truncate(percent * 10) / 10 : null, target?.Percent, target?.By, target is null ? null : share.Missing(target.Percent)));
        }
        return rows;
    }

    private static int? Shown(int people) => SmallGroups.Hides(people, seesPeople: false) ? null : people;
}
