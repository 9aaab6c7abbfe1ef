using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.People;

/// <summary>What the lists of mentees and of mentors have in common: filter and order, all in the address.</summary>
public abstract class PeopleFilter
{
    public const string Gone = "gone", All = "all";

    [Display(Name = "Имя, класс или должность")]
    public string? Q { get; set; }

    [Display(Name = "Кто")]
    public string? Kind { get; set; }

    [Display(Name = "Тема")]
    public string? Topic { get; set; }

    [Display(Name = "Организация")]
    public string? Organization { get; set; }

    public string? Sort { get; set; }

    public PersonKind? KindOrNone => Enum.TryParse<PersonKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public int? TopicOrNone => int.TryParse(Topic, out var id) ? id : null;

    public int? OrganizationOrNone => int.TryParse(Organization, out var id) ? id : null;

    public static IEnumerable<SelectListItem> Kinds { get; } = Enum.GetValues<PersonKind>().Select(k => new SelectListItem(PersonWords.Of(k), k.ToString())).ToList();

    private static readonly PersonKind[] GrownUp = [PersonKind.Student, PersonKind.Teacher, PersonKind.Specialist];

    protected IQueryable<Person> Narrow(IQueryable<Person> people, Actor actor)
    {
        // The department does not look for children by name: its list is searched by organization and class. The grown-up are few, and the index knows them.
        var rows = (actor.Role == Role.Curator || string.IsNullOrWhiteSpace(Q) ? people : people.Where(p => GrownUp.Contains(p.Kind))).Matching(Q);
        if (actor.Role == Role.Curator)
            rows = rows.Where(p => p.OrganizationId == actor.OrganizationId);
        else if (OrganizationOrNone is { } organization)
            rows = rows.Where(p => p.OrganizationId == organization);
        return KindOrNone is { } kind ? rows.Where(p => p.Kind == kind) : rows;
    }

    protected IQueryable<Person> Order(IQueryable<Person> rows) => Sort switch
    {
        "class" => rows.OrderBy(p => p.Grade).ThenBy(p => p.ClassLetter).ThenInOrder(),
        "-class" => rows.OrderByDescending(p => p.Grade).ThenByDescending(p => p.ClassLetter).ThenInOrder(),
        "-name" => rows.InOrder(descending: true),
        _ => rows.InOrder(),
    };

    protected List<FilterPill> CommonPills(PeopleChoices choices)
    {
        var pills = new List<FilterPill>();
        if (!string.IsNullOrWhiteSpace(Q))
            pills.Add(new($"Слова: {Q}", "Q", Q));
        if (KindOrNone is { } kind)
            pills.Add(new($"Кто: {PersonWords.Of(kind)}", "Kind", Kind!));
        if (TopicOrNone is not null && choices.Topics.FirstOrDefault(t => t.Value == Topic) is { } topic)
            pills.Add(new($"Тема: {topic.Text}", "Topic", Topic!));
        if (OrganizationOrNone is not null && choices.Organizations.FirstOrDefault(o => o.Value == Organization) is { } organization)
            pills.Add(new($"Организация: {organization.Text}", "Organization", Organization!));
        return pills;
    }
}

/// <summary>Lists of the filter; organizations for the department alone.</summary>
public sealed record PeopleChoices(IReadOnlyList<SelectListItem> Topics, IReadOnlyList<SelectListItem> Organizations)
{
    public static async Task<PeopleChoices> Load(PortalDb db, Actor actor, CancellationToken cancel) => new(
        await TopicItems(db, cancel),
        actor.Role == Role.Department
            ? await db.Organizations.InOrder().Select(o => new SelectListItem(o.ShortName, o.Id.ToString())).ToListAsync(cancel)
            : []);

    /// <summary>Topics that forms offer, and those chosen already although retired since.</summary>
    public static async Task<List<SelectListItem>> TopicItems(PortalDb db, CancellationToken cancel, IReadOnlyCollection<int>? chosen = null)
    {
        var kept = chosen ?? [];
        return await db.Topics.Where(t => t.IsActive || kept.Contains(t.Id)).OrderBy(t => t.Name)
            .Select(t => new SelectListItem(t.Name, t.Id.ToString())).ToListAsync(cancel);
    }
}
