using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Files;
using MentoringPortal.Web.Features.Pairs;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Materials;

/// <param name="Owner">Null for the department's.</param>
/// <param name="FileSize">Bytes; null where there is no document.</param>
public sealed record MaterialRow(int Id, string Title, string? Note, string? Link, string? Form, string? Owner, Guid? FileId, string? FileName, long? FileSize, DateOnly PublishedOn, bool IsOwn)
{
    /// <summary>«PDF, 240 КБ».</summary>
    public string? FileWords => FileSize is not { } size ? null : $"{Path.GetExtension(FileName!).TrimStart('.').ToUpperInvariant()}, {Math.Max(1, size / 1024)} КБ";
}

/// <summary>GET /materials</summary>
public sealed record MaterialList(Paged<MaterialRow> Rows, IReadOnlyList<SelectListItem> Forms, int? Form)
{
    public static async Task<MaterialList> Load(PortalDb db, string? form, PageRequest page, CancellationToken cancel)
    {
        var chosen = int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (int?)null;
        // What is for any form is for this one too.
        var rows = db.Materials.Where(m => m.RemovedOn == null && (chosen == null || m.FormId == null || m.FormId == chosen));
        var own = db.Scope.Actor!.OrganizationId;
        return new(await rows.OrderByDescending(m => m.PublishedOn).ThenByDescending(m => m.Id).Select(m => new MaterialRow(m.Id, m.Title, m.Note, m.Link, m.Form!.Name,
            db.Organizations.Where(o => o.Id == m.OrganizationId).Select(o => o.ShortName).FirstOrDefault(),
            m.Files.Select(f => (Guid?)f.Id).FirstOrDefault(), m.Files.Select(f => f.Name).FirstOrDefault(), m.Files.Select(f => (long?)f.Size).FirstOrDefault(), m.PublishedOn, m.OrganizationId == own)).ToPageAsync(page, cancel),
            await PairChoices.FormItems(db, cancel), chosen);
    }
}

public sealed class MaterialForm
{
    [Required, StringLength(Lengths.Name), Display(Name = "Название")]
    public string? Title { get; set; }

    [StringLength(Lengths.Title), Display(Name = "О чём это, когда пригодится")]
    public string? Note { get; set; }

    [StringLength(Lengths.Title), Display(Name = "Ссылка")]
    public string? Link { get; set; }

    [Display(Name = "Форма наставничества")]
    public int? FormId { get; set; }

    [Display(Name = "Файл")]
    public IFormFile? File { get; set; }

    /// <exception cref="DomainException">Nothing to open, a file that is not taken, or no room left.</exception>
    public async Task Save(PortalDb db, FileStore store, int? owner, Signature by, DateOnly today, CancellationToken cancel)
    {
        if (FormId is { } form && !await db.MentoringForms.AnyAsync(f => f.Id == form, cancel))
            throw new DomainException("Выберите форму из списка.", nameof(FormId));
        var material = new Material(owner) { Title = Title!.Trim(), Note = Note?.Trim(), FormId = FormId };
        material.Publish(Link, File is not null, today);
        db.Materials.Add(material);
        if (File is null)
        {
            await db.SaveChangesAsync(cancel);
            return;
        }
        await new KeptFile(owner).Save(db, store, File, by, row =>
        {
            material.Files.Add(row);
            return Task.CompletedTask;
        }, cancel);
    }
}

/// <summary>GET /materials/new</summary>
public sealed record MaterialPage(MaterialForm Form, IReadOnlyList<SelectListItem> Forms)
{
    public static async Task<MaterialPage> Load(PortalDb db, MaterialForm form, CancellationToken cancel) => new(form, await PairChoices.FormItems(db, cancel));
}

/// <summary>GET /materials/{materialId}/remove</summary>
public sealed record RemovalPage(int Id, string Title, bool IsRemoved, bool HasFile, IReadOnlyList<HistoryLine> History)
{
    public static async Task<RemovalPage> Load(PortalDb db, Material material, MunicipalClock clock, CancellationToken cancel) =>
        new(material.Id, material.Title, material.RemovedOn is not null, material.Files.Count > 0, await Shared.History.Of(db, clock, cancel, (nameof(Material), material.Id)));
}
