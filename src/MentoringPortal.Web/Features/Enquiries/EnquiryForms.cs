using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Settings;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Enquiries;

/// <summary>POST /enquiries/new, /enquiries/{enquiryId}/edit</summary>
public sealed class EnquiryForm
{
    public int Version { get; set; }

    [Required, Display(Name = "Дата поступления")]
    public DateOnly? ReceivedOn { get; set; }

    [Required, Display(Name = "О чём просят")]
    public EnquiryKind? Kind { get; set; }

    [Display(Name = "О ком")]
    public int? PersonId { get; set; }

    [Required, Display(Name = "Кто обратился")]
    public EnquiryAsker? Asker { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Фамилия, имя, отчество обратившегося")]
    public string? RequesterName { get; set; }

    [Required, Display(Name = "Как поступило")]
    public EnquiryChannel? Channel { get; set; }

    [StringLength(Lengths.Title), Display(Name = "Примечание")]
    public string? Note { get; set; }

    public static EnquiryForm Of(Enquiry e) => new()
    {
        Version = e.Version,
        ReceivedOn = e.ReceivedOn,
        Kind = e.Kind,
        PersonId = e.PersonId,
        Asker = e.Asker,
        RequesterName = e.RequesterName,
        Channel = e.Channel,
        Note = e.Note,
    };

    public async Task<Enquiry> Add(PortalDb db, DateOnly today, CancellationToken cancel)
    {
        var enquiry = new Enquiry(db.Scope.Actor!.OrganizationId, await Facts(db, cancel), await Settings(db, cancel), ProductionCalendar.Russia, today);
        db.Enquiries.Add(enquiry);
        await db.SaveChangesAsync(cancel);
        return enquiry;
    }

    public async Task Save(PortalDb db, Enquiry enquiry, DateOnly today, CancellationToken cancel)
    {
        db.Expect(enquiry, Version);
        enquiry.Describe(await Facts(db, cancel), await Settings(db, cancel), ProductionCalendar.Russia, today);
        await db.SaveChangesAsync(cancel);
    }

    internal static Task<MentoringSettings> Settings(PortalDb db, CancellationToken cancel) => db.Settings.AsNoTracking().SingleAsync(cancel);

    internal static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private async Task<EnquiryFacts> Facts(PortalDb db, CancellationToken cancel)
    {
        var person = PersonId is null ? null : await EnquiryPage.People(db).AsNoTracking().SingleOrDefaultAsync(p => p.Id == PersonId, cancel)
            ?? throw new DomainException("Выберите человека из списка.", nameof(PersonId));
        var name = Words(RequesterName) ?? (Asker == EnquiryAsker.Self ? person?.Name.Full : null)
            ?? throw new DomainException("Впишите, кто обратился.", nameof(RequesterName));
        return new(Kind!.Value, Asker!.Value, name, PersonId, Channel!.Value, ReceivedOn!.Value, Words(Note));
    }
}

/// <summary>GET /enquiries/new, /enquiries/{enquiryId}/edit</summary>
/// <param name="Id">Null for a new one.</param>
public sealed record EnquiryPage(int? Id, EnquiryForm Form, IReadOnlyList<SelectListItem> Choices, EnquiryTerms Terms, int DestructionDays)
{
    public static async Task<EnquiryPage> Load(PortalDb db, int? id, EnquiryForm form, CancellationToken cancel)
    {
        var people = await People(db).InOrder().Select(p => new { p.Id, p.Surname, p.Given, p.Patronymic, p.Grade, p.ClassLetter, p.Position, p.LeftOn }).ToListAsync(cancel);
        var settings = await EnquiryForm.Settings(db, cancel);
        return new(id, form, people.ConvertAll(p =>
        {
            var place = p.Grade is { } grade ? new SchoolClass(grade, p.ClassLetter).Name : p.Position;
            return new SelectListItem($"{new PersonName(p.Surname, p.Given, p.Patronymic).Full}{(place is null ? "" : $", {place}")}{(p.LeftOn is null ? "" : " (выбыл)")}", $"{p.Id}");
        }), settings.Enquiries, settings.DestructionDays);
    }

    /// <summary>Whose data the reader's organization keeps: a curator's own, partners' for the department. Those who have left may ask too; of the erased nothing is known.</summary>
    internal static IQueryable<Person> People(PortalDb db)
    {
        var own = db.Scope.Actor!.OrganizationId;
        var people = db.People.Where(p => p.NameKey != "");
        return own is null ? people.Where(p => OrganizationKinds.Partners.Contains(p.Organization!.Kind)) : people.Where(p => p.OrganizationId == own);
    }
}

/// <summary>POST /enquiries/{enquiryId}/extend</summary>
public sealed class ExtendForm
{
    public int Version { get; set; }

    [Required, Display(Name = "На сколько рабочих дней")]
    public int? Days { get; set; }

    [Required, StringLength(Lengths.Title), Display(Name = "Почему")]
    public string? Reason { get; set; }

    public async Task Save(PortalDb db, Enquiry enquiry, DateOnly today, CancellationToken cancel)
    {
        db.Expect(enquiry, Version);
        enquiry.Extend(Days!.Value, Reason!.Trim(), await EnquiryForm.Settings(db, cancel), ProductionCalendar.Russia, today);
        await db.SaveChangesAsync(cancel);
    }
}

public sealed record ExtendPage(int Id, DateOnly DueOn, int MostDays, ExtendForm Form);

/// <summary>POST /enquiries/{enquiryId}/close</summary>
public sealed class CloseForm
{
    public int Version { get; set; }

    [Required, Display(Name = "Дата ответа")]
    public DateOnly? AnsweredOn { get; set; }

    [Required, Display(Name = "Исход")]
    public EnquiryOutcome? Outcome { get; set; }

    [StringLength(Lengths.Title), Display(Name = "В чём и почему отказано")]
    public string? Reason { get; set; }

    [StringLength(Lengths.Number), Display(Name = "Исходящий номер ответа")]
    public string? ReplyNumber { get; set; }

    public Task Save(PortalDb db, Enquiry enquiry, DateOnly today, CancellationToken cancel)
    {
        db.Expect(enquiry, Version);
        enquiry.Close(AnsweredOn!.Value, Outcome!.Value, EnquiryForm.Words(Reason), EnquiryForm.Words(ReplyNumber), today);
        return db.SaveChangesAsync(cancel);
    }
}

public sealed record ClosePage(int Id, EnquiryKind Kind, DateOnly ReceivedOn, DateOnly DueOn, CloseForm Form);
