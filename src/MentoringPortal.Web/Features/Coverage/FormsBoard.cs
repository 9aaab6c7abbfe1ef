using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Coverage;

/// <summary>The day of GET /coverage/forms; its school year gives the plan.</summary>
public sealed class FormsFilter
{
    public DateOnly? On { get; set; }
}

public sealed record FormHead(int Id, string Name);

/// <summary>Planned and actual participants of one form; a null plan was not set, a null fact is not for this reader.</summary>
public sealed record PlanAndFact(int? Planned, int? Fact)
{
    /// <summary>How many are missing to the plan.</summary>
    public int? Missing => Planned > Fact ? Planned - Fact : null;

    /// <summary>«12 из 20», «12 без плана», «план 20»; empty where the form is neither planned nor used.</summary>
    public override string ToString() => (Planned, Fact) switch
    {
        ({ } planned, { } fact) => $"{fact:N0} из {planned:N0}",
        (null, > 0) => $"{Fact:N0} без плана",
        ({ } planned, null) => $"план {planned:N0}",
        _ => "",
    };

    public static PlanAndFact Sum(IReadOnlyCollection<PlanAndFact> parts) => new(
        parts.Any(p => p.Planned is not null) ? parts.Sum(p => p.Planned ?? 0) : null,
        parts.Sum(p => p.Fact ?? 0));
}

/// <param name="Cells">By form, in the order of the heads.</param>
/// <param name="Total">Over the forms; its fact is null where the group is small and the reader may not see the people.</param>
public sealed record FormsRow(int Id, string Name, IReadOnlyList<PlanAndFact> Cells, PlanAndFact Total);

/// <summary>GET /coverage/forms: what each organization planned for the year by form, and how many take part on the day.</summary>
public sealed record FormsBoard(DateOnly On, SchoolYear Year, IReadOnlyList<FormHead> Forms, IReadOnlyList<FormsRow> Rows, IReadOnlyList<PlanAndFact> Totals, PlanAndFact Total, bool SeesCells)
{
    public static async Task<FormsBoard> Load(PortalDb db, MeasureCounts counts, FormsFilter filter, MunicipalClock clock, CancellationToken cancel)
    {
        var own = db.Scope.IsCurator ? db.Scope.OrganizationId : (int?)null;
        var on = new CoverageFilter { On = filter.On }.DayIn(clock.Today);
        var year = SchoolYear.Of(on);
        var planned = await db.Participations.Where(p => p.SchoolYear == year.StartYear && (own == null || p.OrganizationId == own))
            .Join(db.Set<ParticipationForm>(), p => p.Id, f => f.ParticipationId, (p, f) => new { p.OrganizationId, f.MentoringFormId, f.Planned }).ToListAsync(cancel);
        var plans = planned.ToDictionary(p => (p.OrganizationId!.Value, p.MentoringFormId), p => p.Planned);
        var forms = await db.MentoringForms.OrderBy(f => f.Id).Select(f => new FormHead(f.Id, f.Name)).ToListAsync(cancel);
        var facts = (await counts.Count(new(Measure.Participants), forms.ConvertAll(f => f.Id), on, own, cancel)).ToDictionary(f => (f.OrganizationId, f.FormId), f => f.Value);
        var organizations = await db.Organizations.Where(o => own == null || o.Id == own).InOrder().Select(o => new { o.Id, o.ShortName }).ToListAsync(cancel);
        // Between forms a small group would show by subtraction: who may not see people gets an organization's whole alone.
        var seesPeople = own is not null || db.Scope.IsDepartment;
        var all = organizations.ConvertAll(o => Row(o.Id, o.ShortName, [.. forms.Select(f => new PlanAndFact(plans.GetValueOrDefault((o.Id, f.Id)), facts.GetValueOrDefault((o.Id, f.Id))))]));
        var rows = all.FindAll(r => r.Total.Planned is not null || r.Total.Fact > 0);
        // A form that nobody planned or uses would be an empty column.
        var used = Enumerable.Range(0, forms.Count).Where(i => rows.Exists(r => r.Cells[i] is { Planned: not null } or { Fact: > 0 })).ToList();
        forms = used.ConvertAll(i => forms[i]);
        rows = rows.ConvertAll(r => r with { Cells = used.ConvertAll(i => r.Cells[i]) });
        var totals = forms.Select((_, i) => PlanAndFact.Sum(rows.ConvertAll(r => r.Cells[i]))).ToList();
        var hidden = HiddenNumbers.Among([.. totals.Select((t, i) => (i, t.Fact ?? 0))], seesPeople);
        totals = [.. totals.Select((t, i) => hidden.Contains(i) ? t with { Fact = null } : t)];
        return new(on, year, forms, seesPeople ? rows : Hide(rows), totals, Masked(PlanAndFact.Sum(rows.ConvertAll(r => r.Total)), seesPeople), seesPeople);
    }

    public static byte[] Workbook(FormsBoard board)
    {
        IEnumerable<WorkbookColumn<FormsRow>> Two(string name, Func<FormsRow, PlanAndFact> of) => board.SeesCells || name == Whole
            ? [new($"{name}: план", r => of(r).Planned, 12), new($"{name}: факт", r => of(r).Fact, 12)]
            : [new($"{name}: план", r => of(r).Planned, 12)];
        IEnumerable<object?> Totals(string name, PlanAndFact of) => board.SeesCells || name == Whole ? [of.Planned, of.Fact] : [of.Planned];
        List<WorkbookColumn<FormsRow>> columns = [new("Организация", r => r.Name, 30), .. board.Forms.SelectMany((form, i) => Two(form.Name, r => r.Cells[i])), .. Two(Whole, r => r.Total)];
        List<object?> totals = ["Итого", .. board.Forms.SelectMany((form, i) => Totals(form.Name, board.Totals[i])), .. Totals(Whole, board.Total)];
        return Workbooks.Table("План и факт", $"Участники по формам наставничества: план на {board.Year} учебный год и факт",
            [$"Факт на {board.On:dd.MM.yyyy}. Кто участвует в двух формах, посчитан в каждой."], columns, board.Rows, totals);
    }

    private const string Whole = "Всего";

    private static FormsRow Row(int id, string name, IReadOnlyList<PlanAndFact> cells) => new(id, name, cells, PlanAndFact.Sum(cells));

    private static List<FormsRow> Hide(List<FormsRow> rows)
    {
        var hidden = HiddenNumbers.Among(rows.ConvertAll(r => (r.Id, r.Total.Fact ?? 0)), seesPeople: false);
        return rows.ConvertAll(r => r with
        {
            Cells = [.. r.Cells.Select(c => c with { Fact = null })],
            Total = hidden.Contains(r.Id) ? r.Total with { Fact = null } : r.Total,
        });
    }

    private static PlanAndFact Masked(PlanAndFact total, bool seesPeople) => SmallGroups.Hides(total.Fact ?? 0, seesPeople) ? total with { Fact = null } : total;
}
