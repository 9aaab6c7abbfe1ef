using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.Settings;
using MentoringPortal.Web.Features.Mentees;
using MentoringPortal.Web.Features.Mentors;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Pairs;

/// <summary>Filter and order of the list of pairs, all in the address.</summary>
public sealed class PairFilter
{
    public const string All = "all", Unconfirmed = "unconfirmed", Quiet = "quiet", Planless = "planless";

    [Display(Name = "Состояние")]
    public string? State { get; set; }

    [Display(Name = "Форма")]
    public string? Form { get; set; }

    [Display(Name = "Класс наставляемого")]
    public string? Class { get; set; }

    [Display(Name = "Организация")]
    public string? Organization { get; set; }

    public string? Sort { get; set; }

    public static IEnumerable<SelectListItem> States(int quietDays) =>
    [
        new("черновики: нет приказа", nameof(PairState.Draft)), new("действуют", nameof(PairState.Active)), new("согласие не подтверждено", Unconfirmed),
        new($"нет встреч {quietDays} дней", Quiet), new("нет плана", Planless),
        new("завершены", nameof(PairState.Completed)), new("прекращены досрочно", nameof(PairState.Ended)), new("все, и прошлые", All),
    ];

    public IQueryable<Pair> Apply(IQueryable<Pair> pairs, DateOnly today, int quietDays)
    {
        var rows = InState(pairs, today.AddDays(-quietDays));
        if (int.TryParse(Form, out var form))
            rows = rows.Where(p => p.FormId == form);
        if (int.TryParse(Organization, out var organization))
            rows = rows.Where(p => p.OrganizationId == organization);
        if (!string.IsNullOrEmpty(Class))
        {
            var (grade, letter) = GradeOf(Class);
            rows = rows.Where(p => p.Mentees.Any(m => m.Mentee!.Person!.Grade == grade && m.Mentee.Person.ClassLetter == letter));
        }
        return Sort switch
        {
            "from" => rows.OrderBy(p => p.From).ThenBy(p => p.Id),
            "last" => rows.OrderBy(p => p.Meetings.Where(m => m.IsHeld).Max(m => (DateOnly?)m.Date)).ThenBy(p => p.Id),
            "-last" => rows.OrderByDescending(p => p.Meetings.Where(m => m.IsHeld).Max(m => (DateOnly?)m.Date)).ThenBy(p => p.Id),
            _ => rows.OrderByDescending(p => p.From).ThenByDescending(p => p.Id),
        };
    }

    public IReadOnlyList<FilterPill> Pills(PairChoices choices, int quietDays)
    {
        var pills = new List<FilterPill>();
        void Add(string words, string key, string? value, IEnumerable<SelectListItem> items)
        {
            if (value is not null && items.FirstOrDefault(i => i.Value == value) is { } item)
                pills.Add(new($"{words}: {item.Text}", key, value));
        }
        Add("Состояние", nameof(State), State, States(quietDays));
        Add("Форма", nameof(Form), Form, choices.Forms);
        Add("Класс", nameof(Class), Class, choices.Classes);
        Add("Организация", nameof(Organization), Organization, choices.Organizations);
        return pills;
    }

    private IQueryable<Pair> InState(IQueryable<Pair> pairs, DateOnly quietSince) => State switch
    {
        All => pairs,
        Unconfirmed => pairs.WithoutConsent(),
        Quiet => pairs.WithoutMeetings(quietSince),
        Planless => pairs.WithoutPlan(),
        _ when Enum.TryParse<PairState>(State, out var state) && Enum.IsDefined(state) => pairs.Where(p => p.State == state),
        _ => pairs.Where(p => p.State == PairState.Draft || p.State == PairState.Active),
    };

    private static (int? Grade, string? Letter) GradeOf(string className)
    {
        var parts = className.Split(' ', 2);
        return (int.TryParse(parts[0], out var grade) ? grade : null, parts.Length > 1 ? parts[1] : null);
    }
}

/// <summary>Where pairs stand still: each is a filter of the list and a figure above it.</summary>
public static class StuckPairs
{
    public static IQueryable<Pair> WithoutConsent(this IQueryable<Pair> pairs) => pairs.Where(p => p.State == PairState.Active && p.UnconfirmedUntil != null);

    /// <summary>At work since before the day, and no meeting held after it; whose journal is on paper is not asked.</summary>
    public static IQueryable<Pair> WithoutMeetings(this IQueryable<Pair> pairs, DateOnly since) =>
        pairs.Where(p => p.State == PairState.Active && p.PaperJournalConfirmedOn == null && p.From <= since && !p.Meetings.Any(m => m.IsHeld && m.Date > since));

    public static IQueryable<Pair> WithoutPlan(this IQueryable<Pair> pairs) => pairs.Where(p => p.State == PairState.Active && !p.Plan.Any());
}

/// <param name="QuietDays">Days without a meeting after which a pair is counted.</param>
/// <param name="Waiting">Mentees without a mentor.</param>
/// <param name="Idle">Mentors without mentees.</param>
/// <param name="All">Pairs of every state.</param>
public sealed record PairFigures(int Waiting, int Idle, int Drafts, int Unconfirmed, int Quiet, int Planless, int Active, int All, int QuietDays)
{
    public bool IsCalm => Waiting + Drafts + Unconfirmed + Quiet + Planless == 0;

    public static async Task<PairFigures> Load(PortalDb db, DateOnly today, CancellationToken cancel, MentoringSettings? settings = null)
    {
        var days = (settings ?? await db.Settings.AsNoTracking().SingleAsync(cancel)).Reminders.Meeting;
        var since = today.AddDays(-days);
        var pairs = db.Pairs.OfReader(db.Scope);
        var (waiting, idle) = (new MenteeFilter { State = MenteeFilter.Unpaired }.Apply(db.People, db.Scope.Actor!, today), new MentorFilter { State = MentorFilter.Free }.Apply(db.People, db.Scope.Actor!, today));
        var (unconfirmed, quiet, planless) = (pairs.WithoutConsent(), pairs.WithoutMeetings(since), pairs.WithoutPlan());
        // The settings are one row: the counts beside it are one command, and each finds its pairs by an index.
        var counts = await db.Settings.Select(_ => new
        {
            Waiting = waiting.Count(),
            Idle = idle.Count(),
            Drafts = pairs.Count(p => p.State == PairState.Draft),
            Unconfirmed = unconfirmed.Count(),
            Quiet = quiet.Count(),
            Planless = planless.Count(),
            Active = pairs.Count(p => p.State == PairState.Active),
            All = pairs.Count(),
        }).SingleAsync(cancel);
        return new(counts.Waiting, counts.Idle, counts.Drafts, counts.Unconfirmed, counts.Quiet, counts.Planless, counts.Active, counts.All, days);
    }
}

/// <summary>Lists of the filter: classes for a curator, organizations for the department.</summary>
public sealed record PairChoices(IReadOnlyList<SelectListItem> Forms, IReadOnlyList<SelectListItem> Classes, IReadOnlyList<SelectListItem> Organizations)
{
    public static async Task<PairChoices> Load(PortalDb db, CancellationToken cancel)
    {
        var isCurator = db.Scope.Actor!.Role == Role.Curator;
        var classes = isCurator
            ? await db.People.OfReader(db.Scope).Where(p => p.Grade != null && p.Mentee!.Pairs.Any()).Select(p => new { p.Grade, p.ClassLetter }).Distinct()
                .OrderBy(c => c.Grade).ThenBy(c => c.ClassLetter).ToListAsync(cancel)
            : [];
        return new(
            await FormItems(db, cancel),
            [.. classes.Select(c => $"{c.Grade} {c.ClassLetter}".TrimEnd()).Select(c => new SelectListItem(c, c))],
            isCurator ? [] : await db.Organizations.Where(o => db.Pairs.Any(p => p.OrganizationId == o.Id)).InOrder().Select(o => new SelectListItem(o.ShortName, o.Id.ToString())).ToListAsync(cancel));
    }

    public static Task<List<SelectListItem>> FormItems(PortalDb db, CancellationToken cancel) =>
        db.MentoringForms.OrderBy(f => f.Id).Select(f => new SelectListItem(f.Name, f.Id.ToString())).ToListAsync(cancel);
}

/// <summary>A row of the list as the reader may see it.</summary>
/// <param name="To">Last day: as planned, or as it ended.</param>
/// <param name="LastMeeting">Of those held.</param>
public sealed record PairRow(int Id, string Organization, string Mentor, IReadOnlyList<string> Mentees, string? Class, string Form, PairState State, DateOnly From, DateOnly To,
    string? OrderNumber, DateOnly? OrderDate, bool IsBackdated, DateOnly? UnconfirmedUntil, DateOnly? LastMeeting, DateOnly? NextMeeting, bool HasPlan);

/// <summary>GET /pairs</summary>
public sealed record PairList(PairFilter Filter, PairChoices Choices, IReadOnlyList<FilterPill> Pills, Paged<PairRow> Rows, PairFigures Figures)
{
    public static async Task<PairList> Load(PortalDb db, PairFilter filter, PageRequest page, DateOnly today, CancellationToken cancel)
    {
        var figures = await PairFigures.Load(db, today, cancel);
        var choices = await PairChoices.Load(db, cancel);
        var raw = await filter.Apply(db.Pairs.OfReader(db.Scope), today, figures.QuietDays)
            .ToPageAsync(p => p.Id, ids => Project(db.Pairs.Where(p => ids.Contains(p.Id)), today), r => r.Id, page, cancel);
        return new(filter, choices, filter.Pills(choices, figures.QuietDays), new([.. raw.Rows.Select(r => r.SeenBy(db.Scope.Actor!))], raw.Total, raw.Page, raw.Size), figures);
    }

    /// <summary>All rows of the filter, for the file.</summary>
    public static async Task<IReadOnlyList<PairRow>> Rowwise(PortalDb db, PairFilter filter, DateOnly today, int quietDays, CancellationToken cancel) =>
        [.. (await Project(filter.Apply(db.Pairs, today, quietDays), today).ToListAsync(cancel)).Select(r => r.SeenBy(db.Scope.Actor!))];

    private static IQueryable<Raw> Project(IQueryable<Pair> rows, DateOnly today) => rows.Select(p => new Raw(p.Id, p.OrganizationId, p.Organization!.ShortName,
        p.Mentors.OrderByDescending(m => m.From).ThenByDescending(m => m.Id).Select(m => new PairName(m.Mentor!.PersonId, m.Mentor.Person!.Surname, m.Mentor.Person.Given, m.Mentor.Person.Patronymic,
            m.Mentor.Person.Kind, m.Mentor.Person.BirthDate, m.Mentor.Person.Grade, m.Mentor.Person.ClassLetter)).ToList(),
        p.Mentees.OrderBy(m => m.Id).Select(m => new RawMentee(m.To, new PairName(m.Mentee!.PersonId, m.Mentee.Person!.Surname, m.Mentee.Person.Given, m.Mentee.Person.Patronymic,
            m.Mentee.Person.Kind, m.Mentee.Person.BirthDate, m.Mentee.Person.Grade, m.Mentee.Person.ClassLetter))).ToList(),
        p.Form!.Name, p.State, p.From, p.To, p.EndedOn, p.OrderNumber, p.OrderDate, p.IsBackdated, p.UnconfirmedUntil,
        p.Meetings.Where(m => m.IsHeld).Max(m => (DateOnly?)m.Date), p.Meetings.Where(m => !m.IsHeld && m.Date >= today).Min(m => (DateOnly?)m.Date), p.Plan.Any())).AsSplitQuery();

    private sealed record RawMentee(DateOnly? To, PairName Name);

    private sealed record Raw(int Id, int? OrganizationId, string Organization, IReadOnlyList<PairName> Mentors, IReadOnlyList<RawMentee> Mentees, string Form, PairState State, DateOnly From, DateOnly To, DateOnly? EndedOn,
        string? OrderNumber, DateOnly? OrderDate, bool IsBackdated, DateOnly? UnconfirmedUntil, DateOnly? LastMeeting, DateOnly? NextMeeting, bool HasPlan)
    {
        public PairRow SeenBy(Actor actor)
        {
            var sight = PairSight.Of(actor, OrganizationId);
            // Who left a group earlier stands on its card.
            var mentees = Mentees.Where(m => m.To is null || m.To == EndedOn).Select(m => m.Name).ToList();
            return new(Id, Organization, Mentors is [var mentor, ..] ? sight.NameOf(mentor) : "–", [.. mentees.Select(sight.NameOf)],
                string.Join(", ", mentees.Select(m => m.ClassName).OfType<string>().Distinct()) is { Length: > 0 } classes ? classes : null,
                Form, State, From, EndedOn ?? To, OrderNumber, OrderDate, IsBackdated, UnconfirmedUntil, LastMeeting, NextMeeting, HasPlan);
        }
    }
}
