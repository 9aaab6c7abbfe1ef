using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.People;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Mentees;

/// <summary>Filter and order of the bank of mentees.</summary>
public sealed class MenteeFilter : PeopleFilter
{
    public const string Unpaired = "unpaired", Paired = "paired";

    [Display(Name = "Состояние")]
    public string? State { get; set; }

    public static IEnumerable<SelectListItem> States { get; } =
        [new("без наставника", Unpaired), new("с наставником", Paired), new("выбывшие", Gone), new("все, и выбывшие", All)];

    public IQueryable<Person> Apply(IQueryable<Person> people, Actor actor, DateOnly today)
    {
        var rows = Narrow(people.Where(p => p.Mentee != null), actor);
        if (TopicOrNone is { } topic)
            rows = rows.Where(p => p.Mentee!.Topics.Any(t => t.TopicId == topic));
        rows = State switch
        {
            Gone => rows.Where(p => p.Mentee!.LeftOn < today),
            All => rows,
            Unpaired => Active(rows, today).Where(p => !p.Mentee!.Pairs.Any(m => m.To == null)),
            Paired => Active(rows, today).Where(p => p.Mentee!.Pairs.Any(m => m.To == null)),
            _ => Active(rows, today),
        };
        return Sort switch
        {
            "entered" => rows.OrderBy(p => p.Mentee!.EnteredOn).ThenInOrder(),
            "-entered" => rows.OrderByDescending(p => p.Mentee!.EnteredOn).ThenInOrder(),
            _ => Order(rows),
        };
    }

    public IReadOnlyList<FilterPill> Pills(PeopleChoices choices)
    {
        var pills = CommonPills(choices);
        if (States.FirstOrDefault(s => s.Value == State) is { } state)
            pills.Add(new($"Состояние: {state.Text}", "State", State!));
        return pills;
    }

    private static IQueryable<Person> Active(IQueryable<Person> rows, DateOnly today) => rows.Where(p => p.Mentee!.LeftOn == null || p.Mentee.LeftOn >= today);
}

/// <summary>A row of the bank as the reader may see it: request and topics are the organization's own.</summary>
/// <param name="Pair">The current pair or draft, or null.</param>
public sealed record MenteeRow(int PersonId, string Name, PersonKind Kind, string? ClassName, string? Position, string? Organization, string? Request,
    IReadOnlyList<string> Topics, MenteeCategories Categories, DateOnly EnteredOn, DateOnly? LeftOn, MenteePair? Pair);

/// <param name="Mentor">As the reader may name him.</param>
public sealed record MenteePair(int PairId, PairState State, string Form, string? Mentor);

/// <summary>GET /mentees</summary>
public sealed record MenteeList(MenteeFilter Filter, PeopleChoices Choices, IReadOnlyList<FilterPill> Pills, Paged<MenteeRow> Rows, int All, int Unpaired)
{
    public static async Task<MenteeList> Load(PortalDb db, MenteeFilter filter, PageRequest page, DateOnly today, CancellationToken cancel)
    {
        var actor = db.Scope.Actor!;
        var choices = await PeopleChoices.Load(db, actor, cancel);
        var raw = await filter.Apply(db.People, actor, today).ToPageAsync(p => p.Id, ids => Project(db.People.Where(p => ids.Contains(p.Id))), r => r.Id, page, cancel);
        return new(filter, choices, filter.Pills(choices), new([.. raw.Rows.Select(r => r.SeenBy(actor))], raw.Total, raw.Page, raw.Size),
            await new MenteeFilter { State = PeopleFilter.All }.Apply(db.People, actor, today).CountAsync(cancel),
            await new MenteeFilter { State = MenteeFilter.Unpaired }.Apply(db.People, actor, today).CountAsync(cancel));
    }

    /// <summary>All rows of the filter, for the file.</summary>
    public static async Task<IReadOnlyList<MenteeRow>> Rowwise(PortalDb db, MenteeFilter filter, DateOnly today, CancellationToken cancel)
    {
        var actor = db.Scope.Actor!;
        return [.. (await Project(filter.Apply(db.People, actor, today)).ToListAsync(cancel)).Select(r => r.SeenBy(actor))];
    }

    private static IQueryable<Raw> Project(IQueryable<Person> rows) => rows.Select(p => new Raw(p.Id, p.OrganizationId, p.Organization!.ShortName, p.Surname, p.Given, p.Patronymic,
        p.Kind, p.BirthDate, p.Grade, p.ClassLetter, p.Position, p.Mentee!.Request, p.Mentee.Topics.OrderBy(t => t.TopicId).Select(t => t.Topic!.Name).ToList(),
        p.Mentee.Categories, p.Mentee.EnteredOn, p.Mentee.LeftOn,
        p.Mentee.Pairs.Where(m => m.To == null).OrderBy(m => m.Pair!.State == PairState.Active ? 0 : 1).ThenBy(m => m.PairId)
            .Select(m => new RawPair(m.PairId, m.Pair!.State, m.Pair.Form!.Name,
                m.Pair.Mentors.Where(x => x.To == null).Select(x => new RawName(x.Mentor!.Person!.Surname, x.Mentor.Person.Given, x.Mentor.Person.Patronymic, x.Mentor.Person.Kind, x.Mentor.Person.BirthDate)).ToList()))
            .ToList())).AsSplitQuery();

    private sealed record RawName(string Surname, string Given, string? Patronymic, PersonKind Kind, DateOnly? BirthDate);

    private sealed record RawPair(int PairId, PairState State, string Form, IReadOnlyList<RawName> Mentors);

    private sealed record Raw(int Id, int? OrganizationId, string Organization, string Surname, string Given, string? Patronymic, PersonKind Kind, DateOnly? BirthDate,
        int? Grade, string? ClassLetter, string? Position, string? Request, IReadOnlyList<string> Topics, MenteeCategories Categories, DateOnly EnteredOn, DateOnly? LeftOn, IReadOnlyList<RawPair> Pairs)
    {
        public MenteeRow SeenBy(Actor actor)
        {
            var sight = Sight.Of(actor, OrganizationId, Kind, BirthDate);
            return new(Id, sight.NameOf(new PersonName(Surname, Given, Patronymic)), Kind, Grade is null ? null : $"{Grade} {ClassLetter}".TrimEnd(), Position,
                actor.Role == Role.Department ? Organization : null,
                sight.Private ? Request : null, sight.Private ? Topics : [], sight.Private ? Categories : MenteeCategories.None, EnteredOn, LeftOn,
                Pairs is not [var pair, ..] ? null : new MenteePair(pair.PairId, pair.State, pair.Form,
                    pair.Mentors is [var m, ..] ? Sight.Of(actor, OrganizationId, m.Kind, m.BirthDate).NameOf(new PersonName(m.Surname, m.Given, m.Patronymic)) : null));
        }
    }
}
