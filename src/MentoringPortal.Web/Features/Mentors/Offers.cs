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

/// <summary>The open offer of a mentor, with those who ask for him.</summary>
public static class OpenOffer
{
    public static Task<MentorOffer?> Of(PortalDb db, int? mentorId, CancellationToken cancel) =>
        db.MentorOffers.Include(o => o.Mentor).Include(o => o.Requests).SingleOrDefaultAsync(o => o.MentorId == mentorId && o.WithdrawnOn == null, cancel);
}

/// <summary>A request between two organizations, as either reads it.</summary>
/// <param name="Mentor">His name; null where the asking organization sees him no more, because the offer is gone.</param>
/// <param name="IsMine">The reader's organization answers it.</param>
/// <param name="Contact">The mentor's telephone or e-mail: the asking organization learns it when the request is accepted, while it has places.</param>
/// <param name="Lent">Places that the asking organization has of this mentor now.</param>
/// <param name="Taken">Of them, those used by its pairs; for who answers.</param>
public sealed record RequestRow(int Id, int MentorId, int AskingId, string? Mentor, string Owner, string Asking, int Places, string? Message, DateOnly AskedOn, MentorRequestState State, string? Answer,
    bool IsMine, string? Contact, int Lent, int Taken = 0);

/// <summary>GET /mentors/requests</summary>
public sealed record RequestList(IReadOnlyList<RequestRow> Incoming, IReadOnlyList<RequestRow> Outgoing)
{
    private const int Shown = 200;

    public static async Task<RequestList> Load(PortalDb db, LentPlaces places, CancellationToken cancel)
    {
        var actor = db.Scope.Actor!;
        // Of a mentor who is offered no more, and was not lent, the asking organization sees its own request alone: his row is not joined, but asked for.
        var rows = await db.MentorRequests.OrderBy(r => r.State == MentorRequestState.Asked ? 0 : 1).ThenByDescending(r => r.Id).Take(Shown)
            .Select(r => new
            {
                Row = new RequestRow(r.Id, r.Offer!.MentorId, r.OrganizationId!.Value,
                    db.Mentors.Where(m => m.Id == r.Offer.MentorId).Select(m => m.Person!.Surname + " " + m.Person.Given + " " + (m.Person.Patronymic ?? "")).FirstOrDefault(),
                    r.Offer.OwnerName, r.AskerName, r.Places, r.Message, r.AskedOn, r.State, r.Answer, actor.Role == Role.Department || r.OwnerOrganizationId == actor.OrganizationId, null,
                    db.MentorAvailabilities.Where(a => a.MentorId == r.Offer.MentorId && a.OrganizationId == r.OrganizationId).Select(a => a.Places).FirstOrDefault(), 0),
                Contact = db.Mentors.Where(m => m.Id == r.Offer.MentorId).Select(m => m.Person!.Contact).FirstOrDefault(),
            }).ToListAsync(cancel);
        var taken = await places.Taken([.. rows.Where(r => r.Row is { IsMine: true, Lent: > 0 }).Select(r => r.Row.MentorId).Distinct()], cancel);
        var shown = rows.ConvertAll(r => r.Row with
        {
            // Who has no patronymic leaves a space behind.
            Mentor = r.Row.Mentor?.TrimEnd(),
            Contact = r.Row.IsMine || r.Row is { State: MentorRequestState.Accepted, Lent: > 0 } ? r.Contact : null,
            Taken = r.Row.IsMine ? taken.GetValueOrDefault((r.Row.MentorId, r.Row.AskingId)) : 0,
        });
        return new([.. shown.Where(r => r.IsMine)], [.. shown.Where(r => !r.IsMine)]);
    }
}
