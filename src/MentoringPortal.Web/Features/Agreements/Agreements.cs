using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Files;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Agreements;

public enum AgreementState { Expiring, InForce, Future, Expired }

/// <param name="FileId">The scan; the department's alone.</param>
/// <param name="Mentors">Mentors of the partner in the banks that the reader sees.</param>
public sealed record AgreementRow(int Id, string Partner, string Subject, string Number, DateOnly Date, DateOnly? ValidTo, Guid? FileId, int Mentors, AgreementState State);

/// <summary>GET /agreements: those that end soon first, for without one in force no mentor of the partner enters a pair.</summary>
public sealed record AgreementList(IReadOnlyList<AgreementRow> Rows, int Days)
{
    /// <summary>A new agreement takes a department about two months to sign.</summary>
    private const int SoonDays = 60;

    public int Expiring => Rows.Count(r => r.State == AgreementState.Expiring);

    public static async Task<AgreementList> Load(PortalDb db, DateOnly today, CancellationToken cancel)
    {
        var isDepartment = db.Scope.Actor!.Role == Role.Department;
        var rows = await db.PartnerAgreements.AsNoTracking().Select(a => new { Agreement = a, Mentors = db.Mentors.Count(m => m.PartnerId == a.PartnerId && (m.LeftOn == null || m.LeftOn >= today)) }).ToListAsync(cancel);
        return new(
        [
            .. rows.Select(r => new AgreementRow(r.Agreement.Id, r.Agreement.PartnerName, r.Agreement.Subject, r.Agreement.Number, r.Agreement.Date, r.Agreement.ValidTo,
                isDepartment ? r.Agreement.FileId : null, r.Mentors, StateOf(r.Agreement, today)))
                .OrderBy(r => r.State).ThenBy(r => r.ValidTo ?? DateOnly.MaxValue).ThenBy(r => r.Partner, StringComparer.CurrentCulture).ThenBy(r => r.Id),
        ], SoonDays);
    }

    private static AgreementState StateOf(PartnerAgreement agreement, DateOnly today) => agreement switch
    {
        { ValidTo: { } last } when last < today => AgreementState.Expired,
        _ when agreement.Date > today => AgreementState.Future,
        { ValidTo: { } last } when last <= today.AddDays(SoonDays) => AgreementState.Expiring,
        _ => AgreementState.InForce,
    };
}

public sealed class AgreementForm
{
    public int Version { get; set; }

    [Required, Display(Name = "Партнёр")]
    public int? PartnerId { get; set; }

    [Required, StringLength(Lengths.Title), Display(Name = "Предмет соглашения")]
    public string? Subject { get; set; }

    [Required, StringLength(Lengths.Number), Display(Name = "Номер")]
    public string? Number { get; set; }

    [Required, Display(Name = "Дата")]
    public DateOnly? Date { get; set; }

    [Display(Name = "Действует по")]
    public DateOnly? ValidTo { get; set; }

    [Display(Name = "Скан")]
    public IFormFile? File { get; set; }

    public static AgreementForm Of(PartnerAgreement a) => new() { Version = a.Version, PartnerId = a.PartnerId, Subject = a.Subject, Number = a.Number, Date = a.Date, ValidTo = a.ValidTo };

    public async Task Save(PortalDb db, FileStore store, PartnerAgreement agreement, Signature by, CancellationToken cancel)
    {
        var partner = await db.Organizations.Where(o => o.Id == PartnerId && OrganizationKinds.Partners.Contains(o.Kind)).Select(o => o.ShortName).SingleOrDefaultAsync(cancel)
            ?? throw new DomainException("Выберите партнёра.", nameof(PartnerId));
        if (ValidTo < Date)
            throw new DomainException("Последний день раньше даты соглашения.", nameof(ValidTo));
        (agreement.PartnerId, agreement.PartnerName, agreement.Subject, agreement.Number, agreement.Date, agreement.ValidTo) =
            (PartnerId!.Value, partner, Subject!.Trim(), Number!.Trim(), Date!.Value, ValidTo);
        if (File is null)
        {
            await db.SaveChangesAsync(cancel);
            return;
        }
        // The department's agreements serve all, and so do their scans.
        await new KeptFile(null).Save(db, store, File, by, async row =>
        {
            await KeptFile.Replace(db, agreement.FileId, by, cancel);
            agreement.FileId = row.Id;
        }, cancel);
    }
}

/// <summary>GET /agreements/new, /agreements/{agreementId}/edit</summary>
public sealed record AgreementPage(int? Id, AgreementForm Form, IReadOnlyList<SelectListItem> Partners, Guid? FileId, IReadOnlyList<HistoryLine> History)
{
    public static async Task<AgreementPage> Load(PortalDb db, PartnerAgreement? agreement, AgreementForm form, MunicipalClock clock, CancellationToken cancel) => new(
        agreement?.Id, form,
        await db.Organizations.Where(o => OrganizationKinds.Partners.Contains(o.Kind)).InOrder().Select(o => new SelectListItem(o.ShortName, o.Id.ToString())).ToListAsync(cancel),
        agreement?.FileId,
        agreement is null ? [] : await Shared.History.Of(db, clock, cancel, (nameof(PartnerAgreement), agreement.Id)));
}
