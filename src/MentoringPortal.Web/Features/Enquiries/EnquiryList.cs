using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Enquiries;

public sealed class EnquiryFilter
{
    /// <summary>The department's own among the organizations of its list.</summary>
    private const string Ours = "own";

    [Display(Name = "Состояние")]
    public EnquiryState? State { get; set; }

    [Display(Name = "О чём просят")]
    public EnquiryKind? Kind { get; set; }

    [Display(Name = "Кому поступило")]
    public string? Organization { get; set; }

    public static SelectListItem Own { get; } = new("управлению", Ours);

    public IQueryable<Enquiry> Apply(IQueryable<Enquiry> enquiries, DateOnly today)
    {
        var soon = EnquiryTerm.Soon(today, ProductionCalendar.Russia);
        var rows = State switch
        {
            EnquiryState.Overdue => enquiries.Where(e => e.AnsweredOn == null && e.DueOn < today),
            EnquiryState.Soon => enquiries.Where(e => e.AnsweredOn == null && e.DueOn >= today && e.DueOn <= soon),
            EnquiryState.Open => enquiries.Where(e => e.AnsweredOn == null),
            EnquiryState.Closed => enquiries.Where(e => e.AnsweredOn != null),
            _ => enquiries,
        };
        if (Kind is { } kind)
            rows = rows.Where(e => e.Kind == kind);
        if (Organization == Ours)
            rows = rows.Where(e => e.OrganizationId == null);
        else if (int.TryParse(Organization, out var id))
            rows = rows.Where(e => e.OrganizationId == id);
        // What is still to be answered, the nearest term first; then the answered, the latest first.
        return rows.OrderBy(e => e.AnsweredOn != null).ThenByDescending(e => e.AnsweredOn).ThenBy(e => e.DueOn).ThenBy(e => e.Id);
    }

    public IReadOnlyList<FilterPill> Pills(IReadOnlyList<SelectListItem> organizations)
    {
        var pills = new List<FilterPill>();
        if (State is { } state)
            pills.Add(new($"Состояние: {EnquiryWords.Of(state)}", nameof(State), $"{state}"));
        if (Kind is { } kind)
            pills.Add(new($"О чём: {EnquiryWords.Of(kind)}", nameof(Kind), $"{kind}"));
        if (organizations.FirstOrDefault(o => o.Value == Organization) is { } organization)
            pills.Add(new($"Кому: {organization.Text}", nameof(Organization), organization.Value));
        return pills;
    }
}

/// <summary>An enquiry of the list. Of a school's the department is told the kind, the dates and the state: names and words are the operator's alone.</summary>
/// <param name="Organization">To whom it came; null for the department's own.</param>
public sealed record EnquiryRow(int Id, bool IsOwn, string? Organization, EnquiryKind Kind, DateOnly ReceivedOn, DateOnly DueOn, bool IsDueApproximate, bool IsExtended, DateOnly? AnsweredOn, EnquiryOutcome? Outcome,
    EnquiryAsker? Asker, string? Requester, string? Person, EnquiryChannel? Channel, string? ReplyNumber)
{
    public bool IsLate => AnsweredOn > DueOn;

    public EnquiryState StateOn(DateOnly today) => EnquiryTerm.StateOf(AnsweredOn, DueOn, today, ProductionCalendar.Russia);

    /// <summary>The state in words: how it ended, or what is left of the term.</summary>
    public string Words(DateOnly today) => Outcome is { } outcome
        ? $"{EnquiryWords.Of(outcome)} {AnsweredOn:dd.MM.yyyy}{(IsLate ? ", с опозданием" : "")}"
        : EnquiryTerm.Left(DueOn, today, ProductionCalendar.Russia);
}

/// <summary>GET /enquiries</summary>
public sealed record EnquiryList(EnquiryFilter Filter, IReadOnlyList<SelectListItem> Organizations, IReadOnlyList<FilterPill> Pills, Paged<EnquiryRow> Rows, int All, DueEnquiries Due, DateOnly Today)
{
    public static async Task<EnquiryList> Load(PortalDb db, EnquiryFilter filter, PageRequest page, DateOnly today, CancellationToken cancel)
    {
        var organizations = await OrganizationsOf(db, cancel);
        var rows = await Rowwise(db, filter.Apply(db.Enquiries.OfReader(db.Scope), today)).ToPageAsync(page, cancel);
        return new(filter, organizations, filter.Pills(organizations), rows, await db.Enquiries.OfReader(db.Scope).CountAsync(cancel), await DueEnquiries.Load(db, today, cancel), today);
    }

    public static IQueryable<EnquiryRow> Rowwise(PortalDb db, IQueryable<Enquiry> enquiries)
    {
        var own = db.Scope.Actor!.OrganizationId;
        return enquiries.Select(e => new EnquiryRow(e.Id, e.OrganizationId == own, db.Organizations.Where(o => o.Id == e.OrganizationId).Select(o => o.ShortName).FirstOrDefault(),
            e.Kind, e.ReceivedOn, e.DueOn, e.IsDueApproximate, e.ExtendedBy != null, e.AnsweredOn, e.Outcome,
            e.OrganizationId == own ? e.Asker : null, e.OrganizationId == own ? e.RequesterName : null,
            e.OrganizationId == own && e.Person != null ? e.Person.Surname + " " + e.Person.Given + (e.Person.Patronymic == null ? "" : " " + e.Person.Patronymic) : null,
            e.OrganizationId == own ? e.Channel : null, e.OrganizationId == own ? e.ReplyNumber : null));
    }

    /// <summary>Whose enquiries the department may look at; none for a curator.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> OrganizationsOf(PortalDb db, CancellationToken cancel) => db.Scope.IsDepartment
        ? [EnquiryFilter.Own, .. await db.Organizations.InOrder().Select(o => new SelectListItem(o.ShortName, o.Id.ToString())).ToListAsync(cancel)]
        : [];
}
