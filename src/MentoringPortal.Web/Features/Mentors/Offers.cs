using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Mentors;

/// <summary>A mentor shown to other organizations.</summary>
public sealed class OfferForm
{
    [Required, Range(1, 100), Display(Name = "Сколько мест предложить")]
    public int? Places { get; set; } = 1;

    [StringLength(Lengths.Title), Display(Name = "Что важно знать другим")]
    public string? Note { get; set; }
}

/// <summary>A mentor of another organization asked for.</summary>
public sealed class RequestForm
{
    [Required, Range(1, 100), Display(Name = "Для скольких наставляемых")]
    public int? Places { get; set; } = 1;

    [StringLength(Lengths.Title), Display(Name = "Сообщение")]
    public string? Message { get; set; }
}

public sealed class DeclineForm
{
    [Required, StringLength(Lengths.Title), Display(Name = "Причина отказа")]
    public string? Reason { get; set; }
}

/// <summary>The mentor of whom a page of the municipal base speaks.</summary>
/// <param name="Offered">Places offered now; null where he is not in the base.</param>
public sealed record OfferedMentor(int MentorId, int PersonId, string Name, string Organization, int? OrganizationId, int Capacity, int? Offered, string? Note)
{
    public static Task<OfferedMentor?> Load(PortalDb db, int mentorId, CancellationToken cancel) =>
        db.Mentors.Where(m => m.Id == mentorId && m.Person!.Kind != PersonKind.Pupil).Select(m => new OfferedMentor(m.Id, m.PersonId,
            m.Person!.Surname + " " + m.Person.Given + " " + (m.Person.Patronymic ?? ""), db.Organizations.Where(o => o.Id == m.OrganizationId).Select(o => o.ShortName).FirstOrDefault() ?? m.Offers.Where(o => o.WithdrawnOn == null).Select(o => o.OwnerName).FirstOrDefault() ?? "другая организация", m.OrganizationId, m.Capacity,
            m.Offers.Where(o => o.WithdrawnOn == null).Select(o => (int?)o.Places).FirstOrDefault(),
            m.Offers.Where(o => o.WithdrawnOn == null).Select(o => o.Note).FirstOrDefault())).SingleOrDefaultAsync(cancel);
}

public sealed record OfferPage(OfferedMentor Mentor, OfferForm Form);

public sealed record RequestPage(OfferedMentor Mentor, RequestForm Form);

/// <summary>A request between two organizations, as either reads it.</summary>
/// <param name="IsMine">The reader's organization answers it.</param>
/// <param name="Contact">The mentor's telephone or e-mail: the asking organization learns it when the request is accepted.</param>
public sealed record RequestRow(int Id, int PersonId, string Mentor, string Asking, int Places, string? Message, DateOnly AskedOn, MentorRequestState State, string? Answer,
    DateOnly? AnsweredOn, bool IsMine, string? Contact);

/// <summary>GET /mentors/requests</summary>
public sealed record RequestList(IReadOnlyList<RequestRow> Incoming, IReadOnlyList<RequestRow> Outgoing)
{
    private const int Shown = 200;

    public static async Task<RequestList> Load(PortalDb db, CancellationToken cancel)
    {
        var actor = db.Scope.Actor!;
        var rows = await db.MentorRequests.OrderBy(r => r.State == MentorRequestState.Asked ? 0 : 1).ThenByDescending(r => r.Id).Take(Shown)
            .Select(r => new RequestRow(r.Id, r.Offer!.Mentor!.PersonId,
                r.Offer.Mentor.Person!.Surname + " " + r.Offer.Mentor.Person.Given + " " + (r.Offer.Mentor.Person.Patronymic ?? ""),
                r.AskerName, r.Places, r.Message, r.AskedOn, r.State, r.Answer, r.AnsweredOn,
                actor.Role == Role.Department || r.OwnerOrganizationId == actor.OrganizationId,
                r.State == MentorRequestState.Accepted || r.OwnerOrganizationId == actor.OrganizationId ? r.Offer.Mentor.Person.Contact : null))
            .ToListAsync(cancel);
        return new([.. rows.Where(r => r.IsMine)], [.. rows.Where(r => !r.IsMine)]);
    }
}
