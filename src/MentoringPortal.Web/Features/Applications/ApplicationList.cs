using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain.Applications;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.People;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Applications;

/// <summary>Filter of the list, all in the address.</summary>
public sealed class ApplicationFilter
{
    [Display(Name = "Кем хотят стать")]
    public ApplicantRole? Role { get; set; }

    [Display(Name = "Класс")]
    public string? Class { get; set; }

    public IQueryable<Application> Apply(IQueryable<Application> rows)
    {
        if (Role is { } role)
            rows = rows.Where(a => a.Role == role);
        if (!string.IsNullOrEmpty(Class))
            rows = rows.Where(a => a.ClassName == Class);
        return rows;
    }

    public IReadOnlyList<FilterPill> Pills()
    {
        var pills = new List<FilterPill>();
        if (Role is { } role)
            pills.Add(new($"Кем: {ApplicationWords.Of(role)}", nameof(Role), $"{role}"));
        if (!string.IsNullOrEmpty(Class))
            pills.Add(new($"Класс: {Class}", nameof(Class), Class));
        return pills;
    }
}

/// <param name="DeletedOn">Deleted by itself then.</param>
public sealed record ApplicationRow(int Id, string Name, ApplicantRole Role, PersonKind Kind, string? ClassName, string? Position, DateOnly ReceivedOn, DateOnly DeletedOn);

/// <summary>GET /applications: drafts that wait for the curator, the oldest first.</summary>
/// <param name="Links">Addresses that collect now.</param>
public sealed record ApplicationList(ApplicationFilter Filter, IReadOnlyList<SelectListItem> Classes, Paged<ApplicationRow> Rows, int All, int Links)
{
    public static async Task<ApplicationList> Load(PortalDb db, ApplicationFilter filter, PageRequest page, DateOnly today, CancellationToken cancel)
    {
        var classes = await db.Applications.Where(a => a.ClassName != null).Select(a => a.ClassName!).Distinct().ToListAsync(cancel);
        var raw = await filter.Apply(db.Applications).OrderBy(a => a.ReceivedOn).ThenBy(a => a.Id).ToPageAsync(page, cancel);
        return new(filter, [.. classes.OrderBy(c => c.Length).ThenBy(c => c, StringComparer.CurrentCulture).Select(c => new SelectListItem(c, c))],
            new([.. raw.Rows.Select(a => new ApplicationRow(a.Id, a.Name.Full, a.Role, a.Kind, a.ClassName, a.Position, a.ReceivedOn, a.DeletedOn))], raw.Total, raw.Page, raw.Size),
            await db.Applications.CountAsync(cancel), await db.ApplicationLinks.CountAsync(l => l.Until >= today && l.Taken < l.Places, cancel));
    }
}

/// <summary>GET /applications/{applicationId}: the draft beside those of the organization who have its name.</summary>
public sealed record ApplicationCard(int Id, string Name, ApplicantRole Role, PersonKind Kind, string? ClassName, string? Position, DateOnly? BirthDate, string? Contact, string? ParentName, string? ParentContact,
    IReadOnlyList<string> Topics, string? Words, string? Interests, TimeSlots Time, DateOnly ReceivedOn, DateOnly DeletedOn, IReadOnlyList<Namesake> Namesakes)
{
    public static async Task<ApplicationCard?> Load(PortalDb db, int applicationId, CancellationToken cancel)
    {
        if (await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == applicationId, cancel) is not { } a)
            return null;
        var chosen = a.TopicIds;
        return new(a.Id, a.Name.Full, a.Role, a.Kind, a.ClassName, a.Position, a.BirthDate, a.Contact, a.ParentName, a.ParentContact,
            await db.Topics.Where(t => chosen.Contains(t.Id)).OrderBy(t => t.Name).Select(t => t.Name).ToListAsync(cancel), a.Words, a.Interests, a.Time, a.ReceivedOn, a.DeletedOn,
            await NewPersonPage.FindNamesakes(db, a.OrganizationId!.Value, a.Name, cancel));
    }

    /// <summary>The form of a new card, filled in as the applicant wrote.</summary>
    public static NewPersonForm ToForm(Application a, DateOnly today)
    {
        var form = new NewPersonForm
        {
            ApplicationId = a.Id,
            Bank = a.Role == ApplicantRole.Mentor ? NewPersonForm.Mentors : NewPersonForm.Mentees,
            Person = new PersonFields
            {
                Kind = a.Kind,
                Surname = a.Surname,
                Given = a.Given,
                Patronymic = a.Patronymic,
                BirthDate = a.BirthDate,
                ClassName = a.ClassName,
                Position = a.Position,
                Contact = a.Contact,
                ParentName = a.ParentName,
                ParentContact = a.ParentContact,
            },
        };
        if (a.Role == ApplicantRole.Mentor)
            form.Mentor = new MentorFields { EnteredOn = today, TopicIds = [.. a.TopicIds], Competences = a.Words, Interests = a.Interests, Time = PeopleWords.Chosen(a.Time) };
        else
            form.Mentee = new MenteeFields { EnteredOn = today, TopicIds = [.. a.TopicIds], Request = a.Words, Time = PeopleWords.Chosen(a.Time) };
        return form;
    }
}
