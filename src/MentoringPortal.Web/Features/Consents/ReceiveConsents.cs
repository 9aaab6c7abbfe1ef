using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.People;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Consents;

/// <summary>Whose papers: a class, the adults, a partner's people (for the department), or one person; and of which kind.</summary>
public sealed class ConsentGroup
{
    public const string Adults = "adults";

    [Display(Name = "Класс или взрослые")]
    public string? Group { get; set; }

    [Display(Name = "Согласие")]
    public ConsentKind Kind { get; set; }

    public int? PersonId { get; set; }

    public bool IsChosen => PersonId is not null || !string.IsNullOrWhiteSpace(Group);

    /// <summary>The people of the group whom the reader may write for, here and in the banks; of one person, the person.</summary>
    public IQueryable<Person> Of(PortalDb db, DateOnly today)
    {
        var actor = db.Scope.Actor!;
        var people = actor.Role == Role.Curator
            ? db.People.Where(p => p.OrganizationId == actor.OrganizationId)
            : db.People.Where(p => OrganizationKinds.Partners.Contains(p.Organization!.Kind));
        if (PersonId is { } person)
            return people.Where(p => p.Id == person);
        var here = ConsentPeople.InBanks(people, today);
        var partner = int.TryParse(Group, out var id) ? id : -1;
        return actor.Role != Role.Curator ? here.Where(p => p.OrganizationId == partner)
            : Group == Adults ? here.Where(p => p.Grade == null)
            : ConsentPeople.OfClass(here, Group ?? "");
    }

    /// <summary>Of them, those who have no consent of the kind, or one that soon ends.</summary>
    public IQueryable<Person> InNeed(PortalDb db, DateOnly today)
    {
        var standing = ConsentPeople.Standing(Kind, today);
        var needs = System.Linq.Expressions.Expression.NotEqual(standing.Body, System.Linq.Expressions.Expression.Constant((int)ConsentState.Valid));
        return Of(db, today).Where(System.Linq.Expressions.Expression.Lambda<Func<Person, bool>>(needs, standing.Parameters));
    }

    /// <summary>The group's address behind a question mark.</summary>
    public string Query => PersonId is { } person ? $"PersonId={person}&Kind={Kind}" : $"Group={Uri.EscapeDataString(Group ?? "")}&Kind={Kind}";
}

/// <summary>Papers that came in together.</summary>
public sealed class ReceiveForm
{
    [Required, Display(Name = "Дата подписания")]
    public DateOnly? SignedOn { get; set; }

    [StringLength(Lengths.Number), Display(Name = "Номер бумаги или папки")]
    public string? PaperNumber { get; set; }

    [Display(Name = "Действует по")]
    public DateOnly? ValidTo { get; set; }

    /// <summary>Who has brought the paper.</summary>
    public int[] People { get; set; } = [];

    /// <summary>Teenagers who have signed beside the parent.</summary>
    public int[] OwnLine { get; set; } = [];

    /// <summary>Adds a consent for everybody ticked, or for nobody.</summary>
    /// <returns>The number of consents, or the refusals by person.</returns>
    public async Task<(int Count, IReadOnlyList<DomainException> Refusals)> Save(PortalDb db, ConsentGroup group, DateOnly today, CancellationToken cancel)
    {
        if (ValidTo < SignedOn)
            throw new DomainException("Срок согласия кончается раньше, чем оно подписано.", "Form.ValidTo");
        if (People.Length == 0)
            throw new DomainException("Отметьте, кто принёс согласие.");
        var people = await group.InNeed(db, today).Include(p => p.Consents).Where(p => People.Contains(p.Id)).InOrder().ToListAsync(cancel);
        if (people.Count != People.Distinct().Count())
            throw new DomainException("Список изменился: у кого-то из отмеченных согласие уже есть. Проверьте отметки и сохраните ещё раз.");
        var refusals = new List<DomainException>();
        foreach (var person in people)
        {
            try
            {
                person.Consents.Add(new Consent(person, group.Kind, SignedOn!.Value, OwnLine.Contains(person.Id), today)
                {
                    PaperNumber = string.IsNullOrWhiteSpace(PaperNumber) ? null : PaperNumber.Trim(),
                    ValidTo = ValidTo,
                    SignerName = person.IsMinorOn(SignedOn.Value) ? person.ParentName : null,
                });
            }
            catch (DomainException refusal)
            {
                refusals.Add(new DomainException($"{person.Name.Short}: {refusal.Message}", $"person-{person.Id}"));
            }
        }
        if (refusals.Count > 0)
            return (0, refusals);
        await db.SaveChangesAsync(cancel);
        return (people.Count, []);
    }
}

/// <param name="IsTeenager">The teenager's own line is needed beside the parent's.</param>
/// <param name="Until">The last day of a consent that soon ends.</param>
public sealed record ReceiveRow(int PersonId, string Name, string? Note, bool IsMinor, bool IsTeenager, DateOnly? Until);

/// <summary>GET /consents/receive: first the group and the kind, then who has brought the paper.</summary>
public sealed record ReceivePage(ConsentGroup Chosen, ReceiveForm Form, IReadOnlyList<SelectListItem> Groups, IReadOnlyList<ReceiveRow> Rows, string? PersonName, string Today)
{
    public static async Task<ReceivePage> Load(PortalDb db, ConsentGroup group, ReceiveForm form, DateOnly today, CancellationToken cancel)
    {
        var actor = db.Scope.Actor!;
        var people = group.IsChosen ? await group.InNeed(db, today).AsNoTracking().Include(p => p.Consents).InOrder().ToListAsync(cancel) : [];
        var day = form.SignedOn ?? today;
        var rows = people.ConvertAll(p => new ReceiveRow(p.Id, Sight.Of(actor, p.OrganizationId, p.Kind, p.BirthDate).NameOf(p.Name), p.ClassName ?? p.Position,
            p.IsMinorOn(day), p.IsMinorOn(day) && Ages.On(p.BirthDate!.Value, day) >= Ages.Teenager,
            p.Consents.Where(c => c.Kind == group.Kind && c.HoldsOn(today, p.BirthDate)).Max(c => c.LastDay(p.BirthDate))));
        IReadOnlyList<SelectListItem> groups = actor.Role == Role.Curator
            ? [.. (await ConsentPeople.Classes(db, actor, cancel)).Select(c => new SelectListItem($"{c} класс", c)), new("педагоги и другие взрослые", ConsentGroup.Adults)]
            : await db.Organizations.Where(o => OrganizationKinds.Partners.Contains(o.Kind))
                .InOrder().Select(o => new SelectListItem(o.ShortName, o.Id.ToString())).ToListAsync(cancel);
        var name = group.PersonId is null ? null : (await group.Of(db, today).AsNoTracking().SingleOrDefaultAsync(cancel))?.Name.Full;
        return new(group, form, groups, rows, name, $"{today:yyyy-MM-dd}");
    }
}
