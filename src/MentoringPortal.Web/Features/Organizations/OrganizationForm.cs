using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Organizations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Organizations;

/// <summary>A new organization, or the fields of one.</summary>
public sealed class OrganizationForm
{
    public static IEnumerable<SelectListItem> Kinds { get; } =
        OrganizationKinds.All.Select(k => new SelectListItem(k.Name, k.Kind.ToString())).ToList();

    public int Version { get; set; }

    [Required, Display(Name = "Вид")]
    public OrganizationKind? Kind { get; set; }

    [Required, StringLength(Lengths.Name), Display(Name = "Краткое название")]
    public string ShortName { get; set; } = "";

    [Required, StringLength(Lengths.Title), Display(Name = "Полное название")]
    public string FullName { get; set; } = "";

    [StringLength(Lengths.Name), Display(Name = "Должность руководителя")]
    public string? HeadPosition { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Руководитель")]
    public string? HeadName { get; set; }

    [StringLength(Lengths.Phone), Display(Name = "Телефон")]
    public string? Phone { get; set; }

    [StringLength(Lengths.Name), EmailAddress, Display(Name = "Почта")]
    public string? Email { get; set; }

    [StringLength(Lengths.Title), Display(Name = "Адрес")]
    public string? Address { get; set; }

    [Display(Name = "Работает с")]
    public DateOnly? OpenedOn { get; set; }

    public static OrganizationForm Of(Organization organization) => new()
    {
        Version = organization.Version,
        Kind = organization.Kind,
        ShortName = organization.ShortName,
        FullName = organization.FullName,
        HeadPosition = organization.HeadPosition,
        HeadName = organization.HeadName,
        Phone = organization.Phone,
        Email = organization.Email,
        Address = organization.Address,
        OpenedOn = organization.OpenedOn,
    };

    public async Task<Organization> Create(PortalDb db, CancellationToken cancel)
    {
        var organization = new Organization();
        await ApplyTo(organization, db, cancel);
        db.Organizations.Add(organization);
        await db.SaveChangesAsync(cancel);
        return organization;
    }

    /// <exception cref="DomainException">Another organization bears this name.</exception>
    public async Task ApplyTo(Organization organization, PortalDb db, CancellationToken cancel)
    {
        var key = Organization.NameKey(ShortName);
        var others = await db.Organizations.Where(o => o.Id != organization.Id).Select(o => o.ShortName).ToListAsync(cancel);
        if (others.Exists(name => Organization.NameKey(name) == key))
            throw new DomainException("Организация с таким кратким названием уже есть.", nameof(ShortName));
        organization.Kind = Kind!.Value;
        organization.ShortName = ShortName.Trim();
        organization.FullName = FullName.Trim();
        organization.HeadPosition = HeadPosition?.Trim();
        organization.HeadName = HeadName?.Trim();
        organization.Phone = Phone?.Trim();
        organization.Email = Email?.Trim();
        organization.Address = Address?.Trim();
        organization.Open(OpenedOn);
    }
}

/// <summary>The last day of an organization's work.</summary>
public sealed class CloseForm
{
    public int Version { get; set; }

    [Required, Display(Name = "Последний день работы")]
    public DateOnly? LastDay { get; set; }
}

/// <summary>What closing an organization means, for the page that asks.</summary>
public sealed record ClosePage(int Id, string ShortName, int Accounts, int Version)
{
    public CloseForm Form { get; init; } = new();

    public static async Task<ClosePage?> Load(PortalDb db, int organizationId, CloseForm form, CancellationToken cancel) =>
        await db.Organizations.Where(o => o.Id == organizationId && o.ClosedOn == null)
            .Select(o => new ClosePage(o.Id, o.ShortName, db.Users.Count(u => u.OrganizationId == o.Id && !u.IsDisabled), o.Version) { Form = form })
            .SingleOrDefaultAsync(cancel);
}
