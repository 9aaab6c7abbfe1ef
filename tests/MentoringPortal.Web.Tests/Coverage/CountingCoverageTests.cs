using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.Indicators;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentoringPortal.Web.Tests.Coverage;

/// <summary>The query against plain loops over the rows of 200 municipalities made by chance, for every day, population and part.</summary>
public sealed class CountingCoverageTests : IDisposable
{
    private const int Municipalities = 200;
    private static readonly Actor Tester = new(1, "Тест", Role.Department, null);
    private readonly string _folder = Directory.CreateTempSubdirectory("mentoring-coverage-").FullName;

    [Fact]
    public async Task Count_OfChanceMunicipalities_EqualsPlainLoops()
    {
        var empty = await Empty();
        var counted = 0;
        for (var seed = 1; seed <= Municipalities; seed++)
        {
            var file = Path.Combine(_folder, $"{seed}.db");
            File.Copy(empty, file);
            using var services = Services(file);
            using (var scope = services.CreateScope())
                await new RandomMunicipality(seed).Fill(TestScope.For(scope.ServiceProvider, Tester));
            counted += await Compare(services, seed);
        }
        counted.ShouldBeGreaterThan(Municipalities * 100, "most numbers are not zero");
    }

    private static async Task<int> Compare(ServiceProvider services, int seed)
    {
        using var scope = services.CreateScope();
        var db = TestScope.For(scope.ServiceProvider, Tester);
        var reference = await ReferenceCount.Load(db);
        var organizations = await db.Organizations.Select(o => o.Id).ToListAsync();
        var counts = scope.ServiceProvider.GetRequiredService<CoverageCounts>();
        var sum = 0;
        foreach (var question in Questions(seed, organizations))
        {
            var answer = await counts.Count(question, RandomMunicipality.Days, CancellationToken.None);
            foreach (var day in RandomMunicipality.Days)
            {
                var (people, participations) = (answer.People(day, _ => true), answer.Participations(day, _ => true));
                (people, participations).ShouldBe(reference.Count(question, day), $"municipality {seed}, {question}, {day:O}");
                people.ShouldBeLessThanOrEqualTo(participations);
                organizations.Sum(o => answer.People(day, id => id == o)).ShouldBeGreaterThanOrEqualTo(people, "the sum over schools counts some people twice");
                sum += people;
            }
        }
        var measures = scope.ServiceProvider.GetRequiredService<MeasureCounts>();
        await CompareIndicators(db, measures, reference, seed);
        return sum + await CompareMeasures(measures, reference, organizations, seed);
    }

    /// <summary>Three indicators at once, each of one form or of all, divided by another count of it.</summary>
    private static async Task CompareIndicators(PortalDb db, MeasureCounts measures, ReferenceCount reference, int seed)
    {
        var day = RandomMunicipality.Days[(seed + 1) % RandomMunicipality.Days.Length];
        Measure At(int index) => Measures.All[(seed + index) % Measures.All.Count];
        List<IndicatorFormula> formulas = [.. new[] { 0, 6, 11 }.Select(i => new IndicatorFormula(new(At(i + 3)), (seed + i) % 3 == 0 ? null : 1 + ((seed + i) % 6), null, null, At(i + 5)))];
        var facts = await IndicatorFacts.Load(db, measures, formulas, day, null, CancellationToken.None);
        foreach (var formula in formulas)
        {
            int Expected(Measure measure) => reference.Measure(new(measure), formula.FormId is { } only ? [only] : [], formula.FormId ?? MeasureCounts.AllForms, day).Distinct;
            facts.Total(formula).ShouldBe(new(Expected(formula.Counted.Measure), Expected(formula.OfMeasure!.Value), IsShare: true), $"municipality {seed}, {formula}, {day:O}");
            facts.ByOrganization(formula).Sum(o => o.Value.Counted).ShouldBeGreaterThanOrEqualTo(Expected(formula.Counted.Measure));
        }
    }

    /// <summary>By turns two measures in the columns of three forms, one of them a local one, and without telling forms apart.</summary>
    private static async Task<int> CompareMeasures(MeasureCounts counts, ReferenceCount reference, List<int> organizations, int seed)
    {
        var day = RandomMunicipality.Days[seed % RandomMunicipality.Days.Length];
        var sum = 0;
        foreach (var kind in new[] { Measures.All[seed % Measures.All.Count], Measures.All[(seed + 8) % Measures.All.Count] })
            foreach (int[] forms in new int[][] { [], [1, 4, 6] })
            {
                var measure = new CountedMeasure(kind, Measures.HasBand(kind) && seed % 2 == 0 ? new AgeBand(15, 18) : null);
                var answer = await counts.Count(measure, forms, day, null, CancellationToken.None);
                var repeats = await counts.Repeats(measure, forms, day, organizations, CancellationToken.None);
                foreach (var form in forms.DefaultIfEmpty(MeasureCounts.AllForms))
                {
                    var total = answer.Where(c => c.FormId == form).Sum(c => c.Value);
                    var distinct = total - repeats.Where(r => r.FormId == form).Sum(r => r.Value);
                    (total, distinct).ShouldBe(reference.Measure(measure, forms, form, day), $"municipality {seed}, {measure}, form {form}, {day:O}");
                    sum += total;
                }
            }
        return sum;
    }

    /// <summary>Each population whole, and by turns its parts.</summary>
    private static IEnumerable<CoverageQuestion> Questions(int seed, List<int> organizations)
    {
        foreach (var population in Populations.All)
            yield return new(population);
        var some = Populations.All[seed % 5];
        CoverageQuestion[] parts =
        [
            new(some) { Role = ParticipantRole.Mentor }, new(some) { Role = ParticipantRole.Mentee }, new(some) { FormId = 1 + (seed % 6) }, new(some) { Contour = (Contour)(seed % 2) },
            new(some) { Category = MenteeCategories.Gifted | MenteeCategories.Orphan, Role = seed % 3 == 0 ? ParticipantRole.Mentor : null }, new(some) { Kind = seed % 2 == 0 ? OrganizationKind.School : OrganizationKind.SupplementaryEducation },
            new(some) { OrganizationId = organizations[seed % organizations.Count] },
        ];
        yield return parts[seed % parts.Length];
        yield return parts[(seed + 3) % parts.Length];
    }

    private async Task<string> Empty()
    {
        var file = Path.Combine(_folder, "empty.db");
        using var services = Services(file);
        using var scope = services.CreateScope();
        await TestScope.For(scope.ServiceProvider, Tester).Database.EnsureCreatedAsync();
        return file;
    }

    private static ServiceProvider Services(string file) => new ServiceCollection()
        .AddPortalDb(DatabaseProvider.Sqlite, $"Data Source={file};Pooling=False")
        .AddSingleton(TimeProvider.System).AddSingleton<ScopeSource>(new TestScope(AccessScope.For(Tester))).BuildServiceProvider();

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
