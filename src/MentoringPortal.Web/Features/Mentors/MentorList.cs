using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.People;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Mentors;

/// <summary>Filter and order of the bank of mentors; <c>scope=municipal</c> is the municipal base of those offered to all.</summary>
public sealed class MentorFilter : PeopleFilter
{
    public const string Municipal = "municipal", Free = "free", Busy = "busy";

    public string? Scope { get; set; }

    [Display(Name = "Состояние")]
    public string? State { get; set; }

    public bool IsMunicipal => Scope == Municipal;

    public static IEnumerable<SelectListItem> States { get; } =
        [new("без наставляемых", Free), new("с наставляемыми", Busy), new("выбывшие", Gone), new("все, и выбывшие", All)];

    public IQueryable<Person> Apply(IQueryable<Person> people, Actor actor, DateOnly today)
    {
        // The municipal base is looked through across organizations; the bank is one's own.
        var rows = people.Where(p => p.Mentor != null);
        rows = IsMunicipal ? Offered(rows.Matching(Q)) : Narrow(rows, actor);
        if (TopicOrNone is { } topic)
            rows = rows.Where(p => p.Mentor!.Topics.Any(t => t.TopicId == topic));
        rows = State switch
        {
            _ when IsMunicipal => Active(rows, today),
            Gone => rows.Where(p => p.Mentor!.LeftOn < today),
            All => rows,
            Free => Active(rows, today).Where(p => !p.Mentor!.Pairs.Any(m => m.To == null)),
            Busy => Active(rows, today).Where(p => p.Mentor!.Pairs.Any(m => m.To == null)),
            _ => Active(rows, today),
        };
        return Order(rows);
    }

    public IReadOnlyList<FilterPill> Pills(PeopleChoices choices)
    {
        var pills = CommonPills(choices);
        if (States.FirstOrDefault(s => s.Value == State) is { } state && !IsMunicipal)
            pills.Add(new($"Состояние: {state.Text}", "State", State!));
        return pills;
    }

    private IQueryable<Person> Offered(IQueryable<Person> rows)
    {
        rows = rows.Where(p => p.Mentor!.IsOffered);
        if (OrganizationOrNone is { } organization)
            rows = rows.Where(p => p.OrganizationId == organization);
        return KindOrNone is { } kind ? rows.Where(p => p.Kind == kind) : rows;
    }

    private static IQueryable<Person> Active(IQueryable<Person> rows, DateOnly today) => rows.Where(p => p.Mentor!.LeftOn == null || p.Mentor.LeftOn >= today);
}

/// <summary>A row of the bank, or of the municipal base where <see cref="Offered"/> places are offered.</summary>
/// <param name="Taken">Mentees whom he has now, as far as the reader's own organization knows.</param>
public sealed record MentorRow(int PersonId, int MentorId, string Name, PersonKind Kind, string? ClassName, string? Position, string Organization, string? Workplace,
    IReadOnlyList<string> Topics, string? Competences, int Capacity, int Taken, int? Offered, string? Contact, DateOnly EnteredOn, DateOnly? LeftOn, bool IsOwn);

/// <summary>GET /mentors</summary>
public sealed record MentorList(MentorFilter Filter, PeopleChoices Choices, IReadOnlyList<FilterPill> Pills, Paged<MentorRow> Rows, int All, int Free, int Asked)
{
    public static async Task<MentorList> Load(PortalDb db, MentorFilter filter, PageRequest page, DateOnly today, CancellationToken cancel)
    {
        var actor = db.Scope.Actor!;
        var choices = await PeopleChoices.Load(db, actor, cancel);
        var raw = await filter.Apply(Bank(db, filter), actor, today).ToPageAsync(p => p.Id, ids => Project(db, db.People.Where(p => ids.Contains(p.Id))), r => r.Id, page, cancel);
        return new(filter, choices, filter.Pills(choices), new([.. raw.Rows.Select(r => r.SeenBy(actor))], raw.Total, raw.Page, raw.Size),
            await new MentorFilter { Scope = filter.Scope, State = PeopleFilter.All }.Apply(Bank(db, filter), actor, today).CountAsync(cancel),
            filter.IsMunicipal ? 0 : await new MentorFilter { State = MentorFilter.Free }.Apply(db.People, actor, today).CountAsync(cancel),
            actor.Role == Role.Curator
                ? await db.MentorRequests.CountAsync(r => r.OwnerOrganizationId == actor.OrganizationId && r.State == MentorRequestState.Asked, cancel)
                : await db.MentorRequests.CountAsync(r => r.State == MentorRequestState.Asked, cancel));
    }

    /// <summary>Where the filter looks: for the municipal base, from the few offers to their people and not from all people to the few.</summary>
    public static IQueryable<Person> Bank(PortalDb db, MentorFilter filter)
    {
        if (!filter.IsMunicipal)
            return db.People;
        var offered = db.MentorOffers.Where(o => o.WithdrawnOn == null).Select(o => o.MentorId);
        var people = db.Mentors.Where(m => offered.Contains(m.Id)).Select(m => m.PersonId);
        return db.People.Where(p => people.Contains(p.Id));
    }

    public static async Task<IReadOnlyList<MentorRow>> Rowwise(PortalDb db, MentorFilter filter, DateOnly today, CancellationToken cancel)
    {
        var actor = db.Scope.Actor!;
        return [.. (await Project(db, filter.Apply(Bank(db, filter), actor, today)).ToListAsync(cancel)).Select(r => r.SeenBy(actor))];
    }

    // The name of another organization stands on its offer alone.
    private static IQueryable<Raw> Project(PortalDb db, IQueryable<Person> rows) => rows.Select(p => new Raw(p.Id, p.Mentor!.Id, p.OrganizationId,
        db.Organizations.Where(o => o.Id == p.OrganizationId).Select(o => o.ShortName).FirstOrDefault() ?? p.Mentor.Offers.Where(o => o.WithdrawnOn == null).Select(o => o.OwnerName).FirstOrDefault(),
        p.Surname, p.Given, p.Patronymic,
        p.Kind, p.BirthDate, p.Grade, p.ClassLetter, p.Position, p.Contact, p.Mentor.Workplace, p.Mentor.Topics.OrderBy(t => t.TopicId).Select(t => t.Topic!.Name).ToList(),
        p.Mentor.Competences, p.Mentor.Capacity, p.Mentor.Pairs.Where(m => m.To == null).SelectMany(m => m.Pair!.Mentees.Where(e => e.To == null)).Count(),
        p.Mentor.Offers.Where(o => o.WithdrawnOn == null).Select(o => (int?)o.Places).FirstOrDefault(), p.Mentor.EnteredOn, p.Mentor.LeftOn)).AsSplitQuery();

    private sealed record Raw(int Id, int MentorId, int? OrganizationId, string? Organization, string Surname, string Given, string? Patronymic, PersonKind Kind, DateOnly? BirthDate,
        int? Grade, string? ClassLetter, string? Position, string? Contact, string? Workplace, IReadOnlyList<string> Topics, string? Competences, int Capacity, int Taken, int? Offered,
        DateOnly EnteredOn, DateOnly? LeftOn)
    {
        public MentorRow SeenBy(Actor actor)
        {
            var sight = Sight.Of(actor, OrganizationId, Kind, BirthDate);
            // What is written of a pupil in free words is his school's alone.
            var hasWords = sight.IsOwn || Kind != PersonKind.Pupil;
            return new(Id, MentorId, sight.NameOf(new PersonName(Surname, Given, Patronymic)), Kind, Grade is null ? null : $"{Grade} {ClassLetter}".TrimEnd(), Position,
                Organization ?? "другая организация", hasWords ? Workplace : null, Topics, hasWords ? Competences : null, Capacity, Taken, Offered, sight.Contact ? Contact : null, EnteredOn, LeftOn, sight.IsOwn);
        }
    }
}
