using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain.People;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.People;

/// <summary>A new person with the first role in the bank.</summary>
public sealed class NewPersonForm
{
    public const string Mentees = "mentees", Mentors = "mentors";

    /// <summary>Which bank the person enters.</summary>
    public string? Bank { get; set; }

    public bool IsMentor => Bank == Mentors;

    /// <summary>The questionnaire that becomes this card, or null.</summary>
    public int? ApplicationId { get; set; }

    /// <summary>The transfer that becomes this card, or null.</summary>
    public int? TransferId { get; set; }

    /// <summary>A partner, chosen by the department; a curator's people are his own organization's.</summary>
    [Display(Name = "Партнёр")]
    public int? OrganizationId { get; set; }

    public PersonFields Person { get; set; } = new();
    public MenteeFields? Mentee { get; set; }
    public MentorFields? Mentor { get; set; }

    /// <summary>The person with the same name is another one.</summary>
    [Display(Name = "Это другой человек: добавить")]
    public bool IsAnother { get; set; }
}

/// <summary>Somebody of the same name who is in the organization already.</summary>
public sealed record Namesake(int PersonId, string Name, string? ClassName, string? Position, DateOnly? BirthDate, bool IsMentee, bool IsMentor);

/// <summary>GET /people/new</summary>
public sealed record NewPersonPage(NewPersonForm Form, PersonChoices Choices, IReadOnlyList<SelectListItem> Organizations, IReadOnlyList<Namesake> Namesakes)
{
    public static async Task<NewPersonPage> Load(PortalDb db, NewPersonForm form, IReadOnlyList<Namesake> namesakes, DateOnly today, CancellationToken cancel)
    {
        if (form.IsMentor)
            form.Mentor ??= new MentorFields { EnteredOn = today };
        else
            form.Mentee ??= new MenteeFields { EnteredOn = today };
        var actor = db.Scope.Actor!;
        return new(form, await ChoicesOf(db, form.Mentee?.TopicIds ?? form.Mentor?.TopicIds, cancel),
            actor.Role == Role.Department ? await Partners(db, cancel) : [], namesakes);
    }

    public static async Task<PersonChoices> ChoicesOf(PortalDb db, IReadOnlyCollection<int>? chosenTopics, CancellationToken cancel) =>
        new(await PeopleChoices.TopicItems(db, cancel, chosenTopics), await PartnersOfAgreements(db, cancel));

    /// <summary>People of this name in the organization: shown side by side before a second card is made.</summary>
    public static async Task<IReadOnlyList<Namesake>> FindNamesakes(PortalDb db, int organizationId, PersonName name, CancellationToken cancel)
    {
        var key = name.Key;
        var found = await db.People.Where(p => p.OrganizationId == organizationId && p.NameKey == key)
            .Select(p => new { p.Id, p.Surname, p.Given, p.Patronymic, p.Grade, p.ClassLetter, p.Position, p.BirthDate, IsMentee = p.Mentee != null, IsMentor = p.Mentor != null })
            .ToListAsync(cancel);
        return [.. found.Select(p => new Namesake(p.Id, new PersonName(p.Surname, p.Given, p.Patronymic).Full, p.Grade is null ? null : $"{p.Grade} {p.ClassLetter}".TrimEnd(), p.Position, p.BirthDate, p.IsMentee, p.IsMentor))];
    }

    private static Task<List<SelectListItem>> Partners(PortalDb db, CancellationToken cancel) =>
        db.Organizations.Where(o => Domain.Organizations.OrganizationKinds.Partners.Contains(o.Kind))
            .InOrder().Select(o => new SelectListItem(o.ShortName, o.Id.ToString())).ToListAsync(cancel);

    /// <summary>Partners with whom the reader's organization or the department has an agreement.</summary>
    private static async Task<List<SelectListItem>> PartnersOfAgreements(PortalDb db, CancellationToken cancel) =>
        [.. (await db.PartnerAgreements.Select(a => new { a.PartnerId, a.PartnerName }).Distinct().ToListAsync(cancel))
            .DistinctBy(a => a.PartnerId).OrderBy(a => a.PartnerName, StringComparer.CurrentCulture).Select(a => new SelectListItem(a.PartnerName, $"{a.PartnerId}"))];
}

/// <summary>The person's fields changed.</summary>
public sealed class EditPersonForm
{
    public int Version { get; set; }
    public PersonFields Person { get; set; } = new();
}

public sealed record EditPersonPage(int PersonId, string Name, EditPersonForm Form);

/// <summary>A person's place in the bank of mentees, made or changed.</summary>
public sealed class EditMenteeForm
{
    public int Version { get; set; }
    public MenteeFields Mentee { get; set; } = new();
}

public sealed record EditMenteePage(int PersonId, string Name, bool IsNew, EditMenteeForm Form, PersonChoices Choices);

/// <summary>A person's place in the bank of mentors, made or changed.</summary>
public sealed class EditMentorForm
{
    public int Version { get; set; }
    public MentorFields Mentor { get; set; } = new();
}

public sealed record EditMentorPage(int PersonId, string Name, bool IsNew, EditMentorForm Form, PersonChoices Choices);

/// <summary>The person leaves the organization.</summary>
public sealed class LeaveForm
{
    public int Version { get; set; }

    [Required, Display(Name = "Последний день")]
    public DateOnly? LastDay { get; set; }

    [Display(Name = "Переходит в школу")]
    public int? ToOrganizationId { get; set; }
}

/// <param name="Pairs">Current pairs, which must be ended first.</param>
/// <param name="Schools">Where a pupil may be transferred to; empty for others.</param>
/// <param name="IsLent">Other organizations have places of this mentor.</param>
public sealed record LeavePage(int PersonId, string Name, int Pairs, IReadOnlyList<SelectListItem> Schools, bool IsLent, LeaveForm Form);

/// <summary>Why the department opens a pupil's full name.</summary>
public sealed class RevealForm
{
    [Required, StringLength(200), Display(Name = "Зачем нужно полное имя")]
    public string? Reason { get; set; }
}

/// <summary>A pupil enrolled in a supplementary programme.</summary>
public sealed class EnrolForm
{
    [Required, StringLength(300), Display(Name = "Программа")]
    public string? Programme { get; set; }

    [Required, Display(Name = "С какого дня")]
    public DateOnly? From { get; set; }

    [Display(Name = "По какой день")]
    public DateOnly? To { get; set; }
}
