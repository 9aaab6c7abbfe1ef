using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MentoringPortal.Data;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Meetings;

/// <summary>What the grid is of, and what was pasted under it. The cells themselves are fields named by pair and column.</summary>
public sealed class GridForm
{
    private const int LongestPaste = 1_000_000;

    /// <summary>First year of the school year.</summary>
    public string? Year { get; set; }

    /// <summary>«2026-11» shows the days of a month; empty, the months of the year.</summary>
    [Display(Name = "Показать")]
    public string? Month { get; set; }

    [Display(Name = "Класс")]
    public string? Class { get; set; }

    [Range(5, 600), Display(Name = "Сколько минут, где не сказано")]
    public int? Minutes { get; set; }

    [StringLength(LongestPaste), Display(Name = "Таблица из Excel")]
    public string? Text { get; set; }
}

/// <summary>A pair's row of the grid.</summary>
/// <param name="Held">Days already written down, by column, as the cell says them.</param>
public sealed record GridRow(PaperPair Pair, IReadOnlyList<string> Held);

/// <summary>GET and POST /meetings/grid, POST /meetings/grid/save</summary>
/// <param name="All">Pairs of the school year, whatever the page shows.</param>
/// <param name="Plan">What was typed and pasted, judged; null before it was checked.</param>
public sealed record GridPage(GridForm Form, SchoolYear Year, IReadOnlyList<PaperColumn> Columns, IReadOnlyList<PaperPair> All, Paged<GridRow> Rows, IReadOnlyList<SelectListItem> Classes,
    IReadOnlyDictionary<string, string> Cells, IReadOnlyList<PaperMeeting>? Plan)
{
    private const int RowsOnAPage = 100;
    /// <summary>More pairs than a school has: the whole grid for a file.</summary>
    public const int Whole = 100_000;
    private const string Prefix = "cell-";

    public string Address => $"/meetings/grid?Year={Year.StartYear}{(string.IsNullOrEmpty(Form.Month) ? "" : $"&Month={Uri.EscapeDataString(Form.Month)}")}{(string.IsNullOrEmpty(Form.Class) ? "" : $"&Class={Uri.EscapeDataString(Form.Class)}")}";

    public int Ready => Plan?.Count(m => m.Verdict == PaperVerdict.Store) ?? 0;

    public int Wrong => Plan?.Count(m => m.Verdict == PaperVerdict.Error) ?? 0;

    public IReadOnlyList<SelectListItem> Months => [new("месяцы всего учебного года", ""), .. MonthsOf(Year).Select(m => new SelectListItem($"дни: {m.Head}", m.First.ToString("yyyy-MM", CultureInfo.InvariantCulture)))];

    public static string Field(PaperPair pair, PaperColumn column) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{pair.Id}-{column.First:yyyyMMdd}");

    /// <summary>What was typed into cells, by field.</summary>
    public static IReadOnlyDictionary<string, string> Typed(IFormCollection fields) =>
        fields.Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(f.Value)).ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal);

    public static async Task<GridPage> Load(PortalDb db, GridForm form, IReadOnlyDictionary<string, string> cells, int page, MunicipalClock clock, CancellationToken cancel, int size = RowsOnAPage)
    {
        var year = SchoolYears.Parse(form.Year, clock);
        var (all, classes) = await PairsOf(db, year, cancel);
        var columns = ColumnsOf(form.Month, year);
        var shown = string.IsNullOrEmpty(form.Class) ? all : [.. all.Where(p => classes[p.Id].Contains(form.Class, StringComparer.Ordinal))];
        page = Math.Clamp(page, 1, Math.Max(1, (shown.Count + size - 1) / size));
        var rows = shown.Skip((page - 1) * size).Take(size).Select(p => new GridRow(p, [.. columns.Select(c => HeldIn(p, c))])).ToList();
        return new(form, year, columns, all, new Paged<GridRow>(rows, shown.Count, page, size),
            [.. classes.Values.SelectMany(c => c).Distinct(StringComparer.Ordinal).OrderBy(c => c.Length).ThenBy(c => c, StringComparer.Ordinal).Select(c => new SelectListItem(c, c))], cells, null);
    }

    /// <summary>The same page with its cells and what was pasted judged.</summary>
    /// <exception cref="DomainException">Nothing was filled in, or the pasted table has no heads.</exception>
    public GridPage Judged(DateOnly today)
    {
        var typed = Rows.Rows.SelectMany((r, i) => Columns.Where(c => Cells.ContainsKey(Field(r.Pair, c))).Select(c => new PaperCell(i + 1, r.Pair.Words, r.Pair.Id, c, Cells[Field(r.Pair, c)])));
        var plan = PaperMeetings.Plan([.. typed, .. PaperMeetings.Read(Form.Text ?? "", All, Year)], All, today);
        return plan.Count > 0 ? this with { Plan = plan } : throw new DomainException("Заполните хотя бы одну ячейку или вставьте таблицу.", nameof(Form.Text));
    }

    /// <summary>Writes the meetings without errors and says how many; what was planned for a day is what has taken place.</summary>
    public async Task<string> Save(PortalDb db, Actor actor, DateOnly today, CancellationToken cancel)
    {
        var ready = Plan!.Where(m => m.Verdict == PaperVerdict.Store).ToList();
        var ids = ready.Select(m => m.PairId!.Value).Distinct().ToList();
        var pairs = await db.Pairs.Include(p => p.Meetings.Where(m => !m.IsHeld)).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        foreach (var meeting in ready)
        {
            var pair = pairs[meeting.PairId!.Value];
            var notes = new MeetingNotes(meeting.Minutes ?? Form.Minutes, meeting.Topic, null, actor.UserId, actor.Name);
            if (pair.Meetings.Find(m => !m.IsHeld && m.Date == meeting.Date) is { } planned)
                planned.Log(planned.Kind, meeting.Date!.Value, notes, today);
            else
                db.Meetings.Add(Meeting.Hold(pair, MeetingKind.Regular, meeting.Date!.Value, notes, today));
        }
        await db.SaveChangesAsync(cancel);
        var wrong = Plan!.Where(m => m.Verdict == PaperVerdict.Error).Select(m => m.Row).Distinct().ToList();
        return $"Записано встреч: {ready.Count}, пар: {ids.Count}." + (wrong.Count == 0 ? "" : $" Не записано из-за ошибок в строках: {string.Join(", ", wrong.Take(50))}.");
    }

    private static IReadOnlyList<PaperColumn> MonthsOf(SchoolYear year) => [.. Enumerable.Range(0, 12).Select(i => new PaperColumn(year.Start.AddMonths(i), IsMonth: true))];

    private static IReadOnlyList<PaperColumn> ColumnsOf(string? month, SchoolYear year) =>
        DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && SchoolYear.Of(first) == year
            ? [.. Enumerable.Range(0, DateTime.DaysInMonth(first.Year, first.Month)).Select(i => new PaperColumn(first.AddDays(i), IsMonth: false))]
            : MonthsOf(year);

    private static string HeldIn(PaperPair pair, PaperColumn column) => column.IsMonth
        ? string.Join(", ", pair.HeldOn.Where(d => d.Year == column.First.Year && d.Month == column.First.Month).Order().Select(d => d.Day))
        : pair.HeldOn.Contains(column.First) ? "✓" : "";

    /// <summary>Pairs that an order has fixed and that worked in the year, by the mentee's name; and the classes of each.</summary>
    private static async Task<(IReadOnlyList<PaperPair> Pairs, Dictionary<int, List<string>> Classes)> PairsOf(PortalDb db, SchoolYear year, CancellationToken cancel)
    {
        var (first, last) = (year.Start, year.End);
        var rows = await db.Pairs.OfReader(db.Scope).Where(p => p.OrderNumber != null && p.From <= last && (p.EndedOn ?? p.To) >= first).Select(p => new
        {
            p.Id,
            Mentors = p.Mentors.OrderByDescending(m => m.From).ThenByDescending(m => m.Id).Select(m => new { m.Mentor!.Person!.Surname, m.Mentor.Person.Given, m.Mentor.Person.Patronymic }).ToList(),
            Mentees = p.Mentees.OrderBy(m => m.Id).Select(m => new { m.Mentee!.Person!.Surname, m.Mentee.Person.Given, m.Mentee.Person.Patronymic, m.Mentee.Person.Grade, m.Mentee.Person.ClassLetter }).ToList(),
            p.From,
            To = p.EndedOn ?? p.To,
            Held = p.Meetings.Where(m => m.IsHeld).Select(m => m.Date).ToList(),
        }).AsSplitQuery().ToListAsync(cancel);
        var pairs = rows.Select(p => new PaperPair(p.Id, new PersonName(p.Mentors[0].Surname, p.Mentors[0].Given, p.Mentors[0].Patronymic),
            [.. p.Mentees.Select(m => new PersonName(m.Surname, m.Given, m.Patronymic))], p.From, p.To, p.Held.ToHashSet()));
        return ([.. pairs.OrderBy(p => p.Mentees[0].Full, StringComparer.Create(CultureInfo.GetCultureInfo("ru-RU"), ignoreCase: true)).ThenBy(p => p.Id)],
            rows.ToDictionary(p => p.Id, p => p.Mentees.Where(m => m.Grade is not null).Select(m => $"{m.Grade} {m.ClassLetter}".TrimEnd()).Distinct(StringComparer.Ordinal).ToList()));
    }
}
