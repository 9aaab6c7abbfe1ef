using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Headcounts;

/// <summary>Figures of one organization on a day; an empty field is «не знаем», not 0.</summary>
public sealed class HeadcountForm
{
    public string? Year { get; set; }

    [Required, Display(Name = "На какую дату")]
    public DateOnly? AsOf { get; set; }

    [Range(0, Headcount.Most), Display(Name = "Обучающиеся, всего")]
    public int? Pupils { get; set; }

    [Range(0, Headcount.Most), Display(Name = "из них 10–18 лет")]
    public int? PupilsInBand { get; set; }

    [Range(0, Headcount.Most), Display(Name = "Занимаются по дополнительным программам")]
    public int? PupilsInProgrammes { get; set; }

    [Range(0, Headcount.Most), Display(Name = "Педагоги, всего")]
    public int? Teachers { get; set; }

    [Range(0, Headcount.Most), Display(Name = "из них молодые педагоги")]
    public int? YoungTeachers { get; set; }

    [Range(0, Headcount.Most), Display(Name = "Предприятия муниципалитета")]
    public int? Enterprises { get; set; }

    public static HeadcountForm Of(HeadcountLine? line, SchoolYear year, DateOnly day) => new()
    {
        Year = $"{year.StartYear}",
        AsOf = day,
        Pupils = line?[Population.Pupils],
        PupilsInBand = line?[Population.PupilsInBand],
        PupilsInProgrammes = line?[Population.PupilsInProgrammes],
        Teachers = line?[Population.Teachers],
        YoungTeachers = line?[Population.YoungTeachers],
        Enterprises = line?[Population.Enterprises],
    };

    private Dictionary<Population, int> Figures => new (Population Of, int? Figure)[]
    {
        (Population.Pupils, Pupils), (Population.PupilsInBand, PupilsInBand), (Population.PupilsInProgrammes, PupilsInProgrammes),
        (Population.Teachers, Teachers), (Population.YoungTeachers, YoungTeachers), (Population.Enterprises, Enterprises),
    }.Where(f => f.Figure is not null).ToDictionary(f => f.Of, f => f.Figure!.Value);

    /// <param name="isConfirmed">The department's own entry waits for nobody.</param>
    /// <exception cref="DomainException">Figures that contradict one another or the registry.</exception>
    public async Task Save(PortalDb db, CoverageCounts counts, int? organizationId, bool isConfirmed, Signature by, MunicipalClock clock, CancellationToken cancel)
    {
        var organization = organizationId is null ? null : await db.Organizations.SingleAsync(o => o.Id == organizationId, cancel);
        IReadOnlyList<Population> asked = organization is null ? [Population.Enterprises] : Populations.AskedOf(organization.Kind);
        var figures = Figures.Where(f => asked.Contains(f.Key)).ToDictionary();
        var stated = new Headcount(organization, AsOf!.Value, figures, by, clock.Today);
        await RefuseBelowTheRegistry(counts, organizationId, figures, AsOf.Value, cancel);
        if (isConfirmed)
            stated.Confirm(by);
        db.Headcounts.Add(stated);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>More participants than people: either the figure is a slip, or leavers still stand in the registry.</summary>
    private static async Task RefuseBelowTheRegistry(CoverageCounts counts, int? organizationId, Dictionary<Population, int> figures, DateOnly asOf, CancellationToken cancel)
    {
        foreach (var (population, figure) in figures)
        {
            var covered = (await counts.Count(new(population) { OrganizationId = organizationId }, [asOf], cancel)).People(asOf, _ => true);
            if (figure < covered)
                throw new DomainException(BelowTheRegistry(population, figure, covered, asOf), population.ToString());
        }
    }

    public static string BelowTheRegistry(Population population, int figure, int covered, DateOnly asOf) =>
        $"«{Populations.Of(population)}»: {figure}, а в парах на {asOf:dd.MM.yyyy} уже {covered}. Проверьте число и отметьте в базах выбывших.";
}

public sealed class ReturnForm
{
    [Required(ErrorMessage = "Укажите, что исправить."), StringLength(Lengths.Title), Display(Name = "Что исправить")]
    public string? Reason { get; set; }
}

/// <summary>GET /headcounts/{organizationId}, and the municipality's own.</summary>
/// <param name="Id">Null for the municipality.</param>
/// <param name="Waiting">The statement that the department decides on.</param>
public sealed record HeadcountPage(int? Id, string Name, SchoolYear Year, IReadOnlyList<Population> Asked, IReadOnlyList<HeadcountLine> Lines, HeadcountLine? Current, HeadcountLine? Waiting, HeadcountForm Form)
{
    public string Url => Id is null ? "/headcounts/municipality" : $"/headcounts/{Id}";

    public ReturnForm Return { get; } = new();

    /// <summary>The page; null where the organization is not the reader's to see, or owes no figures.</summary>
    public static async Task<HeadcountPage?> Load(PortalDb db, int? organizationId, string? year, HeadcountForm? sent, MunicipalClock clock, CancellationToken cancel)
    {
        var asked = SchoolYears.Parse(year, clock);
        var day = asked.DayIn(clock.Today);
        var organization = await db.Organizations.Where(o => o.Id == organizationId).Select(o => new { o.ShortName, o.Kind }).SingleOrDefaultAsync(cancel);
        if (organizationId is not null && organization is null)
            return null;
        IReadOnlyList<Population> populations = organization is null ? [Population.Enterprises] : Populations.AskedOf(organization.Kind);
        var stated = await db.Headcounts.AsNoTracking().Where(h => h.OrganizationId == organizationId && h.SchoolYear == asked.StartYear).OrderByDescending(h => h.Id).ToListAsync(cancel);
        var lines = stated.ConvertAll(h => HeadcountLine.Of(h, clock));
        var current = Headcount.InForce(stated, day);
        return new(organizationId, organization?.ShortName ?? "Предприятия муниципалитета", asked, populations, lines, lines.Find(l => l.Id == current?.Id),
            lines.FirstOrDefault() is { State: HeadcountState.Entered } waiting ? waiting : null, sent ?? HeadcountForm.Of(lines.FirstOrDefault(), asked, day));
    }
}
