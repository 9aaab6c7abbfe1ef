using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MentoringPortal.Data;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Web.Features.Pairs;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Meetings;

/// <summary>Filter and order of the register of meetings, all in the address.</summary>
public sealed class MeetingFilter
{
    public const string Held = "held", Planned = "planned", Missed = "missed";

    [Display(Name = "С")]
    public string? From { get; set; }

    [Display(Name = "По")]
    public string? To { get; set; }

    [Display(Name = "Состояние")]
    public string? State { get; set; }

    [Display(Name = "Какая встреча")]
    public string? Kind { get; set; }

    [Display(Name = "Форма")]
    public string? Form { get; set; }

    public string? Sort { get; set; }

    public static IReadOnlyList<SelectListItem> States { get; } = [new("состоялись", Held), new("запланированы", Planned), new("не отмечены в срок", Missed)];

    public IQueryable<Meeting> Apply(IQueryable<Meeting> meetings, DateOnly today)
    {
        var rows = State switch
        {
            Held => meetings.Where(m => m.IsHeld),
            Planned => meetings.Where(m => !m.IsHeld && m.Date >= today && (m.Pair!.EndedOn == null || m.Date <= m.Pair.EndedOn)),
            Missed => meetings.Where(m => !m.IsHeld && m.Date < today && (m.Pair!.EndedOn == null || m.Date <= m.Pair.EndedOn)),
            _ => meetings,
        };
        if (Day(From) is { } from)
            rows = rows.Where(m => m.Date >= from);
        if (Day(To) is { } to)
            rows = rows.Where(m => m.Date <= to);
        if (KindOrNone is { } kind)
            rows = rows.Where(m => m.Kind == kind);
        if (int.TryParse(Form, out var form))
            rows = rows.Where(m => m.Pair!.FormId == form);
        return Sort == "date" ? rows.OrderBy(m => m.Date).ThenBy(m => m.Id) : rows.OrderByDescending(m => m.Date).ThenByDescending(m => m.Id);
    }

    public IReadOnlyList<FilterPill> Pills(IReadOnlyList<SelectListItem> forms)
    {
        var pills = new List<FilterPill>();
        if (Day(From) is { } from)
            pills.Add(new($"С {from:dd.MM.yyyy}", nameof(From), From!));
        if (Day(To) is { } to)
            pills.Add(new($"По {to:dd.MM.yyyy}", nameof(To), To!));
        foreach (var (words, key, value, items) in ((string, string, string?, IReadOnlyList<SelectListItem>)[])
            [("Состояние", nameof(State), State, States), ("Встреча", nameof(Kind), Kind, MeetingForm.Kinds), ("Форма", nameof(Form), Form, forms)])
            if (value is not null && items.FirstOrDefault(i => i.Value == value) is { } item)
                pills.Add(new($"{words}: {item.Text}", key, value));
        return pills;
    }

    private MeetingKind? KindOrNone => Enum.TryParse<MeetingKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>A row of the register as the reader may see it: the department sees that a meeting was, not what was said.</summary>
public sealed record MeetingRow(int PairId, string Organization, string Pair, string Form, DateOnly Date, MeetingKind Kind, MeetingState State, int? Minutes, string? Topic, string? Result, string? By);

/// <summary>GET /meetings</summary>
public sealed record MeetingList(MeetingFilter Filter, IReadOnlyList<SelectListItem> Forms, IReadOnlyList<FilterPill> Pills, Paged<MeetingRow> Rows, int All, bool SeesWords)
{
    public static async Task<MeetingList> Load(PortalDb db, MeetingFilter filter, PageRequest page, DateOnly today, CancellationToken cancel)
    {
        var forms = await FormsOf(db, cancel);
        var raw = await filter.Apply(db.Meetings.OfReader(db.Scope), today).ToPageAsync(m => m.Id, ids => Project(db.Meetings.Where(m => ids.Contains(m.Id))), r => r.Id, page, cancel);
        return new(filter, forms, filter.Pills(forms), new([.. raw.Rows.Select(r => r.SeenBy(db.Scope.Actor!, today))], raw.Total, raw.Page, raw.Size),
            await db.Meetings.OfReader(db.Scope).CountAsync(cancel), db.Scope.Actor!.Role == Role.Curator);
    }

    /// <summary>All rows of the filter, for the file.</summary>
    public static async Task<IReadOnlyList<MeetingRow>> Rowwise(PortalDb db, MeetingFilter filter, DateOnly today, CancellationToken cancel) =>
        [.. (await Project(filter.Apply(db.Meetings.OfReader(db.Scope), today)).ToListAsync(cancel)).Select(r => r.SeenBy(db.Scope.Actor!, today))];

    public static async Task<IReadOnlyList<SelectListItem>> FormsOf(PortalDb db, CancellationToken cancel) => await PairChoices.FormItems(db, cancel);

    private static IQueryable<Raw> Project(IQueryable<Meeting> rows) => rows.Select(m => new Raw(m.Id, m.PairId, m.OrganizationId, m.Pair!.Organization!.ShortName,
        m.Pair.Mentors.OrderBy(x => x.Id).Select(x => new RawMember(x.From, x.To, new PairName(x.Mentor!.PersonId, x.Mentor.Person!.Surname, x.Mentor.Person.Given, x.Mentor.Person.Patronymic,
            x.Mentor.Person.Kind, x.Mentor.Person.BirthDate, x.Mentor.Person.Grade, x.Mentor.Person.ClassLetter))).ToList(),
        m.Pair.Mentees.OrderBy(x => x.Id).Select(x => new RawMember(x.From, x.To, new PairName(x.Mentee!.PersonId, x.Mentee.Person!.Surname, x.Mentee.Person.Given, x.Mentee.Person.Patronymic,
            x.Mentee.Person.Kind, x.Mentee.Person.BirthDate, x.Mentee.Person.Grade, x.Mentee.Person.ClassLetter))).ToList(),
        m.Pair.Form!.Name, m.Date, m.Pair.EndedOn, m.Kind, m.IsHeld, m.Minutes, m.Topic, m.Result, m.LoggedByName)).AsSplitQuery();

    private sealed record RawMember(DateOnly From, DateOnly? To, PairName Name);

    private sealed record Raw(int Id, int PairId, int? OrganizationId, string Organization, IReadOnlyList<RawMember> Mentors, IReadOnlyList<RawMember> Mentees, string Form, DateOnly Date, DateOnly? EndedOn, MeetingKind Kind, bool IsHeld,
        int? Minutes, string? Topic, string? Result, string By)
    {
        public MeetingRow SeenBy(Actor actor, DateOnly today)
        {
            var sight = PairSight.Of(actor, OrganizationId);
            // Those of the day: a former mentor stands beside his own meetings. A meeting planned past everybody's period names all.
            string Names(IReadOnlyList<RawMember> members)
            {
                List<RawMember> present = [.. members.Where(m => m.From <= Date && (m.To is null || Date <= m.To))];
                return string.Join(", ", (present.Count > 0 ? present : members).Select(m => sight.NameOf(m.Name)).DefaultIfEmpty("–"));
            }
            return new(PairId, Organization, $"{Names(Mentors)} – {Names(Mentees)}", Form, Date, Kind, Meeting.StateOf(IsHeld, Date, EndedOn, today),
                sight.Words ? Minutes : null, sight.Words ? Topic : null, sight.Words ? Result : null, sight.Words && By.Length > 0 ? By : null);
        }
    }
}
