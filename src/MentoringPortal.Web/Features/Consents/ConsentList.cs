using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using MentoringPortal.Data;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.People;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Consents;

/// <summary>Filter and order of the people of the banks by how they stand with one kind of consent.</summary>
public sealed class ConsentFilter : PeopleFilter
{
    [Display(Name = "Согласие")]
    public string? Consent { get; set; }

    [Display(Name = "Состояние")]
    public string? State { get; set; }

    [Display(Name = "Класс")]
    public string? Class { get; set; }

    public ConsentKind ConsentOrDefault => Enum.TryParse<ConsentKind>(Consent, out var kind) && Enum.IsDefined(kind) ? kind : ConsentKind.Processing;

    public ConsentState? StateOrNone => Enum.TryParse<ConsentState>(State, out var state) && Enum.IsDefined(state) ? state : null;

    public static IReadOnlyList<SelectListItem> States { get; } =
        [.. Enum.GetValues<ConsentState>().Select(s => new SelectListItem(ConsentWords.Of(s), s.ToString())), new("все, и выбывшие", All)];

    public IQueryable<Person> Apply(PortalDb db, DateOnly today)
    {
        var rows = Unordered(db, today);
        return Sort switch
        {
            null or "" or "state" => rows.OrderBy(ConsentPeople.Standing(ConsentOrDefault, today)).ThenInOrder(),
            "-state" => rows.OrderByDescending(ConsentPeople.Standing(ConsentOrDefault, today)).ThenInOrder(),
            _ => Order(rows),
        };
    }

    /// <summary>Schools collect their own: over all of them the department sees those whom it keeps itself, and a school's when it asks for that school.</summary>
    public IQueryable<Person> Unordered(PortalDb db, DateOnly today)
    {
        var rows = Narrow(db.People, db.Scope.Actor!);
        if (!db.Scope.IsCurator && OrganizationOrNone is null)
            rows = rows.Where(p => db.Organizations.Where(o => OrganizationKinds.Partners.Contains(o.Kind)).Select(o => (int?)o.Id).Contains(p.OrganizationId));
        if (State != All)
            rows = ConsentPeople.InBanks(rows, today);
        if (!string.IsNullOrWhiteSpace(Class))
            rows = ConsentPeople.OfClass(rows, Class);
        if (StateOrNone is not { } state)
            return rows;
        var standing = ConsentPeople.Standing(ConsentOrDefault, today);
        return rows.Where(Expression.Lambda<Func<Person, bool>>(Expression.Equal(standing.Body, Expression.Constant((int)state)), standing.Parameters));
    }

    public IReadOnlyList<FilterPill> Pills(PeopleChoices choices)
    {
        var pills = CommonPills(choices);
        if (!string.IsNullOrWhiteSpace(Consent))
            pills.Add(new($"Согласие {PeopleWords.Of(ConsentOrDefault)}", "Consent", Consent));
        if (States.FirstOrDefault(s => s.Value == State) is { } state)
            pills.Add(new($"Состояние: {state.Text}", "State", State!));
        if (!string.IsNullOrWhiteSpace(Class))
            pills.Add(new($"Класс: {Class}", "Class", Class));
        return pills;
    }
}

/// <summary>Queries over people that the pages of consents share.</summary>
public static class ConsentPeople
{
    public static IQueryable<Person> InBanks(IQueryable<Person> people, DateOnly today) => people.Where(p => (p.LeftOn == null || p.LeftOn >= today)
        && ((p.Mentee != null && (p.Mentee.LeftOn == null || p.Mentee.LeftOn >= today)) || (p.Mentor != null && (p.Mentor.LeftOn == null || p.Mentor.LeftOn >= today))));

    /// <summary>«7 Б», «11»; words that are no class find nobody.</summary>
    public static IQueryable<Person> OfClass(IQueryable<Person> people, string className)
    {
        var parts = className.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var grade = parts.Length > 0 && int.TryParse(parts[0], out var number) ? number : -1;
        var letter = parts.Length > 1 ? parts[1] : null;
        return people.Where(p => p.Grade == grade && p.ClassLetter == letter);
    }

    /// <summary><see cref="ConsentStates.Of"/> as a query: the number of the state, so that lists are filtered and sorted by it. A test holds the two together.</summary>
    public static Expression<Func<Person, int>> Standing(ConsentKind kind, DateOnly today)
    {
        var soon = today.AddDays(ConsentStates.SoonDays);
        // Of age on a day is who was born on this day or before it.
        var (adult, adultSoon) = (today.AddYears(-Ages.Adult), soon.AddYears(-Ages.Adult));
        return p => p.Consents.Any(c => c.Kind == kind && c.SignedOn <= today && (c.ValidTo == null || c.ValidTo >= today) && (c.WithdrawnOn == null || c.WithdrawnOn > today)
                && !(c.Signer == ConsentSigner.Parent && p.BirthDate <= adult))
            ? p.Consents.Any(c => c.Kind == kind && c.SignedOn <= soon && (c.ValidTo == null || c.ValidTo >= soon) && (c.WithdrawnOn == null || c.WithdrawnOn > soon)
                && !(c.Signer == ConsentSigner.Parent && p.BirthDate <= adultSoon)) ? (int)ConsentState.Valid : (int)ConsentState.Expiring
            : p.Consents.Any(c => c.Kind == kind && c.WithdrawnOn != null) ? (int)ConsentState.Withdrawn : (int)ConsentState.Missing;
    }

    /// <summary>Classes of the curator's own people, in order.</summary>
    public static async Task<IReadOnlyList<string>> Classes(PortalDb db, Actor actor, CancellationToken cancel) =>
        actor.Role != Role.Curator ? [] : [.. (await db.People.Where(p => p.OrganizationId == actor.OrganizationId && p.LeftOn == null && p.Grade != null)
            .Select(p => new { p.Grade, p.ClassLetter }).Distinct().OrderBy(c => c.Grade).ThenBy(c => c.ClassLetter).ToListAsync(cancel)).Select(c => $"{c.Grade} {c.ClassLetter}".TrimEnd())];
}

/// <summary>A person of the list as the reader may see him, with the consent that counts: the one that holds, or the latest.</summary>
/// <param name="DestroyBy">Where it was withdrawn: the day by which the data must be destroyed.</param>
/// <param name="MayWrite">The reader registers and withdraws consents of this person.</param>
public sealed record ConsentRow(int PersonId, string Name, string? ClassName, string? Position, PersonKind Kind, string? Organization, ConsentState State,
    int? ConsentId, ConsentSigner? Signer, DateOnly? SignedOn, DateOnly? LastDay, DateOnly? WithdrawnOn, DateOnly? DestroyBy, string? PaperNumber, Guid? FileId, bool MayWrite)
{
    /// <param name="person">With the organization and the consents of one kind.</param>
    /// <param name="actor">The reader.</param>
    /// <param name="today">The municipality's today.</param>
    /// <param name="destructionDays">Days in which data are destroyed after a withdrawal.</param>
    public static ConsentRow Of(Person person, Actor actor, DateOnly today, int destructionDays)
    {
        var sight = Sight.Of(actor, person.OrganizationId, person.Kind, person.BirthDate);
        var last = person.Consents.OrderByDescending(c => c.HoldsOn(today, person.BirthDate)).ThenByDescending(c => c.SignedOn).ThenByDescending(c => c.Id).FirstOrDefault();
        return new(person.Id, sight.NameOf(person.Name), person.ClassName, person.Position, person.Kind, sight.IsDepartment ? person.Organization!.ShortName : null,
            ConsentStates.Of(person.Consents, person.BirthDate, today), last?.Id, last?.Signer, last?.SignedOn, last?.LastDay(person.BirthDate),
            last?.WithdrawnOn, last?.WithdrawnOn?.AddDays(destructionDays), sight.Private ? last?.PaperNumber : null, sight.Private ? last?.FileId : null,
            sight.IsOwn || (sight.IsDepartment && OrganizationKinds.Partners.Contains(person.Organization!.Kind)));
    }
}

/// <summary>GET /consents</summary>
public sealed record ConsentList(ConsentFilter Filter, PeopleChoices Choices, IReadOnlyList<string> Classes, IReadOnlyList<FilterPill> Pills, Paged<ConsentRow> Rows, int All, int Missing, int Expiring)
{
    public static async Task<ConsentList> Load(PortalDb db, ConsentFilter filter, PageRequest page, DateOnly today, CancellationToken cancel)
    {
        var actor = db.Scope.Actor!;
        var choices = await ChoicesOf(db, actor, cancel);
        var people = await WithConsents(filter.Apply(db, today), filter.ConsentOrDefault).ToPageAsync(page, cancel);
        var counts = await new ConsentFilter { Consent = filter.Consent, Organization = filter.Organization }.Unordered(db, today).GroupBy(ConsentPeople.Standing(filter.ConsentOrDefault, today))
            .Select(g => new { State = (ConsentState)g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.State, g => g.Count, cancel);
        var days = await DestructionDays(db, cancel);
        return new(filter, choices, await ConsentPeople.Classes(db, actor, cancel), filter.Pills(choices),
            new([.. people.Rows.Select(p => ConsentRow.Of(p, actor, today, days))], people.Total, people.Page, people.Size),
            await new ConsentFilter { State = PeopleFilter.All, Organization = filter.Organization }.Unordered(db, today).CountAsync(cancel),
            counts.GetValueOrDefault(ConsentState.Missing), counts.GetValueOrDefault(ConsentState.Expiring));
    }

    /// <summary>All rows of the filter, for the file.</summary>
    public static async Task<IReadOnlyList<ConsentRow>> Rowwise(PortalDb db, ConsentFilter filter, DateOnly today, CancellationToken cancel)
    {
        var actor = db.Scope.Actor!;
        var days = await DestructionDays(db, cancel);
        return [.. (await WithConsents(filter.Apply(db, today), filter.ConsentOrDefault).ToListAsync(cancel)).Select(p => ConsentRow.Of(p, actor, today, days))];
    }

    public static async Task<PeopleChoices> ChoicesOf(PortalDb db, Actor actor, CancellationToken cancel) => new([], actor.Role == Role.Department
        ? await db.Organizations.InOrder().Select(o => new SelectListItem(o.ShortName, o.Id.ToString())).ToListAsync(cancel)
        : []);

    private static Task<int> DestructionDays(PortalDb db, CancellationToken cancel) => db.Settings.Select(s => s.DestructionDays).SingleAsync(cancel);

    private static IQueryable<Person> WithConsents(IQueryable<Person> rows, ConsentKind kind) =>
        rows.AsNoTracking().Include(p => p.Organization).Include(p => p.Consents.Where(c => c.Kind == kind));
}
