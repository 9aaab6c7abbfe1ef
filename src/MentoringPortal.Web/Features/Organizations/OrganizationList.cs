using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Organizations;

/// <summary>Filter and order of the list, all in the address; an unknown word is as good as none.</summary>
public sealed class OrganizationFilter
{
    public const string Open = "open", Closed = "closed", TakesPart = "yes", TakesNoPart = "no";

    [Display(Name = "Название")]
    public string? Q { get; set; }

    [Display(Name = "Вид")]
    public string? Kind { get; set; }

    [Display(Name = "Состояние")]
    public string? State { get; set; }

    [Display(Name = "Участие в учебном году")]
    public string? Part { get; set; }

    public string? Year { get; set; }

    public string? Sort { get; set; }

    public static IEnumerable<SelectListItem> States { get; } = [new("действуют", Open), new("закрыты", Closed)];

    public static IEnumerable<SelectListItem> Parts { get; } = [new("участвуют", TakesPart), new("не участвуют", TakesNoPart)];

    public OrganizationKind? KindOrNone => Enum.TryParse<OrganizationKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public IReadOnlyList<FilterPill> Pills
    {
        get
        {
            var pills = new List<FilterPill>();
            if (!string.IsNullOrWhiteSpace(Q))
                pills.Add(new($"Название: {Q}", "Q", Q));
            if (KindOrNone is { } kind)
                pills.Add(new($"Вид: {OrganizationKinds.Of(kind)}", "Kind", Kind!));
            if (State is Open or Closed)
                pills.Add(new(State == Open ? "Действуют" : "Закрыты", "State", State));
            if (Part is TakesPart or TakesNoPart)
                pills.Add(new(Part == TakesPart ? "Участвуют" : "Не участвуют", "Part", Part));
            return pills;
        }
    }

    /// <summary>The filter in words, for the file and the journal.</summary>
    public string InWords => Pills.Count == 0 ? "без отбора" : string.Join("; ", Pills.Select(p => p.Text));

    public IQueryable<Organization> Apply(IQueryable<Organization> all, SchoolYear year, DateOnly today)
    {
        var rows = all.Matching(Q);
        if (KindOrNone is { } kind)
            rows = rows.Where(o => o.Kind == kind);
        rows = State switch
        {
            Open => rows.Where(o => o.ClosedOn == null || o.ClosedOn >= today),
            Closed => rows.Where(o => o.ClosedOn < today),
            _ => rows,
        };
        rows = Part switch
        {
            TakesPart => rows.Where(o => o.Participations.Any(p => p.SchoolYear == year.StartYear && p.TakesPart)),
            TakesNoPart => rows.Where(o => !o.Participations.Any(p => p.SchoolYear == year.StartYear && p.TakesPart)),
            _ => rows,
        };
        return Sort switch
        {
            "kind" => ByKind(rows, descending: false),
            "-kind" => ByKind(rows, descending: true),
            "-name" => rows.InOrder(descending: true),
            _ => rows.InOrder(),
        };
    }

    /// <summary>Kinds in the order of <see cref="OrganizationKinds.All"/>, not by their English names.</summary>
    private static IQueryable<Organization> ByKind(IQueryable<Organization> rows, bool descending)
    {
        System.Linq.Expressions.Expression<Func<Organization, int>> rank = o =>
            o.Kind == OrganizationKind.School ? 0 : o.Kind == OrganizationKind.SupplementaryEducation ? 1 : o.Kind == OrganizationKind.Kindergarten ? 2
            : o.Kind == OrganizationKind.College ? 3 : o.Kind == OrganizationKind.MethodicalCentre ? 4 : o.Kind == OrganizationKind.Enterprise ? 5 : 6;
        return (descending ? rows.OrderByDescending(rank) : rows.OrderBy(rank)).ThenInOrder();
    }
}

/// <param name="TakesPart">Null where the year has no row yet.</param>
public sealed record OrganizationRow(int Id, OrganizationKind Kind, string ShortName, string FullName, string? HeadName, string? Phone, string? Email,
    string? Address, DateOnly? ClosedOn, bool? TakesPart, string? Curator);

/// <summary>GET /organizations</summary>
public sealed record OrganizationList(OrganizationFilter Filter, SchoolYear Year, Paged<OrganizationRow> Rows, int All)
{
    public static async Task<OrganizationList> Load(PortalDb db, OrganizationFilter filter, PageRequest page, MunicipalClock clock, CancellationToken cancel)
    {
        var year = SchoolYears.Parse(filter.Year, clock);
        var rows = filter.Apply(db.Organizations, year, clock.Today);
        return new(filter, year, await Project(rows, year, clock.Today).ToPageAsync(page, cancel), await db.Organizations.CountAsync(cancel));
    }

    internal static IQueryable<OrganizationRow> Project(IQueryable<Organization> rows, SchoolYear year, DateOnly today)
    {
        var day = year.DayIn(today);
        return rows.Select(o => new OrganizationRow(o.Id, o.Kind, o.ShortName, o.FullName, o.HeadName, o.Phone, o.Email, o.Address, o.ClosedOn,
            o.Participations.Where(p => p.SchoolYear == year.StartYear).Select(p => (bool?)p.TakesPart).FirstOrDefault(),
            o.Appointments.Where(a => a.Role == AppointmentRole.Curator && a.From <= day && (a.To == null || a.To >= day))
                .OrderBy(a => a.Id).Select(a => a.PersonName).FirstOrDefault()));
    }
}
